import type { Cloth } from '../cloth.js';
import { data, flip, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { Torso } from './measures.js';

export type LapelKind = 'notch' | 'peak' | 'shawl' | 'wide';

/** Tailored lapels with their collar, rolling open to the break at `breakY`. Paint after the body. */
export function lapels(
  sketch: Sketch,
  torso: Torso,
  breakY: number,
  kind: LapelKind,
  cloth: Cloth,
  collar: Cloth = cloth,
): void {
  const n = torso.neck;
  const w = kind === 'wide' || kind === 'peak' ? 1.18 : 1;
  const tipY = 118 + n * 0.55;
  if (kind === 'shawl') {
    const leaf = data(
      run(
        [4, breakY],
        [n * 0.5, breakY * 0.62, n * 0.74, 90, n * 0.66, -44],
        [n * 0.8, -52, n * 0.98, -34, n * 1.02, -8],
        [n * 1.5, 60, n * 1.72, 150, n * 1.24, 240],
        [n * 0.9, 310, n * 0.3, breakY - 30, 4, breakY],
      ),
      true,
    );
    pair(sketch, leaf, collar, 26);
    return;
  }
  const tip: readonly [number, number] = kind === 'peak' ? [n * 1.92, tipY - 42] : [n * 1.66 * w, tipY];
  const notch: readonly [number, number] = [n * 1.26, tipY - 26];
  const lapel = data(
    run(
      [4, breakY],
      [n * 0.42, breakY * 0.66, n * 0.8, 130, n * 0.84, 34],
      [n * 1.0, 62, n * 1.14, 92, ...notch],
      kind === 'peak'
        ? [n * 1.44, tipY - 34, n * 1.7, tipY - 52, ...tip]
        : [n * 1.4, tipY - 18, n * 1.54, tipY - 8, ...tip],
      [n * 1.44 * w, breakY * 0.62 + 40, n * 0.66, breakY - 70, 4, breakY],
    ),
    true,
  );
  const leaf = data(
    run(
      [n * 0.6, -42],
      [n * 0.78, -56, n * 0.96, -40, n * 1.02, -12],
      [n * 1.2, 10, n * 1.42, 52, n * 1.56, tipY - 64],
      [n * 1.46, tipY - 52, n * 1.34, tipY - 38, ...notch],
      [n * 1.1, 82, n * 0.9, 50, n * 0.8, 26],
      [n * 0.72, 4, n * 0.66, -22, n * 0.6, -42],
    ),
    true,
  );
  pair(sketch, lapel, cloth, 28);
  pair(sketch, leaf, collar, 40);
}

function pair(sketch: Sketch, path: string, cloth: Cloth, tilt: number): void {
  for (const side of [-1, 1] as const) {
    const outline = side === 1 ? path : flip(path);
    sketch.drop(outline, 15);
    sketch.piece(outline, { cloth, tilt: -tilt * side * 0.6, volume: 0.5 });
  }
}
