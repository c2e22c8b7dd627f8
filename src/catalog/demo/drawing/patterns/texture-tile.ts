import type { Cloth } from '../cloth.js';
import { box, type Cell, cellOf, dot, type Tile } from './tile.js';

/** One layer of a texture: marks in shade or light, `share` of the cloth's strength. */
interface Layer {
  readonly marks: string;
  readonly tone: 'shade' | 'light' | 'fleck';
  readonly share: number;
  /** Stroke width; filled where absent. */
  readonly line?: number;
}

interface Texture {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly Layer[];
}

/** Geometry is multiplied once, when the module loads; only tones depend on the cloth. */
function texture(cell: Cell, ...layers: Layer[]): Texture {
  return { ...cell, layers: layers.map((layer) => ({ ...layer, marks: cell.copies(layer.marks) })) };
}

/** Stocking stitch: columns of small v. */
const knit = texture(
  cellOf(17, 14),
  { marks: 'M0 1l8.5 9l8.5 -9', tone: 'shade', share: 0.6, line: 3.2 },
  { marks: 'M0 6l8.5 9l8.5 -9', tone: 'light', share: 0.4, line: 2 },
);

const TWILL_SIDE = 252;
const twillLines = (shift: number): string =>
  Array.from({ length: (TWILL_SIDE / 7) * 2 + 1 }, (_unused, index) => {
    const at = (index - TWILL_SIDE / 7) * 7 + shift;
    return `M${at} ${TWILL_SIDE}l${TWILL_SIDE} ${-TWILL_SIDE}`;
  }).join('');

const twill: Texture = {
  width: TWILL_SIDE,
  height: TWILL_SIDE,
  layers: [
    { marks: twillLines(0), tone: 'light', share: 0.42, line: 1.7 },
    { marks: twillLines(3.5), tone: 'shade', share: 0.25, line: 1.2 },
  ],
};

const slub = texture(
  cellOf(46, 46),
  {
    marks: 'M0 6h30M18 19h28M4 33h22M34 41h12M7 0v22M21 14v32M35 0v16M41 22v18',
    tone: 'shade',
    share: 0.24,
    line: 1.7,
  },
  { marks: 'M24 11h20M2 26h16M13 24v22M30 4v26', tone: 'light', share: 0.5, line: 1.7 },
);

const boucle = texture(
  cellOf(30, 30),
  { marks: 'M2 4h9M18 3h8M9 12h10M24 13h6M1 20h9M15 21h9M6 28h9M22 28h6', tone: 'fleck', share: 0.55, line: 3.4 },
  { marks: 'M4 8v7M14 1v7M21 9v7M27 18v7M11 18v7M4 24v6M19 25v5', tone: 'shade', share: 0.8, line: 3 },
);

const wale = texture(
  cellOf(11, 250),
  { marks: box(0, 0, 4, 250), tone: 'shade', share: 0.65 },
  { marks: box(6, 0, 3, 250), tone: 'light', share: 0.35 },
);

const curls = texture(
  cellOf(34, 32),
  {
    marks: 'M4 8q5 -8 10 0t-7 5M20 6q6 -6 10 2t-8 5M10 24q5 -8 10 0t-7 5M28 26q5 -7 9 0',
    tone: 'shade',
    share: 0.55,
    line: 2.8,
  },
  { marks: 'M6 16q5 -6 9 0M24 19q5 -6 9 0M0 27q4 -5 8 0', tone: 'light', share: 0.8, line: 2.6 },
);

const fur = texture(
  cellOf(44, 52),
  {
    marks:
      'M4 4q-3 10 2 18M16 0q4 10 -1 20M28 6q-4 10 1 18M38 2q4 10 0 20M9 26q4 10 0 20M22 28q-4 8 1 20M34 28q4 10 -1 20',
    tone: 'shade',
    share: 0.55,
    line: 2.4,
  },
  {
    marks:
      'M10 6q-3 10 1 16M22 10q3 8 -1 16M33 10q-3 8 1 16M3 30q3 10 0 18M16 30q-3 8 0 16M28 32q3 8 0 16M41 26q-3 10 1 20',
    tone: 'light',
    share: 0.9,
    line: 2.2,
  },
);

