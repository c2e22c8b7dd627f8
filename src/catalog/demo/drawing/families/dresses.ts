import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import type { Fold } from '../light.js';
import { acrossCentre, data, flip, joined, type Point, type Run, reversed, run } from '../path.js';
import { chestPrint } from '../prints/chest-print.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { bodyFolds, skirtFolds } from '../torso/body-folds.js';
import { buttonLook, buttonRow, placket, waistBelt } from '../torso/closures.js';
import { bow, collarStand, peterPan, rollNeck, shirtCollar, standCollar } from '../torso/collars.js';
import { type Torso, torsoOf } from '../torso/measures.js';
import { type NeckEdge, neckEdgeOf } from '../torso/neck-edge.js';
import { neckBand, neckInside, shoulderSeams, straps } from '../torso/neck-finish.js';
import { patchPocket } from '../torso/pockets.js';
import { type Hem, shellOf, straightHem, wavyHem } from '../torso/shell.js';
import { sleeves } from '../torso/sleeves.js';
import { tierLines } from '../torso/tiers.js';

const LENGTHS: Readonly<Record<string, number>> = {
  cropped: 760,
  short: 840,
  regular: 960,
  knee: 990,
  midi: 1160,
  long: 1310,
  floor: 1400,
};

/** Half the hem's width against the waist's, by cut. */
const FLARE: Readonly<Record<string, number>> = {
  a_line: 1.05,
  waisted: 0.85,
  loose: 0.62,
  oversized: 0.55,
  regular: 0.42,
  straight: 0.26,
  slim: 0.2,
  bodycon: 0,
  mermaid: 0.6,
};

/** A skirt's geometry below a waist. */
export interface SkirtForm {
  readonly side: Run;
  readonly hem: Hem;
}

export function dressLength(spec: GarmentDrawing, torso: Torso): number {
  return (LENGTHS[spec.length ?? 'knee'] ?? 990) * (torso.waistY / 390) ** 0.9;
}

/** The side from the waist down and the hem, for a cut and a length. */
export function skirtBelow(fit: string | null, waist: Point, hip: number, length: number): SkirtForm {
  const [w, wy] = waist;
  const drop = length - wy;
  if (fit === 'bodycon' || fit === 'slim') {
    const end = hip * (fit === 'bodycon' ? 0.84 : 0.92);
    const side = run(
      waist,
      [w + 4, wy + 70, hip + 4, wy + 110, hip + 4, wy + 200],
      [hip + 4, wy + drop * 0.6, end + 8, length - 80, end, length],
    );
    return { side, hem: straightHem(end, length, 7) };
  }
  if (fit === 'mermaid') {
    const knee = wy + drop * 0.58;
    const end = hip * 1.42;
    const side = run(
      waist,
      [w + 4, wy + 70, hip + 2, wy + 100, hip, wy + 190],
      [hip - 4, wy + 260, hip * 0.8, knee - 70, hip * 0.78, knee],
      [hip * 0.8, knee + 90, end - 70, length - 70, end, length - 26],
    );
    return { side, hem: wavyHem(end, length, 26, 4) };
  }
  const flare = FLARE[fit ?? 'a_line'] ?? 0.8;
  const end = w + drop * 0.42 * flare + (flare > 0.3 ? 26 : 34);
  const rise = flare > 0.5 ? Math.min(52, end * 0.12) : 10;
  const side = run(waist, [
    w + 10 + flare * 16,
    wy + drop * 0.16,
    w + (end - w) * 0.62,
    wy + drop * 0.5,
    end,
    length - rise,
  ]);
  return { side, hem: flare > 0.3 ? wavyHem(end, length, rise, end > 300 ? 4 : 3) : straightHem(end, length, 8) };
}

