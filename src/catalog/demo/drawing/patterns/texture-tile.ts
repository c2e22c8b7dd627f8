import type { Cloth } from '../cloth.js';
import type { Tile } from './tile.js';

type Texture = (cloth: Cloth) => Tile;

const dark = (cloth: Cloth, share: number): string => `#1d1420" stroke-opacity="${(cloth.shaded * share).toFixed(2)}`;
const light = (cloth: Cloth, share: number): string => `#fff" stroke-opacity="${(cloth.lit * share).toFixed(2)}`;

/** Stocking stitch: columns of small v. */
const knit: Texture = (cloth) => ({
  width: 13,
  height: 11,
  svg: `<path d="M0 1L6.500 8L13 1" stroke="${dark(cloth, 0.62)}" stroke-width="2.6" fill="none"/><path d="M0 5L6.500 12L13 5" stroke="${light(cloth, 0.4)}" stroke-width="1.600" fill="none"/>`,
});

const twill: Texture = (cloth) => ({
  width: 7,
  height: 7,
  svg: `<path d="M-1 8L8 -1" stroke="${light(cloth, 0.42)}" stroke-width="1.7"/><path d="M-1 4L4 -1M3 8L8 3" stroke="${dark(cloth, 0.25)}" stroke-width="1.2"/>`,
});

const slub: Texture = (cloth) => ({
  width: 46,
  height: 46,
  svg: `<path d="M0 6H30M18 19H46M4 33H26M34 41H46M7 0V22M21 14V46M35 0V16M41 22V40" stroke="${dark(cloth, 0.24)}" stroke-width="1.7"/><path d="M24 11H44M2 26H18M13 24V46M30 4V30" stroke="${light(cloth, 0.5)}" stroke-width="1.700"/>`,
});

const boucle: Texture = (cloth) => {
  const fleck = cloth.colours[1] ?? '#fbf3e6';
  return {
    width: 30,
    height: 30,
    svg: `<path d="M2 4h9M18 3h8M9 12h10M24 13h6M1 20h9M15 21h9M6 28h9M22 28h6" stroke="${fleck}" stroke-width="3.4" stroke-linecap="round" opacity=".55"/><path d="M4 8v7M14 1v7M21 9v7M27 18v7M11 18v7M4 24v6M19 25v5" stroke="${dark(cloth, 0.8)}" stroke-width="3" stroke-linecap="round"/>`,
  };
};

const wale: Texture = (cloth) => ({
  width: 11,
  height: 40,
  svg: `<rect width="4" height="40" fill="#1d1420" opacity="${(cloth.shaded * 0.65).toFixed(2)}"/><rect x="6" width="3" height="40" fill="#fff" opacity="${(cloth.lit * 0.35).toFixed(2)}"/>`,
});

const curls: Texture = (cloth) => ({
  width: 34,
  height: 32,
  svg: `<path d="M4 8q5-8 10 0t-7 5M20 6q6-6 10 2t-8 5M10 24q5-8 10 0t-7 5M28 26q5-7 9 0" stroke="${dark(cloth, 0.55)}" stroke-width="2.800" fill="none" stroke-linecap="round"/><path d="M6 16q5-6 9 0M24 19q5-6 9 0M0 27q4-5 8 0" stroke="${light(cloth, 0.8)}" stroke-width="2.600" fill="none" stroke-linecap="round"/>`,
});

const fur: Texture = (cloth) => ({
  width: 44,
  height: 52,
  svg: `<path d="M4 4q-3 10 2 18M16 0q4 10-1 20M28 6q-4 10 1 18M38 2q4 10 0 20M9 26q4 10 0 20M22 28q-4 8 1 20M34 28q4 10-1 20" stroke="${dark(cloth, 0.55)}" stroke-width="2.400" fill="none"/><path d="M10 6q-3 10 1 16M22 10q3 8-1 16M33 10q-3 8 1 16M3 30q3 10 0 18M16 30q-3 8 0 16M28 32q3 8 0 16M41 26q-3 10 1 20" stroke="${light(cloth, 0.9)}" stroke-width="2.200" fill="none"/>`,
});

