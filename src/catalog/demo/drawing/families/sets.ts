import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, ellipse, flip, joined, mirrored, polygon, reversed, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { bow } from '../torso/collars.js';
import { drawBottoms } from './bottoms.js';
import { drawOuterwear } from './outerwear.js';
import { drawTop } from './tops.js';

/** Two pieces laid as one: the lower beside and beneath the upper. */
function laid(sketch: Sketch, lower: () => void, upper: () => void, at: readonly [number, number]): void {
  sketch.at(at[0], at[1], lower);
  upper();
}

export function drawSuit(sketch: Sketch, spec: GarmentDrawing): void {
  const details = spec.details;
  const trousers: GarmentDrawing = {
    ...spec,
    category: spec.cut === 'skirt' ? 'skirt' : 'dress_trousers',
    sleeve: null,
    neckline: null,
    fit: 'straight',
    length: 'regular',
    details: ['crease'],
  };
  const jacket: GarmentDrawing = {
    ...spec,
    category: 'blazer',
    cut: details.includes('double') ? 'blazer_double' : '',
    length: 'regular',
    details: ['flap_pockets', 'breast_pocket', ...details],
  };
  laid(
    sketch,
    () => drawBottoms(sketch, trousers),
    () => drawOuterwear(sketch, jacket),
    [360, 70],
  );
}

export function drawTracksuit(sketch: Sketch, spec: GarmentDrawing): void {
  const lower: GarmentDrawing = {
    ...spec,
    category: 'joggers',
    sleeve: null,
    neckline: null,
    fit: 'regular',
    length: 'regular',
    details: ['drawstring', ...(spec.colours.length > 1 ? ['side_stripe'] : [])],
  };
  const upper: GarmentDrawing = {
    ...spec,
    category:
      spec.neckline === 'hooded'
        ? 'hoodie'
        : spec.neckline === 'crew_neck' && !spec.details.includes('zip')
          ? 'sweatshirt'
          : 'jacket',
    cut: spec.neckline === 'mandarin_collar' ? 'track' : '',
    details: ['zip', ...spec.details],
  };
  const paint = upper.category === 'jacket' ? drawOuterwear : drawTop;
  laid(
    sketch,
    () => drawBottoms(sketch, lower),
    () => paint(sketch, upper),
    [350, 80],
  );
}

/** Pyjamas and loungewear: a soft shirt or tee and its trousers. */
export function drawPyjamas(sketch: Sketch, spec: GarmentDrawing): void {
  const short = spec.details.includes('shorts');
  const lower: GarmentDrawing = {
    ...spec,
    category: short ? 'shorts' : 'pyjamas',
    sleeve: null,
    neckline: null,
    fit: 'loose',
    length: short ? 'short' : 'regular',
    details: ['drawstring', 'elastic'],
  };
  const upper: GarmentDrawing = {
    ...spec,
    category: spec.neckline === 'shirt_collar' ? 'blouse' : spec.neckline === 'hooded' ? 'hoodie' : 'tshirt',
    details: spec.neckline === 'shirt_collar' ? ['buttons', 'chest_pocket', ...spec.details] : spec.details,
  };
  laid(
    sketch,
    () => drawBottoms(sketch, lower),
    () => drawTop(sketch, upper),
    [short ? 330 : 350, short ? 330 : 80],
  );
}

export function drawThermals(sketch: Sketch, spec: GarmentDrawing): void {
  const lower: GarmentDrawing = {
    ...spec,
    sleeve: null,
    neckline: null,
    fit: 'skinny',
    length: 'regular',
    details: [],
  };
  laid(
    sketch,
    () => drawBottoms(sketch, lower),
    () => drawTop(sketch, spec),
    [310, 80],
  );
}

/** A narrow strap or tie. */
function cord(sketch: Sketch, path: string): void {
  sketch.castsAlong(path, 12);
  sketch.line(path, { colour: sketch.cloth.edge, width: 15 });
  sketch.line(path, { colour: sketch.cloth.colours[0], width: 11 });
}