const brushed = texture(
  cellOf(84, 80),
  {
    marks: 'M6 10l5 3M30 6l5 -3M64 20l5 3M20 34l5 -3M50 42l5 3M8 62l5 -2M36 70l4 -3M72 62l4 4',
    tone: 'shade',
    share: 0.5,
    line: 2.6,
  },
  {
    marks: 'M22 14l5 2M54 9l4 3M6 40l4 3M36 26l5 2M70 44l5 -2M24 54l4 3M56 68l5 2',
    tone: 'light',
    share: 0.6,
    line: 2.6,
  },
);

const weave: Texture = {
  width: 252,
  height: 252,
  layers: [
    {
      marks: Array.from({ length: 28 }, (_unused, index) => `M0 ${index * 9 + 2}h252M${index * 9 + 2} 0v252`).join(''),
      tone: 'shade',
      share: 0.42,
      line: 1.5,
    },
  ],
};

const holes = texture(cellOf(12, 14), { marks: dot(3, 3.5, 2.3) + dot(9, 10.5, 2.3), tone: 'shade', share: 0.75 });

const basket = texture(
  cellOf(28, 20),
  { marks: 'M0 5q7 -5 14 0t14 0M0 15q7 5 14 0t14 0', tone: 'shade', share: 0.75, line: 2.6 },
  { marks: 'M0 9q7 -5 14 0t14 0M0 19q7 5 14 0t14 0', tone: 'light', share: 0.9, line: 2.4 },
  { marks: 'M0 0v10M14 10v10', tone: 'shade', share: 0.5, line: 2.2 },
);

const LACE = cellOf(64, 68);
const LACE_FLOWERS = LACE.copies(
  dot(32, 34, 5) +
    [0, 60, 120, 180, 240, 300]
      .map((turn) => {
        const angle = (turn * Math.PI) / 180;
        return dot(Math.round(32 + Math.sin(angle) * 12), Math.round(34 - Math.cos(angle) * 12), 6.5);
      })
      .join(''),
);
const LACE_NET = LACE.copies(
  `M0 0l12 14M64 0l-12 14M0 68l12 -14M64 68l-12 -14M0 34h8M56 34h8M32 0v6M32 62v6${dot(0, 0, 11)}`,
);

/** Flowers joined by a net. */
function laceNet(cloth: Cloth): Tile {
  return {
    width: LACE.width,
    height: LACE.height,
    svg:
      `<path d="${LACE_FLOWERS}" fill="#fff" fill-opacity=".3" stroke="${cloth.edge}" stroke-opacity=".5" stroke-width="1.8"/>` +
      `<path d="${LACE_NET}" fill="none" stroke="${cloth.edge}" stroke-opacity=".45" stroke-width="1.8"/>`,
  };
}

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
  canvas: weave,
  mesh: holes,
  straw: basket,
};

function toned(layer: Layer, cloth: Cloth): string {
  const strength = layer.tone === 'shade' ? cloth.shaded : layer.tone === 'light' ? cloth.lit : 1;
  const colour = layer.tone === 'shade' ? '#1d1420' : layer.tone === 'light' ? '#fff' : (cloth.colours[1] ?? '#fbf3e6');
  const opacity = (strength * layer.share).toFixed(2);
  return layer.line === undefined
    ? `<path d="${layer.marks}" fill="${colour}" fill-opacity="${opacity}"/>`
    : `<path d="${layer.marks}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${layer.line}"/>`;
}

/** The repeat of a material's surface; undefined where it is smooth at arm's length. */
export function textureTile(cloth: Cloth): Tile | undefined {
  // A knitted pattern already shows the stitches.
  if (cloth.pattern === 'cable_knit' || (cloth.pattern === 'ribbed' && cloth.material === 'knit')) return undefined;
  if (cloth.material === 'lace') return laceNet(cloth);
  const known = cloth.material === null ? undefined : TEXTURES[cloth.material];
  return (
    known && {
      width: known.width,
      height: known.height,
      svg: known.layers.map((layer) => toned(layer, cloth)).join(''),
    }
  );
}
