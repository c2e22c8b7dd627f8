import type { Database as Sqlite, Statement } from 'better-sqlite3';
import { type DatabaseConnection, type Driver, type SqliteDatabase, SqliteDialect, SqliteDriver } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Checkpoints } from './checkpoints.js';
import type { DiskSync } from './disk-sync.js';

/** How a database's commits reach the disk. */
export interface GroupCommit extends DiskSync {
  /** True where what the connection did since it was taken need not wait for the disk. */
  unhurried: boolean;
  readonly checkpoints: Checkpoints;
}

/**
 * Kysely on SQLite where who wrote gets the result once the disk has it, and the service does not stand still until
 * then: SQLite commits to its write-ahead log and does not wait (`synchronous = normal`), the connection is let go, and
 * the log is synced from another thread, once for all commits that wait. That sync is all that `synchronous = full` does
 * beyond `normal` in WAL mode (sqlite.org/pragma.html#pragma_synchronous), so what a promise resolved to survives a power
 * cut just as well; others may see it a moment before that.
 */
export class GroupCommitDialect extends SqliteDialect {
  readonly #sqlite: Sqlite;
  readonly #commit: GroupCommit | undefined;

  /** Without `commit` SQLite itself waits for the disk, or nothing does, as its pragmas say. */
  constructor(sqlite: Sqlite, commit: GroupCommit | undefined) {
    super({ database: sqlite });
    this.#sqlite = sqlite;
    this.#commit = commit;
  }

  override createDriver(): Driver {
    const database = preparedOnce(this.#sqlite);
    return this.#commit === undefined
      ? new SqliteDriver({ database })
      : new GroupCommitDriver(database, this.#sqlite, this.#commit);
  }
}

class GroupCommitDriver extends SqliteDriver {
  readonly #commit: GroupCommit;
  readonly #changes: Statement<[], number>;
  #seen = 0;

  constructor(database: SqliteDatabase, sqlite: Sqlite, commit: GroupCommit) {
    super({ database });
    this.#commit = commit;
    this.#changes = sqlite.prepare<[], number>('select total_changes()').pluck();
  }

  override async releaseConnection(_connection?: DatabaseConnection): Promise<void> {
    const changes = this.#changes.get() ?? 0;
    const wrote = changes !== this.#seen;
    const waits = wrote && !this.#commit.unhurried;
    this.#seen = changes;
    if (wrote) this.#commit.checkpoints.written();
    this.#commit.unhurried = false;
    await super.releaseConnection();
    if (waits) await this.#commit.sync();
  }

  override async destroy(): Promise<void> {
    await this.#commit.close();
    await this.#commit.checkpoints.close();
    await super.destroy();
  }
}

const KEPT_STATEMENTS = 300;
/** Longer ones are lists of values, no two alike. */
const LONGEST_KEPT = 2_000;
/** A pragma does its work while it is prepared. */
const REUSABLE = /^(select|insert|update|delete|with|begin|commit|rollback)\b/i;

/** Prepares a statement once: Kysely would have SQLite parse and plan the same few again at every call. */
function preparedOnce(sqlite: Sqlite): SqliteDatabase {
  const kept = new LRUCache<string, ReturnType<SqliteDatabase['prepare']>>({ max: KEPT_STATEMENTS });
  const prepare: SqliteDatabase['prepare'] = (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = sqlite.prepare<unknown[]>(sql) as unknown as ReturnType<SqliteDatabase['prepare']>;
    if (sql.length <= LONGEST_KEPT && REUSABLE.test(sql)) kept.set(sql, statement);
    return statement;
  };
  return { prepare, close: () => void sqlite.close() };
}
