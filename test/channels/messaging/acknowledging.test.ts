import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMessagingChannel } from '../../../src/channels/messaging/core/messaging-channel.js';
import { simulateTelegram } from '../../../src/channels/messaging/simulator/telegram.js';
import { telegram } from '../../../src/channels/messaging/telegram/settings.js';
import { type Database, openDatabase } from '../../../src/storage/database.js';
import { createInboxStore } from '../../../src/storage/sqlite-inbox-store.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';

const simulator = simulateTelegram();
const accepted = Buffer.from(JSON.stringify({ ok: true, result: { message_id: 1 } }));

let folder: string;
let db: Database;
let edge: Edge;
/** What waits for the disk, once the disk is slow. */
let waiting: { resolve: () => void; reject: (why: Error) => void }[];
let slow: boolean;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yida-inbox-'));
  waiting = [];
  slow = false;
  const disk = () => ({
    sync: () => (slow ? new Promise<void>((resolve, reject) => waiting.push({ resolve, reject })) : Promise.resolve()),
    close: async () => {},
  });
  db = await openDatabase({ file: join(folder, 'conversations.db'), disk });
  const fetchCall = async (url: string) => ({ status: 200, headers: {}, bytes: accepted, url });
  edge = await startEdge({
    db,
    fetch: fetchCall,
    channels: (deps) => {
      const app = telegram.open(simulator.environment('https://platform.invalid'), { ...deps, fetch: fetchCall });
      return app === undefined ? [] : [createMessagingChannel(app, deps)];
    },
  });
});
afterEach(async () => {
  slow = false;
  for (const { resolve } of waiting) resolve();
  await edge.close();
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

const post = (id: number) => {
  const [made] = simulator.webhooks({ kind: 'text', text: 'red dress' }, { id });
  if (made === undefined) throw new Error('no webhook');
  const { method, headers, path, body = '' } = made;
  return fetch(`${edge.url}${path}`, { method, headers, body });
};
const answered = (count: number) => vi.waitFor(() => expect(edge.turns.length).toBe(count), { timeout: 5_000 });

it('a message is worked on at once, and acknowledged when no power cut can take it any more', async () => {
  slow = true;
  const statuses: number[] = [];
  const posted = post(1).then(({ status }) => statuses.push(status));
  await answered(1);
  expect(statuses).toEqual([]);
  await vi.waitFor(() => expect(waiting.length).toBe(1));
  waiting[0]?.resolve();
  await posted;
  expect(statuses).toEqual([200]);
});

it('a message that the disk would not take is not acknowledged, and is answered once when it comes again', async () => {
  slow = true;
  const refused = post(1);
  await vi.waitFor(() => expect(waiting.length).toBe(1));
  waiting.splice(0)[0]?.reject(new Error('the disk is full'));
  expect((await refused).status).toBe(500);
  slow = false;
  expect((await post(1)).status).toBe(200);
  await vi.waitFor(async () => {
    expect(await createInboxStore(db).counts('telegram')).toEqual({ waiting: 0, failed: 0 });
  });
  expect(edge.turns.length).toBe(1);
});
