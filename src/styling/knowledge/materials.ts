/** How a material moves its garment's insulation and formality. */
export interface MaterialKnowledge {
  /** Multiplies the category's clo. */
  readonly warmth: number;
  /** Added to the category's formality. */
  readonly formality: number;
  /** Seasons it is out of place in. */
  readonly not?: readonly string[];
  /** Boots of it are kept for these occasions (rubber boots for rain). */
  readonly bootsFor?: readonly string[];
}

const HOT = ['summer'] as const;
const COLD = ['winter'] as const;

/** Material id -> knowledge; a material that is absent changes nothing. */
export const MATERIALS: Readonly<Record<string, MaterialKnowledge>> = {
  cotton: { warmth: 1, formality: 0 },
  linen: { warmth: 0.75, formality: -0.03, not: COLD },
  cotton_linen: { warmth: 0.8, formality: -0.03, not: COLD },
  silk: { warmth: 0.9, formality: 0.12 },
  wool: { warmth: 1.3, formality: 0.06, not: HOT },
  cashmere: { warmth: 1.4, formality: 0.1, not: HOT },
  mohair: { warmth: 1.35, formality: 0.03, not: HOT },
  polyester: { warmth: 1, formality: 0 },
  nylon: { warmth: 0.95, formality: -0.08 },
  acrylic: { warmth: 1.15, formality: -0.03 },
  spandex: { warmth: 1, formality: -0.08 },
  viscose: { warmth: 0.85, formality: 0.02 },
  acetate: { warmth: 0.85, formality: 0.06 },
  ice_silk: { warmth: 0.6, formality: 0, not: COLD },
  denim: { warmth: 1.1, formality: -0.12 },
  leather: { warmth: 1.2, formality: 0.03 },
  faux_leather: { warmth: 1.1, formality: 0 },
  patent_leather: { warmth: 1.1, formality: 0.1 },
  suede: { warmth: 1.2, formality: -0.02, not: HOT },
  fleece: { warmth: 1.4, formality: -0.12, not: HOT },
  sherpa: { warmth: 1.5, formality: -0.12, not: HOT },
  flannel: { warmth: 1.3, formality: -0.05, not: HOT },
  down: { warmth: 1.4, formality: -0.1, not: HOT },
  padding: { warmth: 1.3, formality: -0.1, not: HOT },
  velvet: { warmth: 1.25, formality: 0.15, not: HOT },
  corduroy: { warmth: 1.25, formality: -0.03, not: HOT },
  chiffon: { warmth: 0.65, formality: 0.08, not: COLD },
  satin: { warmth: 0.85, formality: 0.15 },
  lace: { warmth: 0.7, formality: 0.12 },
  tulle: { warmth: 0.6, formality: 0.1 },
  mesh: { warmth: 0.55, formality: -0.1, not: COLD },
  knit: { warmth: 1.15, formality: 0 },
  jersey_knit: { warmth: 0.95, formality: -0.06 },
  tweed: { warmth: 1.3, formality: 0.1, not: HOT },
  canvas: { warmth: 1, formality: -0.1 },
  poplin: { warmth: 0.9, formality: 0.04 },
  technical: { warmth: 1, formality: -0.15 },
  fur: { warmth: 1.6, formality: 0.1, not: HOT },
  faux_fur: { warmth: 1.5, formality: 0.03, not: HOT },
  rubber: { warmth: 1, formality: -0.1, bootsFor: ['rainy_day', 'outdoor', 'camping'] },
  plastic: { warmth: 1, formality: -0.08 },
  straw: { warmth: 0.6, formality: -0.05, not: COLD },
  pearl: { warmth: 1, formality: 0.15 },
  gemstone: { warmth: 1, formality: 0.12 },
  gold_metal: { warmth: 1, formality: 0.06 },
  sterling_silver: { warmth: 1, formality: 0.04 },
  jade: { warmth: 1, formality: 0.06 },
};

/**
 * How readily a cloth lets air and moisture through, 0 to 1: an order, judged by fibre and weave (open plant fibres
 * before close-woven synthetics, coated cloth last). A material that is absent tells nothing of it.
 */
const AIRINESS: Readonly<Record<string, number>> = {
  mesh: 1,
  linen: 0.95,
  cotton_linen: 0.9,
  ice_silk: 0.85,
  lace: 0.8,
  technical: 0.75,
  cotton: 0.75,
  lyocell: 0.75,
  modal: 0.75,
  poplin: 0.7,
  silk: 0.7,
  viscose: 0.7,
  tulle: 0.65,
  chiffon: 0.6,
  jersey_knit: 0.6,
  knit: 0.55,
  wool: 0.5,
  cashmere: 0.5,
  canvas: 0.5,
  denim: 0.4,
  corduroy: 0.4,
  flannel: 0.4,
  tweed: 0.4,
  suede: 0.35,
  satin: 0.35,
  velvet: 0.3,
  leather: 0.3,
  polyester: 0.3,
  acrylic: 0.3,
  fleece: 0.3,
  nylon: 0.2,
  sherpa: 0.2,
  down: 0.2,
  padding: 0.2,
  faux_fur: 0.15,
  patent_leather: 0.1,
  faux_leather: 0.1,
  plastic: 0,
  rubber: 0,
};

export function airinessOf(material: string | null): number | undefined {
  return material === null ? undefined : AIRINESS[material];
}

/** Sleeve and length move insulation too: the covered skin. */
export const SLEEVE_WARMTH: Readonly<Record<string, number>> = {
  sleeveless: 0.7,
  strappy: 0.6,
  cap: 0.8,
  short: 0.85,
  half: 0.9,
  three_quarter: 1,
  long: 1.2,
  flutter: 0.85,
};
export const LENGTH_WARMTH: Readonly<Record<string, number>> = {
  cropped: 0.85,
  short: 0.8,
  knee: 0.95,
  midi: 1.1,
  long: 1.2,
  floor: 1.25,
  three_quarter: 0.85,
  ankle: 1,
};
