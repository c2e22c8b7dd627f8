import type { Cloth } from '../cloth.js';
import { mix } from '../colour.js';
import { ink } from './inks.js';
import { box, cellOf, dot, type Tile } from './tile.js';

/** Prints and weaves made of straight lines. Geometry is multiplied once; colours come with the cloth. */

const BANDS = cellOf(250, 42);
const BANDS_ONE = BANDS.copies(box(0, 0, 250, 17));
const TRIPLE = cellOf(250, 96);
const TRIPLE_A = TRIPLE.copies(box(0, 0, 250, 24));
const TRIPLE_B = TRIPLE.copies(box(0, 48, 250, 24));

export function stripes(cloth: Cloth): Tile {
  const first = ink(cloth);
  if (cloth.colours.length > 2) {
    const svg = `<path d="${TRIPLE_A}" fill="${first}"/><path d="${TRIPLE_B}" fill="${ink(cloth, 1)}"/>`;
    return { width: TRIPLE.width, height: TRIPLE.height, svg };
  }
  return { width: BANDS.width, height: BANDS.height, svg: `<path d="${BANDS_ONE}" fill="${first}"/>` };
}

const PINS = cellOf(26, 250);
const PIN_LINES = PINS.copies(box(0, 0, 5, 250));

export function pinstripes(cloth: Cloth): Tile {
  return {
    width: PINS.width,
    height: PINS.height,
    svg: `<path d="${PIN_LINES}" fill="${ink(cloth)}" fill-opacity=".8"/>`,
  };
}

const TARTAN = cellOf(132, 132);
const tartanBand = (at: number, size: number): string =>
  TARTAN.copies(box(at, 0, size, 132)) + TARTAN.copies(box(0, at, 132, size));
const TARTAN_BANDS = [
  [tartanBand(0, 46), 0, 0.5],
  [tartanBand(60, 10), 0, 0.6],
  [tartanBand(86, 6), 1, 0.85],
  [tartanBand(112, 10), 0, 0.6],
  [tartanBand(20, 5), 1, 0.7],
] as const;

export function plaid(cloth: Cloth): Tile {
  const svg = TARTAN_BANDS.map(
    ([marks, which, opacity]) => `<path d="${marks}" fill="${ink(cloth, which)}" fill-opacity="${opacity}"/>`,
  ).join('');
  return { width: TARTAN.width, height: TARTAN.height, svg };
}

const CHECK = cellOf(36, 36);
const CHECK_DOWN = CHECK.copies(box(0, 0, 18, 36));
const CHECK_ACROSS = CHECK.copies(box(0, 0, 36, 18));

/** Small even checks for shirts and children's clothes. */
export function gingham(cloth: Cloth): Tile {
  const a = ink(cloth);
  return {
    width: CHECK.width,
    height: CHECK.height,
    svg: `<path d="${CHECK_DOWN}" fill="${a}" fill-opacity=".5"/><path d="${CHECK_ACROSS}" fill="${a}" fill-opacity=".5"/>`,
  };
}

const TEETH = CHECK.copies('M0 0h18v18l9 -9h9v9l-18 18v-9l-9 9h-9l18 -18h-9l-9 9z');

export function houndstooth(cloth: Cloth): Tile {
  return { width: CHECK.width, height: CHECK.height, svg: `<path d="${TEETH}" fill="${ink(cloth)}"/>` };
}

const DIAMONDS = cellOf(120, 180);
const DIAMOND_FILL = DIAMONDS.copies('M60 0l60 90l-60 90l-60 -90z');
const DIAMOND_LINES = DIAMONDS.copies('M0 0l120 180M120 0l-120 180');

export function argyle(cloth: Cloth): Tile {
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  return {
    width: DIAMONDS.width,
    height: DIAMONDS.height,
    svg: `<path d="${DIAMOND_FILL}" fill="${a}" fill-opacity=".85"/><path d="${DIAMOND_LINES}" stroke="${b}" stroke-width="2.4" stroke-dasharray="7 4" fill="none"/>`,
  };
}

const BONES = cellOf(36, 12);
const BONE_LINES = BONES.copies('M0 12l18 -12l18 12');

export function herringbone(cloth: Cloth): Tile {
  return {
    width: BONES.width,
    height: BONES.height,
    svg: `<path d="${BONE_LINES}" stroke="${ink(cloth)}" stroke-width="3.4" fill="none" stroke-opacity=".55"/>`,
  };
}

const LATTICE = cellOf(84, 84);
const LATTICE_LINES = LATTICE.copies('M42 6l36 36l-36 36l-36 -36z');
const LATTICE_HEARTS = LATTICE.copies('M42 26l16 16l-16 16l-16 -16z');
const LATTICE_DOTS = LATTICE.copies(dot(0, 0, 9) + dot(84, 0, 9) + dot(0, 84, 9) + dot(84, 84, 9));

export function geometric(cloth: Cloth): Tile {
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  return {
    width: LATTICE.width,
    height: LATTICE.height,
    svg: `<path d="${LATTICE_LINES}" fill="none" stroke="${a}" stroke-width="6"/><path d="${LATTICE_HEARTS}" fill="${b}"/><path d="${LATTICE_DOTS}" fill="${a}"/>`,
  };
}

