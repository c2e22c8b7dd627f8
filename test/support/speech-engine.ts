import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What reached a fake engine. */
export interface EngineRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly form: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly type: string; readonly bytes: Buffer } | undefined;
  readonly json: Readonly<Record<string, unknown>> | undefined;
}

export interface FakeEngine {
  readonly url: string;
  readonly requests: EngineRequest[];
  close(): Promise<void>;
}

/** An engine on this machine that hears or says what it is told to. */
export async function startSpeechEngine(
  answer: (request: EngineRequest) => { status?: number; body: string | Buffer } | Promise<{ body: string }>,
): Promise<FakeEngine> {
  const requests: EngineRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const read = await readBody(Buffer.concat(chunks), request.headers['content-type'] ?? '');
    const reached = { path: request.url ?? '', headers: request.headers, ...read };
    requests.push(reached);
    const { body, status = 200 } = (await answer(reached)) as { status?: number; body: string | Buffer };
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(body: Buffer, type: string): Promise<Pick<EngineRequest, 'form' | 'file' | 'json'>> {
  if (!type.startsWith('multipart/')) return { form: {}, file: undefined, json: JSON.parse(body.toString('utf8')) };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, string> = {};
  let file: EngineRequest['file'];
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else file = { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) };
  }
  return { form: fields, file, json: undefined };
}
