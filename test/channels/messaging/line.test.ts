import { describe, expect, it } from 'vitest';
import { line } from '../../../src/channels/messaging/line/settings.js';
import { lineEvent, lineWebhook, simulateLine } from '../../../src/channels/messaging/simulator/line.js';
import { startPlatform } from '../../../src/channels/messaging/simulator/start-platform.js';
import { createGuardedFetch } from '../../../src/encoding/guarded-fetch.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';
import { recordingFetch } from '../../support/recording-fetch.js';
import { webhookRequest } from '../../support/webhook-request.js';

messagingAppContract(line, simulateLine);

const NOW = 1_700_000_000_000;
const PERSON = 'U4af4980629000000000000000000abcd';
const KEY = '123e4567-e89b-12d3-a456-426614174000';
const message = (content: object) => ({ type: 'message', message: { id: '1', ...content } });

function open(api = 'http://127.0.0.1:9', fetch = createGuardedFetch({ allowLoopback: true })) {
  const tools = { fetch, now: () => NOW, randomId: () => 'id' };
  const app = line.open(simulateLine().environment(api), tools);
  if (app === undefined) throw new Error('LINE is off with its own environment');
  return app;
}

const heard = (...events: object[]) => open().receive(webhookRequest(lineWebhook(events))).messages;

describe('What LINE hears', () => {
  it('is nothing where LINE tries the address', () => {
    expect(heard()).toEqual([]);
  });

  it.each([
    ['what another module answers', lineEvent({ ...message({ type: 'text', text: 'x' }), mode: 'standby' }, 1, NOW)],
    ['an event of the day before yesterday', lineEvent(message({ type: 'text', text: 'x' }), 1, NOW - 172_800_000)],
  ])('is not %s', (_what, event) => {
    expect(heard(event)).toEqual([]);
  });

  it('is every event of a webhook, each person of a group for themselves', () => {
    const mention = { mentionees: [{ index: 4, length: 5, isSelf: true }] };
    const source = { type: 'group', groupId: 'C1', userId: 'U1' };
    const inGroup = { ...message({ type: 'text', text: '看看 1@Yida 红裙子', mention }), source };
    const events = [lineEvent(message({ type: 'video' }), 1, NOW), { odd: true }, lineEvent(inGroup, 2, NOW)];
    expect(heard(...events)).toMatchObject([
      { unsupported: ['video'] },
      { conversation: 'C1:U1', to: { to: 'C1' }, text: '看看 1  红裙子' },
    ]);
  });
});

describe("LINE's answers", () => {
  it('are pushed where the reply token is too old, and a push that comes again is shown once', async () => {
    const simulator = simulateLine();
    const platform = await startPlatform(simulator);
    const app = open(platform.url);
    const call = { messages: [{ type: 'text', text: '你好' }], key: KEY, first: true };
    const to = { to: PERSON, replyToken: 'too-old' };
    expect(await app.send(call, to)).toEqual({ kind: 'sent' });
    expect(await app.send(call, to)).toEqual({ kind: 'sent' });
    await platform.close();
    expect(platform.shown.map(({ text }) => text)).toEqual(['你好']);
  });

  const call = { messages: [{ type: 'text', text: '你好' }], key: KEY, first: true };
  const to = { to: PERSON, replyToken: 'token' };
  const answering = (answers: Record<string, { status: number; body?: string }>) => {
    const network = recordingFetch(({ url }) => answers[url.split('/').at(-1) ?? ''] ?? { status: 200, body: '{}' });
    return { app: open('https://api.line.me', network.fetch), left: network.left };
  };

  it('are pushed with a retry key where LINE does not say what became of the reply', async () => {
    const { app, left } = answering({ reply: { status: 500 } });
    expect(await app.send(call, to)).toEqual({ kind: 'sent' });
    expect(left.map(({ url, headers }) => [url.split('/').at(-1), headers['X-Line-Retry-Key']])).toEqual([
      ['reply', undefined],
      ['push', KEY],
    ]);
  });

  it('wait where LINE is out altogether, or has too many calls', async () => {
    const down = answering({ reply: { status: 503 }, push: { status: 503 } });
    expect(await down.app.send(call, to)).toMatchObject({ kind: 'later' });
    const busy = answering({ reply: { status: 429, body: '{"message":"The API rate limit has been exceeded."}' } });
    expect(await busy.app.send(call, to)).toMatchObject({ kind: 'later' });
    expect(busy.left).toHaveLength(1);
  });

  it('do not wait for another month', async () => {
    const message = 'You have reached your monthly limit.';
    const { app } = answering({
      reply: { status: 400, body: '{"message":"Invalid reply token"}' },
      push: { status: 429, body: JSON.stringify({ message }) },
    });
    expect(await app.send(call, to)).toEqual({ kind: 'refused', why: expect.stringContaining(message) });
  });
});
