import { bestChoice, pairTable, type Together } from './branch-and-bound.js';
import { type Candidate, type FixedPiece, type Pools, shortlist } from './candidate-pools.js';
import { type EnsembleTerms, ensembleTerms, pairWeight } from './ensemble-terms.js';
import { kindsTable } from './kinds-table.js';
import type { KindsTogether } from './kinds-together.js';
import { OBJECTIVE, type Objective } from './objective.js';
import type { Slot } from './outfit-composer.js';
import type { OutfitTemplate } from './outfit-templates.js';
import { ensembleValue, totalPairWeight, valueOfPieces } from './outfit-value.js';
import { type PairWeights, pairAffinity } from './pair-affinity.js';
import type { Piece } from './piece.js';
import type { Brief } from './piece-suitability.js';
import { seenBefore } from './seen-before.js';

/** An incomplete outfit (no shoes to be had) yields to a complete one of nearly the same taste. */
const INCOMPLETE = 0.5;
const COMPLETED = 0.1;
const OWNED_BONUS = 0.05;

/** How many candidates a slot keeps, by how many slots are free: the product stays within milliseconds. */
const SHORTLIST: Readonly<Record<number, number>> = { 1: 60, 2: 30, 3: 16, 4: 10 };
/** Outfits whose scores differ by less are equally good. */
const TOLERANCE = 0.004;

export interface FoundOutfit {
  readonly brief: Brief;
  readonly fixed: readonly FixedPiece[];
  readonly chosen: readonly Candidate[];
  readonly terms: EnsembleTerms;
  /** What would have to be worn too and cannot be had. */
  readonly lacks: readonly Slot[];
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
  /** What outfits are chosen by; `OBJECTIVE` by default. */
  readonly objective?: Objective | undefined;
  /** Candidates a slot keeps; by default so many that time stays bounded. */
  readonly shortlist?: number;
  /** What an outfit must be for its occasion as a whole; the others stand back where there are enough that are. */
  readonly serves?: (pieces: readonly Piece[], brief: Brief) => boolean;
  /** How far below the exact best over the shortlists an outfit may be. */
  readonly tolerance?: number;
}

interface Solved {
  readonly outfit: FoundOutfit;
  readonly value: number;
}

/**
 * Up to `limit` outfits, best first. Each is the exact best over the shortlists of its slots, given that
 * pieces of the outfits before it are not used again while anything else will do. A template's value only
 * falls from round to round, so its last value bounds it and most are never solved again. An outfit that does not
 * serve as a whole is set aside and a further one looked for; those set aside come back only where fewer than two serve.
 */
export function searchOutfits(input: OutfitSearchInput): FoundOutfit[] {
  const { pair } = input.objective ?? OBJECTIVE;
  const problems = input.wearers.flatMap((wearer) => {
    const [affinities, shortlists] = [createAffinities(pair), createShortlists(wearer.pools)];
    return wearer.templates.map((template) => ({
      solve: createProblem(wearer, template, input, { affinities, shortlists }),
      atMost: Number.POSITIVE_INFINITY,
    }));
  });
  const found: FoundOutfit[] = [];
  const serving: FoundOutfit[] = [];
  const most = input.limit + (input.serves ? SET_ASIDE : 0);
  while (serving.length < input.limit && found.length < most) {
    let best: Solved | undefined;
    for (const problem of [...problems].sort((a, b) => b.atMost - a.atMost)) {
      const floor = best?.value ?? Number.NEGATIVE_INFINITY;
      if (problem.atMost <= floor) continue;
      const solved = problem.solve(found, floor);
      problem.atMost = solved?.value ?? floor;
      if (solved) best = solved;
    }
    if (best === undefined || repeats(best.outfit, found)) break;
    found.push(best.outfit);
    const { fixed, chosen, brief } = best.outfit;
    const pieces = [...fixed, ...chosen].map(({ piece }) => piece);
    const another = input.serves === undefined || serving.length < ENOUGH || !wearsAgain(best.outfit, serving);
    if (another && (input.serves?.(pieces, brief) ?? true)) serving.push(best.outfit);
  }
  if (serving.length >= Math.min(ENOUGH, found.length)) return serving;
  return [...serving, ...found.filter((outfit) => !serving.includes(outfit))].slice(0, Math.min(ENOUGH, input.limit));
}

