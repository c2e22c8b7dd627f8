import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { TurnRequest } from '../../../dialogs/take-turn.js';
import { openDatabase } from '../../../src/storage/database.js';
import { type Edge, type EdgeOptions, startEdge } from '../../support/edge-harness.js';
import { samplePhoto } from '../../support/sample-photo.js';
import { sampleReply } from '../../support/sample-reply.js';

const edges: Edge[] = [];
afterEach(async () => {
  await Promise.all(edges.splice(0).map((edge) => edge.close()));
});

interface Client {
  readonly edge: Edge;
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  get(path: string): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  activities(watermark?: string): Promise<{ activities: Said[]; watermark: string }>;
  /** Polls until an activity of the assistant answers `id`. */
  answerTo(id: string): Promise<Said>;
}
interface Said {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { id: string };
  readonly attachments?: { contentUrl: string; thumbnailUrl?: string; name?: string }[];
}

async function enter(options: EdgeOptions = {}, start: object = { locale: 'en' }): Promise<Client> {
  const edge = await startEdge(options);
  edges.push(edge);
  return enterAt(edge, start);
}

async function enterAt(edge: Edge, start: object = { locale: 'en' }): Promise<Client> {
  const root = `${edge.url}/v3/directline`;
  const generated = await (await fetch(`${root}/tokens/generate`, { method: 'POST' })).json();
  const headers = { authorization: `Bearer ${generated.token}`, 'content-type': 'application/json' };
  const opened = await fetch(`${root}/conversations`, { method: 'POST', headers, body: JSON.stringify(start) });
  const { conversationId, token, streamUrl } = await opened.json();
  const at = `${root}/conversations/${conversationId}`;
  const client: Client = {
    edge,
    conversationId,
    token,
    streamUrl,
    get: (path) => fetch(`${at}${path}`, { headers }),
    post: (path, body, extra = {}) =>
      fetch(`${at}${path}`, { method: 'POST', headers: { ...headers, ...extra }, body: JSON.stringify(body) }),
    activities: async (watermark = '') => (await client.get(`/activities?watermark=${watermark}`)).json(),
    async answerTo(id) {
      for (;;) {
        const { activities } = await client.activities();
        const answer = activities.find((activity) => activity.replyToId === id);
        if (answer !== undefined) return answer;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
  return client;
}

async function upload(client: Client, photo: Uint8Array, activity?: object): Promise<Response> {
  const form = new FormData();
  if (activity !== undefined) {
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  }
  form.append('file', new Blob([Buffer.from(photo)], { type: 'image/jpeg' }), 'mine.jpg');
  return fetch(`${client.edge.url}/v3/directline/conversations/${client.conversationId}/upload?userId=x`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}` },
    body: form,
  });
}

const message = (text: string, more: object = {}) => ({ type: 'message', from: { id: 'x' }, text, ...more });

describe('Direct Line tokens', () => {
  it('open their own conversation alone', async () => {
    const one = await enter();
    const other = await enterAt(one.edge);
    const response = await fetch(`${one.edge.url}/v3/directline/conversations/${one.conversationId}/activities`, {
      headers: { authorization: `Bearer ${other.token}` },
    });
    expect(response.status).toBe(403);
    expect((await response.json()).code).toBe('forbidden');
  });

  it('are needed by every call but tokens/generate', async () => {
    const { edge, conversationId } = await enter();
    for (const [method, path] of [
      ['POST', '/tokens/refresh'],
      ['POST', '/conversations'],
      ['GET', `/conversations/${conversationId}`],
      ['GET', `/conversations/${conversationId}/activities`],
      ['POST', `/conversations/${conversationId}/activities`],
      ['POST', `/conversations/${conversationId}/upload`],
      ['GET', '/session/getsessionid'],
    ]) {
      const response = await fetch(`${edge.url}/v3/directline${path}`, { method });
      expect(response.status, `${method} ${path}`).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('expire with 403, which clients take for an expired token', async () => {
    let now = Date.now();
    const client = await enter({ now: () => now });
    now += 3601_000;
    const response = await client.get('/activities');
    expect(response.status).toBe(403);
    expect((await response.json()).code).toBe('token-expired');
  });

  it('are refreshed for the same conversation and user', async () => {
    const { edge, token, conversationId } = await enter();
    const refreshed = await fetch(`${edge.url}/v3/directline/tokens/refresh`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    const body = await refreshed.json();
    expect(body).toMatchObject({ conversationId, expires_in: 3600 });
    expect(edge.tokens.verify(body.token, 'talk').kind).toBe('valid');
  });

  it('of another secret, and stream tokens, open nothing', async () => {
    const { edge, conversationId } = await enter();
    const stream = edge.tokens.issue({ conversationId, userId: 'u' }, 'stream', 60);
    for (const forged of [stream, 'x.y.z', `${stream.slice(0, -2)}AA`]) {
      const response = await fetch(`${edge.url}/v3/directline/conversations/${conversationId}/activities`, {
        headers: { authorization: `Bearer ${forged}` },
      });
      expect(response.status).toBe(401);
    }
  });

  it('in production need the key, or a page of ours or of an allowed origin, and believe no stated user', async () => {
    const edge = await startEdge({
      site: { production: true, apiKey: 'the-key-of-the-merchant', allowedOrigins: ['https://shop.example'] },
    });
    edges.push(edge);
    const generate = (headers: Record<string, string>, body?: object) =>
      fetch(`${edge.url}/v3/directline/tokens/generate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    expect((await generate({})).status).toBe(401);
    expect((await generate({ origin: 'https://evil.example' })).status).toBe(401);
    const anonymous = await generate({ origin: 'https://shop.example' }, { user: { id: 'dl_victim' } });
    expect(anonymous.status).toBe(200);
    const verdict = edge.tokens.verify((await anonymous.json()).token, 'talk');
    expect(verdict.kind === 'valid' && verdict.binding.userId).not.toBe('dl_victim');
    const keyed = await generate({ authorization: 'Bearer the-key-of-the-merchant' }, { user: { id: 'customer-7' } });
    const bound = edge.tokens.verify((await keyed.json()).token, 'talk');
    expect(bound.kind === 'valid' && bound.binding.userId).toBe('customer-7');
  });
});

