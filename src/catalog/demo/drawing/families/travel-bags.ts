import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, polygon, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { frontFolds, metal, ring, STEEL, strap } from './bag-parts.js';

export function backpack(sketch: Sketch, spec: GarmentDrawing): void {
  const trim = spec.details.includes('leather_trim')
    ? clothFrom(['#8d5f3c'], null, 'leather')
    : plain(sketch.cloth, sketch.cloth.colours[1] ?? mix(sketch.cloth.colours[0], '#221c24', 0.2));
  for (const side of [1, -1]) {
    const back = data(run([side * 170, 40], [side * 330, 130, side * 336, 380, side * 262, 500]));
    strap(sketch, back, 38, plain(sketch.cloth, mix(sketch.cloth.colours[0], '#221c24', 0.22)));
  }
  strap(sketch, data(run([-56, 0], [-56, -66, 56, -66, 56, 0])), 22, trim);
  sketch.piece(
    data(
      run(
        [-250, 170],
        [-250, 40, -170, -10, 0, -10],
        [170, -10, 250, 40, 250, 170],
        [262, 320, 266, 460, 256, 540],
        [250, 580, 216, 586, 180, 586],
        [-180, 586],
        [-216, 586, -250, 580, -256, 540],
        [-266, 460, -262, 320, -250, 170],
      ),
      true,
    ),
    { folds: frontFolds(250, 560) },
  );
  sketch.line(data(run([-222, 250], [-226, 80, -150, 26, 0, 26], [150, 26, 226, 80, 222, 250])), {
    colour: trim.edge,
    width: 11,
  });
  sketch.line(data(run([-222, 250], [-226, 80, -150, 26, 0, 26], [150, 26, 226, 80, 222, 250])), {
    colour: metal(spec),
    width: 5,
    dash: '4 3',
    cap: 'butt',
  });
  const pocket = data(
    run(
      [-190, 320],
      [-190, 300, -176, 292, -156, 292],
      [156, 292],
      [176, 292, 190, 300, 190, 320],
      [196, 420, 196, 490, 190, 530],
      [186, 548, 170, 552, 150, 552],
      [-150, 552],
      [-170, 552, -186, 548, -190, 530],
      [-196, 490, -196, 420, -190, 320],
    ),
    true,
  );
  sketch.drop(pocket, 18);
  sketch.piece(pocket, {
    cloth: spec.details.includes('leather_trim') ? plain(sketch.cloth) : plain(trim, trim.colours[0], spec.pattern),
    casts: false,
    volume: 0.6,
  });
  sketch.line(data(run([-186, 336], [186, 336])), { colour: metal(spec), width: 6, dash: '4 3', cap: 'butt' });
  sketch.raw(
    `<path d="${roundedBox(-9, 328, 18, 46, 7)}" fill="${trim.colours[0]}" stroke="${trim.edge}" stroke-width="2"/>`,
  );
  for (const side of [1, -1]) {
    const mesh = data(run([side * 254, 360], [side * 214, 376, side * 212, 520, side * 252, 560]), false);
    sketch.line(mesh, { width: 3 });
  }
  if (spec.pattern === 'cartoon')
    sketch.raw(
      '<g transform="translate(0 170)"><circle r="62" fill="#fbf6ec" stroke="#d6c6ae" stroke-width="3"/><circle cx="-40" cy="-50" r="22" fill="#fbf6ec" stroke="#d6c6ae" stroke-width="3"/><circle cx="40" cy="-50" r="22" fill="#fbf6ec" stroke="#d6c6ae" stroke-width="3"/><circle cx="-20" cy="-6" r="6" fill="#3a2c2c"/><circle cx="20" cy="-6" r="6" fill="#3a2c2c"/><path d="M-8 12h16l-8 9Z" fill="#8a5a44"/><path d="M0 20q-9 12-18 4M0 20q9 12 18 4" stroke="#8a5a44" stroke-width="4" fill="none" stroke-linecap="round"/></g>',
    );
  if (spec.details.includes('flap')) {
    const flap = data(
      run(
        [-256, 150],
        [-256, 40, -170, -16, 0, -16],
        [170, -16, 256, 40, 256, 150],
        [262, 220, 260, 250, 250, 276],
        [160, 296, -160, 296, -250, 276],
        [-260, 250, -262, 220, -256, 150],
      ),
      true,
    );
    sketch.drop(flap, 22);
    sketch.piece(flap, { casts: false, volume: 0.7 });
    for (const x of [-90, 90])
      sketch.raw(
        `<path d="${roundedBox(x - 17, 190, 34, 170, 6)}" fill="${trim.colours[0]}" stroke="${trim.edge}" stroke-width="2.600"/><path d="${roundedBox(x - 27, 300, 54, 42, 6)}" fill="none" stroke="${metal(spec)}" stroke-width="8"/>`,
      );
  }
}

