import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, flip, moved, polygon, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { type ButtonLook, buttonLook, buttonRow, knotButton, placket, zip } from '../torso/closures.js';
import type { Torso } from '../torso/measures.js';
import { flapPockets, patchPocket, weltPockets, zipPockets } from '../torso/pockets.js';
import type { OuterStyle } from './outerwear-style.js';

const ORANGE = '#c98f4e';

/** Paints one way of closing a front, from the neck (or the lapels' break) to the hem. */
type Closure = (sketch: Sketch, spec: GarmentDrawing, torso: Torso, style: OuterStyle, span: Span) => void;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly gold: ButtonLook | undefined;
}

const zipped: Closure = (sketch, spec, _torso, _style, { from, to }) => {
  if (spec.details.includes('storm_flap')) stormFlap(sketch, from, to);
  else zip(sketch, 0, from, to, { metal: spec.details.includes('gold_zip') ? '#cfae6a' : '#b9b9bd' });
};

const single: Closure = (sketch, spec, torso, style, { from, to, gold }) => {
  if (spec.neckline === 'lapel' || spec.cut === 'waistcoat') {
    tailored(sketch, spec, torso, style, { from, to, gold });
    return;
  }
  placket(sketch, from, to, 38, plain(sketch.cloth, sketch.cloth.colours[0], sketch.cloth.pattern));
  const look = spec.material === 'denim' ? { colour: '#b58a58', r: 9.5 } : (gold ?? buttonLook(sketch.cloth, 9.5));
  buttonRow(sketch, 0, from + 36, to - 34, Math.max(4, Math.round((to - from) / 120)), look);
};

const tailored: Closure = (sketch, spec, torso, style, { from, to, gold }) => {
  const cutaway = style.lower === 'cutaway';
  const edge = data(run([-10, from], [-12, to - (cutaway ? 110 : 0)]));
  sketch.drop(edge, 10);
  sketch.line(edge, { colour: sketch.cloth.edge, width: 2.8 });
  const few = cutaway ? 2 : 3;
  const count = spec.details.includes('one_button') ? 1 : spec.cut === 'waistcoat' ? 4 : few;
  const last = cutaway ? Math.min(to - 150, torso.waistY + 110) : Math.min(to - 160, torso.waistY + 240);
  const look = gold ?? buttonLook(sketch.cloth, cutaway ? 11 : 14);
  buttonRow(sketch, 6, from + 18, count === 1 ? from + 18 : last, count, look);
};

const doubled: Closure = (sketch, _spec, _torso, _style, { from, to, gold }) => {
  const edge = data(run([4, from], [-50, from + 22, -78, from + 60, -80, from + 130], [-82, to]));
  sketch.drop(edge, 12);
  sketch.line(edge, { colour: sketch.cloth.edge, width: 2.8 });
  const look = gold ?? buttonLook(sketch.cloth, 12.5);
  const rows = to - from > 620 ? 4 : 3;
  const last = Math.min(to - 120, from + 110 * rows);
  buttonRow(sketch, -56, from + 50, last, rows, look);
  buttonRow(sketch, 64, from + 50, last, rows, look);
};

const snapped: Closure = (sketch, _spec, _torso, _style, { from, to }) => {
  placket(sketch, from, to, 52, plain(sketch.cloth));
  const snap = { colour: mix(sketch.cloth.colours[0], '#221c24', 0.3), r: 9 };
  buttonRow(sketch, 0, from + 40, to - 60, Math.max(4, Math.round((to - from) / 150)), snap);
};

const knotted: Closure = (sketch, _spec, _torso, _style, { from, to }) => {
  const edge = data(run([-4, from], [-4, to]));
  sketch.drop(edge, 9);
  sketch.line(edge, { colour: sketch.cloth.edge, width: 2.6 });
  const colour = sketch.cloth.colours[1] ?? mix(sketch.cloth.colours[0], '#221c24', 0.5);
  for (let index = 0; index < 5; index += 1) knotButton(sketch, 0, from + 22 + (index * (to - from - 160)) / 4, colour);
};

const biker: Closure = (sketch, _spec, torso, _style, { from, to }) => {
  const edge = data(run([6, from], [70, from + 60, 96, torso.waistY, 92, to]));
  sketch.drop(edge, 12);
  zipAlong(sketch, edge);
};

const wrapped: Closure = (sketch, _spec, torso, _style, { to }) => {
  const edge = data(
    run([torso.neck * 0.9, 40], [torso.neck * 0.6, 200, -30, torso.waistY - 40, -70, torso.waistY + 20], [-80, to]),
  );
  sketch.drop(edge, 16);
  sketch.line(edge, { colour: sketch.cloth.edge, width: 3 });
};

