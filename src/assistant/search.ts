import type { Constraints } from '../domain/constraints.js';
import type { Locale } from '../domain/locale.js';
import type { AttentionWeights, Degradation, Item, Relaxation } from '../domain/reply.js';
import type { UnderstoodTurn } from '../domain/turn.js';
import type { PhotoEncoding } from '../encoding/encoder.js';

/** One search: words, a photo, a garment to resemble, or any of them together. */
export interface SearchQuery {
  readonly locale: Locale;
  /** The words to encode (the running request in the shopper's own words, or composed from constraints). */
  readonly text?: string;
  /** Words for BM25 (tokens and keywords, both languages' display names may be added by the search). */
  readonly keywords: readonly string[];
  readonly constraints: Constraints;
  /** A photo: fresh (with patches) or remembered (embedding alone). */
  readonly photo?: Pick<PhotoEncoding, 'embedding'> & Partial<Pick<PhotoEncoding, 'patches' | 'patchCount' | 'tags'>>;
  /** Resemble this garment (it is left out of the results). */
  readonly similarTo?: string;
  /** Garments the shopper liked, newest first: the history modality. */
  readonly liked: readonly string[];
  /** Garments not to show (disliked, or already seen when "more" is asked). */
  readonly without: readonly string[];
  readonly sort?: UnderstoodTurn['sort'];
  readonly limit: number;
}

/**
 * What a search found. Every item keeps every hard limit; where nothing did, limits gave way one at a time
 * and `relaxed` says which. `degraded` names what did not run.
 */
export interface SearchOutcome {
  readonly items: readonly Item[];
  readonly attention: AttentionWeights | null;
  readonly relaxed: readonly Relaxation[];
  readonly degraded: readonly Degradation[];
}

export type Search = (query: SearchQuery) => Promise<SearchOutcome>;
