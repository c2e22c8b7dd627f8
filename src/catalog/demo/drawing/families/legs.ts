import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import type { Fold } from '../light.js';
import { data, flip, type Point, polygon, run } from '../path.js';
import { FADE, wash } from '../prints/denim-marks.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { patchPocket } from '../torso/pockets.js';

/** Trousers laid flat, ten units a centimetre, y from the waist. */
export interface Legs {
  readonly waist: number;
  readonly hip: number;
  readonly rise: number;
  readonly length: number;
  /** Width of one leg at knee and hem. */
  readonly knee: number;
  readonly hem: number;
  readonly band: number;
  /** Ribbed or elastic ends. */
  readonly cuff: number;
}

const SIZES: Readonly<Record<string, readonly [waist: number, hip: number, rise: number, length: number]>> = {
  women: [166, 222, 268, 1020],
  men: [198, 246, 280, 1070],
  unisex: [196, 252, 280, 1040],
  kids: [148, 186, 200, 660],
  girls: [144, 184, 200, 660],
  boys: [150, 188, 200, 660],
  baby: [126, 160, 170, 420],
};

/** Knee and hem width of a leg against the thigh, by cut. */
const CUTS: Readonly<Record<string, readonly [knee: number, hem: number]>> = {
  skinny: [0.66, 0.5],
  bodycon: [0.64, 0.5],
  slim: [0.74, 0.64],
  tapered: [0.86, 0.62],
  straight: [0.9, 0.88],
  regular: [0.86, 0.78],
  loose: [1.0, 0.96],
  oversized: [1.14, 1.1],
  wide_leg: [1.16, 1.32],
  flare: [0.74, 1.12],
  barrel_leg: [1.26, 0.8],
  high_waist: [0.9, 0.9],
  low_waist: [1.02, 1.06],
  a_line: [1.1, 1.2],
};

const LENGTHS: Readonly<Record<string, number>> = {
  short: 0.37,
  cropped: 0.3,
  knee: 0.52,
  three_quarter: 0.72,
  midi: 0.72,
  ankle: 0.92,
  regular: 1,
  long: 1,
  floor: 1.05,
};

export function legsOf(spec: GarmentDrawing): Legs {
  const [waist, hip, rise, length] = SIZES[spec.audience ?? 'unisex'] ?? [196, 252, 280, 1040];
  const [knee, hem] = CUTS[spec.fit ?? 'regular'] ?? [0.86, 0.78];
  const thigh = hip * 1.02;
  const roomy =
    spec.fit === 'loose' || spec.fit === 'oversized' || spec.fit === 'barrel_leg'
      ? 16
      : spec.fit === 'skinny'
        ? -14
        : 0;
  const high =
    spec.fit === 'high_waist' || spec.details.includes('high_waist') ? 34 : spec.fit === 'low_waist' ? -30 : 0;
  const share = LENGTHS[spec.length ?? 'regular'] ?? 1;
  const jogger =
    spec.category === 'joggers' &&
    (spec.fit === 'regular' || spec.fit === 'tapered' || spec.fit === null || spec.fit === 'loose');
  return {
    waist: waist + roomy * 0.4,
    hip: hip + roomy,
    rise: rise + high,
    length: length * share + high,
    knee: thigh * knee,
    hem: thigh * (share < 0.6 ? Math.max(hem, 0.96) : hem),
    band: spec.category === 'leggings' ? 92 : spec.category === 'shorts' ? 40 : 44,
    cuff: jogger ? 52 : 0,
  };
}

interface Leg {
  readonly path: string;
  readonly outer: Point;
  readonly inner: Point;
  readonly kneeY: number;
}

