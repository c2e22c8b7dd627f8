import { describe, expect, it } from 'vitest';
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

describe('Messenger', () => {
  it('gets its token at its own host alone', async () => {
    const network = recordingFetch(() => ({ body: '{}' }));
    const app = open(network);
    await app.send({ text: '连衣裙' }, { person: '1' });
    await app.file({ url: 'https://scontent.example/photo.jpg' }, {});
    const [sent, fetched] = network.left.map(({ headers }) => JSON.stringify(headers));
    expect(sent).toContain('Bearer');
    expect(fetched).not.toContain('Bearer');
  });

  it.each([
    [613, 'later'],
    [4, 'later'],
    [1200, 'later'],
    [2, 'later'],
    [190, 'later'],
    [10, 'refused'],
    [551, 'refused'],
  ])('says %i, which means %s', async (code, kind) => {
    const body = JSON.stringify({ error: { code, message: 'why', error_subcode: 2018278 } });
    const app = open(recordingFetch(() => ({ status: 400, body })));
    expect(await app.send({ text: 'x' }, { person: '1' })).toMatchObject({ kind });
  });
});
