import { afterEach, describe, expect, it } from 'vitest';
import { createCallLimit } from '../../../src/channels/messaging/core/call-limit.js';
import type { MessagingApp, RenderTools, WebhookRequest } from '../../../src/channels/messaging/core/messaging-app.js';
import type { ReplyOutline } from '../../../src/channels/messaging/core/reply-outline.js';
import type { SimulatedWebhook } from '../../../src/channels/messaging/simulator/platform-simulator.js';
import { type RunningPlatform, startPlatform } from '../../../src/channels/messaging/simulator/start-platform.js';
import { simulateWecom, type WecomSimulator } from '../../../src/channels/messaging/simulator/wecom.js';
import { wecom } from '../../../src/channels/messaging/wecom/settings.js';
import { createGuardedFetch } from '../../../src/encoding/guarded-fetch.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';

messagingAppContract(wecom, () => simulateWecom());

const TO = { user: 'zhangsan', message: '4561255354251345929' };
const HELLO = { msgtype: 'text', text: { content: 'hello' } };

let platform: RunningPlatform | undefined;
afterEach(async () => {
  await platform?.close();
  platform = undefined;
});

function openAt(url: string, now: () => number = Date.now, simulator: WecomSimulator = simulateWecom()): MessagingApp {
  const fetch = createGuardedFetch({ allowLoopback: true });
  const app = wecom.open(simulator.environment(url), { fetch, now, randomId: () => 'id' });
  if (app === undefined) throw new Error('wecom is off');
  return app;
}

async function connect(simulator: WecomSimulator, now?: () => number) {
  platform = await startPlatform(simulator);
  return { app: openAt(platform.url, now, simulator), platform };
}

function request(method: 'GET' | 'POST', query: Record<string, string>, body = ''): WebhookRequest {
  return { method, query, header: () => undefined, body: Buffer.from(body) };
}

/** An application to which WeCom's API always says the same. */
function answering(answer: object): MessagingApp | undefined {
  const bytes = Buffer.from(
    JSON.stringify({ access_token: 'token', expires_in: 7200, errmsg: 'as WeCom says', ...answer }),
  );
  const fetch = async (url: string) => ({ status: 200, headers: {}, url, bytes });
  return wecom.open(simulateWecom().environment('http://127.0.0.1:9'), { fetch, now: Date.now, randomId: () => 'id' });
}

function outline(changes: Partial<ReplyOutline> = {}): ReplyOutline {
  const cards = [1, 2, 3, 4].map((position) => ({
    title: `${position}. 茶歇裙`,
    lines: ['¥199', '雪纺'],
    price: '¥199',
    link: `https://shop.example/${position}`,
    picture: `https://shop.example/${position}.jpg`,
    buttons: [
      { title: '找相似', action: { verb: 'similar', garmentId: `g${position}` } },
      { title: '搭一身', action: { verb: 'outfit', garmentId: `g${position}` } },
    ],
  })) as ReplyOutline['cards'];
  return {
    locale: 'zh-CN',
    text: '为你找到 4 件。',
    cards,
    rest: '',
    suggestions: [{ title: '便宜一点', action: { verb: 'say', text: '便宜一点' } }],
    heading: '接下来想看点什么？',
    choices: '选一个',
    ...changes,
  };
}

const codeOf = ({
  verb,
  garmentId,
  text,
}: {
  verb: string;
  garmentId?: string | undefined;
  text?: string | undefined;
}) => `${verb}:${garmentId ?? text ?? ''}`;

/** Codes as the service writes them. */
const shortCodeOf: RenderTools['codeOf'] = ({ verb, garmentId, text }) =>
  `${{ similar: 's', outfit: 'o', open: 'p', like: 'l', dislike: 'd', say: 't' }[verb]}:${garmentId ?? text}`;

