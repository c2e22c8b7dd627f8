import { sql } from 'kysely';
import type { Database } from '../storage/database.js';

/**
 * The next free number of a kind (rows, segments, batches), taken; never given out twice. Call it first in a
 * transaction: being a write, it takes the lock before anything is read that the transaction relies on (a
 * SQLite transaction that begins by reading fails where another process wrote in between).
 */
export async function takeNumbers(
  db: Database,
  kind: 'next-row' | 'next-segment' | 'next-batch' | 'offers-version',
  count = 1,
): Promise<number> {
  const { value } = await db
    .insertInto('catalogue_fact')
    .values({ key: kind, value: String(1 + count) })
    .onConflict((on) =>
      on.column('key').doUpdateSet({
        value: sql<string>`cast(cast(catalogue_fact.value as integer) + ${count} as text)`,
      }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(value) - count;
}

export async function writeFact(db: Database, key: string, value: string): Promise<void> {
  await db
    .insertInto('catalogue_fact')
    .values({ key, value })
    .onConflict((on) => on.column('key').doUpdateSet({ value }))
    .execute();
}
