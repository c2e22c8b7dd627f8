import { z } from 'zod';
import { FACETS, type Facet } from './facet.js';
import { moneySchema } from './money.js';

const idOrIds = z.union([z.string(), z.array(z.string()).min(1)]);
const ids = z.array(z.string()).min(1);

/** A budget; both ends inclusive. */
export const priceRangeSchema = z.object({ min: moneySchema.optional(), max: moneySchema.optional() });
export type PriceRange = z.infer<typeof priceRangeSchema>;

const facetFields = {
  category: idOrIds.optional(),
  colours: ids.optional(),
  pattern: idOrIds.optional(),
  material: idOrIds.optional(),
  sleeve: idOrIds.optional(),
  neckline: idOrIds.optional(),
  fit: idOrIds.optional(),
  length: idOrIds.optional(),
  seasons: ids.optional(),
  occasions: ids.optional(),
  styles: ids.optional(),
  audience: idOrIds.optional(),
  brand: idOrIds.optional(),
};

/**
 * What the shopper asked for. A facet not stated is absent. Several ids mean any of them for category,
 * colours, seasons, occasions and audience, all of them for the rest (see ANY_OF_FACETS).
 */
export const constraintsSchema = z.object({
  ...facetFields,
  price: priceRangeSchema.optional(),
  size: idOrIds.optional(),
  exclude: z.object(facetFields).optional(),
});
export type Constraints = z.infer<typeof constraintsSchema>;
export type Exclusions = NonNullable<Constraints['exclude']>;

/** The ids a facet of the constraints names, as a list, empty where it is absent. */
export function statedIds(constraints: Constraints | Exclusions | undefined, facet: Facet | 'brand'): string[] {
  const value = constraints?.[facet];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** True where nothing at all is asked for or excluded. */
export function isUnconstrained(constraints: Constraints): boolean {
  return (
    [...FACETS, 'brand' as const].every((facet) => statedIds(constraints, facet).length === 0) &&
    constraints.price === undefined &&
    constraints.size === undefined &&
    (constraints.exclude === undefined || Object.keys(constraints.exclude).length === 0)
  );
}
