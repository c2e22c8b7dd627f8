import type { Handover } from '../domain/effect.js';

/** A talk that waits to be passed to the merchant's people. */
export interface WaitingHandover {
  readonly id: string;
  readonly conversationId: string;
  readonly userId: string | undefined;
  readonly handover: Handover;
  /** Epoch milliseconds of the shopper's request. */
  readonly createdAt: number;
  /** Attempts made so far. */
  readonly attempts: number;
}

/** The outbox of handovers: written with the turn that asked, emptied once they were taken. */
export interface HandoverStore {
  /** Those whose next attempt is due, oldest first. */
  due(now: number, limit: number): Promise<WaitingHandover[]>;
  /** Taken by the merchant, or given up: it is kept no longer. */
  remove(id: string): Promise<void>;
  /** Not taken: to be tried again at `nextAt`. */
  postpone(id: string, nextAt: number): Promise<void>;
}
