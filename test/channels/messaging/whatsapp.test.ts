import { describe, expect, it } from 'vitest';
import { hubWebhook } from '../../../src/channels/messaging/simulator/hub-webhook.js';
import { simulateWhatsapp, whatsappEvent } from '../../../src/channels/messaging/simulator/whatsapp.js';
import { whatsapp } from '../../../src/channels/messaging/whatsapp/settings.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';
import { recordingFetch } from '../../support/recording-fetch.js';
import { webhookRequest } from '../../support/webhook-request.js';

messagingAppContract(whatsapp, simulateWhatsapp);

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

describe("WhatsApp's refusals", () => {
  it.each([
    [131047, 'refused'],
    [131056, 'later'],
    [130429, 'later'],
    [80007, 'later'],
    [4, 'later'],
    [190, 'later'],
  ])('%i means %s', async (code, kind) => {
    const body = JSON.stringify({ error: { code, message: 'why' } });
    const app = open(recordingFetch(() => ({ status: 400, body })));
    expect(await app.send({ type: 'text', text: { body: 'x' } }, { to: '1' })).toMatchObject({ kind });
  });
});
