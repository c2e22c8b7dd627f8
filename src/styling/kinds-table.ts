import type { KindsTogether } from './kinds-together.js';

/** The kinds score of every combination of categories that a template's shortlists can make. */
export interface KindsTable {
  /** Of the candidates at these places of the lists. */
  at(choice: readonly number[]): number;
  readonly max: number;
}

/** Lists hold tens of candidates of a handful of categories: each combination is scored once. */
export function kindsTable(
  lists: readonly (readonly string[])[],
  fixed: readonly string[],
  kinds: KindsTogether,
): KindsTable {
  const distinct = lists.map((list) => [...new Set(list)]);
  const places = lists.map((list, s) => Uint16Array.from(list, (category) => distinct[s]?.indexOf(category) ?? 0));
  const strides = distinct.map((_, s) => distinct.slice(s + 1).reduce((product, { length }) => product * length, 1));
  const size = distinct.reduce((product, { length }) => product * length, 1);
  const scores = Float64Array.from({ length: size }, (_, cell) =>
    kinds.score([
      ...fixed,
      ...distinct.flatMap((ids, s) => ids[Math.floor(cell / (strides[s] ?? 1)) % ids.length] ?? []),
    ]),
  );
  return {
    at(choice) {
      let cell = 0;
      for (let s = 0; s < choice.length; s++) cell += (places[s]?.[choice[s] ?? 0] ?? 0) * (strides[s] ?? 1);
      return scores[cell] ?? 0.5;
    },
    max: scores.reduce((best, score) => Math.max(best, score), 0),
  };
}
