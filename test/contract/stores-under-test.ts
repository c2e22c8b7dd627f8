import type { Effect } from '../../src/domain/effect.js';
import { newSession } from '../../src/domain/session.js';
import type { ActivityLog } from '../../src/storage/activity-log.js';
import type { ConversationStore } from '../../src/storage/conversation-store.js';
import type { HandoverStore } from '../../src/storage/handover-store.js';
import type { InboxStore } from '../../src/storage/inbox-store.js';
import type { ShopperStore } from '../../src/storage/shopper-store.js';
import type { WardrobeStore } from '../../src/storage/wardrobe-store.js';
import type { WatchStore } from '../../src/storage/watch-store.js';

/** The stores of one empty database: what a turn does is written by one of them and read by others. */
export interface StoresUnderTest {
  readonly conversations: ConversationStore;
  readonly log: ActivityLog;
  readonly shoppers: ShopperStore;
  readonly handovers: HandoverStore;
  readonly watches: WatchStore;
  readonly wardrobes: WardrobeStore;
  readonly inbox: InboxStore;
  /** Sets the conversation store's clock, epoch milliseconds. */
  setTime(at: number): void;
  close(): Promise<void>;
}

export type OpenStores = () => Promise<StoresUnderTest>;

/** Commits turns one after another, each a version further in its conversation. */
export function turnsOf({ conversations }: Pick<StoresUnderTest, 'conversations'>) {
  const versions = new Map<string, number>();
  return (
    userId: string | undefined,
    effects: readonly Effect[],
    { conversationId = 'c1', version }: { conversationId?: string; version?: number } = {},
  ): Promise<'committed' | 'conflict'> => {
    const expectedVersion = version ?? versions.get(conversationId) ?? 0;
    versions.set(conversationId, expectedVersion + 1);
    return conversations.commit({
      conversationId,
      ...(userId === undefined ? {} : { userId }),
      expectedVersion,
      session: newSession(conversationId, 'en'),
      dialogs: null,
      outgoing: { conversationId, inReplyTo: `a${expectedVersion}`, payload: {}, heard: 'hello' },
      effects,
    });
  };
}

export const HANDOVER: Effect = {
  kind: 'hand-over',
  handover: { locale: 'en', constraints: {}, keywords: [], told: {}, shown: ['g1'], liked: [] },
};