function legOutline(legs: Legs, top: number): Leg {
  const { waist, hip, rise, length, knee, hem } = legs;
  const spread = Math.max(16, 46 - hem * 0.06) * (length > 600 ? 1 : 0.5);
  const kneeY = top + rise + (length - rise) * 0.42;
  // The leg's middle line runs from the middle of the thigh slightly outwards.
  const middle = hip * 0.5 + spread * 0.6;
  const at = (y: number): number => middle + ((y - top - rise) / (length - rise)) * spread * 0.5;
  const end = top + length;
  const outer: Point = [Math.max(at(end) + hem / 2, hip * 0.62), end - 4];
  const inner: Point = [Math.max(at(end) - hem / 2, 9), end + 6];
  const kneeOut = length - rise > 300 ? Math.max(at(kneeY) + knee / 2, 0) : (hip + outer[0]) / 2;
  const kneeIn = Math.max(at(kneeY) - knee / 2, 6);
  const outline =
    length - rise > 300
      ? run(
          [-3, top],
          [waist, top - 5],
          [waist + 14, top + 60, hip - 4, top + 110, hip, top + 190],
          [hip + 6, top + rise + 60, kneeOut + 4, kneeY - 130, kneeOut, kneeY],
          [kneeOut - 2, kneeY + 120, outer[0], end - 160, ...outer],
          [(outer[0] + inner[0]) / 2, end + 9, ...inner],
          [inner[0], end - 160, kneeIn - 2, kneeY + 120, kneeIn, kneeY],
          [kneeIn - 2, kneeY - 120, 12, top + rise + 60, -3, top + rise],
        )
      : run(
          [-3, top],
          [waist, top - 5],
          [waist + 14, top + 60, hip - 4, top + 110, hip, top + 190],
          [hip + 4, top + rise, outer[0] - 2, end - 40, ...outer],
          [(outer[0] + inner[0]) / 2, end + 12, ...inner],
          [inner[0] - 4, end - 30, 6, top + rise + 12, -3, top + rise],
        );
  return { path: data(outline, true), outer, inner, kneeY };
}

/** Both legs from `top` down; shared by jumpsuits and overalls. */
export function drawLegs(sketch: Sketch, spec: GarmentDrawing, legs: Legs, top: number): void {
  const leg = legOutline(legs, top);
  if (spec.pattern === 'denim_wash' || spec.material === 'denim') sketch.define(FADE);
  for (const side of [-1, 1] as const) {
    const path = side === 1 ? leg.path : flip(leg.path);
    const inside = spec.pattern === 'denim_wash' || spec.material === 'denim' ? wash(spec, legs, top, side) : '';
    sketch.piece(path, { folds: legFolds(sketch, spec, legs, leg, top, side), inside, tilt: side * -2 });
    hemOf(sketch, spec, legs, leg, side);
    sideSeam(sketch, spec, legs, leg, top, side);
  }
  const [x, y] = [0, top + legs.rise];
  sketch.line(data(run([x, top + 30], [x - 2, y - 6])), { width: 2.6 });
  sketch.line(data(run([x, y - 4], [x + 20, y + 14, x + 50, y + 20, x + 90, y + 10])), {
    colour: '#1d1420',
    width: 4,
    opacity: 0.14,
  });
  sketch.line(data(run([x, y - 4], [x - 20, y + 14, x - 50, y + 20, x - 90, y + 10])), {
    colour: '#1d1420',
    width: 4,
    opacity: 0.14,
  });
}

function legFolds(sketch: Sketch, spec: GarmentDrawing, legs: Legs, leg: Leg, top: number, side: 1 | -1): Fold[] {
  const { random } = sketch;
  const crotch = top + legs.rise;
  const end = top + legs.length;
  const middle = (leg.outer[0] + leg.inner[0]) / 2;
  const m = (points: Fold): Fold =>
    side === 1
      ? points
      : {
          ...points,
          from: [-points.from[0], points.from[1]],
          to: [-points.to[0], points.to[1]],
          width: -points.width,
          bend: -(points.bend ?? 0),
        };
  const folds: Fold[] = [
    m({
      from: [6, crotch - 4],
      to: [legs.hip * random.between(0.6, 0.78), crotch - 46],
      width: 15,
      bend: 8,
      weight: 0.75,
    }),
    m({
      from: [6, crotch + 10],
      to: [legs.hip * random.between(0.5, 0.68), crotch + 30],
      width: 16,
      bend: 8,
      weight: 0.6,
    }),
  ];
  if (legs.length - legs.rise < 300)
    return [...folds, m({ from: [middle + 10, end], to: [middle, crotch + 10], width: 26, bend: 4, weight: 0.5 })];
  const tight = spec.fit === 'skinny' || spec.category === 'leggings';
  if (spec.details.includes('crease')) {
    const line = { from: [middle * 1.02, end - 6] as const, to: [legs.hip * 0.52, top + legs.band + 60] as const };
    return [...folds, m({ ...line, width: 20, weight: 0.9 }), m({ ...line, width: -14, weight: 0.8, ridge: true })];
  }
  folds.push(
    m({
      from: [leg.inner[0] + 8, leg.kneeY + 8],
      to: [middle + legs.knee * 0.22, leg.kneeY - 26],
      width: 14,
      bend: 7,
      weight: tight ? 0.8 : 0.5,
    }),
    m({
      from: [leg.inner[0] + 8, leg.kneeY + 40],
      to: [middle + legs.knee * 0.16, leg.kneeY + 26],
      width: 12,
      bend: 6,
      weight: tight ? 0.7 : 0.4,
    }),
    m({
      from: [middle - legs.hem * 0.2, end - 8],
      to: [middle - legs.knee * 0.16, leg.kneeY + 60],
      width: -22,
      bend: -5,
      weight: 0.55,
    }),
    m({
      from: [middle + legs.hem * 0.26, end - 8],
      to: [middle + legs.knee * 0.2, leg.kneeY + 90],
      width: 22,
      bend: 5,
      weight: 0.45,
    }),
    m({ from: [middle + 4, crotch], to: [middle + 8, end - 120], width: 46, bend: 4, weight: 0.36, ridge: true }),
  );
  if (legs.cuff || tight) {
    for (const [dy, reach] of [
      [22, 0.8],
      [52, 0.6],
      [86, 0.7],
    ] as const) {
      folds.push(
        m({
          from: [leg.inner[0] + 6, end - legs.cuff - dy],
          to: [leg.inner[0] + (leg.outer[0] - leg.inner[0]) * reach, end - legs.cuff - dy - 12],
          width: 12,
          bend: 7,
          weight: tight ? 0.45 : 0.7,
        }),
      );
    }
  }
  return folds;
}

