import type { Logger } from 'pino';
import type { DeliveryProgress, InboxStore, WaitingMessage } from '../../../storage/inbox-store.js';
import type { Delivery, IncomingMessage, JsonObject, MessagingApp, Part } from './messaging-app.js';
import { deliveryOfFailure } from './platform-call.js';

export interface DeskDependencies {
  readonly app: MessagingApp;
  readonly inbox: InboxStore;
  /** Drops delivered messages. */
  readonly finished: (sequences: readonly number[]) => Promise<void>;
  /** The answer to a message and the others of its album. */
  readonly answer: (waiting: WaitingMessage, album: readonly WaitingMessage[]) => Promise<readonly Part[]>;
  /** Called once after a message was answered and the answer delivered or put off: whatever need not be done before. */
  readonly answered: (waiting: WaitingMessage) => Promise<void>;
  /** A part was taken under an id that later reports may name. */
  readonly taken: (id: string, part: Part, waiting: WaitingMessage) => Promise<void>;
  /** What is said where answering fails time and again. */
  readonly apology: (waiting: WaitingMessage) => Promise<readonly Part[]>;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** False while the models or the first catalogue are not there: messages wait. */
  readonly ready: () => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds before a call that failed is made again; doubled at every further failure. */
  readonly firstWaitMs: number;
}

export interface MessagingDesk {
  /** These are in the inbox now, and were not before. */
  received(fresh: readonly WaitingMessage[]): void;
  /** Something new is in the inbox, and is due in so many milliseconds (at once where none are given). */
  wake(afterMs?: number): void;
  /** Resolves when nothing is due and nothing under way. */
  idle(): Promise<void>;
  /** Lets what is under way end and begins nothing more. */
  close(): Promise<void>;
}

/** Messages of one app worked on at the same time: a turn is bound by the processor, a delivery by the network. */
const AT_ONCE = 8;
/** Looks again at least this often, and at most this soon. */
const LOOK_AGAIN_MS = 30_000;
const SOONEST_MS = 20;
/** A failure of ours may pass (a disk, a network); one that stays must not hold up the conversation for long. */
const ANSWER_ATTEMPTS = 3;
const LONGEST_WAIT_MS = 300_000;
/** A shopper sees that an answer is under way where it takes longer than this. */
const TYPING_AFTER_MS = 600;

/**
 * Empties one app's inbox: one message of a conversation after the other, several conversations at once. A
 * message is answered once and its answer kept; each part is then delivered once the one before was taken, again
 * after a growing while during outages, until the platform's window has passed.
 */
