import type { GarmentSize } from '../../domain/garment.js';
import type { Money } from '../../domain/money.js';
import type { Message } from '../../domain/reply.js';
import { ONE_SIZE } from '../../language/sizes.js';
import type { FeedRow } from './feed-row.js';
import { currencyCode, readPrice } from './price.js';
import { readSizes, type SizeInCell } from './size-cell.js';
import { readStock } from './stock.js';

/** What one row offers for sale. */
export interface RowOffer {
  readonly row: FeedRow;
  readonly price: Money | null;
  readonly listPrice: Money | undefined;
  readonly currencyStated: boolean;
  readonly sizes: readonly GarmentSize[];
}

export type OfferReading = RowOffer | { readonly refused: Message };

/**
 * Price and stock of a row. A missing price is no price; one that cannot be read refuses the row, since a
 * wrong or a silently missing price is worse for a shop than a row to correct.
 */
export function readOffer(row: FeedRow, feedCurrency: string): OfferReading {
  const { fields } = row;
  const currency = currencyCode(fields.currency) ?? row.headerCurrency ?? feedCurrency;
  const [price, sale, list] = [fields.price, fields.salePrice, fields.listPrice].map((cell) =>
    readPrice(cell ?? '', currency),
  );
  for (const [field, reading] of [
    ['price', price],
    ['salePrice', sale],
  ] as const) {
    if (reading?.kind === 'unreadable') {
      return { refused: { id: 'import.reason.price', values: { cell: shortened(fields[field]) } } };
    }
  }
  const stock = readStocks(fields.stock);
  if (stock === 'unreadable') {
    return { refused: { id: 'import.reason.stock', values: { cell: shortened(fields.stock) } } };
  }
  const normal = price?.kind === 'price' ? price : undefined;
  const reduced =
    sale?.kind === 'price' && (normal === undefined || below(sale.money, normal.money)) ? sale : undefined;
  const current = reduced ?? normal;
  const former = list?.kind === 'price' ? list.money : reduced && normal?.money;
  return {
    row,
    price: current?.money ?? null,
    listPrice: current && former && below(current.money, former) ? former : undefined,
    currencyStated:
      current === undefined || current.currencyStated || currency !== feedCurrency || fields.currency !== undefined,
    sizes: readRowSizes(row, stock),
  };
}

function below(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minorUnits < b.minorUnits;
}

/** One stock for all sizes, a list of one each, or undefined where the feed is silent. */
function readStocks(cell: string | undefined): (number | null)[] | undefined | 'unreadable' {
  if (cell === undefined) return undefined;
  const single = readStock(cell);
  if (single.kind === 'absent') return undefined;
  if (single.kind === 'stock') return [single.stock];
  const parts = cell.split(/[,，;；|/、]/).map(readStock);
  if (parts.length < 2 || parts.some(({ kind }) => kind !== 'stock')) return 'unreadable';
  return parts.map((part) => (part.kind === 'stock' ? part.stock : null));
}

function readRowSizes({ fields }: FeedRow, stocks: (number | null)[] | undefined): GarmentSize[] {
  const availability = readStock(fields.availability ?? '');
  const soldOut = availability.kind === 'stock' && availability.stock === 0;
  const stated = stocks ?? (availability.kind === 'stock' ? [availability.stock] : undefined);
  const sizes = readSizes(fields.size ?? '');
  const sku = fields.sku;
  if (sizes.length === 0) {
    if (stated === undefined) return [];
    return [{ size: ONE_SIZE, stock: soldOut ? 0 : (stated[0] ?? null), ...(sku === undefined ? {} : { sku }) }];
  }
  return sizes.map((each, at) => ({
    size: each.size,
    stock: soldOut ? 0 : stockOf(each, at, sizes.length, stated),
    ...(sku === undefined || sizes.length > 1 ? {} : { sku }),
  }));
}

/** One count for several sizes says nothing of each but whether anything is left. */
function stockOf(size: SizeInCell, at: number, count: number, stated: (number | null)[] | undefined): number | null {
  if (size.stock !== undefined) return size.stock;
  if (stated === undefined) return null;
  if (stated.length === count) return stated[at] ?? null;
  return stated.every((stock) => stock === 0) ? 0 : null;
}

/** A cell as a remark may quote it. */
export function shortened(cell: string | undefined): string {
  const text = (cell ?? '').replace(/\s+/g, ' ').trim();
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
