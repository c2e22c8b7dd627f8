/** One slot's candidates: what each adds by itself, and what it costs. */
export interface Choice {
  readonly gain: Float64Array;
  /** Minor units of the catalogue's currency, all non-negative. */
  readonly cost: Float64Array;
}

export interface ChoiceProblem {
  readonly slots: readonly Choice[];
  /** What candidates i of slot s and j of slot t add together, at [s][t][i * slots[t].length + j], s < t. */
  readonly together: readonly (readonly Float64Array[])[];
  readonly budget: number;
  /** Whole choices only: what the combination adds beyond the sums, never more than `wholeAtMost`. */
  readonly whole: (choice: readonly number[]) => number;
  readonly wholeAtMost: number;
}

export interface BestChoice {
  readonly choice: readonly number[];
  readonly value: number;
}

/**
 * The best choice of one candidate a slot within the budget, exactly: depth first, cutting every branch
 * whose optimistic bound cannot beat the best so far. Undefined where nothing fits the budget. Ties go to
 * the lower indices, so the answer depends on nothing but the problem.
 */
export function bestChoice(problem: ChoiceProblem, atLeast = Number.NEGATIVE_INFINITY): BestChoice | undefined {
  const { slots, together, budget } = problem;
  const depth = slots.length;
  if (slots.some(({ gain }) => gain.length === 0)) return undefined;
  const restGain = new Float64Array(depth + 1);
  const restCost = new Float64Array(depth + 1);
  for (let s = depth - 1; s >= 0; s--) {
    let pairs = 0;
    for (let t = 0; t < s; t++) pairs += largest(together[t]?.[s]);
    restGain[s] = (restGain[s + 1] ?? 0) + largest(slots[s]?.gain) + pairs;
    restCost[s] = (restCost[s + 1] ?? 0) + smallest(slots[s]?.cost);
  }
  const order = slots.map(({ gain }) => [...gain.keys()].sort((a, b) => (gain[b] ?? 0) - (gain[a] ?? 0) || a - b));
  const current = new Array<number>(depth).fill(0);
  let best: BestChoice | undefined;
  let floor = atLeast;

  const descend = (s: number, value: number, cost: number): void => {
    if (s === depth) {
      const total = value + problem.whole(current);
      if (total > floor) {
        floor = total;
        best = { choice: [...current], value: total };
      }
      return;
    }
    const slot = slots[s];
    for (const i of order[s] ?? []) {
      const spent = cost + (slot?.cost[i] ?? 0);
      if (spent + (restCost[s + 1] ?? 0) > budget) continue;
      let gained = value + (slot?.gain[i] ?? 0);
      for (let t = 0; t < s; t++) {
        gained += together[t]?.[s]?.[(current[t] ?? 0) * (slot?.gain.length ?? 0) + i] ?? 0;
      }
      if (gained + (restGain[s + 1] ?? 0) + problem.wholeAtMost <= floor) continue;
      current[s] = i;
      descend(s + 1, gained, spent);
    }
  };
  descend(0, 0, 0);
  return best;
}

function largest(values: Float64Array | undefined): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const value of values ?? []) if (value > best) best = value;
  return best === Number.NEGATIVE_INFINITY ? 0 : best;
}

function smallest(values: Float64Array | undefined): number {
  let best = Number.POSITIVE_INFINITY;
  for (const value of values ?? []) if (value < best) best = value;
  return best === Number.POSITIVE_INFINITY ? 0 : best;
}
