import { LINES_OF_CATEGORY } from '../../styling/knowledge/polyvore-kinds.js';
import type { LearnedKinds } from '../../styling/learned-kinds.js';
import { mean } from '../metrics.js';

/** Pointwise mutual information of categories in the training outfits, averaged over an outfit's pairs. */
export function kindsCounted({ kinds, counts, together }: LearnedKinds): (categories: readonly string[]) => number {
  const number = new Map(kinds.map((kind, at) => [kind, at]));
  const linesOf = (category: string) => (LINES_OF_CATEGORY[category] ?? []).flatMap((line) => number.get(line) ?? []);
  const pieces = counts.reduce((sum, count) => sum + count + 0.5, 0);
  const pairs = together.reduce((sum, count) => sum + count, 0) + 0.5 * kinds.length ** 2;
  const share = (lines: readonly number[]) => lines.reduce((sum, line) => sum + (counts[line] ?? 0) + 0.5, 0) / pieces;
  const information = (first: string, second: string): number | undefined => {
    const [a, b] = [linesOf(first), linesOf(second)];
    if (a.length === 0 || b.length === 0) return undefined;
    const joint = a.reduce(
      (sum, x) => sum + b.reduce((inner, y) => inner + (together[x * kinds.length + y] ?? 0) + 0.5, 0),
      0,
    );
    return Math.log(joint / pairs) - Math.log(share(a) * share(b));
  };
  return (categories) =>
    mean(categories.flatMap((a, at) => categories.slice(at + 1).flatMap((b) => information(a, b) ?? [])));
}
