import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/domain/effect.js';
import { newSession } from '../../src/domain/session.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { createActivityLog } from '../../src/storage/sqlite-activity-log.js';
import { createConversationStore } from '../../src/storage/sqlite-conversation-store.js';
import { createHandoverStore } from '../../src/storage/sqlite-handover-store.js';
import { createShopperStore } from '../../src/storage/sqlite-shopper-store.js';

let db: Database;
beforeEach(async () => {
  db = await openDatabase({ file: ':memory:' });
});
afterEach(() => db.destroy());

const commit = (userId: string | undefined, version: number, effects: readonly Effect[], conversationId = 'c1') =>
  createConversationStore(db, { now: () => 1_000 }).commit({
    conversationId,
    ...(userId === undefined ? {} : { userId }),
    expectedVersion: version,
    session: newSession(conversationId, 'en'),
    dialogs: null,
    outgoing: { conversationId, inReplyTo: `a${version}`, payload: {}, heard: 'hello' },
    effects,
  });
const handover: Effect = {
  kind: 'hand-over',
  handover: { locale: 'en', constraints: {}, keywords: [], told: {}, shown: ['g1'], liked: [] },
};

describe('what is kept of a shopper', () => {
  it('is a profile once the turn that agreed to it is committed, and the newest one after that', async () => {
    const shoppers = createShopperStore(db);
    expect(await shoppers.profile('u1')).toBeUndefined();
    await commit('u1', 0, [{ kind: 'keep-profile', told: { size: 'M' } }]);
    await commit('u1', 1, [{ kind: 'keep-profile', told: { size: 'L', heightCm: 165 } }]);
    expect(await shoppers.profile('u1')).toEqual({ told: { size: 'L', heightCm: 165 } });
  });

  it('is nothing for somebody nobody knows', async () => {
    await commit(undefined, 0, [{ kind: 'keep-profile', told: { size: 'M' } }]);
    expect(await db.selectFrom('profile').selectAll().execute()).toEqual([]);
  });

  it('is not written where another turn was faster', async () => {
    await commit('u1', 0, []);
    expect(await commit('u1', 0, [{ kind: 'keep-profile', told: { size: 'M' } }])).toBe('conflict');
    expect(await createShopperStore(db).profile('u1')).toBeUndefined();
  });

  it('takes events only of those who agreed, newest first', async () => {
    const shoppers = createShopperStore(db);
    const events = [
      { verb: 'view' as const, garmentId: 'g1', at: 1 },
      { verb: 'like' as const, garmentId: 'g2', at: 2 },
    ];
    expect(await shoppers.record('u1', events)).toBe(0);
    expect(await shoppers.events('u1')).toEqual([]);
    await commit('u1', 0, [{ kind: 'keep-profile', told: {} }]);
    expect(await shoppers.record('u1', events)).toBe(2);
    expect((await shoppers.events('u1')).map(({ garmentId }) => garmentId)).toEqual(['g2', 'g1']);
  });

  it('knows what was liked and not disliked since, also of turns that recorded it', async () => {
    const shoppers = createShopperStore(db);
    await commit('u1', 0, [{ kind: 'keep-profile', told: {} }]);
    await shoppers.record('u1', [
      { verb: 'like', garmentId: 'g1', at: 1 },
      { verb: 'purchase', garmentId: 'g2', at: 2 },
      { verb: 'view', garmentId: 'g3', at: 3 },
      { verb: 'dislike', garmentId: 'g1', at: 4 },
    ]);
    await commit('u1', 1, [{ kind: 'record-taste', verb: 'like', garmentIds: ['g4'] }]);
    expect(await shoppers.liked('u1', 8)).toEqual(['g4', 'g2']);
    await commit('u2', 0, [{ kind: 'record-taste', verb: 'like', garmentIds: ['g4'] }], 'c2');
    expect(await shoppers.events('u2')).toEqual([]);
  });

  it('forgets the oldest events where there are many', async () => {
    const shoppers = createShopperStore(db);
    await commit('u1', 0, [{ kind: 'keep-profile', told: {} }]);
    await shoppers.record(
      'u1',
      Array.from({ length: 520 }, (_, at) => ({ verb: 'view' as const, garmentId: `g${at}`, at })),
    );
    const kept = await shoppers.events('u1');
    expect(kept.length).toBe(500);
    expect(kept[0]?.garmentId).toBe('g519');
  });

  it('is erased everywhere at once, and nobody else’s is', async () => {
    const shoppers = createShopperStore(db);
    const log = createActivityLog(db);
    for (const user of ['u1', 'u2']) {
      await log.open({ id: `c-${user}`, userId: user, locale: 'en' });
      await log.hear(`c-${user}`, { text: 'hello' }, { awaitsAnswer: false });
      await commit(user, 0, [{ kind: 'keep-profile', told: { size: 'M' } }, handover], `c-${user}`);
      await shoppers.record(user, [{ verb: 'like', garmentId: 'g1', at: 1 }]);
    }
    expect(await shoppers.forget('u1')).toEqual({
      conversations: 1,
      transcripts: 1,
      profile: 1,
      events: 1,
      handovers: 1,
      undelivered: 0,
      watches: 0,
      wardrobe: 0,
    });
    for (const table of ['conversation', 'logged_conversation', 'profile', 'shopper_event', 'handover'] as const)
      expect((await db.selectFrom(table).select('user_id').execute()).map((row) => row.user_id)).toEqual(['u2']);
    expect((await db.selectFrom('outgoing').selectAll().execute()).length).toBe(1);
    expect((await db.selectFrom('logged_activity').selectAll().execute()).length).toBe(1);
  });

  it('is erased by the turn that asked for it, which alone remains', async () => {
    const log = createActivityLog(db);
    await log.open({ id: 'c1', userId: 'u1', locale: 'en' });
    await log.hear('c1', { text: 'I am 165 cm' }, { awaitsAnswer: false });
    const waiting = await log.hear('c1', { text: 'yes, erase it' }, { awaitsAnswer: true });
    await commit('u1', 0, [{ kind: 'keep-profile', told: { heightCm: 165 } }]);
    await commit('u1', 0, [], 'c-old');
    await commit('u1', 1, [{ kind: 'forget-user' }]);
    expect(await createShopperStore(db).profile('u1')).toBeUndefined();
    const conversations = createConversationStore(db);
    expect(await conversations.load('c-old')).toBeUndefined();
    expect((await conversations.transcript('c1')).map(({ inReplyTo }) => inReplyTo)).toEqual(['a1']);
    expect((await log.after('c1', 0)).map(({ activity }) => activity.text)).toEqual(['yes, erase it']);
    expect(await log.say('c1', [{ text: 'Done.' }], waiting.sequence)).toEqual([waiting.sequence + 1]);
  });
});

describe('the outbox of handovers', () => {
  it('gives what is due until it is taken or put off', async () => {
    const handovers = createHandoverStore(db);
    await commit('u1', 0, [handover]);
    const [waiting] = await handovers.due(1_000, 10);
    expect(waiting).toMatchObject({ conversationId: 'c1', userId: 'u1', attempts: 0, handover: { shown: ['g1'] } });
    await handovers.postpone(waiting?.id ?? '', 5_000);
    expect(await handovers.due(4_999, 10)).toEqual([]);
    expect((await handovers.due(5_000, 10))[0]?.attempts).toBe(1);
    await handovers.remove(waiting?.id ?? '');
    expect(await handovers.due(9_999, 10)).toEqual([]);
  });
});
