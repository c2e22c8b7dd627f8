import type { Vocabulary } from '../../domain/vocabulary.js';
import { fits } from '../../styling/audience-consistency.js';
import { createFashionKnowledge } from '../../styling/fashion-knowledge.js';
import type { Piece } from '../../styling/piece.js';
import { type Brief, rightForOccasion, rightForSeason } from '../../styling/piece-suitability.js';
import { seededDraws } from '../resampling.js';
import type { Look } from './looks.js';

/** One look, and what it is told apart from. */
export interface LookQuestions {
  readonly brief: Brief;
  readonly pieces: readonly Piece[];
  /** For each piece the candidates for its place, the true one last. */
  readonly blanks: readonly { readonly at: number; readonly candidates: readonly Piece[] }[];
  /** Outfits of the same slots, every piece drawn at random from what the brief allows. */
  readonly random: readonly (readonly Piece[])[];
}

const CANDIDATES = 4;
const RANDOM_OUTFITS = 20;
/** Each blank is asked so often, with other wrong candidates: what is drawn should not decide. */
const ROUNDS = 8;

/**
 * Wrong candidates are what a shopper of the look could wear too: the same slot, for the same wearer, season and
 * occasion, to be had, of another style. Throws a RangeError for a look of which a piece is not there.
 */
export function lookQuestions(
  looks: readonly Look[],
  shelf: readonly Piece[],
  vocabulary: Vocabulary,
): LookQuestions[] {
  const byId = new Map(shelf.map((piece) => [piece.id, piece]));
  return looks.map((look, number) => {
    // Draws of its own: what one look may be told from changes no other.
    const draw = seededDraws(17 + number * 1_000);
    const brief = briefOf(look, vocabulary);
    const pieces = look.pieces.map((id) => {
      const piece = byId.get(id);
      if (piece === undefined) throw new RangeError(`no piece ${id} in the demo catalogue`);
      return piece;
    });
    const pools = pieces.map((piece) => others(piece, shelf, brief));
    const drawn = (at: number): Piece | undefined => pools[at]?.[draw(pools[at]?.length ?? 1)];
    return {
      brief,
      pieces,
      blanks: Array.from({ length: ROUNDS }, () =>
        pieces.map((piece, at) => ({ at, candidates: [...different(drawn, at), piece] })),
      ).flat(),
      random: Array.from({ length: RANDOM_OUTFITS }, () => pieces.map((piece, at) => drawn(at) ?? piece)),
    };
  });
}

function different(drawn: (at: number) => Piece | undefined, at: number): Piece[] {
  const found = new Set<Piece>();
  for (let tries = 0; found.size < CANDIDATES - 1 && tries < 200; tries++) {
    const piece = drawn(at);
    if (piece) found.add(piece);
  }
  return [...found];
}

function others(truth: Piece, shelf: readonly Piece[], brief: Brief): Piece[] {
  const { season } = brief;
  return shelf.filter(
    (piece) =>
      piece.kind.slot === truth.kind.slot &&
      piece.id !== truth.id &&
      (piece.groupId === undefined || piece.groupId !== truth.groupId) &&
      piece.kind.proposed !== false &&
      piece.available &&
      fits(piece.audience, brief.wearer) &&
      (season === undefined || rightForSeason(piece, season)) &&
      rightForOccasion(piece, brief),
  );
}

/** What the look's wearer would have asked for. */
export function briefOf(
  { wearer, season, occasion }: Pick<Look, 'wearer' | 'season' | 'occasion'>,
  vocabulary: Vocabulary,
): Brief {
  return {
    wearer,
    season,
    occasion,
    occasionKnowledge: occasion === undefined ? undefined : createFashionKnowledge(vocabulary).occasion(occasion),
    occasionLine: occasion === undefined ? [] : vocabulary.lineage('occasions', occasion),
    strictOccasion: true,
    rain: false,
  };
}
