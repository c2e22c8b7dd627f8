import type { Outgoing } from './activity.js';
import { Backoff } from './backoff.js';
import { Refused } from './call.js';

export type SendState = 'waiting' | 'sent' | 'failed';

export interface Letter extends Outgoing {
  /** The client's own id: the same letter sent twice is heard once. */
  readonly clientId: string;
}

/**
 * What the shopper sent, in order. A letter leaves when the one before has arrived; a lost connection keeps
 * it waiting, a refusal marks it, and nothing is dropped.
 */
export class Outbox {
  readonly #letters: Letter[] = [];
  readonly #backoff = new Backoff();
  readonly #post: (letter: Letter) => Promise<void>;
  readonly #onState: (clientId: string, state: SendState) => void;
  readonly #onWaiting: (letters: readonly Letter[]) => void;
  #running = false;

  /** `onWaiting` hears what waits whenever that changes. */
  constructor(
    post: (letter: Letter) => Promise<void>,
    onState: (clientId: string, state: SendState) => void,
    onWaiting: (letters: readonly Letter[]) => void,
  ) {
    this.#post = post;
    this.#onState = onState;
    this.#onWaiting = onWaiting;
  }

  add(letter: Letter): void {
    this.#letters.push(letter);
    this.#onWaiting(this.#letters);
    this.#onState(letter.clientId, 'waiting');
    void this.#run();
  }

  /** Called when there is a connection (again). */
  wake(): void {
    this.#backoff.wake();
    void this.#run();
  }

  clear(): void {
    this.#letters.length = 0;
    this.#onWaiting(this.#letters);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let letter = this.#letters[0]; letter !== undefined; letter = this.#letters[0]) {
      const outcome = await this.#try(letter);
      if (outcome === 'again') continue;
      // A restart may have emptied the box meanwhile.
      if (this.#letters[0] === letter) this.#letters.shift();
      this.#onWaiting(this.#letters);
      this.#onState(letter.clientId, outcome);
    }
    this.#running = false;
  }

  async #try(letter: Letter): Promise<'sent' | 'failed' | 'again'> {
    try {
      await this.#post(letter);
      this.#backoff.reset();
      return 'sent';
    } catch (error) {
      if (error instanceof Refused && !error.passing) return 'failed';
      await this.#backoff.wait(error instanceof Refused ? error.retryAfter : 0);
      return 'again';
    }
  }
}
