import { plain } from '../cloth.js';
import type { Fold } from '../light.js';
import { acrossCentre, data, flip, joined, mirrored, type Run, reversed, run } from '../path.js';
import { chestPrint } from '../prints/chest-print.js';
import { FADE } from '../prints/denim-marks.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { baffles, puffedSide, puffGradient } from '../torso/baffles.js';
import { bodyFolds } from '../torso/body-folds.js';
import { waistBelt } from '../torso/closures.js';
import { type Torso, torsoOf } from '../torso/measures.js';
import { neckEdgeOf } from '../torso/neck-edge.js';
import { type Hem, shellOf, straightHem, topSide } from '../torso/shell.js';
import { sleeves } from '../torso/sleeves.js';
import { backOf, collarOf, liningCloth } from './outerwear-collar.js';
import { closeFront, outerPockets, yokes } from './outerwear-front.js';
import { OUTER_LENGTHS, OUTER_STYLES, type OuterStyle, PLAIN } from './outerwear-style.js';

export function drawOuterwear(sketch: Sketch, spec: GarmentDrawing): void {
  const style: OuterStyle = { ...PLAIN, ...(OUTER_STYLES[spec.cut] ?? OUTER_STYLES[spec.category]) };
  const measured = torsoOf({ ...spec, length: 'regular' }, style.ease);
  const torso: Torso = {
    ...measured,
    length: measured.length * style.base * (OUTER_LENGTHS[spec.length ?? 'regular'] ?? 1),
  };
  const breakY = torso.depth + (torso.waistY - torso.depth) * style.breakAt;
  const neck = spec.neckline === 'lapel' ? openNeck(torso, breakY) : neckEdgeOf(spec.neckline, torso, false);
  const hem = outerHem(style, torso, spec);
  const side = style.quilt
    ? puffedSide([torso.chest, torso.depth], hem.run.from, 150, style.quilt)
    : longSide(torso, hem, spec);
  const shell = shellOf(torso, neck, side, hem.run);
  const lining = liningCloth(sketch, spec);

  if (style.quilt) sketch.define(puffGradient(sketch.cloth));
  backOf(sketch, spec, torso, neck, lining);
  sleeves(sketch, torso, spec.sleeve, shell.shoulder, sleeveStyle(sketch, spec, style));
  if (style.lower === 'band') band(sketch, torso, hem, spec);
  const folds = style.quilt
    ? []
    : [...bodyFolds(torso, Math.min(torso.length, torso.waistY + 340), sketch.random, 0.8), ...hang(torso, sketch)];
  const quilting = style.quilt ? baffles(sketch.cloth, torso.chest, 150, torso.length, style.quilt) : '';
  sketch.piece(shell.path, {
    folds,
    inside: quilting + (spec.pattern === 'colour_block' ? block(sketch, spec, torso) : '') + worn(sketch, spec, torso),
  });
  if (spec.pattern === 'embroidery') chestPrint(sketch, spec, torso.depth - 10, torso.chest);
  const hole = data(shell.armhole);
  for (const path of [hole, flip(hole)]) {
    if (spec.sleeve === 'sleeveless') sketch.line(path, { colour: sketch.cloth.edge, width: 3 });
    else {
      sketch.drop(path, 9);
      sketch.line(path, { width: 2.6, opacity: 0.9 });
    }
  }
  if (style.lower === 'straight') hemStitch(sketch, hem.run);
  yokes(sketch, spec, torso);
  closeFront(sketch, spec, torso, style, spec.neckline === 'lapel' ? breakY : 56);
  outerPockets(sketch, spec, torso);
  collarOf(sketch, spec, torso, breakY, neck);
  if (spec.details.includes('belt'))
    waistBelt(
      sketch,
      (torso.waist + torso.hip) / 2 - 6,
      torso.waistY + 18,
      42,
      plain(sketch.cloth),
      spec.details.includes('buckle'),
    );
}

function openNeck(torso: Torso, breakY: number): ReturnType<typeof neckEdgeOf> {
  const n = torso.neck;
  return {
    shoulders: true,
    opening: true,
    edge: run([0, breakY], [n * 0.42, breakY * 0.6, n * 0.8, breakY * 0.25, n, 0]),
  };
}

function longSide(torso: Torso, hem: Hem, spec: GarmentDrawing): Run {
  const [half, y] = hem.run.from;
  if (y < torso.waistY + 160) return topSide(torso, y, half);
  const waist = spec.details.includes('belt') ? torso.waist - 16 : torso.waist + 4;
  return run(
    [torso.chest, torso.depth],
    [torso.chest - 10, torso.depth + 70, waist, torso.waistY - 90, waist, torso.waistY],
    [waist + 2, torso.waistY + 110, half - 10, y - 200, half, y],
  );
}

