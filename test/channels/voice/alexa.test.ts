import { sign } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { alexa, createAlexa } from '../../../src/channels/voice/alexa/alexa-channel.js';
import { ALEXA_SIGNING } from '../../../src/channels/voice/alexa/verify-alexa.js';
import { createSigningKeys } from '../../../src/channels/voice/signing-keys.js';
import { type Edge, type EdgeOptions, startEdge } from '../../support/edge-harness.js';
import { sampleGarment } from '../../support/sample-garments.js';
import { sampleItem, sampleReply } from '../../support/sample-reply.js';
import { certificate } from '../../support/signed-certificates.js';

const SKILL = 'amzn1.ask.skill.11112222-3333';
const CHAIN = 'https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem';
const NOW = Date.parse('2026-11-27T10:00:00Z');
const root = certificate({ name: 'Test Root', ca: true });
const middle = certificate({ name: 'Test Issuer', ca: true, issuer: root });
const leaf = certificate({ name: 'echo-api.amazon.com', hosts: ['echo-api.amazon.com'], issuer: middle });

let edge: Edge | undefined;
afterEach(async () => edge?.close());

interface Skill {
  ask(
    request: object,
    more?: { session?: object; device?: object; headers?: object; tamper?: (body: string) => string },
  ): Promise<Response>;
  readonly downloads: string[];
}

async function skill(options: EdgeOptions & { answerWithinMs?: number; chain?: string } = {}): Promise<Skill> {
  const downloads: string[] = [];
  const keys = createSigningKeys({
    ...ALEXA_SIGNING,
    now: () => NOW,
    roots: [root.pem],
    async download(address) {
      downloads.push(address);
      return Buffer.from(options.chain ?? leaf.pem + middle.pem);
    },
  });
  const { answerWithinMs = 5_000 } = options;
  edge = await startEdge({
    now: () => NOW,
    channels: (deps) => [createAlexa(SKILL, deps, { keys, answerWithinMs })],
    ...options,
  });
  const { url } = edge;
  let serial = 0;
  return {
    downloads,
    ask(request, { session, device, headers, tamper = (body: string) => body } = {}) {
      const application = { applicationId: SKILL };
      const user = { userId: 'amzn1.ask.account.A' };
      const body = JSON.stringify({
        version: '1.0',
        session: { new: false, sessionId: 'amzn1.echo-api.session.1', application, user, ...session },
        context: { System: { application, user, device: device ?? { supportedInterfaces: {} } } },
        request: { requestId: `r${++serial}`, timestamp: new Date(NOW).toISOString(), locale: 'en-US', ...request },
      });
      return fetch(`${url}/voice/alexa`, {
        method: 'POST',
        body: tamper(body),
        headers: {
          'Content-Type': 'application/json',
          SignatureCertChainUrl: CHAIN,
          'Signature-256': sign('RSA-SHA256', Buffer.from(body), leaf.key).toString('base64'),
          ...headers,
        },
      });
    },
  };
}

const says = (query: string, more: object = {}) => ({
  type: 'IntentRequest',
  intent: { name: 'ShoppingIntent', slots: { words: { name: 'words', value: query } } },
  ...more,
});
const intent = (name: string, more: object = {}) => ({ type: 'IntentRequest', intent: { name }, ...more });

interface Spoken {
  readonly response: {
    readonly outputSpeech: { readonly ssml: string };
    readonly reprompt?: { readonly outputSpeech: { readonly ssml: string } };
    readonly card?: Record<string, unknown>;
    readonly directives?: Record<string, unknown>[];
    readonly shouldEndSession: boolean;
  };
}
const heard = async (answer: Promise<Response>): Promise<Spoken['response']> => {
  const response = await answer;
  expect(response.status).toBe(200);
  return ((await response.json()) as Spoken).response;
};
const speech = async (answer: Promise<Response>) => (await heard(answer)).outputSpeech.ssml;

