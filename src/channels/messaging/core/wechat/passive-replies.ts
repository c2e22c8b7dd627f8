import { LRUCache } from 'lru-cache';

/** Answers that go out in the response to the delivery of what they answer. */
export interface PassiveReplies {
  /** Holds a delivery of `message` open; resolves to the answer, or to undefined where none came in time. */
  hold(message: string): Promise<string | undefined>;
  /** True where a delivery of `message` is open and now carries `reply`. */
  give(message: string, reply: string): boolean;
}

/** WeChat waits five seconds for a response, then delivers again, three times in all. */
const DELIVERIES = 3;
/** A reply is taken for so long after a delivery came. */
const OPEN_MS = 4_500;
/** A delivery that will come again is left without a response for longer than WeChat waits: a response would be the last word. */
const UNANSWERED_MS = 8_000;
const REMEMBERED = 5_000;

/** Deliveries that wait are held in memory, each for eight seconds at most. */
export function createPassiveReplies(): PassiveReplies {
  const open = new Map<string, (reply: string) => void>();
  const deliveries = new LRUCache<string, number>({ max: REMEMBERED });
  /** Given, but perhaps on a line that was closed: a further delivery gets the same. */
  const given = new LRUCache<string, string>({ max: REMEMBERED });
  return {
    hold(message) {
      const known = given.get(message);
      if (known !== undefined) return Promise.resolve(known);
      const delivery = (deliveries.get(message) ?? 0) + 1;
      deliveries.set(message, delivery);
      return new Promise((resolve) => {
        const give = (reply: string) => {
          clearTimeout(closing);
          clearTimeout(ending);
          resolve(reply);
        };
        const closing = setTimeout(() => {
          if (open.get(message) === give) open.delete(message);
        }, OPEN_MS);
        const ending = setTimeout(() => resolve(undefined), delivery < DELIVERIES ? UNANSWERED_MS : OPEN_MS);
        closing.unref();
        ending.unref();
        open.set(message, give);
      });
    },
    give(message, reply) {
      const waiting = open.get(message);
      if (waiting === undefined) return false;
      open.delete(message);
      given.set(message, reply);
      waiting(reply);
      return true;
    },
  };
}