const FAIR = cellOf(60, 170);
const FAIR_A = FAIR.copies(
  'M0 24l15 -16l15 16l15 -16l15 16zM0 60l10 16l-10 16zM60 60l-10 16l10 16zM0 128l15 16l15 -16l15 16l15 -16z',
);
const FAIR_B = FAIR.copies(box(0, 30, 60, 6) + box(0, 116, 60, 6));
const FAIR_C = FAIR.copies('M30 46l24 30l-24 30l-24 -30z');
const FAIR_HEART = FAIR.copies('M30 60l13 16l-13 16l-13 -16z');
const FAIR_SEEDS = FAIR.copies(box(4, 154, 9, 9) + box(24, 154, 9, 9) + box(44, 154, 9, 9));

/** Fair Isle and Aztec bands: steps, diamonds, teeth. */
export function ethnicPrint(cloth: Cloth): Tile {
  const [a, b, c] = [ink(cloth), ink(cloth, 1), ink(cloth, 2)];
  return {
    width: FAIR.width,
    height: FAIR.height,
    svg:
      `<path d="${FAIR_A}" fill="${a}"/><path d="${FAIR_B}" fill="${b}"/><path d="${FAIR_C}" fill="${c}"/>` +
      `<path d="${FAIR_HEART}" fill="${cloth.colours[0]}"/><path d="${FAIR_SEEDS}" fill="${mix(b, '#ffffff', 0.1)}"/>`,
  };
}

const RIBS = cellOf(15, 250);
const RIB_DARK = RIBS.copies(box(0, 0, 5, 250));
const RIB_LIGHT = RIBS.copies(box(7, 0, 4, 250));

export function ribbed(cloth: Cloth): Tile {
  return {
    width: RIBS.width,
    height: RIBS.height,
    svg: `<path d="${RIB_DARK}" fill="#1d1420" fill-opacity="${(cloth.shaded * 0.62).toFixed(2)}"/><path d="${RIB_LIGHT}" fill="#fff" fill-opacity="${(cloth.lit * 0.5).toFixed(2)}"/>`,
  };
}

const CABLES = cellOf(108, 44);
const CABLE_LIT = CABLES.copies(
  'M16 0c0 22 36 18 36 44c-12 4 -22 -2 -22 -10c-2 -10 -16 -12 -14 -34zM16 -44c0 22 36 18 36 44c-12 4 -22 -2 -22 -10c-2 -10 -16 -12 -14 -34z',
);
const CABLE_LINES = CABLES.copies('M52 0c0 14 -8 18 -14 21M30 26c-8 5 -14 10 -14 18M16 0c0 22 36 18 36 44');
const CABLE_PURL = CABLES.copies([0, 11, 22, 33].map((y) => `M72 ${y + 4}q5 5 10 0M88 ${y + 4}q5 5 10 0`).join(''));
const CABLE_WALLS = CABLES.copies(box(8, 0, 4, 44) + box(57, 0, 4, 44));

/** Twisted columns between purl ground. */
export function cableKnit(cloth: Cloth): Tile {
  const [dark, light] = [cloth.shaded, cloth.lit];
  return {
    width: CABLES.width,
    height: CABLES.height,
    svg:
      `<path d="${CABLE_WALLS}" fill="#1d1420" fill-opacity="${(dark * 0.6).toFixed(2)}"/><path d="${CABLE_LIT}" fill="#fff" fill-opacity="${(light * 0.75).toFixed(2)}"/>` +
      `<path d="${CABLE_LINES}" stroke="#1d1420" stroke-width="4" fill="none" stroke-opacity="${(dark * 0.95).toFixed(2)}"/>` +
      `<path d="${CABLE_PURL}" stroke="#1d1420" stroke-width="3" fill="none" stroke-opacity="${(dark * 0.7).toFixed(2)}"/>`,
  };
}

const QUILT = cellOf(76, 88);
const QUILT_LIT = QUILT.copies('M38 0l38 44l-38 44l-38 -44z');
const QUILT_DARK = QUILT.copies('M38 88l38 -44l-16 -4l-22 26l-22 -26l-16 4z');

/** Diamond stitching with a soft pillow in each field. */
export function quilted(cloth: Cloth): Tile {
  const d = cloth.shaded;
  return {
    width: QUILT.width,
    height: QUILT.height,
    svg:
      `<path d="${QUILT_LIT}" fill="#fff" fill-opacity="${(cloth.lit * 0.34).toFixed(2)}"/><path d="${QUILT_DARK}" fill="#1d1420" fill-opacity="${(d * 0.34).toFixed(2)}"/>` +
      `<path d="${QUILT_LIT}" stroke="#1d1420" stroke-width="3.4" fill="none" stroke-opacity="${(d * 1.25).toFixed(2)}"/>`,
  };
}

const EYELETS = cellOf(60, 60);
const EYELET_HOLES = EYELETS.copies(
  [
    [30, 8],
    [16, 22],
    [44, 22],
    [30, 36],
    [2, 36],
    [58, 36],
    [16, 50],
    [44, 50],
  ]
    .map(([x = 0, y = 0]) => dot(x, y, 6.5))
    .join(''),
);

/** Eyelets worked into knitting, in a lattice. */
export function openwork(cloth: Cloth): Tile {
  return {
    width: EYELETS.width,
    height: EYELETS.height,
    svg: `<path d="${EYELET_HOLES}" fill="#1d1420" fill-opacity="${(cloth.shaded * 1.2).toFixed(2)}"/>`,
  };
}
