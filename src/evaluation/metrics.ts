/** Figures of a ranked list; ranks count from 1, and 0 or Infinity means not found. */

/** Share of the queries whose one right answer is among the first `k`. */
export function recallAt(ranks: readonly number[], k: number): number {
  return mean(ranks.map((rank) => (rank >= 1 && rank <= k ? 1 : 0)));
}

/** Mean of 1 / rank, 0 beyond `cut`. */
export function meanReciprocalRank(ranks: readonly number[], cut = 10): number {
  return mean(ranks.map((rank) => (rank >= 1 && rank <= cut ? 1 / rank : 0)));
}

/** Share of the first `k` that are relevant; places that the list lacks count as wrong. */
export function precisionAt(relevant: readonly boolean[], k: number): number {
  return relevant.slice(0, k).filter(Boolean).length / k;
}

/** 1 / place of the first relevant one among the first `cut`, or 0. */
export function reciprocalRank(relevant: readonly boolean[], cut = 10): number {
  const first = relevant.slice(0, cut).indexOf(true);
  return first < 0 ? 0 : 1 / (first + 1);
}

/** Normalised discounted cumulative gain of the first `k` (Järvelin and Kekäläinen 2002); 0 where nothing gains. */
export function ndcgAt(gains: readonly number[], k: number, allGains: readonly number[] = gains): number {
  const sum = (list: readonly number[]) =>
    list.slice(0, k).reduce((total, gain, at) => total + (2 ** gain - 1) / Math.log2(at + 2), 0);
  const best = sum([...allGains].sort((a, b) => b - a));
  return best > 0 ? sum(gains) / best : 0;
}

/** Arithmetic mean, 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}

/** R@1, R@10 and MRR of one-answer queries, rounded to four places. */
export function recallFigures(ranks: readonly number[]): Readonly<Record<'R@1' | 'R@10' | 'MRR', number>> {
  return {
    'R@1': rounded(recallAt(ranks, 1)),
    'R@10': rounded(recallAt(ranks, 10)),
    MRR: rounded(meanReciprocalRank(ranks)),
  };
}

export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
