import type { InboxChanges, InboxStore, WaitingMessage } from '../../../storage/inbox-store.js';

/** Changes the inbox; what comes at the same time shares one commit. */
export interface InboxWriter {
  /** Resolves when it survives a killed process; gives what of these was received for the first time. */
  write(changes: Partial<InboxChanges>): Promise<WaitingMessage[]>;
}

interface Waiting {
  readonly changes: Partial<InboxChanges>;
  readonly written: (fresh: WaitingMessage[]) => void;
  readonly failed: (error: unknown) => void;
}

/** Two hundred webhooks a second are not two hundred commits: all that arrived during one can share the next. */
export function createInboxWriter(
  inbox: Pick<InboxStore, 'commit'>,
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
        const changes = {
          received: group.flatMap(({ changes: { received } }) => received ?? []),
          finished: group.flatMap(({ changes: { finished } }) => finished ?? []),
        };
        const fresh = await inbox.commit(changes, now(), albumWaitMs);
        for (const {
          written,
          changes: { received = [] },
        } of group)
          written(fresh.filter(({ app, id }) => received.some((one) => one.app === app && one.id === id)));
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    writing = false;
  };

  return {
    write: (changes) =>
      new Promise((written, failed) => {
        waiting.push({ changes, written, failed });
        if (!writing) void writeAll();
      }),
  };
}
