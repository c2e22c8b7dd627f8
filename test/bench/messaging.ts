import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { TakeTurn } from '../../dialogs/take-turn.js';
import { createMessagingChannel } from '../../src/channels/messaging/core/messaging-channel.js';
import { simulateTelegram } from '../../src/channels/messaging/simulator/telegram.js';
import { telegram } from '../../src/channels/messaging/telegram/settings.js';
import type { GuardedFetch } from '../../src/encoding/guarded-fetch.js';
import { openDatabase } from '../../src/storage/database.js';
import { createInboxStore } from '../../src/storage/sqlite-inbox-store.js';
import { startEdge } from '../support/edge-harness.js';
import { sampleReply } from '../support/sample-reply.js';

/**
 * Posts signed Telegram webhooks at a steady rate (200 a second for 10 s unless numbers are given) from 100
 * conversations to a service with a database on disk, whose turns take 25 ms and whose platform answers at once.
 * A conversation's next message is posted once the one before was acknowledged, as platforms do: posts that race over
 * several connections arrive in any order under load, and are rightly answered in that one. Prints how long
 * acknowledgements take, how late posts were for waiting on the one before, whether conversations kept their order,
 * what memory did, and what one message costs beside its turn and its delivery.
 */
const RATE = Number(process.argv[2] ?? 200);
const SECONDS = Number(process.argv[3] ?? 10);
const CONVERSATIONS = 100;
const TURN_MS = 25;
const ALONE = 200;

const folder = await mkdtemp(join(tmpdir(), 'yida-messaging-'));
const db = await openDatabase({ file: join(folder, 'conversations.db') });
const simulator = simulateTelegram();
const accepted = Buffer.from(JSON.stringify({ ok: true, result: { message_id: 1 } }));
let outside = 0;
let delivered = () => {};
const platform: GuardedFetch = async (url, request) => {
  // The last part of an answer has the suggestions.
  if (String(request?.body).includes('t:')) delivered();
  return { status: 200, headers: {}, bytes: accepted, url };
};
const heard = new Map<string, number[]>();
let turnMs = TURN_MS;
const takeTurn: TakeTurn = async ({ conversationId, turn }) => {
  const before = performance.now();
  heard.set(conversationId, [...(heard.get(conversationId) ?? []), Number(turn.text)]);
  if (turnMs > 0) await new Promise((resolve) => setTimeout(resolve, turnMs));
  outside += performance.now() - before;
  return { conversationId, reply: sampleReply('zh-CN'), duplicate: false };
};
const app = telegram.open(simulator.environment('https://platform.invalid'), {
  fetch: platform,
  now: Date.now,
  randomId: () => 'id',
});
if (app === undefined) throw new Error('the app is off');
const edge = await startEdge({
  db,
  takeTurn,
  fetch: platform,
  channels: (deps) => [createMessagingChannel(app, deps)],
});
const inbox = createInboxStore(db);

function webhook(id: number, person: number, text: string) {
  const [made] = simulator.webhooks({ kind: 'text', text }, { id });
  if (made?.body === undefined) throw new Error('no webhook');
  const body = JSON.parse(made.body) as { message: { from: object; chat: object } };
  body.message.from = { ...body.message.from, id: person };
  body.message.chat = { ...body.message.chat, id: person };
  return { ...made, body: JSON.stringify(body) };
}

async function post(id: number, person: number, text: string): Promise<number> {
  const { path, headers, body, method } = webhook(id, person, text);
  const before = performance.now();
  const response = await fetch(`${edge.url}${path}`, { method, headers, body });
  await response.text();
  if (response.status !== 200) throw new Error(`refused with ${response.status}`);
  return performance.now() - before;
}

async function drained(): Promise<number> {
  const before = performance.now();
  while ((await inbox.counts('telegram')).waiting > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return performance.now() - before;
}

function report(name: string, took: readonly number[]): void {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  process.stdout.write(
    `${name.padEnd(34)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms   (n = ${took.length})\n`,
  );
}

const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);

try {
  const total = RATE * SECONDS;
  const before = megabytes();
  const began = performance.now();
  const late: number[] = [];
  const acknowledged: number[] = [];
  const people = Array.from({ length: Math.min(CONVERSATIONS, total) }, async (_, person) => {
    for (let index = person; index < total; index += CONVERSATIONS) {
      const due = began + (index * 1000) / RATE;
      const early = due - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      late.push(Math.max(0, performance.now() - due));
      acknowledged.push(await post(index + 1, 1 + person, String(index)));
    }
  });
  await Promise.all(people);
  const seconds = (performance.now() - began) / 1000;
  const atEnd = megabytes();
  report(`acknowledged at ${(total / seconds).toFixed(0)} a second`, acknowledged);
  report('posted later than planned by', late);
  const left = (await inbox.counts('telegram')).waiting;
  const rest = await drained();
  const inOrder = [...heard.values()].every((ids) =>
    ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0)),
  );
  const answered = [...heard.values()].reduce((sum, ids) => sum + ids.length, 0);
  process.stdout.write(
    `${answered} of ${total} answered once, ${inOrder ? 'each conversation in order' : 'OUT OF ORDER'}; ` +
      `${left} waited at the end of the storm, for ${(rest / 1000).toFixed(1)} s more\n` +
      `resident memory ${before} MB before, ${atEnd} MB in the storm, ${megabytes()} MB after\n`,
  );
  turnMs = 0;
  const alone: number[] = [];
  for (let index = 0; index < ALONE; index++) {
    outside = 0;
    const start = performance.now();
    const whole = new Promise<void>((resolve) => {
      delivered = resolve;
    });
    await post(1_000_000 + index, 5000, String(index));
    await whole;
    alone.push(performance.now() - start - outside);
    await drained();
  }
  report('one message, beside its turn', alone);
} finally {
  await edge.close();
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
}