const CLOSURES: Readonly<Record<OuterStyle['front'], Closure>> = {
  zip: zipped,
  single,
  double: doubled,
  snap: snapped,
  knots: knotted,
  toggles: (sketch, _spec, _torso, _style, { from, to }) => toggles(sketch, from, to),
  biker,
  open: wrapped,
};

/** The closure down the front, from the neck (or the lapels' break) to the hem. */
export function closeFront(sketch: Sketch, spec: GarmentDrawing, torso: Torso, style: OuterStyle, from: number): void {
  const to = torso.length + (style.lower === 'band' ? 6 : 8);
  const gold = spec.details.includes('gold_buttons') ? { colour: '#c9a14d', r: 11 } : undefined;
  CLOSURES[style.front](sketch, spec, torso, style, { from, to, gold });
}

function zipAlong(sketch: Sketch, line: string): void {
  sketch.line(line, { colour: sketch.cloth.edge, width: 17, cap: 'butt' });
  sketch.line(line, { colour: '#85858b', width: 7, cap: 'butt' });
  sketch.line(line, { colour: '#d5d5d9', width: 7, dash: '3 3', cap: 'butt' });
}

function stormFlap(sketch: Sketch, from: number, to: number): void {
  placket(sketch, from, to, 54, plain(sketch.cloth));
  for (let index = 0; index < 4; index += 1) {
    const y = from + 50 + (index * (to - from - 120)) / 3;
    sketch.raw(
      `<circle cx="0" cy="${Math.round(y)}" r="7" fill="${sketch.cloth.edge}"/><circle cx="-1" cy="${Math.round(y) - 1}" r="4.500" fill="${sketch.cloth.colours[0]}"/>`,
    );
  }
}

function toggles(sketch: Sketch, from: number, to: number): void {
  placket(sketch, from, to, 46, plain(sketch.cloth));
  for (let index = 0; index < 4; index += 1) {
    const y = Math.round(from + 60 + index * Math.min(125, (to - from - 200) / 3.4));
    for (const side of [1, -1]) {
      sketch.raw(
        `<path d="M${side * 24} ${y - 17}h${side * 62}l${side * 16} 17l${side * -16} 17h${side * -62}Z" fill="#5d4433" stroke="#33241b" stroke-width="2"/>`,
      );
    }
    sketch.raw(
      `<path d="M-30 ${y}Q0 ${y - 20} 30 ${y}Q0 ${y + 20} -30 ${y}Z" fill="none" stroke="#d8c7a6" stroke-width="5"/><rect x="-24" y="${y - 7}" width="48" height="14" rx="7" fill="#c9a877" stroke="#6d5237" stroke-width="2"/>`,
    );
  }
}