describe('Direct Line activities', () => {
  it('echo the shopper with the id of the token, whatever the client claims', async () => {
    const client = await enter();
    const { id } = await (await client.post('/activities', message('hi'))).json();
    await client.answerTo(id);
    const { activities, watermark } = await client.activities('1');
    expect(activities[0]).toMatchObject({ id, text: 'hi' });
    expect(activities[0]?.from.id).not.toBe('x');
    expect(watermark).toBe('3');
    expect((await client.activities(watermark)).activities).toEqual([]);
  });

  it('run once where a client sends the same again', async () => {
    const client = await enter();
    const same = message('hi', { channelData: { clientActivityID: 'c-1' } });
    const [first, again] = [await client.post('/activities', same), await client.post('/activities', same)];
    const { id } = await first.json();
    expect((await again.json()).id).toBe(id);
    await client.answerTo(id);
    expect(client.edge.turns).toHaveLength(1);
  });

  it('carry a pressed button as its action, and a garbled one as nothing', async () => {
    const client = await enter();
    const yida = { verb: 'similar', garmentId: 'g1' };
    const pressed = await (
      await client.post('/activities', { type: 'message', text: 'Similar', value: { yida } })
    ).json();
    await client.answerTo(pressed.id);
    const stale = await (
      await client.post('/activities', { type: 'message', value: { yida: { verb: 'fly' } } })
    ).json();
    await client.answerTo(stale.id);
    expect(client.edge.turns.map((request) => request.turn.action)).toEqual([yida, undefined]);
    expect(client.edge.turns[0]?.turn.text).toBeUndefined();
  });

  it('answer a message of nothing, of emoji, and of 10,000 characters', async () => {
    const client = await enter();
    for (const text of ['', '🙂🙂', 'x'.repeat(10_000)]) {
      const { id } = await (await client.post('/activities', message(text))).json();
      await client.answerTo(id);
    }
    expect(client.edge.turns.map((request) => request.turn.text?.length ?? 0)).toEqual([0, 4, 10_000]);
  });

  it('name a voice message, a video, a file and an unreachable picture for what they are', async () => {
    const client = await enter();
    const attachments = [
      { contentType: 'audio/ogg', contentUrl: 'https://cdn.example/a.ogg' },
      { contentType: 'video/mp4', contentUrl: 'https://cdn.example/a.mp4' },
      { contentType: 'application/pdf', contentUrl: 'https://cdn.example/a.pdf' },
      { contentType: 'image/png', contentUrl: 'http://169.254.169.254/latest/meta-data' },
    ];
    const { id } = await (await client.post('/activities', { type: 'message', attachments })).json();
    await client.answerTo(id);
    expect(client.edge.turns[0]?.turn.unsupported).toEqual(['voice', 'video', 'file', 'unreachable-photo']);
  });

  it('take a photo as a data URL', async () => {
    const client = await enter();
    const photo = await samplePhoto();
    const contentUrl = `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`;
    const { id } = await (
      await client.post('/activities', { type: 'message', attachments: [{ contentType: 'image/jpeg', contentUrl }] })
    ).json();
    await client.answerTo(id);
    expect(client.edge.turns[0]?.turn.photos[0]?.bytes.length).toBe(photo.length);
    expect(JSON.stringify(await client.activities())).not.toContain(contentUrl.slice(23, 80));
  });

  it('apologise in the shopper’s language where a turn fails, with the words to send again', async () => {
    const client = await enter({ takeTurn: () => Promise.reject(new Error('boom')) }, { locale: 'zh-CN' });
    const { id } = await (await client.post('/activities', message('红裙子'))).json();
    const answer = await client.answerTo(id);
    expect(answer.text).toContain('抱歉');
    expect(JSON.stringify(answer)).toContain('红裙子');
    expect(JSON.stringify(answer)).not.toContain('boom');
  });

  it('refuse what is not an activity, and a conversation that never was', async () => {
    const client = await enter();
    expect((await client.post('/activities', { text: 'no type' })).status).toBe(400);
    const broken = await fetch(`${client.edge.url}/v3/directline/conversations/${client.conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'accept-language': 'en' },
      body: '{',
    });
    expect(await broken.json()).toMatchObject({ status: 400, code: 'bad-request' });
  });

  it('of one conversation run one after the other', async () => {
    const order: string[] = [];
    const client = await enter({
      async takeTurn(request: TurnRequest) {
        order.push(`start ${request.turn.text}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push(`end ${request.turn.text}`);
        return { conversationId: request.conversationId, reply: sampleReply('en'), duplicate: false };
      },
    });
    const posted = await Promise.all(['a', 'b', 'c'].map((text) => client.post('/activities', message(text))));
    for (const response of posted) await client.answerTo((await response.json()).id);
    for (let at = 0; at < order.length; at += 2) expect(order[at]?.slice(6)).toBe(order[at + 1]?.slice(4));
  });
});

