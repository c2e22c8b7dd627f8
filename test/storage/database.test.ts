import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { YidaFault } from '../../src/domain/fault.js';
import { type Database, openDatabase, settled, unhurried } from '../../src/storage/database.js';
import type { DiskSync } from '../../src/storage/disk-sync.js';
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

describe('a database that survives a power cut', () => {
  let folder: string;
  let db: Database;
  let held: { resolve: () => void; reject: (why: Error) => void }[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yida-test-'));
    held = [];
    db = await openDatabase({ file: join(folder, 'yida.sqlite'), disk });
  });
  afterEach(async () => {
    for (const wait of held.splice(0)) wait.resolve();
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  let opening = true;
  /** A disk that takes its time once the database is open. */
  const disk = (): DiskSync => {
    opening = true;
    return {
      sync: () => (opening ? Promise.resolve() : new Promise((resolve, reject) => held.push({ resolve, reject }))),
      close: async () => {},
    };
  };
  const note = (id: string) => db.insertInto('profile').values({ user_id: id, body: '{}', updated_at: 1 }).execute();
  const known = async () => (await db.selectFrom('profile').select('user_id').execute()).map((row) => row.user_id);
  const outcome = (work: Promise<unknown>) => {
    const states: string[] = [];
    work.then(
      () => states.push('done'),
      () => states.push('failed'),
    );
    return states;
  };
  const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

  it('has written once the disk has it, and reads meanwhile', async () => {
    opening = false;
    const written = outcome(note('a'));
    await soon();
    expect([written, await known(), held.length]).toEqual([[], ['a'], 1]);
    held.splice(0)[0]?.resolve();
    await soon();
    expect(written).toEqual(['done']);
  });

  it('waits for the disk once for all that wrote during the wait before', async () => {
    opening = false;
    const writing = ['a', 'b', 'c', 'd'].map((id) => outcome(note(id)));
    await soon();
    expect(held.length).toBe(1);
    held.splice(0)[0]?.resolve();
    await soon();
    expect(writing.flat()).toEqual(['done']);
    expect(held.length).toBe(1);
    held.splice(0)[0]?.resolve();
    await soon();
    expect(writing.flat()).toEqual(['done', 'done', 'done', 'done']);
    expect(held).toEqual([]);
  });

  it('waits for no disk where nothing was written', async () => {
    opening = false;
    expect(await known()).toEqual([]);
    await db.transaction().execute((transaction) => transaction.selectFrom('profile').selectAll().execute());
    expect(held).toEqual([]);
  });

  it('does not say that it has written where the disk fails', async () => {
    opening = false;
    const written = outcome(note('a'));
    await soon();
    held.splice(0)[0]?.reject(new Error('the disk is full'));
    await soon();
    expect(written).toEqual(['failed']);
  });

  it('can be told not to wait, and to wait later', async () => {
    opening = false;
    await unhurried(db, (transaction) =>
      transaction.insertInto('profile').values({ user_id: 'a', body: '{}', updated_at: 1 }).execute(),
    );
    expect([await known(), held.length]).toEqual([['a'], 0]);
    const safe = outcome(settled(db));
    await soon();
    expect(safe).toEqual([]);
    held.splice(0)[0]?.resolve();
    await soon();
    expect(safe).toEqual(['done']);
    const hurried = outcome(note('b'));
    await soon();
    expect([hurried, held.length]).toEqual([[], 1]);
  });

  it('loses nothing with a process that is killed, not even what does not wait for the disk', async () => {
    opening = false;
    await unhurried(db, (transaction) =>
      transaction.insertInto('profile').values({ user_id: 'a', body: '{}', updated_at: 1 }).execute(),
    );
    // What the system has of the files is what another process finds, however this one ends.
    const copy = join(folder, 'copy.sqlite');
    for (const end of ['', '-wal']) copyFileSync(join(folder, `yida.sqlite${end}`), `${copy}${end}`);
    const again = await openDatabase({ file: copy });
    expect(await again.selectFrom('profile').select('user_id').execute()).toEqual([{ user_id: 'a' }]);
    await again.destroy();
  });

  it('takes back whole what fails without waiting', async () => {
    const failing = unhurried(db, async (transaction) => {
      await transaction.insertInto('profile').values({ user_id: 'u', body: '{}', updated_at: 1 }).execute();
      throw new YidaFault('internal', 'as asked');
    });
    await expect(failing).rejects.toThrow('as asked');
    expect(await known()).toEqual([]);
  });
});

describe('the log of a database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yida-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is copied into the file by another thread, whose work no commit does', async () => {
    const file = join(folder, 'yida.sqlite');
    const db = await openDatabase({ file, checkpointAfterMs: 5 });
    const body = JSON.stringify({ words: 'x'.repeat(50_000) });
    // The thread is started by the first commit; some 2,400 pages then are more than SQLite itself would leave in the log.
    await db.insertInto('profile').values({ user_id: 'first', body, updated_at: 1 }).execute();
    await expect.poll(() => storedIn(file), { timeout: 10_000 }).toBe(1);
    for (let at = 0; at < 200; at++)
      await unhurried(db, (transaction) =>
        transaction
          .insertInto('profile')
          .values({ user_id: `u${at}`, body, updated_at: 1 })
          .execute(),
      );
    const { rows } = await sql<{ wal_autocheckpoint: number }>`pragma wal_autocheckpoint`.execute(db);
    expect(rows[0]?.wal_autocheckpoint).toBeGreaterThan(10_000);
    await expect.poll(() => storedIn(file), { timeout: 10_000 }).toBe(201);
    await db.destroy();
    expect(await storedIn(file)).toBe(201);
  });

  it('can be written to while the file is closed and opened over and over', async () => {
    const file = join(folder, 'yida.sqlite');
    for (let round = 0; round < 4; round++) {
      const db = await openDatabase({ file, checkpointAfterMs: 1 });
      for (let at = 0; at < 20; at++) {
        await db
          .insertInto('profile')
          .values({ user_id: `${round} ${at}`, body: '{}', updated_at: 1 })
          .execute();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await db.destroy();
      expect(await storedIn(file)).toBe((round + 1) * 20);
    }
  });

  /** Profiles that are in the file itself, without its log. */
  async function storedIn(file: string): Promise<number> {
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(file, copy);
    for (const end of ['-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
    const alone = await openDatabase({ file: copy, durability: 'normal' });
    const { length } = await alone.selectFrom('profile').select('user_id').execute();
    await alone.destroy();
    return length;
  }
});

describe('a database in memory', () => {
  it('has nothing to wait for', async () => {
    const db = await openDatabase({ file: ':memory:' });
    await unhurried(db, (transaction) => transaction.selectFrom('profile').selectAll().execute());
    await expect(settled(db)).resolves.toBe(undefined);
    await db.destroy();
  });
});
