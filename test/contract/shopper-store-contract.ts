import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/domain/effect.js';
import type { WaitingMessage } from '../../src/storage/inbox-store.js';
import { HANDOVER, type OpenStores, type StoresUnderTest, turnsOf } from './stores-under-test.js';

/** What every ShopperStore promises beside the conversations it is written with. */
export function shopperStoreContract(name: string, open: OpenStores): void {
  describe(`what is kept of a shopper ${name}`, () => {
    let stores: StoresUnderTest;
    let commit: ReturnType<typeof turnsOf>;
    beforeEach(async () => {
      stores = await open();
      commit = turnsOf(stores);
    });
    afterEach(() => stores.close());

    const agree: Effect = { kind: 'keep-profile', told: { size: 'M' } };
    const view = (garmentId: string, at: number) => ({ verb: 'view' as const, garmentId, at });

    it('is a profile once the turn that agreed to it is committed, and the newest one after that', async () => {
      expect(await stores.shoppers.profile('u1')).toBeUndefined();
      await commit('u1', [agree]);
      await commit('u1', [{ kind: 'keep-profile', told: { size: 'L', heightCm: 165 } }]);
      expect(await stores.shoppers.profile('u1')).toEqual({ told: { size: 'L', heightCm: 165 } });
      expect(await stores.shoppers.profile('u2')).toBeUndefined();
    });

    it('is nothing for somebody nobody knows', async () => {
      await commit(undefined, [agree, { kind: 'record-taste', verb: 'like', garmentIds: ['g1'] }]);
      for (const user of ['', 'undefined', 'null', 'c1']) {
        expect(await stores.shoppers.profile(user)).toBeUndefined();
        expect(await stores.shoppers.events(user)).toEqual([]);
      }
    });

    it('is not written where another turn was faster', async () => {
      await commit('u1', []);
      expect(await commit('u1', [agree, HANDOVER], { version: 0 })).toBe('conflict');
      expect(await stores.shoppers.profile('u1')).toBeUndefined();
      expect(await stores.handovers.due(9_999, 10)).toEqual([]);
    });

    it('takes events only of those who agreed, newest first', async () => {
      const events = [view('g1', 1), { verb: 'like' as const, garmentId: 'g2', at: 2 }];
      expect(await stores.shoppers.record('u1', events)).toBe(0);
      expect(await stores.shoppers.events('u1')).toEqual([]);
      await commit('u1', [agree]);
      expect(await stores.shoppers.record('u1', [])).toBe(0);
      expect(await stores.shoppers.record('u1', events)).toBe(2);
      expect(await stores.shoppers.events('u1')).toEqual(events.toReversed());
    });

    it('knows what was liked and not disliked since, also of turns that recorded it', async () => {
      await commit('u1', [agree]);
      await stores.shoppers.record('u1', [
        { verb: 'like', garmentId: 'g1', at: 1 },
        { verb: 'purchase', garmentId: 'g2', at: 2 },
        view('g3', 3),
        { verb: 'dislike', garmentId: 'g1', at: 4 },
        { verb: 'cart', garmentId: 'g5', at: 5 },
      ]);
      await commit('u1', [{ kind: 'record-taste', verb: 'like', garmentIds: ['g4'] }]);
      expect(await stores.shoppers.liked('u1', 8)).toEqual(['g4', 'g5', 'g2']);
      expect(await stores.shoppers.liked('u1', 2)).toEqual(['g4', 'g5']);
      await commit('u2', [{ kind: 'record-taste', verb: 'like', garmentIds: ['g4'] }], { conversationId: 'c2' });
      expect(await stores.shoppers.events('u2')).toEqual([]);
    });

    it('forgets the oldest events where there are many', async () => {
      await commit('u1', [agree]);
      await stores.shoppers.record(
        'u1',
        Array.from({ length: 520 }, (_, at) => view(`g${at}`, at)),
      );
      const kept = await stores.shoppers.events('u1');
      expect([kept.length, kept[0]?.garmentId, kept.at(-1)?.garmentId]).toEqual([500, 'g519', 'g20']);
    });

    it('loses none of a batch of one moment', async () => {
      await commit('u1', [agree]);
      await stores.shoppers.record('u1', [view('old', 1)]);
      await stores.shoppers.record(
        'u1',
        Array.from({ length: 510 }, (_, index) => view(`g${index}`, 2)),
      );
      const kept = await stores.shoppers.events('u1');
      expect([kept.length, kept.some(({ garmentId }) => garmentId === 'old')]).toEqual([510, false]);
    });

    it('is erased everywhere at once, and nobody else’s is', async () => {
      const watch: Effect = {
        kind: 'watch',
        locale: 'en',
        garments: [{ id: 'g1', price: null, available: true }],
      };
      for (const user of ['u1', 'u2']) {
        const conversationId = `pigeon:${user}`;
        await stores.log.open({ id: conversationId, userId: user, locale: 'en' });
        await stores.log.hear(conversationId, { text: 'hello' }, { awaitsAnswer: false });
        await commit(user, [agree, HANDOVER, watch], { conversationId });
        await stores.shoppers.record(user, [{ verb: 'like', garmentId: 'g1', at: 1 }]);
        const piece = { id: `own:${user}`, category: 'jeans', colours: [], pattern: null, embedding: '' };
        await stores.wardrobes.add(user, 'mini', piece, 1);
        await stores.watches.noteReach('pigeon', user, user, { address: {}, heardAt: 1 });
        const instead = { app: 'pigeon', id: `instead:${user}`, conversation: user, userId: user, body: {} };
        await stores.inbox.keepCard(user, instead, { at: 1, until: 2 });
      }
      expect(await stores.shoppers.forget('u1')).toEqual({
        conversations: 1,
        transcripts: 1,
        profile: 1,
        events: 1,
        handovers: 1,
        undelivered: 0,
        watches: 1,
        wardrobe: 1,
      });
      const kept = async (user: string) => ({
        conversations: (await stores.conversations.conversationsOf(user)).length,
        transcript: (await stores.conversations.transcript(`pigeon:${user}`)).length,
        logged: (await stores.log.conversationsOf(user)).length,
        profile: (await stores.shoppers.profile(user)) !== undefined,
        events: (await stores.shoppers.events(user)).length,
        liked: (await stores.shoppers.liked(user, 9)).length,
        wardrobe: (await stores.shoppers.wardrobe(user)).length,
        watched: (await stores.shoppers.watched(user)).length,
        reach: (await stores.watches.reach('pigeon', user)) !== undefined,
        card: (await stores.inbox.cardInstead('pigeon', user, 2)) !== undefined,
        handovers: (await stores.handovers.due(9_999, 10)).filter(({ userId }) => userId === user).length,
      });
      const all = { profile: true, reach: true, card: true };
      const none = { profile: false, reach: false, card: false };
      const one = {
        conversations: 1,
        transcript: 1,
        logged: 1,
        events: 1,
        liked: 1,
        wardrobe: 1,
        watched: 1,
        handovers: 1,
      };
      expect(await kept('u2')).toEqual({ ...one, ...all });
      expect(await kept('u1')).toEqual({ ...Object.fromEntries(Object.keys(one).map((key) => [key, 0])), ...none });
      expect(await stores.shoppers.forget('u1')).toMatchObject({ conversations: 0, profile: 0 });
    });

    it('is erased with what could not be delivered, but not with the message that asks for it', async () => {
      const message = (id: string) => ({
        app: 'pigeon',
        id,
        conversation: 'c',
        userId: 'pigeon:u',
        body: { text: id },
      });
      await stores.inbox.commit({ received: [message('lost'), message('delete my data')], finished: [] }, 0, 0);
      const [lost] = await stores.inbox.due('pigeon', 0, 1, []);
      await stores.inbox.fail((lost as WaitingMessage).sequence);
      expect((await stores.shoppers.forget('pigeon:u')).undelivered).toBe(1);
      expect(await stores.inbox.counts('pigeon')).toEqual({ waiting: 1, failed: 0 });
    });

    it('is erased by the turn that asked for it, which alone remains', async () => {
      const { log, conversations, shoppers } = stores;
      await log.open({ id: 'c1', userId: 'u1', locale: 'en' });
      await log.hear('c1', { text: 'I am 165 cm' }, { awaitsAnswer: false });
      const waiting = await log.hear('c1', { text: 'yes, erase it' }, { awaitsAnswer: true });
      await commit('u1', [{ kind: 'keep-profile', told: { heightCm: 165 } }]);
      await commit('u1', [], { conversationId: 'c-old' });
      await commit('u1', [{ kind: 'forget-user' }]);
      expect(await shoppers.profile('u1')).toBeUndefined();
      expect(await conversations.load('c-old')).toBeUndefined();
      expect((await conversations.transcript('c1')).map(({ inReplyTo }) => inReplyTo)).toEqual(['a1']);
      expect((await log.after('c1', 0)).map(({ activity }) => activity.text)).toEqual(['yes, erase it']);
      expect(await log.say('c1', [{ text: 'Done.' }], waiting.sequence)).toEqual([waiting.sequence + 1]);
    });
  });
}
