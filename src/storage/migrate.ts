import type { Kysely } from 'kysely';
import { YidaFault } from '../domain/fault.js';
import { MIGRATIONS } from './migrations/index.js';
import type { DialectTypes, Migration } from './migrations/migration.js';
import type { Schema } from './schema.js';

/**
 * Brings the schema to the newest version, each step in a transaction of its own with the note that it was
 * taken. A database that a newer Yida wrote is refused (`storage-newer`) rather than half understood.
 */
export async function migrate(
  db: Kysely<Schema>,
  types: DialectTypes,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await db.schema
    .createTable('yida_schema')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  const newest = migrations.at(-1)?.version ?? 0;
  const found = await schemaVersion(db);
  if (found > newest) {
    throw new YidaFault('storage-newer', `the database has schema ${found}; this version of Yida knows ${newest}`, {
      values: { found, known: newest },
    });
  }
  for (const migration of migrations.filter((step) => step.version > found)) {
    await db.transaction().execute(async (step) => {
      // Writing first takes the lock, so that of two processes starting at once one waits and then finds it done.
      await step
        .insertInto('yida_schema')
        .values({ id: 1, version: found })
        .onConflict((on) =>
          on.column('id').doUpdateSet((excluded) => ({ version: excluded.ref('yida_schema.version') })),
        )
        .execute();
      if ((await schemaVersion(step)) >= migration.version) return;
      await migration.up(step.schema, types);
      await step.updateTable('yida_schema').set({ version: migration.version }).where('id', '=', 1).execute();
    });
  }
}

async function schemaVersion(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('yida_schema').select('version').where('id', '=', 1).executeTakeFirst();
  return row?.version ?? 0;
}
