import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandoverDesk } from '../../../src/channels/handover/handover-desk.js';
import type { HandoverLetter } from '../../../src/channels/handover/handover-letter.js';
import { mailWay } from '../../../src/channels/handover/mail-way.js';
import { webhookWay } from '../../../src/channels/handover/webhook-way.js';
import type { Reply } from '../../../src/domain/reply.js';
import { newSession } from '../../../src/domain/session.js';
import { createGuardedFetch } from '../../../src/encoding/guarded-fetch.js';
import { type Database, openDatabase } from '../../../src/storage/database.js';
import { createConversationStore } from '../../../src/storage/sqlite-conversation-store.js';
import { createHandoverStore } from '../../../src/storage/sqlite-handover-store.js';
import { garmentOf } from '../../support/in-memory-catalogue.js';
import { sampleWording } from '../../support/sample-wording.js';

const wording = await sampleWording();
const rendering = { wording, base: 'https://shop.example' };
const dress = garmentOf({ id: 'dress', title: { 'zh-CN': '红色连衣裙', en: 'Red dress' } });
const reply: Reply = {
  locale: 'zh-CN',
  messages: [{ id: 'reply.handed-over' }],
  items: [],
  outfits: [],
  suggestions: [],
  understood: {
    locale: 'zh-CN',
    intent: 'handover',
    confidence: 1,
    tokens: [],
    constraints: {},
    references: [],
    critiques: [],
    relaxed: [],
    keywords: [],
  },
  attention: null,
  relaxed: [],
  degraded: [],
};

let db: Database;
let time: number;
beforeEach(async () => {
  db = await openDatabase({ file: ':memory:' });
  time = 1_700_000_000_000;
  await createConversationStore(db, { now: () => time }).commit({
    conversationId: 'c1',
    userId: 'u1',
    expectedVersion: 0,
    session: newSession('c1', 'zh-CN'),
    dialogs: null,
    outgoing: { conversationId: 'c1', inReplyTo: 'a1', payload: reply, heard: '转人工' },
    effects: [
      {
        kind: 'hand-over',
        handover: {
          locale: 'zh-CN',
          constraints: { category: 'dress' },
          keywords: [],
          told: { size: 'M' },
          shown: ['dress', 'gone'],
          liked: [],
        },
      },
    ],
  });
});
afterEach(() => db.destroy());

const deskWith = (send: (letter: HandoverLetter) => Promise<void>) =>
  createHandoverDesk({
    handovers: createHandoverStore(db),
    conversations: createConversationStore(db),
    garments: { getMany: async (ids) => [dress].filter(({ id }) => ids.includes(id)) },
    way: { name: 'webhook', send },
    rendering,
    log: { warn: () => {}, error: () => {} },
    now: () => time,
  });

describe('a talk handed to the merchant', () => {
  it('is sent once, with what was said, what is looked for and what is on the screen', async () => {
    const letters: HandoverLetter[] = [];
    const desk = deskWith(async (letter) => void letters.push(letter));
    await Promise.all([desk.work(), desk.work()]);
    expect(letters).toMatchObject([
      {
        conversationId: 'c1',
        userId: 'u1',
        locale: 'zh-CN',
        lookingFor: { category: 'dress' },
        told: { size: 'M' },
        shown: [{ id: 'dress', title: '红色连衣裙' }],
        transcript: [{ who: 'shopper', text: '转人工' }, { who: 'yida' }],
      },
    ]);
    expect(letters[0]?.text).toContain('顾客：转人工');
  });

  it('is tried again, later and later, until it is taken', async () => {
    let broken = true;
    const tries: number[] = [];
    const desk = deskWith(async () => {
      tries.push(time);
      if (broken) throw new Error('busy');
    });
    await desk.work();
    await desk.work();
    expect(tries.length).toBe(1);
    time += 10_000;
    await desk.work();
    time += 10_000;
    await desk.work();
    expect(tries.length).toBe(2);
    broken = false;
    time += 10_000;
    await desk.work();
    expect(tries.length).toBe(3);
    time += 3_600_000;
    await desk.work();
    expect(tries.length).toBe(3);
  });

  it('is given up after three days', async () => {
    const desk = deskWith(async () => Promise.reject(new Error('gone for good')));
    time += 4 * 24 * 3_600_000;
    await desk.work();
    expect(await createHandoverStore(db).due(Number.MAX_SAFE_INTEGER, 1)).toEqual([]);
  });
});

describe('the ways to the merchant', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());
  const letter = { id: 'c1/1', locale: 'en', text: 'Shopper: hello' } as HandoverLetter;

  it('sign the webhook’s body, and reject where it was not taken', async () => {
    const got: { body: string; headers: NodeJS.Dict<string | string[]> }[] = [];
    let status = 204;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        got.push({ body, headers: request.headers });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const way = webhookWay(
      `http://127.0.0.1:${port}/hook`,
      'a secret of the two',
      () => 1_700_000_000_500,
      createGuardedFetch({ allowLoopback: true }),
    );
    await way.send(letter);
    const [first] = got;
    const signature = createHmac('sha256', 'a secret of the two').update(`1700000000.${first?.body}`).digest('hex');
    expect(first?.headers).toMatchObject({ 'x-yida-id': 'c1/1', 'x-yida-signature': `t=1700000000,v1=${signature}` });
    expect(JSON.parse(first?.body ?? '')).toEqual(letter);
    status = 503;
    await expect(way.send(letter)).rejects.toThrow('503');
  });

  it('never call a private address unless that is allowed', async () => {
    let called = false;
    server = createServer((_request, response) => {
      called = true;
      response.writeHead(204).end();
    });
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    for (const url of [`http://127.0.0.1:${port}/hook`, 'https://10.0.0.5/hook', 'https://169.254.169.254/hook']) {
      const way = webhookWay(url, 'a secret of the two', () => 0, createGuardedFetch());
      await expect(way.send(letter)).rejects.toMatchObject({ code: 'address-refused' });
    }
    expect(called).toBe(false);
  });

  it('reject where the mail server is not there', async () => {
    const way = mailWay('smtp://127.0.0.1:1', 'team@shop.example', 'yida@shop.example', wording);
    await expect(way.send(letter)).rejects.toThrow();
  });
});
