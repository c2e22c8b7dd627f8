import { type Money, money } from '../../domain/money.js';
import type { Random } from './random.js';

/** A shelf price in yuan that ends as shop prices end: 9 below a thousand, 99 or 59 above. */
export function shelfPrice(middle: number, tier: number, random: Random): number {
  const raw = middle * tier * random.between(0.88, 1.12);
  if (raw < 30) return Math.max(9, Math.round(raw) - 0.1 > 0 ? Math.round(raw) : 9);
  if (raw < 1000) return Math.round(raw / 10) * 10 - 1;
  return Math.round(raw / 50) * 50 - 1;
}

export interface Prices {
  readonly price: Money;
  readonly listPrice?: Money;
}

/** One garment in five is reduced, and shows what it was. */
export function pricesOf(shelf: number, random: Random): Prices {
  if (!random.chance(0.2)) return { price: money(shelf, 'CNY') };
  const before = shelfPrice(shelf * random.between(1.2, 1.6), 1, random);
  return before > shelf
    ? { price: money(shelf, 'CNY'), listPrice: money(before, 'CNY') }
    : { price: money(shelf, 'CNY') };
}
