import type { Garment } from '../domain/garment.js';
import type { Money } from '../domain/money.js';
import type { Database } from '../storage/database.js';
import type { GarmentRow } from './garment-store.js';

const CHUNK = 500;

type Content = Omit<Garment, 'price' | 'listPrice' | 'sizes'>;

/** The two halves a garment is stored in: what its row stands for, and what may change under it. */
export function splitGarment(garment: Garment): { body: string; offer: StoredOffer } {
  const { price, listPrice, sizes, ...content } = garment;
  return {
    body: JSON.stringify(content),
    offer: {
      price_minor: price?.minorUnits ?? null,
      currency: price?.currency ?? null,
      list_minor: listPrice?.minorUnits ?? null,
      list_currency: listPrice?.currency ?? null,
      // Keys in one order, so that equal offers are equal text.
      sizes: JSON.stringify(sizes.map(({ size, stock, sku, price: own }) => ({ size, stock, sku, price: own }))),
    },
  };
}

export interface StoredOffer {
  readonly price_minor: number | null;
  readonly currency: string | null;
  readonly list_minor: number | null;
  readonly list_currency: string | null;
  readonly sizes: string;
}

export function joinGarment(body: string, offer: StoredOffer): Garment {
  // Written by splitGarment from a validated garment, so it is not validated a second time.
  const content = JSON.parse(body) as Content;
  const listPrice = toMoney(offer.list_minor, offer.list_currency);
  return {
    ...content,
    price: toMoney(offer.price_minor, offer.currency) ?? null,
    ...(listPrice === undefined ? {} : { listPrice }),
    sizes: JSON.parse(offer.sizes),
  };
}

function toMoney(minorUnits: number | null, currency: string | null): Money | undefined {
  return minorUnits === null || currency === null ? undefined : { minorUnits, currency };
}

/** The garments of the rows, superseded ones included as long as they are kept. */
export async function readGarments(db: Database, rows: readonly GarmentRow[]): Promise<Map<GarmentRow, Garment>> {
  const garments = new Map<GarmentRow, Garment>();
  for (let at = 0; at < rows.length; at += CHUNK) {
    const found = await db
      .selectFrom('garment')
      .innerJoin('offer', 'offer.row', 'garment.row')
      .select(['garment.row', 'garment.body', 'price_minor', 'currency', 'list_minor', 'list_currency', 'sizes'])
      .where('garment.row', 'in', rows.slice(at, at + CHUNK))
      .execute();
    for (const row of found) garments.set(row.row, joinGarment(row.body, row));
  }
  return garments;
}

export async function visibleRowsOf(db: Database, ids: readonly string[]): Promise<Map<string, GarmentRow>> {
  const rows = new Map<string, GarmentRow>();
  for (let at = 0; at < ids.length; at += CHUNK) {
    const found = await db
      .selectFrom('catalogue')
      .select(['id', 'row'])
      .where('id', 'in', ids.slice(at, at + CHUNK))
      .execute();
    for (const { id, row } of found) rows.set(id, row);
  }
  return rows;
}