describe('the published examples of WeCom', () => {
  it('answer the question whether the address is ours', () => {
    const { acknowledgement } = openAt('http://127.0.0.1:9', () => 1_409_659_589_000).receive(
      request('GET', {
        msg_signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
        timestamp: '1409659589',
        nonce: '263014780',
        echostr: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
      }),
    );
    expect(acknowledgement?.body).toBe('1616140317555161061');
  });

  it('are heard as what a member wrote', () => {
    const sealed =
      'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==';
    const query = {
      msg_signature: '477715d11cdb4164915debcba66cb864d751f3e6',
      timestamp: '1409659813',
      nonce: '1372623149',
    };
    const body = `<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt><AgentID><![CDATA[218]]></AgentID></xml>`;
    const { messages } = openAt('http://127.0.0.1:9', () => 1_409_659_900_000).receive(request('POST', query, body));
    expect(messages).toMatchObject([{ id: '4561255354251345929', user: 'mycreate', text: 'hello' }]);
  });
});

describe('what a member of WeCom does', () => {
  it('in a card comes back with the key of its button, the same press once', () => {
    const simulator = simulateWecom();
    const app = openAt('http://127.0.0.1:9', Date.now, simulator);
    const press = (id: number) => {
      const [webhook] = simulator.webhooks({ kind: 'press', code: 's:g1', title: '' }, { id });
      const { path, body = '' } = webhook as SimulatedWebhook;
      const query = Object.fromEntries(new URL(path, 'http://here').searchParams);
      return app.receive(request('POST', query, body)).messages[0];
    };
    expect(press(1)).toMatchObject({ button: 's:g1', user: 'zhangsan' });
    expect(press(1)?.id).not.toBe(press(2)?.id);
  });
});

