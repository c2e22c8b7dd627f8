import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Garment, inStock } from '../../src/domain/garment.js';
import { type Money, money } from '../../src/domain/money.js';
import { createOutfitComposer } from '../../src/styling/compose-outfits.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { OCCASIONS } from '../../src/styling/knowledge/occasions.js';
import type { ComposeOutfits, OutfitRequest } from '../../src/styling/outfit-composer.js';
import { type InMemoryCatalogue, inMemoryCatalogue, projectVocabulary } from '../support/in-memory-catalogue.js';
import { outfitGarments } from '../support/outfit-garments.js';

const vocabulary = projectVocabulary();
const knowledge = createFashionKnowledge(vocabulary);
const garments = outfitGarments(420);
const NOW = new Date('2026-07-01T00:00:00Z');

const requests: fc.Arbitrary<OutfitRequest> = fc.record(
  {
    garmentId: fc.constantFrom(...garments.map(({ id }) => id)),
    occasion: fc.constantFrom(...vocabulary.entries('occasions').map(({ id }) => id)),
    season: fc.constantFrom('spring', 'summer', 'autumn', 'winter'),
    audience: fc.constantFrom('women', 'men'),
    size: fc.constantFrom('S', 'M', 'L', '38'),
    budget: fc.integer({ min: 50, max: 4000 }).map((amount) => money(amount, 'CNY')),
    avoidColours: fc.subarray(['black', 'red', 'lime', 'pink']),
    without: fc.subarray(garments.slice(0, 40).map(({ id }) => id)),
    limit: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['limit'] },
);

describe('every composed outfit', () => {
  let catalogue: InMemoryCatalogue;
  let compose: ComposeOutfits;
  beforeAll(async () => {
    catalogue = await inMemoryCatalogue(garments);
    compose = createOutfitComposer({
      garments: catalogue.store,
      vocabulary,
      rates: { base: 'CNY', perUnit: {} },
      clock: () => NOW,
    });
  });
  afterAll(() => catalogue.close());

  it('keeps every hard rule of 1,000 random requests, or says which one gave way', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const { outfits, relaxed, emptyBecause } = await compose(request);
        expect(outfits.length === 0).toBe(emptyBecause !== undefined);
        expect(outfits.length).toBeLessThanOrEqual(request.limit);
        const gave = new Set(relaxed.map(({ facet }) => facet));
        for (const outfit of outfits) keepsItsRules(outfit, request, gave);
        const seen = outfits.map((outfit) => outfit.garments.map(({ id }) => id).join());
        expect(new Set(seen).size).toBe(seen.length);
      }),
      { numRuns: 1000 },
    );
  }, 120_000);

  it('is the same for the same request', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        expect(await compose(request)).toEqual(await compose(request));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  function keepsItsRules(
    outfit: Awaited<ReturnType<ComposeOutfits>>['outfits'][number],
    request: OutfitRequest,
    gave: ReadonlySet<string>,
  ): void {
    const chosen = outfit.garments.filter(({ id }) => id !== request.garmentId);
    const slots = outfit.garments.map(({ category }) => knowledge.category(category)?.slot);
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots).not.toContain(undefined);
    expect(outfit.garments.length).toBeLessThanOrEqual(4);
    expect(chosen.length).toBeGreaterThanOrEqual(1);
    expect(outfit.score).toBeGreaterThanOrEqual(0);
    expect(outfit.score).toBeLessThanOrEqual(1);
    expect(outfit.reasons.length).toBeGreaterThan(0);
    const sum = outfit.garments.reduce((total, { price }) => total + (price?.minorUnits ?? Number.NaN), 0);
    expect(outfit.total).toEqual({ minorUnits: sum, currency: 'CNY' } satisfies Money);
    if (request.budget && !gave.has('price')) expect(sum).toBeLessThanOrEqual(request.budget.minorUnits);
    for (const garment of chosen) keepsLimits(garment, request, gave);
    const audiences = new Set(outfit.garments.map(({ audience }) => audience));
    expect(['women', 'men', 'kids'].filter((audience) => audiences.has(audience)).length).toBeLessThanOrEqual(1);
    if (request.audience && request.garmentId === undefined)
      for (const audience of audiences) expect([request.audience, 'unisex']).toContain(audience);
  }

  function keepsLimits(garment: Garment, request: OutfitRequest, gave: ReadonlySet<string>): void {
    const avoids = request.occasion === undefined ? undefined : OCCASIONS[request.occasion]?.avoids;
    expect(inStock(garment)).toBe(true);
    const letters = garment.sizes.some(({ size }) => size === 'M');
    if (request.size !== undefined && letters === (request.size !== '38')) {
      expect(inStock(garment, request.size)).toBe(true);
    }
    expect(request.without ?? []).not.toContain(garment.id);
    expect(garment.colours.filter((colour) => request.avoidColours?.includes(colour))).toEqual([]);
    if (request.season && !gave.has('seasons')) {
      expect([request.season, 'all_season'].some((season) => garment.seasons.includes(season))).toBe(true);
    }
    if (!gave.has('occasions')) expect(avoids?.categories ?? []).not.toContain(garment.category);
  }
});
