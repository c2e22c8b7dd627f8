import { describe, expect, it } from 'vitest';
import type { IncomingMessage, JsonObject, MessagingApp } from '../../../src/channels/messaging/core/messaging-app.js';
import { deliveryOfFailure } from '../../../src/channels/messaging/core/platform-call.js';
import type { CardOutline } from '../../../src/channels/messaging/core/reply-outline.js';
import { feishu } from '../../../src/channels/messaging/feishu/settings.js';
import { feishuEvent, feishuWebhook, simulateFeishu } from '../../../src/channels/messaging/simulator/feishu.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';
import { recordingFetch } from '../../support/recording-fetch.js';
import { webhookRequest } from '../../support/webhook-request.js';

messagingAppContract(feishu, simulateFeishu);

const NOW = 1_700_000_000_000;
const LENT = JSON.stringify({ code: 0, tenant_access_token: 't-1', expire: 7200 });
const PERSON = { open_id: 'ou_1', union_id: 'on_1', user_id: 'u1' };

function openFeishu(network = recordingFetch(() => ({ body: '{"code":0}' })), changes = {}): MessagingApp {
  const { YIDA_FEISHU_API: _simulated, ...environment } = simulateFeishu().environment('http://127.0.0.1:9');
  const tools = { fetch: network.fetch, now: () => NOW, randomId: () => 'id' };
  const app = feishu.open({ ...environment, ...changes }, tools);
  if (app === undefined) throw new Error('Feishu is off with its own environment');
  return app;
}

function heard(type: string, event: object, changes = {}): readonly IncomingMessage[] {
  const webhook = feishuWebhook(feishuEvent(type, event, 'e1'), NOW);
  return openFeishu(undefined, changes).receive(webhookRequest(webhook)).messages;
}

function message(type: string, content: object, changes: object = {}): object {
  const base = { message_id: 'om_1', chat_id: 'oc_1', chat_type: 'p2p', message_type: type };
  const sender = { sender_id: PERSON, sender_type: 'user' };
  return { sender, message: { ...base, content: JSON.stringify(content), ...changes } };
}

const RECEIVED = 'im.message.receive_v1';
const BOT = { key: '@_user_1', id: { open_id: 'ou_bot' }, name: '衣搭' };
const OTHER = { key: '@_user_12', id: { open_id: 'ou_2' }, name: '小林' };

describe('What Feishu brings', () => {
  it('is refused where it is not sealed', () => {
    const webhook = feishuWebhook(feishuEvent(RECEIVED, message('text', { text: 'x' }), 'e1'), NOW);
    const plain = { ...webhook, headers: {}, body: JSON.stringify({ type: 'url_verification', challenge: 'x' }) };
    expect(() => openFeishu().receive(webhookRequest(plain))).toThrow(/not encrypted/);
  });

  it('is refused where it carries the token of another app', () => {
    const asked = { type: 'url_verification', challenge: 'x', token: 'of-another-app' };
    expect(() => openFeishu().receive(webhookRequest(feishuWebhook(asked, NOW)))).toThrow(/Verification Token/);
  });

  it('may ask unsigned, but sealed, whether the address is ours', () => {
    const asked = feishuWebhook(
      { type: 'url_verification', challenge: 'c1', token: 'simulated-verification-token' },
      NOW,
    );
    const unsigned = webhookRequest({ ...asked, headers: {} });
    expect(openFeishu().receive(unsigned).acknowledgement?.body).toBe('{"challenge":"c1"}');
  });

  it('is acknowledged with an object, as cards expect', () => {
    const webhook = feishuWebhook(feishuEvent('card.action.trigger', {}, 'e1'), NOW);
    expect(openFeishu().receive(webhookRequest(webhook)).acknowledgement).toEqual({
      type: 'application/json',
      body: '{}',
    });
  });

  it('is words without those who are mentioned, in a group answered at the message', () => {
    const event = message(
      'text',
      { text: '@_user_1 和 @_user_12 想要红裙子' },
      { chat_type: 'group', mentions: [BOT, OTHER] },
    );
    expect(heard(RECEIVED, event)).toMatchObject([
      { conversation: 'oc_1:ou_1', text: '和   想要红裙子', to: { chat: 'oc_1', replyTo: 'om_1' } },
    ]);
  });

  it('in a group is for the assistant where its own name is mentioned, once that is known', () => {
    const toOther = message('text', { text: '@_user_12 晚上好' }, { chat_type: 'group', mentions: [OTHER] });
    expect(heard(RECEIVED, toOther, { YIDA_FEISHU_BOT_NAME: '衣搭' })).toEqual([]);
    const toBot = message('text', { text: '@_user_1 红裙子' }, { chat_type: 'group', mentions: [BOT] });
    expect(heard(RECEIVED, toBot, { YIDA_FEISHU_BOT_NAME: '衣搭' })).toMatchObject([{ text: '红裙子' }]);
  });

  it('is the words and pictures of a rich text', () => {
    const post = {
      title: '同款',
      content: [
        [
          { tag: 'text', text: '找 ' },
          { tag: 'a', text: '这条', href: 'https://shop.example' },
        ],
        [
          { tag: 'img', image_key: 'img_1' },
          { tag: 'img', image_key: 'img_2' },
        ],
      ],
    };
    expect(heard(RECEIVED, message('post', post))).toMatchObject([
      {
        text: '同款\n找 这条',
        photos: [
          { message: 'om_1', key: 'img_1' },
          { message: 'om_1', key: 'img_2' },
        ],
      },
    ]);
  });

  it.each([
    ['media', 'video'],
    ['file', 'file'],
    ['share_user', 'file'],
  ])('of the kind %s is said to be a %s', (type, unsupported) => {
    expect(heard(RECEIVED, message(type, { file_key: 'f' }))).toMatchObject([{ unsupported: [unsupported] }]);
  });

  it('is nothing where another bot speaks', () => {
    const event = { ...message('text', { text: 'dress' }), sender: { sender_id: PERSON, sender_type: 'app' } };
    expect(heard(RECEIVED, event)).toEqual([]);
  });

  it('is a greeting at the first visit alone', () => {
    const entered = 'im.chat.access_event.bot_p2p_chat_entered_v1';
    const visit = { chat_id: 'oc_1', operator_id: PERSON };
    expect(heard(entered, visit)).toMatchObject([{ joined: true, locale: 'zh-CN' }]);
    expect(heard(entered, { ...visit, last_message_id: 'om_0' })).toEqual([]);
  });

  it('is greeted in English at Lark', () => {
    const lark = { YIDA_FEISHU_API: 'https://open.larksuite.com' };
    const added = { chat_id: 'oc_1', operator_id: PERSON };
    expect(heard('im.chat.member.bot.added_v1', added, lark)).toMatchObject([{ joined: true, locale: 'en' }]);
  });
});

