import type { OwnPiece } from '../domain/own-piece.js';
import type { Profile } from '../domain/profile.js';
import type { Forgotten } from './forget-shopper.js';

/** What a shopper did: looked, liked, bought. */
export interface ShopperEvent {
  readonly verb: 'view' | 'open' | 'like' | 'dislike' | 'cart' | 'purchase';
  readonly garmentId: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What is kept of shoppers beyond a conversation, and its erasure. A profile exists only with consent. */
export interface ShopperStore {
  profile(userId: string): Promise<Profile | undefined>;
  /** Keeps events, newest 500 a user. Returns how many were kept: none of a user without a profile. */
  record(userId: string, events: readonly ShopperEvent[]): Promise<number>;
  /** Garments liked, carted or bought and not disliked since, newest first, at most `limit`. */
  liked(userId: string, limit: number): Promise<string[]>;
  /** Newest first. */
  events(userId: string): Promise<ShopperEvent[]>;
  /** What the shopper's own pieces are, in the order they were added. */
  wardrobe(userId: string): Promise<Pick<OwnPiece, 'id' | 'category' | 'colours' | 'pattern'>[]>;
  /** Garments the shopper asked to be told of, and since when (epoch milliseconds). */
  watched(userId: string): Promise<{ readonly garmentId: string; readonly at: number }[]>;
  /** Erases everything about a user, in one transaction. */
  forget(userId: string): Promise<Forgotten>;
}
