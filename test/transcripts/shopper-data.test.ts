import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTakeTurn } from '../../dialogs/create-take-turn.js';
import { respond } from '../../src/assistant/respond.js';
import { createFaqAnswers } from '../../src/assistant/store-questions/answer-from-faq.js';
import { readFaq } from '../../src/assistant/store-questions/faq.js';
import { readTopicCues } from '../../src/assistant/store-questions/store-topics.js';
import { openLanguage } from '../../src/language/open-language.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { createActivityLog } from '../../src/storage/sqlite-activity-log.js';
import { createConversationStore } from '../../src/storage/sqlite-conversation-store.js';
import { createHandoverStore } from '../../src/storage/sqlite-handover-store.js';
import { createShopperStore } from '../../src/storage/sqlite-shopper-store.js';
import { type Edge, startEdge } from '../support/edge-harness.js';
import { smallShopScope } from '../support/small-shop.js';

const KEY = 'the-key-of-the-shop-for-tests';
const WORDS = {
  'zh-CN': {
    size: '我穿M码',
    yes: '好，记住吧',
    mine: '我的资料',
    known: 'M',
    no: '不用了',
    export: '导出我的数据',
    erase: '删除我的数据',
    sure: '确定',
    ship: '包邮吗',
    person: '转人工',
  },
  en: {
    size: 'I wear size M',
    yes: 'yes, remember it',
    mine: 'my profile',
    known: 'M',
    no: 'no, thanks',
    export: 'export my data',
    erase: 'delete my data',
    sure: 'yes, erase it',
    ship: 'is shipping free?',
    person: 'I want to talk to a person',
  },
} as const;

let edge: Edge;
let db: Database;
beforeEach(async () => {
  const locales = new URL('../../locales/', import.meta.url);
  const { understand, splitForIndex } = await openLanguage(locales);
  const faq = await readFaq(join(locales.pathname, 'demo-faq.json'));
  const topics = await readTopicCues(join(locales.pathname, 'store-topics.json'));
  db = await openDatabase({ file: ':memory:' });
  const shoppers = createShopperStore(db);
  const shop = await smallShopScope(
    {},
    { understand, faq: createFaqAnswers(faq, topics, splitForIndex), takesHandovers: true },
  );
  edge = await startEdge({
    db,
    site: { apiKey: KEY },
    takeTurn: createTakeTurn({
      respond,
      conversations: createConversationStore(db),
      defaultLocale: 'zh-CN',
      scope: async ({ userId }) => {
        if (userId === undefined) return shop;
        const profile = await shoppers.profile(userId);
        const dataAddress = () => 'https://shop.example/mine';
        return { ...shop, user: { dataAddress, ...(profile ? { profile } : {}) } };
      },
    }),
  });
});
afterEach(async () => {
  await edge.close();
  await db.destroy();
});

/** A talk of a signed-in shopper over Direct Line; each message resolves to the words of its answer. */
async function enter(user: string, locale: string): Promise<(text: string) => Promise<string>> {
  const root = `${edge.url}/v3/directline`;
  const json = { 'content-type': 'application/json' };
  const opened = await fetch(`${root}/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, ...json },
    body: JSON.stringify({ user: { id: user } }),
  });
  const { token: first } = (await opened.json()) as { token: string };
  const started = await fetch(`${root}/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${first}`, ...json },
    body: JSON.stringify({ locale }),
  });
  const { conversationId, token } = (await started.json()) as { conversationId: string; token: string };
  const at = `${root}/conversations/${conversationId}/activities`;
  const headers = { authorization: `Bearer ${token}`, ...json };
  return async (text) => {
    const body = JSON.stringify({ type: 'message', from: { id: user }, text, locale });
    const { id } = (await (await fetch(at, { method: 'POST', headers, body })).json()) as { id: string };
    for (;;) {
      const { activities } = (await (await fetch(at, { headers })).json()) as {
        activities: { replyToId?: string; text?: string }[];
      };
      const answers = activities.filter(({ replyToId }) => replyToId === id);
      if (answers.length > 0) return answers.map((answer) => answer.text ?? '').join('\n');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
}

describe.each(['zh-CN', 'en'] as const)('a shopper’s data over Direct Line (%s)', (locale) => {
  const words = WORDS[locale];
  const shoppers = () => createShopperStore(db);

  it('is kept after a yes, known at the next visit, and shown', async () => {
    const first = await enter('u1', locale);
    expect(await first(words.size)).toMatch(/[?？]/);
    expect(await shoppers().profile('u1')).toBe(undefined);
    await first(words.yes);
    expect(await shoppers().profile('u1')).toMatchObject({ told: { size: 'M' } });
    const second = await enter('u1', locale);
    expect(await second(words.mine)).toContain(words.known);
    const other = await enter('u2', locale);
    expect(await other(words.mine)).not.toContain(words.known);
  });

  it('is not kept after a no', async () => {
    const say = await enter('u1', locale);
    await say(words.size);
    await say(words.no);
    expect(await shoppers().profile('u1')).toBe(undefined);
  });

  it('can be fetched by a link', async () => {
    const say = await enter('u1', locale);
    expect(await say(words.export)).toContain('https://shop.example/mine');
  });

  it('is erased, what was said included, after it was confirmed', async () => {
    const say = await enter('u1', locale);
    await say(words.size);
    await say(words.yes);
    await say(words.erase);
    expect(await shoppers().profile('u1')).not.toBe(undefined);
    await say(words.sure);
    expect(await shoppers().profile('u1')).toBe(undefined);
    const kept = JSON.stringify(await createActivityLog(db).conversationsOf('u1'));
    expect(kept).not.toContain(words.size);
    const again = await enter('u1', locale);
    expect(await again(words.mine)).not.toContain(words.known);
  });
});

describe.each(['zh-CN', 'en'] as const)('the shop itself over Direct Line (%s)', (locale) => {
  const words = WORDS[locale];

  it('answers in the merchant’s words what its FAQ has', async () => {
    const faq = await readFaq(new URL('../../locales/demo-faq.json', import.meta.url).pathname);
    const say = await enter('u1', locale);
    const answer = await say(words.ship);
    expect(faq.entries.some(({ answer: own }) => answer.includes(own[locale].slice(0, 12)))).toBe(true);
  });

  it('hands over to a person, and says so', async () => {
    const say = await enter('u1', locale);
    await say(words.size);
    expect(await say(words.person)).not.toBe('');
    const [waiting] = await createHandoverStore(db).due(Date.now() + 1_000, 10);
    expect(waiting).toMatchObject({ userId: 'u1', handover: { locale } });
  });
});
