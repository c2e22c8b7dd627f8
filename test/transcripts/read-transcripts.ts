import { readFileSync } from 'node:fs';
import type { Constraints } from '../../src/domain/constraints.js';
import type { Locale } from '../../src/domain/locale.js';
import type { Intent } from '../../src/domain/turn.js';

/** One turn in both languages and what must come of it; words are never compared. */
export interface TranscriptTurn extends Partial<Record<Locale, string>> {
  /** A photo of this kind and colour. */
  readonly photo?: string;
  readonly intent?: Intent;
  /** All that holds after the turn. */
  readonly constraints?: Constraints;
  /** Some of what holds after the turn. */
  readonly facet?: Constraints;
  /** The first card is one of these. */
  readonly first?: readonly string[];
  /** Every card that is no near miss is one of these. */
  readonly only?: readonly string[];
  readonly never?: readonly string[];
  /** Every card costs less than this many fen. */
  readonly under?: number;
  /** Places pointed at. */
  readonly refers?: readonly number[];
  readonly outfits?: boolean;
  readonly none?: boolean;
  /** Message ids that are said, variants aside. */
  readonly messages?: readonly string[];
  /** The reply is in the other language. */
  readonly switches?: boolean;
  /** Every card is a row of the shop, as it is. */
  readonly honest?: boolean;
}

export interface Transcript {
  readonly name: string;
  readonly turns: readonly TranscriptTurn[];
}

export const transcripts: readonly Transcript[] = JSON.parse(
  readFileSync(new URL('./transcripts.json', import.meta.url), 'utf8'),
);
