import { channel as diagnostics } from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createTakeTurn } from '../../dialogs/create-take-turn.js';
import type { TakeTurn, TurnRequest } from '../../dialogs/take-turn.js';
import type { Respond, Scope } from '../../src/assistant/scope.js';
import { createMessagingChannel } from '../../src/channels/messaging/core/messaging-channel.js';
import { simulateTelegram } from '../../src/channels/messaging/simulator/telegram.js';
import { telegram } from '../../src/channels/messaging/telegram/settings.js';
import type { GuardedFetch } from '../../src/encoding/guarded-fetch.js';
import { openDatabase } from '../../src/storage/database.js';
import { createConversationStore } from '../../src/storage/sqlite-conversation-store.js';
import { createInboxStore } from '../../src/storage/sqlite-inbox-store.js';
import { startEdge } from '../support/edge-harness.js';
import { openPoster } from '../support/posting-thread.js';
import { sampleReply } from '../support/sample-reply.js';

/**
 * Posts signed Telegram webhooks at a steady rate (200 a second for 10 s unless numbers are given) from 100
 * conversations to a service with a database on disk, whose assistant takes 25 ms and whose platform answers at once.
 * Turns are those of takeTurn, stored before they are answered. A conversation's next message is posted once the one
 * before was acknowledged, as platforms do: posts that race over several connections arrive in any order under load, and
 * are rightly answered in that one. Prints how long acknowledgements take, how late posts were for waiting on the one
 * before, whether conversations kept their order and what memory did.
 *
 * Then what the channel adds to a turn. The same turn is taken in turns by takeTurn alone and through the channel; what
 * the channel adds is the time from the server's having a request to its having made the last call of the answer, less
 * the turn. The platform is another thread and its answers are made in place: neither is measured. A loop of 2 ms tells
 * how much of the rest is the machine's: undisturbed, it takes 2 ms every time.
 */
const RATE = Number(process.argv[2] ?? 200);
const SECONDS = Number(process.argv[3] ?? 10);
const CONVERSATIONS = 100;
const ASSISTANT_MS = 25;
const ALONE = 300;

const folder = await mkdtemp(join(tmpdir(), 'yida-messaging-'));
const db = await openDatabase({ file: join(folder, 'conversations.db') });
const simulator = simulateTelegram();
const accepted = Buffer.from(JSON.stringify({ ok: true, result: { message_id: 1 } }));
let delivered = () => {};
const platform: GuardedFetch = async (url, request) => {
  // The last part of an answer has the suggestions.
  if (String(request?.body).includes('t:')) delivered();
  return { status: 200, headers: {}, bytes: accepted, url };
};
const heard = new Map<string, number[]>();
const respond: Respond = async ({ text }, session) => {
  const { conversationId } = session;
  heard.set(conversationId, [...(heard.get(conversationId) ?? []), Number(text)]);
  await new Promise((resolve) => setTimeout(resolve, ASSISTANT_MS));
  const reply = sampleReply('zh-CN');
  const trace = { intent: 'search', move: 'search', heard: reply.understood, tookMs: ASSISTANT_MS } as const;
  return { reply, session: { ...session, turn: session.turn + 1 }, trace, effects: [] };
};
const takeTurn = createTakeTurn({
  respond,
  scope: () => ({}) as Scope,
  conversations: createConversationStore(db),
  defaultLocale: 'zh-CN',
});
let turnMs = 0;
const timed: TakeTurn = async (request) => {
  const before = performance.now();
  const answer = await takeTurn(request);
  turnMs = performance.now() - before;
  return answer;
};
const app = telegram.open(simulator.environment('https://platform.invalid'), {
  fetch: platform,
  now: Date.now,
  randomId: () => 'id',
});
if (app === undefined) throw new Error('the app is off');
const edge = await startEdge({
  db,
  takeTurn: timed,
  fetch: platform,
  channels: (deps) => [createMessagingChannel(app, deps)],
});
const inbox = createInboxStore(db);
const poster = openPoster(edge.url);

let arrivedAt = 0;
diagnostics('http.server.request.start').subscribe(() => {
  arrivedAt = performance.now();
});

function post(id: number, person: number, text: string): Promise<number> {
  const [made] = simulator.webhooks({ kind: 'text', text }, { id });
  if (made?.body === undefined) throw new Error('no webhook');
  const body = JSON.parse(made.body) as { message: { from: object; chat: object } };
  body.message.from = { ...body.message.from, id: person };
  body.message.chat = { ...body.message.chat, id: person };
  return poster.post({ ...made, body: JSON.stringify(body) });
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

async function storm(): Promise<void> {
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
}

async function oneByOne(): Promise<void> {
  const alone: number[] = [];
  const within: number[] = [];
  const added: number[] = [];
  const acknowledged: number[] = [];
  const ruler: number[] = [];
  const rounds = roundsOf(2);
  for (let index = 0; index < ALONE; index++) {
    const text = String(index);
    const request: TurnRequest = {
      conversationId: 'alone:1',
      userId: 'alone:1',
      activityId: text,
      turn: { text, photos: [] },
    };
    await timed(request);
    alone.push(turnMs);
    const answered = new Promise<number>((resolve) => {
      delivered = () => resolve(performance.now());
    });
    acknowledged.push(await post(1_000_000 + index, 5000, text));
    added.push((await answered) - arrivedAt - turnMs);
    within.push(turnMs);
    await drained();
    ruler.push(spin(rounds));
  }
  report('a turn by takeTurn alone', alone);
  report('the same turn in the channel', within);
  report('what the channel adds to it', added);
  report('acknowledged, nothing else to do', acknowledged);
  report('a loop of 2 ms', ruler);
}

/** Milliseconds that so many rounds of nothing take. */
function spin(rounds: number): number {
  const before = performance.now();
  let sum = 0;
  for (let round = 0; round < rounds; round++) sum = (sum * 31 + round) | 0;
  return performance.now() - before + Math.min(0, sum & 0);
}

/** How many rounds take so many milliseconds where nothing disturbs them. */
function roundsOf(milliseconds: number): number {
  const sample = 200_000;
  const best = Math.min(...Array.from({ length: 200 }, () => spin(sample)));
  return Math.round((sample * milliseconds) / best);
}

const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);

try {
  await storm();
  await oneByOne();
} finally {
  await poster.close();
  await edge.close();
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
}