const brushed: Texture = (cloth) => ({
  width: 26,
  height: 26,
  svg: `<path d="M3 5l3 2M14 3l3-2M21 10l3 2M8 14l3-2M17 18l3 2M4 22l3-1M12 24l2-2M24 22l2 2" stroke="${dark(cloth, 0.5)}" stroke-width="2" stroke-linecap="round"/><path d="M9 6l3 1M19 5l2 2M3 12l2 2M13 10l3 1M22 16l3-1M9 19l2 2" stroke="${light(cloth, 0.6)}" stroke-width="2" stroke-linecap="round"/>`,
});

const grid: Texture = (cloth) => ({
  width: 9,
  height: 9,
  svg: `<path d="M0 2H9M2 0V9" stroke="${dark(cloth, 0.42)}" stroke-width="1.5"/>`,
});

const holes: Texture = (cloth) => ({
  width: 12,
  height: 14,
  svg: `<g fill="#1d1420" fill-opacity="${(cloth.shaded * 0.75).toFixed(2)}"><circle cx="3" cy="3.500" r="2.300"/><circle cx="9" cy="10.500" r="2.300"/></g>`,
});

/** Flowers joined by a net. */
const laceNet: Texture = (cloth) => {
  const thread = cloth.edge;
  const petals = [0, 60, 120, 180, 240, 300]
    .map((turn) => `<ellipse cx="32" cy="21" rx="6" ry="10" transform="rotate(${turn} 32 34)"/>`)
    .join('');
  return {
    width: 64,
    height: 68,
    svg:
      `<g fill="#fff" fill-opacity=".32" stroke="${thread}" stroke-opacity=".5" stroke-width="1.800">${petals}<circle cx="32" cy="34" r="5"/></g>` +
      `<path d="M0 0L12 14M64 0L52 14M0 68L12 54M64 68L52 54M0 34H8M56 34H64M32 0V6M32 62V68" stroke="${thread}" stroke-opacity=".45" stroke-width="1.800"/><g fill="none" stroke="${thread}" stroke-opacity=".42" stroke-width="1.800"><circle r="11"/><circle cx="64" r="11"/><circle cy="68" r="11"/><circle cx="64" cy="68" r="11"/></g>`,
  };
};

const basket: Texture = (cloth) => ({
  width: 28,
  height: 20,
  svg: `<path d="M0 5Q7 0 14 5T28 5M0 15Q7 20 14 15T28 15" stroke="${dark(cloth, 0.75)}" stroke-width="2.600" fill="none"/><path d="M0 9Q7 4 14 9T28 9M0 19Q7 24 14 19T28 19" stroke="${light(cloth, 0.9)}" stroke-width="2.400" fill="none"/><path d="M0 0V10M14 10V20" stroke="${dark(cloth, 0.5)}" stroke-width="2.200"/>`,
});

const TEXTURES: Readonly<Record<string, Texture>> = {
  knit,
  acrylic: knit,
  cashmere: knit,
  mohair: fur,
  denim: twill,
  linen: slub,
  cotton_linen: slub,
  tweed: boucle,
  corduroy: wale,
  sherpa: curls,
  fleece: brushed,
  wool: brushed,
  flannel: brushed,
  suede: brushed,
  faux_fur: fur,
  fur,
  canvas: grid,
  mesh: holes,
  lace: laceNet,
  straw: basket,
};

/** The repeat of a material's surface; undefined where it is smooth at arm's length. */
export function textureTile(cloth: Cloth): Tile | undefined {
  // A knitted pattern already shows the stitches.
  if (cloth.pattern === 'cable_knit' || (cloth.pattern === 'ribbed' && cloth.material === 'knit')) return undefined;
  return cloth.material === null ? undefined : TEXTURES[cloth.material]?.(cloth);
}
