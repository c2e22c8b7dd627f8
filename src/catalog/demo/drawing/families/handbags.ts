import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, roundedBox, run } from '../path.js';
import { lettering } from '../prints/lettering.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { frontFolds, GOLD, metal, ring, strap } from './bag-parts.js';

export function tote(sketch: Sketch, spec: GarmentDrawing): void {
  const trim = spec.details.includes('leather_trim')
    ? clothFrom(['#8d5f3c'], null, 'leather')
    : plain(
        sketch.cloth,
        sketch.cloth.colours[1] && spec.pattern === 'solid' ? sketch.cloth.colours[1] : sketch.cloth.colours[0],
      );
  const tall = spec.details.includes('slouchy') ? 560 : 500;
  const handle = (lift: number): string =>
    data(
      run(
        [-118, 30],
        [-118, -150 + lift, -76, -264 + lift, 0, -266 + lift],
        [76, -264 + lift, 118, -150 + lift, 118, 30],
      ),
    );
  strap(sketch, handle(-34), 26, plain(trim, mix(trim.colours[0], '#221c24', 0.25)));
  const body = run(
    [-284, 6],
    [-100, -6, 100, -6, 284, 6],
    [276, tall * 0.5, 262, tall * 0.8, 246, tall - 20],
    [240, tall, 226, tall + 6, 206, tall + 6],
    [-206, tall + 6],
    [-226, tall + 6, -240, tall, -246, tall - 20],
    [-262, tall * 0.8, -276, tall * 0.5, -284, 6],
  );
  sketch.piece(data(body, true), {
    folds: [
      ...frontFolds(270, tall),
      { from: [-118, 60], to: [-60, 240], width: -26, bend: 8, weight: 0.6 },
      { from: [118, 60], to: [70, 220], width: 26, bend: -8, weight: 0.6 },
    ],
  });
  if (spec.details.includes('leather_trim'))
    sketch.piece(
      data(
        run(
          [-252, tall - 120],
          [0, tall - 106, 0, tall - 106, 252, tall - 120],
          [246, tall - 20],
          [240, tall, 226, tall + 6, 206, tall + 6],
          [-206, tall + 6],
          [-226, tall + 6, -240, tall, -246, tall - 20],
        ),
        true,
      ),
      { cloth: trim, casts: false, volume: 0.5 },
    );
  sketch.stitch(data(run([-280, 34], [-100, 24, 100, 24, 280, 34])));
  strap(sketch, handle(0), 26, trim);
  for (const x of [-118, 118])
    sketch.raw(
      `<path d="${roundedBox(x - 22, 18, 44, 58, 5)}" fill="${trim.colours[0]}" stroke="${trim.edge}" stroke-width="2.600"/><path d="M${x - 14} 30l28 36M${x + 14} 30l-28 36" stroke="${trim.seam}" stroke-width="2.400"/>`,
    );
  if (spec.pattern === 'letters')
    sketch.raw(
      lettering(['MARKET', 'SUNDAY', 'ATELIER'][spec.seed % 3] ?? 'MARKET', {
        x: 0,
        y: 250,
        height: 72,
        colour: sketch.cloth.colours[1] ?? '#33302e',
        weight: 2.6,
      }),
    );
  if (spec.pattern === 'graphic')
    sketch.raw(
      `<g transform="translate(0 260)"><circle r="92" fill="${sketch.cloth.colours[1] ?? '#d9695f'}"/><path d="M-130 40Q-60 -20 0 40T130 40V120H-130Z" fill="${mix(sketch.cloth.colours[1] ?? '#d9695f', '#22406a', 0.6)}"/></g>`,
    );
}

export function handbag(sketch: Sketch, spec: GarmentDrawing): void {
  const gold = metal(spec);
  const handle = data(run([-150, 60], [-150, -120, -96, -214, 0, -216], [96, -214, 150, -120, 150, 60]));
  strap(sketch, handle, 24, sketch.cloth);
  const body =
    spec.cut === 'bowling'
      ? run(
          [-250, 60],
          [-220, -6, -140, -16, 0, -16],
          [140, -16, 220, -6, 250, 60],
          [290, 200, 300, 300, 292, 380],
          [286, 412, 260, 420, 230, 420],
          [-230, 420],
          [-260, 420, -286, 412, -292, 380],
          [-300, 300, -290, 200, -250, 60],
        )
      : run(
          [-238, 12],
          [238, 12],
          [262, 120, 282, 260, 290, 372],
          [290, 404, 276, 418, 250, 418],
          [-250, 418],
          [-276, 418, -290, 404, -290, 372],
          [-282, 260, -262, 120, -238, 12],
        );
  sketch.piece(data(body, true), { folds: frontFolds(280, 420) });
  if (spec.cut === 'bowling') {
    sketch.line(data(run([-226, 50], [-120, 12, 120, 12, 226, 50])), {
      colour: gold,
      width: 9,
      dash: '4 3',
      cap: 'butt',
    });
    sketch.stitch(data(run([-262, 150], [-100, 170, 100, 170, 262, 150])));
  } else {
    const flap = data(
      run(
        [-240, 8],
        [240, 8],
        [250, 70, 254, 130, 244, 180],
        [170, 214, 80, 226, 0, 226],
        [-80, 226, -170, 214, -244, 180],
        [-254, 130, -250, 70, -240, 8],
      ),
      true,
    );
    sketch.drop(flap, 22);
    sketch.piece(flap, { casts: false, volume: 0.7 });
    sketch.stitch(data(run([-232, 176], [-170, 200, -80, 212, 0, 212], [80, 212, 170, 200, 232, 176])));
    sketch.raw(
      `<path d="${roundedBox(-30, 190, 60, 66, 10)}" fill="${gold}" stroke="${mix(gold, '#221c24', 0.45)}" stroke-width="3"/><circle cy="216" r="9" fill="${mix(gold, '#221c24', 0.5)}"/><path d="M0 220v20" stroke="${mix(gold, '#221c24', 0.5)}" stroke-width="6"/>`,
    );
  }
  for (const x of [-150, 150]) sketch.raw(ring(x, 52, 18, gold));
  if (spec.details.includes('charm'))
    sketch.raw(
      `<path d="M150 72q30 60 16 110" stroke="${GOLD}" stroke-width="5" fill="none"/><circle cx="166" cy="200" r="24" fill="#f4efe6" stroke="#b8a88e" stroke-width="3"/>`,
    );
}

