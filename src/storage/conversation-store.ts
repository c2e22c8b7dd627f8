import type { Effect } from '../domain/effect.js';
import type { SessionState } from '../domain/session.js';

/** A conversation as stored: the tracker, the dialog stack, and the version a writer must have read. */
export interface ConversationRecord {
  readonly version: number;
  readonly userId: string | undefined;
  readonly session: SessionState;
  /** The dialog stack of botbuilder-dialogs as JSON; opaque here. */
  readonly dialogs: unknown;
}

/** An answer waiting to be sent (the outbox): written with the state it belongs to, sent after. */
export interface OutgoingActivity {
  readonly conversationId: string;
  /** The shopper's activity it answers; a duplicate of it is answered from here and not run again. */
  readonly inReplyTo: string;
  /** JSON of the channel-neutral reply. */
  readonly payload: unknown;
  /** The shopper's words, for a transcript; cut at 500 characters. */
  readonly heard?: string;
}

export interface Commit {
  readonly conversationId: string;
  readonly userId?: string;
  /** 0 for a new conversation. */
  readonly expectedVersion: number;
  readonly session: SessionState;
  readonly dialogs: unknown;
  readonly outgoing: OutgoingActivity;
  /** What the turn changes beyond the conversation; a profile needs a `userId` and is not kept without one. */
  readonly effects?: readonly Effect[];
}

/**
 * Tracker, dialog stack and outgoing activity in one versioned transaction, the turn's effects with them. `conflict` where another turn
 * was committed since `expectedVersion` was read: load and run again.
 */
export interface ConversationStore {
  load(conversationId: string): Promise<ConversationRecord | undefined>;
  commit(commit: Commit): Promise<'committed' | 'conflict'>;
  /** The answer already given to this activity, if any. */
  answerTo(conversationId: string, activityId: string): Promise<OutgoingActivity | undefined>;
  /** The last answers of a conversation, oldest first, with what they answer. */
  transcript(conversationId: string): Promise<OutgoingActivity[]>;
  /** A user's conversations; ShopperStore erases them with all else that is kept. */
  conversationsOf(userId: string): Promise<{ conversationId: string; session: SessionState }[]>;
  /** Drops conversations idle since before `olderThan` (epoch milliseconds); returns how many. */
  prune(olderThan: number): Promise<number>;
}
