import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  JsonObject,
  MessagingApp,
  Part,
  WebhookRequest,
} from '../../../src/channels/messaging/core/messaging-app.js';
import type { CardOutline, ReplyOutline } from '../../../src/channels/messaging/core/reply-outline.js';
import { createPassiveReplies } from '../../../src/channels/messaging/core/wechat/passive-replies.js';
import { readXml } from '../../../src/channels/messaging/core/wechat/read-xml.js';
import { openSealed } from '../../../src/channels/messaging/core/wechat/sealed-text.js';
import type { SimulatedWebhook } from '../../../src/channels/messaging/simulator/platform-simulator.js';
import { type RunningPlatform, startPlatform } from '../../../src/channels/messaging/simulator/start-platform.js';
import { simulateWechat, type WechatSimulator } from '../../../src/channels/messaging/simulator/wechat.js';
import { wechat } from '../../../src/channels/messaging/wechat/settings.js';
import { createGuardedFetch } from '../../../src/encoding/guarded-fetch.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';
import { samplePhoto } from '../../support/sample-photo.js';

messagingAppContract(wechat, () => simulateWechat());

const TO = { user: 'oIDrpjqASyTPnxRmpS9O_ruZGsfk', account: 'gh_680bdefc8c5d', message: '1', calls: 5 };

let platform: RunningPlatform | undefined;
afterEach(async () => {
  await platform?.close();
  platform = undefined;
});

async function connect(simulator: WechatSimulator): Promise<{ app: MessagingApp; platform: RunningPlatform }> {
  platform = await startPlatform(simulator);
  return { app: openAt(simulator, platform.url), platform };
}

function openAt(simulator: WechatSimulator, url = 'http://127.0.0.1:9'): MessagingApp {
  const fetch = createGuardedFetch({ allowLoopback: true });
  const app = wechat.open(simulator.environment(url), { fetch, now: Date.now, randomId: () => 'id' });
  if (app === undefined) throw new Error('wechat is off');
  return app;
}

function requestOf({ method, path, body = '' }: SimulatedWebhook): WebhookRequest {
  const query = Object.fromEntries(new URL(path, 'http://here').searchParams);
  return { method, query, header: () => undefined, body: Buffer.from(body) };
}

function card(position: number, changes: Partial<CardOutline> = {}): CardOutline {
  return {
    title: `${position}. 茶歇裙`,
    lines: ['¥199'],
    link: `https://shop.example/${position}`,
    picture: `https://shop.example/${position}.jpg`,
    buttons: [
      { title: '找相似', action: { verb: 'similar', garmentId: `g${position}` } },
      { title: '搭一身', action: { verb: 'outfit', garmentId: `g${position}` } },
      { title: '查看', link: `https://shop.example/${position}` },
    ],
    ...changes,
  };
}

function outline(changes: Partial<ReplyOutline> = {}): ReplyOutline {
  return {
    locale: 'zh-CN',
    text: '为你找到 8 件。',
    cards: [1, 2, 3, 4, 5].map((position) => card(position)),
    rest: '6. 茶歇裙 ¥209\n7. 茶歇裙 ¥219\n8. 茶歇裙 ¥229',
    suggestions: [{ title: '便宜一点', action: { verb: 'say', text: '便宜一点' } }],
    heading: '接下来想看点什么？',
    choices: '选一个',
    ...changes,
  };
}

const codeOf = (action: { verb: string; garmentId?: string | undefined }) => `${action.verb}:${action.garmentId ?? ''}`;

async function deliver(app: MessagingApp, parts: readonly Part[]) {
  const deliveries = [];
  for (const { call } of parts) deliveries.push(await app.send(call, TO));
  return deliveries;
}

