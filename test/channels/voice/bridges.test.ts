import { sign } from 'node:crypto';
import { XMLValidator } from 'fast-xml-parser';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChannelDeps } from '../../../src/channels/channel.js';
import { aligenie, createAligenie } from '../../../src/channels/voice/aligenie/aligenie-channel.js';
import { createDialogflow } from '../../../src/channels/voice/dialogflow/dialogflow-channel.js';
import { createDueros } from '../../../src/channels/voice/dueros/dueros-channel.js';
import { DUEROS_SIGNING } from '../../../src/channels/voice/dueros/verify-dueros.js';
import { createPlainSpeech } from '../../../src/channels/voice/plain/plain-speech-channel.js';
import { createSigningKeys } from '../../../src/channels/voice/signing-keys.js';
import { type Edge, type EdgeOptions, startEdge } from '../../support/edge-harness.js';
import { certificate } from '../../support/signed-certificates.js';

const NOW = Date.parse('2026-11-27T10:00:00Z');
const SECRET = 'a-secret-of-a-voice-platform';
const BOT = '0a1b2c3d-bot';
const CERTIFICATE = 'https://duer.bdstatic.com/saiya/flow/dueros-api.baidu.com.cer.txt';
const leaf = certificate({ name: 'dueros-api.baidu.com', hosts: ['dueros-api.baidu.com'] });

let edge: Edge | undefined;
afterEach(async () => edge?.close());

/** What a bridge is asked: opening the talk, words, or nothing that was made out. */
type Asked = { readonly opens: true } | { readonly words: string };

interface Answer {
  readonly speech: string;
  readonly ssml: string | undefined;
  readonly ends: boolean;
  readonly whole: Record<string, unknown>;
}

/** A voice platform as its requests and its reading of our answers. */
interface Platform {
  readonly name: string;
  readonly path: string;
  readonly channel: (deps: ChannelDeps) => ReturnType<typeof createPlainSpeech>;
  readonly body: (asked: Asked, id: string) => object;
  readonly headers: (body: string) => Record<string, string>;
  readonly read: (answer: Record<string, unknown>) => Answer;
}

const keys = createSigningKeys({
  ...DUEROS_SIGNING,
  now: () => NOW,
  async download() {
    return Buffer.from(leaf.pem);
  },
});

const at = <T>(value: unknown, ...path: (string | number)[]): T =>
  path.reduce<unknown>((inside, key) => (inside as Record<string | number, unknown> | undefined)?.[key], value) as T;
const plain = (ssml: string) => ssml.replace(/<[^>]+>/g, '');