describe('a photo sent over Direct Line', () => {
  it('is readable in its conversation alone and without EXIF while its turn runs, and gone after it', async () => {
    let release = () => {};
    const running = new Promise<void>((resolve) => {
      release = resolve;
    });
    const client = await enter({
      async takeTurn(request: TurnRequest) {
        await running;
        return { conversationId: request.conversationId, reply: sampleReply('en'), duplicate: false };
      },
    });
    const socket = new WebSocket(`${client.streamUrl}`);
    const echo = new Promise<Said>((resolve) => {
      socket.on('message', (data) => {
        const { activities } = JSON.parse(String(data)) as { activities: Said[] };
        const found = activities.find((activity) => activity.attachments?.[0]?.name === 'mine.jpg');
        if (found !== undefined) resolve(found);
      });
    });
    const photo = await samplePhoto();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const thumbnailUrl = 'data:image/jpeg;base64,AAAA';
    const { id } = await (
      await upload(client, photo, {
        type: 'message',
        attachments: [{ contentType: 'image/jpeg', thumbnailUrl, name: 'mine.jpg' }],
      })
    ).json();
    const shown = (await echo).attachments?.[0];
    expect(shown?.thumbnailUrl).toBe(thumbnailUrl);
    const address = shown?.contentUrl ?? '';
    const read = await fetch(address);
    expect(read.headers.get('content-type')).toBe('image/jpeg');
    const picture = Buffer.from(await read.arrayBuffer());
    expect((await sharp(picture).metadata()).exif).toBeUndefined();
    const other = await enterAt(client.edge);
    const stolen = new URL(address);
    stolen.searchParams.set(
      't',
      client.edge.tokens.issue({ conversationId: other.conversationId, userId: 'o' }, 'attachment', 60),
    );
    expect((await fetch(stolen)).status).toBe(403);
    expect((await fetch(address.split('?')[0] ?? '')).status).toBe(401);
    release();
    await client.answerTo(id);
    await expect.poll(async () => (await fetch(address)).status).toBe(404);
    socket.close();
    const kept = JSON.stringify(await client.activities());
    expect(kept).toContain('photo-not-kept.svg');
    expect(kept).not.toContain(thumbnailUrl);
  });

  it('is taken without an activity beside it, and one too large is cut so that the answer can say so', async () => {
    const client = await enter();
    const huge = new Uint8Array(11 * 1024 * 1024).fill(0xff);
    const { id } = await (await upload(client, huge)).json();
    await client.answerTo(id);
    expect(client.edge.turns[0]?.turn.photos[0]?.bytes.length).toBe(10 * 1024 * 1024 + 1);
  });

  it('refuses an upload that is not multipart', async () => {
    const client = await enter();
    expect((await client.post('/upload', { type: 'message' })).status).toBe(415);
  });
});

