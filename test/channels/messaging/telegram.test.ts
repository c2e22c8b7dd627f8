import { afterEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/channels/diagnose.js';
import { type RunningPlatform, startPlatform } from '../../../src/channels/messaging/simulator/start-platform.js';
import { simulateTelegram } from '../../../src/channels/messaging/simulator/telegram.js';
import { telegram } from '../../../src/channels/messaging/telegram/settings.js';
import { whatsapp } from '../../../src/channels/messaging/whatsapp/settings.js';
import { registerWebhook } from '../../../src/channels/register-webhook.js';
import { createGuardedFetch, type GuardedFetch } from '../../../src/encoding/guarded-fetch.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';

messagingAppContract(telegram, simulateTelegram);

describe('the webhook of Telegram', () => {
  let platform: RunningPlatform | undefined;
  afterEach(() => platform?.close());

  const ours: GuardedFetch = async (url) => ({
    status: 401,
    headers: { 'content-type': 'application/problem+json' },
    bytes: new Uint8Array(),
    url,
  });

  async function surroundings(publicUrl: string | undefined = 'https://shop.example') {
    const simulator = simulateTelegram();
    platform = await startPlatform(simulator);
    const reach = createGuardedFetch({ allowLoopback: true });
    const { url } = platform;
    const fetch: GuardedFetch = (address, request) => (address.startsWith(url) ? reach : ours)(address, request);
    const tools = { fetch, now: Date.now, randomId: () => 'id' };
    return { environment: simulator.environment(url), publicUrl, tools };
  }
  const told = () => platform?.calls.filter(({ path }) => path.endsWith('/setWebhook')) ?? [];

  it('is registered on request, with its secret and the kinds of updates that are read', async () => {
    const given = await surroundings();
    expect(await registerWebhook(telegram, given)).toEqual({
      ok: true,
      who: 'https://shop.example/messaging/telegram',
    });
    expect(told().map(({ body }) => JSON.parse(body.toString('utf8')))).toEqual([
      {
        url: 'https://shop.example/messaging/telegram',
        secret_token: given.environment.YIDA_TELEGRAM_SECRET,
        allowed_updates: ['message', 'callback_query'],
      },
    ]);
    expect((await diagnose(telegram, given)).registered).toMatchObject({ ok: true });
  });

  it('is looked at by the doctor, which registers nothing of itself', async () => {
    const given = await surroundings();
    expect((await diagnose(telegram, given)).registered).toEqual({ ok: false, why: '–' });
    expect(told()).toEqual([]);
  });

  it.each([
    ['no public address', undefined, {}, 'no-address'],
    ['an address that is not https', 'http://shop.example', {}, 'no-address'],
    ['no token', 'https://shop.example', { YIDA_TELEGRAM_TOKEN: undefined }, 'off'],
    ['a token that is malformed', 'https://shop.example', { YIDA_TELEGRAM_TOKEN: 'x' }, 'off'],
    ['a token that is not taken', 'https://shop.example', { YIDA_TELEGRAM_TOKEN: `1:${'a'.repeat(35)}` }, 'refused'],
  ])('is not registered with %s', async (_what, publicUrl, changed, kind) => {
    const given = await surroundings(publicUrl);
    const environment = { ...given.environment, ...changed };
    const asked = { ...given, publicUrl, environment };
    expect(await registerWebhook(telegram, asked)).toMatchObject({ ok: false, kind });
  });

  it('of another app is for its console', async () => {
    const given = await surroundings();
    const environment = {
      YIDA_WHATSAPP_TOKEN: 'EAAG0000000000000000',
      YIDA_WHATSAPP_PHONE_ID: '106540352242922',
      YIDA_WHATSAPP_APP_SECRET: 'a'.repeat(32),
      YIDA_WHATSAPP_VERIFY_TOKEN: 'a-verify-token-of-ours',
    };
    expect(await registerWebhook(whatsapp, { ...given, environment })).toMatchObject({ ok: false, kind: 'by-hand' });
  });
});
