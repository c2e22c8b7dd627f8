import { describe, expect, it } from 'vitest';
import { candidatesFor, type FixedPiece, type PoolLimits } from '../../src/styling/candidate-pools.js';
import { pairWeight } from '../../src/styling/ensemble-terms.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { pairAffinity } from '../../src/styling/pair-affinity.js';
import { type Piece, pieceOfGarment } from '../../src/styling/piece.js';
import { inStockForSize } from '../../src/styling/size-comparability.js';
import { projectVocabulary } from '../support/in-memory-catalogue.js';
import { outfitGarments, seededRandom } from '../support/outfit-garments.js';

const knowledge = createFashionKnowledge(projectVocabulary());
const pieces = outfitGarments(2_000, 5).flatMap(
  (garment) => pieceOfGarment(garment, knowledge, { cost: garment.price?.minorUnits }) ?? [],
);

describe('the candidates of a slot', () => {
  it('are those that a plain reading of the limits finds, in the same order, whatever is asked', () => {
    const random = seededRandom(11);
    const maybe = <T>(share: number, value: () => T): T | undefined => (random() < share ? value() : undefined);
    const any = (): Piece => pieces[Math.floor(random() * pieces.length)] as Piece;
    let kept = 0;
    for (let round = 0; round < 60; round++) {
      const anchor = maybe(0.6, any);
      const ids = (count: number) => new Set(Array.from({ length: count }, () => any().id ?? ''));
      const limits: PoolLimits = {
        fixed: anchor === undefined ? [] : [{ piece: anchor, cost: 0 }],
        size: maybe(0.4, () => ['S', 'M', '38'][Math.floor(random() * 3)] ?? 'L'),
        without: ids(random() < 0.3 ? 40 : 0),
        owned: ids(random() < 0.4 ? 60 : 0),
        avoidColours: new Set(random() < 0.3 ? ['black', 'pink'] : []),
        among: maybe(0.2, () => ids(300)),
        mostCost: maybe(0.5, () => 10_000 + random() * 60_000) ?? Number.POSITIVE_INFINITY,
        costOf: ({ cost }) => cost,
      };
      const suits = Float32Array.from(pieces, () => random());
      const found = candidatesFor({ pieces, suits }, limits);
      expect(found).toEqual(plainly(suits, limits));
      kept += found.length;
    }
    expect(kept).toBeGreaterThan(2_000);
  });
});

/** The same without any haste: everything that keeps the limits, the 150 most promising and the four cheapest of it. */
function plainly(suits: Float32Array, limits: PoolLimits) {
  const all = pieces.flatMap((piece, at) => {
    const owned = limits.owned.has(piece.id ?? '');
    const cost = owned ? 0 : limits.costOf(piece);
    if (cost === undefined || !allowed(piece, cost, owned, limits)) return [];
    const withFixed = affinity(piece, limits.fixed);
    const own = suits[at] ?? 0;
    return [{ piece, cost, owned, suits: own, withFixed, promise: own + 1.5 * withFixed + (owned ? 0.3 : 0) }];
  });
  const promises = all.map(({ promise }) => promise).sort((a, b) => b - a);
  const least = promises[149] ?? Number.NEGATIVE_INFINITY;
  const cheap = new Set([...all].sort((a, b) => a.cost - b.cost).slice(0, 4));
  return all
    .filter((candidate) => candidate.promise >= least || cheap.has(candidate))
    .sort((a, b) => b.promise - a.promise);
}

function allowed(piece: Piece, cost: number, owned: boolean, limits: PoolLimits): boolean {
  const id = piece.id ?? '';
  if (limits.without.has(id) || limits.fixed.some((other) => other.piece.id === id)) return false;
  if (piece.colours.some((colour) => limits.avoidColours.has(colour))) return false;
  if (limits.among?.has(id) === false) return false;
  if (limits.fixed.some((other) => other.piece.groupId !== undefined && other.piece.groupId === piece.groupId))
    return false;
  if (owned) return true;
  if (cost > limits.mostCost) return false;
  return limits.size === undefined ? piece.available : inStockForSize(piece, piece.kind.slot, limits.size);
}

function affinity(piece: Piece, fixed: readonly FixedPiece[]): number {
  const weights = fixed.map((other) => pairWeight(piece.kind.slot, other.piece.kind.slot));
  const sum = fixed.reduce((total, other, at) => total + (weights[at] ?? 0) * pairAffinity(piece, other.piece), 0);
  const weight = weights.reduce((total, one) => total + one, 0);
  return weight === 0 ? 0 : sum / weight;
}
