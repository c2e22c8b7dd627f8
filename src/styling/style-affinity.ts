import { FAMILY_AFFINITY, STYLES } from './knowledge/styles.js';

/** Where a style is not told, nothing is held against a piece. */
export const STYLE_UNTOLD = 0.6;

const IDS = Object.keys(STYLES);
const INDEX: ReadonlyMap<string, number> = new Map(IDS.map((id, at) => [id, at]));
const AFFINITY = Float32Array.from({ length: IDS.length ** 2 }, (_, at) =>
  affinityOf(IDS[Math.floor(at / IDS.length)] ?? '', IDS[at % IDS.length] ?? ''),
);

/** The place of a style in the table of affinities; -1 where it is not known. */
export function styleIndex(style: string): number {
  return INDEX.get(style) ?? -1;
}

/** The best affinity between two garments' styles, 0 to 1: the same style 1, one family 0.85. */
export function stylesTogether(first: readonly number[], second: readonly number[]): number {
  let best = -1;
  for (const a of first) {
    for (const b of second) {
      if (a < 0 || b < 0) continue;
      best = Math.max(best, AFFINITY[a * IDS.length + b] ?? STYLE_UNTOLD);
    }
  }
  return best < 0 ? STYLE_UNTOLD : best;
}

function affinityOf(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [STYLES[a]?.family, STYLES[b]?.family];
  if (left === undefined || right === undefined) return STYLE_UNTOLD;
  return left === right ? 0.85 : (FAMILY_AFFINITY[left][right] ?? FAMILY_AFFINITY[right][left] ?? 0.5);
}
