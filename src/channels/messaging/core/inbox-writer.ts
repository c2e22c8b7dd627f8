import type { InboxMessage, InboxStore } from '../../../storage/inbox-store.js';

/** Writes messages durably; those of webhooks that come at the same time share one commit. */
export interface InboxWriter {
  /** Resolves when they are durable. */
  write(messages: readonly InboxMessage[]): Promise<void>;
}

interface Waiting {
  readonly messages: readonly InboxMessage[];
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * A commit waits for the disk: two hundred webhooks a second would wait for two hundred of them, while all
 * that arrived during one commit can share the next.
 */
export function createInboxWriter(
  inbox: Pick<InboxStore, 'put'>,
  { now, albumWaitMs }: { now: () => number; albumWaitMs: number },
): InboxWriter {
  let waiting: Waiting[] = [];
  let writing = false;

  const writeAll = async (): Promise<void> => {
    writing = true;
    // Whatever this turn of the event loop still brings comes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await inbox.put(
          group.flatMap(({ messages }) => messages),
          now(),
          albumWaitMs,
        );
        for (const { written } of group) written();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    writing = false;
  };

  return {
    write: (messages) =>
      new Promise((written, failed) => {
        waiting.push({ messages, written, failed });
        if (!writing) void writeAll();
      }),
  };
}
