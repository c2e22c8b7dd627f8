import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Garment, inStock } from '../../src/domain/garment.js';
import { type Money, money } from '../../src/domain/money.js';
import { ownGarment } from '../../src/domain/own-piece.js';
import { isOwn } from '../../src/domain/own-piece-id.js';
import { createOutfitComposer } from '../../src/styling/compose-outfits.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { OCCASIONS } from '../../src/styling/knowledge/occasions.js';
import { HEATED, POOL } from '../../src/styling/knowledge/sport-occasions.js';
import type { ComposeOutfits, OutfitRequest } from '../../src/styling/outfit-composer.js';
import { type InMemoryCatalogue, inMemoryCatalogue, projectVocabulary } from '../support/in-memory-catalogue.js';
import { outfitGarments } from '../support/outfit-garments.js';

const vocabulary = projectVocabulary();
const knowledge = createFashionKnowledge(vocabulary);
const garments = outfitGarments(420);
const NOW = new Date('2026-07-01T00:00:00Z');

/** What a shopper owns: never in a shop, without a price, a size or a season. */
const OWN = [
  'jeans',
  'tshirt',
  'shirt',
  'sneakers',
  'dress',
  'coat',
  'tote',
  'skirt',
  'heels',
  'sweater',
  'suit',
  'hat',
].map((category, at) =>
  ownGarment(
    {
      id: `own:${at}`,
      category,
      colours: [['blue', 'black', 'red', 'beige'][at % 4] ?? 'blue'],
      pattern: 'solid',
      embedding: '',
    },
    { 'zh-CN': category, en: category },
  ),
);

const requests: fc.Arbitrary<OutfitRequest> = fc
  .tuple(
    fc.subarray(OWN),
    fc.record(
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
    ),
    // One in three dresses round a piece of their own, where they have any.
    fc.integer({ min: 0, max: 35 }),
  )
  .map(([wardrobe, request, place]) => {
    if (wardrobe.length === 0) return request;
    const anchor = wardrobe[place];
    const owned = wardrobe.map(({ id }) => id);
    return { ...request, wardrobe, owned, ...(anchor ? { garmentId: anchor.id } : {}) };
  });

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
    const bought = outfit.garments.filter((garment) => !isOwn(garment));
    const sum = bought.reduce((total, { price }) => total + (price?.minorUnits ?? Number.NaN), 0);
    expect(bought.every(({ price }) => price !== null)).toBe(true);
    if (!gave.has('category')) keepsNobodyBare(slots, request);
    expect(outfit.total).toEqual({ minorUnits: sum, currency: 'CNY' } satisfies Money);
    if (request.budget && !gave.has('price')) expect(sum).toBeLessThanOrEqual(request.budget.minorUnits);
    for (const garment of chosen) keepsLimits(garment, request, gave);
    const audiences = new Set(outfit.garments.map(({ audience }) => audience));
    expect(['women', 'men', 'kids'].filter((audience) => audiences.has(audience)).length).toBeLessThanOrEqual(1);
    if (request.audience && request.garmentId === undefined)
      for (const audience of audiences) expect([request.audience, 'unisex']).toContain(audience ?? 'unisex');
  }

  /** Feet, legs and torso are covered, the anchor counted that is dressed round and not sold. */
  function keepsNobodyBare(slots: readonly (string | undefined)[], request: OutfitRequest): void {
    const anchor = [...garments, ...OWN].find(({ id }) => id === request.garmentId);
    const worn = new Set([...slots, knowledge.category(anchor?.category ?? null)?.slot]);
    expect(worn).toContain('footwear');
    if (worn.has('onepiece')) return;
    expect(worn).toContain('bottom');
    expect(worn.has('top') || worn.has('mid')).toBe(true);
  }

  function keepsLimits(garment: Garment, request: OutfitRequest, gave: ReadonlySet<string>): void {
    const avoids = request.occasion === undefined ? undefined : OCCASIONS[request.occasion]?.avoids;
    expect(request.without ?? []).not.toContain(garment.id);
    expect(garment.colours.filter((colour) => request.avoidColours?.includes(colour))).toEqual([]);
    if (!gave.has('occasions')) expect(avoids?.categories ?? []).not.toContain(garment.category);
    // One's own is in no shop: neither stock nor sizes nor the shop's word on seasons are asked of it.
    if (isOwn(garment)) {
      expect(request.owned).toContain(garment.id);
      return;
    }
    expect(inStock(garment)).toBe(true);
    const letters = garment.sizes.some(({ size }) => size === 'M');
    if (request.size !== undefined && letters === (request.size !== '38')) {
      expect(inStock(garment, request.size)).toBe(true);
    }
    // In a heated room shorts are in place all the year, and in the water what one swims in.
    const indoors = HEATED.has(request.occasion ?? '') || request.occasion === POOL;
    // Under a coat kit for autumn is kit for winter.
    const kit = request.season === 'winter' && knowledge.occasion(request.occasion ?? '')?.asKit ? ['autumn'] : [];
    if (request.season && !gave.has('seasons') && !indoors) {
      expect([request.season, 'all_season', ...kit].some((season) => garment.seasons.includes(season))).toBe(true);
    }
  }
});