function outerHem(style: OuterStyle, torso: Torso, spec: GarmentDrawing): Hem {
  const flare =
    (torso.length > 800 ? 34 : 4) + (spec.fit === 'a_line' ? 60 : 0) + (spec.details.includes('belt') ? 24 : 0);
  const half = torso.hip + flare;
  if (style.lower === 'band') return straightHem(torso.hip - 4, torso.length - 52, 6);
  if (style.lower === 'cutaway') {
    const l = torso.length;
    return {
      run: run(
        [half, l - 6],
        [half * 0.7, l + 6, half * 0.42, l + 4, half * 0.34, l + 2],
        [half * 0.16, l - 4, 22, l - 40, 3, l - 96],
      ),
      valleys: [],
    };
  }
  return straightHem(half, torso.length, 9);
}

function sleeveStyle(sketch: Sketch, spec: GarmentDrawing, style: OuterStyle): Parameters<typeof sleeves>[4] {
  const contrast =
    spec.details.includes('contrast_sleeves') && sketch.cloth.colours[1]
      ? { cloth: plain(sketch.cloth, sketch.cloth.colours[1]) }
      : {};
  const quilt = style.quilt ? { baffle: style.quilt * 0.92, fuller: 1.16 } : {};
  switch (style.cuff) {
    case 'rib':
      return { cuff: 52, cuffPattern: 'ribbed', ...contrast, ...quilt };
    case 'shirt':
      return { cuff: 56, cuffPattern: sketch.cloth.pattern, ...contrast, ...quilt };
    case 'elastic':
      return { cuff: 26, cuffPattern: 'ribbed', ...contrast, ...quilt };
    case 'strap':
      return { cuff: 40, turned: true, ...contrast, ...quilt };
    default:
      return spec.details.includes('turn_cuff') ? { cuff: 74, turned: true, ...contrast } : { ...contrast, ...quilt };
  }
}

export function band(sketch: Sketch, torso: Torso, hem: Hem, spec: GarmentDrawing): void {
  const [half, top] = hem.run.from;
  const rib = spec.category !== 'denim_jacket';
  const lower = rib ? half - 18 : half - 3;
  const outline = run(
    [0, top + 2],
    [half * 0.6, top + 2, half * 0.9, top - 2, half + 1, top - 6],
    [half + 2, top + 18, lower + 3, torso.length - 8, lower, torso.length],
    [lower * 0.5, torso.length + 8, 0, torso.length + 8],
  );
  sketch.piece(data(joined(outline, mirrored(reversed(outline))), true), {
    cloth: rib ? plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed') : plain(sketch.cloth),
    volume: 0.5,
  });
}

function hemStitch(sketch: Sketch, hem: Run): void {
  sketch.raw('<g transform="translate(0 -20)">');
  sketch.stitch(data(acrossCentre(reversed(hem))), sketch.cloth.seam, 0.5);
  sketch.raw('</g>');
}

/** Faded panels down the front of washed denim. */
function worn(sketch: Sketch, spec: GarmentDrawing, torso: Torso): string {
  if (spec.pattern !== 'denim_wash') return '';
  sketch.define(FADE);
  const y = (torso.depth + torso.length) / 2 + 20;
  return [-1, 1]
    .map(
      (side) =>
        `<ellipse cx="${side * torso.chest * 0.46}" cy="${y}" rx="${torso.chest * 0.42}" ry="170" fill="url(#fade)" opacity=".55"/>`,
    )
    .join('');
}

function block(sketch: Sketch, spec: GarmentDrawing, torso: Torso): string {
  const y = torso.depth + 30 + (spec.seed % 3) * 30;
  const third = sketch.cloth.colours[2];
  return `<path d="M-500 ${y}Q0 ${y + 16} 500 ${y}V1600H-500Z" fill="${sketch.cloth.colours[1] ?? '#fff'}"/>${third ? `<path d="M-500 ${y}Q0 ${y + 16} 500 ${y}V${y + 40}Q0 ${y + 56} -500 ${y + 40}Z" fill="${third}"/>` : ''}`;
}

/** A long coat hangs in two or three broad folds below the waist. */
function hang(torso: Torso, sketch: Sketch): Fold[] {
  if (torso.length < 880) return [];
  const { hip, waistY, length } = torso;
  return [1, -1].flatMap((side) => [
    {
      from: [side * hip * 0.72, length - 4] as const,
      to: [side * hip * 0.6, waistY + 90] as const,
      width: side * -40,
      bend: side * 5,
      weight: sketch.random.between(0.5, 0.8),
    },
    {
      from: [side * hip * 0.3, length - 4] as const,
      to: [side * hip * 0.26, waistY + 210] as const,
      width: side * 34,
      bend: side * -4,
      weight: sketch.random.between(0.35, 0.6),
    },
  ]);
}
