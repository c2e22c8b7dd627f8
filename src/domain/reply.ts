import type { Action } from './action.js';
import type { ConstraintFacet, FacetValue } from './facet.js';
import type { Garment } from './garment.js';
import type { Locale, LocalisedText } from './locale.js';
import type { Money } from './money.js';
import type { UnderstoodTurn } from './turn.js';

/** A value inside a message; the renderer words it in the reply's language. */
export type MessageValue =
  | string
  | number
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'facet'; readonly value: FacetValue }
  | { readonly kind: 'text'; readonly text: LocalisedText }
  /** A message of its own, worded and put in place (a facet's name, a reason inside a sentence). */
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'list'; readonly items: readonly MessageValue[]; readonly join: 'and' | 'or' };

/** A sentence by id, with its values; words appear only where a channel renders it. */
export interface Message {
  readonly id: string;
  readonly values?: Readonly<Record<string, MessageValue>>;
}

/** How the garment answers the request: all that was stated, nearly, or by resemblance only. */
export type Match = 'exact' | 'close' | 'loose';

/** Parts of the score, each 0 to 1 where present; absent where that part did not run. */
export interface ItemScores {
  readonly lexical?: number;
  readonly text?: number;
  readonly image?: number;
  readonly attention?: number;
  readonly personal?: number;
}

export interface Reason {
  readonly facet: ConstraintFacet | 'photo' | 'words' | 'liked' | 'season' | 'harmony' | 'formality';
  readonly id: string;
  readonly message: Message;
}

export interface Item {
  readonly garment: Garment;
  readonly score: number;
  readonly match: Match;
  readonly scores: ItemScores;
  readonly reasons: readonly Reason[];
}

export interface Outfit {
  readonly garments: readonly Garment[];
  readonly total: Money;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** A limit that gave way, said aloud. */
export interface Relaxation {
  readonly facet: ConstraintFacet;
  readonly asked: MessageValue;
  readonly given: MessageValue;
  readonly message: Message;
}

/** Rungs of the ladder that were skipped, best first: what did not run. */
export type Degradation = 'attention' | 'vector' | 'photo' | 'lexical' | 'catalogue';

/** Weights of the attention ranker over what the query was made of; they sum to 1. */
export interface AttentionWeights {
  readonly text: number;
  readonly image: number;
  readonly history: number;
}

export interface Suggestion {
  readonly title: Message;
  readonly action: Action;
  /** For `say`: what pressing it says, worded in the reply's language (overrides action.text). */
  readonly say?: Message;
}

/** An answer in no language: ids, values, garments and reasons. */
export interface Reply {
  readonly locale: Locale;
  readonly messages: readonly Message[];
  readonly items: readonly Item[];
  readonly outfits: readonly Outfit[];
  readonly suggestions: readonly Suggestion[];
  readonly understood: UnderstoodTurn;
  readonly attention: AttentionWeights | null;
  readonly relaxed: readonly Relaxation[];
  readonly degraded: readonly Degradation[];
}
