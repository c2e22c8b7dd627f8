import { clothFrom, plain } from '../cloth.js';
import { data, flip, polygon, run } from '../path.js';
import { rips } from '../prints/denim-marks.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { button, buttonLook } from '../torso/closures.js';
import { drawLegs, type Legs, legsOf, stitchColour } from './legs.js';

export function drawBottoms(sketch: Sketch, spec: GarmentDrawing): void {
  const legs = legsOf(spec);
  drawLegs(sketch, spec, legs, 0);
  waistband(sketch, spec, legs);
  front(sketch, spec, legs);
}

function waistband(sketch: Sketch, spec: GarmentDrawing, legs: Legs): void {
  const { waist, band } = legs;
  const elastic =
    spec.details.includes('elastic') ||
    [
      'joggers',
      'leggings',
      'pyjamas',
      'loungewear',
      'swim_trunks',
      'thermal_underwear',
      'boxers',
      'tracksuit',
    ].includes(spec.category);
  const outline = data(
    run(
      [-waist - 1, -5],
      [-waist * 0.5, 8, waist * 0.5, 8, waist + 1, -5],
      [waist + 8, band - 8],
      [waist * 0.5, band + 6, -waist * 0.5, band + 6, -waist - 8, band - 8],
    ),
    true,
  );
  const back = data(
    run([-waist, -4], [-waist * 0.5, -18, waist * 0.5, -18, waist, -4], [waist * 0.5, 9, -waist * 0.5, 9, -waist, -4]),
    true,
  );
  sketch.piece(back, { cloth: clothFrom([sketch.cloth.inner], null, null), volume: 1 });
  sketch.drop(outline, 9);
  sketch.piece(outline, {
    cloth:
      elastic && spec.category !== 'leggings' ? plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed') : sketch.cloth,
    volume: 0.4,
  });
  if (spec.details.includes('drawstring')) drawstring(sketch, band);
  if (elastic) return;
  const colour = stitchColour(spec, sketch);
  sketch.stitch(data(run([-waist, 5], [-waist * 0.5, 17, waist * 0.5, 17, waist, 5])), colour, 0.6);
  if (spec.details.includes('skirt_band')) return;
  for (const x of [-waist * 0.72, -waist * 0.3, waist * 0.3, waist * 0.72]) {
    sketch.piece(polygon([x - 8, -2], [x + 8, -2], [x + 8, band + 12], [x - 8, band + 12]), {
      casts: false,
      volume: 0.2,
      edge: 2,
    });
  }
}

function drawstring(sketch: Sketch, band: number): void {
  for (const side of [1, -1]) {
    const cord = data(run([side * 20, band * 0.5], [side * 8, band + 30, side * 44, band + 70, side * 30, band + 138]));
    sketch.line(cord, { colour: '#f1ebe0', width: 7 });
    sketch.line(cord, { colour: '#a79f93', width: 7, dash: '1.500 6', opacity: 0.6 });
    sketch.raw(`<circle cx="${side * 20}" cy="${band * 0.5}" r="5" fill="#77716a"/>`);
  }
}

function front(sketch: Sketch, spec: GarmentDrawing, legs: Legs): void {
  const { waist, band, rise, hip } = legs;
  if (spec.category === 'leggings' || spec.category === 'thermal_underwear') return;
  const colour = stitchColour(spec, sketch);
  const drawnOn =
    ['joggers', 'pyjamas', 'loungewear', 'swim_trunks', 'boxers', 'tracksuit'].includes(spec.category) ||
    spec.details.includes('elastic');
  const jeans = spec.category === 'jeans' || spec.material === 'denim';
  const mouth = jeans
    ? data(run([waist * 0.5, band + 4], [waist * 0.54, band + 66, waist * 0.8, band + 92, hip * 0.88, band + 88]))
    : data(run([waist * 0.66, band + 2], [waist * 0.78, band + 70, hip * 0.86, band + 120, hip * 0.97, band + 158]));
  for (const path of [mouth, flip(mouth)]) {
    sketch.drop(path, 9);
    sketch.line(path, { colour: sketch.cloth.edge, width: 2.6 });
    sketch.raw('<g transform="translate(0 9)">');
    sketch.stitch(path, colour, 0.7);
    sketch.raw('</g>');
  }
  if (!drawnOn) {
    const fly = data(run([34, band + 4], [36, rise * 0.6, 34, rise * 0.72, 2, rise * 0.8]));
    sketch.stitch(fly, colour, 0.85);
    if (jeans)
      sketch.raw(
        `<circle cx="0" cy="${band * 0.55}" r="10" fill="#b58a58" stroke="#6d4c2b" stroke-width="2.400"/><circle cx="0" cy="${band * 0.55}" r="4" fill="#8a6338"/>`,
      );
    else button(sketch, 0, Math.round(band * 0.55), buttonLook(sketch.cloth));
  }
  if (jeans) rivets(sketch, waist * 0.5, hip * 0.86, band);
  if (spec.pattern === 'ripped' || spec.details.includes('ripped')) rips(sketch, spec, legs);
  if (spec.details.includes('pleats')) frontPleats(sketch, waist, band);
}

function rivets(sketch: Sketch, inner: number, outer: number, band: number): void {
  for (const [x, y] of [
    [inner, band + 10],
    [-inner, band + 10],
    [outer, band + 84],
    [-outer, band + 84],
  ] as const) {
    sketch.raw(`<circle cx="${x}" cy="${y}" r="4.500" fill="#b9834a" stroke="#6d4c2b" stroke-width="1.400"/>`);
  }
}

function frontPleats(sketch: Sketch, waist: number, band: number): void {
  for (const x of [waist * 0.34, waist * 0.48]) {
    const pleat = data(run([x, band + 4], [x + 4, band + 70, x + 6, band + 120]));
    for (const path of [pleat, flip(pleat)]) {
      sketch.drop(path, 9);
      sketch.line(path, { width: 2.4 });
    }
  }
}
