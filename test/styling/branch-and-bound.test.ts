import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestChoice, type ChoiceProblem, pairTable } from '../../src/styling/branch-and-bound.js';

/** Every choice tried, the plain way. */
function bruteForce({ slots, together, budget, whole }: ChoiceProblem): number | undefined {
  let best: number | undefined;
  const walk = (choice: number[], value: number, cost: number): void => {
    const s = choice.length;
    const slot = slots[s];
    if (slot === undefined) {
      const total = value + whole(choice, Number.NEGATIVE_INFINITY);
      if (cost <= budget && (best === undefined || total > best)) best = total;
      return;
    }
    for (let i = 0; i < slot.gain.length; i++) {
      const pairs = choice.map((chosen, t) => {
        const pair = together[t]?.[s];
        return pair ? pair.weight * (pair.values[chosen * pair.columns + i] ?? 0) : 0;
      });
      const gained = (slot.gain[i] ?? 0) + pairs.reduce((sum, one) => sum + one, 0);
      walk([...choice, i], value + gained, cost + (slot.cost[i] ?? 0));
    }
  };
  walk([], 0, 0);
  return best;
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const problems: fc.Arbitrary<ChoiceProblem> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) =>
    fc.record({
      gains: fc.tuple(
        ...sizes.map((size) =>
          fc.array(fc.double({ min: -0.5, max: 1, noNaN: true }), { minLength: size, maxLength: size }),
        ),
      ),
      costs: fc.tuple(
        ...sizes.map((size) => fc.array(fc.integer({ min: 0, max: 10 }), { minLength: size, maxLength: size })),
      ),
      pairs: fc.array(unit, { minLength: 96, maxLength: 96 }),
      budget: fc.integer({ min: 0, max: 30 }),
      wholes: fc.array(unit, { minLength: 17, maxLength: 17 }),
    }),
  )
  .map(({ gains, costs, pairs, budget, wholes }): ChoiceProblem => {
    const slots = gains.map((gain, s) => ({ gain: Float64Array.from(gain), cost: Float64Array.from(costs[s] ?? []) }));
    const together = slots.map((first, s) =>
      slots.map((second, t) =>
        t <= s
          ? undefined
          : {
              weight: 0.7,
              ...pairTable(
                first.gain.length,
                second.gain.length,
                (i, j) => pairs[(s * 31 + t * 17 + i * 5 + j) % 96] ?? 0,
              ),
            },
      ),
    );
    const whole = (choice: readonly number[]) => wholes[choice.reduce((sum, i, at) => sum + i * (at + 3), 0) % 17] ?? 0;
    return { slots, together, budget, whole, wholeAtMost: 1, tolerance: 0 };
  });

describe('branch and bound', () => {
  it('finds what trying every choice finds, within the budget', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = bestChoice(problem);
        const exact = bruteForce(problem);
        expect(best === undefined).toBe(exact === undefined);
        if (best && exact !== undefined) expect(best.value).toBeCloseTo(exact, 9);
      }),
      { numRuns: 500 },
    );
  });

  it('is never further below the best than the tolerance', () => {
    fc.assert(
      fc.property(problems, unit, (problem, tolerance) => {
        const exact = bruteForce(problem);
        const best = bestChoice({ ...problem, tolerance: tolerance / 10 });
        if (exact !== undefined) expect((best?.value ?? 0) + tolerance / 10).toBeGreaterThanOrEqual(exact - 1e-9);
      }),
    );
  });
});
