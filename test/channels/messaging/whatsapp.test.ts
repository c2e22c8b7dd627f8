import { describe, expect, it, vi } from 'vitest';
import { createMessagingChannel } from '../../../src/channels/messaging/core/messaging-channel.js';
import type { CardOutline } from '../../../src/channels/messaging/core/reply-outline.js';
import { hubWebhook } from '../../../src/channels/messaging/simulator/hub-webhook.js';
import type { SimulatedWebhook } from '../../../src/channels/messaging/simulator/platform-simulator.js';
import { startPlatform } from '../../../src/channels/messaging/simulator/start-platform.js';
import { simulateWhatsapp, whatsappEvent } from '../../../src/channels/messaging/simulator/whatsapp.js';
import { whatsapp } from '../../../src/channels/messaging/whatsapp/settings.js';
import { createGuardedFetch } from '../../../src/encoding/guarded-fetch.js';
import { openDatabase } from '../../../src/storage/database.js';
import { createInboxStore } from '../../../src/storage/sqlite-inbox-store.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';
import { startEdge } from '../../support/edge-harness.js';
import { recordingFetch } from '../../support/recording-fetch.js';
import { webhookRequest } from '../../support/webhook-request.js';

messagingAppContract(whatsapp, simulateWhatsapp);

const SOON = { timeout: 8_000, interval: 10 };
const NOW = 1_700_000_000_000;

function open(network = recordingFetch(() => ({ body: '{}' }))) {
  const { YIDA_WHATSAPP_API: _simulated, ...environment } = simulateWhatsapp().environment('http://127.0.0.1:9');
  const app = whatsapp.open(environment, { fetch: network.fetch, now: () => NOW, randomId: () => 'id' });
  if (app === undefined) throw new Error('WhatsApp is off with its own environment');
  return app;
}

const said = (id: string, text: string, more: object = {}) => ({
  id,
  from: '16505551234',
  timestamp: String(NOW / 1000),
  type: 'text',
  text: { body: text },
  ...more,
});
const heard = (event: object) => open().receive(webhookRequest(hubWebhook('whatsapp', event))).messages;

describe('What WhatsApp hears', () => {
  it('is every message of a webhook, also beside one of a form it does not know', () => {
    const event = whatsappEvent({ messages: [said('a', '红色连衣裙'), { odd: true }, said('b', 'a red dress')] });
    expect(heard(event).map(({ text }) => text)).toEqual(['红色连衣裙', 'a red dress']);
  });

  it.each([
    ['a status', whatsappEvent({ statuses: [{ id: 'wamid.1', status: 'delivered' }] })],
    ['a message for another number', whatsappEvent({ messages: [said('a', 'dress')] }, '999999')],
    ['talk in a group', whatsappEvent({ messages: [said('a', 'dress', { group_id: 'g' })] })],
    [
      'a message nobody may answer any more',
      whatsappEvent({ messages: [said('a', 'x', { timestamp: '1699900000' })] }),
    ],
  ])('is not %s', (_what, event) => {
    expect(heard(event)).toEqual([]);
  });

  it('is a row of a list as what it stands for', () => {
    const interactive = { type: 'list_reply', list_reply: { id: 's:g1', title: 'Similar' } };
    const message = { ...said('a', ''), type: 'interactive', text: undefined, interactive };
    expect(heard(whatsappEvent({ messages: [message] }))).toMatchObject([{ button: 's:g1' }]);
  });
});

