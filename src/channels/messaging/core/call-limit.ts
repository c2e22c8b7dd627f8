import { LRUCache } from 'lru-cache';

/** Counts calls, for platforms that drop what is too many without a word. */
export interface CallLimit {
  /** Counts a call for `key` and returns 0, or the milliseconds until one is allowed. */
  take(key: string): number;
}

/** Keys that are remembered; of those that were used least lately the count begins anew. */
const KEYS = 20_000;

/** At most `calls` in any `periodMs` for each key; `now` in epoch milliseconds. */
export function createCallLimit({
  calls,
  periodMs,
  now,
}: {
  calls: number;
  periodMs: number;
  now: () => number;
}): CallLimit {
  const made = new LRUCache<string, number[]>({ max: KEYS });
  return {
    take(key) {
      const at = now();
      const recent = (made.get(key) ?? []).filter((time) => at - time < periodMs);
      const [first] = recent;
      if (recent.length >= calls && first !== undefined) return first + periodMs - at;
      made.set(key, [...recent, at]);
      return 0;
    },
  };
}
