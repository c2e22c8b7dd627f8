import {
  type Constraints,
  constraintsSchema,
  type Exclusions,
  type PriceRange,
  statedIds,
} from '../../domain/constraints.js';
import { FACETS, type Facet, LIST_FACETS } from '../../domain/facet.js';
import type { Money } from '../../domain/money.js';

/** Facets of a garment that both wishes and exclusions can name. */
export const WISH_FACETS = [...FACETS, 'brand'] as const;
export type WishFacet = (typeof WISH_FACETS)[number];

const ALWAYS_LISTS: ReadonlySet<string> = new Set<Facet>(LIST_FACETS);

export interface MergeOptions {
  /** Facets the shopper no longer minds: wishes and exclusions about them are dropped first. */
  readonly relaxed?: readonly string[];
  /** Facets whose stated ids join the earlier ones ("blue too") rather than replace them. */
  readonly adding?: ReadonlySet<WishFacet>;
  /** Orders two amounts across currencies; where it cannot, the newer end of a budget replaces both. */
  readonly compare?: (a: Money, b: Money) => number | undefined;
}

/**
 * What holds after `stated` is said on top of `current`: a stated facet replaces the earlier one, a stated
 * exclusion joins the earlier ones, an exclusion wins over a wish said with it, and a later wish lifts an
 * earlier exclusion. Idempotent: merging the same statement twice changes nothing more.
 */
export function mergeConstraints(current: Constraints, stated: Constraints, options: MergeOptions = {}): Constraints {
  const relaxed = new Set(options.relaxed ?? []);
  const wishes = new Map<WishFacet, string[]>();
  const exclusions = new Map<WishFacet, string[]>();
  for (const facet of WISH_FACETS) {
    const keep = relaxed.has(facet) ? undefined : current;
    const nowExcluded = statedIds(stated.exclude, facet);
    const nowWanted = statedIds(stated, facet).filter((id) => !nowExcluded.includes(id));
    const before = statedIds(keep, facet);
    const wanted =
      nowWanted.length === 0 ? before : options.adding?.has(facet) ? unique([...before, ...nowWanted]) : nowWanted;
    wishes.set(
      facet,
      wanted.filter((id) => !nowExcluded.includes(id)),
    );
    exclusions.set(
      facet,
      unique([...statedIds(keep?.exclude, facet), ...nowExcluded]).filter((id) => !nowWanted.includes(id)),
    );
  }
  const price = mergePrice(relaxed.has('price') ? undefined : current.price, stated.price, options.compare);
  const size = stated.size ?? (relaxed.has('size') ? undefined : current.size);
  return build(wishes, exclusions, price, size);
}

/** True where one statement both wants and refuses the same thing (不要红色的红裙子). */
export function contradictsItself(stated: Constraints): boolean {
  return WISH_FACETS.some((facet) => {
    const excluded = statedIds(stated.exclude, facet);
    return statedIds(stated, facet).some((id) => excluded.includes(id));
  });
}

/** `constraints` with the wish for one facet replaced; an empty list removes it. */
export function withWish(constraints: Constraints, facet: WishFacet, ids: readonly string[]): Constraints {
  const wishes = new Map(WISH_FACETS.map((at) => [at, at === facet ? [...ids] : statedIds(constraints, at)]));
  const exclusions = new Map(
    WISH_FACETS.map((at) => [at, statedIds(constraints.exclude, at).filter((id) => at !== facet || !ids.includes(id))]),
  );
  return build(wishes, exclusions, constraints.price, constraints.size);
}

/** `constraints` with only the named facets (and their exclusions where `exclusions` names them). */
export function pickConstraints(
  constraints: Constraints,
  wishes: readonly WishFacet[],
  exclusions: readonly WishFacet[],
): Constraints {
  return build(
    new Map(wishes.map((facet) => [facet, statedIds(constraints, facet)])),
    new Map(exclusions.map((facet) => [facet, statedIds(constraints.exclude, facet)])),
    constraints.price,
    constraints.size,
  );
}

function mergePrice(
  before: PriceRange | undefined,
  stated: PriceRange | undefined,
  compare: MergeOptions['compare'] = sameCurrencyOrder,
): PriceRange | undefined {
  if (!stated?.min && !stated?.max) return before;
  const merged = { ...before, ...stated };
  if (!merged.min || !merged.max) return merged;
  const order = compare(merged.min, merged.max);
  // Both ends stated at once are the shopper's own; otherwise the end just said outlives one it crosses.
  if ((order !== undefined && order <= 0) || (stated.min && stated.max)) return merged;
  return stated;
}

function sameCurrencyOrder(a: Money, b: Money): number | undefined {
  return a.currency === b.currency ? a.minorUnits - b.minorUnits : undefined;
}

function build(
  wishes: ReadonlyMap<WishFacet, string[]>,
  exclusions: ReadonlyMap<WishFacet, string[]>,
  price: PriceRange | undefined,
  size: Constraints['size'],
): Constraints {
  const exclude = shaped(exclusions);
  return constraintsSchema.parse({
    ...shaped(wishes),
    ...(price ? { price } : {}),
    ...(size === undefined ? {} : { size }),
    ...(Object.keys(exclude).length > 0 ? { exclude } : {}),
  });
}

/** List facets are always lists; the others an id, or a list where there are several. */
function shaped(facets: ReadonlyMap<WishFacet, string[]>): Exclusions {
  const out: Record<string, string | string[]> = {};
  for (const [facet, ids] of facets) {
    const only = ids[0];
    if (only !== undefined) out[facet] = ids.length === 1 && !ALWAYS_LISTS.has(facet) ? only : ids;
  }
  return out;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
