import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Site } from '../channels/access/site.js';
import type { Channel } from '../channels/channel.js';
import { isForeign } from './foreign-callers.js';

export interface Listening {
  /** Where it listens, without a trailing slash. */
  readonly address: string;
  readonly port: number;
  /**
   * Stops taking requests, lets those under way and the channels finish (at most `graceMs`), and lets go
   * of what is left.
   */
  readonly close: (graceMs?: number) => Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly site: Site;
  readonly channels: readonly Channel[];
}

/** Serves the app over HTTP with the channels' WebSockets. Rejects where the port cannot be had. */
export async function listen(app: Express, { host, port, site, channels }: ListenOptions): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 66_000, requestTimeout: 120_000 }, app);
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (isForeign(request.headers.host, request.headers.origin, site)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    if (channels.some((channel) => channel.upgrade?.(request, socket, head) === true)) return;
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  const address = `http://${name}:${bound.port}`;
  for (const channel of channels) await channel.start?.(address);
  return { address, port: bound.port, close: (graceMs = 10_000) => close(server, channels, graceMs) };
}

async function close(server: Server, channels: readonly Channel[], graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, graceMs);
  });
  await Promise.race([Promise.all(channels.map((channel) => channel.close())), patience]);
  server.closeIdleConnections();
  await Promise.race([closed, patience]);
  clearTimeout(timer);
  server.closeAllConnections();
}
