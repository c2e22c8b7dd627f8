import type { Piece } from './piece.js';

const USED_BEFORE = 0.5;
const KIND_BEFORE = 0.03;
const COLOUR_BEFORE = 0.015;

/**
 * What a piece loses for standing in an earlier outfit (it, or another colour of the same product), or for
 * resembling what stood there: this makes the outfits of one answer differ.
 */
export function seenBefore(earlier: readonly Piece[]): (piece: Piece) => number {
  if (earlier.length === 0) return () => 0;
  const ids = new Set(earlier.map((piece) => piece.id));
  const groups = new Set(earlier.flatMap((piece) => piece.groupId ?? []));
  const kinds = new Map<string, number>();
  const looks = new Map<string, Map<string, number>>();
  for (const piece of earlier) {
    kinds.set(piece.category, (kinds.get(piece.category) ?? 0) + 1);
    const inSlot = looks.get(piece.kind.slot) ?? new Map<string, number>();
    looks.set(piece.kind.slot, inSlot.set(colourOf(piece), (inSlot.get(colourOf(piece)) ?? 0) + 1));
  }
  return (piece) =>
    (ids.has(piece.id) || (piece.groupId !== undefined && groups.has(piece.groupId)) ? USED_BEFORE : 0) +
    KIND_BEFORE * (kinds.get(piece.category) ?? 0) +
    COLOUR_BEFORE * (looks.get(piece.kind.slot)?.get(colourOf(piece)) ?? 0);
}

function colourOf(piece: Piece): string {
  return piece.colours[0] ?? '';
}