describe('what WhatsApp reports', () => {
  const error = (code: number) => ({ code, title: 'title', message: 'message', error_data: { details: 'details' } });
  const reported = (value: object) => open().receive(webhookRequest(hubWebhook('whatsapp', whatsappEvent(value))));

  it('is a message of ours that it could not deliver, and whether its picture was the trouble', () => {
    const statuses = [
      { id: 'wamid.1', status: 'sent' },
      { id: 'wamid.2', status: 'failed', recipient_id: '1', errors: [error(131053)] },
      { id: 'wamid.3', status: 'failed', recipient_id: '1', errors: [error(131047)] },
      { id: 'wamid.4', status: 'failed' },
    ];
    expect(reported({ statuses })).toMatchObject({
      messages: [],
      reports: [
        { message: 'wamid.2', why: '131053: message: details', isCardsFault: true },
        { message: 'wamid.3', why: '131047: message: details', isCardsFault: false },
        { message: 'wamid.4', why: 'no reason given', isCardsFault: false },
      ],
    });
  });

  it('is trouble of the account, and is nobody else’s', () => {
    expect(reported({ errors: [error(130429)] }).reports).toEqual([
      { why: '130429: message: details', isCardsFault: false },
    ]);
    const elsewhere = hubWebhook('whatsapp', whatsappEvent({ errors: [error(130429)] }, '999999'));
    expect(open().receive(webhookRequest(elsewhere)).reports).toEqual([]);
  });

  it.each([
    [131051, 'file'],
    [131052, 'unreachable-photo'],
  ])('is a shopper’s message that it cannot hand on: %i is %s', (code, unsupported) => {
    const message = { ...said('a', ''), type: 'unsupported', text: undefined, errors: [error(code)] };
    const { messages, reports } = reported({ messages: [message] });
    expect(messages).toMatchObject([{ unsupported: [unsupported] }]);
    expect(reports).toMatchObject([{ why: `${code}: message: details` }]);
  });

  it('of a card brings its words, once, also after a restart', async () => {
    const simulator = simulateWhatsapp();
    const platform = await startPlatform(simulator);
    const db = await openDatabase({ file: ':memory:' });
    const start = () =>
      startEdge({
        db,
        fetch: createGuardedFetch({ allowLoopback: true }),
        channels: (deps) => {
          const app = whatsapp.open(simulator.environment(platform.url), deps);
          if (app === undefined) throw new Error('WhatsApp is off with its own environment');
          return [createMessagingChannel({ ...app, paceMs: 1 }, deps, { albumWaitMs: 50, firstWaitMs: 30 })];
        },
      });
    let edge = await start();
    const post = ({ path, headers, body = '' }: SimulatedWebhook) =>
      fetch(`${edge.url}${path}`, { method: 'POST', headers, body });
    const shownSoon = (count: number) => vi.waitFor(() => expect(platform.shown.length).toBe(count), SOON);
    try {
      for (const webhook of simulator.webhooks({ kind: 'text', text: '红色连衣裙' })) await post(webhook);
      await vi.waitFor(async () => {
        expect(platform.shown.some(({ pictures }) => pictures.length > 0)).toBe(true);
        expect(await createInboxStore(edge.db).counts('whatsapp')).toEqual({ waiting: 0, failed: 0 });
      }, SOON);
      const before = platform.shown.length;
      const at = platform.shown.findIndex(({ pictures }) => pictures.length > 0);
      const id = (JSON.parse(platform.answers[at] ?? '{}') as Sent).messages[0];
      const failed = hubWebhook(
        'whatsapp',
        whatsappEvent({ statuses: [{ id: id?.id, status: 'failed', errors: [error(131053)] }] }),
      );
      await edge.close();
      edge = await start();
      expect((await post(failed)).status).toBe(200);
      const carousel = platform.shown[at];
      // Its words, and each of its four garments.
      await shownSoon(before + 5);
      const instead = platform.shown.slice(before);
      expect(instead.flatMap(({ pictures }) => pictures)).toEqual([]);
      expect(instead[0]?.text).toBe(carousel?.text?.split('\n')[0]);
      expect(instead.flatMap(({ buttons }) => buttons)).toEqual(carousel?.buttons);
      await post(failed);
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(platform.shown.length).toBe(before + 5);
    } finally {
      await edge.close();
      await platform.close();
      await db.destroy();
    }
  });
});

