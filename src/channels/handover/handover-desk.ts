import type { Logger } from 'pino';
import type { GarmentStore } from '../../catalog/garment-store.js';
import type { ConversationStore } from '../../storage/conversation-store.js';
import type { HandoverStore, WaitingHandover } from '../../storage/handover-store.js';
import type { Rendering } from '../rendering/render-reply.js';
import { writeLetter } from './handover-letter.js';
import type { HandoverWay } from './handover-way.js';

export interface HandoverDeskDependencies {
  readonly handovers: HandoverStore;
  readonly conversations: Pick<ConversationStore, 'transcript'>;
  readonly garments: Pick<GarmentStore, 'getMany'>;
  readonly way: HandoverWay;
  readonly rendering: Rendering;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface HandoverDesk {
  /** Sends what is due; resolves when nothing more is. Runs one at a time. */
  work(): Promise<void>;
  /** Works now and then on its own; `close` stops it. */
  start(): void;
  close(): Promise<void>;
}

const EVERY_MS = 15_000;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;
/** After three days nobody waits for an answer any more. */
const GIVEN_UP_MS = 3 * 24 * 3_600_000;
const AT_ONCE = 20;

/** Passes handovers from the outbox to the merchant, again after a growing while where they were not taken. */
export function createHandoverDesk(deps: HandoverDeskDependencies): HandoverDesk {
  const { handovers, way, log, now } = deps;
  let working: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const send = async (waiting: WaitingHandover) => {
    const ids = [...new Set([...waiting.handover.shown, ...waiting.handover.liked])];
    const [turns, rows] = await Promise.all([
      deps.conversations.transcript(waiting.conversationId),
      deps.garments.getMany(ids),
    ]);
    await way.send(writeLetter(waiting, turns, new Map(rows.map((row) => [row.id, row])), deps.rendering));
  };

  const pass = async (waiting: WaitingHandover) => {
    try {
      await send(waiting);
      await handovers.remove(waiting.id);
    } catch (error) {
      if (now() - waiting.createdAt > GIVEN_UP_MS) {
        log.error({ err: error, id: waiting.id, way: way.name }, 'a handover was given up');
        await handovers.remove(waiting.id);
        return;
      }
      log.warn({ err: error, id: waiting.id, way: way.name }, 'a handover was not taken and is tried again');
      await handovers.postpone(waiting.id, now() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** waiting.attempts));
    }
  };

  const run = async () => {
    for (let due = await handovers.due(now(), AT_ONCE); due.length > 0; due = await handovers.due(now(), AT_ONCE))
      for (const waiting of due) await pass(waiting);
  };

  const work = () => {
    working = (working ?? Promise.resolve()).then(run).catch((error: unknown) => {
      log.error({ err: error }, 'handovers');
    });
    return working;
  };

  return {
    work,
    start() {
      timer = setInterval(() => void work(), EVERY_MS);
      timer.unref();
      void work();
    },
    async close() {
      clearInterval(timer);
      await working;
    },
  };
}
