const FIRST_MS = 800;
const LONGEST_MS = 30_000;

/** Waits that double from try to try, each a little by chance so that many clients do not come back at once. */
export class Backoff {
  #tries = 0;
  #wake: (() => void) | undefined;

  /** Milliseconds before the next try. */
  next(): number {
    const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#tries);
    this.#tries += 1;
    return wait * (0.75 + Math.random() / 2);
  }

  reset(): void {
    this.#tries = 0;
  }

  /** Resolves after the next wait (at least `atLeast` milliseconds), or when `wake` is called. */
  wait(atLeast = 0): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, Math.max(atLeast, this.next()));
      this.#wake = done;
    });
  }

  /** Ends the running wait: the network is back, or the shopper asks. */
  wake(): void {
    this.#wake?.();
  }
}