export function createMessagingDesk(deps: DeskDependencies): MessagingDesk {
  const { app, inbox, log, now } = deps;
  const busy = new Map<string, Promise<void>>();
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let closed = false;
  /** True where the inbox was seen empty and nothing has come since. */
  let empty = false;
  let timer: { readonly at: number; readonly stop: () => void } | undefined;

  const work = async (waiting: WaitingMessage): Promise<void> => {
    try {
      const answer = await answerTo(waiting);
      const held = await deliver(waiting, answer);
      if (waiting.parts === undefined) await afterwards(waiting, deps.answered(waiting));
      if (held === undefined) await deps.finished([waiting, ...answer.album].map(({ sequence }) => sequence));
      else await later(waiting, held.afterMs, { ...answer, sent: held.sent });
    } catch (error) {
      log.error({ err: error, app: app.name, message: waiting.id }, 'a message could not be answered');
      if (waiting.attempts > ANSWER_ATTEMPTS) await inbox.fail(waiting.sequence);
      else await later(waiting, undefined);
    }
  };

  /** The answer that was kept, or a new one: the assistant gives the same answer to the same message. */
  const answerTo = async (waiting: WaitingMessage): Promise<DeliveryProgress> => {
    if (waiting.parts !== undefined) return { parts: waiting.parts, sent: waiting.sent, album: [] };
    const { to } = waiting.body as IncomingMessage;
    const typing = setTimeout(() => void app.typing?.(to).catch(() => {}), TYPING_AFTER_MS);
    try {
      const album = await inbox.album(waiting);
      const parts = await (waiting.attempts < ANSWER_ATTEMPTS ? deps.answer(waiting, album) : deps.apology(waiting));
      return { parts, sent: 0, album };
    } finally {
      clearTimeout(typing);
    }
  };

  /** The shopper has the answer: it is not to come again where this fails. */
  const afterwards = (waiting: WaitingMessage, noted: Promise<void>): Promise<void> =>
    noted.catch((error: unknown) => {
      log.error({ err: error, app: app.name, message: waiting.id }, 'what follows an answer');
    });

  /** Undefined where all parts are through; else how many are, and when the platform wants to be called again. */
  const deliver = async (
    waiting: WaitingMessage,
    { parts, sent }: DeliveryProgress,
  ): Promise<{ sent: number; afterMs: number | undefined } | undefined> => {
    const { to } = waiting.body as IncomingMessage;
    for (const [index, part] of (parts as readonly Part[]).entries()) {
      if (index < sent) continue;
      if (index > sent && app.paceMs !== undefined) await pause(app.paceMs);
      const delivery = await deliverPart(part, to);
      if (delivery.kind === 'sent' && delivery.id !== undefined)
        await afterwards(waiting, deps.taken(delivery.id, part, waiting));
      if (delivery.kind === 'later') {
        log.warn({ app: app.name, message: waiting.id, why: delivery.why }, 'an answer is delivered later');
        return { sent: index, afterMs: delivery.afterMs };
      }
      if (delivery.kind === 'refused')
        log.error(
          { app: app.name, message: waiting.id, why: delivery.why },
          'the platform refused a part of an answer',
        );
    }
    return undefined;
  };

  const deliverPart = async ({ call, otherwise }: Part, to: JsonObject): Promise<Delivery> => {
    const first = await send(call, to);
    if (first.kind !== 'refused' || otherwise === undefined) return first;
    log.warn({ app: app.name, why: first.why }, 'a card was refused and is sent as text');
    let last: Delivery = first;
    for (const plain of otherwise) {
      last = await send(plain, to);
      if (last.kind !== 'sent') break;
    }
    // The words are there: a report on them would bring them again.
    return last.kind === 'sent' ? { kind: 'sent' } : last;
  };

  const send = (call: JsonObject, to: JsonObject): Promise<Delivery> => app.send(call, to).catch(deliveryOfFailure);

  const later = async (
    waiting: WaitingMessage,
    afterMs: number | undefined,
    progress?: DeliveryProgress,
  ): Promise<void> => {
    const wait = Math.max(afterMs ?? 0, Math.min(LONGEST_WAIT_MS, deps.firstWaitMs * 2 ** waiting.attempts));
    await inbox.postpone(waiting, now() + wait, progress);
    lookAgainAt(now() + wait);
    if (now() + wait - waiting.receivedAt <= app.windowMs) return;
    log.error(
      { app: app.name, message: waiting.id, conversation: waiting.conversation },
      'an answer could not be delivered in the time its platform gives',
    );
    await inbox.fail(waiting.sequence);
  };

  const begin = (waiting: WaitingMessage): void => {
    const working = work(waiting)
      .catch((error: unknown) => log.error({ err: error, app: app.name }, 'the inbox'))
      .finally(() => {
        busy.delete(waiting.conversation);
        wake();
      });
    busy.set(waiting.conversation, working);
  };

  const look = async (): Promise<void> => {
    do {
      lookAgain = false;
      if (closed || !deps.ready()) break;
      const room = AT_ONCE - busy.size;
      const found = room > 0 ? await inbox.due(app.name, now(), room, [...busy.keys()]) : [];
      for (const waiting of found) begin(waiting);
    } while (lookAgain);
    if (closed || busy.size > 0) return;
    const next = deps.ready() ? await inbox.nextAt(app.name) : now() + deps.firstWaitMs;
    empty = next === undefined && !lookAgain;
    lookAgainAt(next ?? now() + LOOK_AGAIN_MS);
  };

  /** While something is under way its end looks again; what is put off meanwhile is known here. */
  const lookAgainAt = (at: number): void => {
    // One that should have gone off was set before the clock was put forward.
    if (closed || (timer !== undefined && timer.at > now() && timer.at <= at)) return;
    timer?.stop();
    const wait = Math.min(LOOK_AGAIN_MS, Math.max(SOONEST_MS, at - now()));
    const handle = setTimeout(() => {
      timer = undefined;
      wake();
    }, wait);
    handle.unref();
    timer = { at, stop: () => clearTimeout(handle) };
  };

  /** The only message there is has nothing before it: it needs no look at the inbox. */
  const received = (fresh: readonly WaitingMessage[]): void => {
    const [only, ...others] = fresh;
    const isFree = empty && !closed && busy.size === 0 && looking === undefined && deps.ready();
    empty = false;
    if (only !== undefined && others.length === 0 && only.album === undefined && isFree) begin(only);
    else wake();
  };

  function wake(afterMs = 0): void {
    empty = false;
    if (closed) return;
    if (afterMs > 0) {
      lookAgainAt(now() + afterMs);
      return;
    }
    lookAgain = true;
    looking ??= look()
      .catch((error: unknown) => {
        log.error({ err: error, app: app.name }, 'the inbox');
        lookAgainAt(now() + deps.firstWaitMs);
      })
      .finally(() => {
        looking = undefined;
        if (lookAgain) wake();
      });
  }

  return {
    received,
    wake,
    async idle() {
      wake();
      while (looking !== undefined || busy.size > 0) await Promise.all([looking, ...busy.values()]);
    },
    async close() {
      closed = true;
      timer?.stop();
      await looking;
      await Promise.all(busy.values());
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
