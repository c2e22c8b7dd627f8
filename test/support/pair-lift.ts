import { rounded } from '../../src/evaluation/metrics.js';
import type { KindOutfit } from '../../src/evaluation/outfits-data.js';
import type { FashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { LINES_OF_CATEGORY } from '../../src/styling/knowledge/polyvore-kinds.js';
import type { LearnedKinds } from '../../src/styling/learned-kinds.js';

/** How much more often two kinds are worn together than if each came without regard to the other. */
export interface PairLift {
  readonly categories: readonly [first: string, second: string];
  /** Outfits that hold both. */
  readonly together: number;
  readonly lift: number;
  readonly ci95: { readonly low: number; readonly high: number };
}

/** The lift of every pair that `claimed` holds, in raw counts of real outfits; of kinds that never occur none. */
export function pairLifts(
  outfits: readonly KindOutfit[],
  claimed: readonly (readonly [string, string])[],
  { kinds }: Pick<LearnedKinds, 'kinds'>,
): PairLift[] {
  const number = new Map(kinds.map((kind, at) => [kind, at]));
  const holders = new Map<string, Set<number>>();
  const holdersOf = (category: string) => {
    const known = holders.get(category);
    if (known) return known;
    const lines = new Set((LINES_OF_CATEGORY[category] ?? []).flatMap((line) => number.get(line) ?? []));
    const found = new Set(outfits.flatMap((outfit, at) => (outfit.kinds.some((kind) => lines.has(kind)) ? [at] : [])));
    holders.set(category, found);
    return found;
  };
  return claimed.flatMap(([first, second]) => {
    const [a, b] = [holdersOf(first), holdersOf(second)];
    let both = 0;
    for (const at of a) if (b.has(at)) both++;
    if (a.size === 0 || b.size === 0) return [];
    return [{ categories: [first, second] as const, together: both, ...liftOf(both, a.size, b.size, outfits.length) }];
  });
}

/** The ratio, and its interval by the delta method on its logarithm over the four cells of the table. */
function liftOf(both: number, a: number, b: number, n: number): Pick<PairLift, 'lift' | 'ci95'> {
  if (both === 0) return { lift: 0, ci95: { low: 0, high: 0 } };
  const log = Math.log((both * n) / (a * b));
  const slopes = [
    [both, 1 / both - 1 / a - 1 / b],
    [a - both, -1 / a],
    [b - both, -1 / b],
  ] as const;
  const mean = slopes.reduce((sum, [count, slope]) => sum + count * slope, 0);
  const variance = slopes.reduce((sum, [count, slope]) => sum + count * slope * slope, 0) - (mean * mean) / n;
  const half = 1.96 * Math.sqrt(Math.max(0, variance));
  return {
    lift: rounded(Math.exp(log)),
    ci95: { low: rounded(Math.exp(log - half)), high: rounded(Math.exp(log + half)) },
  };
}

/** Every pair of categories that may be proposed together and that `says` calls a common pairing. */
export function claimedPairs(
  knowledge: FashionKnowledge,
  says: (first: string, second: string) => boolean,
): (readonly [string, string])[] {
  const ids = knowledge.slots.flatMap((slot) => knowledge.categoriesOf(slot));
  return ids.flatMap((first, at) =>
    ids.slice(at + 1).flatMap((second) => {
      const apart = knowledge.category(first)?.slot !== knowledge.category(second)?.slot;
      return apart && says(first, second) ? [[first, second] as const] : [];
    }),
  );
}
