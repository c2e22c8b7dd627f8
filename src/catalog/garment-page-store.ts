import type { Facet } from '../domain/facet.js';
import type { Database } from '../storage/database.js';
import { readGarments } from './garment-row-store.js';
import type { GarmentPage } from './garment-store.js';
import type { RowSet } from './row-set.js';

/** Entries of the id index read at a time while looking for those that match. */
const STEP = 500;

export interface PageQuery {
  readonly cursor?: string;
  readonly limit: number;
  readonly facets?: Partial<Record<Facet | 'brand', string>>;
}

/** A page in id order. The cursor is the last id given, so a page stays right while garments come and go. */
export async function readGarmentPage(
  db: Database,
  { cursor, limit, facets = {} }: PageQuery,
  matching: (facets: Readonly<Record<string, string | string[]>>) => Promise<RowSet>,
): Promise<GarmentPage> {
  const stated = Object.entries(facets).filter(([, id]) => id !== undefined);
  const wanted = stated.length === 0 ? undefined : await matching(Object.fromEntries(stated.map(listed)));
  const page: { id: string; row: number }[] = [];
  for (let after = cursor ?? ''; page.length <= limit; ) {
    const step = await db
      .selectFrom('catalogue')
      .select(['id', 'row'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(wanted === undefined ? limit + 1 : STEP)
      .execute();
    page.push(...step.filter(({ row }) => wanted?.has(row) ?? true));
    const last = step.at(-1);
    if (last === undefined || wanted === undefined) break;
    after = last.id;
  }
  const shown = page.slice(0, limit);
  const garments = await readGarments(
    db,
    shown.map(({ row }) => row),
  );
  const items = shown.flatMap(({ row }) => garments.get(row) ?? []);
  const last = shown.at(-1);
  return page.length > limit && last !== undefined ? { items, nextCursor: last.id } : { items };
}

function listed([facet, id]: [string, string]): [string, string | string[]] {
  return [facet, ['colours', 'seasons', 'occasions', 'styles'].includes(facet) ? [id] : id];
}