const PLATFORMS: readonly Platform[] = [
  {
    name: 'DuerOS',
    path: '/voice/dueros',
    channel: (deps) => createDueros(BOT, deps, keys),
    body: (asked, id) => ({
      version: '2.0',
      session: { new: false, sessionId: 's1' },
      context: { System: { application: { applicationId: BOT }, user: { userId: 'u1' } } },
      request: {
        requestId: id,
        timestamp: String(NOW / 1000),
        ...('opens' in asked
          ? { type: 'LaunchRequest' }
          : { type: 'IntentRequest', query: { original: asked.words }, intents: [{ name: 'shopping' }] }),
      },
    }),
    headers: (body) => ({
      signaturecerturl: CERTIFICATE,
      signature: sign('RSA-SHA1', Buffer.from(body), leaf.key).toString('base64'),
    }),
    read: (whole) => {
      const ssml = at<string>(whole, 'response', 'outputSpeech', 'ssml');
      return { speech: plain(ssml), ssml, ends: at<boolean>(whole, 'response', 'shouldEndSession'), whole };
    },
  },
  {
    name: 'AliGenie',
    path: '/voice/aligenie',
    channel: (deps) => createAligenie({ skillId: '4711', secret: SECRET, file: 'abc123.txt=ours' }, deps),
    body: (asked, id) => ({
      sessionId: 's1',
      requestId: id,
      skillId: 4711,
      intentName: 'opens' in asked ? 'welcome' : 'shopping',
      utterance: 'opens' in asked ? '打开衣搭' : asked.words,
      requestData: { userOpenId: 'u1' },
    }),
    headers: () => ({ 'x-yida-secret': SECRET }),
    read: (whole) => ({
      speech: at<string>(whole, 'returnValue', 'reply'),
      ssml: undefined,
      ends: at<string>(whole, 'returnValue', 'resultType') === 'RESULT',
      whole,
    }),
  },
  {
    name: 'Dialogflow ES',
    path: '/voice/dialogflow',
    channel: (deps) => createDialogflow(SECRET, deps),
    body: (asked, id) => ({
      responseId: id,
      session: 'projects/p/agent/sessions/s1',
      queryResult: {
        queryText: 'opens' in asked ? 'hi' : asked.words,
        languageCode: 'zh-cn',
        intent: { displayName: 'opens' in asked ? 'Default Welcome Intent' : 'shopping' },
      },
    }),
    headers: () => ({ authorization: `Basic ${Buffer.from(`yida:${SECRET}`).toString('base64')}` }),
    read: (whole) => ({ speech: at<string>(whole, 'fulfillmentText'), ssml: undefined, ends: false, whole }),
  },
  {
    name: 'Dialogflow CX',
    path: '/voice/dialogflow',
    channel: (deps) => createDialogflow(SECRET, deps),
    body: (asked, id) => ({
      detectIntentResponseId: id,
      sessionInfo: { session: 'projects/p/locations/l/agents/a/sessions/s1' },
      languageCode: 'zh-cn',
      fulfillmentInfo: { tag: 'opens' in asked ? 'welcome' : 'shopping' },
      ...('opens' in asked ? {} : { transcript: asked.words }),
    }),
    headers: () => ({ authorization: `Bearer ${SECRET}` }),
    read: (whole) => {
      const messages = at<Record<string, unknown>[]>(whole, 'fulfillmentResponse', 'messages');
      return {
        speech: at<string>(messages, 0, 'text', 'text', 0),
        ssml: at<string>(messages, 1, 'outputAudioText', 'ssml'),
        ends: messages.some((message) => 'endInteraction' in message),
        whole,
      };
    },
  },
  {
    name: 'the plain endpoint',
    path: '/voice/speech',
    channel: createPlainSpeech,
    body: (asked, id) => ({
      sessionId: 's1',
      userId: 'u1',
      requestId: id,
      locale: 'zh-CN',
      ...('opens' in asked ? { command: 'launch' } : { text: asked.words }),
    }),
    headers: () => ({}),
    read: (whole) => ({
      speech: at<string>(whole, 'speech'),
      ssml: at<string>(whole, 'ssml'),
      ends: at<boolean>(whole, 'ends'),
      whole,
    }),
  },
];

