import { rounded } from './metrics.js';

/** Whole numbers below `limit`, the same sequence for the same seed (mulberry32). */
export function seededDraws(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** The 95% interval of a share of `n` (normal approximation). */
export function proportionInterval(share: number, n: number): { low: number; high: number } {
  const half = n === 0 ? 0 : 1.96 * Math.sqrt((share * (1 - share)) / n);
  return { low: rounded(Math.max(0, share - half)), high: rounded(Math.min(1, share + half)) };
}

/** AUC of real against fake scores, ties by half, with its 95% interval (Hanley and McNeil 1982). */
export function areaUnderCurve(
  real: readonly number[],
  fake: readonly number[],
): { auc: number; ci95: { low: number; high: number } } {
  const all = [...real.map((score) => ({ score, real: true })), ...fake.map((score) => ({ score, real: false }))];
  all.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to + 1 < all.length && all[to + 1]?.score === all[from]?.score) to++;
    const rank = (from + to) / 2 + 1;
    for (let at = from; at <= to; at++) if (all[at]?.real) ranks += rank;
    from = to + 1;
  }
  const [m, n] = [real.length, fake.length];
  if (m === 0 || n === 0) return { auc: 0.5, ci95: { low: 0, high: 1 } };
  const auc = (ranks - (m * (m + 1)) / 2) / (m * n);
  const [q1, q2] = [auc / (2 - auc), (2 * auc ** 2) / (1 + auc)];
  const variance = (auc * (1 - auc) + (m - 1) * (q1 - auc ** 2) + (n - 1) * (q2 - auc ** 2)) / (m * n);
  const half = 1.96 * Math.sqrt(Math.max(0, variance));
  return { auc, ci95: { low: rounded(auc - half), high: rounded(Math.min(1, auc + half)) } };
}

const RESAMPLES = 2_000;

/** The 95% interval of a mean by bootstrap: `values` are independent (one a look), drawn again with replacement. */
export function bootstrapInterval(values: readonly number[], seed = 23): { low: number; high: number } {
  if (values.length === 0) return { low: 0, high: 0 };
  const draw = seededDraws(seed);
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let at = 0; at < values.length; at++) sum += values[draw(values.length)] ?? 0;
    return sum / values.length;
  }).sort();
  const at = (share: number) => rounded(means[Math.floor(share * (RESAMPLES - 1))] ?? 0);
  return { low: at(0.025), high: at(0.975) };
}
