import type { Vocabulary } from '../domain/vocabulary.js';
import { pairWeight } from './ensemble-terms.js';
import type { FashionKnowledge } from './fashion-knowledge.js';
import type { Slot } from './outfit-composer.js';
import { pairAffinity } from './pair-affinity.js';
import type { Piece } from './piece.js';
import { allowed, type Brief, suitability } from './piece-suitability.js';
import { inStockForSize } from './size-comparability.js';

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

/** Every piece of `slot` that keeps all limits of the request, best first (ties by id). */
export function candidatesFor(
  pieces: readonly Piece[],
  brief: Brief,
  limits: PoolLimits,
  knowledge: FashionKnowledge,
  vocabulary: Vocabulary,
): Candidate[] {
  const groups = new Set(limits.fixed.flatMap(({ piece }) => piece.groupId ?? []));
  const fixedIds = new Set(limits.fixed.map(({ piece }) => piece.id));
  const found: Candidate[] = [];
  for (const piece of pieces) {
    if (piece.id === undefined || fixedIds.has(piece.id) || limits.without.has(piece.id)) continue;
    if (piece.groupId !== undefined && groups.has(piece.groupId)) continue;
    const owned = limits.owned.has(piece.id);
    const cost = owned ? 0 : limits.costOf(piece);
    if (cost === undefined || cost > limits.mostCost) continue;
    if (!owned && !inStockForSize(piece, piece.kind.slot, limits.size)) continue;
    if (!allowed(piece, brief, vocabulary)) continue;
    const suits = suitability(piece, brief, knowledge, vocabulary);
    found.push({ piece, cost, owned, suits, withFixed: affinityWithFixed(piece, limits.fixed) });
  }
  return found.sort((a, b) => promise(b) - promise(a) || compareIds(a.piece, b.piece));
}

/** The best `size` candidates with some variety among them, and the cheapest few. */
export function shortlist(candidates: readonly Candidate[], size: number): Candidate[] {
  const alike = new Map<string, number>();
  const kept = new Set<Candidate>();
  const byCost = [...candidates].sort((a, b) => a.cost - b.cost || compareIds(a.piece, b.piece));
  for (const candidate of byCost.slice(0, Math.min(CHEAPEST, size))) kept.add(candidate);
  for (const candidate of candidates) {
    if (kept.size >= size) break;
    const kind = `${candidate.piece.category}|${candidate.piece.colours[0] ?? ''}`;
    const count = alike.get(kind) ?? 0;
    if (count >= ALIKE) continue;
    alike.set(kind, count + 1);
    kept.add(candidate);
  }
  return [...kept].sort((a, b) => promise(b) - promise(a) || compareIds(a.piece, b.piece));
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

function promise({ suits, withFixed, owned }: Candidate): number {
  return suits + 1.5 * withFixed + (owned ? 0.3 : 0);
}

function compareIds(a: Piece, b: Piece): number {
  return (a.id ?? '') < (b.id ?? '') ? -1 : 1;
}

export type Pools = ReadonlyMap<Slot, readonly Candidate[]>;
