import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/domain/effect.js';
import type { OwnPiece } from '../../src/domain/own-piece.js';
import { type OpenStores, type StoresUnderTest, turnsOf } from './stores-under-test.js';

/** What every wardrobe of own pieces promises. */
export function wardrobeStoreContract(name: string, open: OpenStores): void {
  describe(`a wardrobe ${name}`, () => {
    let stores: StoresUnderTest;
    let turn: ReturnType<typeof turnsOf>;
    let clock = 0;
    beforeEach(async () => {
      stores = await open();
      turn = turnsOf(stores);
      clock = 0;
    });
    afterEach(() => stores.close());

    const commit = (effects: readonly Effect[]) => {
      stores.setTime(++clock);
      return turn('u1', effects);
    };
    const piece = (id: string): OwnPiece => ({
      id: `own:${id}`,
      category: 'jeans',
      colours: ['blue'],
      pattern: null,
      embedding: 'AAAA',
    });
    const add = (id: string): Effect => ({ kind: 'own-add', modelId: 'mini', piece: piece(id) });
    const agree: Effect = { kind: 'keep-profile', told: {} };
    const ids = async (user = 'u1') => (await stores.wardrobes.ofUser(user, 'mini')).map(({ id }) => id);

    it('keeps pieces of those alone who agreed, in the order they came, each once', async () => {
      await commit([add('a')]);
      expect(await ids()).toEqual([]);
      await commit([agree, add('b')]);
      await commit([add('a'), add('b')]);
      expect(await ids()).toEqual(['own:b', 'own:a']);
      expect(await ids('u2')).toEqual([]);
      expect(await stores.wardrobes.ofUser('u1', 'mini')).toContainEqual(piece('a'));
    });

    it('holds what another’s holds too: two people may own the same', async () => {
      await commit([agree, add('a')]);
      stores.setTime(++clock);
      await turn('u2', [agree, add('a')]);
      expect(await ids()).toEqual(['own:a']);
      expect(await ids('u2')).toEqual(['own:a']);
      await commit([{ kind: 'own-remove', ids: ['own:a'] }]);
      expect(await ids()).toEqual([]);
      expect(await ids('u2')).toEqual(['own:a']);
    });

    it('is added to outside a turn too, of those alone who agreed', async () => {
      expect(await stores.wardrobes.add('u1', 'mini', piece('a'), 1)).toBe(false);
      await commit([agree]);
      expect(await stores.wardrobes.add('u1', 'mini', piece('a'), 1)).toBe(true);
      expect(await ids()).toEqual(['own:a']);
    });

    it('gives no vector of another model', async () => {
      await commit([agree, add('a')]);
      expect(await stores.wardrobes.ofUser('u1', 'another')).toMatchObject([{ id: 'own:a', embedding: '' }]);
    });

    it('loses what is removed, and nobody else’s', async () => {
      await commit([agree, add('a'), add('b'), add('c')]);
      expect(await stores.wardrobes.remove('u2', ['own:a'])).toBe(0);
      expect(await stores.wardrobes.remove('u1', [])).toBe(0);
      expect(await stores.wardrobes.remove('u1', ['own:c', 'own:nothing'])).toBe(1);
      await commit([{ kind: 'own-remove', ids: ['own:a'] }]);
      expect(await ids()).toEqual(['own:b']);
    });

    it('is in the copy of one’s data, without numbers, and gone with it', async () => {
      await commit([agree, add('a')]);
      expect(await stores.shoppers.wardrobe('u1')).toEqual([
        { id: 'own:a', category: 'jeans', colours: ['blue'], pattern: null },
      ]);
      expect((await stores.shoppers.forget('u1')).wardrobe).toBe(1);
      expect(await ids()).toEqual([]);
    });

    it('holds a hundred pieces, the newest', async () => {
      await commit([agree]);
      for (let at = 0; at < 105; at++) await stores.wardrobes.add('u1', 'mini', piece(String(at)), at);
      const kept = await ids();
      expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, 'own:5', 'own:104']);
    });
  });
}