export function drawDress(sketch: Sketch, spec: GarmentDrawing): void {
  const torso = torsoOf({ ...spec, length: 'regular', fit: bodiceFit(spec.fit) });
  const strapped = spec.sleeve === 'strappy';
  const neck = neckEdgeOf(spec.neckline, torso, strapped);
  const waistY = torso.waistY + (spec.details.includes('empire') ? -80 : 0);
  const loose = spec.fit === 'loose' || spec.fit === 'oversized' || spec.fit === 'straight';
  const waist: Point = [loose ? torso.waist + 22 : torso.waist - 14, waistY];
  const form = skirtBelow(spec.fit, waist, torso.hip - 4, dressLength(spec, torso));
  const bodice = run(
    [torso.chest, torso.depth],
    [torso.chest - 14, torso.depth + 60, waist[0] + (loose ? 4 : 6), waistY - 66, ...waist],
  );
  const shell = shellOf(torso, neck, joined(bodice, form.side), form.hem.run);

  backAndCollar(sketch, spec, torso, neck);
  sleeves(sketch, torso, spec.sleeve, shell.shoulder, {
    cuff: spec.sleeve === 'long' ? 44 : spec.sleeve === 'puff' ? 24 : undefined,
    cuffPattern: sketch.cloth.pattern,
  });
  lining(sketch, spec, form);
  const [hemHalf] = form.hem.run.from;
  const folds: Fold[] = [
    ...bodyFolds(torso, loose ? torso.length : waistY + 60, sketch.random, loose ? 0.9 : 0.75),
    ...skirtFolds(form.hem.valleys, waist[0], waistY + (loose ? -60 : 4), hemHalf, sketch.random, 0.9),
    ...(form.hem.valleys.length === 0 ? columnFolds(torso, waistY, dressLength(spec, torso), sketch) : []),
  ];
  sketch.piece(shell.path, { folds, inside: spec.pattern === 'colour_block' ? lowerBlock(sketch, waistY) : '' });
  chestPrint(sketch, spec, torso.depth - 6, torso.chest * 0.86);
  waistline(sketch, spec, waist, loose);
  surface(sketch, spec, torso, waist, form);
  edges(sketch, spec, torso, neck, shell.armhole);
  collars(sketch, spec, torso, neck, waist);
  trims(sketch, spec, torso, waist, form);
}

/** Everything below the waist in the second colour. */
function lowerBlock(sketch: Sketch, waistY: number): string {
  return `<path d="M-700 ${waistY}Q0 ${waistY + 16} 700 ${waistY}V1700H-700Z" fill="${sketch.cloth.colours[1] ?? '#ffffff'}"/>`;
}

function bodiceFit(fit: string | null): string {
  if (fit === 'loose' || fit === 'oversized') return 'loose';
  if (fit === 'a_line' || fit === 'waisted') return 'waisted';
  return fit === 'bodycon' || fit === 'mermaid' ? 'bodycon' : 'slim';
}

function columnFolds(torso: Torso, waistY: number, length: number, sketch: Sketch): Fold[] {
  const { random } = sketch;
  return [1, -1].flatMap((side) => [
    {
      from: [side * torso.hip * 0.9, waistY + 120] as const,
      to: [side * torso.hip * 0.3, waistY + 170 + random.between(0, 40)] as const,
      width: side * 16,
      bend: 6,
      weight: 0.5,
    },
    {
      from: [side * torso.hip * random.between(0.4, 0.6), length - 10] as const,
      to: [side * torso.hip * 0.44, waistY + 140] as const,
      width: side * -24,
      bend: 7,
      weight: 0.55,
    },
    {
      from: [side * torso.waist * 0.92, waistY + 10] as const,
      to: [side * torso.waist * 0.2, waistY - 12] as const,
      width: side * 14,
      bend: 5,
      weight: 0.5,
    },
  ]);
}

function backAndCollar(sketch: Sketch, spec: GarmentDrawing, torso: Torso, neck: NeckEdge): void {
  if (spec.neckline === 'shirt_collar' || spec.neckline === 'polo_collar') collarStand(sketch, torso, sketch.cloth, 44);
  else if (spec.neckline === 'mandarin_collar') collarStand(sketch, torso, sketch.cloth, 46);
  else if (spec.neckline === 'turtleneck' || spec.neckline === 'mock_neck') return;
  else if (neck.strapAt) straps(sketch, torso, neck.strapAt, spec.details.includes('wide_straps') ? 24 : 8, -30);
  else if (spec.neckline === 'halter') halterTie(sketch);
  else neckInside(sketch, neck);
}

