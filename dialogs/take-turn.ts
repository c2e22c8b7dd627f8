import type { Reply } from '../src/domain/reply.js';
import type { ShopperTurn } from '../src/domain/turn.js';

/** One activity addressed to one conversation, from any entry. */
export interface TurnRequest {
  readonly conversationId: string;
  readonly userId?: string;
  /** The channel's id of this activity; one that was answered before is not run again. */
  readonly activityId: string;
  readonly turn: ShopperTurn;
}

export interface TurnAnswer {
  readonly conversationId: string;
  readonly reply: Reply;
  /** True where this activity had been answered before and that answer is given again. */
  readonly duplicate: boolean;
}

/**
 * Runs one turn: turns of one conversation run one after the other, state is durable before the answer is
 * returned, and nothing the shopper sends stays unanswered.
 */
export type TakeTurn = (request: TurnRequest) => Promise<TurnAnswer>;
