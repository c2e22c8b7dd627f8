import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql, type Transaction } from 'kysely';
import { YidaFault } from '../domain/fault.js';
import { migrate } from './migrate.js';
import type { DialectTypes } from './migrations/migration.js';
import type { Schema } from './schema.js';

/** An open database with the newest schema. Close it with `destroy()`. */
export type Database = Kysely<Schema>;

export interface DatabaseOptions {
  /** A path inside YIDA_DATA_DIR, or ':memory:'. Its folder is made where it is missing. */
  readonly file: string;
  /**
   * `full` (the default) syncs every commit: in WAL mode `normal` survives a killed process but may lose the
   * last commits with the power, and a turn's state must be durable before its answer is sent.
   * `normal` suits a file that can be imported again.
   */
  readonly durability?: 'full' | 'normal';
  /** How long a write waits for another process's write, in milliseconds. */
  readonly busyTimeoutMs?: number;
}

const SQLITE_TYPES: DialectTypes = { bytes: 'blob' };

/**
 * Opens (and where needed creates and migrates) a SQLite database. The catalogue and the conversations may
 * live in one file or in one each; two keep a large import from making a shopper's turn wait.
 * Throws `storage-unusable` where the file cannot be opened and `storage-newer` where a newer Yida wrote it.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: openFile(options) }) });
  try {
    await migrate(db, SQLITE_TYPES);
    // Reads the pages that a corrupt file would fail on later, in the middle of a turn.
    await sql`select count(*) from sqlite_master`.execute(db);
    return db;
  } catch (error) {
    await db.destroy();
    if (error instanceof YidaFault) throw error;
    throw unusable(options.file, error);
  }
}

/**
 * A transaction that does not wait for the disk: a killed process loses nothing of it, the power may take it along. For
 * what does no harm when it is done again.
 */
export function unhurried<Result>(
  db: Database,
  work: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    const [before] = (await sql<{ synchronous: number }>`pragma synchronous`.execute(connection)).rows;
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = ${sql.lit(before?.synchronous ?? FULL)}`.execute(connection);
    }
  });
}

/** SQLite's number of `full`. */
const FULL = 2;

function openFile({ file, durability = 'full', busyTimeoutMs = 5_000 }: DatabaseOptions): Sqlite.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const sqlite = new Sqlite(file, { timeout: busyTimeoutMs });
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma(`synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'}`);
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('cache_size = -16384');
    return sqlite;
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, cause: unknown): YidaFault {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new YidaFault('storage-unusable', `cannot use the database ${file}: ${why}`, { values: { file, why }, cause });
}
