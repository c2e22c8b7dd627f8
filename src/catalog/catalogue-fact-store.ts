import type { Database } from '../storage/database.js';

/** The next free number of a kind (rows, segments, batches), taken; never given out twice. Call in a transaction. */
export async function takeNumbers(
  db: Database,
  kind: 'next-row' | 'next-segment' | 'next-batch' | 'offers-version',
  count = 1,
): Promise<number> {
  const known = await db.selectFrom('catalogue_fact').select('value').where('key', '=', kind).executeTakeFirst();
  const first = Number(known?.value ?? 1);
  await writeFact(db, kind, String(first + count));
  return first;
}

export async function writeFact(db: Database, key: string, value: string): Promise<void> {
  await db
    .insertInto('catalogue_fact')
    .values({ key, value })
    .onConflict((on) => on.column('key').doUpdateSet({ value }))
    .execute();
}
