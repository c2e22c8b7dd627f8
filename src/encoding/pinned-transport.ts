import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIPv6 } from 'node:net';
import { YidaFault } from '../domain/fault.js';

/** One request to one address that was already checked. */
export interface TransportRequest {
  readonly url: URL;
  readonly address: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export interface TransportAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** Sends a request without following redirects. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/**
 * Connects to `address` and to no other, while TLS and the Host header keep the name. Rejects with YidaFault
 * too-large as soon as more than `maxBytes` arrive, photo-unreachable where the network fails.
 */
export const nodeTransport: Transport = (request) =>
  new Promise((resolve, reject) => {
    const { url, address, method, headers, body, signal } = request;
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const family = isIPv6(address) ? 6 : 4;
    const outgoing = send(
      url,
      {
        method,
        headers: { 'accept-encoding': 'identity', ...headers },
        signal,
        agent: false,
        lookup: (_host, options, done) => {
          if (options.all) done(null, [{ address, family }]);
          else done(null, address, family);
        },
      },
      (incoming) => {
        collect(incoming, request.maxBytes).then(
          (bytes) => resolve({ status: incoming.statusCode ?? 0, headers: plainHeaders(incoming), bytes }),
          (error: unknown) => {
            outgoing.destroy();
            reject(error instanceof YidaFault ? error : unreachable(url, error));
          },
        );
      },
    );
    outgoing.on('error', (error) => reject(unreachable(url, error)));
    outgoing.end(body);
  });

async function collect(incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(incoming.headers['content-length'] ?? 0);
  const chunks: Buffer[] = [];
  let size = 0;
  if (announced > maxBytes) throw tooLarge(maxBytes);
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function plainHeaders(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function tooLarge(maxBytes: number): YidaFault {
  return new YidaFault('too-large', `the answer has more than ${maxBytes} bytes`);
}

function unreachable(url: URL, cause: unknown): YidaFault {
  return new YidaFault('photo-unreachable', `${url.host} cannot be reached`, { cause });
}
