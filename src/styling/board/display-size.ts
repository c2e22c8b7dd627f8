import type { Slot } from '../outfit-composer.js';

/** What is known of a piece that is laid down: its kind, how long its row calls it, and its picture's shape. */
export interface ShownPiece {
  readonly slot: Slot;
  readonly category?: string | null | undefined;
  readonly length?: string | null | undefined;
  readonly width: number;
  readonly height: number;
}

/** Centimetres from top to hem of a garment laid flat, of the usual length. */
const TALL: Readonly<Record<string, number>> = {
  top: 72,
  tshirt: 70,
  shirt: 76,
  tunic: 84,
  tank_top: 64,
  camisole: 58,
  bodysuit: 60,
  jersey: 76,
  sports_bra: 36,
  mid: 68,
  outer: 72,
  blazer: 76,
  coat: 104,
  trench_coat: 108,
  parka: 92,
  raincoat: 96,
  bottom: 104,
  capris: 78,
  shorts: 46,
  skirt: 64,
  onepiece: 112,
  gown: 146,
  hanfu: 140,
  jumpsuit: 146,
  overalls: 136,
  romper: 82,
  suit: 106,
  tracksuit: 106,
  swimsuit: 66,
  bikini: 44,
  swim_trunks: 44,
};

/** By what a length changes that, where the kind is not of that length by itself. */
const LENGTHS: Readonly<Record<Slot, Readonly<Record<string, number>>>> = {
  top: { cropped: 0.72, midi: 1.2, long: 1.35 },
  mid: { cropped: 0.76, midi: 1.25, long: 1.5 },
  outer: { cropped: 0.8, short: 0.85, midi: 1.06, long: 1.16 },
  bottom: { short: 0.85, knee: 1, midi: 1.25, long: 1.5, ankle: 0.94 },
  onepiece: { short: 0.8, knee: 0.92, midi: 1.06, long: 1.24, floor: 1 },
};
/** Trousers are as long as they are: "long" says nothing more of them. */
const STRETCHED_BY_LENGTH: ReadonlySet<string> = new Set(['skirt', 'shorts']);

/**
 * The longer side of what is small, in the same centimetres but larger than life: laid beside a coat at its own size a
 * pair of shoes is a detail, and an earring nothing.
 */
const SMALL: Readonly<Record<string, number>> = {
  footwear: 51,
  ankle_boots: 44,
  bag: 54,
  clutch: 46,
  crossbody: 51,
  pouch: 37,
  wallet: 32,
  backpack: 61,
  duffel_bag: 68,
  suitcase: 81,
  accessory: 39,
  hat: 54,
  cap: 44,
  scarf: 73,
  shawl: 85,
  belt: 54,
  tie: 78,
  umbrella: 76,
  sunglasses: 37,
  glasses: 37,
  necklace: 44,
  earrings: 32,
};
const SMALL_OTHERWISE = 34;
const TALL_BOOTS = 62;
/** From this shape on a boot has a shaft: kinds do not say. */
const SHAFT = 1.2;

/** Centimetres of height at which a piece is to be seen, so that the pieces of a board are of one scale. */
export function displayHeight(piece: ShownPiece): number {
  const { slot, category, length, width, height } = piece;
  const own = category ?? '';
  const usual = TALL[own] ?? TALL[slot];
  if (usual !== undefined) {
    const byLength = LENGTHS[slot]?.[length ?? ''] ?? 1;
    const counts = slot !== 'bottom' || STRETCHED_BY_LENGTH.has(own) || length === 'ankle';
    return usual * (counts ? byLength : 1);
  }
  const boots = own === 'boots' && height > SHAFT * width;
  const side = boots ? TALL_BOOTS : (SMALL[own] ?? SMALL[slot] ?? SMALL_OTHERWISE);
  return (side * height) / Math.max(width, height);
}
