import { type FileHandle, open } from 'node:fs/promises';

/** Waits for the disk in another thread: the service goes on while the disk turns. */
export interface DiskSync {
  /** Resolves when all that was written before the call is on the disk; rejects where the disk fails. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** A file that may not be there yet: where it is not, nothing was written. */
export function syncOf(file: string): DiskSync {
  let handle: FileHandle | undefined;
  return {
    async sync() {
      handle ??= await open(file, 'r+').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      await handle?.datasync();
    },
    async close() {
      await handle?.close();
      handle = undefined;
    },
  };
}

/**
 * Waits once for all who ask at the same time: who asks while a wait is under way shares the next one, since the one
 * under way may have begun before what they wrote.
 */
export function shareSync({ sync, close }: DiskSync): DiskSync {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    const own = sync().finally(() => {
      if (running === own) running = undefined;
    });
    running = own;
    return own;
  };
  const again = (): Promise<void> => {
    next = undefined;
    return begin();
  };
  return {
    sync() {
      if (running === undefined) return begin();
      next ??= running.then(again, again);
      return next;
    },
    async close() {
      await Promise.allSettled([running, next]);
      await close();
    },
  };
}
