import { type Cloth, clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import type { Fold } from '../light.js';
import { acrossCentre, data, endOf, flip, joined, mirrored, reversed, run } from '../path.js';
import { chestPrint } from '../prints/chest-print.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { bodyFolds } from '../torso/body-folds.js';
import { buttonLook, buttonRow, placket, zip } from '../torso/closures.js';
import { bow, collarStand, hood, hoodCross, peterPan, rollNeck, shirtCollar, standCollar } from '../torso/collars.js';
import { type Torso, torsoOf } from '../torso/measures.js';
import { type NeckEdge, neckEdgeOf } from '../torso/neck-edge.js';
import { neckBand, neckInside, shoulderSeams, straps } from '../torso/neck-finish.js';
import { kangarooPocket, patchPocket } from '../torso/pockets.js';
import { type Hem, type Shell, shellOf, straightHem, tailHem, topSide, wavyHem } from '../torso/shell.js';
import { sleeves } from '../torso/sleeves.js';

/** What a kind of top brings along beyond its facets. */
interface TopStyle {
  readonly hem: 'straight' | 'tail' | 'band' | 'flared' | 'peplum';
  readonly rib: number;
  readonly cuff: number;
  readonly button: 'none' | 'full' | 'henley' | 'polo';
  readonly ease: number;
}

const STYLES: Readonly<Record<string, Partial<TopStyle>>> = {
  tshirt: { rib: 19 },
  polo: { rib: 0, button: 'polo', cuff: 22 },
  shirt: { hem: 'tail', cuff: 62, button: 'full', ease: 6 },
  blouse: { hem: 'straight', cuff: 44, ease: 4 },
  tunic: { hem: 'flared', ease: 8 },
  tank_top: { rib: 14 },
  camisole: {},
  bodysuit: { rib: 12 },
  sweater: { hem: 'band', rib: 27, cuff: 52, ease: 10 },
  cardigan: { hem: 'band', rib: 25, cuff: 50, ease: 10 },
  hoodie: { hem: 'band', cuff: 54, ease: 26 },
  sweatshirt: { hem: 'band', rib: 25, cuff: 54, ease: 22 },
  thermal_underwear: { rib: 16, cuff: 46 },
  undershirt: { rib: 13 },
  jersey: { rib: 17, ease: 14 },
  kurta: { hem: 'straight', cuff: 0, ease: 10 },
};

export function drawTop(sketch: Sketch, spec: GarmentDrawing): void {
  const style: TopStyle = { hem: 'straight', rib: 0, cuff: 0, button: 'none', ease: 0, ...STYLES[spec.category] };
  const torso = torsoOf(spec, style.ease);
  const strapped = spec.sleeve === 'strappy';
  const neck = neckEdgeOf(spec.neckline, torso, strapped);
  const band = style.hem === 'band' ? 58 : 0;
  const hem = topHem(style, torso, spec);
  const shell = shellOf(torso, neck, topSide(torso, endY(hem), hem.run.from[0]), hem.run);
  const trim = trimCloth(sketch, spec);

  beneath(sketch, spec, torso, neck, trim);
  sleeves(sketch, torso, spec.sleeve, shell.shoulder, {
    cuff: spec.sleeve === 'short' && style.cuff > 30 ? 0 : style.cuff,
    cuffPattern:
      style.hem === 'band' || spec.category === 'polo' ? 'ribbed' : spec.pattern === 'stripes' ? 'stripes' : null,
    ...(spec.details.includes('contrast_sleeves') || spec.sleeve === 'raglan'
      ? { cloth: trim, cuffCloth: plain(trim, trim.colours[0], 'ribbed') }
      : {}),
  });
  if (band) hemBand(sketch, shell, torso.length, band, spec);
  const folds = [...bodyFolds(torso, torso.length - band, sketch.random), ...hemFolds(hem, torso, sketch)];
  sketch.piece(shell.path, { folds, inside: spec.pattern === 'colour_block' ? blockOf(sketch, spec, torso) : '' });
  seams(sketch, spec, torso, shell, style);
  placed(sketch, spec, torso);
  above(sketch, spec, torso, neck, style, trim);
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

/** Colour of trims: the second named colour, or the ground a shade deeper. */
function trimCloth(sketch: Sketch, spec: GarmentDrawing): Cloth {
  const named = sketch.cloth.colours[1];
  const hex =
    named && (spec.pattern === 'solid' || spec.pattern === 'colour_block' || spec.details.includes('contrast_trim'))
      ? named
      : sketch.cloth.colours[0];
  return clothFrom([hex], null, sketch.cloth.material);
}

function beneath(sketch: Sketch, spec: GarmentDrawing, torso: Torso, neck: NeckEdge, trim: Cloth): void {
  switch (spec.neckline) {
    case 'hooded':
      hood(
        sketch,
        torso,
        plain(sketch.cloth),
        clothFrom([mix(sketch.cloth.colours[0], '#221c24', 0.24)], null, 'jersey_knit'),
      );
      return;
    case 'shirt_collar':
      collarStand(sketch, torso, sketch.cloth, 44);
      return;
    case 'polo_collar':
    case 'half_zip':
      collarStand(sketch, torso, trim, 40);
      return;
    case 'mandarin_collar':
      collarStand(sketch, torso, sketch.cloth, 40);
      return;
    case 'turtleneck':
    case 'mock_neck':
      return;
    case 'halter': {
      const tie = data(run([-60, -18], [-30, -40, 30, -40, 60, -18]));
      sketch.line(tie, { colour: sketch.cloth.edge, width: 18 });
      sketch.line(tie, { colour: sketch.cloth.inner, width: 14 });
      return;
    }
    default:
      if (neck.strapAt) straps(sketch, torso, neck.strapAt, spec.details.includes('wide_straps') ? 26 : 9);
      else neckInside(sketch, neck);
  }
}

function hemBand(sketch: Sketch, shell: Shell, length: number, depth: number, spec: GarmentDrawing): void {
  const [half] = shell.hem.from;
  const lower = half - 16;
  const top = shell.hem.from[1];
  const outline = run(
    [0, top + 2],
    [half * 0.6, top + 2, half * 0.9, top - 2, half + 1, top - 6],
    [half + 2, top + 20, lower + 4, length - 10, lower, length + 4],
    [lower * 0.5, length + 11, 0, length + 11, 0, length + 11],
  );
  void depth;
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
  chestPrint(sketch, spec, torso.depth, torso.chest);
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
  if (spec.details.includes('kangaroo')) kangarooPocket(sketch, torso.length - 270, torso.chest * 0.66, 196);
  if (spec.details.includes('small_pockets')) {
    for (const side of [1, -1])
      patchPocket(sketch, side * torso.hip * 0.52, torso.length - 210, torso.hip * 0.6, torso.hip * 0.52, {});
  }
}

function above(sketch: Sketch, spec: GarmentDrawing, torso: Torso, neck: NeckEdge, style: TopStyle, trim: Cloth): void {
  const base = plain(sketch.cloth);
  const bottom = torso.length + (style.hem === 'tail' ? 20 : 6);
  switch (spec.neckline) {
    case 'shirt_collar':
      if (style.button === 'full' || spec.details.includes('buttons')) {
        placket(sketch, 58, bottom, 34);
        buttonRow(sketch, 0, 84, bottom - 80, 7, buttonLook(sketch.cloth));
      }
      shirtCollar(sketch, torso, sketch.cloth);
      break;
    case 'polo_collar': {
      placket(sketch, 56, torso.depth + 10, 32, trim);
      buttonRow(sketch, 0, 84, torso.depth - 14, 3, buttonLook(trim, 6.5));
      shirtCollar(sketch, torso, plain(trim, trim.colours[0], 'ribbed'), { point: 0.86, soft: true });
      break;
    }
    case 'henley':
      placket(sketch, 84, torso.depth + 46, 30);
      neckBand(sketch, neck, 19, base);
      buttonRow(sketch, 0, 108, torso.depth + 24, 4, buttonLook(sketch.cloth, 6.5));
      break;
    case 'half_zip':
      zip(sketch, 0, 48, torso.depth + 30);
      standCollar(sketch, torso, base, 62);
      break;
    case 'mandarin_collar':
      if (style.button === 'full') {
        placket(sketch, 56, bottom, 34);
        buttonRow(sketch, 0, 84, bottom - 80, 7, buttonLook(sketch.cloth));
      }
      standCollar(sketch, torso, base, 44);
      break;
    case 'peter_pan':
      peterPan(sketch, torso, sketch.cloth.colours[1] && spec.pattern === 'solid' ? trim : plain(sketch.cloth));
      buttonRow(sketch, 0, 92, torso.depth + 60, 3, buttonLook(sketch.cloth, 6));
      break;
    case 'bow_neck':
      neckBand(sketch, neck, 24, base, false);
      bow(sketch, [0, 72], 92, sketch.cloth, 1.1);
      break;
    case 'turtleneck':
      rollNeck(sketch, torso, plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed'), 104, true);
      break;
    case 'mock_neck':
      rollNeck(sketch, torso, plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed'), 56, false);
      break;
    case 'hooded':
      if (spec.details.includes('zip')) zip(sketch, 0, 108, torso.length, { metal: '#c3c3c7' });
      hoodCross(sketch, torso, plain(sketch.cloth));
      break;
    default:
      plainNeck(sketch, spec, torso, neck, style, trim);
  }
}

function plainNeck(
  sketch: Sketch,
  spec: GarmentDrawing,
  torso: Torso,
  neck: NeckEdge,
  style: TopStyle,
  trim: Cloth,
): void {
  if (spec.category === 'cardigan') {
    cardiganFront(sketch, torso, neck, style, trim);
    return;
  }
  const band = spec.details.includes('contrast_trim') ? trim : plain(sketch.cloth);
  if (neck.shoulders) neckBand(sketch, neck, style.rib || 9, band, style.rib > 0);
  else neckBand(sketch, neck, 10, band, false);
  if (spec.neckline === 'keyhole') {
    sketch.raw(
      `<path d="M0 84Q22 128 0 150Q-22 128 0 84Z" fill="${sketch.cloth.inner}" stroke="${sketch.cloth.edge}" stroke-width="3"/>`,
    );
    buttonRow(sketch, 0, 78, 78, 1, buttonLook(sketch.cloth, 6));
  }
  if (spec.neckline === 'wrap_neck') {
    const edge = data(
      run([torso.neck * 1.04, 2], [torso.neck * 0.5, 160, -60, torso.waistY - 110, -torso.waist + 6, torso.waistY]),
    );
    sketch.drop(edge, 12);
    sketch.line(edge, { colour: sketch.cloth.edge, width: 3 });
    bow(sketch, [-torso.waist + 22, torso.waistY + 2], 40, plain(sketch.cloth), 1.2);
  }
  if (spec.neckline === 'cowl_neck') {
    for (const [y, w] of [
      [128, 20],
      [168, 24],
      [214, 26],
    ] as const) {
      const swag = data(
        run([-torso.neck * 1.5, y * 0.2], [-torso.neck, y + 22, torso.neck, y + 22, torso.neck * 1.5, y * 0.2]),
      );
      sketch.line(swag, { colour: '#1d1420', width: w, opacity: 0.09 });
      sketch.line(swag, { colour: '#fff', width: 8, opacity: 0.16 });
    }
  }
  if (spec.details.includes('front_bow')) bow(sketch, [0, torso.depth - 36], 34, plain(sketch.cloth), 0.7);
  if (spec.details.includes('lace_trim')) laceEdge(sketch, neck);
  if (spec.details.includes('buttons'))
    buttonRow(sketch, 0, (neck.edge.from[1] ?? 90) + 26, torso.length - 44, 6, buttonLook(sketch.cloth, 6.5));
}

/** Scallops along the neck edge. */
function laceEdge(sketch: Sketch, neck: NeckEdge): void {
  const line = data(acrossCentre(neck.edge));
  sketch.raw('<g transform="translate(0 9)">');
  sketch.line(line, { colour: sketch.cloth.edge, width: 17, dash: '0 15', opacity: 0.5 });
  sketch.line(line, { colour: mix(sketch.cloth.colours[0], '#ffffff', 0.4), width: 14, dash: '0 15' });
  sketch.raw('</g>');
  sketch.line(line, { colour: mix(sketch.cloth.colours[0], '#ffffff', 0.3), width: 8 });
}

function cardiganFront(sketch: Sketch, torso: Torso, neck: NeckEdge, style: TopStyle, trim: Cloth): void {
  const bottom = torso.length + 10;
  const top = neck.edge.from[1];
  const rib = plain(trim, trim.colours[0], null);
  neckBand(sketch, neck, style.rib, rib);
  placket(sketch, top - style.rib / 2 + 3, bottom, 36, plain(trim, trim.colours[0], 'ribbed'));
  buttonRow(sketch, 0, top + 26, bottom - 40, Math.max(4, Math.round((bottom - top) / 95)), buttonLook(trim, 9.5));
}
