import { type Cloth, plain } from '../cloth.js';
import type { Fold } from '../light.js';
import { data, flip, type Point, run, type Segment } from '../path.js';
import type { Sketch } from '../sketch.js';
import { puff } from './baffles.js';
import type { Torso } from './measures.js';

interface Form {
  /** Degrees from hanging straight down. */
  readonly angle: number;
  readonly length: number;
  /** Flat width at the end. */
  readonly end: number;
  /** How far the cap stands off the shoulder. */
  readonly cap?: number;
  /** Bulge of both edges half-way. */
  readonly balloon?: number;
}

export interface SleeveStyle {
  /** Depth of a rib, cuff or band at the end. */
  readonly cuff?: number;
  readonly cuffCloth?: Cloth;
  readonly cloth?: Cloth;
  readonly cuffPattern?: string | null;
  readonly turned?: boolean;
  /** Distance between quilting lines around the sleeve. */
  readonly baffle?: number;
  /** Flat width against the usual, for padded sleeves. */
  readonly fuller?: number;
}

function formOf(sleeve: string, t: Torso): Form | undefined {
  const long: Form = { angle: 14, length: t.arm, end: t.upperArm * 0.64 };
  switch (sleeve) {
    case 'cap':
      return { angle: 58, length: t.arm * 0.17, end: t.upperArm * 1.08 };
    case 'short':
      return { angle: 46, length: t.arm * 0.36, end: t.upperArm * 1.02 };
    case 'half':
      return { angle: 32, length: t.arm * 0.54, end: t.upperArm * 0.96 };
    case 'three_quarter':
      return { angle: 21, length: t.arm * 0.76, end: t.upperArm * 0.84 };
    case 'puff':
      return { angle: 44, length: t.arm * 0.37, end: t.upperArm * 0.82, cap: 46, balloon: 34 };
    case 'lantern':
      return { ...long, length: t.arm * 0.97, end: t.upperArm * 0.62, balloon: 44, cap: 8 };
    case 'bell':
      return { angle: 18, length: t.arm * 0.92, end: t.upperArm * 1.62, balloon: -12 };
    case 'flutter':
      return { angle: 52, length: t.arm * 0.34, end: t.upperArm * 1.45, cap: 6 };
    case 'batwing':
      return { angle: 26, length: t.arm * 0.86, end: t.upperArm * 0.7 };
    case 'drop_shoulder':
      return { ...long, angle: 11, length: t.arm * 0.94 };
    case 'long':
    case 'raglan':
      return long;
    default:
      return undefined;
  }
}

/** Sleeves with their cuffs, beneath the body; nothing for a sleeveless garment. */
export function sleeves(
  sketch: Sketch,
  torso: Torso,
  sleeve: string | null,
  shoulder: Point,
  style: SleeveStyle = {},
): void {
  const form = sleeve ? formOf(sleeve, { ...torso, upperArm: torso.upperArm * (style.fuller ?? 1) }) : undefined;
  if (!form || !sleeve) return;
  const shape = outline(form, torso, sleeve, shoulder);
  const cloth = style.cloth ?? sketch.cloth;
  const right = data(shape.run, true);
  const gathered = sleeve === 'puff' || sleeve === 'lantern' || sleeve === 'flutter' || sleeve === 'bell';
  const folds = gathered ? gathers(shape, form, sleeve) : drape(shape, form);
  for (const side of [1, -1] as const) {
    const path = side === 1 ? right : flip(right);
    const facing = folds.map((fold) => turned(fold, side));
    const inside = style.baffle ? rings(sketch, shape, form, style.baffle, side) : '';
    sketch.piece(path, { cloth, tilt: -form.angle * side * 0.85, folds: style.baffle ? [] : facing, inside });
    finish(sketch, shape, side, cloth, {
      ...style,
      cuff: style.cuff ?? (gathered && sleeve !== 'bell' && sleeve !== 'flutter' ? 26 : 0),
    });
  }
}

interface Shape {
  readonly run: ReturnType<typeof run>;
  readonly outer: Point;
  readonly inner: Point;
  readonly along: Point;
  readonly across: Point;
}

function outline(form: Form, t: Torso, sleeve: string, [sx, sy]: Point): Shape {
  const turn = (form.angle * Math.PI) / 180;
  const along: Point = [Math.sin(turn), Math.cos(turn)];
  const across: Point = [Math.cos(turn), -Math.sin(turn)];
  const wide = form.end * 0.5;
  const half = t.upperArm * 0.5;
  // The sleeve's middle line starts between shoulder and underarm.
  const root: Point = [sx - across[0] * half * 0.62, sy - across[1] * half * 0.62];
  const place = (down: number, out: number): Point => [
    root[0] + along[0] * down + across[0] * out,
    root[1] + along[1] * down + across[1] * out,
  ];
  const cap = form.cap ?? 0;
  const balloon = form.balloon ?? 0;
  const [outer, inner] = [place(form.length, wide), place(form.length, -wide)];
  const low = sleeve === 'batwing' ? t.depth + 130 : t.depth;
  const underarm: Point = [t.chest - 4, low];
  const outerEdge: Segment = [
    ...place(form.length * 0.1 - cap * 0.2, half * 0.86 + cap),
    ...place(form.length * (balloon ? 0.72 : 0.55), half * 0.62 + wide * 0.3 + balloon * 1.5),
    ...outer,
  ];
  const innerEdge: Segment = [
    ...place(form.length * (balloon ? 0.74 : 0.62), -(half * 0.3 + wide * 0.6) - balloon * 1.5),
    underarm[0] + along[0] * (form.length * 0.18),
    underarm[1] + along[1] * (form.length * 0.18) + (sleeve === 'batwing' ? -30 : 0),
    ...underarm,
  ];
  const mouth: Segment =
    sleeve === 'flutter' || sleeve === 'bell'
      ? [...place(form.length + 26, wide * 0.4), ...place(form.length + 4, -wide * 0.5), ...inner]
      : [...place(form.length + 5, 0), ...inner];
  const line = run([sx - 2, sy], outerEdge, mouth, innerEdge, [underarm[0] - 40, underarm[1] - 30], [sx - 42, sy + 40]);
  return { run: line, outer, inner, along, across };
}

