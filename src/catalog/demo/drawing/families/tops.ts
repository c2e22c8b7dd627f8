import { type Cloth, plain } from '../cloth.js';
import type { Fold } from '../light.js';
import { acrossCentre, data, endOf, flip, joined, mirrored, reversed, run } from '../path.js';
import { chestPrint } from '../prints/chest-print.js';
import { lettering } from '../prints/lettering.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { bodyFolds } from '../torso/body-folds.js';
import { type Torso, torsoOf } from '../torso/measures.js';
import { neckEdgeOf } from '../torso/neck-edge.js';
import { shoulderSeams } from '../torso/neck-finish.js';
import { kangarooPocket, patchPocket } from '../torso/pockets.js';
import { type Hem, type Shell, shellOf, straightHem, tailHem, topSide, wavyHem } from '../torso/shell.js';
import { sleeves } from '../torso/sleeves.js';
import { above, beneath, trimCloth } from './top-neck.js';
import { TOP_STYLES, type TopStyle } from './top-style.js';

export function drawTop(sketch: Sketch, spec: GarmentDrawing): void {
  const style: TopStyle = { hem: 'straight', rib: 0, cuff: 0, button: 'none', ease: 0, ...TOP_STYLES[spec.category] };
  const torso = cutAway(torsoOf(spec, style.ease), spec);
  const strapped = spec.sleeve === 'strappy';
  const neck = neckEdgeOf(spec.neckline, torso, strapped);
  const band = style.hem === 'band' ? 58 : 0;
  const hem = topHem(style, torso, spec);
  const shell = shellOf(torso, neck, topSide(torso, endY(hem), hem.run.from[0]), hem.run);
  const trim = trimCloth(sketch, spec);

  beneath(sketch, spec, torso, neck, trim);
  sleeves(sketch, torso, spec.sleeve, shell.shoulder, {
    cuff: spec.sleeve === 'short' && style.cuff > 30 ? 0 : style.cuff,
    cuffPattern: style.hem === 'band' || spec.category === 'polo' ? 'ribbed' : sketch.cloth.pattern,
    ...(spec.details.includes('contrast_sleeves') || spec.sleeve === 'raglan'
      ? { cloth: trim, cuffCloth: plain(trim, trim.colours[0], 'ribbed') }
      : {}),
  });
  if (band) hemBand(sketch, shell, torso.length, spec);
  const folds = [...bodyFolds(torso, torso.length - band, sketch.random), ...hemFolds(hem, torso, sketch)];
  sketch.piece(shell.path, { folds, inside: spec.pattern === 'colour_block' ? blockOf(sketch, spec, torso) : '' });
  seams(sketch, spec, torso, shell, style);
  placed(sketch, spec, torso);
  above(sketch, spec, torso, neck, style, trim);
}

/** Vests leave the shoulders bare: a narrow shoulder and a deep armhole. */
function cutAway(torso: Torso, spec: GarmentDrawing): Torso {
  const vest = spec.category === 'tank_top' || spec.category === 'undershirt';
  if (spec.sleeve !== 'sleeveless' || !(vest || spec.category === 'jersey')) return torso;
  const neck = torso.neck * (vest ? 1.12 : 1);
  return {
    ...torso,
    neck,
    shoulder: neck * (vest ? 1.32 : 1) + (vest ? 24 : 96),
    slope: torso.slope * 0.5,
    depth: torso.depth + (vest ? 26 : 16),
    chest: torso.chest * 0.93,
    waist: torso.waist * 0.93,
    hip: torso.hip * 0.93,
  };
}

function endY(hem: Hem): number {
  return hem.run.from[1];
}

function topHem(style: TopStyle, torso: Torso, spec: GarmentDrawing): Hem {
  const { hip, length } = torso;
  if (spec.length === 'cropped' || spec.length === 'short') {
    const half = torso.waist + (torso.hip - torso.waist) * 0.25 + (spec.fit === 'loose' ? 14 : 0);
    return style.hem === 'band' ? straightHem(half, length - 50) : straightHem(half, length);
  }
  if (style.hem === 'tail') return tailHem(hip, length + 18, 66);
  if (style.hem === 'band') return straightHem(hip + 4, length - 50);
  if (style.hem === 'flared' || spec.fit === 'a_line') return wavyHem(hip + 30, length, 24, 3);
  return straightHem(hip, length);
}

function hemFolds(hem: Hem, torso: Torso, sketch: Sketch): Fold[] {
  return hem.valleys.flatMap(([x, y]) =>
    [1, -1].map((side) => ({
      from: [side * x, y] as const,
      to: [side * x * 0.82, y - (y - torso.waistY) * sketch.random.between(0.5, 0.9)] as const,
      width: side * -20,
      bend: side * 5,
      weight: 0.9,
    })),
  );
}

