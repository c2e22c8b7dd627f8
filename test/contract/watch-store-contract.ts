import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Effect, WatchedGarment } from '../../src/domain/effect.js';
import { type OpenStores, type StoresUnderTest, turnsOf } from './stores-under-test.js';

/** What every store of garments that shoppers asked to hear of promises. */
export function watchStoreContract(name: string, open: OpenStores): void {
  describe(`what shoppers asked to be told of ${name}`, () => {
    let stores: StoresUnderTest;
    let commit: ReturnType<typeof turnsOf>;
    beforeEach(async () => {
      stores = await open();
      commit = turnsOf(stores);
    });
    afterEach(() => stores.close());

    const price = { minorUnits: 30_000, currency: 'CNY' };
    const watch = (...garments: WatchedGarment[]): Effect => ({ kind: 'watch', locale: 'en', garments });
    const garment = (id: string, more: Partial<WatchedGarment> = {}): WatchedGarment => ({
      id,
      price,
      available: true,
      ...more,
    });
    const inChat = (conversation: string) => ({ conversationId: `pigeon:${conversation}` });
    const heard = (at = 1) => stores.watches.noteReach('pigeon', 'c1', 'u1', { address: { chat: 7 }, heardAt: at });

    it('is a garment as it was then, and where it was asked for', async () => {
      await commit(
        'u1',
        [watch(garment('g1', { size: 'M', available: false }), garment('g2', { price: null }))],
        inChat('c1'),
      );
      const watches = await stores.watches.ofUser('u1');
      const common = { userId: 'u1', app: 'pigeon', conversation: 'c1', locale: 'en', toldAt: undefined };
      expect(watches.toSorted((one, other) => one.garmentId.localeCompare(other.garmentId))).toEqual([
        { ...common, garmentId: 'g1', price, available: false, size: 'M' },
        { ...common, garmentId: 'g2', price: undefined, available: true, size: undefined },
      ]);
      expect(await stores.watches.ofUser('u2')).toEqual([]);
    });

    it('is, asked for again, what it is by then, once', async () => {
      await commit('u1', [watch(garment('g1'))], inChat('c1'));
      const cheaper = { minorUnits: 20_000, currency: 'CNY' };
      await commit('u1', [watch(garment('g1', { price: cheaper, size: 'L' }))], inChat('c1'));
      expect(await stores.watches.ofUser('u1')).toMatchObject([{ garmentId: 'g1', price: cheaper, size: 'L' }]);
    });

    it('is nothing of somebody nobody knows', async () => {
      await commit(undefined, [watch(garment('g1'))], inChat('c1'));
      expect(await stores.watches.users('pigeon', '', 10)).toEqual([]);
    });

    it('is gone through app by app and user by user, each once', async () => {
      for (const user of ['u3', 'u1', 'u2']) await commit(user, [watch(garment('g1'), garment('g2'))], inChat(user));
      await commit('u4', [watch(garment('g1'))], { conversationId: 'raven:c4' });
      expect(await stores.watches.users('pigeon', '', 2)).toEqual(['u1', 'u2']);
      expect(await stores.watches.users('pigeon', 'u2', 2)).toEqual(['u3']);
      expect(await stores.watches.users('raven', '', 10)).toEqual(['u4']);
    });

    it('is compared with what it was when it was last told of', async () => {
      await commit('u1', [watch(garment('g1'), garment('g2'))], inChat('c1'));
      await stores.watches.update('u1', 'g1', { price: undefined, available: false, toldAt: 77 });
      await stores.watches.update('u1', 'g1', { price, available: true });
      const [g1] = (await stores.watches.ofUser('u1')).filter(({ garmentId }) => garmentId === 'g1');
      expect(g1).toMatchObject({ price, available: true, toldAt: 77 });
      const [g2] = (await stores.watches.ofUser('u1')).filter(({ garmentId }) => garmentId === 'g2');
      expect(g2?.toldAt).toBeUndefined();
    });

    it('keeps where those write from who asked for something, the last place of a conversation', async () => {
      await heard();
      expect(await stores.watches.reach('pigeon', 'c1')).toBeUndefined();
      await commit('u1', [watch(garment('g1'))], inChat('c1'));
      await heard(1);
      await stores.watches.noteReach('pigeon', 'c1', 'u1', { address: { chat: 8 }, heardAt: 5 });
      expect(await stores.watches.reach('pigeon', 'c1')).toEqual({ address: { chat: 8 }, heardAt: 5 });
      expect(await stores.watches.reach('raven', 'c1')).toBeUndefined();
    });

    it.each<[string, (stores: StoresUnderTest) => Promise<unknown>]>([
      ['a word', () => commit('u1', [{ kind: 'unwatch' }], inChat('c1'))],
      ['all else that is kept', ({ shoppers }) => shoppers.forget('u1')],
      ['its season', ({ watches }) => watches.prune(1_001)],
    ])('ends with %s, and nobody else’s does by the first two', async (how, end) => {
      await commit('u1', [watch(garment('g1'))], inChat('c1'));
      await commit('u2', [watch(garment('g1'))], inChat('c2'));
      await heard();
      await end(stores);
      expect(await stores.watches.ofUser('u1')).toEqual([]);
      expect(await stores.watches.reach('pigeon', 'c1')).toBeUndefined();
      expect(await stores.watches.users('pigeon', '', 10)).toEqual(how === 'its season' ? [] : ['u2']);
    });

    it('outlives a look for what is older', async () => {
      await commit('u1', [watch(garment('g1'))], inChat('c1'));
      await heard();
      await stores.watches.prune(1_000);
      expect(await stores.watches.ofUser('u1')).toHaveLength(1);
      expect(await stores.watches.reach('pigeon', 'c1')).toBeDefined();
    });

    it('is of the newest fifty garments, and is part of the copy of one’s data', async () => {
      for (let at = 0; at < 60; at++) {
        stores.setTime(1_000 + at);
        await commit('u1', [watch(garment(`g${at}`))], inChat('c1'));
      }
      const watched = await stores.shoppers.watched('u1');
      expect([watched.length, watched[0], watched.at(-1)?.garmentId]).toEqual([
        50,
        { garmentId: 'g59', at: 1_059 },
        'g10',
      ]);
    });
  });
}
