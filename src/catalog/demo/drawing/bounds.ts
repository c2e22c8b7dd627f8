export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function widened(box: Box, by: number): Box {
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

const TOKENS = /[MLQCZ]|-?\d+(?:\.\d+)?/g;
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6 };
const SAMPLES = [0.2, 0.4, 0.6, 0.8, 1];

/** The box around path data written with absolute M L Q C Z; curves are sampled, so it is tight within a unit or two. */
export function boundsOf(paths: readonly string[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const see = (x: number, y: number): void => {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  };
  for (const path of paths) {
    let at: number[] = [0, 0];
    let numbers: number[] = [];
    let command = 'M';
    for (const [token] of path.matchAll(TOKENS)) {
      if (token in ARITY || token === 'Z') {
        command = token;
        numbers = [];
        continue;
      }
      numbers.push(Number(token));
      if (numbers.length < (ARITY[command] ?? 2)) continue;
      const hull = [...at, ...numbers];
      for (const t of command === 'M' || command === 'L' ? [1] : SAMPLES) see(bezier(hull, 0, t), bezier(hull, 1, t));
      at = numbers.slice(-2);
      numbers = [];
      if (command === 'M') command = 'L';
    }
  }
  return box;
}

/** De Casteljau on one axis of interleaved control points. */
function bezier(hull: readonly number[], axis: 0 | 1, t: number): number {
  let values: number[] = [];
  for (let index = axis; index < hull.length; index += 2) values.push(hull[index] ?? 0);
  while (values.length > 1) {
    values = values.slice(1).map((value, index) => (values[index] ?? 0) * (1 - t) + value * t);
  }
  return values[0] ?? 0;
}
