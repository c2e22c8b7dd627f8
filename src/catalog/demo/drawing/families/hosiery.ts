import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, flip, polygon, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { bow as tiedBow } from '../torso/collars.js';

export function gloves(sketch: Sketch, spec: GarmentDrawing): void {
  const mitten = spec.cut === 'mitten';
  const hand = mitten
    ? run(
        [56, 470],
        [50, 380, 40, 300, 44, 200],
        [10, 150, -24, 90, -8, 60],
        [14, 40, 46, 70, 66, 120],
        [60, 20, 76, -110, 150, -112],
        [236, -112, 262, 20, 262, 150],
        [262, 280, 246, 380, 240, 470],
      )
    : run(
        [56, 470],
        [50, 380, 40, 300, 44, 210],
        [6, 150, -36, 70, -18, 46],
        [4, 26, 36, 70, 62, 118],
        [58, 20, 56, -120, 78, -130],
        [104, -138, 106, -40, 112, 20],
        [112, -60, 116, -190, 140, -192],
        [168, -192, 166, -60, 168, 16],
        [172, -60, 178, -170, 202, -170],
        [228, -168, 220, -40, 220, 34],
        [226, -20, 238, -100, 256, -96],
        [278, -90, 268, 20, 264, 120],
        [262, 260, 246, 380, 240, 470],
      );
  for (const side of [-1, 1] as const) {
    const path = data(hand, true);
    sketch.piece(side === 1 ? path : flip(path), {
      folds: [
        { from: [side * 90, 200], to: [side * 220, 230], width: side * 20, bend: side * -10, weight: 0.7 },
        { from: [side * 90, 60], to: [side * 100, 420], width: side * 40, bend: side * 8, weight: 0.8, ridge: true },
      ],
    });
    const cuff = data(
      run(
        [50, 440],
        [100, 454, 200, 454, 246, 440],
        [250, 500],
        [256, 560],
        [200, 572, 100, 572, 40, 560],
        [46, 500, 48, 470, 50, 440],
      ),
      true,
    );
    const at = side === 1 ? cuff : flip(cuff);
    sketch.drop(at, 12);
    sketch.piece(at, {
      cloth: spec.details.includes('fur_trim')
        ? clothFrom(['#e6d8c0'], null, 'faux_fur')
        : plain(
            sketch.cloth,
            sketch.cloth.colours[1] ?? sketch.cloth.colours[0],
            sketch.cloth.material === 'knit' || sketch.cloth.material === 'wool' ? 'ribbed' : null,
          ),
      volume: 0.8,
    });
    if (spec.details.includes('stitched'))
      for (const x of [110, 148, 186])
        sketch.line(data(run([side * x, 90], [side * (x + 2), 220])), { width: 5, opacity: 0.8 });
    if (spec.details.includes('bow')) tiedBow(sketch, [side * 150, 500], 38, plain(sketch.cloth), 0.6);
  }
}

export function socks(sketch: Sketch, spec: GarmentDrawing): void {
  const tall = spec.cut === 'ankle' ? 150 : spec.cut === 'knee' ? 520 : 320;
  const sock = run(
    [-60, -tall],
    [60, -tall],
    [60, 0],
    [70, 60, 110, 110, 190, 160],
    [260, 200, 300, 240, 280, 290],
    [260, 340, 180, 340, 110, 316],
    [20, 290, -60, 250, -76, 150],
    [-82, 80, -60, 60, -60, 0],
  );
  const one = (): void => {
    sketch.piece(data(sock, true), {
      tilt: 0,
      folds: [
        { from: [-40, 40], to: [70, 60], width: 16, bend: 8, weight: 0.7 },
        { from: [-20, -tall + 60], to: [-26, 120], width: 34, bend: 6, weight: 0.8, ridge: true },
      ],
    });
    const accent = plain(sketch.cloth, sketch.cloth.colours[1] ?? mix(sketch.cloth.colours[0], '#221c24', 0.14));
    sketch.piece(data(run([-62, -tall - 6], [62, -tall - 6], [60, -tall + 70], [-60, -tall + 70]), true), {
      cloth: plain(
        accent,
        spec.details.includes('contrast_trim') ? accent.colours[0] : sketch.cloth.colours[0],
        'ribbed',
      ),
      volume: 0.6,
    });
    if (spec.details.includes('contrast_trim')) {
      sketch.piece(
        data(
          run(
            [204, 168],
            [262, 204, 300, 242, 280, 290],
            [262, 336, 200, 340, 150, 328],
            [200, 290, 210, 230, 204, 168],
          ),
          true,
        ),
        { cloth: accent, casts: false, volume: 0.6 },
      );
      sketch.piece(data(run([-78, 120], [-20, 130, 0, 200, -18, 266], [-60, 234, -80, 190, -78, 120]), true), {
        cloth: accent,
        casts: false,
        volume: 0.6,
      });
    }
  };
  sketch.at(-150, -30, one);
  sketch.at(70, 50, one);
}

export function tights(sketch: Sketch): void {
  const leg = run(
    [-2, 0],
    [150, -6],
    [168, 60, 186, 160, 178, 300],
    [168, 480, 130, 640, 124, 800],
    [118, 900, 134, 980, 150, 1030],
    [150, 1060, 70, 1070, 50, 1040],
    [46, 980, 58, 880, 48, 780],
    [40, 600, 20, 440, -2, 300],
  );
  for (const side of [-1, 1] as const) {
    const path = data(leg, true);
    sketch.piece(side === 1 ? path : flip(path), {
      folds: [
        { from: [side * 70, 330], to: [side * 84, 980], width: side * 40, bend: side * 6, weight: 1, ridge: true },
        { from: [side * 60, 700], to: [side * 110, 690], width: side * 10, weight: 0.6 },
      ],
    });
  }
  sketch.line(data(run([0, 60], [0, 300])), { width: 2.6 });
  sketch.piece(polygon([-154, -10], [154, -10], [160, 40], [-160, 40]), {
    cloth: plain(sketch.cloth, mix(sketch.cloth.colours[0], '#1a1518', 0.3), 'ribbed'),
    volume: 0.4,
  });
}
