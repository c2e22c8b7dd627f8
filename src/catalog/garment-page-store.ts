import { type Facet, LIST_FACETS } from '../domain/facet.js';
import type { Database } from '../storage/database.js';
import { readGarments } from './garment-row-store.js';
import type { GarmentPage } from './garment-store.js';
import type { RowSet } from './row-set.js';

/** Entries of the id index read at a time while looking for those that match. */
const STEP = 500;
/** Up to so many matches are looked up one by one; more are common enough to meet while walking in id order. */
const FEW = 4_000;

export interface PageQuery {
  readonly cursor?: string;
  readonly limit: number;
  readonly facets?: Partial<Record<Facet | 'brand', string>>;
}

interface Entry {
  readonly id: string;
  readonly row: number;
}

/** A page in id order. The cursor is the last id given, so a page stays right while garments come and go. */
export async function readGarmentPage(
  db: Database,
  { cursor = '', limit, facets = {} }: PageQuery,
  matching: (facets: Readonly<Record<string, string | string[]>>) => Promise<RowSet>,
): Promise<GarmentPage> {
  const stated = Object.entries(facets).filter(([, id]) => id !== undefined);
  const entries =
    stated.length === 0
      ? await nextEntries(db, cursor, limit + 1)
      : await matchingEntries(db, cursor, limit + 1, await matching(Object.fromEntries(stated.map(listed))));
  const shown = entries.slice(0, limit);
  const garments = await readGarments(
    db,
    shown.map(({ row }) => row),
  );
  const items = shown.flatMap(({ row }) => garments.get(row) ?? []);
  const last = shown.at(-1);
  return entries.length > limit && last !== undefined ? { items, nextCursor: last.id } : { items };
}

function nextEntries(db: Database, after: string, limit: number): Promise<Entry[]> {
  return db.selectFrom('catalogue').select(['id', 'row']).where('id', '>', after).orderBy('id').limit(limit).execute();
}

async function matchingEntries(db: Database, after: string, limit: number, wanted: RowSet): Promise<Entry[]> {
  const rows = wanted.rows();
  const found: Entry[] = [];
  if (rows.length <= FEW) {
    for (let at = 0; at < rows.length; at += STEP) {
      const part = await db
        .selectFrom('catalogue')
        .select(['id', 'row'])
        .where('row', 'in', [...rows.subarray(at, at + STEP)])
        .where('id', '>', after)
        .execute();
      found.push(...part);
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
  }
  for (let from = after; found.length < limit; ) {
    const step = await nextEntries(db, from, STEP);
    found.push(...step.filter(({ row }) => wanted.has(row)));
    const last = step.at(-1);
    if (last === undefined) break;
    from = last.id;
  }
  return found.slice(0, limit);
}

function listed([facet, id]: [string, string]): [string, string | string[]] {
  return [facet, LIST_FACETS.some((list) => list === facet) ? [id] : id];
}
