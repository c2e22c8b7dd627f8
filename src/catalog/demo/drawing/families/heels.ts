import { clothFrom } from '../cloth.js';
import { mix } from '../colour.js';
import { data, polygon, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { pair } from './shoe-pair.js';

/** Court shoes on a heel: stiletto, block or kitten. */
export function pump(sketch: Sketch, spec: GarmentDrawing): void {
  const tall = spec.details.includes('kitten') ? 130 : spec.details.includes('platform') ? 290 : 240;
  const block = spec.details.includes('block_heel');
  pair(sketch, 60, -380, () => {
    const h = tall;
    const heel = block
      ? polygon([200, -h + 34], [322, -h + 46], [312, 0], [232, 0])
      : data(
          run(
            [226, -h + 40],
            [316, -h + 50],
            [300, -h * 0.5, 290, -h * 0.3, 286, 0],
            [262, 0],
            [262, -h * 0.4, 256, -h * 0.62, 226, -h + 40],
          ),
          true,
        );
    sketch.piece(heel, {
      volume: 0.5,
      ...(spec.details.includes('gold_heel') ? { cloth: clothFrom(['#d2af5c'], null, 'patent_leather') } : {}),
    });
    const sandal = spec.details.includes('open_toe');
    const upper = sandal
      ? run(
          [-330, -26],
          [-340, -60, -300, -80, -240, -96],
          [-190, -110, -150, -120, -130, -104],
          [-110, -70, -120, -40, -150, -22],
        )
      : run(
          [-352, -14],
          [-366, -46, -316, -72, -262, -88],
          [-200, -106, -150, -128, -104, -130],
          [-40, -118, 60, -h * 0.62, 160, -h * 0.96],
          [220, -h - 26, 280, -h - 86, 312, -h - 104],
          [332, -h - 96, 342, -h - 20, 322, -h + 48],
          [250, -h + 44, 190, -h + 34, 130, -h * 0.66],
          [60, -h * 0.36, -30, -34, -120, -18],
          [-220, -6, -300, -4, -352, -14],
        );
    if (sandal) {
      const bed = run(
        [-346, -24],
        [-240, -8, -120, -10, -20, -60],
        [90, -120, 160, -h + 20, 322, -h + 44],
        [326, -h + 24],
        [170, -h - 6, 90, -150, -10, -86],
        [-110, -36, -230, -34, -346, -40],
      );
      sketch.piece(data(bed, true), { cloth: clothFrom(['#d9b48c'], null, 'leather'), volume: 0.4 });
      sketch.piece(
        data(
          run([236, -h + 30], [240, -h - 60, 270, -h - 120, 318, -h - 130], [336, -h - 60, 334, -h, 322, -h + 44]),
          true,
        ),
        { volume: 0.6 },
      );
      for (const lift of [-118, -96])
        sketch.line(data(run([300, -h + lift], [240, -h + lift - 10, 190, -h + lift + 12, 176, -h + lift + 44])), {
          colour: sketch.cloth.colours[0],
          width: 15,
        });
    }
    sketch.piece(data(upper, true), {
      folds: [
        { from: [-330, -40], to: [-140, -112], width: 18, bend: 14, weight: 1.1, ridge: true },
        { from: [320, -h - 80], to: [200, -h + 20], width: 40, bend: 12, weight: 0.6 },
      ],
    });
    if (!sandal)
      sketch.piece(
        data(
          run(
            [-104, -130],
            [-40, -118, 60, -h * 0.62, 160, -h * 0.96],
            [220, -h - 26, 280, -h - 86, 312, -h - 104],
            [250, -h - 66, 170, -h - 12, 110, -h * 0.82],
            [40, -h * 0.56, -40, -132, -104, -130],
          ),
          true,
        ),
        { cloth: clothFrom(['#d8b692'], null, 'leather'), volume: 0.6, edge: 2 },
      );
    if (spec.details.includes('ankle_strap')) ankleStrap(sketch, h);
    if (spec.details.includes('bow'))
      sketch.raw(
        `<g transform="translate(-116 -128)scale(1.5)" fill="${mix(sketch.cloth.colours[0], '#ffffff', 0.12)}" stroke="${sketch.cloth.edge}" stroke-width="3"><path d="M0 0C-20 -46 -66 -40 -60 -6S-20 20 0 0ZM0 0C20 -46 66 -40 60 -6S20 20 0 0Z"/><circle r="11"/></g>`,
      );
    sketch.line(data(run([-346, -8], [-220, -2, -120, -8, -30, -40], [60, -80, 150, -h + 44, 250, -h + 52])), {
      colour: mix(sketch.cloth.colours[0], '#1a1518', 0.6),
      width: 11,
    });
  });
}

/** A loop round the ankle, held by the heel counter: its far side in shade, a buckle on the near. */
function ankleStrap(sketch: Sketch, heel: number): void {
  const far = data(run([312, -heel - 112], [290, -heel - 150, 170, -heel - 150, 142, -heel - 118]));
  const near = data(run([142, -heel - 118], [150, -heel - 74, 280, -heel - 74, 322, -heel - 104]));
  sketch.castsAlong(near, 14);
  for (const [path, fill] of [
    [far, sketch.cloth.inner],
    [near, sketch.cloth.colours[0]],
  ] as const) {
    sketch.line(path, { colour: sketch.cloth.edge, width: 19 });
    sketch.line(path, { colour: fill, width: 14.5 });
  }
  sketch.raw(
    `<rect x="204" y="${-heel - 98}" width="22" height="26" rx="5" fill="none" stroke="#c9a85c" stroke-width="6"/>`,
  );
}