export function drawSwimsuit(sketch: Sketch, spec: GarmentDrawing): void {
  const skirted = spec.details.includes('skirted');
  const neck =
    spec.neckline === 'halter'
      ? [0, 96, 40, 40, 52, -30, 74, -34]
      : [0, spec.neckline === 'square_neck' ? 92 : 150, 70, 130, 90, 40, 96, -20];
  const [, top = 120] = neck;
  const scoop =
    spec.neckline === 'halter'
      ? run([0, 110], [24, 90, 46, 40, 50, -30], [76, -34], [84, 40, 150, 120, 196, 170])
      : spec.neckline === 'square_neck'
        ? run([0, top], [96, top], [104, -20], [134, -22], [140, 60, 160, 130, 196, 170])
        : run([0, top], [60, top - 6, 92, 70, 100, -20], [134, -24], [138, 60, 158, 130, 196, 170]);
  const side = run(
    [196, 170],
    [186, 260, 150, 300, 152, 370],
    [156, 450, 206, 500, 210, 590],
    [150, 620, 60, 690, 44, 770],
    [20, 780, 0, 780, 0, 780],
  );
  const half = joined(scoop, side);
  const inside = data(
    run([-110, -16], [-60, 60, 60, 60, 110, -16], [90, 80, 60, 130, 0, top], [-60, 130, -90, 80, -110, -16]),
    true,
  );
  if (spec.neckline !== 'halter') sketch.piece(inside, { cloth: clothFrom([sketch.cloth.inner]), volume: 1.2 });
  sketch.piece(data(joined(half, mirrored(reversed(half))), true), {
    volume: 1.1,
    folds: [
      { from: [-120, 190], to: [-110, 560], width: 56, bend: 10, weight: 1, ridge: true },
      { from: [150, 380], to: [40, 410], width: 14, bend: 8, weight: 0.6 },
      { from: [-150, 380], to: [-40, 420], width: -14, bend: -8, weight: 0.6 },
    ],
  });
  sketch.line(data(run([-150, 240], [-90, 290, -30, 290, 0, 270], [30, 290, 90, 290, 150, 240])), {
    width: 2.6,
    opacity: 0.6,
  });
  if (skirted) {
    const skirt = run(
      [0, 450],
      [170, 440],
      [210, 520, 250, 600, 270, 660],
      [200, 700, 160, 660, 130, 690],
      [90, 720, 40, 680, 0, 700],
    );
    const path = data(joined(skirt, mirrored(reversed(skirt))), true);
    sketch.drop(path, 14);
    sketch.piece(path, {
      folds: [
        { from: [120, 690], to: [90, 480], width: -30, weight: 0.9 },
        { from: [-120, 690], to: [-90, 480], width: 30, weight: 0.9 },
      ],
    });
  }
  if (spec.details.includes('belt'))
    sketch.piece(polygon([-154, 350], [154, 350], [156, 392], [-156, 392]), {
      cloth: plain(sketch.cloth, sketch.cloth.colours[1] ?? sketch.cloth.inner),
      volume: 0.5,
    });
  if (spec.details.includes('ruffle'))
    sketch.line(data(run([-150, 168], [-60, 210, 60, 210, 150, 168])), {
      colour: mix(sketch.cloth.colours[0], '#ffffff', 0.3),
      width: 40,
      dash: '0 30',
    });
}

export function drawBikini(sketch: Sketch, spec: GarmentDrawing): void {
  const cup =
    spec.cut === 'bandeau'
      ? run([0, 60], [40, 30, 160, 10, 250, 40], [262, 90, 258, 140, 246, 166], [150, 190, 60, 180, 0, 150])
      : run([6, 140], [30, 60, 90, -40, 128, -90], [180, -40, 240, 60, 256, 140], [180, 176, 80, 172, 6, 150]);
  for (const side of [1, -1] as const) {
    if (spec.cut !== 'bandeau') {
      const strap = data(run([side * 128, -84], [side * 110, -170, side * 80, -220, side * 50, -250]));
      cord(sketch, strap);
    }
    const tie = data(run([side * 250, 140], [side * 300, 150, side * 330, 130, side * 356, 160]));
    cord(sketch, tie);
    const path = data(cup, true);
    sketch.piece(side === 1 ? path : flip(path), {
      tilt: side * 10,
      volume: 1.2,
      folds: [
        { from: [side * 60, 140], to: [side * 120, -30], width: side * 30, bend: side * 8, weight: 0.8, ridge: true },
        { from: [side * 20, 130], to: [side * 80, 90], width: side * 12, weight: 0.6 },
      ],
    });
  }
  if (spec.details.includes('ring'))
    sketch.raw(
      '<circle cy="104" r="26" fill="none" stroke="#8d6e34" stroke-width="14"/><circle cy="104" r="26" fill="none" stroke="#d2a94f" stroke-width="9"/>',
    );
  else bow(sketch, [0, 118], 30, plain(sketch.cloth), 0.7);
  const high = spec.details.includes('high_waist');
  const y = high ? 330 : 400;
  const brief = run(
    [0, y],
    [240, y - 14],
    [262, y + 60, 262, y + 110, 258, y + 140],
    [170, y + 170, 80, y + 230, 54, y + (high ? 340 : 270)],
    [30, y + (high ? 352 : 282), 0, y + (high ? 352 : 282)],
  );
  sketch.piece(data(joined(brief, mirrored(reversed(brief))), true), {
    volume: 1.1,
    folds: [{ from: [-180, y + 20], to: [-60, y + 200], width: 40, bend: 8, weight: 0.8, ridge: true }],
  });
  if (!high) for (const side of [1, -1]) bow(sketch, [side * 252, y + 58], 34, plain(sketch.cloth), 1.2);
  else sketch.line(data(run([-242, y + 34], [-100, y + 50, 100, y + 50, 242, y + 34])), { width: 2.6 });
}

