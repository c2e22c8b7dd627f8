import type { Locale } from '../domain/locale.js';
import type { Money } from '../domain/money.js';

/** A garment that a shopper asked to hear of, as it was then or when they were last told. */
export interface Watch {
  readonly userId: string;
  readonly garmentId: string;
  readonly app: string;
  /** The app's own name of the conversation. */
  readonly conversation: string;
  readonly locale: Locale;
  readonly price: Money | undefined;
  /** Whether it could be bought (in `size` where there is one). */
  readonly available: boolean;
  readonly size: string | undefined;
  /** Epoch milliseconds of the last notice about it. */
  readonly toldAt: number | undefined;
}

/** Where a shopper can be written to. */
export interface Reach {
  /** JSON, for the app alone. */
  readonly address: unknown;
  /** Epoch milliseconds of the shopper's last message. */
  readonly heardAt: number;
}

/** What a garment is from now on compared with. */
export interface WatchState {
  readonly price: Money | undefined;
  readonly available: boolean;
  /** Set where the shopper was told. */
  readonly toldAt?: number;
}

/** Garments to be told of. They are written with the turn that asked (see applyEffect). Times are epoch milliseconds. */
export interface WatchStore {
  /** Watches of an app in order of their users, after `after`, at most `limit` users' worth. */
  users(app: string, after: string, limit: number): Promise<string[]>;
  ofUser(userId: string): Promise<Watch[]>;
  update(userId: string, garmentId: string, state: WatchState): Promise<void>;
  /** Keeps where a shopper wrote from, of those alone who asked to be told of something. */
  noteReach(app: string, conversation: string, userId: string, reach: Reach): Promise<void>;
  reach(app: string, conversation: string): Promise<Reach | undefined>;
  /** Drops what was asked for before `olderThan`, and addresses nobody waits at. */
  prune(olderThan: number): Promise<void>;
}
