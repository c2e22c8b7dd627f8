/** A JSON object as a client sent it or we answered it. */
export type ActivityJson = Readonly<Record<string, unknown>>;

/** An activity with its place in the conversation, from 1; the place is Direct Line's watermark. */
export interface LoggedActivity {
  readonly sequence: number;
  readonly activity: ActivityJson;
}

/** A conversation of a channel that keeps its own transcript. */
export interface LoggedConversation {
  readonly id: string;
  readonly userId: string;
  readonly locale: string | undefined;
  readonly ended: boolean;
}

/** A shopper's activity whose answer was never written: the service stopped in the middle of its turn. */
export interface UnansweredActivity extends LoggedActivity {
  readonly conversationId: string;
}

/**
 * What was said in conversations whose clients come back for it (Direct Line): appended, read after a
 * watermark, bounded per conversation, forgotten with its user. Written before it is sent.
 */
export interface ActivityLog {
  /** Remembers a conversation; `known` where it was there already, whoever opened it. */
  open(conversation: Omit<LoggedConversation, 'ended'>): Promise<'opened' | 'known'>;
  conversation(id: string): Promise<LoggedConversation | undefined>;
  end(id: string): Promise<void>;
  /**
   * Writes a shopper's activity, which then awaits an answer unless `awaitsAnswer` is false. `clientId` is
   * the client's own id for it: the same one again is not written twice and gives the first sequence.
   */
  hear(
    conversationId: string,
    activity: ActivityJson,
    options: { clientId?: string; awaitsAnswer: boolean },
  ): Promise<{ sequence: number; duplicate: boolean }>;
  /** Writes our activities, in order, and marks what they answer; returns their sequences. */
  say(conversationId: string, activities: readonly ActivityJson[], answers?: number): Promise<number[]>;
  /** Activities after `sequence` (0: from the start of what is kept), in order. */
  after(conversationId: string, sequence: number): Promise<LoggedActivity[]>;
  /** What awaits an answer, oldest first. */
  unanswered(): Promise<UnansweredActivity[]>;
  /** Everything said in a user's conversations; ShopperStore erases it with all else that is kept. */
  conversationsOf(userId: string): Promise<{ conversationId: string; activities: ActivityJson[] }[]>;
  /** Drops conversations silent since before `olderThan` (epoch milliseconds); returns how many. */
  prune(olderThan: number): Promise<number>;
}
