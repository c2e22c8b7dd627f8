import { type Constraints, statedIds } from '../domain/constraints.js';
import { ANY_OF_FACETS, type ConstraintFacet, FACETS, type Facet } from '../domain/facet.js';
import type { Vocabulary } from '../domain/vocabulary.js';

/** Rows that satisfy a set of constraints, ascending. */
export type RowsFor = (constraints: Constraints) => Promise<Uint32Array>;

/** What the ladder found: rows that keep every wish, and rows for which some gave way. */
export interface LadderRows {
  readonly strict: Uint32Array;
  /** Rows to fill up with, and what gave way for them; absent where the strict rows suffice. */
  readonly relaxed?: { readonly rows: Uint32Array; readonly facets: readonly ConstraintFacet[] };
}

/** Fewer results than this are filled up with near ones. */
const FEW = 3;

/**
 * What gives way first: what shoppers state in passing before what they came for. Budget, size and exclusions
 * are not here: they are kept, and named as given way only where nothing else is left.
 */
const SOFTEST_FIRST: readonly (Facet | 'brand')[] = [
  'styles',
  'occasions',
  'seasons',
  'length',
  'fit',
  'neckline',
  'material',
  'sleeve',
  'pattern',
  'colours',
  'brand',
  'audience',
];

/** Kinds whose siblings may stand in for one another; a tie is no answer to a watch. */
const KINDRED = new Set([
  'top',
  'bottom',
  'outerwear',
  'onepiece',
  'sportswear',
  'sleepwear',
  'swimwear',
  'footwear',
  'bag',
  'jewellery',
]);

/**
 * Finds rows for the constraints. Where too few keep them all, wishes give way one at a time, softest first;
 * where none do, several together, then the kind to its kindred; a budget or a size gives way last of all, and
 * what was excluded never does.
 */
export async function climb(constraints: Constraints, rowsFor: RowsFor, vocabulary: Vocabulary): Promise<LadderRows> {
  const strict = await rowsFor(constraints);
  if (strict.length >= FEW) return { strict };
  if (strict.length === 0) {
    const sized = await otherSizing(constraints, rowsFor, vocabulary);
    if (sized) return { strict, relaxed: sized };
    const cheaper = await floorGivesWay(constraints, rowsFor);
    if (cheaper) return { strict, relaxed: cheaper };
  }

  const single = await oneGivesWay(constraints, rowsFor, vocabulary, strict.length);
  // A shirt for him is no blouse: all that describes it gives way before the one it is for.
  const forWhom = single?.facets.includes('audience') && strict.length === 0;
  const kept = forWhom ? await looksGiveWay(constraints, rowsFor) : undefined;
  if (kept) return { strict, relaxed: kept };
  if (single) return { strict, relaxed: single };
  if (strict.length > 0) return { strict };
  const further =
    (await severalGiveWay(constraints, rowsFor, vocabulary)) ??
    (await limitsGiveWay(constraints, rowsFor, vocabulary)) ??
    (await kindGivesWay(constraints, rowsFor));
  return further ? { strict, relaxed: further } : { strict };
}

type Relaxed = NonNullable<LadderRows['relaxed']>;

/** A kind that is never sold in the size asked for (jeans by the inch, a dress size in mind): the size gives way first. */
async function otherSizing(
  constraints: Constraints,
  rowsFor: RowsFor,
  vocabulary: Vocabulary,
): Promise<Relaxed | undefined> {
  const { size, category } = constraints;
  if (size === undefined || category === undefined || (await rowsFor({ category, size })).length > 0) return undefined;
  const { size: _other, ...rest } = constraints;
  const found = await climb(rest, rowsFor, vocabulary);
  if (found.strict.length > 0) return { rows: found.strict, facets: ['size'] };
  return found.relaxed && { rows: found.relaxed.rows, facets: ['size', ...found.relaxed.facets] };
}

/** "Around 500", and all of them cost less: nobody minds, where everything else is as asked. */
async function floorGivesWay(constraints: Constraints, rowsFor: RowsFor): Promise<Relaxed | undefined> {
  const { price, ...rest } = constraints;
  if (price?.min === undefined) return undefined;
  const found = await rowsFor(price.max === undefined ? rest : { ...rest, price: { max: price.max } });
  return found.length > 0 ? { rows: found, facets: ['price'] } : undefined;
}

async function oneGivesWay(
  constraints: Constraints,
  rows: RowsFor,
  vocabulary: Vocabulary,
  strict: number,
): Promise<Relaxed | undefined> {
  let best: Relaxed | undefined;
  for (const facet of SOFTEST_FIRST) {
    for (const variants of waysOut(constraints, facet, vocabulary)) {
      const found = union(await Promise.all(variants.map(rows)));
      if (found.length >= FEW && found.length > strict) return { rows: found, facets: [facet] };
      if (found.length > Math.max(strict, best?.rows.length ?? 0)) best = { rows: found, facets: [facet] };
    }
  }
  // A kind gives way alone only where there is nothing at all: two dresses are not filled up with skirts.
  return best ?? (strict === 0 ? kindredOnly(constraints, rows, vocabulary) : undefined);
}