const MAIN: ReadonlySet<Slot> = new Set(['top', 'onepiece', 'mid', 'outer']);

/** True where what is seen first is in an earlier outfit already: looked for so far, the same coat would come back. */
function wearsAgain({ chosen }: FoundOutfit, earlier: readonly FoundOutfit[]): boolean {
  const worn = new Set(earlier.flatMap((outfit) => outfit.chosen.map(({ piece }) => piece.id)));
  return chosen.some(({ piece }) => MAIN.has(piece.kind.slot) && worn.has(piece.id));
}

/** So many outfits that do not serve are looked past; and from so many that do, the others are not shown. */
const SET_ASIDE = 8;
const ENOUGH = 2;

/** True where every chosen piece stood together in an earlier outfit already. */
function repeats(outfit: FoundOutfit, earlier: readonly FoundOutfit[]): boolean {
  return earlier.some(({ chosen }) => {
    const before = new Set(chosen.map(({ piece }) => piece.id));
    return outfit.chosen.every(({ piece }) => before.has(piece.id));
  });
}

type Affinities = (first: readonly Candidate[], second: readonly Candidate[], key: string) => Omit<Together, 'weight'>;

/** Pair tables by slots and shortlist size: templates share them. */
function createAffinities(weights: PairWeights): Affinities {
  const tables = new Map<string, Omit<Together, 'weight'>>();
  return (first, second, key) => {
    const known = tables.get(key);
    if (known) return known;
    const table = pairTable(first.length, second.length, (i, j) => {
      const [a, b] = [first[i]?.piece, second[j]?.piece];
      return a && b ? pairAffinity(a, b, weights) : 0;
    });
    tables.set(key, table);
    return table;
  };
}

type Shortlists = (slot: Slot, keep: number, base: Base, hasTop: boolean) => readonly Candidate[];

/** The shortlists of one wearer: templates share them. */
function createShortlists(pools: Pools): Shortlists {
  const lists = new Map<string, readonly Candidate[]>();
  return (slot, keep, base, hasTop) => {
    const key = `${slot}|${keep}|${base}|${hasTop}`;
    const known = lists.get(key);
    if (known) return known;
    const list = shortlist(wearable(pools.get(slot) ?? [], slot, base, hasTop), keep);
    lists.set(key, list);
    return list;
  };
}

