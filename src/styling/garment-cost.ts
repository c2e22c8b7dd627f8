import type { Garment } from '../domain/garment.js';
import { convert, type ExchangeRates } from '../domain/money.js';

/**
 * What a garment costs in minor units of `currency`; a size with a price of its own counts at that.
 * Undefined where it has no price, or no rate to tell it in `currency`.
 */
export function costOf(
  garment: Pick<Garment, 'price'> & { readonly sizes: readonly Garment['sizes'][number][] },
  currency: string,
  rates: ExchangeRates,
  size?: string,
): number | undefined {
  const sized =
    size === undefined ? undefined : garment.sizes.find((row) => row.size.toLowerCase() === size.toLowerCase());
  const price = sized?.price ?? garment.price;
  return price === null ? undefined : convert(price, currency, rates)?.minorUnits;
}
