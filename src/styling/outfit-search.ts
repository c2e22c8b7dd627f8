import { type BestChoice, bestChoice, type Choice } from './branch-and-bound.js';
import { type Candidate, type FixedPiece, type Pools, shortlist } from './candidate-pools.js';
import { type EnsembleTerms, ensembleTerms, pairWeight } from './ensemble-terms.js';
import type { FashionKnowledge } from './fashion-knowledge.js';
import type { KindsTogether } from './kinds-together.js';
import type { Slot } from './outfit-composer.js';
import type { OutfitTemplate } from './outfit-templates.js';
import { pairAffinity } from './pair-affinity.js';
import type { Piece } from './piece.js';
import { type Brief, suitability } from './piece-suitability.js';

/** What each part counts for in an outfit's score; they sum to 1. */
export const OUTFIT_WEIGHTS = {
  pairs: 0.42,
  suits: 0.2,
  kinds: 0.2,
  warmth: 0.07,
  level: 0.07,
  restraint: 0.04,
} as const;
const WHOLE_AT_MOST = OUTFIT_WEIGHTS.kinds + OUTFIT_WEIGHTS.warmth + OUTFIT_WEIGHTS.level + OUTFIT_WEIGHTS.restraint;

/** An incomplete outfit (no shoes to be had) yields to a complete one of nearly the same taste. */
const COMPLETENESS = 0.5;
const OWNED_BONUS = 0.05;
const USED_BEFORE = 0.5;
const KIND_BEFORE = 0.03;
const COLOUR_BEFORE = 0.015;

/** How many candidates a slot keeps, by how many slots are free: the product stays within milliseconds. */
const SHORTLIST: Readonly<Record<number, number>> = { 1: 80, 2: 40, 3: 24, 4: 14 };

export interface FoundOutfit {
  readonly brief: Brief;
  readonly fixed: readonly FixedPiece[];
  readonly chosen: readonly Candidate[];
  readonly terms: EnsembleTerms;
  /** 0 to 1. */
  readonly score: number;
}

/** One wearer's problem: the same pools serve every template and every round. */
export interface WearerPools {
  readonly brief: Brief;
  readonly pools: Pools;
  readonly templates: readonly OutfitTemplate[];
}

export interface OutfitSearchInput {
  readonly wearers: readonly WearerPools[];
  readonly fixed: readonly FixedPiece[];
  /** Minor units left for the pieces to choose. */
  readonly budget: number;
  readonly limit: number;
  readonly kinds: KindsTogether;
  readonly knowledge: FashionKnowledge;
  readonly vocabulary: Parameters<typeof suitability>[3];
}

/**
 * Up to `limit` outfits, best first. Each is the exact best over the shortlists of its slots, given that
 * pieces of the outfits before it are not used again while anything else will do.
 */
export function searchOutfits(input: OutfitSearchInput): FoundOutfit[] {
  const problems = input.wearers.flatMap((wearer) =>
    wearer.templates.map((template) => createProblem(wearer, template, input)),
  );
  const found: FoundOutfit[] = [];
  while (found.length < input.limit) {
    let best: { outfit: FoundOutfit; value: number } | undefined;
    for (const problem of problems) {
      const result = problem.solve(found, best?.value ?? Number.NEGATIVE_INFINITY);
      if (result) best = result;
    }
    if (best === undefined || repeats(best.outfit, found)) break;
    found.push(best.outfit);
  }
  return found;
}

/** True where the outfit shares every chosen piece with an earlier one, in part or whole. */
function repeats(outfit: FoundOutfit, earlier: readonly FoundOutfit[]): boolean {
  const ids = outfit.chosen.map(({ piece }) => piece.id);
  return earlier.some(({ chosen }) => {
    const before = new Set(chosen.map(({ piece }) => piece.id));
    return ids.every((id) => before.has(id));
  });
}

