import { type Cloth, clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { acrossCentre, data, endOf, joined, mirrored, reversed, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { buttonLook, buttonRow, placket, zip } from '../torso/closures.js';
import { bow, collarStand, hood, hoodCross, peterPan, rollNeck, shirtCollar, standCollar } from '../torso/collars.js';
import type { Torso } from '../torso/measures.js';
import type { NeckEdge } from '../torso/neck-edge.js';
import { neckBand, neckInside, straps } from '../torso/neck-finish.js';
import type { TopStyle } from './top-style.js';

/** Colour of trims: the second named colour, or the ground a shade deeper. */
export function trimCloth(sketch: Sketch, spec: GarmentDrawing): Cloth {
  const named = sketch.cloth.colours[1];
  const hex =
    named &&
    (spec.pattern === 'solid' ||
      spec.pattern === 'colour_block' ||
      spec.details.includes('contrast_trim') ||
      spec.details.includes('contrast_sleeves'))
      ? named
      : sketch.cloth.colours[0];
  return clothFrom([hex], null, sketch.cloth.material);
}

export function beneath(sketch: Sketch, spec: GarmentDrawing, torso: Torso, neck: NeckEdge, trim: Cloth): void {
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

export function above(
  sketch: Sketch,
  spec: GarmentDrawing,
  torso: Torso,
  neck: NeckEdge,
  style: TopStyle,
  trim: Cloth,
): void {
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
      sketch.line(swag, { colour: '#1d1420', width: w, opacity: 0.15 });
      sketch.line(swag, { colour: '#fff', width: 9, opacity: 0.3 });
    }
  }
  if (spec.pattern === 'ruffled') flounce(sketch, neck);
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

/** A deep frill falling from the neck edge. */
function flounce(sketch: Sketch, neck: NeckEdge): void {
  const [x, y] = endOf(neck.edge);
  const middle = neck.edge.from[1];
  const waves = 5;
  const low: number[][] = [];
  const half = x + 16;
  const at = (share: number): number => y + 96 + (middle - y) * (1 - share ** 2);
  for (let wave = 0; wave < waves; wave += 1) {
    const [from, to] = [1 - wave / waves, 1 - (wave + 1) / waves];
    low.push([half * ((from + to) / 2), at((from + to) / 2) + 26, half * to, at(to)]);
  }
  const outline = joined(reversed(reversed(neck.edge)), run([x, y], [half, y + 96], ...low));
  const path = data(joined(outline, mirrored(reversed(outline))), true);
  sketch.drop(path, 14);
  sketch.piece(path, {
    casts: false,
    folds: [0.2, 0.45, 0.7, 0.92].flatMap((share) =>
      [1, -1].map((side) => ({
        from: [side * half * share, at(share) + 8] as const,
        to: [side * x * share, y + (middle - y) * (1 - share ** 2) + 6] as const,
        width: side * -16,
        bend: side * 3,
        weight: 1,
      })),
    ),
  });
}
