import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newSession } from '../../src/domain/session.js';
import type { Commit, ConversationStore } from '../../src/storage/conversation-store.js';

export interface ConversationStoreUnderTest {
  readonly store: ConversationStore;
  /** Sets the store's clock, epoch milliseconds. */
  setTime(at: number): void;
  close(): Promise<void>;
}

/** What every ConversationStore promises; an implementation's test hands in how to open one. */
export function conversationStoreContract(name: string, open: () => Promise<ConversationStoreUnderTest>): void {
  describe(`the conversation store ${name}`, () => {
    let tested: ConversationStoreUnderTest;
    beforeEach(async () => {
      tested = await open();
    });
    afterEach(() => tested.close());

    const commitOf = (part: Partial<Commit> & { activity?: string } = {}): Commit => {
      const conversationId = part.conversationId ?? 'c1';
      return {
        conversationId,
        expectedVersion: 0,
        session: newSession(conversationId, 'zh-CN'),
        dialogs: { stack: [] },
        outgoing: { conversationId, inReplyTo: part.activity ?? 'a1', payload: { text: '您好' } },
        ...part,
      };
    };

    it('has nothing of a conversation that never was', async () => {
      expect(await tested.store.load('c1')).toBeUndefined();
      expect(await tested.store.answerTo('c1', 'a1')).toBeUndefined();
    });

    it('gives back what was committed, one version further', async () => {
      const session = { ...newSession('c1', 'en'), turn: 1, keywords: ['海魂衫'] };
      expect(await tested.store.commit(commitOf({ session, userId: 'u1', dialogs: { stack: [1] } }))).toBe('committed');
      expect(await tested.store.load('c1')).toEqual({ version: 1, userId: 'u1', session, dialogs: { stack: [1] } });
      expect(await tested.store.answerTo('c1', 'a1')).toEqual({
        conversationId: 'c1',
        inReplyTo: 'a1',
        payload: { text: '您好' },
      });
    });

    it('refuses a writer that read an older version, and changes nothing', async () => {
      await tested.store.commit(commitOf());
      const late = commitOf({ activity: 'a2', session: { ...newSession('c1', 'en'), turn: 9 } });
      expect(await tested.store.commit(late)).toBe('conflict');
      expect(await tested.store.commit({ ...late, expectedVersion: 2 })).toBe('conflict');
      expect((await tested.store.load('c1'))?.session.turn).toBe(0);
      expect(await tested.store.answerTo('c1', 'a2')).toBeUndefined();
    });

    it('lets one of two writers at once through', async () => {
      await tested.store.commit(commitOf());
      const results = await Promise.all(
        ['a2', 'a3'].map((activity) => tested.store.commit(commitOf({ activity, expectedVersion: 1 }))),
      );
      expect(results.sort()).toEqual(['committed', 'conflict']);
      expect((await tested.store.load('c1'))?.version).toBe(2);
    });

    it('answers an activity once: the same one again leaves state and answer as they were', async () => {
      await tested.store.commit(commitOf());
      const again = commitOf({ expectedVersion: 1, session: { ...newSession('c1', 'en'), turn: 5 } });
      expect(await tested.store.commit(again)).toBe('conflict');
      expect(await tested.store.load('c1')).toMatchObject({ version: 1, session: { turn: 0 } });
    });

    it('keeps activities of different conversations apart', async () => {
      await tested.store.commit(commitOf());
      expect(await tested.store.commit(commitOf({ conversationId: 'c2' }))).toBe('committed');
    });

    it('keeps the answers of the last turns and drops those of long ago', async () => {
      for (let turn = 0; turn < 60; turn++) {
        await tested.store.commit(commitOf({ activity: `a${turn}`, expectedVersion: turn }));
      }
      expect(await tested.store.answerTo('c1', 'a59')).toBeDefined();
      expect(await tested.store.answerTo('c1', 'a20')).toBeDefined();
      expect(await tested.store.answerTo('c1', 'a0')).toBeUndefined();
    });

    it('keeps the user of a conversation when a later turn does not name one', async () => {
      await tested.store.commit(commitOf({ userId: 'u1' }));
      await tested.store.commit(commitOf({ activity: 'a2', expectedVersion: 1 }));
      expect((await tested.store.load('c1'))?.userId).toBe('u1');
    });

    it('shows a user their conversations', async () => {
      await tested.store.commit(commitOf({ userId: 'u1' }));
      await tested.store.commit(commitOf({ conversationId: 'c2', userId: 'u1' }));
      await tested.store.commit(commitOf({ conversationId: 'c3', userId: 'u2' }));
      expect((await tested.store.conversationsOf('u1')).map((kept) => kept.conversationId)).toEqual(['c1', 'c2']);
    });

    it('keeps what was said and answered as a transcript, in order', async () => {
      const heard = { conversationId: 'c1', inReplyTo: 'a1', payload: { text: '您好' }, heard: '在吗' };
      await tested.store.commit(commitOf({ outgoing: heard }));
      await tested.store.commit(commitOf({ activity: 'a2', expectedVersion: 1 }));
      expect((await tested.store.transcript('c1')).map((turn) => [turn.inReplyTo, turn.heard])).toEqual([
        ['a1', '在吗'],
        ['a2', undefined],
      ]);
      expect(await tested.store.transcript('nobody')).toEqual([]);
    });

    it('drops conversations idle for long and keeps the busy ones', async () => {
      tested.setTime(1_000);
      await tested.store.commit(commitOf());
      await tested.store.commit(commitOf({ conversationId: 'c2' }));
      tested.setTime(5_000);
      await tested.store.commit(commitOf({ conversationId: 'c2', activity: 'a2', expectedVersion: 1 }));
      expect(await tested.store.prune(3_000)).toBe(1);
      expect(await tested.store.load('c1')).toBeUndefined();
      expect(await tested.store.load('c2')).toBeDefined();
    });

    it('gives back any words and any dialog stack unchanged', async () => {
      let next = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), fc.jsonValue(), async (keywords, dialogs) => {
          const conversationId = `p${next++}`;
          const session = { ...newSession(conversationId, 'en'), keywords };
          await tested.store.commit(commitOf({ conversationId, session, dialogs }));
          const loaded = await tested.store.load(conversationId);
          expect(loaded?.session.keywords).toEqual(keywords);
          expect(loaded?.dialogs).toEqual(JSON.parse(JSON.stringify(dialogs)));
        }),
        { numRuns: 30 },
      );
    });
  });
}
