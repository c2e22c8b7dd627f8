import { clothFrom } from '../cloth.js';
import { mix } from '../colour.js';
import { data, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { laces, pair } from './shoe-pair.js';

/** Laced leather with a welt and a stacked heel: Oxfords, brogues, derbies. */
export function laceUp(sketch: Sketch, spec: GarmentDrawing): void {
  pair(sketch, 50, -300, () => {
    const upper = run(
      [-352, -46],
      [-366, -88, -330, -124, -262, -136],
      [-190, -148, -140, -162, -96, -184],
      [-40, -212, 0, -246, 40, -262],
      [76, -272, 96, -262, 106, -240],
      [150, -216, 220, -210, 276, -232],
      [300, -240, 318, -236, 322, -220],
      [330, -150, 336, -100, 330, -46],
    );
    sketch.piece(data(run([10, -220], [30, -270, 50, -292, 76, -292], [104, -290, 112, -262, 108, -236]), true), {
      volume: 0.5,
    });
    sketch.piece(data(upper, true), {
      folds: [
        { from: [-120, -172], to: [-90, -80], width: 20, bend: -12, weight: 0.8 },
        { from: [-90, -184], to: [-64, -100], width: 16, bend: -10, weight: 0.6 },
        { from: [-318, -104], to: [-190, -138], width: 22, bend: 12, weight: 1, ridge: true },
        { from: [210, -200], to: [190, -70], width: -36, bend: -8, weight: 0.6 },
      ],
    });
    const lining = clothFrom(['#c9a27a'], null, 'leather');
    sketch.piece(
      data(
        run(
          [104, -242],
          [150, -216, 220, -210, 276, -232],
          [300, -240, 312, -238, 320, -224],
          [280, -262, 180, -268, 104, -242],
        ),
        true,
      ),
      { cloth: lining, volume: 0.7, edge: 2 },
    );
    const cap = data(run([-232, -142], [-196, -116, -188, -80, -204, -46]));
    const quarter = data(run([-70, -196], [-50, -150, -20, -110, 40, -46]));
    const mark = sketch.cloth.dark ? sketch.cloth.seam : sketch.cloth.edge;
    for (const line of spec.details.includes('wholecut') ? [] : [cap, quarter]) {
      sketch.drop(line, 8);
      sketch.line(line, { colour: mark, width: 3 });
      if (spec.details.includes('brogue')) {
        sketch.raw('<g transform="translate(-11 2)">');
        sketch.line(line, { colour: mark, width: 7, dash: '0 14' });
        sketch.raw('</g>');
      }
    }
    if (spec.details.includes('wholecut')) {
      const shine = data(
        run([-318, -92], [-280, -124, -230, -132, -176, -142], [-220, -112, -280, -104, -318, -92]),
        true,
      );
      sketch.raw(
        `<path d="${shine}" fill="#fff" opacity=".55"/><path d="M150 -180Q220 -186 280 -200" stroke="#fff" stroke-width="13" stroke-linecap="round" fill="none" opacity=".4"/>`,
      );
    }
    sketch.line(data(run([322, -216], [270, -190, 236, -130, 230, -46])), { colour: sketch.cloth.edge, width: 2.8 });
    if (spec.details.includes('monk')) {
      const strap = data(
        run(
          [-40, -210],
          [-10, -246, 20, -250, 36, -240],
          [30, -170, 10, -130, -20, -120],
          [-44, -140, -52, -180, -40, -210],
        ),
        true,
      );
      sketch.drop(strap, 9);
      sketch.piece(strap, { casts: false, volume: 0.5 });
      sketch.raw(`<path d="${roundedBox(-34, -196, 44, 40, 7)}" fill="none" stroke="#c9a85c" stroke-width="8"/>`);
    } else
      laces(
        sketch,
        [
          [-66, -196, -36, -152],
          [-36, -214, -6, -170],
          [-4, -234, 26, -188],
          [28, -254, 58, -206],
        ],
        mix(sketch.cloth.colours[0], '#221c24', 0.35),
      );
    if (spec.details.includes('chunky')) {
      const lug = clothFrom(['#2a272b'], null, 'rubber');
      sketch.piece(data(run([-360, -30], [-350, 26], [100, 26], [104, 34], [330, 34], [338, -30]), true), {
        cloth: lug,
        volume: 0.4,
      });
    }
    const sole = clothFrom(
      [spec.details.includes('gum_sole') ? '#8a5f3c' : mix(sketch.cloth.colours[0], '#1a1518', 0.55)],
      null,
      'leather',
    );
    sketch.piece(
      data(
        run(
          [-360, -48],
          [-364, -30, -352, -20, -330, -18],
          [100, -18],
          [104, 0],
          [326, 0],
          [336, -20, 338, -36, 336, -48],
        ),
        true,
      ),
      { cloth: sole, volume: 0.3 },
    );
    sketch.stitch(data(run([-352, -40], [330, -40])), '#d8bd92', 0.9);
  });
}