export function suitcase(sketch: Sketch): void {
  const dark = mix(sketch.cloth.colours[0], '#221c24', 0.45);
  sketch.raw(
    `<path d="M-90 0V-230M90 0V-230M-104 -236H104" stroke="#8b8d92" stroke-width="18" stroke-linecap="round"/><path d="M-90 0V-230M90 0V-230" stroke="#d3d5d8" stroke-width="7"/><path d="M-110 -240H110" stroke="#4b4d53" stroke-width="30" stroke-linecap="round"/>`,
  );
  sketch.casts(polygon([-110, -250], [110, -250], [100, 0], [-100, 0]));
  for (const x of [-190, 190]) {
    sketch.casts(roundedBox(x - 32, 690, 64, 70, 16));
    sketch.raw(
      `<path d="${roundedBox(x - 30, 690, 60, 40, 8)}" fill="#5b5c62"/><circle cx="${x}" cy="738" r="26" fill="#33343a"/><circle cx="${x}" cy="738" r="10" fill="#a3a5aa"/>`,
    );
  }
  sketch.piece(roundedBox(-260, 0, 520, 704, 62), { volume: 1.2 });
  for (const x of [-180, -108, -36, 36, 108, 180]) {
    const rib = data(run([x, 44], [x, 660]));
    sketch.line(rib, { colour: '#1d1420', width: 20, opacity: 0.12 });
    sketch.line(data(run([x - 9, 44], [x - 9, 660])), { colour: '#fff', width: 7, opacity: 0.28 });
  }
  sketch.line(data(run([-260, 352], [260, 352])), { colour: dark, width: 9 });
  sketch.line(data(run([-260, 352], [260, 352])), { colour: STEEL, width: 4, dash: '4 3', cap: 'butt' });
  for (const [x, y] of [
    [-232, 30],
    [232, 30],
    [-232, 674],
    [232, 674],
  ] as const)
    sketch.raw(`<path d="${roundedBox(x - 34, y - 34, 68, 68, 26)}" fill="${dark}" opacity=".85"/>`);
  strap(sketch, data(run([-70, -2], [-70, -46, 70, -46, 70, -2])), 22, clothFrom(['#4b4d53']));
}

export function duffel(sketch: Sketch, spec: GarmentDrawing): void {
  const trim = spec.details.includes('leather_trim')
    ? clothFrom(['#7a5136'], null, 'leather')
    : plain(sketch.cloth, sketch.cloth.colours[1] ?? mix(sketch.cloth.colours[0], '#221c24', 0.3));
  const handle = (lift: number): string =>
    data(
      run(
        [-150, 200],
        [-150, -60 + lift, -90, -170 + lift, 0, -170 + lift],
        [90, -170 + lift, 150, -60 + lift, 150, 200],
      ),
    );
  strap(sketch, handle(-30), 26, plain(trim, mix(trim.colours[0], '#221c24', 0.25)));
  sketch.piece(
    data(
      run(
        [-370, 130],
        [-366, 30, -300, 0, -220, -4],
        [-80, -14, 80, -14, 220, -4],
        [300, 0, 366, 30, 370, 130],
        [380, 230, 380, 330, 362, 382],
        [350, 410, 320, 414, 280, 414],
        [-280, 414],
        [-320, 414, -350, 410, -362, 382],
        [-380, 330, -380, 230, -370, 130],
      ),
      true,
    ),
    { folds: frontFolds(350, 400) },
  );
  sketch.line(data(run([-310, 28], [-100, 12, 100, 12, 310, 28])), {
    colour: metal(spec),
    width: 7,
    dash: '4 3',
    cap: 'butt',
  });
  for (const side of [1, -1]) {
    const end = data(
      run(
        [side * 376, 140],
        [side * 300, 150, side * 290, 380, side * 330, 412],
        [side * 350, 412, side * 366, 380, side * 376, 300],
      ),
      true,
    );
    sketch.piece(end, { cloth: trim, casts: false, volume: 0.5 });
    sketch.piece(polygon([side * 132, 70], [side * 168, 70], [side * 168, 412], [side * 132, 412]), {
      cloth: trim,
      casts: false,
      volume: 0.3,
    });
  }
  strap(sketch, handle(0), 26, trim);
  sketch.piece(roundedBox(-44, -190, 88, 46, 12), { cloth: trim, casts: false, volume: 0.5 });
}

export function laptopBag(sketch: Sketch, spec: GarmentDrawing): void {
  const loop = data(run([-320, 50], [-300, -190, -120, -260, 40, -250], [220, -240, 310, -130, 320, 50]));
  strap(sketch, loop, 22, plain(sketch.cloth, mix(sketch.cloth.colours[0], '#221c24', 0.22)));
  strap(sketch, data(run([-80, 20], [-80, -80, 80, -80, 80, 20])), 24);
  sketch.piece(roundedBox(-340, 10, 680, 460, 34), { folds: frontFolds(330, 460) });
  sketch.line(data(run([-316, 40], [316, 40])), { colour: metal(spec), width: 7, dash: '4 3', cap: 'butt' });
  const pocket = roundedBox(-290, 180, 580, 260, 22);
  sketch.drop(pocket, 16);
  sketch.piece(pocket, { casts: false, volume: 0.5 });
  sketch.line(data(run([-270, 204], [270, 204])), { colour: metal(spec), width: 6, dash: '4 3', cap: 'butt' });
  sketch.stitch(roundedBox(-276, 222, 552, 204, 14));
  for (const x of [-324, 324]) sketch.raw(ring(x, 46, 14, metal(spec)));
}
