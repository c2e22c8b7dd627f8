import { afterEach, describe, expect, it } from 'vitest';
import { createPlainSpeech, plainSpeech } from '../../../src/channels/voice/plain/plain-speech-channel.js';
import { audioTypeOf } from '../../../src/channels/voice/speech/audio-type.js';
import { openSpeechEngines, speechSettings } from '../../../src/channels/voice/speech/speech-settings.js';
import { createGuardedFetch } from '../../../src/encoding/guarded-fetch.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';
import { type EngineRequest, type FakeEngine, startSpeechEngine } from '../../support/speech-engine.js';

const KEY = 'a-key-of-sixteen-or-more';
const OGG = Buffer.from('OggS a voice that asks for a dress');
const MP3 = Buffer.from('ID3 a voice that answers');

let edge: Edge | undefined;
const engines: FakeEngine[] = [];
afterEach(async () => {
  await edge?.close();
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
});

async function engine(...given: Parameters<typeof startSpeechEngine>): Promise<FakeEngine> {
  const started = await startSpeechEngine(...given);
  engines.push(started);
  return started;
}
const hearing = (text: string) => engine(() => ({ body: JSON.stringify({ text }) }));

async function open(environment: Record<string, string>, production = false) {
  const speech = openSpeechEngines(speechSettings.parse(environment), createGuardedFetch({ allowLoopback: true }));
  edge = await startEdge({
    speech,
    site: { production, apiKey: KEY },
    channels: (deps) => [createPlainSpeech(deps)],
  });
  const { url } = edge;
  return (body: Buffer | FormData | string, headers: Record<string, string> = {}, query = '') =>
    fetch(`${url}/voice/speech${query}`, {
      method: 'POST',
      headers,
      body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
    });
}
interface Answer {
  readonly sessionId: string;
  readonly locale: string;
  readonly heard?: string;
  readonly speech: string;
  readonly ssml: string;
  readonly audio?: { type: string; base64: string };
  readonly code?: string;
  readonly detail?: string;
}
const json = async (response: Response) => (await response.json()) as Answer;

