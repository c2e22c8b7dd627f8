import { brightness, mix } from './colour.js';
import { dye } from './palette.js';

/** A dyed and printed material, as the painter needs it. */
export interface Cloth {
  /** Ground colour, then the print's or trim's colours, as hex. */
  readonly colours: readonly [string, ...string[]];
  readonly pattern: string | null;
  readonly material: string | null;
  /** Tints for lines and shade, derived from the ground. */
  readonly edge: string;
  readonly seam: string;
  readonly inner: string;
  /** Too dark for a shadow to show. */
  readonly dark: boolean;
  readonly hand: Hand;
  /** How strong white light and dark shade show on this ground, 0 to 1. */
  readonly lit: number;
  readonly shaded: number;
}

/** How a material takes light and falls. */
export interface Hand {
  /** Weight of fold shading, 0 (stiff) to 1 (flows). */
  readonly folds: number;
  /** Weight of highlights, 0 (matt) to 1 (mirror). */
  readonly gloss: number;
  /** Share of the cloth that hides what is behind it. */
  readonly cover: number;
  /** Fibres stand out of the edge. */
  readonly fluffy: boolean;
}

const HAND: Hand = { folds: 0.6, gloss: 0.15, cover: 1, fluffy: false };

const HANDS: Readonly<Record<string, Partial<Hand>>> = {
  silk: { folds: 0.9, gloss: 0.65 },
  satin: { folds: 0.95, gloss: 0.85 },
  acetate: { folds: 0.9, gloss: 0.6 },
  ice_silk: { folds: 0.8, gloss: 0.3 },
  viscose: { folds: 0.85, gloss: 0.2 },
  lyocell: { folds: 0.85, gloss: 0.22 },
  modal: { folds: 0.8 },
  chiffon: { folds: 0.9, cover: 0.78, gloss: 0.1 },
  tulle: { folds: 0.8, cover: 0.55 },
  lace: { folds: 0.4, cover: 0.86 },
  mesh: { folds: 0.5, cover: 0.8 },
  linen: { folds: 0.75, gloss: 0.05 },
  cotton_linen: { folds: 0.7, gloss: 0.05 },
  wool: { folds: 0.4, gloss: 0.05 },
  cashmere: { folds: 0.5, gloss: 0.12 },
  mohair: { folds: 0.35, gloss: 0.1, fluffy: true },
  knit: { folds: 0.4, gloss: 0.06 },
  acrylic: { folds: 0.4, gloss: 0.06 },
  tweed: { folds: 0.25, gloss: 0 },
  denim: { folds: 0.6, gloss: 0.12 },
  canvas: { folds: 0.3, gloss: 0.05 },
  corduroy: { folds: 0.4, gloss: 0.12 },
  velvet: { folds: 0.7, gloss: 0.5 },
  suede: { folds: 0.35, gloss: 0.05 },
  leather: { folds: 0.7, gloss: 0.6 },
  faux_leather: { folds: 0.7, gloss: 0.7 },
  patent_leather: { folds: 0.6, gloss: 1 },
  technical: { folds: 0.6, gloss: 0.3 },
  nylon: { folds: 0.65, gloss: 0.4 },
  polyester: { folds: 0.65, gloss: 0.25 },
  spandex: { folds: 0.35, gloss: 0.35 },
  down: { folds: 0.3, gloss: 0.45 },
  padding: { folds: 0.3, gloss: 0.3 },
  fleece: { folds: 0.3, gloss: 0.02 },
  sherpa: { folds: 0.15, gloss: 0, fluffy: true },
  faux_fur: { folds: 0.2, gloss: 0.15, fluffy: true },
  fur: { folds: 0.2, gloss: 0.2, fluffy: true },
  rubber: { folds: 0.15, gloss: 0.35 },
  plastic: { folds: 0.2, gloss: 0.7 },
  straw: { folds: 0.1, gloss: 0.05 },
};

export function handOf(material: string | null): Hand {
  return { ...HAND, ...(material === null ? {} : HANDS[material]) };
}

const INK = '#221c24';

/** Cloth of vocabulary ids. */
export function clothOf(colours: readonly string[], pattern: string | null, material: string | null): Cloth {
  const [ground = 'beige', ...others] = colours;
  const print = pattern === 'solid' ? null : pattern;
  return clothFrom([dye(ground, material), ...others.map((id) => dye(id, material))], print, material);
}

/** Cloth of hex colours. */
export function clothFrom(
  colours: readonly [string, ...string[]],
  pattern: string | null = null,
  material: string | null = null,
): Cloth {
  const ground = colours[0];
  const light = brightness(ground);
  // On dark cloth a seam reads as a paler thread; on pale cloth as a shadow.
  const seam = light < 0.25 ? mix(ground, '#ffffff', 0.27) : mix(ground, INK, 0.34);
  return {
    colours,
    pattern,
    material,
    edge: mix(ground, INK, light < 0.25 ? 0.55 : 0.38),
    seam,
    inner: mix(ground, INK, light < 0.25 ? 0.4 : 0.28),
    dark: light < 0.25,
    hand: handOf(material),
    lit: 0.34 - light * 0.1,
    shaded: 0.34 - light * 0.13,
  };
}

/** The same cloth in its own material without a print: trims, collars, ribs, the back of a print. */
export function plain(cloth: Cloth, hex: string = cloth.colours[0], pattern: string | null = null): Cloth {
  return clothFrom([hex, ...cloth.colours.slice(1)], pattern, cloth.material);
}
