import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, flip, type Run, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { bow } from '../torso/collars.js';

/** Pairs seen from above, toes up, side by side; twenty-five units a centimetre. */

/** The outline of a right sole, the toe at the top. */
function soleOutline(pointed: boolean, wide = 1): Run {
  const tip = pointed ? -34 : 0;
  return run(
    [150, 330 + tip],
    [150 + 56 * wide, 330 + tip, 150 + 118 * wide, 392, 150 + 116 * wide, 490],
    [150 + 114 * wide, 580, 150 + 84 * wide, 640, 150 + 84 * wide, 740],
    [150 + 84 * wide, 850, 150 + 76 * wide, 920, 150, 924],
    [150 - 78 * wide, 920, 150 - 86 * wide, 850, 150 - 82 * wide, 740],
    [150 - 78 * wide, 640, 150 - 116 * wide, 590, 150 - 112 * wide, 490],
    [150 - 108 * wide, 392, 150 - 50 * wide, 330 + tip, 150, 330 + tip],
  );
}

function each(paint: (mirror: (path: string) => string, side: 1 | -1) => void): void {
  paint((path) => path, 1);
  paint(flip, -1);
}

/** Ballet flats and loafers: a closed toe and an opening for the foot. */
export function flat(sketch: Sketch, spec: GarmentDrawing): void {
  const pointed = spec.details.includes('pointed');
  const loafer = spec.category === 'loafers';
  const throat = loafer ? 560 : 520;
  each((mirror, side) => {
    sketch.piece(mirror(data(soleOutline(pointed, 1.03), true)), {
      folds: [
        { from: [side * 90, 420], to: [side * 100, 560], width: side * 40, bend: side * 8, weight: 0.8, ridge: true },
        { from: [side * 250, 470], to: [side * 226, 640], width: side * -40, bend: side * -8, weight: 0.6 },
      ],
    });
    const opening = run(
      [150, throat],
      [214, throat + 6, 226, 640, 222, 740],
      [220, 850, 206, 906, 150, 908],
      [94, 906, 80, 850, 80, 740],
      [76, 640, 86, throat + 6, 150, throat],
    );
    sketch.piece(mirror(data(opening, true)), {
      cloth: clothFrom([mix(sketch.cloth.colours[0], '#221c24', 0.45)], null, null),
      casts: false,
      volume: 1.8,
    });
    const insole = run(
      [150, throat + 54],
      [202, throat + 60, 210, 660, 206, 750],
      [204, 850, 192, 896, 150, 898],
      [108, 896, 96, 850, 94, 750],
      [90, 660, 100, throat + 60, 150, throat + 54],
    );
    sketch.piece(mirror(data(insole, true)), {
      cloth: clothFrom(['#d9c0a0'], null, null),
      casts: false,
      volume: 1,
      edge: 1.4,
    });
    sketch.raw(
      `<g transform="translate(${side * 150} 840)"><rect x="-24" y="-12" width="48" height="24" rx="4" fill="#f3e8d6"/><path d="M-12 0h24" stroke="#a98c66" stroke-width="4" stroke-linecap="round"/></g>`,
    );
    if (loafer) loaferFront(sketch, spec, mirror, side);
    else flatFront(sketch, spec, side, throat);
  });
}