function hemOf(sketch: Sketch, spec: GarmentDrawing, legs: Legs, leg: Leg, side: 1 | -1): void {
  const mirror = (path: string): string => (side === 1 ? path : flip(path));
  const { outer, inner } = leg;
  if (legs.cuff) {
    const cuff = polygon(
      [outer[0] + 2, outer[1] - 8],
      [outer[0] - 9, outer[1] + legs.cuff - 6],
      [inner[0] + 9, inner[1] + legs.cuff - 10],
      [inner[0] - 2, inner[1] - 10],
    );
    sketch.piece(mirror(cuff), { cloth: plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed'), volume: 0.6 });
    return;
  }
  if (spec.details.includes('turn_up')) {
    const up = data(
      run(
        [outer[0] + 4, outer[1] - 50],
        [outer[0] + 6, outer[1] + 2],
        [(outer[0] + inner[0]) / 2, outer[1] + 13, inner[0] - 5, inner[1] + 2],
        [inner[0] - 3, inner[1] - 48],
        [(outer[0] + inner[0]) / 2, outer[1] - 38, outer[0] + 4, outer[1] - 50],
      ),
      true,
    );
    sketch.drop(mirror(up), 10);
    const back =
      spec.material === 'denim'
        ? clothFrom([mix(sketch.cloth.colours[0], '#ffffff', 0.42)], null, 'denim')
        : sketch.cloth;
    sketch.piece(mirror(up), { cloth: back, volume: 0.4 });
    return;
  }
  const line = data(run([outer[0], outer[1] - 20], [(outer[0] + inner[0]) / 2, outer[1] - 8, inner[0], inner[1] - 20]));
  sketch.stitch(mirror(line), stitchColour(spec, sketch), 0.8);
}

export function stitchColour(spec: GarmentDrawing, sketch: Sketch): string {
  return spec.material === 'denim' ? '#c98f4e' : sketch.cloth.seam;
}

function sideSeam(sketch: Sketch, spec: GarmentDrawing, legs: Legs, leg: Leg, top: number, side: 1 | -1): void {
  const mirror = (path: string): string => (side === 1 ? path : flip(path));
  if (spec.details.includes('side_stripe')) {
    const colour = sketch.cloth.colours[1] ?? '#f6f2ea';
    const kneeX = leg.outer[0] + (legs.hip - leg.outer[0]) * 0.4;
    const line = data(
      run(
        [legs.waist - 22, top + 20],
        [legs.hip - 14, top + 120, legs.hip - 22, top + legs.rise, kneeX - 34, leg.kneeY],
        [
          kneeX - 34,
          leg.kneeY + 120,
          leg.outer[0] - 24,
          top + legs.length - 160,
          leg.outer[0] - 24,
          top + legs.length - 8,
        ],
      ),
    );
    sketch.line(mirror(line), { colour, width: 20, cap: 'butt' });
    sketch.line(mirror(line), { colour: sketch.cloth.colours[0], width: 5, cap: 'butt' });
  }
  if (spec.details.includes('cargo')) {
    const y = top + legs.rise + (legs.length - legs.rise) * (legs.length > 600 ? 0.2 : 0.3);
    patchPocket(sketch, side * (legs.hip * 0.74), y, 118, 142, { flap: true });
  }
}
