import { type GarmentSize, inStock } from '../domain/garment.js';
import type { Slot } from './outfit-composer.js';

type SizeSystem = 'letter' | 'shoe' | 'waist' | 'height' | 'one-size' | 'other';

const LETTER = /^(?:\d?x{0,4}s|m|l|\d?x{1,5}l|s|[2-6]xl)$/i;
const ONE_SIZE = /^(?:f|one[ -]?size|os|free(?: size)?|均码|单一尺码)$/i;

/**
 * True where the garment can be bought in `size`, or, where its sizes are of another system (a letter
 * against shoes in EU numbers), in any size at all.
 */
export function inStockForSize(
  garment: { readonly sizes: readonly GarmentSize[] },
  slot: Slot,
  size: string | undefined,
): boolean {
  if (size === undefined) return inStock({ sizes: [...garment.sizes] });
  const wanted = systemOf(size, slot);
  const sizes = [...garment.sizes];
  const comparable = sizes.some((row) => systemOf(row.size, slot) === wanted);
  return comparable && wanted !== 'other' ? inStock({ sizes }, size) : inStock({ sizes });
}

function systemOf(size: string, slot: Slot): SizeSystem {
  const text = size.trim();
  if (ONE_SIZE.test(text)) return 'one-size';
  if (LETTER.test(text)) return 'letter';
  const number = Number(text.replace(/^eu\s*/i, ''));
  if (!Number.isFinite(number)) return 'other';
  if (number >= 70) return 'height';
  if (slot === 'footwear') return number >= 15 && number <= 52 ? 'shoe' : 'other';
  if (slot === 'bottom') return number >= 22 && number <= 33 ? 'waist' : 'other';
  return 'other';
}
