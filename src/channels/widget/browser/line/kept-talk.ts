/** What brings a shopper back into the same conversation after a reload, on this device. */
export interface KeptTalk {
  readonly token: string;
  readonly conversationId: string;
  /** Whom the shop's own token named; absent where the shop gave none. */
  readonly shopUser?: string;
}

/** The device's storage where the browser allows it, else the page's memory. */
export interface Shelf {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}

const KEY = 'yida-talk';

export function deviceShelf(): Shelf {
  const memory = new Map<string, string>();
  const guarded = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return work(localStorage);
    } catch {
      // Blocked or full: the page's memory serves until it is left.
      return undefined;
    }
  };
  return {
    get: (key) => guarded((storage) => storage.getItem(key)) ?? memory.get(key),
    set(key, value) {
      memory.set(key, value);
      guarded((storage) => storage.setItem(key, value));
    },
    remove(key) {
      memory.delete(key);
      guarded((storage) => storage.removeItem(key));
    },
  };
}

/** The kept conversation, where it is this shopper's: one that a signed-in user left is not shown to the next. */
export function keptTalk(shelf: Shelf, shopToken: string | undefined): KeptTalk | undefined {
  const kept = read(shelf.get(KEY));
  if (kept === undefined) return undefined;
  if (kept.shopUser === (shopToken === undefined ? undefined : bindingOf(shopToken)?.user)) return kept;
  shelf.remove(KEY);
  return undefined;
}

export function keepTalk(shelf: Shelf, talk: KeptTalk): void {
  shelf.set(KEY, JSON.stringify(talk));
}

export function dropTalk(shelf: Shelf): void {
  shelf.remove(KEY);
}

/** Whom and which conversation a token names; undefined where it is no token. Only the server can verify it. */
export function bindingOf(token: string): { readonly user: string; readonly conv: string } | undefined {
  try {
    const claims = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '';
    const { user, conv } = JSON.parse(atob(claims)) as { user?: unknown; conv?: unknown };
    return typeof user === 'string' && typeof conv === 'string' ? { user, conv } : undefined;
  } catch {
    return undefined;
  }
}

function read(text: string | undefined): KeptTalk | undefined {
  try {
    const talk = JSON.parse(text ?? 'null') as Partial<KeptTalk> | null;
    return typeof talk?.token === 'string' && typeof talk.conversationId === 'string' ? (talk as KeptTalk) : undefined;
  } catch {
    return undefined;
  }
}
