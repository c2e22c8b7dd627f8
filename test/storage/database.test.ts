import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { YidaFault } from '../../src/domain/fault.js';
import { type Database, openDatabase, unhurried } from '../../src/storage/database.js';
import { migrate } from '../../src/storage/migrate.js';
import { MIGRATIONS } from '../../src/storage/migrations/index.js';

describe('the database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yida-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('numbers its schema steps from 1 without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it('is opened again by the version that made it', async () => {
    const file = join(folder, 'yida.sqlite');
    await (await openDatabase({ file })).destroy();
    const again = await openDatabase({ file });
    const version = await again.selectFrom('yida_schema').select('version').executeTakeFirstOrThrow();
    expect(version.version).toBe(MIGRATIONS.length);
    await again.destroy();
  });

  it('refuses a database of a newer version and says so', async () => {
    const file = join(folder, 'yida.sqlite');
    const db = await openDatabase({ file });
    await db.updateTable('yida_schema').set({ version: 999 }).execute();
    await db.destroy();
    await expect(openDatabase({ file })).rejects.toMatchObject({ code: 'storage-newer', values: { found: 999 } });
  });

  it('refuses a file that is no database', async () => {
    const file = join(folder, 'yida.sqlite');
    writeFileSync(file, 'not a database, but long enough to have a header'.repeat(10));
    await expect(openDatabase({ file })).rejects.toMatchObject({ code: 'storage-unusable', values: { file } });
  });

  it('takes a failed step back whole and can take it again', async () => {
    const db = await openDatabase({ file: ':memory:' });
    const version = MIGRATIONS.length + 1;
    const failing = [
      ...MIGRATIONS,
      {
        version,
        name: 'failing',
        up: async (schema: typeof db.schema) => {
          await schema.createTable('half_made').addColumn('id', 'integer').execute();
          await schema.createTable('half_made').addColumn('id', 'integer').execute();
        },
      },
    ];
    await expect(migrate(db, { bytes: 'blob' }, failing)).rejects.toThrow(/already exists/);
    const tables = await db.introspection.getTables();
    expect(tables.map(({ name }) => name)).not.toContain('half_made');
    const found = await db.selectFrom('yida_schema').select('version').executeTakeFirst();
    expect(found?.version).toBe(MIGRATIONS.length);
    await db.destroy();
  });
});

describe('a transaction that does not wait for the disk', () => {
  const pragma = async (db: Pick<Database, 'getExecutor'>) =>
    (await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows[0]?.synchronous;
  const open = (durability: 'full' | 'normal') => openDatabase({ file: ':memory:', durability });

  it.each([
    ['full', 2],
    ['normal', 1],
  ] as const)('leaves a database of %s durability as it was', async (durability, level) => {
    const db = await open(durability);
    const inside = await unhurried(db, pragma);
    expect([inside, await pragma(db)]).toEqual([1, level]);
    await db.destroy();
  });

  it('is none at all where its work fails', async () => {
    const db = await open('full');
    const failing = unhurried(db, async (transaction) => {
      await transaction.insertInto('profile').values({ user_id: 'u', body: '{}', updated_at: 1 }).execute();
      throw new YidaFault('internal', 'as asked');
    });
    await expect(failing).rejects.toThrow('as asked');
    expect([await db.selectFrom('profile').selectAll().execute(), await pragma(db)]).toEqual([[], 2]);
    await db.destroy();
  });
});
