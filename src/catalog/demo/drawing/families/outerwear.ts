import { type Cloth, clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { acrossCentre, data, flip, joined, mirrored, type Run, reversed, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { baffles, puffedSide } from '../torso/baffles.js';
import { bodyFolds } from '../torso/body-folds.js';
import { waistBelt } from '../torso/closures.js';
import { collarStand, hood, hoodCross, rollNeck, shirtCollar, standCollar } from '../torso/collars.js';
import { type LapelKind, lapels } from '../torso/lapels.js';
import { type Torso, torsoOf } from '../torso/measures.js';
import { neckEdgeOf } from '../torso/neck-edge.js';
import { neckBand, neckInside } from '../torso/neck-finish.js';
import { type Hem, shellOf, straightHem, topSide } from '../torso/shell.js';
import { sleeves } from '../torso/sleeves.js';
import { closeFront, outerPockets, yokes } from './outerwear-front.js';

/** How a kind of coat or jacket is made, beyond its facets. */
export interface OuterStyle {
  readonly front: 'zip' | 'single' | 'double' | 'snap' | 'knots' | 'toggles' | 'biker' | 'open';
  readonly lower: 'straight' | 'band' | 'cutaway';
  readonly cuff: 'none' | 'rib' | 'shirt' | 'elastic' | 'strap';
  readonly quilt: number;
  readonly ease: number;
  /** Where lapels break, as a share of the way from underarm to waist. */
  readonly breakAt: number;
  readonly base: number;
}

const PLAIN: OuterStyle = { front: 'zip', lower: 'straight', cuff: 'none', quilt: 0, ease: 22, breakAt: 0.7, base: 1 };

const STYLES: Readonly<Record<string, Partial<OuterStyle>>> = {
  jacket: { front: 'zip', cuff: 'shirt' },
  overshirt: { front: 'single', cuff: 'shirt' },
  fleece: { front: 'zip', cuff: 'elastic' },
  track: { front: 'zip', lower: 'band', cuff: 'rib' },
  tang: { front: 'knots', cuff: 'none' },
  tweed: { front: 'single', cuff: 'none', ease: 10, base: 0.86 },
  denim_jacket: { front: 'single', lower: 'band', cuff: 'shirt', base: 0.92 },
  leather_jacket: { front: 'biker', cuff: 'none', breakAt: 0.4, ease: 12, base: 0.95 },
  moto: { front: 'zip', cuff: 'none', ease: 12, base: 0.95 },
  bomber_jacket: { front: 'zip', lower: 'band', cuff: 'rib', ease: 28, base: 0.98 },
  shell_jacket: { front: 'zip', cuff: 'strap', base: 1.08 },
  sun_protection_jacket: { front: 'zip', cuff: 'elastic', base: 1.04 },
  blazer: { front: 'single', lower: 'cutaway', ease: 12, breakAt: 1.05, base: 1.08 },
  blazer_double: { front: 'double', ease: 14, breakAt: 0.92, base: 1.1 },
  vest: { front: 'zip', quilt: 70 },
  waistcoat: { front: 'single', lower: 'cutaway', ease: -4, breakAt: 0.5, base: 0.86 },
  trench_coat: { front: 'double', cuff: 'strap', ease: 26, breakAt: 0.2, base: 1.72 },
  coat: { front: 'single', ease: 30, breakAt: 0.8, base: 1.55 },
  coat_double: { front: 'double', ease: 32, breakAt: 0.75, base: 1.6 },
  duffle: { front: 'toggles', ease: 30, base: 1.42 },
  down_jacket: { front: 'zip', cuff: 'elastic', quilt: 82, ease: 40, base: 1.06 },
  padded_jacket: { front: 'snap', cuff: 'elastic', ease: 32, base: 1.02 },
  parka: { front: 'zip', cuff: 'strap', ease: 36, base: 1.36 },
  raincoat: { front: 'snap', cuff: 'none', ease: 32, base: 1.5 },
  bathrobe: { front: 'open', cuff: 'none', ease: 44, base: 1.74 },
};

const LENGTHS: Readonly<Record<string, number>> = {
  cropped: 0.76,
  short: 0.88,
  regular: 1,
  knee: 1.12,
  midi: 1.18,
  long: 1.34,
};

export function drawOuterwear(sketch: Sketch, spec: GarmentDrawing): void {
  const style: OuterStyle = { ...PLAIN, ...(STYLES[spec.category] ?? {}), ...(STYLES[spec.cut] ?? {}) };
  const measured = torsoOf({ ...spec, length: 'regular' }, style.ease);
  const torso: Torso = { ...measured, length: measured.length * style.base * (LENGTHS[spec.length ?? 'regular'] ?? 1) };
  const breakY = torso.depth + (torso.waistY - torso.depth) * style.breakAt;
  const neck = spec.neckline === 'lapel' ? openNeck(torso, breakY) : neckEdgeOf(spec.neckline, torso, false);
  const hem = outerHem(style, torso, spec);
  const side = style.quilt
    ? puffedSide([torso.chest, torso.depth], hem.run.from, 150, style.quilt)
    : longSide(torso, hem, spec);
  const shell = shellOf(torso, neck, side, hem.run);
  const lining = liningCloth(sketch, spec);

  backOf(sketch, spec, torso, neck, lining);
  sleeves(sketch, torso, spec.sleeve, shell.shoulder, sleeveStyle(sketch, spec, style));
  if (style.lower === 'band') band(sketch, torso, hem, spec);
  const folds = style.quilt ? [] : bodyFolds(torso, Math.min(torso.length, torso.waistY + 340), sketch.random, 0.8);
  const quilting = style.quilt ? baffles(sketch.cloth, torso.chest, 150, torso.length, style.quilt) : '';
  sketch.piece(shell.path, {
    folds,
    inside: quilting + (spec.pattern === 'colour_block' ? block(sketch, spec, torso) : ''),
  });
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

function liningCloth(sketch: Sketch, spec: GarmentDrawing): Cloth {
  const ground = sketch.cloth.colours[0];
  if (spec.material === 'sherpa' || spec.details.includes('sherpa_lining'))
    return clothFrom(['#efe4d2'], null, 'sherpa');
  return clothFrom([mix(ground, '#2a1f28', 0.34)], null, 'satin');
}

function backOf(
  sketch: Sketch,
  spec: GarmentDrawing,
  torso: Torso,
  neck: ReturnType<typeof neckEdgeOf>,
  lining: Cloth,
): void {
  if (spec.neckline === 'hooded') {
    if (spec.details.includes('fur_trim')) furRim(sketch, torso);
    hood(sketch, torso, plain(sketch.cloth), lining);
    return;
  }
  if (spec.neckline === 'lapel') {
    collarStand(sketch, torso, plain(sketch.cloth), 48);
    neckInside(sketch, neck, { ...lining, inner: lining.colours[0] });
    return;
  }
  if (spec.neckline === 'turtleneck') return;
  collarStand(sketch, torso, lining, spec.neckline === 'shirt_collar' ? 46 : 56);
}

function furRim(sketch: Sketch, torso: Torso): void {
  const n = torso.neck;
  const top = -n * 2.1;
  const outline = data(
    run(
      [0, top - 26],
      [n * 1.4, top - 20, n * 2.2, top * 0.6, n * 2.02, 20],
      [n * 1.4, 90, -n * 1.4, 90, -n * 2.02, 20],
      [-n * 2.2, top * 0.6, -n * 1.4, top - 20, 0, top - 26],
    ),
    true,
  );
  sketch.piece(outline, { cloth: clothFrom(['#cbb394'], null, 'faux_fur') });
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
      return { cuff: 56, ...contrast, ...quilt };
    case 'elastic':
      return { cuff: 26, cuffPattern: 'ribbed', ...contrast, ...quilt };
    case 'strap':
      return { cuff: 40, turned: true, ...contrast, ...quilt };
    default:
      return spec.details.includes('turn_cuff') ? { cuff: 74, turned: true, ...contrast } : { ...contrast, ...quilt };
  }
}

function band(sketch: Sketch, torso: Torso, hem: Hem, spec: GarmentDrawing): void {
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

function block(sketch: Sketch, spec: GarmentDrawing, torso: Torso): string {
  const y = torso.depth + 30 + (spec.seed % 3) * 30;
  const third = sketch.cloth.colours[2];
  return `<path d="M-500 ${y}Q0 ${y + 16} 500 ${y}V1600H-500Z" fill="${sketch.cloth.colours[1] ?? '#fff'}"/>${third ? `<path d="M-500 ${y}Q0 ${y + 16} 500 ${y}V${y + 40}Q0 ${y + 56} -500 ${y + 40}Z" fill="${third}"/>` : ''}`;
}

function collarOf(
  sketch: Sketch,
  spec: GarmentDrawing,
  torso: Torso,
  breakY: number,
  neck: ReturnType<typeof neckEdgeOf>,
): void {
  const { details } = spec;
  switch (spec.neckline) {
    case 'lapel':
      lapelsOf(sketch, spec, torso, breakY);
      return;
    case 'shirt_collar':
    case 'polo_collar': {
      const cord = details.includes('cord_collar')
        ? clothFrom(['#8a6a48'], null, 'corduroy')
        : plain(sketch.cloth, sketch.cloth.colours[0], sketch.cloth.pattern);
      shirtCollar(sketch, torso, cord, { point: 1.1 });
      return;
    }
    case 'mandarin_collar':
      standCollar(
        sketch,
        torso,
        plain(sketch.cloth, sketch.cloth.colours[0], sketch.cloth.pattern === 'quilted' ? 'quilted' : null),
        66,
      );
      return;
    case 'turtleneck':
      rollNeck(sketch, torso, plain(sketch.cloth), 74, false);
      return;
    case 'hooded':
      hoodCross(sketch, torso, plain(sketch.cloth), details.includes('cords'));
      return;
    case 'collarless':
    case 'v_neck':
    case 'crew_neck':
      edgeOf(sketch, spec, torso, neck);
      return;
    default:
  }
}

function lapelsOf(sketch: Sketch, spec: GarmentDrawing, torso: Torso, breakY: number): void {
  const { details } = spec;
  const ground = sketch.cloth.colours[0];
  const named: readonly (readonly [string, LapelKind])[] = [
    ['shawl', 'shawl'],
    ['peak', 'peak'],
    ['wide_lapel', 'wide'],
  ];
  const kind = named.find(([detail]) => details.includes(detail))?.[1] ?? 'notch';
  if (details.includes('satin_lapel')) {
    const satin = clothFrom([mix(ground, '#000000', 0.2)], null, 'satin');
    lapels(sketch, torso, breakY, kind, satin, satin);
    return;
  }
  lapels(sketch, torso, breakY, kind, sketch.cloth, plain(sketch.cloth, ground, sketch.cloth.pattern));
}

/** A collarless edge: rib on bombers and track jackets, a binding elsewhere. */
function edgeOf(sketch: Sketch, spec: GarmentDrawing, torso: Torso, neck: ReturnType<typeof neckEdgeOf>): void {
  if (spec.category === 'bomber_jacket' || spec.cut === 'track') {
    standCollar(sketch, torso, plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed'), 42);
    return;
  }
  const contrast = spec.details.includes('contrast_trim');
  const trim = contrast ? clothFrom([sketch.cloth.colours[1] ?? sketch.cloth.inner]) : plain(sketch.cloth);
  neckBand(sketch, neck, contrast ? 20 : 10, trim, false);
}
