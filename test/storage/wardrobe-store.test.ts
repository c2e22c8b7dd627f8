import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Effect } from '../../src/domain/effect.js';
import type { OwnPiece } from '../../src/domain/own-piece.js';
import { newSession } from '../../src/domain/session.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { createConversationStore } from '../../src/storage/sqlite-conversation-store.js';
import { createShopperStore } from '../../src/storage/sqlite-shopper-store.js';
import { createWardrobeStore } from '../../src/storage/sqlite-wardrobe-store.js';

let db: Database;
let version = 0;
beforeEach(async () => {
  db = await openDatabase({ file: ':memory:' });
  version = 0;
});
afterEach(() => db.destroy());

const piece = (id: string): OwnPiece => ({
  id: `own:${id}`,
  category: 'jeans',
  colours: ['blue'],
  pattern: null,
  embedding: 'AAAA',
});
const commit = (effects: readonly Effect[]) =>
  createConversationStore(db, { now: () => version }).commit({
    conversationId: 'c1',
    userId: 'u1',
    expectedVersion: version++,
    session: newSession('c1', 'en'),
    dialogs: null,
    outgoing: { conversationId: 'c1', inReplyTo: `a${version}`, payload: {}, heard: 'hello' },
    effects,
  });
const add = (id: string): Effect => ({ kind: 'own-add', modelId: 'mini', piece: piece(id) });
const agree: Effect = { kind: 'keep-profile', told: {} };
const ids = async () => (await createWardrobeStore(db).ofUser('u1', 'mini')).map(({ id }) => id);

it('keeps pieces of those alone who agreed, in the order they came, each once', async () => {
  await commit([add('a')]);
  expect(await ids()).toEqual([]);
  await commit([agree, add('b')]);
  await commit([add('a'), add('b')]);
  expect(await ids()).toEqual(['own:b', 'own:a']);
});

it('gives no vector of another model', async () => {
  await commit([agree, add('a')]);
  expect(await createWardrobeStore(db).ofUser('u1', 'another')).toMatchObject([{ id: 'own:a', embedding: '' }]);
});

it('loses what is removed, and nobody else’s', async () => {
  await commit([agree, add('a'), add('b')]);
  expect(await createWardrobeStore(db).remove('u2', ['own:a'])).toBe(0);
  await commit([{ kind: 'own-remove', ids: ['own:a'] }]);
  expect(await ids()).toEqual(['own:b']);
});

it('is in the copy of one’s data, without numbers, and gone with it', async () => {
  await commit([agree, add('a')]);
  const shoppers = createShopperStore(db);
  expect(await shoppers.wardrobe('u1')).toEqual([{ id: 'own:a', category: 'jeans', colours: ['blue'], pattern: null }]);
  expect((await shoppers.forget('u1')).wardrobe).toBe(1);
  expect(await ids()).toEqual([]);
});

it('holds a hundred pieces, the newest', async () => {
  await commit([agree]);
  for (let at = 0; at < 105; at++) await createWardrobeStore(db).add('u1', 'mini', piece(String(at)), at);
  const kept = await ids();
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, 'own:5', 'own:104']);
});