describe('an answer in WeCom', () => {
  it('is one message of words, one of garments with their pictures, and one card of buttons', async () => {
    const { app, platform } = await connect(simulateWecom());
    const parts = app.render(outline(), { codeOf });
    for (const { call } of parts) expect(await app.send(call, TO)).toEqual({ kind: 'sent' });
    expect(parts.map(({ call }) => call.msgtype)).toEqual(['text', 'news', 'template_card']);
    expect(platform.broken).toEqual([]);
    const [words, garments] = platform.shown;
    expect(words?.text).toContain('为你找到 4 件。');
    expect(words?.text).toContain('4. 茶歇裙\n¥199 · 雪纺');
    expect(garments?.pictures).toHaveLength(4);
    expect(garments?.text).toContain('4. 茶歇裙 · ¥199');
  });

  it.each([1, 2])('shows %i garments large, each with all its words', (count) => {
    const parts = openAt('http://127.0.0.1:9').render(outline({ cards: outline().cards.slice(0, count) }), { codeOf });
    const articles = parts.flatMap(({ call }) => (call.news === undefined ? [] : [call.news]));
    expect(articles).toHaveLength(count);
    expect(articles[0]).toMatchObject({ articles: [{ title: '1. 茶歇裙', description: '¥199\n雪纺' }] });
    expect(parts.length).toBeLessThanOrEqual(4);
  });

  it('has every button of few garments on the card', () => {
    const cards = outline().cards.slice(0, 2);
    const last = openAt('http://127.0.0.1:9').render(outline({ cards }), { codeOf }).at(-1)?.call;
    const { button_list: keys } = (last?.template_card ?? {}) as { button_list?: { text: string; key: string }[] };
    expect(keys?.map(({ text, key }) => [text, key])).toEqual([
      ['找相似 1', 'similar:g1'],
      ['搭一身 1', 'outfit:g1'],
      ['找相似 2', 'similar:g2'],
      ['搭一身 2', 'outfit:g2'],
      ['便宜一点', 'say:便宜一点'],
    ]);
  });

  it('lets one of many garments be selected for the buttons, and says what has no button', async () => {
    const { app, platform } = await connect(simulateWecom());
    const suggestions = ['一', '二', '三', '四', '五', '六'].map(
      (text) => ({ title: text, action: { verb: 'say', text } }) as const,
    );
    const card = app.render(outline({ suggestions }), { codeOf: shortCodeOf }).at(-1)?.call ?? {};
    expect(await app.send(card, TO)).toEqual({ kind: 'sent' });
    expect(platform.broken).toEqual([]);
    const [shown] = platform.shown;
    expect(shown?.text).toBe('接下来想看点什么？\n五 · 六');
    expect(shown?.buttons.map(({ title }) => title)).toEqual([
      '找相似 · 1. 茶歇裙',
      '找相似 · 2. 茶歇裙',
      '找相似 · 3. 茶歇裙',
      '找相似 · 4. 茶歇裙',
      '搭一身 · 1. 茶歇裙',
      '搭一身 · 2. 茶歇裙',
      '搭一身 · 3. 茶歇裙',
      '搭一身 · 4. 茶歇裙',
      '一',
      '二',
      '三',
      '四',
    ]);
  });

  it('hears a button about the garment that is selected', async () => {
    const simulator = simulateWecom();
    const { app, platform } = await connect(simulator);
    const suggestions = [1, 2, 3].map((at) => ({ title: `${at}`, action: { verb: 'say', text: `${at}` } }) as const);
    await app.send(app.render(outline({ suggestions }), { codeOf: shortCodeOf }).at(-1)?.call ?? {}, TO);
    const heard = (title: string) => {
      const code = platform.shown[0]?.buttons.find((button) => button.title === title)?.code ?? '';
      const [webhook] = simulator.webhooks({ kind: 'press', code, title }, { id: 1 });
      const { path, body = '' } = webhook as SimulatedWebhook;
      const query = Object.fromEntries(new URL(path, 'http://here').searchParams);
      return app.receive(request('POST', query, body)).messages[0];
    };
    expect(heard('搭一身 · 3. 茶歇裙')?.button).toBe('o:g3');
    expect(heard('找相似 · 1. 茶歇裙')?.button).toBe('s:g1');
    expect(heard('2')?.button).toBe('t:2');
    // The same card at the same second, and yet another wish.
    expect(heard('搭一身 · 3. 茶歇裙')?.id).not.toBe(heard('搭一身 · 2. 茶歇裙')?.id);
  });

  it('shortens a title and not its price', () => {
    const cards = outline().cards.map((card) => ({ ...card, title: `${card.title}${'长'.repeat(60)}` }));
    const [, list] = openAt('http://127.0.0.1:9').render(outline({ cards }), { codeOf });
    const { articles } = (list?.call.news ?? {}) as { articles?: { title: string }[] };
    expect(articles).toHaveLength(4);
    for (const { title } of articles ?? []) {
      expect(title).toMatch(/… · ¥199$/);
      expect(Buffer.byteLength(title)).toBeLessThanOrEqual(128);
    }
  });

  it('says where garments lead when the news are refused', () => {
    const [, list] = openAt('http://127.0.0.1:9').render(outline(), { codeOf });
    expect(JSON.stringify(list?.otherwise)).toContain('https://shop.example/4');
  });

  it('has no two buttons that do the same, which WeCom refuses', () => {
    const again = { title: '再便宜点', action: { verb: 'say', text: '便宜一点' } } as const;
    const parts = openAt('http://127.0.0.1:9').render(
      outline({ cards: [], suggestions: [...outline().suggestions, again] }),
      { codeOf },
    );
    expect(parts.at(-1)?.call).toMatchObject({ template_card: { button_list: [{ key: 'say:便宜一点' }] } });
  });

  it('shows a card once, also where it is sent again because no answer came', async () => {
    const { app, platform } = await connect(simulateWecom());
    const card = app.render(outline({ cards: [] }), { codeOf }).at(-1)?.call ?? {};
    expect(await app.send(card, TO)).toEqual({ kind: 'sent' });
    expect(await app.send(card, TO)).toEqual({ kind: 'sent' });
    expect(platform.shown.length).toBe(1);
    await app.send(card, { ...TO, message: 'another' });
    expect(platform.shown.length).toBe(2);
  });

  it('has no link that a feed wrote', () => {
    const feed = '<a href="https://evil.example">x</a>';
    const parts = openAt('http://127.0.0.1:9').render(outline({ text: feed, rest: feed, cards: [] }), { codeOf });
    expect(JSON.stringify(parts)).not.toContain('<a');
  });

  it('waits where a member was sent thirty messages in a minute: WeCom drops more without a word', async () => {
    let at = Date.now();
    const { app, platform } = await connect(simulateWecom(), () => at);
    for (let count = 0; count < 30; count++) expect(await app.send(HELLO, TO)).toEqual({ kind: 'sent' });
    at += 20_000;
    expect(await app.send(HELLO, TO)).toMatchObject({ kind: 'later', afterMs: 40_000 });
    expect(await app.send(HELLO, { ...TO, user: 'lisi' })).toMatchObject({ kind: 'refused' });
    at += 40_000;
    expect(await app.send(HELLO, TO)).toEqual({ kind: 'sent' });
    expect(platform.shown.length).toBe(31);
  });
});