describe('a service that stopped in the middle of a turn', () => {
  it('answers it at the next start', async () => {
    const db = await openDatabase({ file: ':memory:' });
    const hanging = await startEdge({ db, takeTurn: () => new Promise(() => {}) });
    const client = await enterAt(hanging);
    const { id } = await (await client.post('/activities', message('a dress'))).json();
    await hanging.listening.close(50);
    const restarted = await startEdge({ db });
    edges.push(restarted);
    await expect
      .poll(() => restarted.turns.map((request) => [request.activityId, request.turn.text]))
      .toEqual([[id, 'a dress']]);
    const again = await startEdge({ db });
    edges.push(again);
    expect(again.turns).toEqual([]);
  });
});

describe('the Direct Line stream', () => {
  it('takes empty pings, tells typing, and gives each activity once with its watermark', async () => {
    const client = await enter();
    const groups: { activities: Said[]; watermark?: string }[] = [];
    const socket = new WebSocket(client.streamUrl);
    socket.on('message', (data) => groups.push(JSON.parse(String(data))));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send('');
    await client.post('/activities', message('hi'));
    await expect.poll(() => groups.at(-1)?.watermark).toBe('3');
    const said = groups.flatMap((group) => group.activities);
    expect(said.map((activity) => activity.type)).toContain('typing');
    const kept = said.filter((activity) => activity.type === 'message').map((activity) => activity.id);
    expect(new Set(kept).size).toBe(3);
    expect(kept).toHaveLength(3);
    socket.close();
  });

  it('does not open without its token, nor for a page of another site', async () => {
    const client = await enter();
    const refused = (url: string, origin?: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(url, origin === undefined ? {} : { origin });
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
        socket.on('open', () => resolve('open'));
        socket.on('error', () => {});
      });
    expect(await refused(client.streamUrl.replace(/t=.*/, 't=x'))).toBe(403);
    expect(await refused(client.streamUrl, 'https://evil.example')).toBe(403);
    expect(await refused(client.streamUrl.replace('/stream', '/elsewhere'))).toBe(404);
  });
});
