import type { Garment } from '../domain/garment.js';
import type { Database } from '../storage/database.js';
import { takeNumbers } from './catalogue-fact-store.js';
import { readGarments, splitGarment, visibleRowsOf } from './garment-row-store.js';
import type { GarmentRow, OfferChange, OfferReport } from './garment-store.js';
import { offerTerms, skuTerm } from './index-terms.js';
import { changedGarment } from './offer-change.js';
import { rowBytes, rowsFromBytes } from './posting-store.js';

const CHUNK = 500;

/**
 * Changes prices and stocks in one transaction, the index of sizes in stock included; readers see them at
 * their next call.
 */
export async function updateOffers(db: Database, changes: readonly OfferChange[]): Promise<OfferReport> {
  return db.transaction().execute(async (transaction) => {
    // Taken first: a write takes the lock before anything is read that the write relies on.
    await takeNumbers(transaction, 'offers-version', 0);
    // A garment without sizes may be sold under its own id.
    const ids = new Set(changes.flatMap(({ id, sku }) => id ?? sku ?? []));
    const bySku = await rowsBySku(
      transaction,
      new Set(changes.flatMap(({ id, sku }) => (id === undefined ? (sku ?? []) : []))),
    );
    const byId = await visibleRowsOf(transaction, [...ids]);
    const garments = await readGarments(transaction, [...new Set([...byId.values(), ...bySku.values()])]);
    const changed = new Map<GarmentRow, Garment>();
    const unknown: OfferChange[] = [];
    for (const change of changes) {
      const { id, sku = '' } = change;
      const row = id === undefined ? (bySku.get(sku) ?? byId.get(sku)) : byId.get(id);
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
      const known = stored === undefined ? new Uint32Array(0) : rowsFromBytes(stored.rows);
      const data = rowBytes(withChanges(known, adds, removed));
      await transaction
        .insertInto('posting')
        .values({ term, segment: segment.id, rows: data, weights: null })
        .onConflict((on) => on.columns(['term', 'segment']).doUpdateSet({ rows: data }))
        .execute();
    }
  }
}

/** The rows without the removed and with the added ones, ascending. */
function withChanges(rows: Uint32Array, added: readonly GarmentRow[], removed: ReadonlySet<GarmentRow>): Uint32Array {
  const gone = new Set([...removed, ...added]);
  const kept = rows.filter((row) => !gone.has(row));
  if (added.length === 0) return kept;
  const all = new Uint32Array(kept.length + added.length);
  all.set(kept);
  all.set(added, kept.length);
  return all.sort();
}

/** The visible garment that each sku is sold under; where two claim one, the newer. */
async function rowsBySku(db: Database, skus: ReadonlySet<string>): Promise<Map<string, GarmentRow>> {
  const found = new Map<string, GarmentRow>();
  const all = [...skus];
  for (let at = 0; at < all.length; at += CHUNK) {
    const postings = await db
      .selectFrom('posting')
      .innerJoin('segment', 'segment.id', 'posting.segment')
      .select(['posting.term', 'posting.rows'])
      .where('posting.term', 'in', all.slice(at, at + CHUNK).map(skuTerm))
      .where('segment.published', '=', 1)
      .orderBy('segment.first_row')
      .execute();
    const sold = postings.flatMap(({ term, rows }) => [...rowsFromBytes(rows)].map((row) => ({ term, row })));
    const live = await visible(
      db,
      sold.map(({ row }) => row),
    );
    for (const { term, row } of sold) if (live.has(row)) found.set(term.slice(skuTerm('').length), row);
  }
  return found;
}

async function visible(db: Database, rows: readonly GarmentRow[]): Promise<Set<GarmentRow>> {
  const live = new Set<GarmentRow>();
  for (let at = 0; at < rows.length; at += CHUNK) {
    const found = await db
      .selectFrom('catalogue')
      .select('row')
      .where('row', 'in', rows.slice(at, at + CHUNK))
      .execute();
    for (const { row } of found) live.add(row);
  }
  return live;
}
