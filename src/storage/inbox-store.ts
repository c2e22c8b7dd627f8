/** A message of a messaging app, as it is kept. */
export interface InboxMessage {
  readonly app: string;
  /** The platform's id of it, unique in `app`. */
  readonly id: string;
  /** The line it stands in: messages of one conversation are answered one after the other. */
  readonly conversation: string;
  readonly userId: string;
  /** Pictures of one album have the same; they come as messages of their own and are answered together. */
  readonly album?: string;
  /** JSON. */
  readonly body: unknown;
  /** The answer, where there is one already: a notice answers nothing. */
  readonly parts?: readonly unknown[] | undefined;
}

/** A message that was received and whose answer is not delivered yet. */
export interface WaitingMessage extends InboxMessage {
  readonly sequence: number;
  /** The answer as outgoing calls (JSON); undefined until it was given. */
  readonly parts: readonly unknown[] | undefined;
  /** How many of `parts` the platform has taken. */
  readonly sent: number;
  /** Attempts in a row that were not taken. */
  readonly attempts: number;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/** What one commit changes. */
export interface InboxChanges {
  readonly received: readonly InboxMessage[];
  /** Sequences of messages whose answers were delivered. */
  readonly finished: readonly number[];
}

/** An answer on its way. */
export interface DeliveryProgress {
  /** The answer as outgoing calls (JSON). */
  readonly parts: readonly unknown[];
  /** How many of them the platform took. */
  readonly sent: number;
  /** The other messages that it answers. */
  readonly album: readonly WaitingMessage[];
}

/** How many messages wait, and how many could not be answered in their time. */
export interface InboxCounts {
  readonly waiting: number;
  readonly failed: number;
}

/**
 * The durable inbox of all messaging apps: written before a webhook is acknowledged, emptied message by message
 * as answers are taken. What a promise resolved to survives a killed process, and once `settled` resolved a power cut
 * too. What the power takes before that was not acknowledged (the platform sends it again), or is done again: a
 * delivery that ended, a wait, a button's code. Times are epoch milliseconds.
 */
export interface InboxStore {
  /**
   * One commit: keeps what was `received` and not before (pictures of an album wait `albumWait` for the next), and
   * drops what was `finished`, of which only the ids stay. Gives what is kept now and was not before, in order.
   */
  commit(changes: InboxChanges, at: number, albumWait: number): Promise<WaitingMessage[]>;
  /** Resolves when everything before it is safe from a power cut; who waits at the same time waits for one. */
  settled(): Promise<void>;
  /** The first of each conversation of `app` that is due, oldest first; `busy` are conversations to leave out. */
  due(app: string, now: number, limit: number, busy: readonly string[]): Promise<WaitingMessage[]>;
  /** Waiting messages of the same album that are not answered yet, in order. */
  album(message: WaitingMessage): Promise<WaitingMessage[]>;
  /** Not done: to be tried again at `nextAt`, from where `progress` says; its album is answered with it. */
  postpone(message: WaitingMessage, nextAt: number, progress?: DeliveryProgress): Promise<void>;
  /** Could not be answered in its time; it no longer holds up what came after it. */
  fail(sequence: number): Promise<void>;
  /** When the next first message of a conversation of `app` is due, or undefined where none waits. */
  nextAt(app: string): Promise<number | undefined>;
  counts(app: string): Promise<InboxCounts>;
  /** Keeps what buttons do under codes, for platforms with no room for it; returns the codes in order. */
  keepActions(actions: readonly unknown[], at: number): Promise<string[]>;
  action(code: string): Promise<unknown>;
  /** Keeps what is to be sent instead of a card that the platform took as `card`, and drops what is past its `until`. */
  keepCard(card: string, instead: InboxMessage, times: { readonly at: number; readonly until: number }): Promise<void>;
  /** What to send instead of a card, where that is kept. */
  cardInstead(app: string, card: string, now: number): Promise<InboxMessage | undefined>;
  /** Drops ids, failed messages and codes older than `olderThan`. */
  prune(olderThan: number): Promise<void>;
}