describe('speech in', () => {
  it('is recognised by a whisper.cpp server, whichever language is spoken', async () => {
    const whisper = await hearing(' 红色连衣裙\n');
    const ask = await open({ YIDA_SPEECH_RECOGNISER_URL: `${whisper.url}/inference` });
    const answer = await json(await ask(OGG, { 'content-type': 'audio/ogg' }, '?sessionId=s1'));
    expect(answer).toMatchObject({ sessionId: 's1', heard: '红色连衣裙', ssml: expect.stringContaining('<speak>') });
    expect(edge?.turns[0]).toMatchObject({ conversationId: 'speech:s1', turn: { text: '红色连衣裙' } });
    const [asked] = whisper.requests;
    expect(asked).toMatchObject({ path: '/inference', form: { response_format: 'json', language: 'auto' } });
    expect(asked?.file).toEqual({ name: 'speech.ogg', type: 'audio/ogg', bytes: OGG });
  });

  it('is recognised by what speaks OpenAI’s protocol, with its key, model and language', async () => {
    const server = await hearing('a red dress');
    const ask = await open({
      YIDA_SPEECH_RECOGNISER_URL: `${server.url}/v1/audio/transcriptions`,
      YIDA_SPEECH_RECOGNISER_KEY: 'local-key',
      YIDA_SPEECH_RECOGNISER_MODEL: 'small',
    });
    const form = new FormData();
    form.set('audio', new Blob([OGG]), 'note');
    form.set('locale', 'en');
    form.set('sessionId', 's2');
    const answer = await json(await ask(form));
    expect(answer).toMatchObject({ sessionId: 's2', locale: 'en', heard: 'a red dress' });
    expect(server.requests[0]).toMatchObject({
      headers: { authorization: 'Bearer local-key' },
      form: { model: 'small', language: 'en', response_format: 'json' },
    });
  });

  it.each([['[BLANK_AUDIO]'], [' (music playing) '], [''], ['♪ ♪']])(
    'that holds no words is asked for again: %j',
    async (text) => {
      const whisper = await hearing(text);
      const ask = await open({ YIDA_SPEECH_RECOGNISER_URL: `${whisper.url}/inference` });
      const answer = await json(await ask(OGG, { 'content-type': 'audio/ogg' }, '?locale=en'));
      expect(answer.heard).toBe('');
      expect(answer.speech).toBe(edge?.wording.text('en', 'voice.unheard'));
      expect(edge?.turns).toEqual([]);
    },
  );

  it('may be a command, as words are', async () => {
    const whisper = await hearing('Help.');
    const ask = await open({ YIDA_SPEECH_RECOGNISER_URL: `${whisper.url}/inference` });
    const answer = await json(await ask(OGG, { 'content-type': 'audio/ogg' }, '?locale=en'));
    expect(answer.speech).toBe(edge?.wording.text('en', 'voice.help'));
  });

  it.each<[string, number, string, Buffer, () => { status?: number; body: string }]>([
    ['no sound', 415, 'speech-format', Buffer.from('%PDF-1.7'), () => ({ body: '{"text":"x"}' })],
    ['nothing', 400, 'speech-empty', Buffer.alloc(0), () => ({ body: '{"text":"x"}' })],
    ['too much', 413, 'speech-too-large', Buffer.concat([OGG, Buffer.alloc(10 * 2 ** 20)]), () => ({ body: '{}' })],
    ['sound the engine cannot read', 422, 'speech-unreadable', OGG, () => ({ status: 400, body: '{"error":"?"}' })],
    ['an engine’s error under 200', 422, 'speech-unreadable', OGG, () => ({ body: '{"error":"no WAV"}' })],
    ['an engine’s own fault', 503, 'speech-engine', OGG, () => ({ status: 500, body: '' })],
    ['an engine that is not there', 503, 'speech-engine', OGG, () => ({ status: 404, body: '' })],
  ])('that does not serve is refused in the caller’s language: %s', async (_what, status, code, sound, answer) => {
    const broken = await engine(answer);
    const ask = await open({ YIDA_SPEECH_RECOGNISER_URL: `${broken.url}/inference` });
    for (const language of ['en', 'zh-CN']) {
      const response = await ask(sound, { 'content-type': 'audio/ogg', 'accept-language': language });
      const refused = await json(response);
      expect([response.status, refused.code]).toEqual([status, code]);
      expect(/\p{Script=Han}/u.test(refused.detail ?? '')).toBe(language === 'zh-CN');
    }
    expect(edge?.turns).toEqual([]);
  });

  it('is refused where there is no recogniser, and words are heard all the same', async () => {
    const ask = await open({});
    const refused = await ask(OGG, { 'content-type': 'audio/ogg' });
    expect([refused.status, (await json(refused)).code]).toEqual([501, 'speech-unavailable']);
    const answer = await json(await ask('{"text":"a red dress"}', { 'content-type': 'application/json' }));
    expect([answer.heard, edge?.turns.length]).toEqual([undefined, 1]);
  });

  it('waits in turn, and is refused where too many wait', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await engine(async () => {
      await held;
      return { body: '{"text":"red dress"}' };
    });
    const ask = await open({ YIDA_SPEECH_RECOGNISER_URL: `${slow.url}/inference` });
    const asked = Array.from({ length: 24 }, () => ask(OGG, { 'content-type': 'audio/ogg' }));
    expect((await Promise.race(asked)).status).toBe(429);
    expect(slow.requests.length).toBeLessThanOrEqual(2);
    release();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });

  it('needs the key in production, before anything is read', async () => {
    const whisper = await hearing('red dress');
    const ask = await open({ YIDA_SPEECH_RECOGNISER_URL: `${whisper.url}/inference` }, true);
    expect((await ask(OGG, { 'content-type': 'audio/ogg' })).status).toBe(401);
    expect(whisper.requests).toEqual([]);
    const response = await ask(OGG, { 'content-type': 'audio/ogg', authorization: `Bearer ${KEY}` });
    expect(response.status).toBe(200);
  });

  it.each([
    ['a field nobody knows', 'audio/ogg', '?colour=red', 400],
    ['a form that is none', 'multipart/form-data; boundary=x', '', 400],
    ['a kind of body nobody speaks', 'text/plain', '', 415],
  ])('is refused with %s', async (_what, type, query, status) => {
    const whisper = await hearing('red dress');
    const ask = await open({ YIDA_SPEECH_RECOGNISER_URL: `${whisper.url}/inference` });
    expect((await ask(OGG, { 'content-type': type }, query)).status).toBe(status);
  });
});

