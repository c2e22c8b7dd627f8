import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNoticeDesk } from '../../../src/channels/messaging/core/notice-desk.js';
import { newsOf } from '../../../src/channels/messaging/core/notices.js';
import { isQuiet } from '../../../src/channels/messaging/core/quiet-hours.js';
import type { Effect } from '../../../src/domain/effect.js';
import type { Garment } from '../../../src/domain/garment.js';
import type { Reply } from '../../../src/domain/reply.js';
import { newSession } from '../../../src/domain/session.js';
import { type Database, openDatabase } from '../../../src/storage/database.js';
import type { InboxMessage } from '../../../src/storage/inbox-store.js';
import { createConversationStore } from '../../../src/storage/sqlite-conversation-store.js';
import { createWatchStore } from '../../../src/storage/sqlite-watch-store.js';
import type { Watch } from '../../../src/storage/watch-store.js';
import { sampleGarment } from '../../support/sample-garments.js';

const yuan = (amount: number) => ({ minorUnits: amount * 100, currency: 'CNY' });
const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-27T12:00:00Z');

const watch = (changes: Partial<Watch> = {}): Watch => ({
  userId: 'pigeon:u1',
  garmentId: 'g1',
  app: 'pigeon',
  conversation: 'c1',
  locale: 'en',
  price: yuan(300),
  available: true,
  size: undefined,
  toldAt: undefined,
  ...changes,
});

describe('news of a garment', () => {
  const at = (price: number, sizes: Garment['sizes'] = []) => sampleGarment({ price: yuan(price), sizes });

  it('is a lower price, not a higher, an equal or a hardly lower one', () => {
    expect(newsOf(watch(), at(250))?.kind).toBe('drop');
    for (const price of [300, 299, 350]) expect(newsOf(watch(), at(price))).toBe(undefined);
  });

  it('is that it can be bought again, in the size that was waited for', () => {
    const sizes = [
      { size: 'M', stock: 3 },
      { size: 'L', stock: 0 },
    ];
    expect(newsOf(watch({ available: false }), at(300, sizes))?.kind).toBe('back');
    expect(newsOf(watch({ available: false, size: 'M' }), at(300, sizes))?.kind).toBe('back');
    expect(newsOf(watch({ available: false, size: 'L' }), at(300, sizes))).toBe(undefined);
  });

  it('is never the price of what is sold out, nor one in another currency', () => {
    expect(newsOf(watch(), at(100, [{ size: 'M', stock: 0 }]))).toBe(undefined);
    expect(newsOf(watch(), sampleGarment({ price: { minorUnits: 100, currency: 'USD' }, sizes: [] }))).toBe(undefined);
    expect(newsOf(watch(), sampleGarment({ price: null, sizes: [] }))).toBe(undefined);
  });
});

describe('quiet hours', () => {
  const quiet = { timeZone: 'Asia/Shanghai', from: 21, until: 9 };

  it.each([
    ['2026-11-27T12:59:00Z', false],
    ['2026-11-27T13:00:00Z', true],
    ['2026-11-27T20:00:00Z', true],
    ['2026-11-28T00:59:00Z', true],
    ['2026-11-28T01:00:00Z', false],
  ])('%s in Shanghai: %s', (moment, expected) => {
    expect(isQuiet(Date.parse(moment), quiet)).toBe(expected);
  });

  it('may lie within one day, or not be', () => {
    expect(isQuiet(NOON, { timeZone: 'UTC', from: 11, until: 13 })).toBe(true);
    expect(isQuiet(NOON, { timeZone: 'UTC', from: 0, until: 0 })).toBe(false);
  });
});

