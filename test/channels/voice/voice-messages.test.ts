import { afterEach, describe, expect, it } from 'vitest';
import { createBotFramework } from '../../../src/channels/bot-framework/bot-framework-channel.js';
import { botFrameworkSettings } from '../../../src/channels/bot-framework/settings.js';
import type { Channel, ChannelDeps } from '../../../src/channels/channel.js';
import { createDirectLine } from '../../../src/channels/direct-line/direct-line-channel.js';
import { openSpeechEngines, speechSettings } from '../../../src/channels/voice/speech/speech-settings.js';
import { createGuardedFetch } from '../../../src/encoding/guarded-fetch.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';
import { type FakeEngine, startSpeechEngine } from '../../support/speech-engine.js';

const OGG = Buffer.from('OggS a voice that asks for a dress');
const ADDRESS = 'https://cdn.example/note.ogg';
const INLINE = `data:audio/ogg;codecs=opus;base64,${OGG.toString('base64')}`;

interface Message {
  readonly text?: string;
  readonly value?: object;
  readonly attachments?: readonly { contentType: string; contentUrl: string }[];
}
type Send = (edge: Edge, message: Message, file?: Buffer) => Promise<void>;

const sendByBotFramework: Send = async (edge, message) => {
  const body = {
    type: 'message',
    id: 'a1',
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1:1/',
    from: { id: 'u1' },
    recipient: { id: 'bot' },
    conversation: { id: 'c1' },
    ...message,
  };
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${edge.url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status).toBe(200);
};

const sendByDirectLine: Send = async (edge, message, file) => {
  const root = `${edge.url}/v3/directline`;
  const { token, conversationId } = await (await fetch(`${root}/tokens/generate`, { method: 'POST' })).json();
  const authorization = `Bearer ${token}`;
  await fetch(`${root}/conversations`, { method: 'POST', headers: { authorization } });
  const activity = JSON.stringify({ type: 'message', from: { id: 'u1' }, ...message });
  const at = `${root}/conversations/${conversationId}`;
  const form = new FormData();
  form.set('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
  if (file !== undefined) form.set('file', new Blob([new Uint8Array(file)], { type: 'audio/ogg' }), 'note.ogg');
  const { id } = await (
    await (file === undefined
      ? fetch(`${at}/activities`, { method: 'POST', headers: { authorization }, body: activity })
      : fetch(`${at}/upload`, { method: 'POST', headers: { authorization }, body: form }))
  ).json();
  await expect
    .poll(async () => {
      const { activities } = await (await fetch(`${at}/activities`, { headers: { authorization } })).json();
      return activities.some((answer: { replyToId?: string }) => answer.replyToId === id);
    })
    .toBe(true);
};

const CHANNELS: readonly [string, (deps: ChannelDeps) => Channel | undefined, Send][] = [
  ['Direct Line', createDirectLine, sendByDirectLine],
  ['the Bot Framework', (deps) => createBotFramework(botFrameworkSettings.parse({}), deps), sendByBotFramework],
];

let edge: Edge | undefined;
let engine: FakeEngine | undefined;
afterEach(async () => {
  await edge?.close();
  await engine?.close();
  engine = undefined;
});

describe.each(CHANNELS)('a recording sent over %s', (_name, create, send) => {
  /** A shop whose recogniser hears `text`; none without it. */
  async function open(text?: string): Promise<Edge> {
    engine = await startSpeechEngine(() => ({ body: JSON.stringify({ text }) }));
    const settings = text === undefined ? {} : { YIDA_SPEECH_RECOGNISER_URL: `${engine.url}/inference` };
    edge = await startEdge({
      speech: openSpeechEngines(speechSettings.parse(settings), createGuardedFetch({ allowLoopback: true })),
      fetchPhoto: async (address) => {
        if (address !== ADDRESS) throw new Error('nothing there');
        return OGG;
      },
      channels: (deps) => [create(deps) ?? []].flat(),
    });
    return edge;
  }
  const sound = (contentUrl: string) => ({ attachments: [{ contentType: 'audio/ogg', contentUrl }] });

  it.each([
    ['an address', ADDRESS],
    ['a data URL', INLINE],
  ])('as %s is what was heard in it', async (_form, address) => {
    const shop = await open('红色连衣裙');
    await send(shop, sound(address));
    expect(engine?.requests[0]?.file?.bytes).toEqual(OGG);
    expect(engine?.requests[0]?.form).toMatchObject({ language: 'auto' });
    expect(shop.turns[0]?.turn).toMatchObject({ text: '红色连衣裙', photos: [] });
    expect(shop.turns[0]?.turn.unsupported).toBeUndefined();
  });

  it('goes together with written words', async () => {
    const shop = await open('under 300');
    await send(shop, { text: 'a red dress', ...sound(INLINE) });
    expect(shop.turns[0]?.turn.text).toBe('a red dress\nunder 300');
  });

  it('in which there are no words, or that cannot be had, is said not to have been heard', async () => {
    const shop = await open('[BLANK_AUDIO]');
    await send(shop, sound(INLINE));
    await send(shop, sound('https://cdn.example/gone.ogg'));
    await send(shop, sound(`data:audio/ogg;base64,${Buffer.from('%PDF-1.7').toString('base64')}`));
    expect(shop.turns.map(({ turn }) => [turn.text, turn.unsupported])).toEqual(
      Array.from({ length: 3 }, () => [undefined, ['unheard-voice']]),
    );
  });

  it('is not fetched where nothing hears it, and is named for what it is', async () => {
    const shop = await open();
    await send(shop, sound(ADDRESS));
    expect(shop.turns[0]?.turn).toMatchObject({ photos: [], unsupported: ['voice'] });
    expect(engine?.requests).toEqual([]);
  });
});

describe('a recording uploaded over Direct Line', () => {
  it('is what was heard in it', async () => {
    engine = await startSpeechEngine(() => ({ body: JSON.stringify({ text: 'a red dress' }) }));
    const settings = speechSettings.parse({ YIDA_SPEECH_RECOGNISER_URL: `${engine.url}/inference` });
    edge = await startEdge({ speech: openSpeechEngines(settings, createGuardedFetch({ allowLoopback: true })) });
    await sendByDirectLine(edge, {}, OGG);
    expect(edge.turns[0]?.turn).toMatchObject({ text: 'a red dress', photos: [] });
    expect(engine.requests[0]?.file).toMatchObject({ type: 'audio/ogg', bytes: OGG });
  });
});
