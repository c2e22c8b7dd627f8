import { type Constraints, type PriceRange, statedIds } from '../domain/constraints.js';
import { ANY_OF_FACETS, FACETS } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import { convert, type ExchangeRates, type Money } from '../domain/money.js';
import { sizeKeys, sizeMatches } from '../domain/size-match.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { CatalogueView } from './catalogue-view-store.js';
import type { HardFilter } from './garment-store.js';
import { acceptedIds, forbiddenIds } from './generous-kinds.js';
import { AVAILABLE, brandTerm, facetTerm, madeInSizeTerm, stockedSizeTerm } from './index-terms.js';

/** A filter as sets of terms: a garment must have one of every required group and none of the forbidden. */
export interface TermFilter {
  readonly required: readonly (readonly string[])[];
  readonly forbidden: readonly string[];
}

/** Words the hard limits of a request in terms of the index; price is compared apart. */
export function termFilter({ constraints, availableOnly }: HardFilter, vocabulary: Vocabulary): TermFilter {
  const required: string[][] = [];
  for (const facet of FACETS) {
    const groups = statedIds(constraints, facet).map((id) =>
      [...acceptedIds(vocabulary, facet, id)].map((accepted) => facetTerm(facet, accepted)),
    );
    if (groups.length === 0) continue;
    if (ANY_OF_FACETS.has(facet)) required.push(groups.flat());
    else required.push(...groups);
  }
  const brands = statedIds(constraints, 'brand');
  if (brands.length > 0) required.push(brands.map(brandTerm));
  const sizes = statedSizes(constraints);
  if (sizes.length > 0) {
    const term = availableOnly ? stockedSizeTerm : madeInSizeTerm;
    required.push(sizes.flatMap((size) => sizeKeys(size).map(term)));
  } else if (availableOnly) required.push([AVAILABLE]);
  const forbidden = FACETS.flatMap((facet) =>
    statedIds(constraints.exclude, facet).flatMap((id) =>
      [...forbiddenIds(vocabulary, facet, id)].map((below) => facetTerm(facet, below)),
    ),
  );
  forbidden.push(...statedIds(constraints.exclude, 'brand').map(brandTerm));
  return { required, forbidden };
}

export function statedSizes(constraints: Constraints): string[] {
  const { size } = constraints;
  if (size === undefined) return [];
  return Array.isArray(size) ? size : [size];
}

/** The rows whose price is within the budget. No price, or no rate to compare by, is not within it. */
export function withinBudget(
  rows: Uint32Array,
  view: Pick<CatalogueView, 'prices' | 'currencyOf' | 'currencies'>,
  { price }: Constraints,
  rates: ExchangeRates,
): Uint32Array {
  if (price?.min === undefined && price?.max === undefined) return rows;
  const tests = view.currencies.map((currency) => budgetTest(currency, price, rates));
  return rows.filter((row) => {
    const minorUnits = view.prices[row] ?? Number.NaN;
    return !Number.isNaN(minorUnits) && tests[view.currencyOf[row] ?? 0]?.(minorUnits) === true;
  });
}

function budgetTest(currency: string, range: PriceRange, rates: ExchangeRates): (minorUnits: number) => boolean {
  const same = [range.min, range.max].every((limit) => limit === undefined || limit.currency === currency);
  if (!same) return (minorUnits) => affordable({ minorUnits, currency }, range, rates);
  const lowest = range.min?.minorUnits ?? Number.NEGATIVE_INFINITY;
  const highest = range.max?.minorUnits ?? Number.POSITIVE_INFINITY;
  return (minorUnits) => minorUnits >= lowest && minorUnits <= highest;
}

/**
 * True where some stated size that can be bought costs what the request allows. Only garments with sizes
 * priced apart need this look; the others' one price was compared already.
 */
export function sizePriceHolds(garment: Garment, constraints: Constraints, rates: ExchangeRates): boolean {
  const { price: range } = constraints;
  if (range === undefined) return true;
  const wanted = statedSizes(constraints);
  return garment.sizes
    .filter((size) => wanted.some((name) => sizeMatches(name, size.size)))
    .filter((size) => size.stock === null || size.stock > 0)
    .map((size) => size.price ?? garment.price)
    .some((price) => price !== null && affordable(price, range, rates));
}

function affordable(price: Money, range: PriceRange, rates: ExchangeRates): boolean {
  for (const [limit, sign] of [
    [range.min, 1],
    [range.max, -1],
  ] as const) {
    if (limit === undefined) continue;
    const compared = convert(price, limit.currency, rates);
    if (compared === undefined || (compared.minorUnits - limit.minorUnits) * sign < 0) return false;
  }
  return true;
}
