import type { Cloth } from '../cloth.js';
import { data, flip, polygon, run } from '../path.js';
import type { Sketch } from '../sketch.js';

/** A patch pocket with a turned hem; `x` is its middle. */
export function patchPocket(
  sketch: Sketch,
  x: number,
  y: number,
  width: number,
  height: number,
  options: { flap?: boolean; pointed?: boolean; cloth?: Cloth; stitch?: string } = {},
): void {
  const cloth = options.cloth ?? sketch.cloth;
  const [l, r, b] = [x - width / 2, x + width / 2, y + height];
  const outline = options.pointed
    ? data(run([l, y], [r, y], [r, b - 14], [x, b], [l, b - 14]), true)
    : data(
        run([l, y], [r, y], [r, b - 12], [r, b, r - 4, b, r - 14, b], [l + 14, b], [l + 4, b, l, b, l, b - 12]),
        true,
      );
  sketch.drop(outline, 8);
  sketch.piece(outline, { cloth, casts: false, volume: 0.25, edge: 2 });
  const inset = data(
    run(
      [l + 6, y + 18],
      [l + 6, b - 16],
      options.pointed ? [x, b - 7] : [l + 8, b - 7],
      ...(options.pointed ? [] : [[r - 8, b - 7]]),
      [r - 6, b - 16],
      [r - 6, y + 18],
    ),
  );
  sketch.stitch(inset, options.stitch ?? cloth.seam, 0.8);
  if (!options.flap) {
    sketch.stitch(data(run([l + 4, y + 17], [r - 4, y + 17])), options.stitch ?? cloth.seam, 0.7);
    return;
  }
  const flap = data(
    run(
      [l - 4, y - 4],
      [r + 4, y - 4],
      [r + 4, y + height * 0.26],
      options.pointed ? [x, y + height * 0.4] : [r, y + height * 0.34],
      ...(options.pointed ? [] : [[l, y + height * 0.34]]),
      [l - 4, y + height * 0.26],
    ),
    true,
  );
  sketch.drop(flap, 9);
  sketch.piece(flap, { cloth, casts: false, volume: 0.25, edge: 2 });
  sketch.stitch(data(run([l + 2, y + 4], [r - 2, y + 4])), options.stitch ?? cloth.seam, 0.7);
}

/** A pocket cut into the cloth and edged by a narrow strip, leaning outwards. */
export function weltPockets(sketch: Sketch, x: number, y: number, length: number, lean: number): void {
  const strip = polygon([x, y], [x + 17, y + 4], [x + 17 + lean, y + length], [x + lean, y + length - 4]);
  for (const path of [strip, flip(strip)]) {
    sketch.drop(path, 7);
    sketch.piece(path, { casts: false, volume: 0.2, edge: 2 });
  }
}

/** Flap pockets of a tailored jacket, almost level. */
export function flapPockets(sketch: Sketch, x: number, y: number, width: number, height: number): void {
  const flap = data(
    run(
      [x - width / 2, y + 5],
      [x + width / 2, y - 4],
      [x + width / 2 + 1, y + height - 10],
      [x + width / 2, y + height - 4, x + width / 2 - 6, y + height - 3, x + width / 2 - 12, y + height - 3],
      [x - width / 2 + 10, y + height + 4],
      [x - width / 2, y + height + 4, x - width / 2, y + height, x - width / 2, y + height - 8],
    ),
    true,
  );
  for (const path of [flap, flip(flap)]) {
    sketch.drop(path, 8);
    sketch.piece(path, { casts: false, volume: 0.2, edge: 2 });
  }
}

/** The pouch of a hoodie. */
export function kangarooPocket(sketch: Sketch, y: number, half: number, height: number): void {
  const outline = data(
    run(
      [-half * 0.6, y],
      [half * 0.6, y],
      [half * 0.72, y + height * 0.3, half * 0.94, y + height * 0.52, half, y + height * 0.62],
      [half * 0.97, y + height],
      [-half * 0.97, y + height],
      [-half, y + height * 0.62],
      [-half * 0.94, y + height * 0.52, -half * 0.72, y + height * 0.3, -half * 0.6, y],
    ),
    true,
  );
  sketch.drop(outline, 11);
  sketch.piece(outline, { casts: false, volume: 0.35, edge: 2.2 });
  for (const side of [1, -1]) {
    sketch.stitch(
      data(
        run(
          [side * half * 0.52, y + 4],
          [
            side * half * 0.64,
            y + height * 0.34,
            side * half * 0.86,
            y + height * 0.56,
            side * half * 0.92,
            y + height * 0.66,
          ],
        ),
      ),
      sketch.cloth.seam,
      0.8,
    );
  }
}

/** A pocket with its own zip, leaning. */
export function zipPockets(sketch: Sketch, x: number, y: number, length: number, lean: number): void {
  for (const side of [1, -1]) {
    const line = data(run([side * x, y], [side * (x + lean), y + length]));
    sketch.line(line, { colour: sketch.cloth.edge, width: 11, cap: 'butt' });
    sketch.line(line, { colour: '#a9a9ae', width: 5, dash: '3 3', cap: 'butt' });
    sketch.raw(
      `<rect x="${side * x - 5}" y="${y - 2}" width="10" height="14" rx="3" fill="#c3c3c7" stroke="#5c5a60" stroke-width="1.400"/>`,
    );
  }
}
