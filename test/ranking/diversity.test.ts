import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diversify } from '../../src/ranking/diversity.js';

const candidate = (score: number, given: { tier?: number; groupId?: string } = {}) => ({
  score,
  tier: 0,
  groupId: undefined,
  embedding: undefined,
  ...given,
});

describe('diversity', () => {
  it('shows each candidate at most once, and as many as there are up to the limit', () => {
    const some = fc.record({
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      tier: fc.integer({ min: 0, max: 2 }),
      groupId: fc.constantFrom(undefined, 'a', 'b'),
      embedding: fc.constantFrom(undefined, Float32Array.of(1, 0, 0, 0), Float32Array.of(0.8, 0.6, 0, 0)),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 90 }), fc.integer({ min: 0, max: 100 }), (candidates, limit) => {
        const chosen = diversify(candidates, limit);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.length).toBe(Math.min(limit, candidates.length));
        const tiers = chosen.map((at) => candidates[at]?.tier ?? 0);
        expect([...tiers].sort((a, b) => a - b)).toEqual(tiers);
      }),
    );
  });

  it('puts the best first and a variant of it after the other products', () => {
    const candidates = [candidate(0.9, { groupId: 'g' }), candidate(0.89, { groupId: 'g' }), candidate(0.3)];
    expect(diversify(candidates, 3)).toEqual([0, 2, 1]);
  });

  it('prefers a variant that answers over another product that does so less', () => {
    const candidates = [
      candidate(0.9, { groupId: 'g' }),
      candidate(0.5, { groupId: 'g' }),
      candidate(0.95, { tier: 1 }),
    ];
    expect(diversify(candidates, 2)).toEqual([0, 1]);
  });

  it('lets a near twin wait behind something else of almost the same score', () => {
    const twin = Float32Array.of(1, 0, 0, 0);
    const other = Float32Array.of(0, 1, 0, 0);
    const candidates = [0.9, 0.89, 0.85].map((score, at) => ({
      ...candidate(score),
      embedding: at < 2 ? twin : other,
    }));
    expect(diversify(candidates, 3)).toEqual([0, 2, 1]);
  });
});