describe.each([true, false])('a WeChat account whose messages are sealed: %s', (sealed) => {
  const simulator = simulateWechat({ sealed });
  const app = openAt(simulator);

  it('is told "success" at once', () => {
    const [webhook] = simulator.webhooks({ kind: 'text', text: '红裙子' });
    const { acknowledgement, messages } = app.receive(requestOf(webhook as SimulatedWebhook));
    expect(acknowledgement?.body).toBe('success');
    expect(messages).toMatchObject([{ text: '红裙子', user: TO.user, conversation: TO.user }]);
  });

  it.each(['unsigned', 'tampered', 'wrong-secret', 'stale'] as const)('is refused a request that is %s', (flaw) => {
    const [webhook] = simulator.webhooks({ kind: 'text', text: 'x' }, { flaw });
    expect(() => app.receive(requestOf(webhook as SimulatedWebhook))).toThrow(
      expect.objectContaining({ code: 'unauthorised' }),
    );
  });

  it('shows that the address is ours', () => {
    const challenge = simulator.challenge?.();
    const { acknowledgement, messages } = app.receive(requestOf(challenge?.webhook as SimulatedWebhook));
    expect([challenge?.expected(acknowledgement?.body ?? ''), messages]).toEqual([true, []]);
  });
});

describe('a WeChat account', () => {
  const simulator = simulateWechat();
  const plain = simulateWechat({ sealed: false });

  it('with a key takes no message that is not sealed, whoever signed it', () => {
    const [webhook] = plain.webhooks({ kind: 'text', text: 'x' });
    expect(() => openAt(simulator).receive(requestOf(webhook as SimulatedWebhook))).toThrow('not sealed');
  });

  it('without a key says which setting a sealed message needs', () => {
    const [webhook] = simulator.webhooks({ kind: 'text', text: 'x' });
    expect(() => openAt(plain).receive(requestOf(webhook as SimulatedWebhook))).toThrow('YIDA_WECHAT_AES_KEY');
  });
});