/** Seams and panels that tell one jacket from another. */
export function yokes(sketch: Sketch, spec: GarmentDrawing, torso: Torso): void {
  const { depth, shoulder, chest, length } = torso;
  if (spec.category === 'denim_jacket') {
    const y = depth - 46;
    const yoke = data(
      run([-shoulder + 16, y - 6], [-shoulder * 0.4, y + 8, shoulder * 0.4, y + 8, shoulder - 16, y - 6]),
    );
    sketch.line(yoke, { colour: sketch.cloth.edge, width: 2.4 });
    sketch.stitch(moved(yoke, 0, 7), ORANGE);
    for (const side of [1, -1]) {
      for (const [top, low] of [
        [chest * 0.3, chest * 0.2],
        [chest * 0.66, chest * 0.44],
      ] as const) {
        const panel = data(run([side * top, y + 70], [side * low, length - 60]));
        sketch.line(panel, { colour: sketch.cloth.edge, width: 2.2 });
        sketch.stitch(data(run([side * (top + 6), y + 70], [side * (low + 6), length - 60])), ORANGE, 0.8);
      }
    }
    return;
  }
  if (spec.details.includes('yoke')) {
    const fill = sketch.cloth.colours[1];
    const y = depth - 20;
    const yoke = data(run([-shoulder + 12, y], [0, y + 20, 0, y + 20, shoulder - 12, y]));
    if (fill)
      sketch.piece(
        data(
          run(
            [-shoulder + 2, 52],
            [-torso.neck, 4],
            [torso.neck, 4],
            [shoulder - 2, 52],
            [shoulder - 14, 120, shoulder - 14, y - 30, shoulder - 12, y],
            [0, y + 20, 0, y + 20, -shoulder + 12, y],
            [-shoulder + 14, y - 30, -shoulder + 14, 120, -shoulder + 2, 52],
          ),
          true,
        ),
        { cloth: clothFrom([fill], null, spec.material), casts: false, volume: 0.4 },
      );
    else {
      sketch.line(yoke, { width: 2.4 });
      sketch.stitch(moved(yoke, 0, 7), sketch.cloth.seam, 0.5);
    }
  }
  if (spec.details.includes('epaulettes')) {
    for (const side of [1, -1]) {
      const strap = polygon(
        [side * (torso.shoulder - 6), torso.slope + 2],
        [side * (torso.shoulder - 14), torso.slope + 30],
        [side * (torso.neck + 40), 38],
        [side * (torso.neck + 34), 14],
      );
      sketch.drop(strap, 7);
      sketch.piece(strap, { casts: false, volume: 0.3, edge: 2 });
      buttonRow(sketch, side * (torso.neck + 54), 34, 34, 1, buttonLook(sketch.cloth, 8));
    }
  }
  if (spec.details.includes('gun_flap')) {
    const flap = data(
      run(
        [torso.neck + 8, 30],
        [torso.shoulder - 14, torso.slope + 40],
        [torso.shoulder - 20, depth - 10, torso.shoulder - 40, depth + 40, torso.neck + 20, depth + 34],
        [torso.neck - 10, depth, torso.neck - 6, 120, torso.neck + 8, 30],
      ),
      true,
    );
    sketch.drop(flap, 11);
    sketch.piece(flap, { casts: false, volume: 0.3, edge: 2.2 });
  }
  if (spec.details.includes('fringe_trim')) {
    for (const side of [1, -1]) {
      const line = data(run([side * 26, 96], [side * 26, length - 6]));
      sketch.line(line, {
        colour: sketch.cloth.colours[1] ?? '#2c2b2f',
        width: 20,
        dash: '5 3',
        cap: 'butt',
        opacity: 0.9,
      });
    }
  }
}

export function outerPockets(sketch: Sketch, spec: GarmentDrawing, torso: Torso): void {
  const { details } = spec;
  const { waistY, chest, depth, length, hip } = torso;
  const low = Math.min(length - 170, waistY + 40);
  if (details.includes('flap_pockets'))
    flapPockets(sketch, hip * 0.56, Math.min(length - 130, waistY + 70), hip * 0.56, 44);
  if (details.includes('welt_pockets')) weltPockets(sketch, hip * 0.46, low, 132, 34);
  if (details.includes('zip_pockets')) zipPockets(sketch, hip * 0.5, low - 10, 120, 26);
  if (details.includes('patch_pockets'))
    for (const side of [1, -1]) patchPocket(sketch, side * hip * 0.54, low, hip * 0.58, 150, {});
  if (details.includes('cargo_pockets'))
    for (const side of [1, -1]) patchPocket(sketch, side * hip * 0.55, low + 10, hip * 0.56, 148, { flap: true });
  if (details.includes('chest_flaps')) {
    const stitch = spec.material === 'denim' ? ORANGE : undefined;
    for (const side of [1, -1])
      patchPocket(sketch, side * chest * 0.5, depth - 40, chest * 0.48, 108, {
        flap: true,
        pointed: true,
        ...(stitch ? { stitch } : {}),
      });
  }
  if (details.includes('breast_pocket')) {
    const strip = polygon(
      [chest * 0.32, depth + 8],
      [chest * 0.68, depth - 8],
      [chest * 0.68, depth + 12],
      [chest * 0.32, depth + 28],
    );
    sketch.drop(strip, 7);
    sketch.piece(strip, { casts: false, volume: 0.2, edge: 2 });
  }
  if (details.includes('chest_zip')) {
    sketch.line(data(run([chest * 0.36, depth - 6], [chest * 0.74, depth - 30])), {
      colour: sketch.cloth.edge,
      width: 11,
    });
    sketch.line(data(run([chest * 0.36, depth - 6], [chest * 0.74, depth - 30])), {
      colour: '#b5b5ba',
      width: 5,
      dash: '3 3',
      cap: 'butt',
    });
  }
  if (details.includes('sleeve_badge'))
    sketch.raw(
      `<path d="${flip(polygon([chest * 0.32, depth - 4], [chest * 0.6, depth - 4], [chest * 0.6, depth + 14], [chest * 0.32, depth + 14]))}" fill="#f4efe6" opacity=".9"/>`,
    );
}
