import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { demoGarments } from '../../src/catalog/demo/demo-garments.js';
import { inStock } from '../../src/domain/garment.js';
import { parseLooks } from '../../src/evaluation/outfit-terms/looks.js';
import { evaluateOutfitTerms } from '../../src/evaluation/outfit-terms/outfit-terms.js';
import { outfitTermsTable } from '../../src/evaluation/outfit-terms/outfit-terms-table.js';
import { type Term, without } from '../../src/evaluation/outfit-terms/terms.js';
import { bootstrapInterval } from '../../src/evaluation/resampling.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { readLearnedKinds } from '../../src/styling/learned-kinds.js';
import { OBJECTIVE } from '../../src/styling/objective.js';
import { createFakeEncoder } from '../support/fake-encoder.js';
import { projectVocabulary } from '../support/in-memory-catalogue.js';

const FILE = 'models/outfits/kinds.json';
const TERMS: Term[] = [
  'colour',
  'pattern',
  'formality',
  'style',
  'photoVectors',
  'kinds',
  'suits',
  'warmth',
  'level',
  'restraint',
];
const vocabulary = projectVocabulary();
const looks = parseLooks(await readFile('test/golden/looks.jsonl', 'utf8'));
const demo = demoGarments({ seed: 1 });

describe('the looks put together by hand', () => {
  const knowledge = createFashionKnowledge(vocabulary);
  it.each(looks)('$pieces', ({ pieces, occasion, why }) => {
    const garments = pieces.flatMap((id) => demo.find(({ garment }) => garment.id === id)?.garment ?? []);
    expect(garments.map(({ id }) => id)).toEqual(pieces);
    expect(garments.every((garment) => inStock(garment))).toBe(true);
    const slots = garments.map(({ category }) => knowledge.category(category)?.slot);
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots).toContain('footwear');
    if (occasion !== undefined) expect(vocabulary.has('occasions', occasion)).toBe(true);
    expect(why).toMatch(/\.$/);
  });

  it('are many, each of its own', () => {
    expect(new Set(looks.map(({ pieces }) => [...pieces].sort().join())).size).toBeGreaterThanOrEqual(200);
    expect(() => parseLooks('{"wearer":"women"}')).toThrow('look 1');
  });
});

describe('an objective without a term', () => {
  it.each(TERMS)('%s weighs nothing, and pairs keep their share of the whole', (term) => {
    const { outfit, pair } = without(term);
    expect({ ...outfit, ...pair, photoVectors: pair.look }[term]).toBe(0);
    expect(pair.colour + pair.pattern + pair.formality + pair.style).toBeCloseTo(1);
    expect(outfit.pairs).toBe(OBJECTIVE.outfit.pairs);
  });
});

describe('the interval by bootstrap', () => {
  it('holds the mean, narrows with more, and is the same for the same values', () => {
    const few = bootstrapInterval([0, 1, 0, 1]);
    const many = bootstrapInterval(Array.from({ length: 400 }, (_, at) => at % 2));
    expect(few.low).toBeLessThanOrEqual(0.5);
    expect(few.high).toBeGreaterThanOrEqual(0.5);
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
    expect(bootstrapInterval([0, 1, 0, 1])).toEqual(few);
  });
});

describe.skipIf(!existsSync(FILE))('what the terms are worth (skipped where the learned weights were deleted)', () => {
  it('is told for every term, on looks and on outfits composed with and without it', async () => {
    const learned = await readLearnedKinds(FILE);
    if (learned === undefined) throw new RangeError('the weights went away');
    const chosen = looks.slice(0, 4);
    const named = new Set(chosen.flatMap(({ pieces }) => pieces));
    const garments = demo.filter(({ garment }, at) => named.has(garment.id) || at % 10 === 0);
    const figures = await evaluateOutfitTerms({
      looks: chosen,
      learned,
      vocabulary,
      garments,
      encoder: createFakeEncoder(),
      decode: async (rgb) => ({ rgb, width: 1, height: 1 }),
    });
    expect(figures).toMatchObject({ looks: 4, blanks: 128, baselines: { chance: { fitb: 0.25, auc: 0.5 } } });
    expect(Object.keys(figures.lostWithout)).toEqual(TERMS);
    expect(Object.keys(figures.composed.terms)).toEqual(TERMS);
    for (const { ci95, value } of Object.values(figures.lostWithout).flatMap(({ fitb, auc }) => [fitb, auc])) {
      expect(ci95.low).toBeLessThanOrEqual(value + 0.05);
      expect(ci95.high).toBeGreaterThanOrEqual(value - 0.05);
    }
    expect(outfitTermsTable(figures).split('\n')).toHaveLength(TERMS.length + 12);
    expect(Object.keys(figures.overFormerWeights)).toEqual(['chosenOn', 'unseen']);
  }, 120_000);
});
