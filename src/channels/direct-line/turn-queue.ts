/**
 * One line per conversation: work of one conversation runs one after the other, of different ones side by
 * side. A line has an end: what does not fit is refused, so that one client cannot fill the memory.
 */
export class TurnQueue {
  readonly #tails = new Map<string, { tail: Promise<void>; length: number }>();
  readonly #longest: number;

  constructor(longest: number) {
    this.#longest = longest;
  }

  hasRoom(conversationId: string): boolean {
    return (this.#tails.get(conversationId)?.length ?? 0) < this.#longest;
  }

  /** Runs `work` after what the conversation has waiting. `work` must not reject. */
  add(conversationId: string, work: () => Promise<void>): void {
    const line = this.#tails.get(conversationId) ?? { tail: Promise.resolve(), length: 0 };
    line.length += 1;
    line.tail = line.tail.then(work).finally(() => {
      line.length -= 1;
      if (line.length === 0) this.#tails.delete(conversationId);
    });
    this.#tails.set(conversationId, line);
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all([...this.#tails.values()].map((line) => line.tail));
  }
}