function createProblem(wearer: WearerPools, template: OutfitTemplate, input: OutfitSearchInput) {
  const { brief } = wearer;
  const slots = template.slots;
  const fixedPieces = input.fixed.map(({ piece }) => piece);
  const lists = slots.map((slot) =>
    shortlist(wearable(wearer.pools.get(slot) ?? [], slot, slots, fixedPieces), SHORTLIST[slots.length] ?? 14),
  );
  const worn = [...fixedPieces.map((piece) => piece.kind.slot), ...slots];
  const scale = OUTFIT_WEIGHTS.pairs / totalPairWeight(worn);
  const fixedSuits = fixedPieces.map((piece) => suitability(piece, brief, input.knowledge, input.vocabulary));
  const fixedPairs = fixedPieces.flatMap((a, i) =>
    fixedPieces.slice(i + 1).map((b) => scale * pairWeight(a.kind.slot, b.kind.slot) * pairAffinity(a, b)),
  );
  const constant =
    sum(fixedPairs) +
    (OUTFIT_WEIGHTS.suits * sum(fixedSuits)) / worn.length -
    COMPLETENESS * Math.max(0, 1 - template.complete) +
    COMPLETENESS * 0.2 * Math.max(0, template.complete - 1);
  const gains = lists.map((list, s) =>
    Float64Array.from(list, (candidate) => {
      const own = (OUTFIT_WEIGHTS.suits * candidate.suits) / worn.length + (candidate.owned ? OWNED_BONUS : 0);
      const slot = slots[s] ?? '';
      const beside = fixedPieces.map(
        (fixed) => scale * pairWeight(fixed.kind.slot, slot) * pairAffinity(fixed, candidate.piece),
      );
      return own + sum(beside);
    }),
  );
  const together = lists.map((first, s) =>
    lists.map((second, t) =>
      t > s ? pairMatrix(first, second, scale * pairWeight(slots[s] ?? '', slots[t] ?? '')) : EMPTY,
    ),
  );
  const costs = lists.map((list) => Float64Array.from(list, ({ cost }) => cost));
  const wholeOf = (choice: readonly number[]) => {
    const pieces = [...fixedPieces, ...choice.flatMap((i, s) => lists[s]?.[i]?.piece ?? [])];
    const terms = ensembleTerms(pieces, brief, input.knowledge);
    const kinds = input.kinds.score(pieces.map((piece) => piece.category));
    return {
      terms,
      value:
        OUTFIT_WEIGHTS.kinds * kinds +
        OUTFIT_WEIGHTS.warmth * terms.warmth +
        OUTFIT_WEIGHTS.level * terms.level +
        OUTFIT_WEIGHTS.restraint * terms.restraint,
    };
  };

  return {
    solve(found: readonly FoundOutfit[], floor: number): { outfit: FoundOutfit; value: number } | undefined {
      const before = seenBefore(found);
      const penalties = lists.map((list) => Float64Array.from(list, ({ piece }) => before(piece)));
      const choices: Choice[] = lists.map((_, s) => ({
        gain: (gains[s] ?? EMPTY).map((gain, i) => gain - (penalties[s]?.[i] ?? 0)),
        cost: costs[s] ?? EMPTY,
      }));
      const best: BestChoice | undefined = bestChoice(
        {
          slots: choices,
          together,
          budget: input.budget,
          whole: (choice) => wholeOf(choice).value,
          wholeAtMost: WHOLE_AT_MOST,
        },
        floor - constant,
      );
      if (best === undefined) return undefined;
      const chosen = best.choice.flatMap((i, s) => lists[s]?.[i] ?? []);
      const penalty = sum(best.choice.map((i, s) => penalties[s]?.[i] ?? 0));
      const value = best.value + constant;
      const score = Math.min(1, Math.max(0, value + penalty));
      return { outfit: { brief, fixed: input.fixed, chosen, terms: wholeOf(best.choice).terms, score }, value };
    },
  };
}

const EMPTY = new Float64Array(0);

/** Over a base any mid layer, by itself only one that stands alone, over a dress only one that opens. */
function wearable(
  candidates: readonly Candidate[],
  slot: Slot,
  slots: readonly Slot[],
  fixed: readonly Piece[],
): readonly Candidate[] {
  if (slot !== 'mid') return candidates;
  const worn = new Set([...slots, ...fixed.map((piece) => piece.kind.slot)]);
  if (worn.has('onepiece')) return candidates.filter(({ piece }) => piece.kind.standsAlone !== true);
  return worn.has('top') ? candidates : candidates.filter(({ piece }) => piece.kind.standsAlone === true);
}

function pairMatrix(first: readonly Candidate[], second: readonly Candidate[], weight: number): Float64Array {
  const matrix = new Float64Array(first.length * second.length);
  let at = 0;
  for (const { piece: a } of first) for (const { piece: b } of second) matrix[at++] = weight * pairAffinity(a, b);
  return matrix;
}

function totalPairWeight(worn: readonly Slot[]): number {
  let weights = 0;
  for (const [index, a] of worn.entries()) for (const b of worn.slice(index + 1)) weights += pairWeight(a, b);
  return weights || 1;
}

/** What a piece loses for standing in an earlier outfit, or resembling what stood there. */
function seenBefore(found: readonly FoundOutfit[]): (piece: Piece) => number {
  const pieces = found.flatMap(({ chosen }) => chosen.map(({ piece }) => piece));
  const ids = new Set(pieces.map((piece) => piece.id));
  const groups = new Set(pieces.flatMap((piece) => piece.groupId ?? []));
  const kinds = new Map<string, number>();
  const colours = new Map<string, number>();
  for (const piece of pieces) {
    kinds.set(piece.category, (kinds.get(piece.category) ?? 0) + 1);
    const look = `${piece.kind.slot}|${piece.colours[0] ?? ''}`;
    colours.set(look, (colours.get(look) ?? 0) + 1);
  }
  return (piece) =>
    (ids.has(piece.id) || (piece.groupId !== undefined && groups.has(piece.groupId)) ? USED_BEFORE : 0) +
    KIND_BEFORE * (kinds.get(piece.category) ?? 0) +
    COLOUR_BEFORE * (colours.get(`${piece.kind.slot}|${piece.colours[0] ?? ''}`) ?? 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
