import type { Garment } from '../domain/garment.js';
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
  /** Catalogue ids the shopper owns already: they may be worked in, and are not priced. */
  readonly owned?: readonly string[];
  /** The shopper's own pieces, which no catalogue has; they may be anchors, be kept or be worked in, and are not priced. */
  readonly wardrobe?: readonly Garment[];
  /** True where every outfit is to wear something owned, as long as anything owned suits. */
  readonly wearOwned?: boolean;
  /** Catalogue ids that stay as they are (the rest of an outfit in which one piece is swapped). */
  readonly keep?: readonly string[];
  /** Catalogue ids not to propose (the piece swapped away, what the shopper dislikes). */
  readonly without?: readonly string[];
  /** Fill these slots beside the fixed pieces, and no others. */
  readonly slots?: readonly Slot[];
  /** By slot, the only ids a new piece may be chosen from (a black bag, flats); an empty list leaves the slot out. */
  readonly among?: Readonly<Record<Slot, readonly string[]>>;
  /** Outdoor temperature; decides the season where none is stated. */
  readonly celsius?: number;
  /** True where it rains: nothing open-toed, a layer that keeps water out is welcome. */
  readonly rain?: boolean;
  /** "Cheapest": nothing much dearer than the least a whole outfit costs, cheapest first. */
  readonly thrifty?: boolean;
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
