import { afterEach, expect, it } from 'vitest';
import type { MessagingApp } from '../../../src/channels/messaging/core/messaging-app.js';
import { createMessagingChannel } from '../../../src/channels/messaging/core/messaging-channel.js';
import { simulateTelegram } from '../../../src/channels/messaging/simulator/telegram.js';
import { telegram } from '../../../src/channels/messaging/telegram/settings.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';
import { sampleReply } from '../../support/sample-reply.js';

let edge: Edge | undefined;
afterEach(async () => edge?.close());

it('messages that race each other are answered one by one, in the order they arrived in', async () => {
  const simulator = simulateTelegram();
  const accepted = Buffer.from(JSON.stringify({ ok: true, result: { message_id: 1 } }));
  const fetchCall = async (url: string) => ({ status: 200, headers: {}, bytes: accepted, url });
  const deps = { fetch: fetchCall, now: Date.now, randomId: () => 'id' };
  const opened = telegram.open(simulator.environment('https://platform.invalid'), deps);
  if (opened === undefined) throw new Error('the app is off');
  const arrived = new Map<string, string[]>();
  const answered = new Map<string, string[]>();
  const note = (where: Map<string, string[]>, conversation: string, text = '') =>
    where.set(conversation, [...(where.get(conversation) ?? []), text]);
  const app: MessagingApp = {
    ...opened,
    receive(request) {
      const received = opened.receive(request);
      for (const { conversation, text } of received.messages) note(arrived, `telegram:${conversation}`, text);
      return received;
    },
  };
  const under = new Set<string>();
  // Nothing is answered before all are in the inbox: whatever could overtake would.
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const atOnce: string[] = [];
  edge = await startEdge({
    fetch: fetchCall,
    async takeTurn({ conversationId, turn }) {
      if (under.has(conversationId)) atOnce.push(conversationId);
      under.add(conversationId);
      note(answered, conversationId, turn.text);
      await released;
      under.delete(conversationId);
      return { conversationId, reply: sampleReply('en'), duplicate: false };
    },
    channels: (channelDeps) => [createMessagingChannel(app, channelDeps)],
  });
  const { url } = edge;
  const post = async (index: number): Promise<number> => {
    const [made] = simulator.webhooks({ kind: 'text', text: String(index) }, { id: index + 1 });
    const body = JSON.parse(made?.body ?? '') as { message: { from: { id: number }; chat: { id: number } } };
    body.message.from.id = body.message.chat.id = 1 + (index % 12);
    const { method, headers, path } = made ?? { method: 'POST', headers: {}, path: '' };
    return (await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) })).status;
  };
  const statuses = await Promise.all(Array.from({ length: 96 }, (_, index) => post(index)));
  expect(new Set(statuses)).toEqual(new Set([200]));
  release();
  await expect.poll(() => [...answered.values()].flat().length, { timeout: 10_000 }).toBe(96);
  expect(atOnce).toEqual([]);
  expect(answered.size).toBe(12);
  expect(Object.fromEntries(answered)).toEqual(Object.fromEntries(arrived));
}, 20_000);
