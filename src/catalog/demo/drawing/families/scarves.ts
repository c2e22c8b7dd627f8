import { plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, polygon, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';

/** Scarves, gloves, belts, ties and what else finishes an outfit; about twenty units a centimetre. */

function fringe(sketch: Sketch, x1: number, x2: number, y: number, length: number): void {
  const count = Math.max(5, Math.round(Math.abs(x2 - x1) / 17));
  for (let index = 0; index <= count; index += 1) {
    const x = x1 + ((x2 - x1) * index) / count;
    const strand = data(
      run(
        [x, y - 4],
        [x + (index % 2 ? 5 : -4), y + length * 0.5, x + (index % 3) * 3 - 3, y + length - (index % 2) * 9],
      ),
    );
    sketch.line(strand, { colour: sketch.cloth.edge, width: 9 });
    sketch.line(strand, {
      colour: mix(
        sketch.cloth.colours[index % Math.min(2, sketch.cloth.colours.length)] ?? sketch.cloth.colours[0],
        '#ffffff',
        0.06,
      ),
      width: 6.5,
    });
  }
  sketch.casts(polygon([x1, y], [x2, y], [x2, y + length], [x1, y + length]));
}

/** A long scarf looped once, both ends hanging. */
export function scarf(sketch: Sketch, spec: GarmentDrawing): void {
  if (spec.cut === 'square') {
    silkSquare(sketch);
    return;
  }
  const knotted = spec.details.includes('fringe') || spec.pattern === 'fringe';
  sketch.piece(data(run([40, 120], [110, 300, 120, 560, 96, 800], [250, 806], [276, 560, 262, 300, 200, 110]), true), {
    tilt: -4,
    folds: [
      { from: [150, 160], to: [170, 780], width: 40, bend: 8, weight: 0.9 },
      { from: [220, 180], to: [236, 760], width: 26, bend: 6, weight: 0.6, ridge: true },
    ],
  });
  if (knotted) fringe(sketch, 100, 248, 802, 84);
  sketch.piece(
    data(run([-190, 100], [-250, 300, -256, 460, -230, 640], [-70, 634], [-76, 460, -60, 300, -20, 110]), true),
    {
      tilt: 5,
      folds: [
        { from: [-150, 150], to: [-156, 620], width: -40, bend: -8, weight: 0.9 },
        { from: [-96, 150], to: [-98, 600], width: 26, bend: 4, weight: 0.6, ridge: true },
      ],
    },
  );
  if (knotted) fringe(sketch, -228, -72, 638, 84);
  sketch.piece(
    data(
      run(
        [-240, 10],
        [-250, -130, -110, -190, 10, -190],
        [140, -190, 260, -130, 246, 20],
        [236, 140, 120, 206, 0, 206],
        [-130, 206, -232, 130, -240, 10],
      ),
      true,
    ),
    {
      tilt: 80,
      volume: 1.4,
      folds: [
        { from: [-220, 20], to: [200, 110], width: 40, bend: 36, weight: 1 },
        { from: [-200, -60], to: [220, 20], width: 30, bend: 50, weight: 0.8 },
        { from: [-150, -130], to: [200, -60], width: 30, bend: 30, weight: 0.8, ridge: true },
      ],
    },
  );
  const hollow = data(run([-150, -80], [-120, -140, 110, -146, 156, -84], [120, -36, -110, -30, -150, -80]), true);
  sketch.piece(hollow, { cloth: plain(sketch.cloth, sketch.cloth.inner), casts: false, volume: 1.6 });
}

/** A silk square laid flat with one corner turned over. */
function silkSquare(sketch: Sketch): void {
  const trim = sketch.cloth.colours[1] ?? mix(sketch.cloth.colours[0], '#221c24', 0.4);
  sketch.piece(
    data(
      run(
        [-330, -320],
        [-100, -334, 100, -312, 330, -326],
        [340, -100, 322, 100, 334, 320],
        [100, 334, -100, 312, -326, 330],
        [-340, 100, -318, -100, -330, -320],
      ),
      true,
    ),
    {
      folds: [
        { from: [-300, -120], to: [180, 300], width: 60, bend: 20, weight: 0.7 },
        { from: [-120, -310], to: [310, 120], width: -50, bend: -10, weight: 0.5 },
        { from: [-200, -280], to: [260, 260], width: 70, bend: 8, weight: 0.8, ridge: true },
      ],
    },
  );
  sketch.line(roundedBox(-296, -292, 592, 584, 8), { colour: trim, width: 26 });
  sketch.line(roundedBox(-264, -260, 528, 520, 6), { colour: trim, width: 5 });
  const corner = data(
    run([334, 320], [330, 180, 326, 120, 330, 70], [220, 120, 140, 200, 90, 326], [180, 330, 260, 328, 334, 320]),
    true,
  );
  sketch.drop(corner, 24);
  sketch.piece(corner, {
    cloth: plain(sketch.cloth, mix(sketch.cloth.colours[0], '#221c24', 0.12)),
    casts: false,
    volume: 0.8,
  });
}

/** A wide wrap folded over itself into a triangle. */
export function shawl(sketch: Sketch, spec: GarmentDrawing): void {
  const shape = run(
    [-420, -60],
    [-200, -150, 200, -150, 420, -60],
    [300, 160, 130, 380, 0, 520],
    [-130, 380, -300, 160, -420, -60],
  );
  if (spec.details.includes('fringe')) {
    for (const side of [1, -1]) {
      for (let step = 1; step < 22; step += 1) {
        const share = step / 22;
        const x = side * 420 * (1 - share);
        const y = -60 + 580 * share ** 1.04;
        const strand = data(run([x, y], [x + side * 18, y + 34, x + side * 10, y + 62, x + side * 20, y + 88]));
        sketch.line(strand, { colour: sketch.cloth.edge, width: 9 });
        sketch.line(strand, { colour: sketch.cloth.colours[0], width: 6 });
      }
    }
  }
  sketch.piece(data(shape, true), {
    folds: [
      { from: [-320, -80], to: [-30, 430], width: 54, bend: 20, weight: 0.8 },
      { from: [320, -80], to: [40, 420], width: -54, bend: -20, weight: 0.7 },
      { from: [-120, -120], to: [-10, 380], width: 50, bend: 8, weight: 0.8, ridge: true },
    ],
  });
  const over = data(
    run([-420, -60], [-200, -150, 200, -150, 420, -60], [240, 60, 110, 190, 30, 330], [-60, 210, -240, 60, -420, -60]),
    true,
  );
  sketch.drop(over, 22);
  sketch.piece(over, {
    casts: false,
    folds: [
      { from: [-200, -90], to: [0, 240], width: 44, bend: 14, weight: 0.7 },
      { from: [220, -80], to: [40, 240], width: -40, bend: -10, weight: 0.6 },
    ],
  });
}
