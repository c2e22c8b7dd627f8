import type { Garment, GarmentSize } from '../domain/garment.js';
import { sizeMatches } from '../domain/size-match.js';
import type { OfferChange } from './garment-store.js';

/** The garment after the change, or undefined where it has no such size or sku. */
export function changedGarment(garment: Garment, change: OfferChange): Garment | undefined {
  const named = sizesNamed(garment, change);
  if (named === undefined) return undefined;
  const all = named.size === garment.sizes.length;
  const sizes = garment.sizes.map((size) => (named.has(size) ? changedSize(size, change, all) : size));
  const { listPrice, ...rest } = garment;
  const newListPrice = change.listPrice === undefined ? listPrice : change.listPrice;
  return {
    ...rest,
    price: change.price === undefined ? garment.price : all ? change.price : lowestPrice(garment, sizes),
    ...(newListPrice === undefined || newListPrice === null ? {} : { listPrice: newListPrice }),
    // A garment without sizes has one of which the count is now known.
    sizes:
      garment.sizes.length === 0 && change.stock !== undefined ? [{ size: 'one size', stock: change.stock }] : sizes,
  };
}

function sizesNamed(garment: Garment, { id, sku, size }: OfferChange): Set<GarmentSize> | undefined {
  if (
    size === undefined &&
    (sku === undefined || (id !== undefined && garment.sizes.every((row) => row.sku !== sku)))
  ) {
    return sku === undefined || sku === garment.id ? new Set(garment.sizes) : undefined;
  }
  const named = garment.sizes.filter((row) => (size === undefined ? row.sku === sku : sizeMatches(size, row.size)));
  return named.length === 0 ? undefined : new Set(named);
}

function changedSize(size: GarmentSize, { price, stock }: OfferChange, all: boolean): GarmentSize {
  const { price: ownPrice, ...rest } = size;
  const newPrice = price === undefined ? ownPrice : all ? undefined : (price ?? undefined);
  return {
    ...rest,
    stock: stock === undefined ? size.stock : stock,
    ...(newPrice === undefined ? {} : { price: newPrice }),
  };
}

/** A garment is shown at the price of its cheapest size. */
function lowestPrice(garment: Garment, sizes: readonly GarmentSize[]): Garment['price'] {
  const prices = sizes.flatMap((size) => size.price ?? garment.price ?? []);
  return prices.reduce<Garment['price']>(
    (lowest, price) =>
      lowest === null || (price.currency === lowest.currency && price.minorUnits < lowest.minorUnits) ? price : lowest,
    null,
  );
}
