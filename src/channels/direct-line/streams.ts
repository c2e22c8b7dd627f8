import type { WebSocket } from 'ws';
import type { ActivityJson, ActivityLog } from '../../storage/activity-log.js';
import { delivered } from './outgoing-activity.js';

/** A client that reads this slowly is let go; it comes back with its watermark. */
const BUFFERED_BYTES = 8 * 1024 * 1024;
/** Open streams of one conversation: several tabs, not an army. */
const STREAMS = 8;

interface Stream {
  readonly socket: WebSocket;
  /** The last sequence sent. */
  cursor: number;
  /** The running delivery; the next one waits for it, so that order holds. */
  delivery: Promise<void>;
}

/**
 * The open WebSockets of each conversation. Everything that stays is read from the log after the stream's
 * cursor, so that nothing is missed or told twice, however deliveries and connections interleave.
 */
export class Streams {
  readonly #open = new Map<string, Set<Stream>>();
  /** Stand-ins for logged activities while their turn runs: the client's own thumbnail of its photo. */
  readonly #live = new Map<string, ActivityJson>();
  readonly #log: ActivityLog;

  constructor(log: ActivityLog) {
    this.#log = log;
  }

  /** Sends what was said after `watermark`, then whatever is said. */
  async add(conversationId: string, socket: WebSocket, watermark: number): Promise<void> {
    const streams = this.#open.get(conversationId) ?? new Set();
    if (streams.size >= STREAMS) {
      socket.close(1013);
      return;
    }
    const stream: Stream = { socket, cursor: watermark, delivery: Promise.resolve() };
    streams.add(stream);
    this.#open.set(conversationId, streams);
    socket.on('close', () => {
      streams.delete(stream);
      if (streams.size === 0) this.#open.delete(conversationId);
    });
    await this.#deliverTo(conversationId, stream);
  }

  /** Tells every stream of a conversation what is new in its log. */
  async deliver(conversationId: string): Promise<void> {
    const streams = [...(this.#open.get(conversationId) ?? [])];
    await Promise.all(streams.map((stream) => this.#deliverTo(conversationId, stream)));
  }

  /** Sends an activity that is not kept (typing): it has no place in the order and no watermark. */
  whisper(conversationId: string, activity: ActivityJson): void {
    for (const { socket } of this.#open.get(conversationId) ?? []) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ activities: [activity] }));
    }
  }

  showInstead(conversationId: string, sequence: number, activity: ActivityJson): void {
    this.#live.set(`${conversationId} ${sequence}`, activity);
  }

  forgetStandIn(conversationId: string, sequence: number): void {
    this.#live.delete(`${conversationId} ${sequence}`);
  }

  closeAll(code: number): void {
    for (const streams of this.#open.values()) for (const { socket } of streams) socket.close(code);
  }

  #deliverTo(conversationId: string, stream: Stream): Promise<void> {
    stream.delivery = stream.delivery.then(async () => {
      const entries = await this.#log.after(conversationId, stream.cursor);
      const last = entries.at(-1);
      if (last === undefined || stream.socket.readyState !== stream.socket.OPEN) return;
      if (stream.socket.bufferedAmount > BUFFERED_BYTES) {
        stream.socket.terminate();
        return;
      }
      stream.cursor = last.sequence;
      const activities = entries.map((entry) =>
        delivered(conversationId, {
          ...entry,
          activity: this.#live.get(`${conversationId} ${entry.sequence}`) ?? entry.activity,
        }),
      );
      stream.socket.send(JSON.stringify({ activities, watermark: String(last.sequence) }));
    });
    // A log that cannot be read ends this delivery, not the next ones.
    stream.delivery = stream.delivery.catch(() => undefined);
    return stream.delivery;
  }
}
