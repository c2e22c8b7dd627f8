import type { Slot } from '../outfit-composer.js';

/** Where a piece and its label lie on the board: fractions of width and height, and a turn in degrees. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly turn: number;
}

type Row = readonly [left: number, top: number, width: number, height: number, turn: number];

/** Garments that cover the body, from the outside in; all else is small. */
const BODY = ['outer', 'mid', 'top', 'onepiece', 'bottom'] as const;
/** Small things in the order in which they take the better places. */
const SMALL_FIRST = ['footwear', 'bag'];

/**
 * Flat lays by how many garments and how many small things there are: garments as they would be worn, tops
 * over bottoms, the coat beside them, shoes low, bag and accessories where the eye goes last.
 */
const LAYS: Readonly<Record<string, { readonly body: readonly Row[]; readonly small: readonly Row[] }>> = {
  '0+1': { body: [], small: [[0.15, 0.15, 0.7, 0.7, -3]] },
  '0+2': {
    body: [],
    small: [
      [0.06, 0.46, 0.52, 0.46, -4],
      [0.48, 0.08, 0.46, 0.46, 4],
    ],
  },
  '0+3': {
    body: [],
    small: [
      [0.06, 0.52, 0.5, 0.42, -4],
      [0.5, 0.3, 0.44, 0.44, 4],
      [0.1, 0.08, 0.38, 0.38, -3],
    ],
  },
  '1+0': { body: [[0.14, 0.06, 0.72, 0.88, 0]], small: [] },
  '1+1': { body: [[0.04, 0.05, 0.58, 0.9, -2]], small: [[0.62, 0.58, 0.34, 0.32, 4]] },
  '1+2': {
    body: [[0.04, 0.05, 0.56, 0.9, -2]],
    small: [
      [0.6, 0.62, 0.36, 0.32, -4],
      [0.61, 0.2, 0.34, 0.38, 4],
    ],
  },
  '1+3': {
    body: [[0.04, 0.05, 0.54, 0.9, -2]],
    small: [
      [0.6, 0.68, 0.36, 0.28, -4],
      [0.6, 0.33, 0.35, 0.34, 4],
      [0.64, 0.05, 0.26, 0.26, -3],
    ],
  },
  '2+0': {
    body: [
      [0.04, 0.06, 0.5, 0.6, -3],
      [0.52, 0.26, 0.42, 0.68, 2],
    ],
    small: [],
  },
  '2+1': {
    body: [
      [0.04, 0.04, 0.5, 0.5, -3],
      [0.52, 0.16, 0.43, 0.76, 2],
    ],
    small: [[0.08, 0.6, 0.4, 0.34, -4]],
  },
  '2+2': {
    body: [
      [0.05, 0.03, 0.52, 0.43, -2],
      [0.1, 0.485, 0.44, 0.49, 1],
    ],
    small: [
      [0.59, 0.63, 0.36, 0.3, -5],
      [0.6, 0.18, 0.36, 0.4, 4],
    ],
  },
  '3+0': {
    body: [
      [0.03, 0.12, 0.48, 0.74, -3],
      [0.51, 0.04, 0.45, 0.4, 2],
      [0.54, 0.44, 0.38, 0.53, 1],
    ],
    small: [],
  },
  '3+1': {
    body: [
      [0.03, 0.04, 0.47, 0.63, -3],
      [0.52, 0.04, 0.44, 0.39, 2],
      [0.55, 0.44, 0.38, 0.53, 1],
    ],
    small: [[0.08, 0.69, 0.37, 0.27, -5]],
  },
  '4+0': {
    body: [
      [0.03, 0.03, 0.47, 0.5, -3],
      [0.52, 0.03, 0.44, 0.41, 2],
      [0.05, 0.54, 0.44, 0.42, -1],
      [0.55, 0.45, 0.38, 0.52, 1],
    ],
    small: [],
  },
};

/** Over its dress a coat needs the height that a top does not. */
const BESIDE_A_DRESS: Readonly<Record<string, { readonly body: readonly Row[]; readonly small: readonly Row[] }>> = {
  '2+0': {
    body: [
      [0.03, 0.08, 0.46, 0.78, -3],
      [0.5, 0.07, 0.46, 0.87, 1],
    ],
    small: [],
  },
  '2+1': {
    body: [
      [0.02, 0.04, 0.47, 0.62, -3],
      [0.5, 0.05, 0.46, 0.88, 1],
    ],
    small: [[0.07, 0.69, 0.37, 0.27, -5]],
  },
  '2+2': {
    body: [
      [0.02, 0.04, 0.44, 0.62, -3],
      [0.41, 0.04, 0.42, 0.78, 1],
    ],
    small: [
      [0.06, 0.69, 0.36, 0.27, -5],
      [0.74, 0.62, 0.24, 0.33, 4],
    ],
  },
};

/** One place a slot, in the order given. Boards hold up to six pieces; more share the last place. */
export function arrange(slots: readonly Slot[]): Place[] {
  const body = BODY.filter((slot) => slots.includes(slot));
  const small = slots
    .filter((slot) => !(BODY as readonly string[]).includes(slot))
    .sort((a, b) => rankOf(a) - rankOf(b));
  const key = `${body.length}+${small.length}`;
  const lay =
    (body.includes('onepiece') ? BESIDE_A_DRESS[key] : undefined) ?? LAYS[key] ?? gridLay(body.length, small.length);
  const rows = new Map<Slot, Row>();
  for (const [index, slot] of body.entries()) rows.set(slot, lay.body[index] ?? LAST);
  for (const [index, slot] of small.entries()) rows.set(slot, lay.small[index] ?? LAST);
  return slots.map((slot) => {
    const [left, top, width, height, turn] = rows.get(slot) ?? LAST;
    return { left, top, width, height, turn };
  });
}

const LAST: Row = [0.66, 0.68, 0.3, 0.28, 0];

/** Any other number of pieces: rows of three. */
function gridLay(bodyCount: number, smallCount: number): { body: Row[]; small: Row[] } {
  const count = bodyCount + smallCount;
  const columns = Math.min(3, count);
  const lines = Math.ceil(count / columns);
  const cell = (index: number): Row => [
    0.03 + (index % columns) * (0.94 / columns),
    0.03 + Math.floor(index / columns) * (0.94 / lines),
    0.9 / columns,
    0.9 / lines,
    index % 2 === 0 ? -2 : 2,
  ];
  const cells = Array.from({ length: count }, (_, index) => cell(index));
  return { body: cells.slice(0, bodyCount), small: cells.slice(bodyCount) };
}

function rankOf(slot: Slot): number {
  const at = SMALL_FIRST.indexOf(slot);
  return at < 0 ? SMALL_FIRST.length : at;
}
