import { plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { frontFolds, metal, strap } from './bag-parts.js';

export function wallet(sketch: Sketch, spec: GarmentDrawing): void {
  const long = spec.cut === 'long';
  const [w, h] = long ? [640, 320] : [430, 350];
  const fold = roundedBox(-w / 2 + 8, -12, w - 4, h, 20);
  sketch.piece(fold, { cloth: plain(sketch.cloth, mix(sketch.cloth.colours[0], '#221c24', 0.2)) });
  sketch.piece(roundedBox(-w / 2, 0, w, h, 20), { folds: frontFolds(w / 2, h) });
  sketch.stitch(roundedBox(-w / 2 + 16, 16, w - 32, h - 32, 12));
  const gold = metal(spec);
  if (long)
    sketch.raw(
      `<path d="${roundedBox(w / 2 - 130, h / 2 - 26, 150, 52, 10)}" fill="${sketch.cloth.colours[0]}" stroke="${sketch.cloth.edge}" stroke-width="3"/><circle cx="${w / 2 - 96}" cy="${h / 2}" r="14" fill="${gold}" stroke="${mix(gold, '#221c24', 0.45)}" stroke-width="3"/>`,
    );
  sketch.raw(`<path d="M${-w / 2 + 50} ${h - 56}h70" stroke="${gold}" stroke-width="7" stroke-linecap="round"/>`);
}

export function beltBag(sketch: Sketch, spec: GarmentDrawing): void {
  const loop = data(
    run(
      [-262, 130],
      [-400, 60, -420, -160, -200, -210],
      [-40, -240, 120, -236, 230, -200],
      [420, -140, 400, 60, 262, 130],
    ),
  );
  strap(sketch, loop, 30, plain(sketch.cloth, mix(sketch.cloth.colours[0], '#221c24', 0.22)));
  sketch.raw(`<path d="${roundedBox(-40, -250, 90, 54, 10)}" fill="#3a3a40" stroke="#1f1f23" stroke-width="3"/>`);
  sketch.piece(
    data(
      run(
        [-280, 110],
        [-270, 30, -200, 10, 0, 10],
        [200, 10, 270, 30, 280, 110],
        [280, 240, 200, 316, 0, 318],
        [-200, 316, -280, 240, -280, 110],
      ),
      true,
    ),
    { folds: frontFolds(260, 300) },
  );
  sketch.line(data(run([-262, 92], [-100, 66, 100, 66, 262, 92])), {
    colour: metal(spec),
    width: 8,
    dash: '4 3',
    cap: 'butt',
  });
  const pocket = data(
    run([-200, 150], [-100, 136, 100, 136, 200, 150], [196, 240, 140, 288, 0, 290], [-140, 288, -196, 240, -200, 150]),
    true,
  );
  sketch.drop(pocket, 14);
  sketch.piece(pocket, { casts: false, volume: 0.5 });
}

export function pouch(sketch: Sketch, spec: GarmentDrawing): void {
  sketch.piece(
    data(
      run(
        [-260, 30],
        [-100, 10, 100, 10, 260, 30],
        [286, 130, 296, 260, 286, 340],
        [280, 372, 250, 380, 210, 380],
        [-210, 380],
        [-250, 380, -280, 372, -286, 340],
        [-296, 260, -286, 130, -260, 30],
      ),
      true,
    ),
    { folds: frontFolds(270, 370) },
  );
  const zipLine = data(run([-258, 40], [-100, 22, 100, 22, 258, 40]));
  sketch.line(zipLine, { colour: sketch.cloth.edge, width: 16, cap: 'butt' });
  sketch.line(zipLine, { colour: metal(spec), width: 8, dash: '4 3', cap: 'butt' });
  sketch.raw(
    `<path d="M258 40q50 20 40 76" stroke="${metal(spec)}" stroke-width="7" fill="none"/><path d="M284 112h30l8 84h-46Z" fill="${sketch.cloth.colours[0]}" stroke="${sketch.cloth.edge}" stroke-width="3"/>`,
  );
}
