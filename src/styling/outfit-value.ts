import { type EnsembleTerms, ensembleTerms, pairWeight } from './ensemble-terms.js';
import type { KindsTogether } from './kinds-together.js';
import { OBJECTIVE, type Objective, type OutfitWeights } from './objective.js';
import { pairAffinity } from './pair-affinity.js';
import type { Piece } from './piece.js';
import { type Brief, suitability } from './piece-suitability.js';

/** What a whole outfit is worth by itself, 0 to 1, as the search adds it up. Pure. */
export function outfitValue(
  pieces: readonly Piece[],
  brief: Brief,
  kinds: KindsTogether,
  objective: Objective = OBJECTIVE,
): number {
  const { outfit } = objective;
  const scale = outfit.pairs / totalPairWeight(pieces.map(({ kind }) => kind.slot));
  const together = outfit.kinds * kinds.score(pieces.map(({ category }) => category));
  return (
    valueOfPieces(pieces, brief, scale, pieces.length, objective) +
    ensembleValue(ensembleTerms(pieces, brief), outfit) +
    together
  );
}

/** What pieces add by themselves and pair by pair; `scale` what a pair counts for, `count` all pieces of the outfit. */
export function valueOfPieces(
  pieces: readonly Piece[],
  brief: Brief,
  scale: number,
  count: number,
  { outfit, pair }: Objective,
): number {
  let value = 0;
  for (const [index, a] of pieces.entries()) {
    value += (outfit.suits * suitability(a, brief)) / count;
    for (const b of pieces.slice(index + 1)) {
      value += scale * pairWeight(a.kind.slot, b.kind.slot) * pairAffinity(a, b, pair);
    }
  }
  return value;
}

export function ensembleValue(terms: EnsembleTerms, weights: OutfitWeights): number {
  return weights.warmth * terms.warmth + weights.level * terms.level + weights.restraint * terms.restraint;
}

export function totalPairWeight(worn: readonly string[]): number {
  let weights = 0;
  for (const [index, a] of worn.entries()) for (const b of worn.slice(index + 1)) weights += pairWeight(a, b);
  return weights || 1;
}