function halterTie(sketch: Sketch): void {
  const tie = data(run([-61, -16], [-34, -44, 34, -44, 61, -16]));
  sketch.line(tie, { colour: sketch.cloth.edge, width: 24 });
  sketch.line(tie, { colour: sketch.cloth.inner, width: 20 });
}

/** Sheer cloth shows a shorter slip beneath. */
function lining(sketch: Sketch, spec: GarmentDrawing, form: SkirtForm): void {
  if (sketch.cloth.hand.cover >= 1 || spec.material === 'lace') return;
  const [half, y] = form.hem.run.from;
  const [w, wy] = form.side.from;
  const end = wy + (y - wy) * 0.74;
  const slip = run([0, wy - 160], [w * 0.9, wy - 160], [w, wy], [w + (half - w) * 0.6, end], [0, end + 14]);
  sketch.piece(
    data(
      joined(slip, run([0, end + 14], [-(w + (half - w) * 0.6), end], [-w, wy], [-w * 0.9, wy - 160], [0, wy - 160])),
      true,
    ),
    {
      cloth: clothFrom([mix(sketch.cloth.colours[0], '#221c24', 0.06)], null, null),
      casts: false,
      edge: 0,
      volume: 0.4,
    },
  );
}

function waistline(sketch: Sketch, spec: GarmentDrawing, [w, y]: Point, loose: boolean): void {
  if (loose || spec.fit === 'bodycon' || spec.fit === 'mermaid' || spec.details.includes('belt')) return;
  const seam = data(run([-w, y], [-w * 0.4, y + 9, w * 0.4, y + 9, w, y]));
  sketch.line(seam, { colour: '#1d1420', width: 12, opacity: 0.08 });
  sketch.line(seam, { width: 2.6 });
  for (let index = 0; index < 11; index += 1) {
    const x = -w + 16 + (index * (w * 2 - 32)) / 10;
    sketch.line(data(run([x, y + 7], [x * 1.05, y + 26 + (index % 3) * 12])), { width: 2, opacity: 0.45 });
  }
}

function surface(sketch: Sketch, spec: GarmentDrawing, torso: Torso, waist: Point, form: SkirtForm): void {
  const [half, y] = form.hem.run.from;
  if (spec.pattern === 'pleated' || spec.details.includes('pleated')) {
    for (let index = -9; index <= 9; index += 1) {
      const line = data(
        run([(index / 9.6) * waist[0], waist[1] + 8], [(index / 9.6) * half, y + 30 * (1 - Math.abs(index) / 12)]),
      );
      sketch.line(line, { colour: '#1d1420', width: 7, opacity: sketch.cloth.shaded * 0.3 });
      sketch.line(line, { width: 1.8, opacity: 0.7 });
    }
  }
  if (spec.pattern === 'ruffled' || spec.details.includes('tiered')) tierLines(sketch, waist, [half, y], 3);
  if (spec.details.includes('patch_pockets')) {
    for (const side of [1, -1]) patchPocket(sketch, side * torso.waist * 0.62, waist[1] + 80, 110, 120);
  }
}

function edges(sketch: Sketch, spec: GarmentDrawing, torso: Torso, neck: NeckEdge, armhole: Run): void {
  if (neck.shoulders) {
    shoulderSeams(sketch, torso, neck);
    const hole = data(armhole);
    const bareArms = spec.sleeve === 'sleeveless' || spec.sleeve === null;
    for (const path of [hole, flip(hole)]) sketch.line(path, { width: bareArms ? 2 : 2.4, opacity: 0.85 });
  }
}

