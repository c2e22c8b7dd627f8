import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse, type Signals } from '../../src/ranking/fusion.js';

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0),
);
const anySignals: fc.Arbitrary<Signals> = fc.record(
  {
    lexical: anyNumber,
    text: anyNumber,
    image: anyNumber,
    attention: anyNumber,
    personal: anyNumber,
    preference: anyNumber,
  },
  { requiredKeys: [] },
);
const anyWeights = fc.record({
  lexical: anyNumber,
  text: anyNumber,
  image: anyNumber,
  attention: anyNumber,
  personal: anyNumber,
  preference: anyNumber,
});
const weights = { lexical: 0.2, text: 0.4, image: 0.7, attention: 1, personal: 0.1, preference: 0.3 };

describe('fusion', () => {
  it('is total: finite scores from 0 to 1 for any signals and weights', () => {
    fc.assert(
      fc.property(fc.array(anySignals, { maxLength: 12 }), anyWeights, (signals, some) => {
        const fused = fuse(signals, some);
        expect(fused).toHaveLength(signals.length);
        for (const score of fused) expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it('never ranks lower what is better in one signal and equal in the others', () => {
    const cosine = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(cosine, { minLength: 2, maxLength: 8 }), cosine, (texts, image) => {
        const fused = fuse(
          texts.map((text) => ({ text, image })),
          weights,
        );
        for (const [a, one] of texts.entries()) {
          for (const [b, other] of texts.entries()) {
            if (one > other) expect(fused[a]).toBeGreaterThanOrEqual(fused[b] ?? 1);
          }
        }
      }),
    );
  });

  it('ignores a signal of weight 0 altogether', () => {
    const signals = [
      { text: 0.1, lexical: 9 },
      { text: 0.2, lexical: 1 },
    ];
    expect([...fuse(signals, { ...weights, lexical: 0 })]).toEqual([0, 1]);
  });

  it('counts a signal that a candidate lacks as nothing in its favour', () => {
    const [found, missed] = fuse([{ text: 0.5, lexical: 2 }, { text: 0.5 }], weights);
    expect(found).toBeGreaterThan(missed ?? 1);
  });
});
