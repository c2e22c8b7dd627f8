import type { Garment, GarmentSize } from '../../domain/garment.js';
import type { Locale } from '../../domain/locale.js';
import type { Money } from '../../domain/money.js';
import type { Match } from '../../domain/reply.js';
import { withAbsoluteAddresses } from '../rendering/absolute-address.js';
import type { Wording } from '../rendering/wording.js';
import type { UcpVersion } from './ucp-profile.js';

/** At or under this count a size is said to run low. */
const FEW = 2;
const SEPARATOR = '::';

export interface ProductRendering {
  /** The protocol's, whose fields products are written in. */
  readonly version: UcpVersion;
  readonly wording: Wording;
  readonly base: string;
  readonly locale: Locale;
  /** True where nobody said which language is wanted: a search then answers in that of its words. */
  readonly isAssumed?: boolean;
}

/** A garment the protocol can show: it has no product without a price. */
export type PricedGarment = Garment & { readonly price: Money };

export function isPriced(garment: Garment): garment is PricedGarment {
  return garment.price !== null;
}

/** A garment's variant: a size, or the garment itself where it has none. */
export function variantId(garment: Pick<Garment, 'id'>, size: GarmentSize | undefined): string {
  return `${garment.id}${SEPARATOR}${size?.size ?? ''}`;
}

/** The garment and the size a variant id names; undefined for a product id. */
export function readVariantId(id: string): { readonly garmentId: string; readonly size: string } | undefined {
  const at = id.lastIndexOf(SEPARATOR);
  return at < 1 ? undefined : { garmentId: id.slice(0, at), size: id.slice(at + SEPARATOR.length) };
}

/** Sizes to buy first, then the sold out; undefined stands for a garment without sizes. */
export function sizesOf({ sizes }: Garment): (GarmentSize | undefined)[] {
  if (sizes.length === 0) return [undefined];
  return [...sizes].sort((a, b) => Number(isAvailable(b)) - Number(isAvailable(a)));
}

export function isAvailable(size: GarmentSize | undefined): boolean {
  return size === undefined || size.stock === null || size.stock > 0;
}

/** A variant as the protocol's `variant`. */
export function variantOf(garment: PricedGarment, size: GarmentSize | undefined, rendering: ProductRendering): object {
  const { wording, locale, version } = rendering;
  const title = wording.localised(garment.title, locale);
  const options = size === undefined ? [] : [{ name: sizeName(rendering), label: size.size }];
  const price = size?.price ?? garment.price;
  const { listPrice } = garment;
  const reduced = listPrice?.currency === price.currency && listPrice.minorUnits > price.minorUnits;
  return {
    id: variantId(garment, size),
    ...(size?.sku === undefined ? {} : { sku: size.sku }),
    title: size === undefined ? title : wording.text(locale, 'ucp.variant', { title, size: size.size }),
    description: { plain: title },
    price: amountOf(price),
    ...(reduced && listPrice !== undefined ? { list_price: amountOf(listPrice) } : {}),
    availability: availabilityOf(size, version),
    ...(version === '2026-04-08' ? { selected_options: options } : { options }),
  };
}

/** A garment as the protocol's `product`, with the variants it is given, the first of them featured. */
export function productOf(
  garment: PricedGarment,
  variants: readonly object[],
  rendering: ProductRendering,
  match?: Match,
): object {
  const { wording, base, locale } = rendering;
  const { images, url } = withAbsoluteAddresses(garment, base);
  const title = wording.localised(garment.title, locale);
  const prices = garment.sizes.map(({ price }) => price ?? garment.price);
  const range = rangeOf(prices.length === 0 ? [garment.price] : prices);
  return {
    id: garment.id,
    title,
    ...(garment.brand === null ? {} : { brand: garment.brand }),
    description: { plain: wording.localised(garment.description, locale) || title },
    ...(url === null ? {} : { url }),
    ...(garment.category === null ? {} : { categories: [{ value: garment.category, taxonomy: 'merchant' }] }),
    price_range: range,
    media: images.map((address) => ({ type: 'image', url: address, alt_text: title })),
    options: optionsOf(garment, rendering),
    variants,
    tags: [...garment.colours, ...garment.styles, ...garment.seasons, ...garment.occasions],
    metadata: {
      ...(garment.groupId === undefined ? {} : { group_id: garment.groupId }),
      ...(garment.audience === null ? {} : { audience: garment.audience }),
      ...(match === undefined ? {} : { match }),
    },
  };
}

/** The size option, each value with whether it can be bought. */
export function optionsOf(garment: Garment, rendering: ProductRendering): object[] {
  if (garment.sizes.length === 0) return [];
  const values = garment.sizes.map((size) => ({ label: size.size, available: isAvailable(size), exists: true }));
  return [{ name: sizeName(rendering), values }];
}

export function sizeName({ wording, locale }: Pick<ProductRendering, 'wording' | 'locale'>): string {
  return wording.text(locale, 'ucp.option.size');
}

function availabilityOf(size: GarmentSize | undefined, version: UcpVersion): object {
  if (!isAvailable(size)) return { available: false, status: 'out_of_stock' };
  const few = version !== '2026-04-08' && typeof size?.stock === 'number' && size.stock <= FEW;
  return { available: true, status: few ? 'low_stock' : 'in_stock' };
}

function amountOf({ minorUnits, currency }: Money): object {
  return { amount: minorUnits, currency };
}

function rangeOf(prices: readonly Money[]): object {
  const sorted = [...prices].sort((a, b) => a.minorUnits - b.minorUnits);
  const [min] = sorted;
  const max = sorted.at(-1);
  return { min: amountOf(min as Money), max: amountOf(max as Money) };
}