/** Quilting lines around a padded sleeve. */
function rings(sketch: Sketch, shape: Shape, form: Form, step: number, side: 1 | -1): string {
  const { outer, inner, along } = shape;
  const count = Math.floor(form.length / step);
  let svg = '';
  for (let index = 0; index <= count; index += 1) {
    const back = index * step;
    const grow = back * 0.16;
    const a: Point = [
      outer[0] - along[0] * back + shape.across[0] * grow,
      outer[1] - along[1] * back + shape.across[1] * grow,
    ];
    const b: Point = [
      inner[0] - along[0] * back - shape.across[0] * grow,
      inner[1] - along[1] * back - shape.across[1] * grow,
    ];
    svg += side === 1 ? puff(sketch.cloth, b, a, step) : puff(sketch.cloth, [-a[0], a[1]], [-b[0], b[1]], step);
  }
  return svg;
}

function drape(shape: Shape, form: Form): Fold[] {
  const { outer, inner, along } = shape;
  const back = (point: Point, distance: number): Point => [
    point[0] - along[0] * distance,
    point[1] - along[1] * distance,
  ];
  if (form.length < 260) {
    return [
      { from: back(inner, form.length * 0.55), to: [inner[0] + 14, inner[1] - 10], width: 20, bend: 5, weight: 0.7 },
    ];
  }
  const elbow = back(inner, form.length * 0.48);
  const mid = back(outer, form.length * 0.5);
  return [
    { from: back(inner, form.length * 0.78), to: back(inner, form.length * 0.2), width: 26, bend: 8, weight: 0.55 },
    { from: [elbow[0] + 4, elbow[1]], to: [mid[0] - 16, mid[1] + 26], width: 20, bend: -8, weight: 0.6 },
    { from: back(inner, form.length * 0.38), to: [mid[0] - 26, mid[1] + 84], width: 16, bend: -6, weight: 0.45 },
    {
      from: back(outer, form.length * 0.72),
      to: back(outer, form.length * 0.12),
      width: -26,
      bend: -10,
      weight: 0.4,
      ridge: true,
    },
  ];
}

/** Gathers fan out from the cap and run into the cuff. */
function gathers(shape: Shape, form: Form, sleeve: string): Fold[] {
  const { outer, inner, along } = shape;
  const shares = [0.14, 0.32, 0.5, 0.68, 0.86];
  const reach = sleeve === 'lantern' ? 190 : form.length * 0.62;
  return shares.map((share, index) => {
    const end: Point = [outer[0] + (inner[0] - outer[0]) * share, outer[1] + (inner[1] - outer[1]) * share];
    const spread = (share - 0.5) * (form.balloon ? -50 : -12);
    const start: Point = [
      end[0] - along[0] * reach * (0.8 + (index % 2) * 0.25) - spread * 0.8,
      end[1] - along[1] * reach * (0.8 + (index % 2) * 0.25) + spread * 0.5,
    ];
    return {
      from: end,
      to: start,
      width: (index % 2 ? 1 : -1) * 15,
      bend: (0.5 - share) * 18,
      weight: 0.85,
      ridge: index === 3,
    };
  });
}

function finish(sketch: Sketch, shape: Shape, side: 1 | -1, cloth: Cloth, style: SleeveStyle): void {
  const { outer, inner, along } = shape;
  const depth = style.cuff ?? 0;
  const at = (point: Point, distance: number, swell = 0): Point => [
    point[0] + along[0] * distance + shape.across[0] * swell,
    point[1] + along[1] * distance + shape.across[1] * swell,
  ];
  if (depth === 0) {
    // A folded-in hem: one row of stitching.
    const [a, b] = [at(outer, -16), at(inner, -16)];
    const hem = data(run(a, [(a[0] + b[0]) / 2 + along[0] * 5, (a[1] + b[1]) / 2 + along[1] * 5, b[0], b[1]]));
    sketch.stitch(side === 1 ? hem : flip(hem), cloth.seam, 0.8);
    return;
  }
  const swell = style.turned ? 5 : 0;
  const cuff = data(
    run(
      at(outer, -depth * (style.turned ? 1 : 0.12), swell),
      at(outer, style.turned ? 3 : depth * 0.88, style.turned ? swell : -5),
      at(inner, style.turned ? 3 : depth * 0.88, style.turned ? -swell : 5),
      at(inner, -depth * (style.turned ? 1 : 0.12), -swell),
    ),
    true,
  );
  const band = style.cuffCloth ?? plain(cloth, cloth.colours[0], style.cuffPattern ?? null);
  sketch.piece(side === 1 ? cuff : flip(cuff), { cloth: band, tilt: -14 * side, volume: 0.5 });
}

function turned(fold: Fold, side: 1 | -1): Fold {
  if (side === 1) return fold;
  return {
    ...fold,
    from: [-fold.from[0], fold.from[1]],
    to: [-fold.to[0], fold.to[1]],
    width: -fold.width,
    bend: -(fold.bend ?? 0),
  };
}
