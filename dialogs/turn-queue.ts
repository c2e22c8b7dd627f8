import PQueue from 'p-queue';

export interface TurnQueueLimits {
  /** Turns that run at the same time, over all conversations. */
  readonly concurrency: number;
  /** Turns of one conversation that may wait behind the one that runs. */
  readonly waitingPerConversation: number;
  /** Turns that may wait in all. */
  readonly waiting: number;
}

export interface TurnQueue {
  /** Runs `task` after the earlier ones of its conversation; undefined, and not run, where the line is full. */
  run<T>(conversationId: string, task: () => Promise<T>): Promise<T> | undefined;
  /** Conversations with a turn running or waiting. */
  readonly busy: number;
}

interface Line {
  tail: Promise<unknown>;
  length: number;
}

/** Turns of one conversation run one after the other, others side by side; memory is bounded by the limits. */
export function createTurnQueue(limits: TurnQueueLimits): TurnQueue {
  const lines = new Map<string, Line>();
  const workers = new PQueue({ concurrency: limits.concurrency });
  let waiting = 0;
  return {
    get busy() {
      return lines.size;
    },
    run<T>(conversationId: string, task: () => Promise<T>): Promise<T> | undefined {
      const line = lines.get(conversationId) ?? { tail: Promise.resolve(), length: 0 };
      if (line.length > limits.waitingPerConversation || waiting >= limits.waiting) return undefined;
      lines.set(conversationId, line);
      line.length += 1;
      waiting += 1;
      const turn = line.tail.then(() =>
        workers.add(() => {
          waiting -= 1;
          return task();
        }),
      );
      const settle = (): void => {
        line.length -= 1;
        if (line.length === 0) lines.delete(conversationId);
      };
      // The next turn waits for the end of this one, however it ended; its failure is its caller's.
      line.tail = turn.then(settle, settle);
      return turn;
    },
  };
}