function createProblem(
  { brief }: WearerPools,
  { slots, complete, lacks }: OutfitTemplate,
  input: OutfitSearchInput,
  { affinities, shortlists }: { readonly affinities: Affinities; readonly shortlists: Shortlists },
): (found: readonly FoundOutfit[], floor: number) => Solved | undefined {
  const fixed = input.fixed.map(({ piece }) => piece);
  const keep = input.shortlist ?? SHORTLIST[slots.length] ?? 16;
  const base = wearsBase(slots, fixed);
  const hasTop = [...slots, ...lacks].includes('top') || fixed.some((piece) => piece.kind.slot === 'top');
  const lists = slots.map((slot) => shortlists(slot, keep, base, hasTop));
  const worn = [...fixed.map((piece) => piece.kind.slot), ...slots];
  const objective = input.objective ?? OBJECTIVE;
  const weights = objective.outfit;
  const scale = weights.pairs / totalPairWeight(worn);
  const gains = lists.map((list, s) =>
    Float64Array.from(list, (candidate) =>
      gainOf(candidate, slots[s] ?? '', fixed, { scale, count: worn.length, objective }),
    ),
  );
  const costs = lists.map((list) => Float64Array.from(list, ({ cost }) => cost));
  const together = lists.map((first, s) =>
    lists.map((second, t) => {
      const [a, b] = [slots[s] ?? '', slots[t] ?? ''];
      if (t <= s) return undefined;
      return { ...affinities(first, second, `${a}|${b}|${keep}|${base}|${hasTop}`), weight: scale * pairWeight(a, b) };
    }),
  );
  const constant = valueOfPieces(fixed, brief, scale, worn.length, objective) + completeness(complete);
  const categories = lists.map((list) => list.map(({ piece }) => piece.category));
  const kindsOf = kindsTable(
    categories,
    fixed.map((piece) => piece.category),
    input.kinds,
  );
  const pieces = [...fixed];
  const gather = (choice: readonly number[]) => {
    for (let s = 0; s < choice.length; s++) {
      const piece = lists[s]?.[choice[s] ?? 0]?.piece;
      if (piece) pieces[fixed.length + s] = piece;
    }
    return pieces;
  };
  const whole = (choice: readonly number[], needed: number) => {
    const ensemble = ensembleValue(ensembleTerms(gather(choice), brief), weights);
    // The kinds are the dear part: asked only where they can still decide.
    if (ensemble + weights.kinds * input.kinds.most <= needed) return Number.NEGATIVE_INFINITY;
    return ensemble + weights.kinds * kindsOf(choice);
  };
  const wholeAtMost = weights.kinds * input.kinds.most + weights.warmth + weights.level + weights.restraint;

  return (found, floor) => {
    const loss = seenBefore(found.flatMap(({ chosen }) => chosen.map(({ piece }) => piece)));
    const losses = lists.map((list) => Float64Array.from(list, ({ piece }) => loss(piece)));
    const choices = gains.map((gain, s) => ({
      gain: gain.map((value, i) => value - (losses[s]?.[i] ?? 0)),
      cost: costs[s] ?? new Float64Array(0),
    }));
    const problem = {
      slots: choices,
      together,
      budget: input.budget,
      whole,
      wholeAtMost,
      tolerance: input.tolerance ?? TOLERANCE,
    };
    const best = bestChoice(problem, floor - constant);
    if (best === undefined) return undefined;
    const value = best.value + constant;
    const lost = sum(best.choice.map((i, s) => losses[s]?.[i] ?? 0));
    const score = Math.min(1, Math.max(0, value + lost));
    const chosen = best.choice.flatMap((i, s) => lists[s]?.[i] ?? []);
    return {
      outfit: { brief, fixed: input.fixed, chosen, terms: ensembleTerms(gather(best.choice), brief), lacks, score },
      value,
    };
  };
}

function gainOf(
  candidate: Candidate,
  slot: Slot,
  fixed: readonly Piece[],
  { scale, count, objective }: { scale: number; count: number; objective: Objective },
): number {
  let gain = (objective.outfit.suits * candidate.suits) / count + (candidate.owned ? OWNED_BONUS : 0);
  for (const piece of fixed) {
    gain += scale * pairWeight(piece.kind.slot, slot) * pairAffinity(piece, candidate.piece, objective.pair);
  }
  return gain;
}

function completeness(complete: number): number {
  return complete < 1 ? -INCOMPLETE * (1 - complete) : COMPLETED * (complete - 1);
}

type Base = 'onepiece' | 'top' | 'none';

function wearsBase(slots: readonly Slot[], fixed: readonly Piece[]): Base {
  const worn = new Set([...slots, ...fixed.map((piece) => piece.kind.slot)]);
  if (worn.has('onepiece')) return 'onepiece';
  return worn.has('top') ? 'top' : 'none';
}

/**
 * Over a base any mid layer, by itself only one that stands alone, over a dress only one that opens; and a whole
 * that takes a base where there is one, the others where there is none.
 */
function wearable(candidates: readonly Candidate[], slot: Slot, base: Base, hasTop: boolean): readonly Candidate[] {
  if (slot === 'onepiece') return candidates.filter(({ piece }) => (piece.kind.takesBase === true) === hasTop);
  if (slot !== 'mid' || base === 'top') return candidates;
  return candidates.filter(({ piece }) => (piece.kind.standsAlone === true) === (base === 'none'));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
