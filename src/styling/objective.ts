import { PAIR_WEIGHTS, type PairWeights } from './pair-affinity.js';

/** What each part counts for in an outfit's score. */
export interface OutfitWeights {
  /** How the pieces go together, pair by pair. */
  readonly pairs: number;
  /** How each piece serves the occasion, the season and the weather. */
  readonly suits: number;
  /** How often such kinds are worn together. */
  readonly kinds: number;
  readonly warmth: number;
  readonly level: number;
  readonly restraint: number;
}

/** What outfits are chosen by. Another than `OBJECTIVE` serves measuring what a term is worth. */
export interface Objective {
  readonly outfit: OutfitWeights;
  readonly pair: PairWeights;
}

/** The parts of an outfit sum to 1. Chosen on one half of the looks dressed by hand; see models/outfits/README.md. */
export const OBJECTIVE: Objective = {
  outfit: { pairs: 0.38, suits: 0.28, kinds: 0.18, warmth: 0.06, level: 0.06, restraint: 0.04 },
  pair: PAIR_WEIGHTS,
};
