import { describe, expect, it } from 'vitest';
import type { ChannelKind } from '../../src/channels/channel.js';
import { CHANNELS } from '../../src/channels/channel-list.js';
import { diagnose } from '../../src/channels/diagnose.js';
import { loadMessages } from '../../src/channels/rendering/message-catalogue.js';
import { unknownSettings } from '../../src/cli/unknown-settings.js';
import { settingNames } from '../../src/config.js';
import { YidaFault } from '../../src/domain/fault.js';
import { LOCALES } from '../../src/domain/locale.js';
import type { GuardedFetch } from '../../src/encoding/guarded-fetch.js';

const KIND: ChannelKind = {
  name: 'pigeon',
  setup: {
    variables: ['PIGEON_TOKEN'],
    path: '/messaging/pigeon',
    check: async ({ PIGEON_TOKEN: token }) =>
      token === 'good' ? { ok: true, who: '@pigeon' } : { ok: false, why: 'Unauthorized' },
  },
  read: ({ PIGEON_TOKEN: token }) =>
    token === 'malformed'
      ? { kind: 'faulty', faults: ['PIGEON_TOKEN: has no feathers'] }
      : { kind: 'ready', create: () => undefined },
};

const answers =
  (status: number, type: string): GuardedFetch =>
  async (url) => ({ status, headers: { 'content-type': type }, bytes: new Uint8Array(), url });

async function look(
  token: string | undefined,
  fetch: GuardedFetch,
  publicUrl: string | undefined = 'https://shop.example',
) {
  return diagnose(KIND, {
    environment: token === undefined ? {} : { PIGEON_TOKEN: token },
    publicUrl,
    tools: { fetch, now: Date.now, randomId: () => 'id' },
    inbox: { counts: async () => ({ waiting: 2, failed: 1 }) },
  });
}

const problem = answers(401, 'application/problem+json');

describe('the settings that there are', () => {
  it('are known, also those of the channels that are no must', () => {
    const known = settingNames();
    for (const name of ['YIDA_SECRET', 'YIDA_WECHAT_AES_KEY', 'YIDA_LINE_LANGUAGE', 'YIDA_UCP', 'MicrosoftAppTenantId'])
      expect(known).toContain(name);
    for (const { name, setup } of CHANNELS)
      for (const variable of setup.variables) expect(known, name).toContain(variable);
  });
});

describe('a variable that is no setting', () => {
  const known = ['YIDA_SECRET', 'YIDA_FAQ', 'YIDA_TELEGRAM_TOKEN', 'MicrosoftAppId'];
  it.each([
    ['YIDA_SECRETT', 'YIDA_SECRET'],
    ['yida_secret', 'YIDA_SECRET'],
    ['YIDA_TELEGRAM_BOT_TOKEN', 'YIDA_TELEGRAM_TOKEN'],
    ['MICROSOFTAPPID', 'MicrosoftAppId'],
    ['YIDA_FOO', undefined],
  ])('%s is taken for %s', (name, nearest) => {
    expect(unknownSettings({ [name]: '1' }, known)).toEqual([nearest === undefined ? { name } : { name, nearest }]);
  });

  it('of somebody else is no business of ours, and neither is one that is known', () => {
    expect(unknownSettings({ PATH: '/bin', SECRET: '1', YIDA_SECRET: '1' }, known)).toEqual([]);
  });
});

describe('every setting that switches a channel on', () => {
  it('is explained in both languages', async () => {
    const messages = await loadMessages('locales');
    const unexplained = CHANNELS.flatMap(({ setup }) => setup.variables).filter(
      (name) => !LOCALES.every((locale) => messages.has(locale, `setting.${name}`)),
    );
    expect(unexplained).toEqual([]);
  });
});

describe('the diagnosis of a channel', () => {
  it('says what would switch it on, and calls nobody', async () => {
    const called: GuardedFetch = () => Promise.reject(new Error('called'));
    expect(await look(undefined, called)).toMatchObject({ state: 'off', missing: ['PIGEON_TOKEN'] });
  });

  it('says what is wrong with a setting', async () => {
    expect(await look('malformed', problem)).toMatchObject({
      state: 'faulty',
      faults: ['PIGEON_TOKEN: has no feathers'],
    });
  });

  it('says whom good credentials speak for, where to point the platform, and what waits', async () => {
    expect(await look('good', problem)).toEqual({
      channel: 'pigeon',
      state: 'on',
      missing: [],
      right: ['PIGEON_TOKEN'],
      faults: [],
      address: 'https://shop.example/messaging/pigeon',
      credentials: { ok: true, who: '@pigeon' },
      reachable: { ok: true, who: '401' },
      inbox: { waiting: 2, failed: 1 },
    });
  });

  it('says what the platform says to bad credentials', async () => {
    expect((await look('stolen', problem)).credentials).toEqual({ ok: false, why: 'Unauthorized' });
  });

  it.each([
    ['another server answers', answers(404, 'text/html')],
    [
      'nobody answers',
      (() => Promise.reject(new YidaFault('photo-unreachable', 'shop.example cannot be reached'))) as GuardedFetch,
    ],
  ])('says that the address is not ours where %s', async (_what, fetch) => {
    expect((await look('good', fetch)).reachable).toMatchObject({ ok: false });
  });

  it('has no address without a public one', async () => {
    const seen = await diagnose(KIND, {
      environment: { PIGEON_TOKEN: 'good' },
      publicUrl: undefined,
      tools: { fetch: problem, now: Date.now, randomId: () => 'id' },
    });
    expect(seen).toMatchObject({ state: 'on', credentials: { ok: true } });
    expect(seen.address).toBe(undefined);
    expect(seen.reachable).toBe(undefined);
  });
});