describe('what WeChat hands on', () => {
  const simulator = simulateWechat({ sealed: false });
  const app = openAt(simulator);

  /** A message with the fields given, signed in the plain mode. */
  function messages(fields: string) {
    const [webhook] = simulator.webhooks({ kind: 'unknown' });
    const envelope =
      '<ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[oA]]></FromUserName><CreateTime>1348831860</CreateTime>';
    return app.receive(requestOf({ ...(webhook as SimulatedWebhook), body: `<xml>${envelope}${fields}</xml>` }))
      .messages;
  }

  it('as speech that it recognised is words', () => {
    const voice = '<MsgType><![CDATA[voice]]></MsgType><MediaId><![CDATA[m]]></MediaId><MsgId>1</MsgId>';
    expect(messages(`${voice}<Recognition><![CDATA[红色连衣裙]]></Recognition>`)).toMatchObject([
      { text: '红色连衣裙' },
    ]);
    expect(messages(`${voice}<Recognition><![CDATA[]]></Recognition>`)).toMatchObject([{ unsupported: ['voice'] }]);
  });

  it.each([
    ['video', 'video'],
    ['shortvideo', 'video'],
    ['location', 'location'],
    ['file', 'file'],
  ])('as %s is told as what it is', (type, unsupported) => {
    expect(messages(`<MsgType><![CDATA[${type}]]></MsgType><MsgId>1</MsgId>`)).toMatchObject([
      { unsupported: [unsupported] },
    ]);
  });

  it('as a page is asked for by its title', () => {
    const link = '<MsgType><![CDATA[link]]></MsgType><Title><![CDATA[黑色西装外套]]></Title><MsgId>1</MsgId>';
    expect(messages(link)).toMatchObject([{ text: '黑色西装外套' }]);
  });

  it('as a press in the menu is what its key says, once', () => {
    const event = (name: string, key: string) =>
      `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${name}]]></Event><EventKey><![CDATA[${key}]]></EventKey>`;
    expect(messages(event('CLICK', '新款外套'))).toMatchObject([
      { id: 'oA:1348831860:CLICK:新款外套', text: '新款外套' },
    ]);
    expect(messages(event('subscribe', 'qrscene_1'))).toMatchObject([{ joined: true }]);
    for (const name of ['unsubscribe', 'VIEW', 'SCAN', 'TEMPLATESENDJOBFINISH'])
      expect(messages(event(name, 'x'))).toEqual([]);
  });

  it('without a sender is refused in one sentence', () => {
    const [webhook] = simulator.webhooks({ kind: 'unknown' });
    const request = requestOf({ ...(webhook as SimulatedWebhook), body: '<xml><MsgType>text</MsgType></xml>' });
    expect(() => app.receive(request)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });
});

describe('photos in WeChat', () => {
  it.each(['verified', 'unverified'] as const)('reach a %s account', async (right) => {
    const simulator = simulateWechat({ right });
    const { app } = await connect(simulator);
    const bytes = await samplePhoto();
    const [webhook] = simulator.webhooks({ kind: 'photo', bytes });
    const [message] = app.receive(requestOf(webhook as SimulatedWebhook)).messages;
    expect([...(await app.file(message?.photos?.[0] as JsonObject, TO))]).toEqual([...bytes]);
  });

  it('are asked for by https at the hosts that have it', async () => {
    const asked: string[] = [];
    const app = wechat.open(simulateWechat().environment('http://127.0.0.1:9'), {
      fetch: async (url) => {
        asked.push(url);
        throw new Error('no network in this test');
      },
      now: Date.now,
      randomId: () => 'id',
    });
    await expect(app?.file({ url: 'http://mmbiz.qpic.cn/mmbiz_jpg/x/0' }, TO)).rejects.toThrow();
    await expect(app?.file({ url: 'http://elsewhere.example/qpic.cn/0' }, TO)).rejects.toThrow();
    expect(asked).toEqual(['https://mmbiz.qpic.cn/mmbiz_jpg/x/0', 'http://elsewhere.example/qpic.cn/0']);
  });
});

describe('an answer in WeChat', () => {
  it('keeps to the five messages that follow a message, and names every garment', async () => {
    const simulator = simulateWechat({ counted: true });
    const { app, platform } = await connect(simulator);
    simulator.webhooks({ kind: 'text', text: '连衣裙' });
    const deliveries = await deliver(app, app.render(outline(), { codeOf, to: TO }));
    expect(deliveries.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'sent'));
    expect(platform.broken).toEqual([]);
    const seen = platform.shown.map(({ text }) => text).join('\n');
    for (const position of [1, 2, 3, 4, 5, 6, 7, 8]) expect(seen).toMatch(new RegExp(`^${position}\\. `, 'm'));
    expect(platform.shown.flatMap(({ pictures }) => pictures).length).toBe(3);
    expect(platform.shown.at(-1)?.buttons.at(-1)).toEqual({ title: '便宜一点', code: 'say:' });
  });

  it('keeps to the three that follow an event, and a notice to one', async () => {
    const simulator = simulateWechat({ counted: true });
    const { app, platform } = await connect(simulator);
    const [webhook] = simulator.webhooks({ kind: 'join' });
    const [message] = app.receive(requestOf(webhook as SimulatedWebhook)).messages;
    const parts = app.render(outline(), { codeOf, to: message?.to ?? {} });
    expect((await deliver(app, parts)).every(({ kind }) => kind === 'sent')).toBe(true);
    const seen = platform.shown.map(({ text }) => text).join('\n');
    for (const position of [1, 2, 3, 4, 5, 6, 7, 8]) expect(seen).toMatch(new RegExp(`^${position}\\. `, 'm'));
    expect(app.render(outline({ cards: [card(1)], rest: '' }), { codeOf }).length).toBe(1);
  });

  it('is one message where it is short: words with their menu', () => {
    const parts = openAt(simulateWechat()).render(outline({ cards: [], rest: '' }), { codeOf, to: TO });
    expect(parts.map(({ call }) => call.msgtype)).toEqual(['msgmenu']);
  });

  it('is read where an account has no menus', async () => {
    const { app, platform } = await connect(simulateWechat({ right: 'test' }));
    const [part] = app.render(outline({ cards: [], rest: '' }), { codeOf, to: TO });
    expect(await app.send(part?.call ?? {}, TO)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('40200'),
    });
    for (const call of part?.otherwise ?? []) expect(await app.send(call, TO)).toEqual({ kind: 'sent' });
    expect(platform.shown.map(({ text }) => text)).toEqual(['为你找到 8 件。\n便宜一点']);
  });

  it('says garments without page and picture, and outfits show their board', () => {
    const bare = card(1, { buttons: [] });
    const { link: _link, picture: _picture, ...words } = bare;
    const { link: _none, ...board } = card(2, { buttons: [] });
    const parts = openAt(simulateWechat()).render(outline({ cards: [words, board], suggestions: [], rest: '' }), {
      codeOf,
      to: TO,
    });
    expect(parts.map(({ call }) => call)).toMatchObject([
      { text: { content: '为你找到 8 件。' } },
      { news: { articles: [{ url: 'https://shop.example/2.jpg', picurl: 'https://shop.example/2.jpg' }] } },
      { text: { content: '1. 茶歇裙\n¥199' } },
    ]);
  });

  it('has no link that a feed wrote', () => {
    const feed = '<a href="weixin://bizmsgmenu?msgmenucontent=hi&msgmenuid=1">x</a>';
    const parts = openAt(simulateWechat()).render(
      outline({
        text: feed,
        rest: feed,
        cards: [card(1, { title: feed })],
        suggestions: [{ title: feed, action: { verb: 'say' } }],
      }),
      { codeOf, to: TO },
    );
    const texts = parts
      .flatMap(({ call, otherwise = [] }) => [call, ...otherwise])
      .filter(({ msgtype }) => msgtype !== 'news');
    expect(texts.length).toBeGreaterThan(2);
    expect(JSON.stringify(texts)).not.toContain('<a');
  });
});