describe('notices', () => {
  let db: Database;
  let clock: number;
  let delivered: InboxMessage[];
  let replies: Reply[];
  let garments: Garment[];
  let version = 0;

  beforeEach(async () => {
    db = await openDatabase({ file: ':memory:' });
    clock = NOON;
    delivered = [];
    replies = [];
    version = 0;
    garments = [sampleGarment({ id: 'g1', price: yuan(300), sizes: [{ size: 'M', stock: 2 }] })];
  });
  afterEach(() => db.destroy());

  const commit = (effects: readonly Effect[]) =>
    createConversationStore(db, { now: () => clock }).commit({
      conversationId: 'pigeon:c1',
      userId: 'pigeon:u1',
      expectedVersion: version++,
      session: newSession('pigeon:c1', 'en'),
      dialogs: null,
      outgoing: { conversationId: 'pigeon:c1', inReplyTo: `a${version}`, payload: {}, heard: 'hello' },
      effects,
    });
  const asked = (available = true): Effect => ({
    kind: 'watch',
    locale: 'en',
    garments: [{ id: 'g1', price: yuan(300), available }],
  });
  const watches = () => createWatchStore(db);
  const heardFrom = () => watches().noteReach('pigeon', 'c1', 'pigeon:u1', { address: { chat: 7 }, heardAt: clock });
  const desk = (options: { quietFrom?: number; noticeWindowMs?: number } = {}) =>
    createNoticeDesk({
      app: { name: 'pigeon', windowMs: 24 * HOUR, noticeWindowMs: options.noticeWindowMs ?? Number.POSITIVE_INFINITY },
      watches: watches(),
      garments: { getMany: async (ids) => garments.filter(({ id }) => ids.includes(id)) },
      quiet: { timeZone: 'UTC', from: options.quietFrom ?? 0, until: options.quietFrom === undefined ? 0 : 23 },
      async partsOf(reply) {
        replies.push(reply);
        return [{ call: { text: 'notice' } }];
      },
      async deliver(message) {
        delivered.push(message);
      },
      log: { error: () => {} },
      ready: () => true,
      now: () => clock,
    });
  const cheaper = (price: number) => {
    garments = garments.map((garment) => ({ ...garment, price: yuan(price) }));
  };

  it('tell of a lower price once, with a tap that stops them', async () => {
    await commit([asked()]);
    await heardFrom();
    await desk().look();
    expect(delivered).toEqual([]);
    cheaper(250);
    await desk().look();
    expect(delivered).toMatchObject([
      {
        app: 'pigeon',
        conversation: 'notice:c1',
        userId: 'pigeon:u1',
        body: { conversation: 'c1', to: { chat: 7, notice: true } },
      },
    ]);
    expect(replies[0]?.messages.map(({ id }) => id)).toEqual(['notice.lead', 'notice.drop']);
    expect(replies[0]?.suggestions.map(({ title }) => title.id)).toEqual(['suggest.notify-stop']);
    clock += 48 * HOUR;
    await desk().look();
    expect(delivered).toHaveLength(1);
    cheaper(200);
    await desk().look();
    expect(delivered).toHaveLength(2);
  });

  it('come once a day at most', async () => {
    await commit([asked()]);
    await heardFrom();
    cheaper(250);
    await desk().look();
    cheaper(200);
    clock += 23 * HOUR;
    await desk().look();
    expect(delivered).toHaveLength(1);
    clock += 2 * HOUR;
    await desk().look();
    expect(delivered).toHaveLength(2);
  });

  it('tell that a piece is back, also one that sold out after it was asked for', async () => {
    await commit([asked()]);
    await heardFrom();
    garments = [sampleGarment({ id: 'g1', price: yuan(300), sizes: [{ size: 'M', stock: 0 }] })];
    await desk().look();
    expect(delivered).toEqual([]);
    garments = [sampleGarment({ id: 'g1', price: yuan(300), sizes: [{ size: 'M', stock: 1 }] })];
    await desk().look();
    expect(replies[0]?.messages.map(({ id }) => id)).toEqual(['notice.lead', 'notice.back']);
  });

  it('wait for the end of the quiet hours', async () => {
    await commit([asked()]);
    await heardFrom();
    cheaper(250);
    await desk({ quietFrom: 12 }).look();
    expect(delivered).toEqual([]);
    clock += 11 * HOUR;
    await desk({ quietFrom: 12 }).look();
    expect(delivered).toHaveLength(1);
  });

  it('are not sent where the platform lets a shop answer only, and the shopper wrote too long ago', async () => {
    await commit([asked()]);
    await heardFrom();
    cheaper(250);
    clock += 25 * HOUR;
    await desk({ noticeWindowMs: 24 * HOUR }).look();
    expect(delivered).toEqual([]);
    await heardFrom();
    await desk({ noticeWindowMs: 24 * HOUR }).look();
    expect(delivered).toHaveLength(1);
  });
});
