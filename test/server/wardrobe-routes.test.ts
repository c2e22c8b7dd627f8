import { afterEach, expect, it } from 'vitest';
import { newSession } from '../../src/domain/session.js';
import { createConversationStore } from '../../src/storage/sqlite-conversation-store.js';
import { type Edge, type EdgeOptions, startEdge } from '../support/edge-harness.js';
import { samplePhoto } from '../support/sample-photo.js';

let edge: Edge | undefined;
afterEach(async () => edge?.close());

async function start(options: EdgeOptions = {}) {
  edge = await startEdge(options);
  const at = `${edge.url}/api/users/u1/wardrobe`;
  const photo = await samplePhoto();
  return {
    edge,
    at,
    list: async () => ((await (await fetch(at)).json()) as { pieces: Record<string, unknown>[] }).pieces,
    add: (headers: Record<string, string> = {}) =>
      fetch(at, { method: 'POST', headers: { 'content-type': 'image/jpeg', ...headers }, body: Buffer.from(photo) }),
    agree: () =>
      createConversationStore(edge?.db as Edge['db']).commit({
        conversationId: 'c1',
        userId: 'u1',
        expectedVersion: 0,
        session: newSession('c1', 'en'),
        dialogs: null,
        outgoing: { conversationId: 'c1', inReplyTo: 'a', payload: {}, heard: '' },
        effects: [{ kind: 'keep-profile', told: {} }],
      }),
  };
}

it('takes nothing in of a shopper who did not agree to be remembered', async () => {
  const { add, list } = await start();
  expect((await add()).status).toBe(403);
  expect(await list()).toEqual([]);
});

it('adds a piece from a photo, lists it with its names, and removes it', async () => {
  const { at, add, list, agree } = await start();
  await agree();
  const added = await add();
  expect(added.status).toBe(201);
  const { piece } = (await added.json()) as { piece: { id: string; title: Record<string, string> } };
  expect(piece.title).toEqual({ 'zh-CN': '连衣裙', en: 'dress' });
  expect(JSON.stringify(piece)).not.toContain('embedding');
  expect(await list()).toMatchObject([{ id: piece.id, category: 'dress' }]);
  expect((await fetch(`${at}/${piece.id}`, { method: 'DELETE' })).status).toBe(200);
  expect((await fetch(`${at}/${piece.id}`, { method: 'DELETE' })).status).toBe(404);
  expect(await list()).toEqual([]);
});

it('refuses a request without a photo, a picture that is none, and other methods', async () => {
  const { at, agree } = await start();
  await agree();
  const post = (body: string, type: string) => fetch(at, { method: 'POST', headers: { 'content-type': type }, body });
  expect((await post('{}', 'application/json')).status).toBe(400);
  expect((await post('not a picture', 'image/jpeg')).status).toBe(415);
  expect((await fetch(at, { method: 'PUT' })).status).toBe(405);
});

it('opens to that shopper’s token or the key alone in production', async () => {
  const key = 'the-key-of-the-shop-for-tests';
  const { edge: running, at, add } = await start({ site: { production: true, apiKey: key } });
  const token = (userId: string) => running.tokens.issue({ conversationId: 'c', userId }, 'talk', 60);
  const status = async (credential: string | undefined) =>
    (await fetch(at, credential === undefined ? {} : { headers: { authorization: `Bearer ${credential}` } })).status;
  expect(await status(undefined)).toBe(401);
  expect(await status(token('u2'))).toBe(403);
  expect(await status(token('u1'))).toBe(200);
  expect(await status(key)).toBe(200);
  expect((await add({ authorization: `Bearer ${token('u2')}` })).status).toBe(403);
});
