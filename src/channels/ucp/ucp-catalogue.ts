import type { Counter } from '../../assistant/counter.js';
import type { Constraints } from '../../domain/constraints.js';
import { YidaFault } from '../../domain/fault.js';
import type { Garment } from '../../domain/garment.js';
import type { Locale } from '../../domain/locale.js';
import type { Item } from '../../domain/reply.js';
import { decodeImage } from '../access/data-url.js';
import { withFieldNames } from '../access/field-names.js';
import {
  isAvailable,
  isPriced,
  type PricedGarment,
  type ProductRendering,
  productOf,
  readVariantId,
  sizeName,
  sizesOf,
  variantOf,
} from './ucp-product.js';
import type { ProductRequest, SearchRequest, UcpFilters } from './ucp-requests.js';

/** An informational, warning or error message of a response. */
export interface UcpMessage {
  readonly type: 'info' | 'warning' | 'error';
  readonly code: string;
  readonly content: string;
  readonly severity?: 'unrecoverable' | 'recoverable';
}

export interface FoundProducts {
  readonly products: readonly object[];
  readonly messages: readonly UcpMessage[];
  readonly pagination?: object;
}

const PAGE = 10;
const LARGEST_PAGE = 50;
/** The list ends here: who looks further asks for something narrower. */
const DEEPEST = 100;

/** `search_catalog`: by words, a picture, filters, or from a product it names. */
export async function searchCatalogue(
  asked: SearchRequest,
  counter: Counter,
  rendering: ProductRendering,
): Promise<FoundProducts> {
  const { limit, offset } = pageOf(asked.pagination);
  const { constraints, unknown } = await constraintsOf(asked.filters, counter);
  const { items, locale } = unknown.some(({ type }) => type === 'error')
    ? { items: [], locale: rendering.locale }
    : // Every page is of the same list: one that is as long as the page would be in another order.
      await itemsFor(asked, constraints, DEEPEST, counter, rendering);
  const inTheirWords = { ...rendering, locale };
  const fitting = items.filter(
    ({ garment }) => isPriced(garment) && isObtainable(garment, asked.filters?.availability),
  );
  const page = fitting.slice(offset, offset + limit);
  const more = fitting.length > offset + limit;
  return {
    products: page.flatMap(({ garment, match }) => (isPriced(garment) ? [listed(garment, inTheirWords, match)] : [])),
    messages: unknown,
    pagination: { has_next_page: more, ...(more ? { cursor: cursorOf(offset + limit) } : {}) },
  };
}

/** `lookup_catalog`: products by their ids or those of their variants; what there is not is said. */
export async function lookUp(
  ids: readonly string[],
  filters: UcpFilters | undefined,
  counter: Counter,
  rendering: ProductRendering,
): Promise<FoundProducts> {
  const wanted = [...new Set(ids)];
  const garments = await garmentsOf(wanted, counter);
  const { constraints } = await constraintsOf(filters, counter);
  const inputs = new Map<Garment, { id: string; size: string | undefined }[]>();
  const missing: string[] = [];
  for (const id of wanted) {
    const named = garmentNamed(id, garments);
    if (named === undefined || !isPriced(named.garment) || !keeps(named.garment, constraints)) missing.push(id);
    else inputs.set(named.garment, [...(inputs.get(named.garment) ?? []), { id, size: named.size }]);
  }
  const products = [...inputs].flatMap(([garment, asked]) =>
    isPriced(garment) ? [productOf(garment, correlated(garment, asked, rendering), rendering)] : [],
  );
  return { products, messages: missing.map((id) => ({ type: 'info', code: 'not_found', content: id })) };
}

/** `get_product`: one product in full, its variants narrowed to what is selected; undefined where there is none. */
export async function productInFull(
  asked: ProductRequest,
  counter: Counter,
  rendering: ProductRendering,
): Promise<object | undefined> {
  const named = garmentNamed(asked.id, await garmentsOf([asked.id], counter));
  if (named === undefined || !isPriced(named.garment)) return undefined;
  const { garment } = named;
  const sizes = sizesOf(garment);
  const option = sizeName(rendering);
  const chosen = asked.selected?.find(({ name }) => name === option || /^(size|尺码)$/i.test(name))?.label;
  const selected =
    sizes.find((size) => size?.size === named.size) ?? sizes.find((size) => size?.size === chosen) ?? sizes[0];
  const narrowed = (named.size ?? chosen) !== undefined && selected?.size === (named.size ?? chosen);
  const rest = narrowed ? [] : sizes.filter((size) => size !== selected);
  const variants = [selected, ...rest].map((size) => variantOf(garment, size, rendering));
  return {
    ...productOf(garment, variants, rendering),
    selected: selected === undefined ? [] : [{ name: option, label: selected.size }],
  };
}

async function itemsFor(
  asked: SearchRequest,
  filters: Constraints | undefined,
  limit: number,
  counter: Counter,
  { locale, isAssumed }: ProductRendering,
): Promise<{ readonly items: readonly Item[]; readonly locale: Locale }> {
  const { query, visual, purpose = 'search', reference_ids: references } = asked;
  if (purpose === 'search') {
    const photo = visual === undefined ? undefined : decodeImage(visual.image);
    const stated = isAssumed === true ? undefined : locale;
    const wanted = { text: query, photo, filters, strict: true, limit, locale: stated, fallback: locale };
    return withFieldNames({ text: 'query', image: 'visual' }, () => counter.search(wanted));
  }
  const [reference] = references ?? [];
  if (reference === undefined) throw new YidaFault('bad-request', 'no reference', { values: { why: 'reference_ids' } });
  const id = readVariantId(reference)?.garmentId ?? reference;
  if (purpose === 'swap') return { items: (await counter.similar(id, limit, locale)).items, locale };
  if (purpose !== 'recommendation') throw new YidaFault('bad-request', 'purpose', { values: { why: 'purpose' } });
  const { outfits } = await counter.outfits({ garmentId: id, limit: 5 });
  const pieces = new Map(outfits.flatMap(({ garments }) => garments).map((garment) => [garment.id, garment]));
  pieces.delete(id);
  const items = [...pieces.values()].map(
    (garment): Item => ({ garment, score: 1, match: 'close', scores: {}, reasons: [] }),
  );
  return { items, locale };
}

