import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, ellipse, run } from '../path.js';
import { lettering } from '../prints/lettering.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';

/** Hats, drawn at about twenty units a centimetre. */

export function cap(sketch: Sketch, spec: GarmentDrawing): void {
  const crown = run(
    [-300, 150],
    [-310, -60, -180, -230, 10, -232],
    [190, -230, 300, -90, 306, 120],
    [250, 150, 120, 166, 0, 168],
    [-120, 170, -240, 168, -300, 150],
  );
  sketch.piece(data(crown, true), {
    folds: [
      { from: [-200, -140], to: [-250, 120], width: 60, bend: 20, weight: 0.8, ridge: true },
      { from: [200, -150], to: [270, 110], width: -50, bend: -20, weight: 0.6 },
    ],
  });
  for (const [x, bend] of [
    [-150, -60],
    [150, 60],
  ] as const) {
    const seam = data(run([10, -230], [x * 0.7 + bend, -180, x + bend * 0.8, -20, x * 1.1, 160]));
    sketch.line(seam, { width: 3 });
    sketch.stitch(
      data(run([18, -224], [x * 0.7 + bend + 9, -176, x + bend * 0.8 + 9, -20, x * 1.1 + 9, 158])),
      sketch.cloth.seam,
      0.6,
    );
  }
  sketch.line(data(run([10, -230], [16, -80, 10, 60, 4, 166])), { width: 3 });
  for (const x of [-108, 122])
    sketch.raw(
      `<circle cx="${x}" cy="-70" r="9" fill="${sketch.cloth.edge}"/><circle cx="${x}" cy="-70" r="4" fill="${sketch.cloth.inner}"/>`,
    );
  sketch.raw(
    `<ellipse cx="10" cy="-233" rx="20" ry="12" fill="${sketch.cloth.colours[0]}" stroke="${sketch.cloth.edge}" stroke-width="3"/>`,
  );
  const brim = run(
    [-304, 140],
    [-200, 176, 190, 178, 306, 116],
    [360, 190, 330, 282, 210, 306],
    [60, 334, -150, 336, -300, 306],
    [-400, 282, -392, 190, -304, 140],
  );
  const brimCloth = plain(
    sketch.cloth,
    sketch.cloth.colours[1] && spec.pattern !== 'letters' ? sketch.cloth.colours[1] : sketch.cloth.colours[0],
    spec.pattern === 'camouflage' ? spec.pattern : null,
  );
  sketch.drop(data(brim, true), 18);
  sketch.piece(data(brim, true), { cloth: brimCloth, volume: 0.9 });
  for (const lift of [34, 62, 90])
    sketch.stitch(
      data(
        run([-340 + lift, 200 + lift * 0.5], [-160, 214 + lift, 160, 214 + lift, 318 - lift * 0.6, 176 + lift * 0.6]),
      ),
      brimCloth.seam,
      0.55,
    );
  if (spec.pattern === 'letters')
    sketch.raw(
      lettering(['YD', 'NO 8', 'MOON'][spec.seed % 3] ?? 'YD', {
        x: 6,
        y: 30,
        height: 92,
        colour: sketch.cloth.colours[1] ?? '#fbf6ec',
        weight: 3,
      }),
    );
  if (spec.pattern === 'embroidery')
    sketch.raw(
      `<g transform="translate(6 36)" stroke-linecap="round"><path d="M0 60Q-4 10 0 -30M0 30Q-36 24 -44 -4M0 14Q34 8 42 -18" stroke="#6f9a72" stroke-width="9" fill="none"/><circle cy="-44" r="24" fill="#e9a3ae"/><circle cx="-48" cy="-14" r="17" fill="#f4d58a"/><circle cx="46" cy="-28" r="17" fill="#e9a3ae"/></g>`,
    );
}

export function beanie(sketch: Sketch, spec: GarmentDrawing): void {
  const knit = plain(sketch.cloth, sketch.cloth.colours[0], spec.pattern === 'solid' ? 'ribbed' : spec.pattern);
  if (spec.details.includes('pompom'))
    sketch.piece(ellipse(0, -300, 104, 100), {
      cloth: clothFrom([sketch.cloth.colours[1] ?? mix(sketch.cloth.colours[0], '#fbf3e6', 0.5)], null, 'faux_fur'),
    });
  sketch.piece(data(run([-262, 130], [-276, -90, -180, -250, 0, -252], [180, -250, 276, -90, 262, 130]), true), {
    cloth: knit,
    volume: 1.4,
    folds: [{ from: [-150, -180], to: [-180, 110], width: 60, bend: 16, weight: 0.8, ridge: true }],
  });
  for (const x of [-120, -40, 40, 120])
    sketch.line(data(run([x * 0.2, -248], [x, -180, x * 1.4, -60, x * 1.5, 60])), {
      colour: '#1d1420',
      width: 12,
      opacity: 0.07,
    });
  const cuff = data(
    run(
      [-276, 90],
      [-120, 116, 120, 116, 276, 90],
      [288, 150, 288, 220, 278, 258],
      [120, 286, -120, 286, -278, 258],
      [-288, 220, -288, 150, -276, 90],
    ),
    true,
  );
  sketch.drop(cuff, 20);
  sketch.piece(cuff, {
    cloth: plain(
      sketch.cloth,
      spec.details.includes('contrast_trim')
        ? (sketch.cloth.colours[1] ?? sketch.cloth.colours[0])
        : sketch.cloth.colours[0],
      'ribbed',
    ),
    volume: 1,
  });
  if (spec.details.includes('patch'))
    sketch.raw(
      '<path d="M-54 160h108v62h-108Z" fill="#b98a5c" stroke="#6d4c2b" stroke-width="3"/><path d="M-30 191h60" stroke="#6d4c2b" stroke-width="6" stroke-linecap="round"/>',
    );
  if (spec.details.includes('bear_ears'))
    for (const side of [1, -1]) sketch.piece(ellipse(side * 190, -210, 66, 64), { cloth: knit });
}

