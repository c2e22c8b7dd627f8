/** One slot's candidates: what each adds by itself, and what it costs. */
export interface Choice {
  readonly gain: Float64Array;
  /** Minor units of the catalogue's currency, all non-negative. */
  readonly cost: Float64Array;
}

/** What the candidates of two slots add together: `weight * values[i * columns + j]`. */
export interface Together {
  readonly weight: number;
  readonly values: Float64Array;
  readonly columns: number;
  /** The largest value of each row, and of all. */
  readonly rowMax: Float64Array;
  readonly max: number;
}

export interface ChoiceProblem {
  readonly slots: readonly Choice[];
  /** Of slots s < t, at [s][t]. */
  readonly together: readonly (readonly (Together | undefined)[])[];
  readonly budget: number;
  /**
   * Whole choices only: what the combination adds beyond the sums, never more than `wholeAtMost`. May answer
   * minus infinity as soon as it is clear that it adds less than `needed`.
   */
  readonly whole: (choice: readonly number[], needed: number) => number;
  readonly wholeAtMost: number;
  /** A choice this much below the best will do: near ties are not told apart by taste, but cost time. */
  readonly tolerance: number;
}

export interface BestChoice {
  readonly choice: readonly number[];
  readonly value: number;
}

/**
 * The best choice of one candidate a slot within the budget, to within `tolerance`: depth first, cutting
 * every branch whose optimistic bound cannot beat the best so far by more than that. Undefined where nothing within the budget is worth
 * more than `floor`. Ties go to the candidate tried first, so the answer depends on the problem alone.
 */
export function bestChoice(problem: ChoiceProblem, floor = Number.NEGATIVE_INFINITY): BestChoice | undefined {
  const { slots, together, budget, wholeAtMost, tolerance } = problem;
  const depth = slots.length;
  if (slots.some(({ gain }) => gain.length === 0)) return undefined;
  const rest = optimism(problem);
  const restCost = suffixSums(slots.map(({ cost }) => smallest(cost)));
  const pairedBefore = slots.map((_, s) => together.slice(0, s).map((row) => row[s]));
  const order = slots.map(({ gain }) => [...gain.keys()].sort((a, b) => (gain[b] ?? 0) - (gain[a] ?? 0) || a - b));
  const current = new Array<number>(depth).fill(0);
  let best: BestChoice | undefined;
  let least = floor;

  const finish = (value: number): void => {
    const total = value + problem.whole(current, least - value);
    if (total <= least) return;
    least = total;
    best = { choice: [...current], value: total };
  };

  /** `hope`: the most that the slots chosen so far may gain together with those to come. */
  const descend = (s: number, value: number, hope: number, cost: number): void => {
    const slot = slots[s];
    if (slot === undefined) {
      finish(value);
      return;
    }
    const taken = pairedBefore[s] ?? [];
    const hoped = pairsWith(taken, current, undefined);
    const later = together[s] ?? [];
    for (const i of order[s] ?? []) {
      const spent = cost + (slot.cost[i] ?? 0);
      if (spent + (restCost[s + 1] ?? 0) > budget) continue;
      const gained = value + (slot.gain[i] ?? 0) + pairsWith(taken, current, i);
      const open = hope - hoped + hopeOf(later, i);
      if (gained + open + (rest[s + 1] ?? 0) + wholeAtMost - tolerance <= least) continue;
      current[s] = i;
      descend(s + 1, gained, open, spent);
    }
  };
  descend(0, 0, 0, 0);
  return best;
}

/** What candidate `i` adds with the slots chosen before it; undefined asks for the best that any could. */
function pairsWith(
  taken: readonly (Together | undefined)[],
  current: readonly number[],
  i: number | undefined,
): number {
  let sum = 0;
  for (let t = 0; t < taken.length; t++) {
    const pair = taken[t];
    if (pair === undefined) continue;
    const row = current[t] ?? 0;
    sum += pair.weight * ((i === undefined ? pair.rowMax[row] : pair.values[row * pair.columns + i]) ?? 0);
  }
  return sum;
}

/** The most that candidate `i` may gain with the slots to come. */
function hopeOf(later: readonly (Together | undefined)[], i: number): number {
  let sum = 0;
  for (const pair of later) if (pair) sum += pair.weight * (pair.rowMax[i] ?? 0);
  return sum;
}

/** By slot: the most that it and the slots after it can add by themselves and among each other. */
function optimism({ slots, together }: ChoiceProblem): Float64Array {
  const depth = slots.length;
  const rest = new Float64Array(depth + 1);
  for (let s = depth - 1; s >= 0; s--) {
    let most = largest(slots[s]?.gain) + (rest[s + 1] ?? 0);
    for (let t = s + 1; t < depth; t++) {
      const pair = together[s]?.[t];
      if (pair) most += pair.weight * pair.max;
    }
    rest[s] = most;
  }
  return rest;
}

/** A table of pairs with the maxima that bounds need. */
export function pairTable(
  rows: number,
  columns: number,
  value: (i: number, j: number) => number,
): Omit<Together, 'weight'> {
  const values = new Float64Array(rows * columns);
  const rowMax = new Float64Array(rows);
  let max = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = value(i, j);
      values[i * columns + j] = at;
      if (at > (rowMax[i] ?? 0)) rowMax[i] = at;
    }
    max = Math.max(max, rowMax[i] ?? 0);
  }
  return { values, columns, rowMax, max };
}

function suffixSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let at = values.length - 1; at >= 0; at--) sums[at] = (sums[at + 1] ?? 0) + (values[at] ?? 0);
  return sums;
}

function largest(values: Float64Array | undefined): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const value of values ?? []) if (value > best) best = value;
  return best === Number.NEGATIVE_INFINITY ? 0 : best;
}

function smallest(values: Float64Array): number {
  let best = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < best) best = value;
  return best === Number.POSITIVE_INFINITY ? 0 : best;
}
