import { describe, expect, it } from 'vitest';
import { batchCalls } from '../../src/encoding/batch-calls.js';

describe('batching', () => {
  it('sends calls made together as one batch, at most so many, results in place', async () => {
    const sizes: number[] = [];
    const double = batchCalls(async (inputs: readonly number[]) => {
      sizes.push(inputs.length);
      return inputs.map((input) => input * 2);
    }, 4);
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map(double))).toEqual([2, 4, 6, 8, 10, 12]);
    expect(sizes).toEqual([4, 2]);
  });

  it('fails the calls of a failing batch and goes on with the next', async () => {
    let first = true;
    const run = batchCalls(async (inputs: readonly number[]) => {
      if (!first) return inputs;
      first = false;
      throw new Error('out of order');
    }, 2);
    const results = await Promise.allSettled([1, 2, 3].map(run));
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await run(9)).toBe(9);
  });
});