async function open(platform: Platform, options: EdgeOptions = {}) {
  edge = await startEdge({ now: () => NOW, channels: (deps) => [platform.channel(deps)], ...options });
  const { url } = edge;
  let serial = 0;
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${url}${platform.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const send = (asked: Asked, id = `r${++serial}`) => {
    const body = JSON.stringify(platform.body(asked, id));
    return post(body, platform.headers(body));
  };
  const hear = async (asked: Asked, id?: string): Promise<Answer> => {
    const response = await send(asked, id);
    expect(response.status).toBe(200);
    return platform.read((await response.json()) as Record<string, unknown>);
  };
  return { post, send, hear };
}

describe.each(PLATFORMS)('$name', (platform) => {
  it('greets and asks, and takes no turn for it', async () => {
    const { hear } = await open(platform);
    const answer = await hear({ opens: true });
    expect(answer.speech).toMatch(/[?？]$/);
    expect(answer.ends).toBe(false);
    expect(edge?.turns).toEqual([]);
  });

  it('tells at most three garments with their prices, and asks what to do', async () => {
    const { hear } = await open(platform);
    const { speech, ssml } = await hear({ words: '红色连衣裙' });
    expect(edge?.turns[0]?.turn).toMatchObject({ text: '红色连衣裙', locale: 'zh-CN' });
    expect(speech).toContain('第三');
    expect(speech).not.toContain('第四');
    expect(speech).toMatch(/元/);
    expect(speech).toMatch(/[?？]$/);
    if (ssml !== undefined) expect(XMLValidator.validate(ssml)).toBe(true);
  });

  it('goes on with the rest, repeats it, and passes everything else on', async () => {
    const { hear } = await open(platform);
    await hear({ words: '红色连衣裙' });
    expect((await hear({ words: '下一个' })).speech).toContain('第四');
    expect((await hear({ words: '再说一遍' })).speech).toContain('第四');
    await hear({ words: '第二件便宜点的' });
    expect(edge?.turns.at(-1)?.turn.text).toBe('第二件便宜点的');
  });

  it('answers a request that comes twice as before', async () => {
    const { hear } = await open(platform);
    const first = await hear({ words: '红色连衣裙' }, 'same');
    const again = await hear({ words: '红色连衣裙' }, 'same');
    expect(again.speech).toBe(first.speech);
    expect(new Set(edge?.turns.map(({ activityId }) => activityId)).size).toBe(1);
  });

  it('says goodbye', async () => {
    const { hear } = await open(platform);
    await hear({ words: '红色连衣裙' });
    const answer = await hear({ words: '不用了，谢谢' });
    if (platform.name !== 'Dialogflow ES') expect(answer.ends).toBe(true);
    expect(edge?.turns.length).toBe(1);
  });

  it('apologises in words where a turn fails', async () => {
    const { hear } = await open(platform, { takeTurn: () => Promise.reject(new Error('broken')) });
    expect((await hear({ words: '红色连衣裙' })).speech).toMatch(/[?？]$/);
  });

  it('refuses what is no request of it, and anything but POST', async () => {
    const { post, send } = await open(platform);
    const signed = platform.headers('{"a":1}');
    expect((await post('{"a":1}', signed)).status).toBe(400);
    expect((await post('{', platform.headers('{'))).status).toBe(400);
    expect((await fetch(`${edge?.url}${platform.path}`)).status).toBe(405);
    expect((await send({ words: '红色连衣裙' })).status).toBe(200);
  });
});

describe.each(PLATFORMS.filter(({ name }) => name !== 'the plain endpoint'))('$name, from a stranger', (platform) => {
  it('is refused', async () => {
    const { post } = await open(platform);
    const body = JSON.stringify(platform.body({ words: '红色连衣裙' }, 'r'));
    const spoiled = Object.fromEntries(
      Object.entries(platform.headers(body)).map(([name, value]) => [name, value.replace(/.{6}$/, 'AAAAAA')]),
    );
    for (const headers of [{}, spoiled]) expect([400, 401]).toContain((await post(body, headers)).status);
    expect(edge?.turns).toEqual([]);
  });
});

describe('DuerOS', () => {
  const [platform] = PLATFORMS as readonly [Platform];

  it.each([-180, 180, 7_200])('refuses a request %d seconds off', async (seconds) => {
    const { post } = await open(platform);
    const body = JSON.stringify(platform.body({ words: '红色连衣裙' }, 'r')).replace(
      String(NOW / 1000),
      String(NOW / 1000 + seconds),
    );
    expect((await post(body, platform.headers(body))).status).toBe(400);
  });

  it.each([
    'http://duer.bdstatic.com/saiya/flow/a.txt',
    'https://duer.bdstatic.com:8443/saiya/flow/a.txt',
    'https://duer.bdstatic.com/other/a.txt',
    'https://duer.bdstatic.com.evil.example/saiya/flow/a.txt',
    'https://duer.bdstatic.com/saiya/flow/../../a.txt',
  ])('never fetches a certificate at %s', async (address) => {
    const { post } = await open(platform);
    const body = JSON.stringify(platform.body({ words: '红色连衣裙' }, 'r'));
    expect((await post(body, { ...platform.headers(body), signaturecerturl: address })).status).toBe(400);
  });

  it('refuses another skill’s request and a certificate of another host', async () => {
    const { post } = await open(platform);
    const foreign = JSON.stringify(platform.body({ words: '红色连衣裙' }, 'r')).replace(BOT, 'another-bot');
    expect((await post(foreign, platform.headers(foreign))).status).toBe(400);
    const other = certificate({ name: 'evil.example', hosts: ['evil.example'] });
    const strange = createSigningKeys({
      ...DUEROS_SIGNING,
      now: () => NOW,
      download: async () => Buffer.from(other.pem),
    });
    await edge?.close();
    const { post: postTo } = await open({ ...platform, channel: (deps) => createDueros(BOT, deps, strange) });
    const body = JSON.stringify(platform.body({ words: '红色连衣裙' }, 'r'));
    const signature = sign('RSA-SHA1', Buffer.from(body), other.key).toString('base64');
    expect((await postTo(body, { signaturecerturl: CERTIFICATE, signature })).status).toBe(400);
  });

  it('shows the garments it speaks of on a screen', async () => {
    const { hear } = await open(platform);
    const { whole } = await hear({ words: '红色连衣裙' });
    expect(at<object[]>(whole, 'response', 'card', 'list')).toHaveLength(3);
  });

  it('is silent where the session ended', async () => {
    const { post } = await open(platform);
    const body = JSON.stringify(platform.body({ opens: true }, 'r')).replace('LaunchRequest', 'SessionEndedRequest');
    const response = await post(body, platform.headers(body));
    expect(response.status).toBe(200);
    expect(JSON.stringify(await response.json())).not.toContain('outputSpeech');
  });
});

describe('AliGenie', () => {
  const platform = PLATFORMS[1] as Platform;

  it('shows the platform the file by which it sees that the address is ours', async () => {
    await open(platform);
    const response = await fetch(`${edge?.url}/aligenie/abc123.txt`);
    expect([response.status, await response.text()]).toEqual([200, 'ours']);
  });

  it('refuses another skill', async () => {
    const { post } = await open(platform);
    const body = JSON.stringify(platform.body({ words: '裙子' }, 'r')).replace('4711', '4712');
    expect((await post(body, platform.headers(body))).status).toBe(403);
  });

  it('wants a secret beside its skill', () => {
    expect(aligenie.read({ YIDA_ALIGENIE_SKILL_ID: '4711' })).toMatchObject({ kind: 'faulty' });
    expect(aligenie.read({})).toMatchObject({ kind: 'ready' });
  });
});

describe('the plain endpoint', () => {
  const platform = PLATFORMS[4] as Platform;

  it('begins a talk of its own, in the language that was spoken', async () => {
    const { post } = await open(platform);
    const response = await post(JSON.stringify({ text: 'red dress' }), {});
    const { sessionId, reply } = (await response.json()) as { sessionId: string; reply: { items: object[] } };
    expect(sessionId).not.toBe('');
    expect(reply.items.length).toBeGreaterThan(0);
  });

  it('takes a touch on a screen', async () => {
    const { post } = await open(platform);
    await post(JSON.stringify({ sessionId: 's', action: { verb: 'similar', garmentId: 'g1' } }), {});
    expect(edge?.turns[0]?.turn.action).toEqual({ verb: 'similar', garmentId: 'g1' });
  });

  it('names what is wrong in a request', async () => {
    const { post } = await open(platform);
    const response = await post(JSON.stringify({ words: 'red dress' }), {});
    expect(response.status).toBe(400);
    expect(((await response.json()) as { detail: string }).detail).toContain('words');
  });

  it('needs the key in production', async () => {
    const { post } = await open(platform, { site: { production: true, apiKey: 'the-key-of-the-shop' } });
    const body = JSON.stringify({ text: 'red dress' });
    expect((await post(body, {})).status).toBe(401);
    expect((await post(body, { authorization: 'Bearer the-key-of-the-shop' })).status).toBe(200);
  });
});
