import type { Money } from '../domain/money.js';
import type { Degradation, Outfit, Relaxation } from '../domain/reply.js';
import type { PhotoTags } from '../domain/tags.js';

/** Where a piece is worn; an outfit holds at most one piece a slot. */
export type Slot = string;

/** What the shopper wants dressed: a garment, a photo of an own garment, or only an occasion. */
export interface OutfitRequest {
  readonly garmentId?: string;
  /** An own garment known by its photo: vector and tags; it is owned, so it is not priced. */
  readonly photo?: { readonly embedding: Float32Array; readonly tags: PhotoTags };
  readonly occasion?: string;
  readonly season?: string;
  readonly audience?: string;
  readonly size?: string;
  /** For the pieces to buy, together. */
  readonly budget?: Money;
  readonly avoidColours?: readonly string[];
  /** Catalogue ids the shopper owns already. */
  readonly owned?: readonly string[];
  readonly limit: number;
}

export interface OutfitOutcome {
  readonly outfits: readonly Outfit[];
  readonly relaxed: readonly Relaxation[];
  readonly degraded: readonly Degradation[];
  /** Why there is none, as a message id, where `outfits` is empty. */
  readonly emptyBecause?: 'not-wearable' | 'no-anchor' | 'nothing-fits';
}

export type ComposeOutfits = (request: OutfitRequest) => Promise<OutfitOutcome>;
