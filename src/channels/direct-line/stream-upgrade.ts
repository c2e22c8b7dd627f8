import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { BoundTokens } from '../access/bound-token.js';
import type { Streams } from './streams.js';

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;
/** Clients send nothing but empty pings. */
const INCOMING_BYTES = 4096;
const HEARTBEAT_MS = 30_000;

export interface StreamUpgrade {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  readonly close: () => void;
}

/** Direct Line's WebSocket: one way, from us; the token in the address says which conversation. */
export function streamUpgrade(streams: Streams, tokens: BoundTokens): StreamUpgrade {
  const server = new WebSocketServer({ noServer: true, maxPayload: INCOMING_BYTES, clientTracking: true });
  const answered = new WeakSet<object>();
  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (!answered.has(socket)) socket.terminate();
      answered.delete(socket);
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    upgrade(request, socket, head) {
      const address = new URL(request.url ?? '/', 'http://localhost');
      const conversationId = STREAM_PATH.exec(address.pathname)?.[1];
      if (conversationId === undefined) return false;
      const verdict = tokens.verify(address.searchParams.get('t') ?? '', 'stream');
      if (verdict.kind !== 'valid' || verdict.binding.conversationId !== conversationId) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return true;
      }
      const watermark = Number(address.searchParams.get('watermark') ?? 0) || 0;
      server.handleUpgrade(request, socket, head, (client) => {
        answered.add(client);
        client.on('pong', () => answered.add(client));
        // A client's error ends its own socket; it comes back with its watermark.
        client.on('error', () => client.terminate());
        void streams.add(conversationId, client, watermark);
      });
      return true;
    },
    close() {
      clearInterval(heartbeat);
      for (const socket of server.clients) socket.close(1001);
      server.close();
    },
  };
}
