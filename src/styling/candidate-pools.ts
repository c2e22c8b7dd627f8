import { pairWeight } from './ensemble-terms.js';
import type { Slot } from './outfit-composer.js';
import { type PairWeights, pairAffinity } from './pair-affinity.js';
import type { Piece } from './piece.js';
import { inStockForSize } from './size-comparability.js';
import type { SuitedPieces } from './suitable-pieces.js';

/** A piece as one request sees it. */
export interface Candidate {
  readonly piece: Piece;
  /** Minor units to pay, in the catalogue's currency; 0 for what is owned. */
  readonly cost: number;
  readonly owned: boolean;
  /** By itself, 0 to 1. */
  readonly suits: number;
  /** Mean affinity with the fixed pieces, 0 to 1; 0 where nothing is fixed. */
  readonly withFixed: number;
  /** What it is ranked by within its slot. */
  readonly promise: number;
}

/** A piece that stays whatever else is chosen. */
export interface FixedPiece {
  readonly piece: Piece;
  readonly cost: number;
}

export interface PoolLimits {
  readonly fixed: readonly FixedPiece[];
  /** What counts how much between two pieces; `PAIR_WEIGHTS` by default. */
  readonly weights?: PairWeights | undefined;
  readonly size: string | undefined;
  readonly without: ReadonlySet<string>;
  readonly owned: ReadonlySet<string>;
  /** Colour ids that no piece may have. */
  readonly avoidColours: ReadonlySet<string>;
  /** Where set, nothing else may be chosen. */
  readonly among?: ReadonlySet<string> | undefined;
  /** Minor units a piece may cost at most. */
  readonly mostCost: number;
  /** The price in minor units of the catalogue's currency; undefined where it cannot be told. */
  readonly costOf: (piece: Piece) => number | undefined;
}

/** Of one kind and colour so many at most, so that a shortlist holds a choice rather than one idea. */
const ALIKE = 3;
/** The cheapest stay in every shortlist: a tight budget must not be lost to taste. */
const CHEAPEST = 4;
/** Candidates of a slot that shortlists are drawn from. */
const POOL = 150;
const OWNED_PROMISE = 0.3;

/**
 * The pieces of one slot that keep all limits of the request, the most promising first (ties in catalogue
 * order), the cheapest always among them. Thousands are looked at and tens are made candidates.
 */
export function candidatesFor({ pieces, suits }: SuitedPieces, limits: PoolLimits): Candidate[] {
  const priceOf = priceWithin(limits);
  const rows: number[] = [];
  const costs: number[] = [];
  const promises: number[] = [];
  const affinities: number[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    const cost = piece && priceOf(piece);
    if (piece === undefined || cost === undefined) continue;
    const withFixed = affinityWithFixed(piece, limits);
    rows.push(at);
    costs.push(cost);
    affinities.push(withFixed);
    promises.push((suits[at] ?? 0) + 1.5 * withFixed + (isOwned(piece, limits) ? OWNED_PROMISE : 0));
  }
  const least = promises.length <= POOL ? Number.NEGATIVE_INFINITY : nthLargest(promises, POOL);
  const cheap = new Set(cheapest(costs, CHEAPEST));
  const found: Candidate[] = [];
  for (const [index, at] of rows.entries()) {
    const [piece, promise] = [pieces[at], promises[index] ?? 0];
    if (piece === undefined || (promise < least && !cheap.has(index))) continue;
    const [withFixed, cost] = [affinities[index] ?? 0, costs[index] ?? 0];
    found.push({ piece, cost, owned: isOwned(piece, limits), suits: suits[at] ?? 0, withFixed, promise });
  }
  return found.sort(byPromise);
}

/**
 * What a piece costs where it keeps the limits that are the same for every brief: not excluded, to be had in the size,
 * within the budget. Asked of the whole catalogue, so that what is quickly told comes first.
 */
function priceWithin(limits: PoolLimits): (piece: Piece) => number | undefined {
  const groups = new Set(limits.fixed.flatMap(({ piece }) => piece.groupId ?? []));
  const excluded = new Set([...limits.without, ...limits.fixed.flatMap(({ piece }) => piece.id ?? [])]);
  const { avoidColours, among, mostCost, size } = limits;
  const mayBe = (piece: Piece, id: string): boolean =>
    (excluded.size === 0 || !excluded.has(id)) &&
    (avoidColours.size === 0 || !piece.colours.some((colour) => avoidColours.has(colour))) &&
    (among === undefined || among.has(id)) &&
    (groups.size === 0 || piece.groupId === undefined || !groups.has(piece.groupId));
  return (piece) => {
    if (piece.id === undefined) return undefined;
    if (isOwned(piece, limits)) return mayBe(piece, piece.id) ? 0 : undefined;
    if (size === undefined && !piece.available) return undefined;
    const cost = limits.costOf(piece);
    if (cost === undefined || cost > mostCost || !mayBe(piece, piece.id)) return undefined;
    return size === undefined || inStockForSize(piece, piece.kind.slot, size) ? cost : undefined;
  };
}

function isOwned(piece: Piece, { owned }: PoolLimits): boolean {
  return owned.size > 0 && piece.id !== undefined && owned.has(piece.id);
}

function nthLargest(values: readonly number[], n: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length - n] ?? Number.NEGATIVE_INFINITY;
}

/** The best `size` candidates with some variety among them, and the cheapest few. */
export function shortlist(candidates: readonly Candidate[], size: number): Candidate[] {
  const alike = new Map<string, number>();
  const kept = new Set<Candidate>();
  const costs = candidates.map(({ cost }) => cost);
  for (const at of cheapest(costs, Math.min(CHEAPEST, size))) {
    const candidate = candidates[at];
    if (candidate) kept.add(candidate);
  }
  for (const candidate of candidates) {
    if (kept.size >= size) break;
    const kind = `${candidate.piece.category}|${candidate.piece.colours[0] ?? ''}`;
    const count = alike.get(kind) ?? 0;
    if (count >= ALIKE) continue;
    alike.set(kind, count + 1);
    kept.add(candidate);
  }
  return [...kept].sort(byPromise);
}

function affinityWithFixed(piece: Piece, { fixed, weights: pairWeights }: PoolLimits): number {
  let sum = 0;
  let weights = 0;
  for (const { piece: other } of fixed) {
    const weight = pairWeight(piece.kind.slot, other.kind.slot);
    sum += weight * pairAffinity(piece, other, pairWeights);
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** Places of the smallest costs, cheapest first. */
function cheapest(costs: readonly number[], count: number): number[] {
  const found: number[] = [];
  for (const [at, cost] of costs.entries()) {
    const last = found[count - 1];
    if (last !== undefined && (costs[last] ?? 0) <= cost) continue;
    const before = found.findIndex((other) => (costs[other] ?? 0) > cost);
    found.splice(before < 0 ? found.length : before, 0, at);
    found.length = Math.min(found.length, count);
  }
  return found;
}

function byPromise(a: Candidate, b: Candidate): number {
  return b.promise - a.promise;
}

export type Pools = ReadonlyMap<Slot, readonly Candidate[]>;
