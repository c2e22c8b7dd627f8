import type { Shelf } from './kept-talk.js';
import type { Letter } from './outbox.js';

/** What waits to be sent, kept over a change of page: a shop's next page loads the widget anew. */
export interface Unsent {
  keep(letters: readonly Letter[]): void;
  /** What was left waiting not long ago, by the same shopper. */
  left(): readonly Letter[];
}

interface Kept {
  readonly user?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly letters: readonly Letter[];
}

const KEY = 'yida-unsent';
/** Who comes back later has something else in mind. Milliseconds. */
const STALE_MS = 30 * 60_000;

/** `user` is whom the shop names now. Photos are not kept on a device, nor words that lean on one. */
export function unsentOn(shelf: Shelf, user: () => string | undefined): Unsent {
  return {
    keep(letters) {
      const kept = letters.filter(({ photo }) => photo === undefined);
      const named = user();
      if (kept.length === 0) shelf.remove(KEY);
      else
        shelf.set(
          KEY,
          JSON.stringify({ ...(named === undefined ? {} : { user: named }), at: Date.now(), letters: kept }),
        );
    },
    left() {
      const kept = read(shelf.get(KEY));
      if (kept === undefined || kept.user !== user() || Date.now() - kept.at > STALE_MS) return [];
      return kept.letters.filter(({ clientId }) => typeof clientId === 'string');
    },
  };
}

function read(text: string | undefined): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept>;
    return Array.isArray(kept.letters) && typeof kept.at === 'number' ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}
