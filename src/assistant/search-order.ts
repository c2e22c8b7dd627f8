import type { GarmentRow, GarmentStore } from '../catalog/garment-store.js';
import { type Constraints, statedIds } from '../domain/constraints.js';
import { FACETS } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import { convert, type ExchangeRates, type Money, money } from '../domain/money.js';
import type { SearchQuery } from './search.js';

type Sort = NonNullable<SearchQuery['sort']>;

/** Up to this many rows are read whole to be ordered; a longer list is first cut by price. */
const READ_WHOLE = 1_500;

/**
 * The rows an order asked for is about: the cheapest dress is the cheapest of all dresses, not of the likest
 * ones, so where the request states a facet every matching row takes part, and `undefined` is returned where
 * only what is relevant to its words should.
 */
export function orderCoversAllRows(constraints: Constraints): boolean {
  return [...FACETS, 'brand' as const].some((facet) => statedIds(constraints, facet).length > 0);
}

/** The first `wanted` of `rows` in the order asked for; garments without a price come last. */
export async function firstInOrder(
  rows: Uint32Array,
  sort: Sort,
  wanted: number,
  source: {
    readonly garments: GarmentStore;
    readonly rates: ExchangeRates;
    /** Rows of the same request with its budget narrowed to `price`. */
    readonly rowsWithin: (price: NonNullable<Constraints['price']>) => Promise<Uint32Array>;
  },
): Promise<GarmentRow[]> {
  // Rows are given out in order of arrival.
  if (sort === 'newest') return [...rows.slice(-wanted)].reverse();
  const few = rows.length <= READ_WHOLE ? rows : await cutByPrice(rows, sort, wanted, source);
  const known = await source.garments.garmentsAt([...few]);
  return inOrder([...known], sort, source.rates, ([, garment]) => garment)
    .slice(0, wanted)
    .map(([row]) => row);
}

/** Sorts by the order asked for, stable; garments without a comparable price come last. */
export function inOrder<T>(
  items: readonly T[],
  sort: Sort,
  rates: ExchangeRates,
  garmentOf: (item: T) => Garment,
): T[] {
  if (sort === 'newest') return [...items];
  const sign = sort === 'price-ascending' ? 1 : -1;
  const amount = (item: T): number => {
    const { price } = garmentOf(item);
    const compared = price === null ? undefined : convert(price, rates.base, rates);
    return compared === undefined ? Number.POSITIVE_INFINITY : compared.minorUnits * sign;
  };
  return items
    .map((item, at) => ({ item, at, key: amount(item) }))
    .sort((a, b) => (a.key === b.key ? a.at - b.at : a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

/** Halves a price range until what is left is short enough to read and long enough to answer. */
async function cutByPrice(
  rows: Uint32Array,
  sort: Sort,
  wanted: number,
  source: Parameters<typeof firstInOrder>[3],
): Promise<Uint32Array> {
  let low = 0;
  let high = 2 ** 40;
  let best: Uint32Array | undefined;
  for (let step = 0; step < 40 && high - low > 1; step++) {
    const middle = Math.floor((low + high) / 2);
    const bound: Money = { ...money(0, source.rates.base), minorUnits: middle };
    const ascending = sort === 'price-ascending';
    const found = await source.rowsWithin(ascending ? { max: bound } : { min: bound });
    const enough = found.length >= wanted;
    if (enough) best = found;
    if (enough && found.length <= READ_WHOLE) break;
    // Enough rows narrow the range towards its end, too few widen it again.
    if (enough === ascending) high = middle;
    else low = middle;
  }
  return (best ?? rows).slice(0, READ_WHOLE * 4);
}