export function drawSportsBra(sketch: Sketch, spec: GarmentDrawing): void {
  const half = run(
    [0, 150],
    [50, 148, 84, 100, 92, 0],
    [146, -6],
    [152, 70, 172, 130, 226, 176],
    [230, 260, 222, 320, 214, 350],
    [150, 366, 70, 368, 0, 368],
  );
  const inside = data(
    run([-118, 0], [-60, 70, 60, 70, 118, 0], [100, 100, 60, 150, 0, 152], [-60, 150, -100, 100, -118, 0]),
    true,
  );
  sketch.piece(inside, { cloth: clothFrom([sketch.cloth.inner]), volume: 1.3 });
  sketch.piece(data(joined(half, mirrored(reversed(half))), true), {
    volume: 1.1,
    folds: [{ from: [-120, 150], to: [-140, 320], width: 50, bend: 10, weight: 0.9, ridge: true }],
  });
  for (const side of [1, -1]) {
    sketch.line(data(run([side * 60, 146], [side * 110, 200, side * 112, 280, side * 90, 362])), {
      width: 2.6,
      opacity: 0.8,
    });
    sketch.line(data(run([side * 96, 6], [side * 92, 90, side * 60, 136, 0, 140])), {
      colour: sketch.cloth.colours[1] ?? sketch.cloth.seam,
      width: 6,
      opacity: 0.9,
    });
  }
  const band = run(
    [0, 350],
    [100, 350, 170, 346, 216, 334],
    [210, 372, 206, 400, 202, 424],
    [140, 440, 60, 442, 0, 442],
  );
  const path = data(joined(band, mirrored(reversed(band))), true);
  sketch.drop(path, 10);
  sketch.piece(path, {
    cloth: plain(sketch.cloth, sketch.cloth.colours[1] ?? sketch.cloth.colours[0], 'ribbed'),
    volume: 0.7,
  });
  if (spec.details.includes('zip'))
    sketch.line(data(run([0, 150], [0, 440])), { colour: '#b9b9bd', width: 8, dash: '4 3', cap: 'butt' });
}

export function drawBra(sketch: Sketch, spec: GarmentDrawing): void {
  const cup = run(
    [0, 150],
    [30, 90, 60, 30, 120, 10],
    [190, 10, 238, 80, 244, 150],
    [236, 230, 150, 262, 80, 244],
    [30, 230, 4, 200, 0, 150],
  );
  for (const side of [1, -1] as const) {
    const strap = data(run([side * 140, 16], [side * 150, -80, side * 120, -170, side * 112, -200]));
    cord(sketch, strap);
    sketch.piece(
      side === 1
        ? polygon([236, 120], [330, 150], [334, 210], [220, 220])
        : polygon([-236, 120], [-330, 150], [-334, 210], [-220, 220]),
      { volume: 0.5 },
    );
    const path = data(cup, true);
    sketch.piece(side === 1 ? path : flip(path), {
      volume: 1.4,
      folds: [
        { from: [side * 70, 60], to: [side * 90, 220], width: side * 50, bend: side * 12, weight: 1, ridge: true },
      ],
    });
    sketch.line(data(run([side * 8, 180], [side * 40, 256, side * 170, 286, side * 246, 180])), { width: 4 });
  }
  sketch.raw(`<circle cy="150" r="8" fill="${sketch.cloth.edge}"/>`);
  sketch.casts(ellipse(0, 160, 40, 40));
  if (spec.pattern === 'lace' || spec.material === 'lace')
    for (const side of [1, -1])
      sketch.line(data(run([side * 10, 130], [side * 40, 60, side * 80, 26, side * 126, 14])), {
        colour: mix(sketch.cloth.colours[0], '#ffffff', 0.45),
        width: 20,
        dash: '0 17',
      });
}
