import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, sql, type Transaction } from 'kysely';
import { YidaFault } from '../domain/fault.js';
import { checkpointsElsewhere } from './checkpoints.js';
import { type DiskSync, shareSync, syncOf } from './disk-sync.js';
import { type GroupCommit, GroupCommitDialect } from './group-commit.js';
import { migrate } from './migrate.js';
import type { DialectTypes } from './migrations/migration.js';
import type { Schema } from './schema.js';

/** An open database with the newest schema. Close it with `destroy()`. */
export type Database = Kysely<Schema>;

export interface DatabaseOptions {
  /** A path inside YIDA_DATA_DIR, or ':memory:'. Its folder is made where it is missing. */
  readonly file: string;
  /**
   * `full` (the default): what a promise resolved to survives a power cut; a turn's state must be durable before its
   * answer is sent. With `normal` a killed process loses nothing, but the power may take the last commits along; it suits
   * a file that can be imported again.
   */
  readonly durability?: 'full' | 'normal';
  /** How long a write waits for another process's write, in milliseconds. */
  readonly busyTimeoutMs?: number;
  /** What waits for the disk to have a file. */
  readonly disk?: (file: string) => DiskSync;
  /** Milliseconds after a commit until the log is copied into the file by another thread; with `full` alone. */
  readonly checkpointAfterMs?: number;
}

/** About as rarely as SQLite would by itself in a busy minute: each copy has the disk sync beside the turns' own. */
const CHECKPOINT_AFTER_MS = 5_000;
const SQLITE_TYPES: DialectTypes = { bytes: 'blob' };

/**
 * Opens (and where needed creates and migrates) a SQLite database. The catalogue and the conversations may
 * live in one file or in one each; two keep a large import from making a shopper's turn wait.
 * Throws `storage-unusable` where the file cannot be opened and `storage-newer` where a newer Yida wrote it.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { sqlite, commit } = openFile(options);
  const db = new Kysely<Schema>({ dialect: new GroupCommitDialect(sqlite, commit) });
  if (commit !== undefined) commits.set(db, commit);
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

/** Of databases whose commits wait for the disk together. */
const commits = new WeakMap<Database, GroupCommit>();

/**
 * A transaction that does not wait for the disk: a killed process loses nothing of it, the power may take it along. For
 * what does no harm when it is done again, or is waited for later (`settled`).
 */
export function unhurried<Result>(
  db: Database,
  work: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute((connection) => {
    const commit = commits.get(db);
    if (commit !== undefined) commit.unhurried = true;
    return connection.transaction().execute(work);
  });
}

/** Resolves when all that was committed before survives a power cut. */
export async function settled(db: Database): Promise<void> {
  await commits.get(db)?.sync();
}

function openFile({
  file,
  durability = 'full',
  busyTimeoutMs = 5_000,
  disk = syncOf,
  checkpointAfterMs = CHECKPOINT_AFTER_MS,
}: DatabaseOptions): {
  sqlite: Sqlite.Database;
  commit: GroupCommit | undefined;
} {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const sqlite = new Sqlite(file, { timeout: busyTimeoutMs });
    const hasLog = sqlite.pragma('journal_mode = WAL', { simple: true }) === 'wal';
    const commit =
      hasLog && durability === 'full'
        ? {
            ...shareSync(disk(`${file}-wal`)),
            unhurried: false,
            checkpoints: checkpointsElsewhere(sqlite, file, checkpointAfterMs),
          }
        : undefined;
    // Where there can be no log (some network disks) SQLite has to wait for the disk itself.
    sqlite.pragma(`synchronous = ${durability === 'normal' || commit !== undefined ? 'NORMAL' : 'FULL'}`);
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('cache_size = -16384');
    return { sqlite, commit };
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, cause: unknown): YidaFault {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new YidaFault('storage-unusable', `cannot use the database ${file}: ${why}`, { values: { file, why }, cause });
}