describe('An answer in Feishu', () => {
  const card = (position: number, verb: 'similar' | undefined = 'similar'): CardOutline => ({
    title: `${position}. 连衣裙`,
    lines: ['¥199'],
    picture: `https://shop.example/${position}.jpg`,
    buttons: verb === undefined ? [] : [{ title: '找相似', action: { verb, garmentId: `g${position}` } }],
  });
  const render = (cards: readonly CardOutline[], text = '找到这些。') =>
    openFeishu()
      .render(
        {
          locale: 'zh-CN',
          text,
          cards,
          rest: '6. 半裙',
          suggestions: [{ title: '便宜一点', action: { verb: 'say', text: '便宜一点' } }],
          heading: '接下来？',
          choices: '选一个',
        },
        { codeOf: () => 'code' },
      )
      .map(({ call }) => call.elements as readonly JsonObject[]);

  it('is one card, of many garments with a picture beside the words of each', () => {
    const cards = render([1, 2, 3, 4, 5].map((position) => card(position)));
    expect(cards).toHaveLength(1);
    expect(cards[0]?.map(({ tag }) => tag)).toEqual([
      'div',
      ...Array.from({ length: 5 }, () => ['hr', 'div', 'action']).flat(),
      ...['hr', 'div', 'action'],
    ]);
    expect(cards[0]?.filter(({ extra }) => extra !== undefined)).toHaveLength(5);
  });

  it('shows two garments and outfits large', () => {
    const outfits = [1, 2, 3].map((position) => ({ ...card(position), buttons: [] }));
    for (const few of [[card(1), card(2)], outfits]) {
      const [elements] = render(few);
      expect(elements?.filter(({ tag }) => tag === 'img')).toHaveLength(few.length);
    }
  });

  it('goes into several cards where it is long', () => {
    const cards = render([card(1)], Array.from({ length: 40 }, (_, at) => `第 ${at} 句${'长'.repeat(300)}`).join('\n'));
    expect(cards.length).toBeGreaterThan(1);
    for (let at = 0; at < 40; at++) expect(JSON.stringify(cards)).toContain(`第 ${at} 句`);
  });
});

