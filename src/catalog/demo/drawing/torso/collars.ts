import { type Cloth, clothFrom } from '../cloth.js';
import { mix } from '../colour.js';
import type { Fold } from '../light.js';
import { data, flip, flipAt, joined, mirrored, type Run, reversed, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { Torso } from './measures.js';

/** Collars are painted after the body; each is drawn on the right and mirrored. */

function both(sketch: Sketch, path: string, cloth: Cloth, folds: readonly Fold[] = [], tilt = 0): void {
  for (const side of [1, -1] as const) {
    const outline = side === 1 ? path : flip(path);
    sketch.drop(outline, 12);
    sketch.piece(outline, { cloth, tilt: tilt * side, volume: 0.45, casts: true, folds: side === 1 ? folds : [] });
  }
}

/** The back of a collar stand with its inside, seen above the neck. Paint before the body. */
export function collarStand(sketch: Sketch, torso: Torso, cloth: Cloth, height: number): void {
  const n = torso.neck * 0.94;
  const half = run(
    [0, -height - 6],
    [n * 0.5, -height - 4, n * 0.86, -height * 0.8, n * 0.98, 4],
    [n * 0.6, 40, n * 0.3, 56, 0, 60],
  );
  const inside = clothFrom(
    [mix(cloth.colours[0], '#221c24', 0.2)],
    cloth.pattern === 'solid' ? null : cloth.pattern,
    cloth.material,
  );
  sketch.piece(data(joined(half, mirrored(reversed(half))), true), {
    cloth: { ...inside, colours: [inside.colours[0], ...cloth.colours.slice(1)] },
    volume: 1.2,
  });
  sketch.raw(
    `<rect x="-17" y="${-height + 14}" width="34" height="15" rx="2" fill="#faf6ee"/><path d="M-9 ${-height + 21.5}h18" stroke="#b9a88e" stroke-width="2.600" stroke-linecap="round"/>`,
  );
}

/** A pointed shirt collar, leaves meeting at the top button. */
export function shirtCollar(
  sketch: Sketch,
  torso: Torso,
  cloth: Cloth,
  options: { point?: number; soft?: boolean } = {},
): void {
  const n = torso.neck;
  const point = options.point ?? 1;
  const leaf = data(
    run(
      [3, 58],
      [n * 0.36, 50, n * 0.7, 22, n * 0.86, -30],
      [n * 0.9, -46, n * 0.98, -40, n * 1.04, -22],
      [n * 1.16, 8, n * 1.2, 26, n * 1.18, 44],
      options.soft
        ? [n * 1.05, 92 * point, n * 0.8, 112 * point, n * 0.62, 108 * point]
        : [n * 0.98, 76 * point, n * 0.84, 104 * point, n * 0.74, 122 * point],
      [n * 0.5, 100, n * 0.2, 78, 3, 58],
    ),
    true,
  );
  both(sketch, leaf, cloth, [], 38);
  const edge = data(
    run(
      [n * 1.1, 46],
      [n * 0.94, 74 * point, n * 0.82, 96 * point, n * 0.73, 110 * point],
      [n * 0.5, 90, n * 0.26, 76, 12, 64],
    ),
  );
  for (const path of [edge, flip(edge)]) sketch.stitch(path, cloth.seam, 0.6);
}

/** Two round leaves of a doll's collar. */
export function peterPan(sketch: Sketch, torso: Torso, cloth: Cloth): void {
  const n = torso.neck;
  const leaf = data(
    run(
      [2, 70],
      [n * 0.5, 66, n * 0.88, 40, n * 0.98, -4],
      [n * 1.2, 2, n * 1.5, 16, n * 1.56, 26],
      [n * 1.56, 96, n * 1.0, 156, n * 0.4, 146],
      [n * 0.12, 140, 4, 110, 2, 70],
    ),
    true,
  );
  both(sketch, leaf, cloth, [], 24);
}

/** A band that stands around the neck, open by a notch in front. */
export function standCollar(sketch: Sketch, torso: Torso, cloth: Cloth, height: number): void {
  const n = torso.neck * 0.95;
  const leaf = data(
    run(
      [4, 56],
      [n * 0.5, 50, n * 0.9, 24, n * 1.02, -8],
      [n * 1.0, -height * 0.5, n * 1.0, -height * 0.8, n * 0.92, -height * 0.84],
      [n * 0.84, -height * 0.86, n * 0.8, -height * 0.56, n * 0.66, 18 - height * 0.5],
      [n * 0.48, 44 - height * 0.8, n * 0.26, 58 - height, 10, 56 - height * 0.8],
      [2, 60 - height * 0.6, 2, 50, 4, 56],
    ),
    true,
  );
  both(sketch, leaf, cloth, [], 20);
}

/** A knitted tube folded over itself (or left short). */
export function rollNeck(sketch: Sketch, torso: Torso, cloth: Cloth, height: number, folded: boolean): void {
  const n = torso.neck * 0.98;
  const lower = 46;
  const half = run(
    [0, -height + 6],
    [n * 0.5, -height + 6, n * 0.8, -height, n * 0.9, -height - 5],
    [n * 1.0, -height * 0.5, n * 0.98, -10, n * 1.08, 6],
    [n * 0.9, 34, n * 0.5, lower + 6, 0, lower + 8],
  );
  const inside = run(
    [0, -height + 24],
    [n * 0.5, -height + 22, n * 0.84, -height + 8, n * 0.9, -height - 5],
    [n * 0.5, -height - 16, n * 0.2, -height - 17, 0, -height - 17],
  );
  sketch.piece(data(joined(half, mirrored(reversed(half))), true), { cloth, volume: 1.2 });
  sketch.piece(data(joined(inside, mirrored(reversed(inside))), true), {
    cloth: clothFrom([cloth.inner], null, cloth.material),
    volume: 0.8,
  });
  if (!folded) return;
  const fold = run(
    [-n * 1.02, -height * 0.28],
    [-n * 0.6, -height * 0.28 + 30, n * 0.6, -height * 0.28 + 30, n * 1.02, -height * 0.28],
  );
  sketch.drop(data(fold), 16);
  sketch.line(data(fold), { colour: cloth.edge, width: 2.6 });
}

/** A hood lying back behind the neck, opening to the front. `cloth` outside, `lining` within. */
export function hood(sketch: Sketch, torso: Torso, cloth: Cloth, lining: Cloth): void {
  const n = torso.neck;
  const top = -n * 2.1;
  const shell = run(
    [0, top],
    [n * 1.1, top + 2, n * 1.78, top * 0.62, n * 1.72, -6],
    [n * 1.66, 34, n * 1.2, 46, n * 0.9, 66],
    [n * 0.5, 96, n * 0.2, 104, 0, 106],
  );
  const mouth = run(
    [0, top + 46],
    [n * 0.72, top + 50, n * 1.18, top * 0.5, n * 1.12, -8],
    [n * 1.06, 34, n * 0.5, 74, 0, 92],
  );
  sketch.piece(data(joined(shell, mirrored(reversed(shell))), true), {
    cloth,
    folds: [
      { from: [n * 1.5, -20], to: [n * 0.9, top * 0.8], width: -26, bend: -14, weight: 0.8 },
      { from: [-n * 1.5, -20], to: [-n * 0.9, top * 0.8], width: 26, bend: 14, weight: 0.8 },
    ],
  });
  sketch.piece(data(joined(mouth, mirrored(reversed(mouth))), true), {
    cloth: lining,
    volume: 1.6,
    folds: [
      { from: [20, 80], to: [10, top + 80], width: 34, bend: 6, weight: 1 },
      { from: [-n * 0.6, 40], to: [-n * 0.4, top + 90], width: 24, bend: 8, weight: 0.8 },
      { from: [n * 0.6, 40], to: [n * 0.45, top + 90], width: -24, bend: -8, weight: 0.8 },
    ],
  });
  sketch.line(data(run([0, top + 4], [0, top + 44])), { opacity: 0.8 });
}

/** Where a hood meets the neck, the two edges crossing. Paint after the body. */
export function hoodCross(sketch: Sketch, torso: Torso, cloth: Cloth, cords = true): void {
  const n = torso.neck;
  const lip = run([-n * 1.12, -2], [-n * 0.9, 70, -n * 0.2, 104, 0, 108]);
  const right = data(joined(lip, run([0, 108], [n * 0.2, 104, n * 0.9, 70, n * 1.12, -2])));
  sketch.line(right, { colour: cloth.edge, width: 25, cap: 'butt' });
  sketch.line(right, { colour: cloth.colours[0], width: 21, cap: 'butt' });
  sketch.line(right, { colour: cloth.seam, width: 2, opacity: 0.6 });
  if (!cords) return;
  for (const side of [1, -1]) {
    const x = side * n * 0.36;
    const cord = data(run([x, 96], [x + side * 10, 150, x - side * 4, 190, x + side * 5, 232]));
    sketch.raw(`<circle cx="${x}" cy="96" r="6" fill="#8d8a86"/>`);
    sketch.line(cord, { colour: '#d8d2c6', width: 7 });
    sketch.line(cord, { colour: '#8f887c', width: 7, dash: '1.500 6', opacity: 0.6 });
    sketch.line(data(run([x + side * 5, 222], [x + side * 6, 244])), { colour: '#8d8a86', width: 9 });
  }
}

/** A soft bow tied at the throat, its ends hanging. */
export function bow(sketch: Sketch, at: readonly [number, number], size: number, cloth: Cloth, tails = 1): void {
  const [x, y] = at;
  const loop: Run = run(
    [x, y],
    [x + size * 0.3, y - size * 0.62, x + size, y - size * 0.62, x + size * 1.06, y - size * 0.12],
    [x + size * 1.08, y + size * 0.4, x + size * 0.4, y + size * 0.44, x, y],
  );
  const tail: Run = run(
    [x, y],
    [x + size * 0.3, y + size * 0.5, x + size * 0.34, y + size * 1.1 * tails, x + size * 0.62, y + size * 1.9 * tails],
    [x + size * 0.3, y + size * 1.98 * tails],
    [x + size * 0.02, y + size * 1.3 * tails, x - size * 0.04, y + size * 0.6, x, y],
  );
  const shift = (path: string, side: number): string => (side === 1 ? path : flipAt(path, x));
  for (const side of [1, -1]) {
    if (tails > 0) sketch.piece(shift(data(tail, true), side), { cloth, volume: 0.5, tilt: 12 * side });
  }
  for (const side of [1, -1]) {
    const path = shift(data(loop, true), side);
    sketch.drop(path, 8);
    sketch.piece(path, {
      cloth,
      volume: 0.6,
      tilt: 60 * side,
      folds: [
        {
          from: [x + side * size * 0.1, y],
          to: [x + side * size * 0.75, y - size * 0.26],
          width: 9 * side,
          bend: 4,
          weight: 1.1,
        },
        {
          from: [x + side * size * 0.1, y + 2],
          to: [x + side * size * 0.7, y + size * 0.16],
          width: -8 * side,
          bend: 2,
          weight: 0.9,
        },
      ],
    });
  }
  const knot = size * 0.17;
  sketch.piece(
    data(
      run(
        [x - knot, y - knot * 1.2],
        [x, y - knot * 1.5, x, y - knot * 1.5, x + knot, y - knot * 1.2],
        [x + knot * 1.1, y + knot * 1.2],
        [x, y + knot * 1.5, x, y + knot * 1.5, x - knot * 1.1, y + knot * 1.2],
      ),
      true,
    ),
    { cloth, volume: 0.6 },
  );
}
