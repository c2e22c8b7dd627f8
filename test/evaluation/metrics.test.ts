import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  meanReciprocalRank,
  ndcgAt,
  precisionAt,
  recallAt,
  recallFigures,
  reciprocalRank,
} from '../../src/evaluation/metrics.js';

describe('the figures of a ranked list', () => {
  it('are those of a list worked out by hand', () => {
    const ranks = [1, 3, 11, 0];
    expect(recallAt(ranks, 1)).toBe(0.25);
    expect(recallAt(ranks, 10)).toBe(0.5);
    expect(meanReciprocalRank(ranks)).toBeCloseTo((1 + 1 / 3) / 4, 10);
    expect(recallFigures([2, 2])).toEqual({ 'R@1': 0, 'R@10': 1, MRR: 0.5 });
    expect(precisionAt([true, false, true], 10)).toBe(0.2);
    expect(reciprocalRank([false, true])).toBe(0.5);
    expect(ndcgAt([3, 2, 3, 0, 1, 2], 6)).toBeCloseTo(0.9488, 4);
  });

  it('stay between 0 and 1, and are 1 only for a perfect list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (gains, k) => {
          const value = ndcgAt(gains, k);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          const best = [...gains].sort((a, b) => b - a);
          if (best[0] !== 0) expect(ndcgAt(best, k)).toBeCloseTo(1, 10);
        },
      ),
    );
  });

  it('are 0 of nothing', () => {
    expect([recallAt([], 1), meanReciprocalRank([]), ndcgAt([], 3), precisionAt([], 5)]).toEqual([0, 0, 0, 0]);
  });
});
