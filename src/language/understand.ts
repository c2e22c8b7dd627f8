import type { Locale } from '../domain/locale.js';
import type { UnderstoodTurn } from '../domain/turn.js';

/** What the conversation lends to understanding a text. */
export interface UnderstandContext {
  /** The conversation's language, kept where the text does not decide (emoji, a bare number). */
  readonly locale: Locale;
  /** The catalogue's currency, for 块, 元 and bare amounts. */
  readonly currency: string;
  /** Brands of the catalogue. */
  readonly brands: readonly string[];
  /** True where garments were shown: comparatives and ordinals then refer to them. */
  readonly hasShown: boolean;
  /** True where the turn or the conversation has a photo to refer to. */
  readonly hasPhoto: boolean;
  /** True where something is being looked for already: a bare facet ("in black") then refines it. */
  readonly hasRequest: boolean;
}

/** Text in, meaning out; pure, bounded in time for any input. */
export type Understand = (text: string, context: UnderstandContext) => UnderstoodTurn;