function hemBand(sketch: Sketch, shell: Shell, length: number, spec: GarmentDrawing): void {
  const [half] = shell.hem.from;
  const lower = half - 16;
  const top = shell.hem.from[1];
  const outline = run(
    [0, top + 2],
    [half * 0.6, top + 2, half * 0.9, top - 2, half + 1, top - 6],
    [half + 2, top + 20, lower + 4, length - 10, lower, length + 4],
    [lower * 0.5, length + 11, 0, length + 11, 0, length + 11],
  );
  const ribColour = spec.details.includes('contrast_trim') ? sketch.cloth.colours[1] : undefined;
  sketch.piece(data(joined(outline, mirrored(reversed(outline))), true), {
    cloth: plain(sketch.cloth, ribColour ?? sketch.cloth.colours[0], 'ribbed'),
    volume: 0.6,
  });
}

function blockOf(sketch: Sketch, spec: GarmentDrawing, torso: Torso): string {
  const fill = sketch.cloth.colours[1] ?? '#ffffff';
  const third = sketch.cloth.colours[2];
  const y = torso.depth + (spec.seed % 3) * 46 - 10;
  const stripe = third ? `<rect x="-500" y="${y - 46}" width="1000" height="46" fill="${third}"/>` : '';
  return `${stripe}<rect x="-500" y="${y}" width="1000" height="900" fill="${fill}"/><path d="M-500 ${y}H500" stroke="${sketch.cloth.edge}" stroke-width="2" opacity=".5"/>`;
}

function seams(sketch: Sketch, spec: GarmentDrawing, torso: Torso, shell: Shell, style: TopStyle): void {
  const bareArms = spec.sleeve === 'sleeveless' || spec.sleeve === 'strappy' || spec.sleeve === null;
  if (spec.sleeve === 'raglan') {
    const [x, y] = endOf(shell.neck.edge);
    for (const side of [1, -1]) {
      sketch.line(
        data(
          run(
            [side * x, y],
            [
              side * (x + 46),
              torso.depth * 0.5,
              side * (torso.chest - 60),
              torso.depth - 40,
              side * (torso.chest - 4),
              torso.depth,
            ],
          ),
        ),
        { width: 2.4 },
      );
    }
    raglanCaps(sketch, torso, [x, y], trimCloth(sketch, spec));
  } else if (shell.neck.shoulders) {
    shoulderSeams(sketch, torso, shell.neck);
    const armhole = data(shell.armhole);
    for (const path of [armhole, flip(armhole)]) {
      if (bareArms && style.rib) {
        sketch.line(path, { colour: sketch.cloth.edge, width: style.rib * 0.8 });
        sketch.line(path, { colour: sketch.cloth.colours[0], width: style.rib * 0.8 - 4 });
      } else sketch.line(path, { width: 2.4, opacity: 0.85 });
    }
  }
  if (style.hem !== 'band') {
    const hem = data(acrossCentre(reversed(shell.hem)));
    sketch.raw('<g transform="translate(0 -17)">');
    sketch.stitch(hem.replace(/^M/, 'M'), sketch.cloth.seam, 0.75);
    sketch.raw('</g>');
  }
}

function raglanCaps(sketch: Sketch, torso: Torso, [x, y]: readonly [number, number], cloth: Cloth): void {
  const cap = data(
    run(
      [x, y],
      [x + 46, torso.depth * 0.5, torso.chest - 60, torso.depth - 40, torso.chest - 3, torso.depth],
      [torso.shoulder - 12, torso.depth - 40, torso.shoulder - 18, torso.slope + 60, torso.shoulder, torso.slope],
    ),
    true,
  );
  for (const path of [cap, flip(cap)]) sketch.piece(path, { cloth, casts: false, volume: 0.5, edge: 2 });
}

/** What is printed or sewn on one place. */
function placed(sketch: Sketch, spec: GarmentDrawing, torso: Torso): void {
  chestPrint(sketch, spec, torso.depth + (spec.neckline === 'hooded' ? 34 : 0), torso.chest);
  if (spec.category === 'jersey')
    sketch.raw(
      lettering(String((spec.seed % 8) + 2), {
        x: 0,
        y: torso.depth + torso.chest * 0.62,
        height: torso.chest * 0.56,
        colour: sketch.cloth.colours[spec.pattern === 'colour_block' ? 0 : 1] ?? '#fbf6ec',
        weight: 3,
      }),
    );
  if (spec.details.includes('chest_pocket'))
    patchPocket(sketch, torso.chest * 0.46, torso.depth - 26, torso.chest * 0.46, torso.chest * 0.52, {
      pointed: spec.category === 'shirt',
    });
  if (spec.details.includes('two_pockets')) {
    for (const side of [1, -1])
      patchPocket(sketch, side * torso.chest * 0.47, torso.depth - 30, torso.chest * 0.5, torso.chest * 0.56, {
        pointed: true,
        flap: true,
      });
  }
  if (spec.details.includes('kangaroo'))
    kangarooPocket(sketch, torso.length * 0.61, torso.chest * 0.62, torso.length * 0.27);
  if (spec.details.includes('small_pockets')) {
    for (const side of [1, -1])
      patchPocket(sketch, side * torso.hip * 0.52, torso.length - 210, torso.hip * 0.6, torso.hip * 0.52, {});
  }
}