async function severalGiveWay(
  constraints: Constraints,
  rows: RowsFor,
  vocabulary: Vocabulary,
): Promise<Relaxed | undefined> {
  let left = constraints;
  const facets: ConstraintFacet[] = [];
  for (const facet of SOFTEST_FIRST) {
    if (statedIds(left, facet).length === 0) continue;
    left = facet === 'audience' ? forTheSameAge(left, vocabulary) : without(left, facet);
    facets.push(facet);
    const found = await rows(left);
    if (found.length > 0) return { rows: found, facets };
  }
  const kindred = await kindredOnly(left, rows, vocabulary);
  return kindred && { rows: kindred.rows, facets: [...facets, ...kindred.facets] };
}

/** What is described gives way, softest first, and whom it is for does not. */
async function looksGiveWay(constraints: Constraints, rows: RowsFor): Promise<Relaxed | undefined> {
  let left = constraints;
  const facets: ConstraintFacet[] = [];
  for (const facet of SOFTEST_FIRST) {
    if (facet === 'audience' || statedIds(left, facet).length === 0) continue;
    left = without(left, facet);
    facets.push(facet);
    const found = await rows(left);
    if (found.length > 0) return { rows: found, facets };
  }
  return undefined;
}

/** A girl is not dressed from the women's rail, nor a man from the boys': whom it is for gives way within an age. */
function forTheSameAge(constraints: Constraints, vocabulary: Vocabulary): Constraints {
  const asked = statedIds(constraints, 'audience');
  const child = (id: string): boolean => vocabulary.isKindOf('audience', id, 'kids');
  const ids = vocabulary.entries('audience').map(({ id }) => id);
  return { ...constraints, audience: ids.filter((id) => asked.some((one) => child(one) === child(id))) };
}

async function kindredOnly(
  constraints: Constraints,
  rows: RowsFor,
  vocabulary: Vocabulary,
): Promise<Relaxed | undefined> {
  const parents = statedIds(constraints, 'category').flatMap((id) => {
    const parent = vocabulary.entry('category', id)?.parent;
    return parent !== undefined && KINDRED.has(parent) ? [parent] : [];
  });
  if (parents.length === 0) return undefined;
  const found = await rows({ ...constraints, category: parents });
  return found.length > 0 ? { rows: found, facets: ['category'] } : undefined;
}

async function limitsGiveWay(
  constraints: Constraints,
  rows: RowsFor,
  vocabulary: Vocabulary,
): Promise<Relaxed | undefined> {
  const { price: _price, ...anyPrice } = constraints;
  const { size: _size, ...anySize } = constraints;
  const { size: _both, ...anyPriceOrSize } = anyPrice;
  const tries: { left: Constraints; facets: ConstraintFacet[] }[] = [];
  if (constraints.price) tries.push({ left: anyPrice, facets: ['price'] });
  if (constraints.size !== undefined) tries.push({ left: anySize, facets: ['size'] });
  if (constraints.price && constraints.size !== undefined)
    tries.push({ left: anyPriceOrSize, facets: ['price', 'size'] });
  for (const { left, facets } of tries) {
    const found = await rows(left);
    if (found.length > 0) return { rows: found, facets };
  }
  for (const { left, facets } of tries) {
    const found = await severalGiveWay(left, rows, vocabulary);
    if (found) return { rows: found.rows, facets: [...facets, ...found.facets] };
  }
  return undefined;
}

/** Nothing of the kind is sold at all: what is nearest within the limits. */
async function kindGivesWay(constraints: Constraints, rows: RowsFor): Promise<Relaxed | undefined> {
  if (statedIds(constraints, 'category').length === 0) return undefined;
  let left = constraints;
  for (const facet of [...FACETS, 'brand' as const]) left = without(left, facet);
  const asked = statedIds(constraints, 'audience').length > 0;
  const fitting = asked ? await rows({ ...left, audience: constraints.audience }) : new Uint32Array();
  const found = fitting.length > 0 ? fitting : await rows(left);
  return found.length > 0 ? { rows: found, facets: ['category'] } : undefined;
}

/** Ways a facet can give way, least first: any of several instead of all, the wider kind, nothing of it. */
function waysOut(constraints: Constraints, facet: Facet | 'brand', vocabulary: Vocabulary): Constraints[][] {
  const ids = statedIds(constraints, facet);
  if (ids.length === 0) return [];
  const ways: Constraints[][] = [];
  if (facet !== 'brand') {
    if (ids.length > 1 && !ANY_OF_FACETS.has(facet)) ways.push(ids.map((id) => ({ ...constraints, [facet]: [id] })));
    const parents = ids.flatMap((id) => vocabulary.entry(facet, id)?.parent ?? []);
    if (parents.length > 0) ways.push([{ ...constraints, [facet]: [...new Set([...ids, ...parents])] }]);
  }
  ways.push([facet === 'audience' ? forTheSameAge(constraints, vocabulary) : without(constraints, facet)]);
  return ways;
}

function without(constraints: Constraints, facet: Facet | 'brand'): Constraints {
  const { [facet]: _gone, ...rest } = constraints;
  return rest;
}

function union(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 1 && lists[0]) return lists[0];
  return Uint32Array.from(new Set(lists.flatMap((list) => [...list]))).sort();
}
