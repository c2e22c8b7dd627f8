import { type Cloth, clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { collarLining, cupsole, lace, pair, tongue } from './shoe-pair.js';

const LOW_UPPER = run(
  [-344, -56],
  [-356, -108, -330, -156, -262, -168],
  [-206, -178, -168, -188, -132, -208],
  [-74, -242, -24, -294, 30, -326],
  [58, -336, 86, -322, 100, -298],
  [142, -256, 206, -246, 262, -266],
  [288, -276, 310, -296, 328, -288],
  [342, -220, 350, -150, 338, -54],
);

const HIGH_UPPER = run(
  [-344, -56],
  [-356, -108, -330, -156, -262, -168],
  [-206, -178, -168, -188, -132, -208],
  [-60, -250, -6, -310, 34, -372],
  [56, -410, 64, -450, 70, -486],
  [120, -500, 230, -506, 300, -494],
  [316, -490, 322, -480, 322, -464],
  [318, -380, 326, -330, 330, -286],
  [342, -220, 350, -150, 338, -54],
);

/** Flat court shoes: laced, a cupsole, a toe cap; ankle-high where cut so. */
export function sneaker(sketch: Sketch, spec: GarmentDrawing): void {
  const trim = plain(sketch.cloth, sketch.cloth.colours[1] ?? mix(sketch.cloth.colours[0], '#221c24', 0.1));
  const high = spec.cut === 'high';
  pair(sketch, 40, high ? -500 : -340, () => {
    tongue(sketch, high);
    collarLining(sketch, high);
    sketch.piece(data(high ? HIGH_UPPER : LOW_UPPER, true), {
      folds: [
        { from: [-150, -196], to: [-110, -96], width: 26, bend: -10, weight: 0.5 },
        { from: [250, -240], to: [200, -90], width: -40, bend: -10, weight: 0.5 },
        { from: [-300, -130], to: [-190, -160], width: 24, bend: 10, weight: 0.7, ridge: true },
        ...(high ? [{ from: [320, -300] as const, to: [150, -330] as const, width: 24, bend: 10, weight: 0.8 }] : []),
      ],
    });
    sneakerPanels(sketch, spec, trim, high);
    cupsole(sketch, spec);
  });
}

function sneakerPanels(sketch: Sketch, spec: GarmentDrawing, trim: Cloth, high: boolean): void {
  const toe = run([-346, -58], [-356, -108, -330, -156, -262, -168], [-222, -140, -208, -100, -222, -54]);
  if (spec.material === 'canvas')
    sketch.piece(data(toe, true), { cloth: clothFrom(['#f7f4ee'], null, 'rubber'), casts: false, edge: 2.2 });
  else sketch.line(data(run([-262, -168], [-222, -140, -208, -100, -222, -54])), { width: 2.6 });
  const heel = run(
    [340, -56],
    [350, -150, 342, -220, 330, -284],
    [300, -264, 276, -250, 262, -246],
    [262, -180, 240, -110, 222, -56],
  );
  sketch.piece(data(heel, true), { cloth: trim, casts: false, volume: 0.5, edge: 2.2 });
  const stay = high
    ? run(
        [-134, -206],
        [-60, -250, -6, -310, 34, -372],
        [56, -410, 64, -450, 70, -484],
        [112, -492],
        [110, -420, 90, -350, 60, -300],
        [20, -240, -40, -180, -92, -134],
        [-122, -150, -136, -180, -134, -206],
      )
    : run(
        [-134, -206],
        [-74, -242, -24, -294, 30, -326],
        [56, -334, 80, -322, 94, -300],
        [40, -240, -30, -176, -92, -134],
        [-122, -150, -136, -180, -134, -206],
      );
  sketch.piece(data(stay, true), {
    cloth: spec.details.includes('contrast_trim') ? trim : plain(sketch.cloth),
    casts: false,
    volume: 0.3,
    edge: 2.2,
  });
  if (spec.details.includes('side_panel')) {
    const panel = run(
      [-40, -56],
      [-20, -110, 10, -150, 44, -190],
      [90, -214, 130, -214, 172, -200],
      [150, -150, 130, -100, 128, -56],
    );
    sketch.piece(data(panel, true), { cloth: trim, casts: false, volume: 0.3, edge: 2 });
    sketch.stitch(data(run([-24, -62], [-6, -110, 20, -144, 52, -178])), trim.seam, 0.7);
  }
  if (!high) sketch.stitch(data(run([-88, -122], [-30, -164, 40, -226, 100, -286])), sketch.cloth.seam, 0.6);
  const rows = high ? 8 : 5;
  for (let row = 0; row < rows; row += 1) {
    const t = row / (rows - 1);
    const [x, y] =
      high && t > 0.55
        ? [14 + (t - 0.55) * 130, -344 - (t - 0.55) * 290]
        : [-106 + t * (high ? 190 : 128), -190 - t * (high ? 250 : 106)];
    lace(sketch, x, y, high && t > 0.55 ? 8 : 40);
  }
  if (high) sketch.line(data(run([120, -440], [180, -448, 250, -448, 316, -440])), { width: 2.4, opacity: 0.8 });
}

/** Running and training shoes: knitted upper, a foam wedge that swells at the heel. */
export function trainer(sketch: Sketch, spec: GarmentDrawing): void {
  const accent = sketch.cloth.colours[1] ?? '#e5873a';
  pair(sketch, 40, -340, () => {
    tongue(sketch, false);
    collarLining(sketch);
    const upper = run(
      [-350, -66],
      [-366, -128, -318, -160, -250, -176],
      [-190, -192, -130, -220, -76, -258],
      [-40, -286, -6, -316, 30, -342],
      [60, -350, 84, -336, 94, -306],
      [140, -254, 210, -240, 262, -272],
      [290, -300, 322, -318, 336, -302],
      [336, -230, 352, -150, 348, -84],
    );
    sketch.piece(data(upper, true), {
      folds: [{ from: [-150, -196], to: [-90, -100], width: 26, bend: -10, weight: 0.5 }],
    });
    const sweep = data(
      run([-190, -70], [-120, -120, -60, -170, 10, -250], [40, -240], [20, -170, 40, -110, 120, -72]),
      true,
    );
    sketch.piece(sweep, {
      cloth: plain(sketch.cloth, mix(sketch.cloth.colours[0], accent, 0.85)),
      casts: false,
      volume: 0.4,
      edge: 2,
    });
    sketch.piece(
      data(
        run(
          [350, -86],
          [352, -150, 338, -230, 336, -302],
          [310, -320, 290, -300, 262, -272],
          [250, -190, 220, -130, 186, -84],
        ),
        true,
      ),
      { cloth: plain(sketch.cloth, mix(sketch.cloth.colours[0], accent, 0.3)), casts: false, volume: 0.5, edge: 2.2 },
    );
    sketch.line(data(run([-350, -70], [-360, -120, -320, -140, -262, -146], [-220, -140, -204, -100, -214, -72])), {
      width: 3,
      opacity: 0.7,
    });
    for (const [x, y] of [
      [-80, -216],
      [-46, -242],
      [-12, -268],
      [20, -296],
    ] as const)
      lace(sketch, x, y, 40);
    const foam = clothFrom([spec.details.includes('dark_sole') ? '#34323a' : '#f7f4ee'], null, 'rubber');
    sketch.piece(
      data(
        run(
          [-366, -70],
          [-374, -34, -340, -8, -290, -4],
          [-100, 0, 120, 0, 300, -2],
          [356, -4, 380, -40, 366, -98],
          [340, -118, 290, -92, 220, -90],
          [80, -86, -60, -64, -180, -66],
          [-260, -66, -320, -76, -366, -70],
        ),
        true,
      ),
      { cloth: foam, volume: 0.7 },
    );
    sketch.line(data(run([-330, -40], [-160, -30, 60, -66, 340, -60])), { colour: accent, width: 9, opacity: 0.9 });
    sketch.line(data(run([-300, -5], [-100, 0, 120, 0, 310, -3])), { colour: mix(accent, '#221c24', 0.4), width: 12 });
  });
}

/** A low slip-on of suede or canvas: casual shoes. */
export function slipOn(sketch: Sketch, spec: GarmentDrawing): void {
  pair(sketch, 40, -300, () => {
    const upper = run(
      [-344, -50],
      [-356, -104, -310, -140, -240, -150],
      [-170, -160, -110, -186, -56, -212],
      [-20, -230, 20, -244, 60, -240],
      [140, -206, 210, -204, 268, -226],
      [296, -238, 318, -232, 322, -214],
      [332, -150, 336, -100, 330, -50],
    );
    sketch.piece(data(upper, true), {
      folds: [
        { from: [-130, -176], to: [-90, -84], width: 22, bend: -10, weight: 0.6 },
        { from: [220, -204], to: [200, -80], width: -34, bend: -8, weight: 0.5 },
      ],
    });
    sketch.piece(
      data(
        run(
          [60, -240],
          [140, -206, 210, -204, 268, -226],
          [296, -238, 314, -234, 322, -216],
          [270, -256, 150, -262, 60, -240],
        ),
        true,
      ),
      { cloth: clothFrom([mix(sketch.cloth.colours[0], '#e9ddca', 0.55)]), casts: false, volume: 0.7, edge: 2 },
    );
    if (spec.details.includes('laced'))
      for (const [x, y] of [
        [-74, -180],
        [-38, -200],
        [0, -214],
      ] as const)
        lace(sketch, x, y, 34);
    else {
      const gore = data(run([-20, -230], [0, -190, 10, -160, 50, -150], [80, -170, 90, -200, 96, -226]), true);
      sketch.piece(gore, {
        cloth: plain(sketch.cloth, mix(sketch.cloth.colours[0], '#221c24', 0.25), 'ribbed'),
        casts: false,
        volume: 0.3,
      });
    }
    sketch.stitch(
      data(run([-340, -96], [-260, -120, -190, -124, -150, -100], [-120, -80, -110, -64, -108, -52])),
      sketch.cloth.seam,
      0.9,
    );
    sketch.line(data(run([322, -210], [276, -170, 250, -120, 244, -50])), { width: 2.6 });
    cupsole(sketch, spec);
  });
}
