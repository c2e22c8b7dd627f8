/** How much a pattern asks to be looked at, and how large its motif is. */
export interface PatternKnowledge {
  /** 0 none (solid, texture) to 1 (leopard, sequins). */
  readonly loudness: number;
  /** 0 fine (ribs, herringbone) to 1 large (graphic print, colour block). */
  readonly scale: number;
  /** Added to the garment's formality. */
  readonly formality: number;
}

/** From this loudness on an outfit bears one such piece and no second. */
export const LOUD = 0.5;

/** Pattern id -> knowledge; texture (ribs, cables, quilting) counts as nearly plain. */
export const PATTERNS: Readonly<Record<string, PatternKnowledge>> = {
  solid: { loudness: 0, scale: 0, formality: 0 },
  stripes: { loudness: 0.35, scale: 0.35, formality: 0 },
  plaid: { loudness: 0.5, scale: 0.6, formality: -0.05 },
  houndstooth: { loudness: 0.45, scale: 0.35, formality: 0.05 },
  argyle: { loudness: 0.5, scale: 0.5, formality: 0 },
  herringbone: { loudness: 0.2, scale: 0.15, formality: 0.06 },
  polka_dot: { loudness: 0.5, scale: 0.4, formality: 0 },
  floral: { loudness: 0.65, scale: 0.55, formality: -0.02 },
  tropical: { loudness: 0.85, scale: 0.9, formality: -0.15 },
  animal: { loudness: 0.85, scale: 0.6, formality: -0.05 },
  leopard: { loudness: 0.85, scale: 0.5, formality: -0.05 },
  zebra: { loudness: 0.9, scale: 0.7, formality: -0.05 },
  snake: { loudness: 0.75, scale: 0.45, formality: -0.03 },
  camouflage: { loudness: 0.8, scale: 0.7, formality: -0.25 },
  graphic: { loudness: 0.75, scale: 0.9, formality: -0.2 },
  letters: { loudness: 0.6, scale: 0.7, formality: -0.2 },
  cartoon: { loudness: 0.8, scale: 0.8, formality: -0.3 },
  abstract: { loudness: 0.7, scale: 0.8, formality: -0.08 },
  geometric: { loudness: 0.6, scale: 0.6, formality: -0.03 },
  paisley: { loudness: 0.65, scale: 0.5, formality: 0 },
  ethnic_print: { loudness: 0.75, scale: 0.7, formality: -0.05 },
  chinese_motif: { loudness: 0.6, scale: 0.6, formality: 0.05 },
  tie_dye: { loudness: 0.85, scale: 0.9, formality: -0.25 },
  gradient: { loudness: 0.45, scale: 0.8, formality: -0.03 },
  colour_block: { loudness: 0.6, scale: 0.95, formality: -0.08 },
  patchwork: { loudness: 0.75, scale: 0.8, formality: -0.15 },
  embroidery: { loudness: 0.4, scale: 0.4, formality: 0.08 },
  lace: { loudness: 0.3, scale: 0.3, formality: 0.1 },
  sequin: { loudness: 0.9, scale: 0.2, formality: 0.12 },
  beaded: { loudness: 0.6, scale: 0.2, formality: 0.15 },
  jacquard: { loudness: 0.35, scale: 0.4, formality: 0.08 },
  cable_knit: { loudness: 0.12, scale: 0.3, formality: -0.03 },
  ribbed: { loudness: 0.05, scale: 0.1, formality: 0 },
  pleated: { loudness: 0.12, scale: 0.2, formality: 0.05 },
  ruffled: { loudness: 0.25, scale: 0.4, formality: 0.03 },
  quilted: { loudness: 0.15, scale: 0.4, formality: -0.03 },
  ripped: { loudness: 0.5, scale: 0.5, formality: -0.3 },
  denim_wash: { loudness: 0.1, scale: 0.2, formality: -0.05 },
  cutout: { loudness: 0.4, scale: 0.4, formality: -0.1 },
  bow: { loudness: 0.35, scale: 0.4, formality: 0.03 },
  fringe: { loudness: 0.45, scale: 0.5, formality: -0.08 },
};
