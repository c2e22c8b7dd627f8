import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Database as Sqlite } from 'better-sqlite3';

/** Copies the write-ahead log into the database, away from the thread that answers shoppers. */
export interface Checkpoints {
  /** Something was committed: it is copied before long. */
  written(): void;
  close(): Promise<void>;
}

/** Pages of the log after which SQLite copies them within a commit, as it does by itself. */
const USUAL_PAGES = 1_000;
/** The same while a thread does it: only where the thread cannot keep up, so that the log stays bounded (64 MB). */
const SAFETY_PAGES = 16_000;

/**
 * The thread's whole work, as text so that it runs from sources and bundles alike. A passive checkpoint waits for nobody
 * and nobody waits for it; it syncs the log before it copies and the database after, so that nothing is less durable
 * (sqlite.org/wal.html#ckpt, sqlite.org/pragma.html#pragma_wal_checkpoint).
 */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const Sqlite = require(workerData.library);
const sqlite = new Sqlite(workerData.file, { fileMustExist: true });
sqlite.pragma('synchronous = NORMAL');
parentPort.on('message', (message) => {
  if (message === 'close') {
    sqlite.close();
    parentPort.close();
  } else sqlite.pragma('wal_checkpoint(PASSIVE)');
});
`;

/**
 * Has a thread copy the log of `file` after `afterMs` milliseconds of the first commit that is not copied yet. A commit
 * that copies the log itself stands still for some milliseconds with the disk, and with it every turn. Where the thread
 * ends, SQLite goes back to that.
 */
export function checkpointsElsewhere(sqlite: Sqlite, file: string, afterMs: number): Checkpoints {
  let thread: Worker | undefined;
  let due: NodeJS.Timeout | undefined;
  let ended = false;

  const start = (): Worker => {
    const library = createRequire(import.meta.url).resolve('better-sqlite3');
    const started = new Worker(THREAD, {
      eval: true,
      workerData: { file, library },
      resourceLimits: { maxYoungGenerationSizeMb: 1 },
    });
    started.unref();
    started.on('error', giveUp);
    sqlite.pragma(`wal_autocheckpoint = ${SAFETY_PAGES}`);
    return started;
  };
  const giveUp = (): void => {
    ended = true;
    if (sqlite.open) sqlite.pragma(`wal_autocheckpoint = ${USUAL_PAGES}`);
  };
  const ask = (): void => {
    due = undefined;
    thread ??= start();
    thread.postMessage('copy');
  };

  return {
    written() {
      if (ended || due !== undefined) return;
      due = setTimeout(ask, afterMs);
      due.unref();
    },
    async close() {
      clearTimeout(due);
      if (ended || thread === undefined) return;
      ended = true;
      const left = new Promise((resolve) => thread?.once('exit', resolve));
      thread.postMessage('close');
      await left;
    },
  };
}