describe('Calls to Feishu', () => {
  const CALL: JsonObject = { elements: [{ tag: 'div' }], part: 0 };
  const TO = { chat: 'oc_1', message: 'om_1' };
  const answering = (answer: object, headers: Record<string, string> = {}, status = 400) =>
    recordingFetch(({ url }) =>
      url.endsWith('/internal') ? { body: LENT } : { status, headers, body: JSON.stringify(answer) },
    );

  it.each([
    [99991400, { kind: 'later', afterMs: 3_000 }],
    [230020, { kind: 'later' }],
    [99991663, { kind: 'later' }],
    [230002, { kind: 'refused', why: expect.stringContaining('not in this group') }],
    [230006, { kind: 'refused', why: expect.stringContaining('bot ability') }],
  ])('answered with code %i', async (code, delivery) => {
    const headers: Record<string, string> = code === 99991400 ? { 'x-ogw-ratelimit-reset': '3' } : {};
    expect(await openFeishu(answering({ code, msg: 'no' }, headers)).send(CALL, TO)).toMatchObject(delivery);
  });

  it('wait where the credentials are wrong, and say so', async () => {
    const network = recordingFetch(() => ({ body: '{"code":10014,"msg":"app secret invalid"}' }));
    const delivery = await openFeishu(network).send(CALL, TO).catch(deliveryOfFailure);
    expect(delivery).toEqual({ kind: 'later', why: 'no access token: code 10014: app secret invalid' });
    expect(await openFeishu(network).check()).toMatchObject({ ok: false, why: expect.stringContaining('10014') });
  });

  it('borrow a token anew where it is no longer taken', async () => {
    let calls = 0;
    const network = recordingFetch(({ url }) => {
      if (url.endsWith('/internal')) return { body: LENT };
      return { body: JSON.stringify({ code: calls++ === 0 ? 99991663 : 0 }) };
    });
    expect(await openFeishu(network).send(CALL, TO)).toEqual({ kind: 'sent' });
    expect(network.left.filter(({ url }) => url.endsWith('/internal')).length).toBe(2);
  });

  it('have the same uuid when they are made again, and another for each part and message', async () => {
    const network = answering({ code: 0 }, {}, 200);
    const app = openFeishu(network);
    await app.send(CALL, TO);
    await app.send(CALL, TO);
    await app.send({ ...CALL, part: 1 }, TO);
    await app.send(CALL, { ...TO, message: 'om_2' });
    const uuids = network.left.slice(1).map(({ body }) => (JSON.parse(body) as { uuid: string }).uuid);
    expect(uuids[1]).toBe(uuids[0]);
    expect(new Set(uuids).size).toBe(3);
    expect(uuids.every((uuid) => uuid.length <= 50)).toBe(true);
  });

  it('go to the group where the message that they answer was withdrawn', async () => {
    const network = recordingFetch(({ url }) => {
      if (url.endsWith('/internal')) return { body: LENT };
      return url.endsWith('/reply') ? { status: 400, body: '{"code":230011}' } : { body: '{"code":0}' };
    });
    expect(await openFeishu(network).send(CALL, { ...TO, replyTo: 'om_1' })).toEqual({ kind: 'sent' });
    expect(network.left.at(-1)?.url).toContain('receive_id_type=chat_id');
  });

  it('hand a picture in once, and do without one that cannot be had', async () => {
    const network = recordingFetch(({ url }) => {
      if (url.endsWith('/internal')) return { body: LENT };
      if (url.includes('gone')) return { status: 404 };
      return { body: url.endsWith('/images') ? '{"code":0,"data":{"image_key":"img_1"}}' : '{"code":0}' };
    });
    const app = openFeishu(network);
    const words = { tag: 'div', text: { tag: 'plain_text', content: 'dress' } };
    const picture = (name: string) => ({ tag: 'img', address: `https://shop.example/${name}.jpg`, alt: words.text });
    const shown = { ...CALL, elements: [picture('1'), words] };
    await app.send(shown, TO);
    await app.send({ ...shown, part: 1 }, TO);
    await app.send({ ...CALL, elements: [picture('gone'), { ...words, extra: picture('gone') }] }, TO);
    await app.send({ ...CALL, elements: [{ ...words, extra: picture('1') }] }, TO);
    expect(network.left.filter(({ url }) => url.endsWith('/images')).length).toBe(1);
    const cards = network.left.filter(({ url }) => url.includes('/messages')).map(({ body }) => body.includes('img_1'));
    expect(cards).toEqual([true, true, false, true]);
    const toShop = network.left.filter(({ url }) => url.startsWith('https://shop.example'));
    expect(toShop.every(({ headers }) => headers.Authorization === undefined)).toBe(true);
  });

  it('wait where a picture is not taken now', async () => {
    const network = recordingFetch(({ url }) => {
      if (url.endsWith('/internal')) return { body: LENT };
      return url.endsWith('/images') ? { status: 503 } : { body: '{"code":0}' };
    });
    const shown = { ...CALL, elements: [{ tag: 'img', address: 'https://shop.example/1.jpg' }] };
    const delivery = await openFeishu(network).send(shown, TO).catch(deliveryOfFailure);
    expect(delivery).toMatchObject({ kind: 'later' });
  });
});