describe('an Alexa request that is not Amazon’s, not for this skill or not of now', () => {
  it.each<[string, object]>([
    ['without a signature', { headers: { 'Signature-256': '' } }],
    ['with the older signature alone', { headers: { 'Signature-256': '', Signature: 'AAAA' } }],
    ['without a certificate address', { headers: { SignatureCertChainUrl: '' } }],
    ['with a foreign signature', { headers: { 'Signature-256': Buffer.alloc(256).toString('base64') } }],
    ['changed on its way', { tamper: (body: string) => body.replace('red dress', 'blue dress') }],
    ['for another skill', { session: { application: { applicationId: 'amzn1.ask.skill.other' } } }],
    ['that is no JSON', { tamper: () => '{' }],
    ['that is empty', { tamper: () => '' }],
  ])('is refused: one %s', async (_what, more) => {
    const { ask } = await skill();
    const refused = await ask(says('a red dress'), more);
    expect(refused.status).toBe(400);
    expect(edge?.turns).toEqual([]);
  });

  it.each([-151, 151])('is refused %d seconds off', async (seconds) => {
    const { ask, downloads } = await skill();
    const timestamp = new Date(NOW + seconds * 1000).toISOString();
    expect((await ask(says('a red dress', { timestamp }))).status).toBe(400);
    expect((await ask(says('a red dress', { timestamp: 'yesterday' }))).status).toBe(400);
    // Nothing is fetched for a request that is refused anyway.
    expect(downloads).toEqual([]);
  });

  it.each([-149, 149])('is answered %d seconds off', async (seconds) => {
    const { ask } = await skill();
    const timestamp = new Date(NOW + seconds * 1000).toISOString();
    expect((await ask(says('a red dress', { timestamp }))).status).toBe(200);
  });

  it.each([
    'http://s3.amazonaws.com/echo.api/cert.pem',
    'https://notamazon.com/echo.api/cert.pem',
    'https://s3.amazonaws.com/EcHo.aPi/cert.pem',
    'https://s3.amazonaws.com/invalid.path/cert.pem',
    'https://s3.amazonaws.com/echo.api/../cert.pem',
    'https://s3.amazonaws.com/echo.api/%2e%2e/cert.pem',
    'https://s3.amazonaws.com:563/echo.api/cert.pem',
    'https://u:p@s3.amazonaws.com/echo.api/cert.pem',
    'https://s3.amazonaws.com.evil.example/echo.api/cert.pem',
    'no address',
  ])('never makes us fetch %s', async (address) => {
    const { ask, downloads } = await skill();
    expect((await ask(says('a red dress'), { headers: { SignatureCertChainUrl: address } })).status).toBe(400);
    expect(downloads).toEqual([]);
  });

  it.each([
    'https://s3.amazonaws.com:443/echo.api/cert.pem',
    'HTTPS://S3.AMAZONAWS.COM/echo.api/cert.pem',
    'https://s3.amazonaws.com/x/../echo.api/cert.pem',
  ])('may say where its certificate is as %s', async (address) => {
    const { ask } = await skill();
    expect((await ask(says('a red dress'), { headers: { SignatureCertChainUrl: address } })).status).toBe(200);
  });

  const other = certificate({ name: 'Other Root', ca: true });
  const issued = (wish: object) =>
    certificate({ name: 'echo-api.amazon.com', hosts: ['echo-api.amazon.com'], issuer: middle, ...wish });
  it.each<[string, () => string]>([
    ['of an unknown root', () => issued({ issuer: other }).pem + other.pem],
    ['signed by itself', () => issued({ issuer: undefined }).pem],
    ['whose issuer is missing', () => leaf.pem],
    ['of another host', () => issued({ hosts: ['echo-api.amazon.com.evil.example'] }).pem + middle.pem],
    ['with the name in its subject alone', () => issued({ hosts: undefined }).pem + middle.pem],
    ['that is over', () => issued({ to: new Date('2026-11-26') }).pem + middle.pem],
    ['that is yet to begin', () => issued({ from: new Date('2026-11-28') }).pem + middle.pem],
    [
      'by an issuer that may not issue',
      () => {
        const plain = certificate({ name: 'Plain', issuer: middle });
        return issued({ issuer: plain }).pem + plain.pem + middle.pem;
      },
    ],
    ['that is no certificate', () => '<Error>NoSuchKey</Error>'],
  ])('is refused with a certificate %s', async (_what, chain) => {
    const { ask } = await skill({ chain: chain() });
    expect((await ask(says('a red dress'))).status).toBe(400);
    expect(edge?.turns).toEqual([]);
  });

  it('is checked with a certificate fetched once', async () => {
    const { ask, downloads } = await skill();
    await Promise.all([ask(says('a red dress')), ask(says('a blue dress'))]);
    await ask(says('a coat'));
    expect(downloads).toEqual([CHAIN]);
  });

  it('has POST alone', async () => {
    await skill();
    const got = await fetch(`${edge?.url}/voice/alexa`);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a talk with Alexa', () => {
  it.each([
    ['en-GB', 'Welcome to Yida. What would you like to wear today?'],
    ['zh-CN', '欢迎来到衣搭。今天想穿点什么？'],
    ['de-DE', 'Welcome to Yida. What would you like to wear today?'],
  ])('opens in %s', async (locale, words) => {
    const { ask } = await skill();
    const opened = await heard(ask({ type: 'LaunchRequest', locale }));
    expect(opened.outputSpeech.ssml).toBe(`<speak>${words}</speak>`);
    expect(opened.reprompt?.outputSpeech.ssml).toMatch(/[?？]<\/speak>$/);
    expect(opened.shouldEndSession).toBe(false);
  });

  it('hands the words to the assistant, and tells three garments and one question', async () => {
    const { ask } = await skill();
    const found = await heard(ask(says('a red dress')));
    expect(edge?.turns).toEqual([
      {
        conversationId: 'alexa:amzn1.echo-api.session.1',
        userId: 'alexa:amzn1.ask.account.A',
        activityId: 'r1',
        turn: { text: 'a red dress', photos: [], locale: 'en' },
      },
    ]);
    expect(found.outputSpeech.ssml).toMatch(
      /^<speak>I found 4; here are the first three\. .*shall I go on\?<\/speak>$/,
    );
    expect(found.shouldEndSession).toBe(false);
    expect(found.card).toMatchObject({
      type: 'Standard',
      title: 'Yida',
      text: expect.stringContaining('1. Tea dress 1'),
    });
  });

  it.each([
    ['en-US', 'One more. The fourth, Tea dress 4, red, 349 yuan.'],
    ['zh-CN', '还有一件。第四件，茶歇裙 4 号，红色，349元。'],
  ])('goes on, repeats, and then asks the assistant for more (%s)', async (locale, words) => {
    const { ask } = await skill();
    await ask(says('a dress', { locale }));
    expect(await speech(ask(intent('AMAZON.NextIntent', { locale })))).toContain(words);
    expect(await speech(ask(intent('AMAZON.RepeatIntent', { locale })))).toContain(words);
    // What was told before is asked for under its own id, which the conversation answers as it did.
    expect(new Set(edge?.turns.map(({ activityId }) => activityId))).toEqual(new Set(['r1']));
    await ask(intent('AMAZON.NextIntent', { locale }));
    expect(edge?.turns.at(-1)?.turn.text).toBe(locale === 'zh-CN' ? '换一批' : 'show me more');
  });

  it('answers a request that comes twice as it did the first time', async () => {
    const { ask } = await skill();
    await ask(says('a dress'));
    const next = intent('AMAZON.NextIntent', { requestId: 'again' });
    const once = await speech(ask(next));
    expect(await speech(ask(next))).toBe(once);
    expect(once).toContain('The fourth');
  });

  it.each([
    ['the second one', 'the second one'],
    ['something cheaper', 'something cheaper'],
    ['第二件便宜点的', '第二件便宜点的'],
  ])('leaves “%s” to the assistant', async (said, text) => {
    const { ask } = await skill();
    await ask(says(said));
    expect(edge?.turns[0]?.turn.text).toBe(text);
  });

  it('says yes, no, back and start over in the shopper’s language', async () => {
    const { ask } = await skill();
    for (const name of ['AMAZON.YesIntent', 'AMAZON.NoIntent', 'AMAZON.PreviousIntent', 'AMAZON.StartOverIntent']) {
      await ask(intent(name));
      await ask(intent(name, { locale: 'zh-CN' }));
    }
    expect(edge?.turns.map(({ turn }) => turn.text)).toEqual([
      'yes',
      '好的',
      'no',
      '不要',
      'go back',
      '返回上一步',
      'start over',
      '重新开始',
    ]);
  });

  it.each([
    ['an intent nobody knows', intent('MysteryIntent')],
    ['what Alexa could not make out', intent('AMAZON.FallbackIntent')],
    ['an empty slot', says('  ')],
    ['a touch on nothing', { type: 'Alexa.Presentation.APL.UserEvent', arguments: ['explode', {}] }],
  ])('asks again after %s', async (_what, request) => {
    const { ask } = await skill();
    const asked = await heard(ask(request));
    expect(asked.outputSpeech.ssml).toContain('catch that');
    expect(asked.shouldEndSession).toBe(false);
    expect(edge?.turns).toEqual([]);
  });

  it.each([
    ['en-US', 'See you soon'],
    ['zh-CN', '下次再来'],
  ])('stops at once when told to, even in the middle of a list (%s)', async (locale, words) => {
    const { ask } = await skill();
    await ask(says('a dress', { locale }));
    const stopped = await heard(ask(intent('AMAZON.StopIntent', { locale })));
    expect(stopped.outputSpeech.ssml).toContain(words);
    expect([stopped.shouldEndSession, stopped.reprompt]).toEqual([true, undefined]);
  });

  it.each([
    { type: 'SessionEndedRequest', reason: 'USER_INITIATED' },
    { type: 'System.ExceptionEncountered' },
    { type: 'Something.New' },
  ])('says nothing to %j', async (request) => {
    const { ask } = await skill();
    expect(await (await ask(request)).json()).toEqual({ version: '1.0', response: {} });
  });

  it.each(['en-US', 'zh-CN'])(
    'says in time that it still looks, and tells what it found at “go on” (%s)',
    async (locale) => {
      let arrive = () => {};
      const arrival = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      const { ask } = await skill({
        answerWithinMs: 1,
        async takeTurn(request) {
          await arrival;
          return { conversationId: request.conversationId, reply: sampleReply('en'), duplicate: false };
        },
      });
      expect(await speech(ask(says('a dress', { locale })))).toMatch(/still looking|还在帮你找/);
      arrive();
      expect(await speech(ask(says(locale === 'en-US' ? 'go on' : '接着听', { locale })))).toMatch(/The first|第一件/);
    },
  );

  it('apologises where a turn fails', async () => {
    const { ask } = await skill({ takeTurn: () => Promise.reject(new Error('broken')) });
    expect(await speech(ask(says('a dress')))).toContain('Sorry');
  });
});

describe('Alexa’s screen and app', () => {
  const APL = { supportedInterfaces: { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2023.3' } } } };
  const pictured = sampleGarment({ images: ['https://cdn.example/a.jpg'] });
  const replyTo = () => sampleReply('en', { items: [sampleItem(pictured)] });

  it('shows garments where there is one, and a touch asks for similar ones', async () => {
    const { ask } = await skill({ replyTo });
    const found = await heard(ask(says('a dress'), { device: APL }));
    expect(found.directives).toMatchObject([
      {
        type: 'Alexa.Presentation.APL.RenderDocument',
        datasources: { shop: { garments: [{ garmentId: 'g1', imageSource: 'https://cdn.example/a.jpg' }] } },
      },
    ]);
    await ask({ type: 'Alexa.Presentation.APL.UserEvent', arguments: ['similar', 'g1'] }, { device: APL });
    expect(edge?.turns.at(-1)?.turn.action).toEqual({ verb: 'similar', garmentId: 'g1' });
  });

  it('sends none to a speaker, and pictures of https alone to the app', async () => {
    const { ask } = await skill({ replyTo });
    const found = await heard(ask(says('a dress')));
    expect(found.directives).toBeUndefined();
    expect(found.card?.image).toEqual({
      smallImageUrl: 'https://cdn.example/a.jpg',
      largeImageUrl: 'https://cdn.example/a.jpg',
    });
    await edge?.close();
    const plain = await skill();
    expect((await heard(plain.ask(says('a dress')))).card?.image).toBeUndefined();
  });
});

describe('the setting of the skill', () => {
  it('leaves Alexa off where there is none, and says what is wrong with a bad one', () => {
    const off = alexa.read({});
    expect(off.kind === 'ready' && off.create({} as never)).toBeUndefined();
    expect(alexa.read({ YIDA_ALEXA_SKILL_ID: 'my skill' })).toMatchObject({
      kind: 'faulty',
      faults: [expect.stringContaining('YIDA_ALEXA_SKILL_ID')],
    });
  });
});