function loaferFront(sketch: Sketch, spec: GarmentDrawing, mirror: (path: string) => string, side: 1 | -1): void {
  const apron = mirror(data(run([72, 590], [66, 480, 96, 404, 150, 400], [204, 404, 234, 480, 228, 590])));
  if (spec.details.includes('contrast_trim')) {
    sketch.piece(`${apron}Z`, {
      cloth: clothFrom([sketch.cloth.colours[1] ?? '#f3e5c8'], null, 'leather'),
      casts: false,
      volume: 0.8,
    });
  }
  sketch.drop(apron, 12);
  sketch.line(apron, { colour: sketch.cloth.edge, width: 4 });
  sketch.line(apron, { colour: sketch.cloth.seam, width: 9, dash: '2 9', opacity: 0.8, cap: 'butt' });
  const strap = mirror(
    data(run([46, 560], [110, 536, 190, 536, 256, 560], [256, 606], [190, 584, 110, 584, 44, 606]), true),
  );
  sketch.drop(strap, 12);
  sketch.piece(strap, { casts: false, volume: 0.5 });
  if (spec.details.includes('horsebit')) {
    sketch.raw(
      `<g transform="translate(${side * 150} 570)" fill="none" stroke="#b9934a" stroke-width="11"><ellipse cx="-34" rx="22" ry="17"/><ellipse cx="34" rx="22" ry="17"/><path d="M-12 0H12"/></g>`,
    );
  } else if (spec.details.includes('tassel')) {
    sketch.raw(
      `<g transform="translate(${side * 150} 570)" stroke="${sketch.cloth.edge}" stroke-width="2.500" fill="${sketch.cloth.colours[0]}"><path d="M-20 0L-38 56L-8 60ZM20 0L38 56L8 60Z"/><circle cx="-16" cy="-2" r="11"/><circle cx="16" cy="-2" r="11"/></g>`,
    );
  } else sketch.raw(`<path d="M${side * 150 - 20} 566h40l-8 14h-24Z" fill="${sketch.cloth.edge}"/>`);
}

function flatFront(sketch: Sketch, spec: GarmentDrawing, side: 1 | -1, throat: number): void {
  const x = side * 150;
  sketch.line(data(run([x - 66, throat + 80], [x - 60, throat + 10, x + 60, throat + 10, x + 66, throat + 80])), {
    colour: sketch.cloth.seam,
    width: 7,
  });
  if (spec.details.includes('bow')) bow(sketch, [x, throat - 4], 40, plain(sketch.cloth), 0.6);
  if (spec.details.includes('mary_jane')) {
    const strap = data(
      run(
        [x - 84, throat + 120],
        [x - 30, throat + 100, x + 30, throat + 100, x + 84, throat + 120],
        [x + 84, throat + 150],
        [x + 30, throat + 130, x - 30, throat + 130, x - 84, throat + 150],
      ),
      true,
    );
    sketch.drop(strap, 10);
    sketch.piece(strap, { casts: false, volume: 0.4 });
    sketch.raw(
      `<rect x="${x + side * 44 - 14}" y="${throat + 98}" width="28" height="34" rx="5" fill="none" stroke="#c9a85c" stroke-width="6"/>`,
    );
  }
  if (spec.details.includes('contrast_trim')) {
    const toe = data(
      run(
        [x - 92, 440],
        [x - 70, 360, x - 30, 332, x, 331],
        [x + 30, 332, x + 70, 360, x + 92, 440],
        [x + 40, 470, x - 40, 470, x - 92, 440],
      ),
      true,
    );
    sketch.piece(toe, {
      cloth: clothFrom([sketch.cloth.colours[1] ?? '#2c2b2f'], null, 'patent_leather'),
      casts: false,
      volume: 0.6,
    });
  }
}

/** Sandals, slippers and flip-flops: a footbed and what holds it. */
export function openShoe(sketch: Sketch, spec: GarmentDrawing): void {
  each((mirror, side) => {
    const rubber = spec.category === 'flip_flops';
    const bed = spec.details.includes('cork')
      ? '#c79f70'
      : rubber
        ? (sketch.cloth.colours[1] ?? mix(sketch.cloth.colours[0], '#ffffff', 0.35))
        : '#d8bd9b';
    const furry = spec.category === 'slippers' && sketch.cloth.hand.fluffy;
    sketch.piece(mirror(data(soleOutline(false, 1.06), true)), {
      cloth: clothFrom([mix(bed, '#221c24', 0.34)], null, 'rubber'),
    });
    sketch.piece(mirror(data(soleOutline(false, 0.97), true)), {
      cloth: furry ? plain(sketch.cloth) : clothFrom([bed], null, spec.details.includes('cork') ? 'suede' : null),
      casts: false,
      volume: 1.2,
    });
    if (rubber) thong(sketch, side);
    else if (spec.category === 'slippers') vamp(sketch, mirror, side);
    else sandalStraps(sketch, spec, mirror, side);
  });
}

