import type { Constraints } from '../../domain/constraints.js';
import { FACETS } from '../../domain/facet.js';
import { type Garment, inStock } from '../../domain/garment.js';
import { convert, type ExchangeRates, type Money } from '../../domain/money.js';
import type { Reply } from '../../domain/reply.js';
import { sizeMatches } from '../../domain/size-match.js';
import type { Vocabulary } from '../../domain/vocabulary.js';

export const LIMITS = ['budget', 'size', 'stock', 'exclusions'] as const;
export type Limit = (typeof LIMITS)[number];

export interface LimitTools {
  readonly vocabulary: Vocabulary;
  readonly rates: ExchangeRates;
}

/**
 * The limits that a garment on a card breaks, read from its row and from nothing that search goes by. Of several sets
 * (a dress under 400 and black jeans) one has to hold: the faults are those of the set with the fewest. A limit that
 * the reply says gave way is none.
 */
export function brokenLimits(
  garment: Garment,
  sets: readonly Constraints[],
  relaxed: Reply['relaxed'],
  tools: LimitTools,
): Limit[] {
  const gaveWay = new Set<string>(relaxed.map(({ facet }) => facet));
  const faults = sets.map((constraints) => {
    const { price, size, exclude } = constraints;
    const holding: Constraints = {
      ...(price && !gaveWay.has('price') ? { price } : {}),
      ...(size !== undefined && !gaveWay.has('size') ? { size } : {}),
      ...(exclude ? { exclude } : {}),
    };
    return LIMITS.filter((limit) => breaks[limit](garment, holding, tools));
  });
  return faults.reduce((fewest, one) => (one.length < fewest.length ? one : fewest), faults[0] ?? []);
}

const breaks: Readonly<Record<Limit, (garment: Garment, holding: Constraints, tools: LimitTools) => boolean>> = {
  budget(garment, { price, size }, { rates }) {
    if (price?.min === undefined && price?.max === undefined) return false;
    const own = size === undefined ? undefined : rowOf(garment, size)?.price;
    const cost = own ?? garment.price;
    if (cost === null) return true;
    const beyond = (bound: Money | undefined, isBeyond: (amount: number, limit: number) => boolean) => {
      if (bound === undefined) return false;
      const amount = convert(cost, bound.currency, rates);
      return amount === undefined || isBeyond(amount.minorUnits, bound.minorUnits);
    };
    return beyond(price.max, (amount, limit) => amount > limit) || beyond(price.min, (amount, limit) => amount < limit);
  },
  size: (garment, { size }) => size !== undefined && rowOf(garment, size) === undefined,
  stock: (garment) => !inStock(garment),
  exclusions(garment, { exclude }, { vocabulary }) {
    if (exclude === undefined) return false;
    const ofFacet = FACETS.some((facet) => {
      const own = [garment[facet] ?? []].flat();
      return [exclude[facet] ?? []]
        .flat()
        .some((unwanted) => own.some((id) => vocabulary.isKindOf(facet, id, unwanted)));
    });
    const brand = garment.brand?.toLowerCase();
    return ofFacet || [exclude.brand ?? []].flat().some((unwanted) => unwanted.toLowerCase() === brand);
  },
};

/** The size that can be bought and is one of those wanted. */
function rowOf(garment: Garment, wanted: NonNullable<Constraints['size']>) {
  return garment.sizes.find(
    ({ size, stock }) => stock !== 0 && [wanted].flat().some((name) => sizeMatches(name, size)),
  );
}
