import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOutfitsData } from '../../src/evaluation/outfits-data.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { BORROWERS, LINES_OF_CATEGORY } from '../../src/styling/knowledge/polyvore-kinds.js';
import { kindsTogether, readLearnedKinds } from '../../src/styling/learned-kinds.js';
import { projectVocabulary } from '../support/in-memory-catalogue.js';
import { claimedPairs, pairLifts } from '../support/pair-lift.js';

const WEIGHTS = 'models/outfits/kinds.json';
/** Where the training outfits stand beside a checkout; they are not part of it. */
const OUTFITS = '../shared/data/outfits';
const there = existsSync(WEIGHTS) && existsSync(`${OUTFITS}/polyvore-train.json.gz`);

describe.skipIf(!there)(
  `pairings that a reason may call common${there ? '' : ` (skipped: ${OUTFITS} or the learned weights are not here)`}`,
  () => {
    it('are each worn together more often than chance in the real outfits, outside the interval', async () => {
      const learned = await readLearnedKinds(WEIGHTS);
      if (learned === undefined) throw new RangeError('the weights went away');
      const { outfits } = await readOutfitsData(OUTFITS, learned, { all: true });
      const kinds = kindsTogether(learned);
      const claimed = claimedPairs(createFashionKnowledge(projectVocabulary()), kinds.often);
      const lifts = pairLifts(outfits, claimed, learned);
      expect(claimed.length).toBeGreaterThan(15);
      expect(lifts).toHaveLength(claimed.length);
      expect(lifts.filter(({ ci95 }) => ci95.low <= 1)).toEqual([]);
    });

    it('are none of a category that borrows its counts from a neighbour, such as a qipao from a cocktail dress', async () => {
      const learned = await readLearnedKinds(WEIGHTS);
      if (learned === undefined) throw new RangeError('the weights went away');
      const { often, score } = kindsTogether(learned);
      expect(often('gown', 'clutch')).toBe(true);
      expect(score(['qipao', 'clutch'])).toBeGreaterThan(0.8);
      expect(often('qipao', 'clutch')).toBe(false);
      expect(often('hoodie', 'shorts')).toBe(false);
    });
  },
);

describe('the lift of a pair', () => {
  it('is what its counts say, with an interval that holds it', () => {
    const kinds = ['Dresses', 'Pumps', 'Jeans'];
    const outfits = Array.from({ length: 400 }, (_, at) => ({
      id: String(at),
      kinds: at < 80 ? [0, 1] : at < 100 ? [0] : at < 120 ? [1] : [2],
    }));
    const [lift] = pairLifts(outfits, [['dress', 'heels']], { kinds });
    expect(lift?.together).toBe(80);
    expect(lift?.lift).toBeCloseTo(80 / 400 / ((100 / 400) * (100 / 400)), 2);
    expect(lift?.ci95.low).toBeLessThan(3.2);
    expect(lift?.ci95.low).toBeGreaterThan(2.5);
    expect(lift?.ci95.high).toBeGreaterThan(3.2);
  });

  it('is known to borrow only for categories that have kinds', () => {
    expect([...BORROWERS].filter((id) => LINES_OF_CATEGORY[id] === undefined)).toEqual([]);
  });
});