describe('a limit of calls', () => {
  it('counts each key by itself, over any stretch of its length', () => {
    let at = 0;
    const limit = createCallLimit({ calls: 2, periodMs: 100, now: () => at });
    expect([limit.take('a'), limit.take('b')]).toEqual([0, 0]);
    at = 60;
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 40]);
    at = 100;
    expect([limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 60, 0]);
  });
});

describe('the access token of WeCom', () => {
  it('is borrowed again where WeCom knows it no longer, and the call is made once more', async () => {
    const simulator = simulateWecom();
    const { app, platform } = await connect(simulator);
    await app.send(HELLO, TO);
    simulator.expireTokens();
    expect(await app.send(HELLO, TO)).toEqual({ kind: 'sent' });
    const borrowed = platform.calls.filter(({ path }) => path.startsWith('/cgi-bin/gettoken')).length;
    expect([borrowed, platform.shown.length]).toEqual([2, 2]);
  });
});

describe('what WeCom says to a call', () => {
  it.each([-1, 45009, 45033, 60020, 40014, 42001])('%i is "not now"', async (errcode) => {
    const [token, api] = [{ errcode: 0 }, { errcode }];
    let calls = 0;
    const fetch = async (url: string) => {
      const answer = url.includes('gettoken') ? { access_token: `token-${calls++}`, expires_in: 7200, ...token } : api;
      return { status: 200, headers: {}, url, bytes: Buffer.from(JSON.stringify(answer)) };
    };
    const environment = simulateWecom().environment('http://127.0.0.1:9');
    const app = wecom.open(environment, { fetch, now: Date.now, randomId: () => 'id' });
    expect(await app?.send(HELLO, TO)).toMatchObject({ kind: 'later', why: expect.stringContaining(String(errcode)) });
  });

  it.each([
    [{ errcode: 81013 }, 'visible'],
    [{ errcode: 40058 }, 'as WeCom says'],
    [{ errcode: 0, invaliduser: 'zhangsan' }, 'visible'],
    [{ errcode: 0, unlicenseduser: 'zhangsan' }, 'licence'],
  ])('%j is "never", in words that a merchant understands', async (answer, why) => {
    expect(await answering(answer)?.send(HELLO, TO)).toEqual({ kind: 'refused', why: expect.stringContaining(why) });
  });

  it('that is no answer of WeCom is tried again', async () => {
    const fetch = async (url: string) => ({
      status: 200,
      headers: {},
      url,
      bytes: Buffer.from(url.includes('gettoken') ? '{"access_token":"t","expires_in":7200}' : '<html>log in</html>'),
    });
    const environment = simulateWecom().environment('http://127.0.0.1:9');
    const app = wecom.open(environment, { fetch, now: Date.now, randomId: () => 'id' });
    expect(await app?.send(HELLO, TO)).toMatchObject({ kind: 'later' });
  });
});
