import type { Slot } from '../outfit-composer.js';
import { displayHeight, type ShownPiece } from './display-size.js';

/** A piece and the label below it, both in pixels. */
export interface ToLay extends ShownPiece {
  readonly label: { readonly width: number; readonly height: number };
}

export interface Board {
  readonly width: number;
  readonly height: number;
}

/** Where a piece lies and how it is turned, in pixels and degrees; its label hangs below the middle of it. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly turn: number;
}

/** Of the board's width: kept free at the rims, between the columns, between a piece and what is below it. */
const RIM = 0.045;
const GUTTER = 0.035;
const GAP = 0.03;
/** Between a piece and its label: clear of the shadow. */
export const LABEL_GAP = 0.017;
/** No gap is stretched further than this to fill a column. */
const MOST_SPREAD = 0.11;
/** Nothing is blown up beyond this share of the board, however few pieces there are. */
const MOST_HEIGHT = 0.8;

/** From head to foot, and what is carried before what is stood in. */
const DOWN = ['hat', 'cap', 'beanie', 'sunglasses', 'glasses', 'earrings', 'necklace', 'scarf', 'shawl', 'tie'].concat([
  'outer',
  'mid',
  'top',
  'onepiece',
  'bottom',
  'belt',
  'watch',
  'gloves',
  'umbrella',
  'bag',
  'footwear',
]);
const BODY: ReadonlySet<Slot> = new Set(['outer', 'mid', 'top', 'onepiece', 'bottom']);
/** What a layout with the top over the bottom, as both are worn, may be smaller by than one without. */
const AS_WORN = 1.15;
/** What columns of very different height are still worth: one lonely shoe beside a full column is a hole. */
const EVEN = 0.55;
const TURNS: Readonly<Record<'body' | 'small', readonly number[]>> = { body: [-2, 1], small: [-4, 4] };

/**
 * A flat lay of one or two columns at one scale: of all ways to share the pieces between them the one that shows them
 * largest and fills both, a top over its bottom where that costs little; shoes stand at the foot of their column. Places in the order
 * given, none over another.
 */
export function arrange(pieces: readonly ToLay[], board: Board): Place[] {
  const order = pieces.map((_, index) => index).sort((a, b) => rankOf(pieces[a]) - rankOf(pieces[b]));
  let best: { columns: number[][]; scale: number; worth: number } | undefined;
  for (const columns of waysToShare(order)) {
    const scale = largestScale(columns, pieces, board);
    const worn = columns.some((column) => topOverBottom(column, pieces)) ? AS_WORN : 1;
    const worth = scale * worn * (EVEN + (1 - EVEN) * evenness(columns, pieces));
    if (best === undefined || worth > best.worth) best = { columns, scale, worth };
  }
  return best === undefined ? [] : laid(best.columns, best.scale, pieces, board);
}

/** The first piece left, each other one left or right; a column of its own alone is one way. */
function waysToShare(order: readonly number[]): number[][][] {
  const [first, ...others] = order;
  if (first === undefined) return [];
  const ways: number[][][] = [];
  for (let way = 0; way < 2 ** others.length; way++) {
    const left = [first, ...others.filter((_, at) => ((way >> at) & 1) === 0)];
    const right = others.filter((_, at) => ((way >> at) & 1) === 1);
    ways.push(right.length === 0 ? [left] : [left, right]);
  }
  return ways;
}

function topOverBottom(column: readonly number[], pieces: readonly ToLay[]): boolean {
  const slots = column.map((index) => pieces[index]?.slot);
  const at = slots.indexOf('bottom');
  return at > 0 && (slots[at - 1] === 'top' || slots[at - 1] === 'mid');
}

/** The lower column to the higher, 0 to 1; a single column has no other to be beside. */
function evenness(columns: readonly number[][], pieces: readonly ToLay[]): number {
  if (columns.length < 2) return 0;
  const high = columns.map((column) => column.reduce((sum, at) => sum + heightOf(pieces[at]), 0));
  return Math.min(...high) / Math.max(...high);
}

/** Pixels a centimetre, so that the higher column and both breadths fit. */
function largestScale(columns: readonly number[][], pieces: readonly ToLay[], board: Board): number {
  const free = { width: board.width * (1 - 2 * RIM), height: board.height - 2 * RIM * board.width };
  const high = columns.map((column) => {
    const fixed =
      column.reduce((sum, at) => sum + below(pieces[at], board), 0) + (column.length - 1) * GAP * board.width;
    const tall = column.reduce((sum, at) => sum + heightOf(pieces[at]), 0);
    return (free.height - fixed) / tall;
  });
  const broad = columns.reduce((sum, column) => sum + Math.max(...column.map((at) => breadthOf(pieces[at]))), 0);
  const across = (free.width - (columns.length - 1) * GUTTER * board.width) / broad;
  const tallest = Math.max(...pieces.map(heightOf));
  return Math.max(0.01, Math.min(...high, across, (MOST_HEIGHT * board.height) / tallest));
}

function laid(columns: readonly number[][], scale: number, pieces: readonly ToLay[], board: Board): Place[] {
  const widths = columns.map((column) =>
    Math.max(...column.map((at) => Math.max(breadthOf(pieces[at]) * scale, pieces[at]?.label.width ?? 0))),
  );
  const spare = board.width - widths.reduce((sum, width) => sum + width, 0);
  const between = Math.max(0, spare / (columns.length + 1));
  const places = new Map<number, Place>();
  let left = between;
  for (const [at, column] of columns.entries()) {
    const width = widths[at] ?? 0;
    for (const [index, place] of downColumn(column, left + width / 2, scale, pieces, board)) places.set(index, place);
    left += width + between;
  }
  return pieces.map((_, index) => places.get(index) ?? { left: 0, top: 0, width: 1, height: 1, turn: 0 });
}

/** One column from the top: what is left of the height goes between its pieces, and the rest above and below. */
function downColumn(
  column: readonly number[],
  centre: number,
  scale: number,
  pieces: readonly ToLay[],
  board: Board,
): [number, Place][] {
  const gap = GAP * board.width;
  const used = column.reduce((sum, at) => sum + heightOf(pieces[at]) * scale + below(pieces[at], board), 0);
  const spare = board.height - 2 * RIM * board.width - used;
  const spread = column.length < 2 ? 0 : Math.min(spare / (column.length + 1), MOST_SPREAD * board.height);
  const step = Math.max(gap, spread);
  let top = (board.height - used - step * (column.length - 1)) / 2;
  return column.map((index, nth): [number, Place] => {
    const piece = pieces[index];
    const height = heightOf(piece) * scale;
    const width = breadthOf(piece) * scale;
    const turns = TURNS[BODY.has(piece?.slot ?? '') ? 'body' : 'small'];
    const place = { left: centre - width / 2, top, width, height, turn: turns[nth % 2] ?? 0 };
    top += height + below(piece, board) + step;
    return [index, place];
  });
}

/** The label of a piece with what keeps it off. */
function below(piece: ToLay | undefined, { width }: Board): number {
  return piece === undefined || piece.label.height === 0 ? 0 : piece.label.height + LABEL_GAP * width;
}

function heightOf(piece: ToLay | undefined): number {
  return piece === undefined ? 0 : displayHeight(piece);
}

function breadthOf(piece: ToLay | undefined): number {
  return piece === undefined ? 0 : (displayHeight(piece) * piece.width) / piece.height;
}

function rankOf(piece: ToLay | undefined): number {
  const at = DOWN.indexOf(piece?.slot ?? '');
  return at < 0 ? DOWN.indexOf('belt') : at;
}
