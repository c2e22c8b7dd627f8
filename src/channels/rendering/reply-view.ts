import type { Action } from '../../domain/action.js';
import type { ConstraintFacet } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { Locale } from '../../domain/locale.js';
import type { Money } from '../../domain/money.js';
import type { AttentionWeights, Degradation, ItemScores, Match } from '../../domain/reply.js';
import type { UnderstoodTurn } from '../../domain/turn.js';

/** Why a garment or an outfit is shown, in the reply's language. */
export interface ReasonView {
  readonly facet: string;
  readonly id: string;
  readonly text: string;
}

export interface ItemView {
  readonly garment: Garment;
  readonly score: number;
  readonly match: Match;
  readonly scores: ItemScores;
  readonly reasons: readonly ReasonView[];
}

export interface OutfitView {
  readonly garments: readonly Garment[];
  readonly total: Money;
  readonly score: number;
  readonly reasons: readonly ReasonView[];
  /** Address of the outfit's board picture, where boards are drawn. */
  readonly board?: string;
}

/** Something that was asked, as data: money as Money, a facet as its id, several as a list. */
export type PlainValue = string | number | Money | readonly PlainValue[];

export interface RelaxedView {
  readonly facet: ConstraintFacet;
  readonly asked: PlainValue;
  readonly given: PlainValue;
  readonly text: string;
}

export interface SuggestionView {
  readonly title: string;
  readonly action: Action;
}

/**
 * An answer in one language: the JSON `reply` of every entry. Picture and product addresses are absolute.
 * `text` and `speech` are plain: never markdown, never markup.
 */
export interface ReplyView {
  readonly locale: Locale;
  readonly text: string;
  readonly speech: string;
  readonly items: readonly ItemView[];
  readonly outfits: readonly OutfitView[];
  readonly suggestions: readonly SuggestionView[];
  readonly understood: UnderstoodTurn | null;
  readonly attention: AttentionWeights | null;
  readonly relaxed: readonly RelaxedView[];
  readonly degraded: readonly Degradation[];
}