describe('a WeChat account that may not write later', () => {
  const tools = { fetch: createGuardedFetch({ allowLoopback: true }), now: Date.now, randomId: () => 'id' };
  const passive = (simulator: WechatSimulator, url = 'http://127.0.0.1:9') =>
    wechat.open({ ...simulator.environment(url), YIDA_WECHAT_REPLY: 'passive' }, tools) as MessagingApp;

  it.each([true, false])('answers in the response to the message, sealed as it came: %s', async (sealed) => {
    const simulator = simulateWechat({ sealed, right: 'unverified' });
    const app = passive(simulator);
    const [webhook] = simulator.webhooks({ kind: 'text', text: '红裙子' });
    const { held, messages } = app.receive(requestOf(webhook as SimulatedWebhook));
    const to = messages[0]?.to ?? {};
    const [part, ...more] = app.render(outline({ text: '<你好>]]> 👗\u0000' }), { codeOf, to });
    expect(more).toEqual([]);
    expect(await app.send(part?.call ?? {}, to)).toEqual({ kind: 'sent' });
    const response = await held;
    expect(response?.type).toBe('application/xml');
    const outer = readXml(response?.body ?? '');
    const seal = { aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiver: 'wx5823bf96d3bd56c7' };
    const reply = sealed ? readXml(openSealed(outer.Encrypt ?? '', seal)) : outer;
    expect(reply).toMatchObject({ ToUserName: TO.user, FromUserName: TO.account, MsgType: 'text' });
    const content = reply.Content ?? '';
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
    for (const words of ['<你好>]]> 👗', '1. 茶歇裙', '8. 茶歇裙', '便宜一点']) expect(content).toContain(words);
    if (sealed) {
      const signed = ['QDG6eK', outer.TimeStamp ?? '', outer.Nonce ?? '', outer.Encrypt ?? ''].sort().join('');
      expect(outer.MsgSignature).toBe(createHash('sha1').update(signed).digest('hex'));
    }
  });

  it('keeps what may be said next where an answer is longer than one message', () => {
    const app = passive(simulateWechat());
    const [part] = app.render(outline({ text: '长'.repeat(3000) }), { codeOf });
    const { content } = (part?.call.text ?? { content: '' }) as { content: string };
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
    expect(content).toMatch(/…\n\n接下来想看点什么？\n便宜一点$/);
  });

  it('is told "success" where there is nothing to answer, and its credentials are checked all the same', async () => {
    const simulator = simulateWechat({ right: 'unverified' });
    const { platform } = await connect(simulator);
    const app = passive(simulator, platform.url);
    const [webhook] = simulator.webhooks({ kind: 'unknown' });
    const received = app.receive(requestOf(webhook as SimulatedWebhook));
    expect([received.held, received.acknowledgement?.body]).toEqual([undefined, 'success']);
    expect(await app.check()).toMatchObject({ ok: true });
  });
});