async function constraintsOf(
  filters: UcpFilters | undefined,
  counter: Counter,
): Promise<{ constraints: Constraints | undefined; unknown: UcpMessage[] }> {
  if (filters === undefined) return { constraints: undefined, unknown: [] };
  const named = (filters.categories ?? []).map((word) => ({ word, id: counter.idOf('category', word) }));
  const category = named.flatMap(({ id }) => id ?? []);
  const unknown = named
    .filter(({ id }) => id === undefined)
    // Of several, one that is not known narrows nothing; where none is known, nothing can answer the filter.
    .map(
      ({ word }): UcpMessage =>
        category.length > 0
          ? { type: 'warning', code: 'unknown_category', content: word }
          : { type: 'error', code: 'unknown_category', content: word, severity: 'recoverable' },
    );
  const price = await priceOf(filters, counter);
  const { min = 0, max = Number.POSITIVE_INFINITY } = filters.price ?? {};
  // Nothing costs this; a search alone would take it for a slip and let go of both ends.
  if (min > max)
    unknown.push({ type: 'error', code: 'invalid_price_range', content: `${min} > ${max}`, severity: 'recoverable' });
  return {
    constraints: {
      ...(category.length === 0 ? {} : { category }),
      ...(filters.brand === undefined ? {} : { brand: filters.brand }),
      ...(price === undefined ? {} : { price }),
    },
    unknown,
  };
}

async function priceOf({ price }: UcpFilters, counter: Counter): Promise<Constraints['price']> {
  const currency = await counter.currency();
  if (price === undefined || currency === undefined) return undefined;
  const money = (minorUnits: number | undefined) => minorUnits !== undefined && { minorUnits, currency };
  const [min, max] = [money(price.min), money(price.max)];
  return { ...(min && { min }), ...(max && { max }) };
}

/** For lookups, where there is no search to keep them: the price alone can leave out what was named. */
function keeps({ price }: PricedGarment, constraints: Constraints | undefined): boolean {
  const range = constraints?.price;
  if (range === undefined || price === null) return true;
  if (range.min !== undefined && price.minorUnits < range.min.minorUnits) return false;
  return range.max === undefined || price.minorUnits <= range.max.minorUnits;
}

function isObtainable(garment: Garment, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined) return true;
  const has = sizesOf(garment).some(isAvailable);
  return (
    (has && (wanted.includes('in_stock') || wanted.includes('low_stock'))) || (!has && wanted.includes('out_of_stock'))
  );
}

function listed(garment: PricedGarment, rendering: ProductRendering, match: Item['match']): object {
  const variants = sizesOf(garment).map((size) => variantOf(garment, size, rendering));
  return productOf(garment, variants, rendering, match);
}

/** The variants that ids of a lookup resolved to, each with which ids and how. */
function correlated(
  garment: PricedGarment,
  asked: readonly { id: string; size: string | undefined }[],
  rendering: ProductRendering,
): object[] {
  const [featured] = sizesOf(garment);
  const inputs = new Map<string, { id: string; match: 'exact' | 'featured' }[]>();
  for (const { id, size } of asked) {
    const label = size ?? featured?.size ?? '';
    inputs.set(label, [...(inputs.get(label) ?? []), { id, match: size === undefined ? 'featured' : 'exact' }]);
  }
  return [...inputs].map(([label, correlation]) => {
    const size = garment.sizes.find((row) => row.size === label);
    return { ...variantOf(garment, size, rendering), inputs: correlation };
  });
}

async function garmentsOf(ids: readonly string[], counter: Counter): Promise<ReadonlyMap<string, Garment>> {
  const named = ids.flatMap((id) => [id, readVariantId(id)?.garmentId ?? id]);
  return new Map((await counter.garments([...new Set(named)])).map((garment) => [garment.id, garment]));
}

/** An id as a product's, else as that of a variant whose size there is. */
function garmentNamed(
  id: string,
  garments: ReadonlyMap<string, Garment>,
): { garment: Garment; size: string | undefined } | undefined {
  const product = garments.get(id);
  if (product !== undefined) return { garment: product, size: undefined };
  const variant = readVariantId(id);
  const garment = variant && garments.get(variant.garmentId);
  if (variant === undefined || garment === undefined) return undefined;
  const exists = sizesOf(garment).some((size) => (size?.size ?? '') === variant.size);
  return exists ? { garment, size: variant.size } : undefined;
}

function pageOf(pagination: SearchRequest['pagination']): { limit: number; offset: number } {
  const offset = Number(Buffer.from(pagination?.cursor ?? '', 'base64url').toString('utf8') || 0);
  if (!Number.isInteger(offset) || offset < 0 || offset > DEEPEST)
    throw new YidaFault('bad-request', 'a cursor that is none of ours', { values: { why: 'pagination.cursor' } });
  return { limit: Math.min(LARGEST_PAGE, pagination?.limit ?? PAGE), offset };
}

function cursorOf(offset: number): string {
  return Buffer.from(String(offset)).toString('base64url');
}
