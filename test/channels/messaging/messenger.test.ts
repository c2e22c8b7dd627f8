import { describe, expect, it } from 'vitest';
import type { CardOutline, ReplyOutline } from '../../../src/channels/messaging/core/reply-outline.js';
import { messenger } from '../../../src/channels/messaging/messenger/settings.js';
import { hubWebhook } from '../../../src/channels/messaging/simulator/hub-webhook.js';
import { messengerEvent, simulateMessenger } from '../../../src/channels/messaging/simulator/messenger.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';
import { recordingFetch } from '../../support/recording-fetch.js';
import { webhookRequest } from '../../support/webhook-request.js';

messagingAppContract(messenger, simulateMessenger);

const NOW = 1_700_000_000_000;

function open(network = recordingFetch(() => ({ body: '{}' }))) {
  const { YIDA_MESSENGER_API: _simulated, ...environment } = simulateMessenger().environment('http://127.0.0.1:9');
  const app = messenger.open(environment, { fetch: network.fetch, now: () => NOW, randomId: () => 'id' });
  if (app === undefined) throw new Error('Messenger is off with its own environment');
  return app;
}

function heard(content: object, { at = NOW, page }: { at?: number; page?: string } = {}) {
  return open().receive(webhookRequest(hubWebhook('messenger', messengerEvent(content, at, page)))).messages;
}

describe('What Messenger hears', () => {
  it.each([
    ["the page's own words", { message: { mid: 'm1', text: 'Here are 4 pieces.', is_echo: true } }, {}],
    ['a receipt', { read: { watermark: 1 } }, {}],
    ['a message of another page', { message: { mid: 'm1', text: 'dress' } }, { page: '777777' }],
    ['a message nobody may answer any more', { message: { mid: 'm1', text: 'dress' } }, { at: NOW - 90_000_000 }],
  ])('is not %s', (_what, content, options) => {
    expect(heard(content, options)).toEqual([]);
  });

  it('is a quick reply as what it stands for, and not as its words', () => {
    const [message] = heard({ message: { mid: 'm1', text: 'Similar', quick_reply: { payload: 's:g1' } } });
    expect(message).toMatchObject({ id: 'm1', button: 's:g1' });
    expect(message).not.toHaveProperty('text');
  });

  it('is a greeting where somebody comes by a link', () => {
    expect(heard({ referral: { source: 'SHORTLINK', type: 'OPEN_THREAD' } })).toMatchObject([{ joined: true }]);
  });
});

describe('An outfit in Messenger', () => {
  const pieces = [1, 2, 3].map((at) => `• Lavender fitted-waist square-neck floral cotton dress no. ${at}  ¥229`);
  const card: CardOutline = {
    title: 'Outfit 1',
    price: 'Total ¥687',
    lines: [...pieces, 'Total ¥687', 'White grounds it'],
    picture: 'https://shop.example/board.jpg',
    buttons: [],
  };
  const outline = (cards: readonly CardOutline[]): ReplyOutline => ({
    locale: 'en',
    text: 'Here are 2 outfits.',
    cards,
    rest: '',
    suggestions: [],
    heading: 'What next?',
    choices: 'Choices',
  });
  const render = (cards: readonly CardOutline[]) => open().render(outline(cards), { codeOf: () => 'c' });

  it('is told whole in the text, for a card would cut it after its first piece', () => {
    const [words, carousel] = render([card, { ...card, title: 'Outfit 2' }]);
    for (const line of [...card.lines, 'Outfit 2']) expect(words?.call.text).toContain(line);
    expect(JSON.stringify(carousel?.call)).toContain('"title":"Outfit 1 · Total ¥687"');
    expect(JSON.stringify(carousel?.call)).not.toContain('…');
  });

  it('shows its picture whole when it is tapped', () => {
    expect(JSON.stringify(render([card])[1]?.call)).toContain(
      '"default_action":{"type":"web_url","url":"https://shop.example/board.jpg"',
    );
  });

  it('stays on its card alone where it fits', () => {
    const lines = ['• Tee  ¥59', '• Jeans  ¥99', 'Total ¥158'];
    const [words, carousel] = render([{ ...card, lines }]);
    expect(words?.call.text).toBe('Here are 2 outfits.');
    expect(JSON.stringify(carousel?.call)).toContain('Total ¥158');
  });
});

describe('Messenger', () => {
  it('speaks English to those who have not written in another language yet', () => {
    const { YIDA_MESSENGER_LANGUAGE: _given, ...environment } = simulateMessenger().environment('http://127.0.0.1:9');
    const tools = { fetch: recordingFetch(() => ({ body: '{}' })).fetch, now: () => NOW, randomId: () => 'id' };
    expect(messenger.open(environment, tools)?.language).toBe('en');
  });

  it('gets its token at its own host alone', async () => {
    const network = recordingFetch(() => ({ body: '{}' }));
    const app = open(network);
    await app.send({ text: '连衣裙' }, { person: '1' });
    await app.file({ url: 'https://scontent.example/photo.jpg' }, {});
    const [sent, fetched] = network.left.map(({ headers }) => JSON.stringify(headers));
    expect(sent).toContain('Bearer');
    expect(fetched).not.toContain('Bearer');
  });

  const said = async (code: number, subcode?: number, status = 400) => {
    const error = { code, message: 'why', ...(subcode === undefined ? {} : { error_subcode: subcode }) };
    const app = open(recordingFetch(() => ({ status, body: JSON.stringify({ error }) })));
    return app.send({ text: 'x' }, { person: '1' });
  };

  it.each([1, 2, 4, 17, 32, 341, 613, 1200, 80006])('says %i: not now', async (code) => {
    expect(await said(code)).toMatchObject({ kind: 'later', why: `${code}: why` });
  });

  it.each([
    [10, undefined],
    [200, undefined],
    [200, 2018028],
    [230, undefined],
    [368, undefined],
    [1, 99],
    [2, 2018344],
  ])('says %i/%s: the operator is needed, and the message waits', async (code, subcode) => {
    const numbers = subcode === undefined ? code : `${code}/${subcode}`;
    const why = `the account at Meta needs its operator: ${numbers}: why`;
    expect(await said(code, subcode, 403)).toEqual({ kind: 'later', why });
  });

  it.each([
    [10, 2018065],
    [10, 2018108],
    [10, 2018278],
    [100, 2018001],
    [200, 1545041],
    [551, undefined],
  ])('says %i/%s: never', async (code, subcode) => {
    expect(await said(code, subcode)).toMatchObject({ kind: 'refused' });
    expect(await said(code, subcode, 500)).toMatchObject({ kind: 'refused' });
  });

  it('names the variable of a token that is not taken', async () => {
    expect(await said(190, 463, 401)).toEqual({
      kind: 'later',
      why: 'Meta does not take YIDA_MESSENGER_TOKEN: 190/463: why',
    });
  });

  it('does not send again what was sent although the answer was an error', async () => {
    expect(await said(1, 1357046, 500)).toEqual({ kind: 'sent' });
  });
});
