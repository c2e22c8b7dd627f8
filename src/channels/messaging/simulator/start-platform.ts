import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallAnswer, OutgoingCall, PlatformSimulator, Shown } from './platform-simulator.js';

export interface RunningPlatform {
  /** Its API's address, without a trailing slash. */
  readonly url: string;
  /** What a person has seen, in order. */
  readonly shown: readonly Shown[];
  readonly calls: readonly OutgoingCall[];
  /** What the platform said to those calls of which a person has seen something, in order. */
  readonly answers: readonly string[];
  /** Documented limits that calls broke. */
  readonly broken: readonly string[];
  /** The next calls fail: with a status, or as the platform says "too many". */
  failNext(times: number, how: 'outage' | { readonly tooManyForSeconds: number }): void;
  close(): Promise<void>;
}

/** The simulated platform's API on a free port of this machine; `onShown` hears what a person sees as it comes. */
export async function startPlatform(
  simulator: PlatformSimulator,
  onShown: (shown: Shown) => void = () => {},
): Promise<RunningPlatform> {
  const shown: Shown[] = [];
  const calls: OutgoingCall[] = [];
  const answers: string[] = [];
  const broken: string[] = [];
  const failures: ('outage' | { tooManyForSeconds: number })[] = [];

  const answerTo = (call: OutgoingCall): CallAnswer => {
    const failure = failures.shift();
    if (failure === 'outage') return { status: 503, body: 'try again later' };
    if (failure !== undefined) return simulator.tooMany(failure.tooManyForSeconds);
    calls.push(call);
    return simulator.answer(call);
  };

  const server = createServer(async (request, response) => {
    const answer = answerTo({
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: await read(request),
    });
    if (answer.broken !== undefined) broken.push(answer.broken);
    if (answer.shown !== undefined) {
      shown.push(answer.shown);
      answers.push(answer.body.toString());
      onShown(answer.shown);
    }
    response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    shown,
    calls,
    answers,
    broken,
    failNext(times, how) {
      for (let at = 0; at < times; at++) failures.push(how);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
