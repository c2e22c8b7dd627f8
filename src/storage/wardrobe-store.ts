import type { OwnPiece } from '../domain/own-piece.js';

/** Own pieces of shoppers who agreed to be remembered; written with the turn that asked (see applyEffect), or here. */
export interface WardrobeStore {
  /** In the order they were added; those of another model have no vector that can be compared and lose it. */
  ofUser(userId: string, modelId: string): Promise<OwnPiece[]>;
  /** Keeps a piece of a user who has a profile, the newest 100 a user; false of one who has none. */
  add(userId: string, modelId: string, piece: OwnPiece, at: number): Promise<boolean>;
  /** Returns how many there were. */
  remove(userId: string, ids: readonly string[]): Promise<number>;
}

/** A wardrobe of more is an inventory. */
export const MOST_OWN_PIECES = 100;
