import { describe, expect, it } from 'vitest';
import { planSearch } from '../../src/retrieval/search-plan.js';

const million = { total: 1_000_000, limit: 200, graphReady: true, resident: false };

describe('the search plan', () => {
  it('scans exactly where filters leave little', () => {
    expect(planSearch({ ...million, matching: 4_000 }).path).toBe('exact');
  });
  it('scans exactly under a selective filter, where a graph would visit everything', () => {
    expect(planSearch({ ...million, matching: 40_000 }).path).toBe('exact');
  });
  it('takes the graph under a generous filter or none', () => {
    expect(planSearch({ ...million, matching: 600_000 }).path).toBe('graph');
    expect(planSearch({ ...million, matching: undefined }).path).toBe('graph');
  });
  it('scans exactly until the graph is built', () => {
    expect(planSearch({ ...million, matching: undefined, graphReady: false }).path).toBe('exact');
  });
  it('looks wider in the graph where more is wanted', () => {
    const plan = planSearch({ ...million, matching: undefined, limit: 400 });
    expect(plan).toEqual({ path: 'graph', effort: 600 });
  });
});
