import { forbiddenIds } from '../catalog/generous-kinds.js';
import { type Constraints, statedIds } from '../domain/constraints.js';
import { FACETS } from '../domain/facet.js';
import { type Garment, inStock } from '../domain/garment.js';
import { convert, type ExchangeRates, type Money } from '../domain/money.js';
import { sizeMatches } from '../domain/size-match.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { idsOf, sameBrand } from './facet-evidence.js';

/**
 * True where the garment keeps every hard limit: budget, size in stock, availability and what was excluded.
 * The store filters by the same limits; this is the last gate before a card is shown, whichever way the
 * garment came. A garment without a price never satisfies a budget, nor does one without a rate.
 */
export function keepsHardLimits(
  garment: Garment,
  constraints: Constraints,
  rates: ExchangeRates,
  vocabulary: Vocabulary,
): boolean {
  return (
    sizeInStock(garment, constraints) !== undefined &&
    priceHolds(garment, constraints, rates) &&
    !isExcluded(garment, constraints, vocabulary)
  );
}

/**
 * The size that can be bought now and answers the stated one, as the row writes it; an empty string where no
 * size was stated and something can be bought; undefined where nothing can.
 */
export function sizeInStock(garment: Garment, constraints: Constraints): string | undefined {
  const wanted = constraints.size === undefined ? [] : [constraints.size].flat();
  if (wanted.length === 0) return inStock(garment) ? '' : undefined;
  return garment.sizes.find(
    ({ size, stock }) => (stock === null || stock > 0) && wanted.some((name) => sizeMatches(name, size)),
  )?.size;
}

/** True where the garment can be bought within the budget: in a stated size, that size's own price counts. */
export function priceHolds(garment: Garment, constraints: Constraints, rates: ExchangeRates): boolean {
  const { price: range } = constraints;
  if (range?.min === undefined && range?.max === undefined) return true;
  const size = sizeInStock(garment, constraints);
  const own = size ? garment.sizes.find((row) => row.size === size)?.price : undefined;
  const price = own ?? garment.price;
  return price !== null && withinRange(price, range, rates);
}

function withinRange(price: Money, range: NonNullable<Constraints['price']>, rates: ExchangeRates): boolean {
  const { min, max } = range;
  const amountFor = (bound: Money) => convert(price, bound.currency, rates)?.minorUnits ?? Number.NaN;
  // A comparison with NaN is false: what cannot be compared does not hold.
  return (
    (max === undefined || amountFor(max) <= max.minorUnits) && (min === undefined || amountFor(min) >= min.minorUnits)
  );
}

function isExcluded(garment: Garment, constraints: Constraints, vocabulary: Vocabulary): boolean {
  const { exclude } = constraints;
  if (!exclude) return false;
  for (const facet of FACETS) {
    const own = idsOf(garment, facet);
    for (const unwanted of statedIds(exclude, facet)) {
      const forbidden = forbiddenIds(vocabulary, facet, unwanted);
      if (own.some((id) => forbidden.has(id))) return true;
    }
  }
  return statedIds(exclude, 'brand').some((brand) => garment.brand !== null && sameBrand(brand, garment.brand));
}
