import type { KindsTogether } from './kinds-together.js';

/** The kinds score of the categories that a choice from these lists makes; each combination is scored once. */
export function kindsTable(
  lists: readonly (readonly string[])[],
  fixed: readonly string[],
  kinds: KindsTogether,
): (choice: readonly number[]) => number {
  const distinct = lists.map((list) => [...new Set(list)]);
  const places = lists.map((list, s) => Uint16Array.from(list, (category) => distinct[s]?.indexOf(category) ?? 0));
  const strides = distinct.map((_, s) => distinct.slice(s + 1).reduce((product, { length }) => product * length, 1));
  const size = distinct.reduce((product, { length }) => product * length, 1);
  const scores = new Float64Array(size).fill(-1);
  return (choice) => {
    let cell = 0;
    for (let s = 0; s < choice.length; s++) cell += (places[s]?.[choice[s] ?? 0] ?? 0) * (strides[s] ?? 1);
    const known = scores[cell] ?? -1;
    if (known >= 0) return known;
    const score = kinds.score([...fixed, ...lists.flatMap((list, s) => list[choice[s] ?? 0] ?? [])]);
    scores[cell] = score;
    return score;
  };
}
