import { type Constraints, statedIds } from '../domain/constraints.js';
import type { ConstraintFacet } from '../domain/facet.js';
import { type Garment, inStock } from '../domain/garment.js';
import type { ExchangeRates } from '../domain/money.js';
import type { MessageValue, Relaxation } from '../domain/reply.js';
import { sizeMatches } from '../domain/size-match.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { facetEvidence, idsOf } from '../ranking/facet-evidence.js';
import { priceHolds } from '../ranking/hard-limits.js';

/** At most this many alternatives are named in one sentence. */
const NAMED = 4;

/**
 * What gave way, said with what is given instead: `relax.<facet>` with `asked` and `given`, read from the
 * garments shown. For a price also `bound`, "max" or "min". A facet the shown garments do not state gives
 * way to `relax.unstated`; one that some of them keep is `relax.partly`, and one that all keep did not give way.
 */
export function relaxationsFor(
  facets: readonly ConstraintFacet[],
  constraints: Constraints,
  shown: readonly Garment[],
  { rates, vocabulary }: { readonly rates: ExchangeRates; readonly vocabulary: Vocabulary },
): Relaxation[] {
  return [...new Set(facets)].flatMap((facet) => {
    const said =
      facet === 'price'
        ? priceGaveWay(constraints, shown, rates)
        : facet === 'size'
          ? sizeGaveWay(constraints, shown)
          : facetGaveWay(facet, constraints, shown, vocabulary);
    return said ? [said] : [];
  });
}

function facetGaveWay(
  facet: Exclude<ConstraintFacet, 'price' | 'size'>,
  constraints: Constraints,
  shown: readonly Garment[],
  vocabulary: Vocabulary,
): Relaxation | undefined {
  const asked = statedIds(constraints, facet);
  if (asked.length === 0) return undefined;
  const falling = shown.filter((garment) => !keeps(garment, facet, constraints, vocabulary));
  if (falling.length === 0) return undefined;
  const own = falling.flatMap((garment) => (facet === 'brand' ? (garment.brand ?? []) : idsOf(garment, facet)));
  const others = [...new Set(own)].filter((id) => !asked.includes(id)).slice(0, NAMED);
  const name = (id: string): MessageValue => (facet === 'brand' ? id : { kind: 'facet', value: { facet, id } });
  const said = relaxation(facet, oneOrMany(asked.map(name), 'or'), oneOrMany(others.map(name), 'and'));
  // "None for girls" is no word for a list with girls' pieces in it.
  if (falling.length < shown.length) {
    const called: MessageValue = { kind: 'message', message: { id: `facet.${facet}` } };
    return { ...said, message: { id: 'relax.partly', values: { ...said.message.values, facet: called } } };
  }
  // With nothing else asked for there are no limits to blame: the shop does not sell it.
  const alone = facet === 'category' && Object.keys(constraints).every((key) => key === 'category');
  return alone ? { ...said, message: { ...said.message, id: 'relax.category-none' } } : said;
}

/** A row has one length: asked "midi or maxi", either will do. */
const ONE_OF_ITS_KIND: ReadonlySet<ConstraintFacet> = new Set<ConstraintFacet>(['length', 'sleeve', 'neckline']);

function keeps(
  garment: Garment,
  facet: Exclude<ConstraintFacet, 'price' | 'size'>,
  constraints: Constraints,
  vocabulary: Vocabulary,
): boolean {
  const asked = statedIds(constraints, facet);
  const wishes: Constraints[] = ONE_OF_ITS_KIND.has(facet)
    ? asked.map((id) => ({ [facet]: id }))
    : [{ [facet]: constraints[facet] }];
  return wishes.some((wish) =>
    facetEvidence(garment, wish, vocabulary).every(({ answer }) => answer === 'holds' || answer === 'kin'),
  );
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
  const said = relaxation(
    'price',
    { kind: 'money', money: bound },
    { kind: 'money', money: nearest.price },
    { bound: over ? 'max' : 'min' },
  );
  const some = shown.some((garment) => garment.price !== null && priceHolds(garment, constraints, rates));
  return some ? { ...said, message: { ...said.message, id: 'rest.price' } } : said;
}

function sizeGaveWay({ size }: Constraints, shown: readonly Garment[]): Relaxation | undefined {
  if (size === undefined) return undefined;
  const available = shown.flatMap((garment) =>
    garment.sizes.filter((row) => inStock(garment, row.size)).map((row) => row.size),
  );
  const given = nearestTo(size, [...new Set(available)]);
  const said = relaxation('size', oneOrMany([size].flat(), 'or'), oneOrMany(given, 'and'));
  // Jeans by the inch: M is not out of stock, it is no size of theirs.
  const known = shown.some(({ sizes }) =>
    sizes.some((row) => [size].flat().some((wanted) => sizeMatches(wanted, row.size))),
  );
  const letters = [size].flat().some((wanted) => LETTER.test(wanted)) && given.some((other) => LETTER.test(other));
  return known || letters || isAmong(size, given)
    ? said
    : { ...said, message: { ...said.message, id: 'relax.sizing' } };
}

/** As many sizes as are named: of numbers those nearest to the one asked for. */
function nearestTo(size: NonNullable<Constraints['size']>, available: readonly string[]): string[] {
  const [asked] = [size].flat().map(Number);
  const distance = (other: string): number => Math.abs(Number(other) - (asked ?? Number.NaN)) || 0;
  const nearest = [...available].sort((a, b) => distance(a) - distance(b)).slice(0, NAMED + 2);
  return nearest.sort((a, b) => Number(a) - Number(b) || 0);
}

/** 41.5 between 41 and 42 is a size of theirs that is not there; 38 beside waists of 26 to 31 is none. */
function isAmong(size: NonNullable<Constraints['size']>, given: readonly string[]): boolean {
  const numbers = given.map(Number).filter(Number.isFinite);
  return [size]
    .flat()
    .some(
      (asked) => Number(asked) >= Math.min(...numbers) - SCALE_END && Number(asked) <= Math.max(...numbers) + SCALE_END,
    );
}

/** A child's shoe of 25 is of the scale that begins here with 26. */
const SCALE_END = 2;

const LETTER = /^(?:\d?x{0,4}[sl]|m)$/i;

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