export function crossbody(sketch: Sketch, spec: GarmentDrawing): void {
  const gold = metal(spec);
  const loop = data(
    run(
      [-214, 80],
      [-330, -160, -300, -420, -90, -470],
      [120, -500, 320, -380, 300, -140],
      [290, -40, 250, 40, 214, 80],
    ),
  );
  if (spec.details.includes('chain')) {
    sketch.castsAlong(loop, 13);
    sketch.line(loop, { colour: mix(gold, '#221c24', 0.35), width: 15, dash: '15 7', cap: 'round' });
    sketch.line(loop, { colour: gold, width: 9, dash: '15 7' });
  } else strap(sketch, loop, 15);
  if (spec.material === 'nylon') {
    slingFront(sketch, gold);
    return;
  }
  if (spec.cut === 'saddle') {
    sketch.piece(
      data(
        run(
          [-230, 60],
          [230, 60],
          [240, 180, 236, 330, 120, 356],
          [40, 366, -40, 366, -120, 356],
          [-236, 330, -240, 180, -230, 60],
        ),
        true,
      ),
      { folds: frontFolds(230, 330) },
    );
    const flap = data(
      run(
        [-234, 54],
        [234, 54],
        [240, 150, 224, 250, 130, 262],
        [50, 268, -50, 268, -130, 262],
        [-224, 250, -240, 150, -234, 54],
      ),
      true,
    );
    sketch.drop(flap, 20);
    sketch.piece(flap, { casts: false, volume: 0.8 });
  } else {
    sketch.piece(roundedBox(-226, 54, 452, 300, 44), { folds: frontFolds(220, 330) });
    const flap = data(
      run(
        [-228, 56],
        [228, 56],
        [230, 120, 228, 180, 216, 212],
        [120, 244, -120, 244, -216, 212],
        [-228, 180, -230, 120, -228, 56],
      ),
      true,
    );
    sketch.drop(flap, 20);
    sketch.piece(flap, { casts: false, volume: 0.7 });
  }
  sketch.raw(
    `<path d="${roundedBox(-36, 208, 72, 44, 12)}" fill="${gold}" stroke="${mix(gold, '#221c24', 0.45)}" stroke-width="3"/><path d="M-14 230h28" stroke="${mix(gold, '#221c24', 0.5)}" stroke-width="7" stroke-linecap="round"/>`,
  );
  for (const x of [-214, 214]) sketch.raw(ring(x, 76, 15, gold));
}

/** A soft camera bag: a zip along the top and a second one on the front. */
function slingFront(sketch: Sketch, steel: string): void {
  sketch.piece(roundedBox(-236, 50, 472, 330, 70), { folds: frontFolds(220, 350) });
  const pocket = roundedBox(-200, 180, 400, 176, 48);
  sketch.drop(pocket, 16);
  sketch.piece(pocket, { casts: false, volume: 0.6 });
  for (const y of [92, 206]) {
    const line = data(run([-196, y], [-80, y - 12, 80, y - 12, 196, y]));
    sketch.line(line, { colour: sketch.cloth.edge, width: 17 });
    sketch.line(line, { colour: steel, width: 8, dash: '4 3', cap: 'butt' });
    sketch.raw(
      `<path d="M${y === 92 ? 150 : -150} ${y}v46" stroke="${steel}" stroke-width="11" stroke-linecap="round"/>`,
    );
  }
  for (const x of [-218, 218]) sketch.raw(ring(x, 84, 15, steel));
}

export function clutch(sketch: Sketch, spec: GarmentDrawing): void {
  sketch.piece(roundedBox(-320, 0, 640, 390, 18), { folds: frontFolds(310, 380) });
  const flap = data(
    run(
      [-322, 2],
      [322, 2],
      [318, 40, 160, 190, 40, 250],
      [16, 264, -16, 264, -40, 250],
      [-160, 190, -318, 40, -322, 2],
    ),
    true,
  );
  sketch.drop(flap, 24);
  sketch.piece(flap, { casts: false, volume: 0.8 });
  const gold = metal(spec);
  if (spec.details.includes('tassel'))
    sketch.raw(
      `<path d="M300 60q60 60 40 150" stroke="${gold}" stroke-width="6" fill="none"/><path d="M322 206h36l10 130h-56Z" fill="${sketch.cloth.colours[0]}" stroke="${sketch.cloth.edge}" stroke-width="3"/>`,
    );
  sketch.raw(
    `<circle cy="244" r="20" fill="${gold}" stroke="${mix(gold, '#221c24', 0.45)}" stroke-width="3"/><circle cx="-5" cy="238" r="6" fill="#fff" opacity=".6"/>`,
  );
}
