import { pairWeight } from './ensemble-terms.js';
import type { Slot } from './outfit-composer.js';
import { pairAffinity } from './pair-affinity.js';
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
  readonly size: string | undefined;
  readonly without: ReadonlySet<string>;
  readonly owned: ReadonlySet<string>;
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

/** The pieces of one slot that keep all limits of the request, the most promising first (ties in catalogue order). */
export function candidatesFor({ pieces, suits }: SuitedPieces, limits: PoolLimits): Candidate[] {
  const groups = new Set(limits.fixed.flatMap(({ piece }) => piece.groupId ?? []));
  const excluded = new Set([...limits.without, ...limits.fixed.flatMap(({ piece }) => piece.id ?? [])]);
  const found: Candidate[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (piece.id === undefined || excluded.has(piece.id)) continue;
    if (piece.groupId !== undefined && groups.has(piece.groupId)) continue;
    const owned = limits.owned.has(piece.id);
    const cost = owned ? 0 : limits.costOf(piece);
    if (cost === undefined || cost > limits.mostCost) continue;
    if (
      !owned &&
      !(limits.size === undefined ? piece.available : inStockForSize(piece, piece.kind.slot, limits.size))
    ) {
      continue;
    }
    const withFixed = affinityWithFixed(piece, limits.fixed);
    const suited = suits[at] ?? 0;
    const promise = suited + 1.5 * withFixed + (owned ? 0.3 : 0);
    found.push({ piece, cost, owned, suits: suited, withFixed, promise });
  }
  return mostPromising(found);
}

/** Sorting thousands for the sake of tens would take most of a request's time: cut first, then sort. */
function mostPromising(found: readonly Candidate[]): Candidate[] {
  if (found.length <= POOL) return [...found].sort(byPromise);
  const promises = Float64Array.from(found, ({ promise }) => promise).sort();
  const least = promises[promises.length - POOL] ?? 0;
  const kept = new Set([...found.filter(({ promise }) => promise >= least), ...cheapest(found, CHEAPEST)]);
  return [...kept].sort(byPromise);
}

/** The best `size` candidates with some variety among them, and the cheapest few. */
export function shortlist(candidates: readonly Candidate[], size: number): Candidate[] {
  const alike = new Map<string, number>();
  const kept = new Set<Candidate>();
  for (const candidate of cheapest(candidates, Math.min(CHEAPEST, size))) kept.add(candidate);
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

function affinityWithFixed(piece: Piece, fixed: readonly FixedPiece[]): number {
  let sum = 0;
  let weights = 0;
  for (const { piece: other } of fixed) {
    const weight = pairWeight(piece.kind.slot, other.kind.slot);
    sum += weight * pairAffinity(piece, other);
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

function cheapest(candidates: readonly Candidate[], count: number): Candidate[] {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    const last = found[count - 1];
    if (last !== undefined && last.cost <= candidate.cost) continue;
    const at = found.findIndex((other) => other.cost > candidate.cost);
    found.splice(at < 0 ? found.length : at, 0, candidate);
    found.length = Math.min(found.length, count);
  }
  return found;
}

function byPromise(a: Candidate, b: Candidate): number {
  return b.promise - a.promise;
}

export type Pools = ReadonlyMap<Slot, readonly Candidate[]>;
