import { type Cloth, plain } from '../cloth.js';
import { acrossCentre, data, endOf, joined, type Point, reversed, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { Torso } from './measures.js';
import type { NeckEdge } from './neck-edge.js';
import { shoulderY } from './neck-edge.js';

/** The inside of the back, seen through the neck opening, with a woven label. Paint before the body. */
export function neckInside(sketch: Sketch, neck: NeckEdge, cloth: Cloth = sketch.cloth, label = true): void {
  if (!neck.shoulders) return;
  const [x, y] = endOf(neck.edge);
  const back = run([-x, y], [-x * 0.6, y + 24, x * 0.6, y + 24, x, y]);
  const outline = data(joined(acrossCentre(neck.edge), reversed(back)), true);
  sketch.piece(outline, { cloth: { ...plain(cloth, cloth.inner), edge: cloth.edge }, volume: 1.4 });
  sketch.line(data(run([-x + 4, y + 12], [-x * 0.56, y + 36, x * 0.56, y + 36, x - 4, y + 12])), {
    colour: cloth.edge,
    width: 2,
    opacity: 0.5,
  });
  if (label) wovenLabel(sketch, y + 20);
}

function wovenLabel(sketch: Sketch, y: number): void {
  sketch.raw(
    `<rect x="-19" y="${y}" width="38" height="18" rx="2" fill="#faf6ee"/><path d="M-10 ${y + 9}h20" stroke="#b9a88e" stroke-width="3" stroke-linecap="round"/>`,
  );
}

/** A band sewn along the neck edge: rib, binding or facing. Paint after the body. */
export function neckBand(
  sketch: Sketch,
  neck: NeckEdge,
  width: number,
  cloth: Cloth = sketch.cloth,
  ribbed = true,
): void {
  const line = data(acrossCentre(neck.edge));
  sketch.line(line, { colour: cloth.edge, width: width + 4, cap: 'butt' });
  sketch.line(line, { colour: cloth.colours[0], width, cap: 'butt' });
  if (ribbed) sketch.line(line, { colour: cloth.seam, width: width - 2, dash: '2.2 6', opacity: 0.5, cap: 'butt' });
  sketch.line(line, { colour: '#fff', width: width * 0.3, opacity: cloth.lit * 0.5, cap: 'butt' });
}

/** Shoulder seams lie a little to the front. */
export function shoulderSeams(sketch: Sketch, torso: Torso, neck: NeckEdge): void {
  if (!neck.shoulders) return;
  const [x] = endOf(neck.edge);
  for (const side of [1, -1]) {
    const from: Point = [side * (x + 3), shoulderY(torso, x) + 9];
    const to: Point = [side * (torso.shoulder - 6), torso.slope + 10];
    sketch.line(data(run(from, [...to])), { width: 2, opacity: 0.6 });
  }
}

/** Straps over bare shoulders, from the front edge up and behind. Paint before the body. */
export function straps(sketch: Sketch, torso: Torso, from: Point, width: number, top = -6): void {
  for (const side of [1, -1] as const) {
    const [x, y] = from;
    const [tx, ty] = [Math.min(x, torso.neck * 1.5), top];
    const line = data(
      run([side * x, y + 6], [side * (x + 1), y - (y - ty) * 0.5, side * (tx + 3), ty + 30, side * tx, ty]),
    );
    const behind = data(
      run([side * tx, ty], [side * (tx - 10), ty + 46, side * (x * 0.86), y - 50, side * (x * 0.84), y - 6]),
    );
    for (const [path, shade] of [[behind, 0.3] as const, [line, 0] as const]) {
      sketch.line(path, { colour: sketch.cloth.edge, width: width + 4 });
      sketch.line(path, { colour: shade ? sketch.cloth.inner : sketch.cloth.colours[0], width });
    }
    sketch.casts(
      data(
        run(
          [side * (tx - width / 2), ty - 2],
          [side * (tx + width / 2), ty],
          [side * (x + width / 2), y],
          [side * (x - width / 2), y],
        ),
        true,
      ),
    );
  }
}
