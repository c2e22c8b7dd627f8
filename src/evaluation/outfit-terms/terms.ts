import { OBJECTIVE, type Objective } from '../../styling/objective.js';
import type { PairWeights } from '../../styling/pair-affinity.js';

/** A part of the objective that can be switched off. */
export type Term =
  | 'colour'
  | 'pattern'
  | 'formality'
  | 'style'
  | 'photoVectors'
  | 'kinds'
  | 'suits'
  | 'warmth'
  | 'level'
  | 'restraint';

/** Weights before they were chosen on the looks at even places; what the choice is worth is told on the others. */
export const FORMER: Objective = {
  outfit: { pairs: 0.42, suits: 0.2, kinds: 0.2, warmth: 0.07, level: 0.07, restraint: 0.04 },
  pair: OBJECTIVE.pair,
};

/** The objective without a term. Among the pair's terms the others take its place; an outfit's part weighs nothing. */
export function without(term: Term, full: Objective = OBJECTIVE): Objective {
  const { outfit, pair } = full;
  switch (term) {
    case 'photoVectors':
      return { outfit, pair: { ...pair, look: 0 } };
    case 'colour':
    case 'pattern':
    case 'formality':
    case 'style':
      return { outfit, pair: shared(pair, term) };
    default:
      return { outfit: { ...outfit, [term]: 0 }, pair };
  }
}

function shared(pair: PairWeights, term: 'colour' | 'pattern' | 'formality' | 'style'): PairWeights {
  const left = 1 - pair[term];
  const share = (name: typeof term) => (name === term ? 0 : pair[name] / left);
  return {
    colour: share('colour'),
    pattern: share('pattern'),
    formality: share('formality'),
    style: share('style'),
    look: pair.look,
  };
}
