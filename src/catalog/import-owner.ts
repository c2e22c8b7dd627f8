/** Who runs an import, and whether the one who ran another still lives. */
export interface ImportOwner {
  readonly id: string;
  isAlive(id: string): boolean;
}

const running = new Set<string>();

/** The owner of an import in this process: its process id and a count, since one process may import twice. */
export function processOwner(): ImportOwner & { release(): void } {
  const id = `${process.pid}:${process.hrtime.bigint()}`;
  running.add(id);
  return {
    id,
    release: () => running.delete(id),
    isAlive(other) {
      const pid = Number(other.split(':')[0]);
      // A container gives the same process id again: an import of "this" process that it knows nothing of is dead.
      if (pid === process.pid) return running.has(other);
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
      }
    },
  };
}
