import { describe, expect, it } from 'vitest';
import { candidatesFor, type FixedPiece } from '../../src/styling/candidate-pools.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { NOTHING_LEARNED } from '../../src/styling/kinds-together.js';
import { searchOutfits } from '../../src/styling/outfit-search.js';
import { outfitTemplates } from '../../src/styling/outfit-templates.js';
import { type Piece, pieceOfGarment } from '../../src/styling/piece.js';
import type { Brief } from '../../src/styling/piece-suitability.js';
import { suitablePieces } from '../../src/styling/suitable-pieces.js';
import type { WardrobeTable } from '../../src/styling/wardrobe-table.js';
import { projectVocabulary } from '../support/in-memory-catalogue.js';
import { outfitGarments } from '../support/outfit-garments.js';

const vocabulary = projectVocabulary();
const knowledge = createFashionKnowledge(vocabulary);

describe('the shortlists of the search', () => {
  it('cost less than 0.02 of the score of the exact best over everything', () => {
    const pieces = outfitGarments(700, 21).flatMap(
      (garment) => pieceOfGarment(garment, knowledge, { cost: garment.price?.minorUnits }) ?? [],
    );
    const brief: Brief = {
      wearer: 'women',
      season: 'autumn',
      occasion: 'work',
      occasionKnowledge: knowledge.occasion('work'),
      occasionLine: ['work'],
      strictOccasion: true,
      rain: false,
    };
    const suited = suitablePieces(tableOf(pieces), brief);
    const anchors = pieces
      .filter((piece) => piece.available && suited.get(piece.kind.slot)?.pieces.includes(piece))
      .slice(0, 24);
    expect(anchors.length).toBeGreaterThan(10);
    const gaps = anchors.map((anchor) => {
      const [quick] = found(anchor, suited, brief, {});
      const [exact] = found(anchor, suited, brief, { shortlist: 10_000, tolerance: 0 });
      expect(quick?.score).toBeGreaterThan(0.5);
      return (exact?.score ?? 0) - (quick?.score ?? 0);
    });
    expect(Math.max(...gaps)).toBeLessThan(0.02);
    expect(Math.min(...gaps)).toBeGreaterThan(-1e-9);
  }, 60_000);
});

function found(
  anchor: Piece,
  suited: ReturnType<typeof suitablePieces>,
  brief: Brief,
  effort: { shortlist?: number; tolerance?: number },
) {
  const fixed: FixedPiece[] = [{ piece: anchor, cost: 0 }];
  const limits = {
    fixed,
    size: undefined,
    without: new Set<string>(),
    owned: new Set<string>(),
    avoidColours: new Set<string>(),
    mostCost: Number.POSITIVE_INFINITY,
    costOf: (piece: Piece) => piece.cost,
  };
  const pools = new Map(
    [...suited]
      .filter(([slot]) => slot !== anchor.kind.slot)
      .map(([slot, pieces]) => [slot, candidatesFor(pieces, limits)] as const),
  );
  const templates = outfitTemplates([anchor], brief, (slot) => (pools.get(slot)?.length ?? 0) > 0);
  const wearers = [{ brief, pools, templates }];
  return searchOutfits({
    wearers,
    fixed,
    budget: Number.POSITIVE_INFINITY,
    limit: 1,
    kinds: NOTHING_LEARNED,
    ...effort,
  });
}

function tableOf(pieces: readonly Piece[]): WardrobeTable {
  const bySlot = new Map<string, Piece[]>();
  for (const piece of pieces) bySlot.set(piece.kind.slot, [...(bySlot.get(piece.kind.slot) ?? []), piece]);
  return { version: '1', currency: 'CNY', bySlot, centroids: new Map() };
}
