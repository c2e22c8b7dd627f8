import type { Garment } from '../domain/garment.js';
import type { Database } from '../storage/database.js';
import { takeNumbers } from './catalogue-fact-store.js';
import { readGarments, splitGarment, visibleRowsOf } from './garment-row-store.js';
import type { GarmentRow, OfferChange, OfferReport } from './garment-store.js';
import { offerTerms } from './index-terms.js';
import { changedGarment } from './offer-change.js';
import { rowBytes, rowsFromBytes } from './posting-store.js';

/**
 * Changes prices and stocks in one transaction, the index of sizes in stock included; readers see them at
 * their next call.
 */
export async function updateOffers(db: Database, changes: readonly OfferChange[]): Promise<OfferReport> {
  return db.transaction().execute(async (transaction) => {
    // Taken first: a write takes the lock before anything is read that the write relies on.
    await takeNumbers(transaction, 'offers-version', 0);
    const ids = new Set(changes.flatMap(({ id }) => id ?? []));
    const bySku = await rowsBySku(
      transaction,
      new Set(changes.flatMap(({ id, sku }) => (id === undefined ? (sku ?? []) : []))),
    );
    const byId = await visibleRowsOf(transaction, [...ids]);
    const garments = await readGarments(transaction, [...new Set([...byId.values(), ...bySku.values()])]);
    const changed = new Map<GarmentRow, Garment>();
    const unknown: OfferChange[] = [];
    for (const change of changes) {
      const row = change.id === undefined ? bySku.get(change.sku ?? '') : byId.get(change.id);
      const garment = row === undefined ? undefined : (changed.get(row) ?? garments.get(row));
      const after = garment === undefined ? undefined : changedGarment(garment, change);
      if (row === undefined || after === undefined) unknown.push(change);
      else changed.set(row, after);
    }
    await replaceOffers(transaction, changed);
    return { updated: changed.size, unknown };
  });
}

/** Writes the price, stock and size terms of the rows as the garments now have them. Call in a transaction. */
export async function replaceOffers(transaction: Database, garments: ReadonlyMap<GarmentRow, Garment>): Promise<void> {
  if (garments.size === 0) return;
  const version = (await takeNumbers(transaction, 'offers-version')) + 1;
  const before = await readGarments(transaction, [...garments.keys()]);
  const changes = new Map<string, { added: Set<number>; removed: Set<number> }>();
  const noted = (term: string) => {
    const known = changes.get(term) ?? { added: new Set(), removed: new Set() };
    changes.set(term, known);
    return known;
  };
  for (const [row, garment] of garments) {
    const old = offerTerms(before.get(row)?.sizes ?? []);
    const now = offerTerms(garment.sizes);
    for (const term of now) if (!old.has(term)) noted(term).added.add(row);
    for (const term of old) if (!now.has(term)) noted(term).removed.add(row);
    await transaction
      .updateTable('offer')
      .set({ ...splitGarment(garment).offer, changed: version })
      .where('row', '=', row)
      .execute();
  }
  await changePostings(transaction, changes);
}

async function changePostings(
  transaction: Database,
  changes: ReadonlyMap<string, { added: ReadonlySet<number>; removed: ReadonlySet<number> }>,
): Promise<void> {
  if (changes.size === 0) return;
  const segments = await transaction.selectFrom('segment').selectAll().where('published', '=', 1).execute();
  for (const [term, { added, removed }] of changes) {
    for (const segment of segments) {
      const inside = (row: number) => row >= segment.first_row && row <= segment.last_row;
      const adds = [...added].filter(inside);
      if (adds.length === 0 && ![...removed].some(inside)) continue;
      const stored = await transaction
        .selectFrom('posting')
        .select('rows')
        .where('term', '=', term)
        .where('segment', '=', segment.id)
        .executeTakeFirst();
      const known = stored === undefined ? [] : [...rowsFromBytes(stored.rows)];
      const rows = [...new Set([...known, ...adds])].filter((row) => !removed.has(row));
      const data = rowBytes(Uint32Array.from(rows).sort());
      await transaction
        .insertInto('posting')
        .values({ term, segment: segment.id, rows: data, weights: null })
        .onConflict((on) => on.columns(['term', 'segment']).doUpdateSet({ rows: data }))
        .execute();
    }
  }
}

/** Where each sku is sold. Stock updates by sku alone are rare, so no index is kept for them. */
async function rowsBySku(db: Database, skus: ReadonlySet<string>): Promise<Map<string, GarmentRow>> {
  const found = new Map<string, GarmentRow>();
  if (skus.size === 0) return found;
  for (let after = -1; found.size < skus.size; ) {
    const offers = await db
      .selectFrom('offer')
      .innerJoin('catalogue', 'catalogue.row', 'offer.row')
      .select(['offer.row', 'offer.sizes'])
      .where('offer.row', '>', after)
      .where('offer.sizes', 'like', '%"sku"%')
      .orderBy('offer.row')
      .limit(1_000)
      .execute();
    for (const { row, sizes } of offers) {
      for (const { sku } of JSON.parse(sizes) as Garment['sizes']) {
        if (sku !== undefined && skus.has(sku)) found.set(sku, row);
      }
    }
    const last = offers.at(-1);
    if (last === undefined) break;
    after = last.row;
  }
  return found;
}