function collars(sketch: Sketch, spec: GarmentDrawing, torso: Torso, neck: NeckEdge, waist: Point): void {
  const base = plain(sketch.cloth);
  const contrast =
    sketch.cloth.colours[1] && spec.details.includes('contrast_trim')
      ? plain(sketch.cloth, sketch.cloth.colours[1])
      : base;
  switch (spec.neckline) {
    case 'shirt_collar':
    case 'polo_collar':
      shirtCollar(sketch, torso, spec.details.includes('contrast_trim') ? contrast : sketch.cloth, {
        soft: spec.neckline === 'polo_collar',
      });
      return;
    case 'mandarin_collar':
      standCollar(sketch, torso, sketch.cloth, 48);
      return;
    case 'peter_pan':
      peterPan(sketch, torso, spec.details.includes('contrast_trim') ? contrast : clothFrom(['#fbf8f1'], null, null));
      return;
    case 'turtleneck':
    case 'mock_neck':
      rollNeck(
        sketch,
        torso,
        plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed'),
        spec.neckline === 'turtleneck' ? 92 : 52,
        spec.neckline === 'turtleneck',
      );
      return;
    case 'bow_neck':
      neckBand(sketch, neck, 22, base, false);
      bow(sketch, [0, 74], 84, sketch.cloth, 1.2);
      return;
    case 'wrap_neck': {
      const edge = data(
        run([torso.neck * 1.04, 2], [torso.neck * 0.4, 150, -40, waist[1] - 130, -waist[0] + 4, waist[1]]),
      );
      neckBand(sketch, neck, 9, base, false);
      sketch.drop(edge, 14);
      sketch.line(edge, { colour: sketch.cloth.edge, width: 3 });
      const flap = data(run([-waist[0] + 20, waist[1]], [40, waist[1] + 170, 70, waist[1] + 330, 64, waist[1] + 560]));
      sketch.drop(flap, 16);
      return;
    }
    default:
      neckBand(sketch, neck, 10, contrast, false);
  }
}

function trims(sketch: Sketch, spec: GarmentDrawing, torso: Torso, waist: Point, form: SkirtForm): void {
  const { details } = spec;
  const [, hemY] = form.hem.run.from;
  const hem = data(acrossCentre(reversed(form.hem.run)));
  if (details.includes('lace_hem')) {
    sketch.line(hem, { colour: sketch.cloth.edge, width: 22, dash: '0 19', opacity: 0.5 });
    sketch.line(hem, { colour: mix(sketch.cloth.colours[0], '#ffffff', 0.6), width: 18, dash: '0 19' });
  }
  sketch.raw('<g transform="translate(0 -15)">');
  sketch.stitch(hem, sketch.cloth.seam, 0.6);
  sketch.raw('</g>');
  if (details.includes('button_front')) {
    placket(sketch, 60, hemY + 8, 32);
    buttonRow(sketch, 0, 96, hemY - 70, 9, buttonLook(sketch.cloth));
    if (spec.neckline === 'shirt_collar') shirtCollar(sketch, torso, sketch.cloth);
  }
  if (details.includes('buttons'))
    buttonRow(sketch, 0, (form.side.from[1] + torso.depth) / 2 - 30, waist[1] - 20, 4, buttonLook(sketch.cloth, 6.5));
  if (details.includes('belt'))
    waistBelt(sketch, waist[0] + 4, waist[1], 40, plain(sketch.cloth), details.includes('buckle'));
  if (details.includes('leather_belt'))
    waistBelt(sketch, waist[0] + 4, waist[1], 30, clothFrom(['#7a5136'], null, 'leather'), true);
  if (details.includes('waist_bow')) bow(sketch, [0, waist[1] + 4], 58, plain(sketch.cloth), 1.3);
  if (details.includes('wrap_tie')) bow(sketch, [-waist[0] + 26, waist[1] + 2], 44, plain(sketch.cloth), 1.6);
  if (details.includes('slit')) slit(sketch, waist, form);
}

function slit(sketch: Sketch, [w, wy]: Point, form: SkirtForm): void {
  const [half, y] = form.hem.run.from;
  const top = wy + (y - wy) * 0.5;
  const at = half * 0.46;
  sketch.raw(
    `<path d="M${w * 0.42} ${top}Q${at - 12} ${y - 90} ${at - 26} ${y + 30}H${at + 14}Q${at + 8} ${y - 120} ${w * 0.42} ${top}Z" fill="${sketch.cloth.inner}" stroke="${sketch.cloth.edge}" stroke-width="2.400"/>`,
  );
}