describe('answers in the response', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('that are ready after a delivery ended wait for the next one of the same message', async () => {
    const replies = createPassiveReplies();
    const first = replies.hold('m');
    await vi.advanceTimersByTimeAsync(4_600);
    expect(replies.give('m', 'late')).toBe(false);
    const second = replies.hold('m');
    expect(replies.give('m', 'late')).toBe(true);
    expect(await second).toBe('late');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await first).toBe(undefined);
  });

  it('are given once, and again where WeChat asks again for a response that it did not get', async () => {
    const replies = createPassiveReplies();
    const held = replies.hold('m');
    expect([replies.give('m', 'here'), replies.give('m', 'again'), replies.give('other', 'x')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([await held, await replies.hold('m')]).toEqual(['here', 'here']);
  });

  it('that never come leave the last delivery with its "success" in time', async () => {
    const replies = createPassiveReplies();
    const ended: number[] = [];
    const began = Date.now();
    for (let delivery = 1; delivery <= 3; delivery++) {
      void replies.hold('m').then(() => ended.push(Date.now() - began));
      await vi.advanceTimersByTimeAsync(5_000);
    }
    // WeChat hung up on the first two after five seconds each.
    expect(ended).toEqual([8_000, 13_000, 14_500]);
  });
});

describe('the access token of WeChat', () => {
  const hello = { msgtype: 'text', text: { content: 'hello' } };
  const borrowed = ({ calls }: RunningPlatform) =>
    calls.filter(({ path }) => path.startsWith('/cgi-bin/stable_token')).length;

  it('is borrowed once for all calls', async () => {
    const { app, platform } = await connect(simulateWechat());
    await Promise.all([app.send(hello, TO), app.send(hello, TO), app.send(hello, TO)]);
    expect([borrowed(platform), platform.shown.length]).toEqual([1, 3]);
  });

  it('is borrowed again where WeChat knows it no longer, and the call is made once more', async () => {
    const simulator = simulateWechat();
    const { app, platform } = await connect(simulator);
    await app.send(hello, TO);
    simulator.expireTokens();
    expect(await app.send(hello, TO)).toEqual({ kind: 'sent' });
    expect([borrowed(platform), platform.shown.length]).toEqual([2, 2]);
  });

  it('that is refused lets the answer wait, and the doctor say why', async () => {
    const simulator = simulateWechat();
    const { platform } = await connect(simulator);
    const environment = { ...simulator.environment(platform.url), YIDA_WECHAT_APP_SECRET: 'f'.repeat(32) };
    const tools = { fetch: createGuardedFetch({ allowLoopback: true }), now: Date.now, randomId: () => 'id' };
    const app = wechat.open(environment, tools);
    await expect(app?.send(hello, TO)).rejects.toMatchObject({
      delivery: { kind: 'later', why: expect.stringContaining('40125') },
    });
    expect(await app?.check()).toEqual({ ok: false, why: expect.stringContaining('40125') });
  });
});

describe('what WeChat says to a call', () => {
  const hello = { msgtype: 'text', text: { content: 'hello' } };
  const answering = (errcode: number) => {
    const body = { errcode, errmsg: 'as WeChat says', access_token: 'token', expires_in: 7200 };
    const answer = (url: string) => ({ status: 200, headers: {}, url, bytes: Buffer.from(JSON.stringify(body)) });
    const tools = { fetch: async (url: string) => answer(url), now: Date.now, randomId: () => 'id' };
    return wechat.open(simulateWechat().environment('http://127.0.0.1:9'), tools);
  };

  it.each([-1, 45009, 45011])('%i is "not now"', async (errcode) => {
    expect(await answering(errcode)?.send(hello, TO)).toMatchObject({ kind: 'later' });
  });

  it.each([
    [45015, '48 hours'],
    [45047, 'more messages'],
    [48001, 'verified'],
    [45002, 'as WeChat says'],
  ])('%i is "never", in words that a merchant understands', async (errcode, why) => {
    expect(await answering(errcode)?.send(hello, TO)).toEqual({ kind: 'refused', why: expect.stringContaining(why) });
  });

  it('lets a notice after a full answer wait for the next one, and loses no time over an answer', async () => {
    const delivery = await answering(45047)?.send(hello, { ...TO, notice: true });
    expect(delivery).toMatchObject({ kind: 'later', why: expect.stringContaining('more messages') });
    expect(delivery?.kind === 'later' && delivery.afterMs).toBeGreaterThan(60_000);
    expect(await answering(45015)?.send(hello, { ...TO, notice: true })).toMatchObject({ kind: 'refused' });
  });

  it('tells the doctor of an account that may not answer', async () => {
    const { app } = await connect(simulateWechat({ right: 'unverified' }));
    expect(await app.check()).toEqual({ ok: false, why: expect.stringContaining('verified') });
  });
});