export function hat(sketch: Sketch, spec: GarmentDrawing): void {
  if (spec.cut === 'bucket') {
    bucket(sketch);
    return;
  }
  if (spec.cut === 'beret') {
    beret(sketch);
    return;
  }
  const wide = spec.cut === 'fedora' ? 330 : 400;
  const drop = spec.cut === 'fedora' ? 60 : 96;
  const brim = run(
    [-wide, 130],
    [-wide + 30, 60, -210, 40, 0, 40],
    [210, 40, wide - 30, 60, wide, 130],
    [wide - 20, 130 + drop, 220, 150 + drop, 0, 152 + drop],
    [-220, 150 + drop, -wide + 20, 130 + drop, -wide, 130],
  );
  sketch.piece(data(brim, true), {
    volume: 1.2,
    folds: [{ from: [-wide + 60, 120], to: [-150, 90 + drop], width: -30, bend: -12, weight: 0.7 }],
  });
  const crown =
    spec.cut === 'fedora'
      ? run(
          [-206, 116],
          [-210, -20, -196, -170, -120, -196],
          [-70, -210, -50, -168, 0, -164],
          [50, -168, 70, -210, 120, -196],
          [196, -170, 210, -20, 206, 116],
          [120, 150, -120, 150, -206, 116],
        )
      : run(
          [-206, 116],
          [-214, -40, -170, -190, 0, -194],
          [170, -190, 214, -40, 206, 116],
          [120, 150, -120, 150, -206, 116],
        );
  sketch.drop(data(crown, true), 22);
  sketch.piece(data(crown, true), {
    volume: 1.5,
    folds: [{ from: [-120, -150], to: [-150, 100], width: 60, bend: 14, weight: 0.9, ridge: true }],
  });
  const band = data(run([-208, 40], [-120, 76, 120, 76, 208, 40], [206, 112], [120, 148, -120, 148, -206, 112]), true);
  sketch.piece(band, {
    cloth: clothFrom([sketch.cloth.colours[1] ?? '#3a3034'], null, 'satin'),
    casts: false,
    volume: 0.7,
  });
  if (spec.details.includes('ribbon')) {
    const tail = data(run([196, 66], [250, 120, 262, 190, 300, 232], [252, 236], [220, 190, 200, 150, 180, 108]), true);
    sketch.piece(tail, { cloth: clothFrom([sketch.cloth.colours[1] ?? '#3a3034'], null, 'satin'), volume: 0.6 });
  }
}

function bucket(sketch: Sketch): void {
  sketch.piece(
    data(
      run(
        [-210, 60],
        [-206, -60, -186, -150, -150, -170],
        [-60, -196, 60, -196, 150, -170],
        [186, -150, 206, -60, 210, 60],
      ),
      true,
    ),
    { volume: 1.2, folds: [{ from: [-120, -150], to: [-150, 60], width: 56, bend: 10, weight: 0.9, ridge: true }] },
  );
  sketch.line(data(run([-164, -158], [-60, -128, 60, -128, 164, -158])), { width: 3 });
  const brim = data(
    run(
      [-214, 46],
      [-100, 80, 100, 80, 214, 46],
      [280, 110, 330, 180, 340, 226],
      [200, 290, -200, 290, -340, 226],
      [-330, 180, -280, 110, -214, 46],
    ),
    true,
  );
  sketch.drop(brim, 18);
  sketch.piece(brim, {
    volume: 1,
    cloth: sketch.cloth,
    folds: [
      { from: [-260, 120], to: [-200, 250], width: -30, bend: -8, weight: 0.6 },
      { from: [180, 70], to: [230, 250], width: 34, bend: 8, weight: 0.6 },
    ],
  });
  for (const lift of [30, 62, 94, 126])
    sketch.stitch(
      data(run([-232 - lift * 0.8, 64 + lift], [-110, 100 + lift, 110, 100 + lift, 232 + lift * 0.8, 64 + lift])),
      sketch.cloth.seam,
      0.55,
    );
  for (const x of [-26, 26])
    sketch.raw(
      `<circle cx="${x - 120}" cy="-20" r="7" fill="${sketch.cloth.inner}" stroke="${sketch.cloth.edge}" stroke-width="3"/>`,
    );
}

function beret(sketch: Sketch): void {
  const body = data(
    run(
      [-330, 60],
      [-360, -90, -160, -200, 40, -190],
      [240, -180, 380, -60, 330, 70],
      [300, 150, 160, 176, 0, 176],
      [-160, 176, -300, 150, -330, 60],
    ),
    true,
  );
  sketch.line(data(run([20, -186], [18, -214, 30, -230, 34, -236])), { colour: sketch.cloth.edge, width: 15 });
  sketch.piece(body, {
    volume: 1.4,
    folds: [
      { from: [20, -180], to: [-240, 60], width: -44, bend: -26, weight: 0.6 },
      { from: [40, -180], to: [220, 80], width: 44, bend: 24, weight: 0.6 },
    ],
  });
  sketch.piece(
    data(run([-206, 142], [-100, 172, 100, 172, 206, 142], [208, 178], [100, 208, -100, 208, -208, 178]), true),
    { cloth: plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed'), volume: 0.6 },
  );
}