describe('speech out', () => {
  const speaking = () => engine(() => ({ body: MP3 }));
  const settings = ({ url }: FakeEngine) => ({
    YIDA_SPEECH_SYNTHESISER_URL: `${url}/v1/audio/speech`,
    YIDA_SPEECH_VOICE_ZH: 'xiaobei',
    YIDA_SPEECH_VOICE_EN: 'emma',
  });
  const asJson = { 'content-type': 'application/json' };

  it.each([
    ['zh-CN', '红色连衣裙', 'xiaobei'],
    ['en', 'a red dress', 'emma'],
  ])('comes with the words where it is asked for, in the voice of %s', async (locale, text, voice) => {
    const server = await speaking();
    const ask = await open(settings(server));
    const answer = await json(await ask(JSON.stringify({ locale, text, speak: true }), asJson));
    expect(answer.audio).toEqual({ type: 'audio/mpeg', base64: MP3.toString('base64') });
    expect((server.requests[0] as EngineRequest).json).toMatchObject({ voice, input: answer.speech, model: 'tts-1' });
  });

  it('is the whole answer where sound is accepted: speech in, speech out', async () => {
    const [whisper, server] = [await hearing('a red dress'), await speaking()];
    const ask = await open({ ...settings(server), YIDA_SPEECH_RECOGNISER_URL: `${whisper.url}/inference` });
    const response = await ask(OGG, { 'content-type': 'audio/ogg', accept: 'audio/*' }, '?sessionId=t%20alk');
    expect(response.headers.get('content-type')).toBe('audio/mpeg');
    expect(response.headers.get('x-yida-session')).toBe('t%20alk');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(MP3);
  });

  it('is not made unless it is asked for', async () => {
    const server = await speaking();
    const ask = await open(settings(server));
    expect((await json(await ask('{"text":"red dress"}', asJson))).audio).toBeUndefined();
    expect(server.requests).toEqual([]);
  });

  it('is refused where nothing speaks, or what speaks gives no sound', async () => {
    const none = await (await open({}))('{"text":"red dress","speak":true}', asJson);
    expect([none.status, (await json(none)).code]).toEqual([501, 'speech-unavailable']);
    await edge?.close();
    const mute = await engine(() => ({ body: '<html>' }));
    const silent = await (await open(settings(mute)))('{"text":"red dress","speak":true}', asJson);
    expect([silent.status, (await json(silent)).code]).toEqual([503, 'speech-engine']);
  });
});

describe('where engines may be', () => {
  it.each([
    ['http://127.0.0.1:8080/inference', true],
    ['http://localhost:8080/inference', true],
    ['http://[::1]:8080/inference', true],
    ['https://speech.example/v1/audio/transcriptions', true],
    ['http://speech.example/inference', false],
    ['http://192.168.1.5/inference', false],
    ['http://127.0.0.1.evil.example/inference', false],
    ['ftp://127.0.0.1/x', false],
  ])('%s: %s', (address, good) => {
    expect(speechSettings.safeParse({ YIDA_SPEECH_RECOGNISER_URL: address }).success).toBe(good);
  });

  it('is tried by the doctor', async () => {
    const [whisper, broken] = [await hearing(''), await engine(() => ({ status: 500, body: '' }))];
    const { engines: tried } = plainSpeech.setup;
    expect(await tried?.({})).toBeUndefined();
    const good = `${whisper.url}/inference`;
    expect(await tried?.({ YIDA_SPEECH_RECOGNISER_URL: good })).toEqual({ ok: true, who: good });
    expect(audioTypeOf(whisper.requests[0]?.file?.bytes ?? Buffer.alloc(0))).toBe('wav');
    await expect(tried?.({ YIDA_SPEECH_SYNTHESISER_URL: `${broken.url}/v1/audio/speech` })).rejects.toThrow();
  });
});

describe('what a recording is', () => {
  it.each<[string | undefined, number[] | string]>([
    ['wav', 'RIFF\0\0\0\0WAVEfmt '],
    ['ogg', 'OggS\0'],
    ['flac', 'fLaC\0'],
    ['amr', '#!AMR\n'],
    ['amr', '#!AMR-WB\n'],
    ['mp3', 'ID3\x04'],
    ['mp3', [0xff, 0xfb, 0x90, 0x64]],
    ['aac', [0xff, 0xf1, 0x50, 0x80]],
    ['aac', [0xff, 0xf9, 0x50, 0x80]],
    ['m4a', '\0\0\0\x20ftypM4A '],
    ['webm', [0x1a, 0x45, 0xdf, 0xa3]],
    [undefined, [0xff, 0xd8, 0xff, 0xe0]],
    [undefined, 'RIFF\0\0\0\0WEBPVP8 '],
    [undefined, ''],
  ])('%s by its first bytes', (type, given) => {
    const bytes = typeof given === 'string' ? Buffer.from(given, 'latin1') : Buffer.from(given);
    expect(audioTypeOf(bytes)).toBe(type);
  });
});