function thong(sketch: Sketch, side: 1 | -1): void {
  const x = side * 150;
  for (const lean of [1, -1]) {
    const strap = data(run([x - side * 14, 470], [x + lean * 40, 500, x + lean * 92, 580, x + lean * 98, 660]));
    sketch.line(strap, { colour: '#1d1420', width: 40, opacity: 0.14 });
    sketch.line(strap, { colour: sketch.cloth.edge, width: 33 });
    sketch.line(strap, { colour: sketch.cloth.colours[0], width: 28 });
    sketch.line(strap, { colour: '#fff', width: 6, opacity: 0.3 });
  }
  sketch.raw(
    `<circle cx="${x - side * 14}" cy="468" r="17" fill="${sketch.cloth.colours[0]}" stroke="${sketch.cloth.edge}" stroke-width="3"/>`,
  );
}

function vamp(sketch: Sketch, mirror: (path: string) => string, side: 1 | -1): void {
  const band = mirror(
    data(
      run(
        [36, 470],
        [40, 420, 90, 396, 150, 394],
        [210, 396, 262, 420, 268, 480],
        [270, 560, 262, 620, 250, 660],
        [190, 624, 110, 624, 56, 660],
        [40, 610, 34, 540, 36, 470],
      ),
      true,
    ),
  );
  sketch.drop(band, 20);
  sketch.piece(band, {
    volume: 1.2,
    folds: [
      { from: [side * 90, 430], to: [side * 96, 620], width: side * 46, bend: side * 8, weight: 0.9, ridge: true },
    ],
  });
}

function sandalStraps(sketch: Sketch, spec: GarmentDrawing, mirror: (path: string) => string, side: 1 | -1): void {
  const strap = (y: number, width: number, sag: number, half = 118): void => {
    const x = 150;
    const path = mirror(
      data(
        run(
          [x - half, y + 12],
          [x - half * 0.4, y - sag, x + half * 0.4, y - sag, x + half, y + 12],
          [x + half - 2, y + width + 12],
          [x + half * 0.4, y + width - sag, x - half * 0.4, y + width - sag, x - half + 2, y + width + 12],
        ),
        true,
      ),
    );
    sketch.drop(path, 14);
    sketch.piece(path, { volume: 0.7 });
  };
  if (spec.details.includes('gladiator')) {
    for (const y of [430, 510, 590, 670]) strap(y, 30, 26, y > 560 ? 92 : 116);
    sketch.line(mirror(data(run([150, 420], [150, 720]))), { colour: sketch.cloth.colours[0], width: 22 });
  } else if (spec.details.includes('two_strap')) {
    strap(420, 92, 30);
    strap(590, 84, 30, 100);
    for (const y of [452, 618])
      sketch.raw(
        `<rect x="${side * 214 - 22}" y="${y}" width="44" height="38" rx="6" fill="none" stroke="#c9a85c" stroke-width="8"/>`,
      );
  } else if (spec.details.includes('cross')) {
    for (const lean of [1, -1]) {
      const path = mirror(
        data(
          run(
            [150 + lean * 112, 420],
            [150 + lean * 40, 470, 150 - lean * 60, 560, 150 - lean * 106, 640],
            [150 - lean * 92, 690],
            [150 - lean * 40, 610, 150 + lean * 60, 520, 150 + lean * 116, 476],
          ),
          true,
        ),
      );
      sketch.drop(path, 14);
      sketch.piece(path, { volume: 0.7 });
    }
  } else strap(440, 56, 34);
  if (spec.details.includes('ankle_strap')) {
    const ring = mirror(data(run([64, 800], [60, 730, 100, 700, 150, 700], [200, 700, 240, 730, 236, 800])));
    sketch.line(ring, { colour: sketch.cloth.edge, width: 26 });
    sketch.line(ring, { colour: sketch.cloth.colours[0], width: 21 });
    sketch.raw(
      `<rect x="${side * 226 - 16}" y="752" width="32" height="30" rx="5" fill="none" stroke="#c9a85c" stroke-width="6"/>`,
    );
  }
  if (spec.details.includes('flower')) {
    sketch.raw(
      `<g transform="translate(${side * 150} 466)" fill="#fbf3e6" stroke="${sketch.cloth.edge}" stroke-width="2">${[0, 72, 144, 216, 288].map((turn) => `<ellipse cy="-22" rx="15" ry="20" transform="rotate(${turn})"/>`).join('')}<circle r="11" fill="#e9b44c"/></g>`,
    );
  }
}
