import { type Constraints, statedIds } from '../domain/constraints.js';
import type { ConstraintFacet } from '../domain/facet.js';
import { type Garment, inStock } from '../domain/garment.js';
import type { ExchangeRates } from '../domain/money.js';
import type { MessageValue, Relaxation } from '../domain/reply.js';
import { idsOf } from '../ranking/facet-evidence.js';
import { priceHolds } from '../ranking/hard-limits.js';

/** At most this many alternatives are named in one sentence. */
const NAMED = 4;

/**
 * What gave way, said with what is given instead: `relax.<facet>` with `asked` and `given`, read from the
 * garments shown. For a price also `bound`, "max" or "min". A facet the shown garments do not state gives
 * way to `relax.unstated`.
 */
export function relaxationsFor(
  facets: readonly ConstraintFacet[],
  constraints: Constraints,
  shown: readonly Garment[],
  rates: ExchangeRates,
): Relaxation[] {
  return [...new Set(facets)].flatMap((facet) => {
    const said =
      facet === 'price'
        ? priceGaveWay(constraints, shown, rates)
        : facet === 'size'
          ? sizeGaveWay(constraints, shown)
          : facetGaveWay(facet, constraints, shown);
    return said ? [said] : [];
  });
}

function facetGaveWay(
  facet: Exclude<ConstraintFacet, 'price' | 'size'>,
  constraints: Constraints,
  shown: readonly Garment[],
): Relaxation | undefined {
  const asked = statedIds(constraints, facet);
  if (asked.length === 0) return undefined;
  const own = shown.flatMap((garment) => (facet === 'brand' ? (garment.brand ?? []) : idsOf(garment, facet)));
  const others = [...new Set(own)].filter((id) => !asked.includes(id)).slice(0, NAMED);
  const name = (id: string): MessageValue => (facet === 'brand' ? id : { kind: 'facet', value: { facet, id } });
  return relaxation(facet, oneOrMany(asked.map(name), 'or'), oneOrMany(others.map(name), 'and'));
}

function priceGaveWay(
  constraints: Constraints,
  shown: readonly Garment[],
  rates: ExchangeRates,
): Relaxation | undefined {
  const { price } = constraints;
  const nearest = shown.find((garment) => garment.price !== null && !priceHolds(garment, constraints, rates));
  if (!price || !nearest?.price) return undefined;
  const over = price.max !== undefined && !priceHolds(nearest, { ...constraints, price: { max: price.max } }, rates);
  const bound = over ? price.max : price.min;
  if (!bound) return undefined;
  return relaxation(
    'price',
    { kind: 'money', money: bound },
    { kind: 'money', money: nearest.price },
    { bound: over ? 'max' : 'min' },
  );
}

function sizeGaveWay({ size }: Constraints, shown: readonly Garment[]): Relaxation | undefined {
  if (size === undefined) return undefined;
  const available = shown.flatMap((garment) =>
    garment.sizes.filter((row) => inStock(garment, row.size)).map((row) => row.size),
  );
  return relaxation(
    'size',
    oneOrMany([size].flat(), 'or'),
    oneOrMany([...new Set(available)].slice(0, NAMED + 2), 'and'),
  );
}

function relaxation(
  facet: ConstraintFacet,
  asked: MessageValue,
  given: MessageValue,
  more: Record<string, MessageValue> = {},
): Relaxation {
  return { facet, asked, given, message: { id: `relax.${facet}`, values: { asked, given, ...more } } };
}

function oneOrMany(values: readonly MessageValue[], join: 'and' | 'or'): MessageValue {
  const [only] = values;
  if (only === undefined) return { kind: 'message', message: { id: 'relax.unstated' } };
  return values.length === 1 ? only : { kind: 'list', items: values, join };
}
