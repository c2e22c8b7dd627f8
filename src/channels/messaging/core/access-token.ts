/** A token that a platform lends for a while. */
export interface LentToken {
  readonly token: string;
  /** Seconds from now. */
  readonly expiresIn: number;
}

export interface AccessToken {
  /** The token, borrowed anew shortly before it ends; callers at the same time share one request. */
  get(): Promise<string>;
  /** The platform no longer takes it: the next `get` borrows another. */
  drop(): void;
}

/** Borrowed again this long before its end, in milliseconds. */
const EARLY_MS = 300_000;

export function createAccessToken(borrow: () => Promise<LentToken>, now: () => number): AccessToken {
  let held: { token: string; until: number } | undefined;
  let borrowing: Promise<string> | undefined;
  return {
    get() {
      if (held !== undefined && now() < held.until) return Promise.resolve(held.token);
      borrowing ??= borrow()
        .then(({ token, expiresIn }) => {
          held = { token, until: now() + Math.max(expiresIn * 1000 - EARLY_MS, expiresIn * 500) };
          return token;
        })
        .finally(() => {
          borrowing = undefined;
        });
      return borrowing;
    },
    drop() {
      held = undefined;
    },
  };
}