describe('what WhatsApp shows', () => {
  const card = (id: string, changes: Partial<CardOutline> = {}): CardOutline => ({
    title: `1. ${id}`,
    lines: ['¥199', 'S, M', 'red'],
    picture: `https://shop.example/${id}.jpg`,
    link: `https://shop.example/${id}`,
    buttons: [
      { title: 'Similar', action: { verb: 'similar', garmentId: id } },
      { title: 'Open', link: `https://shop.example/${id}` },
    ],
    ...changes,
  });
  const rendered = (cards: readonly CardOutline[], text = 'Here are some.') =>
    open()
      .render(
        { locale: 'en', text, cards, rest: '', suggestions: [], heading: 'What next?', choices: 'Choices' },
        { codeOf: ({ garmentId }) => `s:${garmentId}` },
      )
      .map(({ call }) => call as { type: string; interactive?: { type: string } });
  const kinds = (cards: readonly CardOutline[], text?: string) =>
    rendered(cards, text).map(({ type, interactive }) => interactive?.type ?? type);

  it('is a carousel of garments that are alike in form', () => {
    expect(rendered([card('g1'), card('g2')])).toMatchObject([
      {
        type: 'interactive',
        interactive: {
          type: 'carousel',
          body: { text: 'Here are some.' },
          action: {
            cards: [
              {
                card_index: 0,
                type: 'cta_url',
                header: { type: 'image', image: { link: 'https://shop.example/g1.jpg' } },
                body: { text: '1. g1\n¥199 · S, M · red\nhttps://shop.example/g1' },
                action: { buttons: [{ type: 'quick_reply', quick_reply: { id: 's:g1', title: 'Similar' } }] },
              },
              { card_index: 1 },
            ],
          },
        },
      },
    ]);
  });

  it.each<[string, CardOutline[], string | undefined, string[]]>([
    ['one garment', [card('g1')], undefined, ['button']],
    [
      'one without a picture',
      [card('g1'), { ...card('g2'), picture: undefined } as never],
      undefined,
      ['button', 'button'],
    ],
    [
      'outfits, which have no buttons',
      [card('g1', { buttons: [] }), card('g2', { buttons: [] })],
      undefined,
      ['image', 'image'],
    ],
    ['different buttons', [card('g1'), card('g2', { buttons: [] })], undefined, ['button', 'image']],
    ['too many words', [card('g1'), card('g2')], 'word '.repeat(300), ['text', 'button', 'button']],
  ])('is message by message with %s', (_what, cards, text, expected) => {
    expect(kinds(cards, text)).toEqual(expected);
  });

  it('begins the first of several messages with the answer’s words, where there is room for them', () => {
    const [first, second] = rendered([card('g1', { buttons: [] }), card('g2', { buttons: [] })]);
    expect(JSON.stringify(first)).toContain('Here are some.\\n\\n1. g1');
    expect(JSON.stringify(second)).not.toContain('Here are some.');
  });

  it('is pressed as what it stands for, also where it comes as a template’s button', () => {
    const press = (payload: string) => ({
      ...said('a', ''),
      type: 'button',
      text: undefined,
      button: { payload, text: 'Similar' },
    });
    expect(heard(whatsappEvent({ messages: [press('s:g1')] }))).toMatchObject([{ button: 's:g1' }]);
    expect(heard(whatsappEvent({ messages: [press('PROMO-17')] }))).toMatchObject([{ text: 'Similar' }]);
  });
});

interface Sent {
  readonly messages: readonly [{ readonly id: string }];
}

describe('what WhatsApp says to a call', () => {
  const said = async (error: object, status = 400) => {
    const app = open(recordingFetch(() => ({ status, body: JSON.stringify({ error }) })));
    return app.send({ type: 'text', text: { body: 'x' } }, { to: '1' });
  };

  it.each([1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057])('is not now: %i', async (code) => {
    expect(await said({ code, message: 'why' })).toMatchObject({ kind: 'later', why: `${code}: why` });
  });

  it.each([3, 10, 33, 200, 299, 368, 131005, 131031, 131037, 131042, 131045, 131048, 133010])(
    'is for the operator, and the message waits: %i',
    async (code) => {
      const delivery = await said({ code, message: 'why', error_data: { details: 'details' } }, 403);
      expect(delivery).toEqual({
        kind: 'later',
        why: `the account at Meta needs its operator: ${code}: why: details`,
      });
    },
  );

  it.each([0, 190])('names the variable of a token that is not taken: %i', async (code) => {
    expect(await said({ code, message: 'why' }, 401)).toEqual({
      kind: 'later',
      why: `Meta does not take YIDA_WHATSAPP_TOKEN: ${code}: why`,
    });
  });

  it.each([100, 130472, 130497, 131008, 131009, 131021, 131026, 131047, 131049, 131050, 131051, 131052, 131053])(
    'is never, whatever the status: %i',
    async (code) => {
      for (const status of [400, 403, 500])
        expect(await said({ code, message: 'why' }, status)).toEqual({ kind: 'refused', why: `${code}: why` });
    },
  );

  it('is read by its status where the code is not known', async () => {
    expect(await said({ code: 999_999 }, 400)).toMatchObject({ kind: 'refused' });
    expect(await said({ code: 999_999 }, 503)).toMatchObject({ kind: 'later' });
    expect(await said({ code: 999_999 }, 200)).toMatchObject({ kind: 'refused' });
  });
});
