import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMessagingChannel } from '../../src/channels/messaging/core/messaging-channel.js';
import type { MessagingKind } from '../../src/channels/messaging/core/messaging-kind.js';
import {
  type Flaw,
  type Gesture,
  type PlatformSimulator,
  type Shown,
  type SimulatedWebhook,
  UNREADABLE,
} from '../../src/channels/messaging/simulator/platform-simulator.js';
import { type RunningPlatform, startPlatform } from '../../src/channels/messaging/simulator/start-platform.js';
import type { SpeechRecogniser } from '../../src/channels/voice/speech/speech-engines.js';
import { YidaFault } from '../../src/domain/fault.js';
import { createGuardedFetch, type GuardedFetch } from '../../src/encoding/guarded-fetch.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { createInboxStore } from '../../src/storage/sqlite-inbox-store.js';
import { type Edge, type EdgeOptions, startEdge } from '../support/edge-harness.js';
import { HOSTILE_GARMENTS } from '../support/hostile-garments.js';
import { sampleGarments } from '../support/sample-garments.js';
import { samplePhoto } from '../support/sample-photo.js';
import { sampleItem, sampleReply } from '../support/sample-reply.js';

const FLAWS: readonly Flaw[] = ['unsigned', 'tampered', 'wrong-secret', 'stale'];
/** Long enough for a retry of these tests' timing, short enough to fail soon. */
const SOON = { timeout: 8_000, interval: 10 };
const QUIET_MS = 150;

/** What every messaging app must do, played against its platform on this machine. */
export function messagingAppContract(kind: MessagingKind, simulate: () => PlatformSimulator): void {
  describe(`${kind.name} as a messaging app`, () => {
    let simulator: PlatformSimulator;
    let platform: RunningPlatform;
    let db: Database;
    let edge: Edge;
    let clock = 0;

    beforeEach(async () => {
      clock = 0;
      simulator = simulate();
      platform = await startPlatform(simulator);
      db = await openDatabase({ file: ':memory:' });
      edge = await open();
    });
    afterEach(async () => {
      await edge.close();
      await platform.close();
      await db.destroy();
    });

    const now = () => Date.now() + clock;

    async function open(options: Pick<EdgeOptions, 'takeTurn' | 'replyTo' | 'speech'> = {}): Promise<Edge> {
      const fetch = fetchWithPictures(createGuardedFetch({ allowLoopback: true }), await samplePhoto());
      const app = kind.open(simulator.environment(platform.url), { fetch, now, randomId: () => 'id' });
      if (app === undefined) throw new Error(`${kind.name} is off with its own environment`);
      const timing = { albumWaitMs: 120, firstWaitMs: 30 };
      const paceless = app.paceMs === undefined ? app : { ...app, paceMs: 1 };
      return startEdge({
        db,
        fetch,
        now,
        ...options,
        channels: (deps) => [createMessagingChannel(paceless, deps, timing)],
      });
    }

    async function reopen(options: Parameters<typeof open>[0]): Promise<void> {
      await edge.close();
      edge = await open(options);
    }

    async function post(webhook: SimulatedWebhook): Promise<Response> {
      return fetch(`${edge.url}${webhook.path}`, {
        method: webhook.method,
        headers: webhook.headers,
        ...(webhook.body === undefined ? {} : { body: webhook.body }),
      });
    }

    async function act(gesture: Gesture, options?: { id?: number; flaw?: Flaw }): Promise<number[]> {
      const statuses = [];
      for (const webhook of simulator.webhooks(gesture, { now: now(), ...options })) {
        const response = await post(webhook);
        statuses.push(response.status);
        await response.text();
      }
      return statuses;
    }

    const has = (kindOfGesture: Gesture['kind']) => simulate().lacks?.includes(kindOfGesture) !== true;
    const allText = () => platform.shown.flatMap(({ text }) => text ?? []).join('\n');
    const buttons = () => platform.shown.flatMap((shown) => shown.buttons);
    const answered = (count = 1) => vi.waitFor(() => expect(edge.turns.length).toBeGreaterThanOrEqual(count), SOON);
    const delivered = () =>
      vi.waitFor(async () => {
        expect(platform.shown.length).toBeGreaterThan(0);
        expect(await createInboxStore(db).counts(kind.name)).toEqual({ waiting: 0, failed: 0 });
      }, SOON);
    const quiet = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS));

    describe('verification', () => {
      it('takes what its platform signed', async () => {
        expect(await act({ kind: 'text', text: '红色连衣裙' })).toEqual([200]);
        await answered();
      });

      for (const flaw of FLAWS) {
        if (simulate().without?.includes(flaw) === true) continue;
        it(`refuses a webhook that is ${flaw}, and takes no turn`, async () => {
          expect(await act({ kind: 'text', text: 'red dress' }, { flaw })).toEqual([401]);
          await quiet();
          expect(edge.turns).toEqual([]);
        });
      }

      it('refuses a body that is none of the platform, with one clear sentence', async () => {
        const [webhook] = simulator.webhooks({ kind: 'text', text: 'x' }, { now: now() });
        const response = await post({ ...(webhook as SimulatedWebhook), body: '{' });
        expect([400, 401]).toContain(response.status);
        expect(((await response.json()) as { detail: string }).detail).not.toBe('');
      });

      if (simulate().challenge !== undefined) {
        it('answers the question whether the address is ours, and only where it is signed', async () => {
          const challenge = simulator.challenge?.(now());
          if (challenge === undefined) throw new Error('no challenge');
          const response = await post(challenge.webhook);
          expect(response.status).toBe(200);
          expect(challenge.expected(await response.text())).toBe(true);
          const [path] = challenge.webhook.path.split('?');
          if (challenge.webhook.method === 'GET') {
            const unsigned = await post({ method: 'GET', path: path ?? '', headers: {}, body: undefined });
            expect(unsigned.status).toBe(401);
          }
        });
      }

      it('answers a delivery that comes three times once', async () => {
        for (let time = 0; time < 3; time++) {
          expect(await act({ kind: 'text', text: 'red dress' }, { id: 77 })).toEqual([200]);
          await delivered();
        }
        await quiet();
        expect(edge.turns.length).toBe(1);
      });
    });

    describe('what a shopper sends', () => {
      it.each(['想要一条红色连衣裙', 'a red dress under 300', 'لباس أحمر 👗'])('hears %s', async (text) => {
        await act({ kind: 'text', text });
        await answered();
        const [turn] = edge.turns;
        expect(turn?.turn.text).toBe(text);
        expect(turn?.conversationId.startsWith(`${kind.name}:`)).toBe(true);
        expect(turn?.userId?.startsWith(`${kind.name}:`)).toBe(true);
        const tools = { fetch: createGuardedFetch({ allowLoopback: true }), now, randomId: () => 'id' };
        const expected = kind.open(simulator.environment(platform.url), tools)?.language;
        if (expected !== undefined) expect(turn?.turn.locale).toBe(expected);
      });

      it('fetches a photo with its own credentials', async () => {
        const bytes = await samplePhoto();
        await act({ kind: 'photo', bytes });
        await answered();
        expect(edge.turns[0]?.turn.photos.map((photo) => [...photo.bytes])).toEqual([[...bytes]]);
      });

      it('says so where a photo cannot be fetched, and goes on', async () => {
        platform.failNext(10, 'outage');
        await act({ kind: 'photo', bytes: await samplePhoto() });
        await answered();
        expect(edge.turns[0]?.turn).toMatchObject({ photos: [], unsupported: ['unreachable-photo'] });
      });

      if (has('album')) {
        it('answers an album once', async () => {
          const bytes = await samplePhoto();
          await act({ kind: 'album', photos: [bytes, bytes, bytes] });
          await delivered();
          await quiet();
          expect(edge.turns.map(({ turn }) => turn.photos.length)).toEqual([3]);
        });
      }

      const kinds = [
        ['voice', 'voice'],
        ['sticker', 'sticker'],
        ['location', 'location'],
      ] as const;
      for (const [gesture, unsupported] of kinds) {
        if (!has(gesture)) continue;
        it(`tells the assistant of a ${gesture}`, async () => {
          await act({ kind: gesture });
          await answered();
          expect(edge.turns[0]?.turn).toMatchObject({ photos: [], unsupported: [unsupported] });
        });
      }

      if (has('voice')) {
        const ogg = Buffer.from('OggS the words of a voice message');

        it('hears a voice message where something hears', async () => {
          const heard: Uint8Array[] = [];
          const recogniser: SpeechRecogniser = {
            recognise: async ({ bytes, type }) => {
              heard.push(bytes);
              return type === 'ogg' ? '红色连衣裙' : '';
            },
          };
          await reopen({ speech: { recogniser } });
          await act({ kind: 'voice', bytes: ogg });
          await answered();
          expect(heard.map((bytes) => Buffer.from(bytes))).toEqual([ogg]);
          expect(edge.turns[0]?.turn.text).toBe('红色连衣裙');
          expect(edge.turns[0]?.turn.unsupported).toBeUndefined();
        });

        it.each([
          ['silence', ogg, () => Promise.resolve('')],
          ['an engine that is down', ogg, () => Promise.reject(new YidaFault('speech-engine', 'down'))],
          ['no sound at all', Buffer.from('<html>'), () => Promise.resolve('red dress')],
        ])('says so of a voice message that it listened to in vain: %s', async (_what, bytes, recognise) => {
          await reopen({ speech: { recogniser: { recognise } } });
          await act({ kind: 'voice', bytes });
          await answered();
          expect(edge.turns[0]?.turn).toMatchObject({ photos: [], unsupported: ['unheard-voice'] });
          expect(edge.turns[0]?.turn.text).toBeUndefined();
        });
      }

      it('lets an event it does not know pass', async () => {
        expect(await act({ kind: 'unknown' })).toEqual([200]);
        await quiet();
        expect(edge.turns).toEqual([]);
      });

      if (has('join')) {
        it('greets somebody who comes', async () => {
          await act({ kind: 'join' });
          await delivered();
          expect(edge.turns).toEqual([]);
          expect(allText()).toContain(edge.wording.text('zh-CN', 'ui.welcome').slice(0, 10));
        });
      }

      if (has('group')) {
        it('answers in a group where it is addressed, and stays out of talk that is not for it', async () => {
          await act({ kind: 'group', text: 'what a nice evening', addressed: false });
          await act({ kind: 'group', text: 'a red dress', addressed: true });
          await delivered();
          expect(edge.turns.map(({ turn }) => turn.text)).toEqual(['a red dress']);
        });
      }
    });

    describe('buttons', () => {
      if (has('press')) {
        it('come back as the action they were made for', async () => {
          await act({ kind: 'text', text: 'dress' });
          await delivered();
          const similar = buttons().filter(({ code }) => code !== undefined);
          expect(similar.length).toBeGreaterThan(0);
          const [first] = similar;
          await act({ kind: 'press', code: first?.code ?? '', title: first?.title ?? '' });
          await answered(2);
          expect(edge.turns[1]?.turn.action).toMatchObject({ garmentId: 'g1', verb: 'similar' });
        });

        it('carry an action of any length', async () => {
          const text = 'a very long sentence about a dress. '.repeat(40).trim();
          await reopen({
            replyTo: ({ turn }) =>
              sampleReply(turn.locale ?? 'zh-CN', {
                items: [],
                suggestions: [{ title: { id: 'test.cheaper' }, action: { verb: 'say', text } }],
              }),
          });
          await act({ kind: 'text', text: 'dress' });
          await delivered();
          const [button] = buttons().filter(({ code }) => code !== undefined);
          await act({ kind: 'press', code: button?.code ?? '', title: button?.title ?? '' });
          await answered(2);
          expect(edge.turns[1]?.turn.action).toEqual({ verb: 'say', text });
        });

        it('that are no longer known say so', async () => {
          await act({ kind: 'press', code: '#a-code-of-last-year', title: 'x' });
          await answered();
          expect(edge.turns[0]?.turn.unsupported).toEqual(['old-button']);
        });
      }
    });

    describe('what a shopper sees', () => {
      it('is the answer, its garments and what may be said next', async () => {
        await act({ kind: 'text', text: 'dress' });
        await delivered();
        const seen = allText();
        const reply = sampleReply('zh-CN');
        for (const { garment } of reply.items)
          expect(`${seen}\n${titles(platform.shown)}`).toContain(garment.title['zh-CN'].slice(0, 6));
        expect(platform.shown.flatMap(({ pictures }) => pictures).length).toBeGreaterThan(0);
        expect(platform.broken).toEqual([]);
      });

      it('names the garments that have no card, so that each can be asked for by its number', async () => {
        const many = sampleGarments(8);
        await reopen({
          replyTo: ({ turn }) =>
            sampleReply(turn.locale ?? 'zh-CN', { items: many.map((garment) => sampleItem(garment)) }),
        });
        await act({ kind: 'text', text: 'dress' });
        await delivered();
        for (const position of [1, 2, 5, 6, 7, 8]) expect(allText()).toMatch(new RegExp(`^${position}\\W`, 'm'));
      });

      it('keeps every limit of the platform, and every word, whatever a feed says', async () => {
        const long = `START ${'👨‍👩‍👧‍👦 فستان أحمر 连衣裙 dress. '.repeat(400)} END`;
        await reopen({
          replyTo: ({ turn }) =>
            sampleReply(turn.locale ?? 'zh-CN', {
              messages: [{ id: 'test.echo', values: { text: long } }],
              items: HOSTILE_GARMENTS.map((garment) =>
                sampleItem({ ...garment, brand: '<b>&amp;*_[x](y)'.repeat(30) }, {}),
              ),
            }),
        });
        await act({ kind: 'text', text: 'dress' });
        await delivered();
        const seen = allText();
        expect(platform.broken).toEqual([]);
        expect(seen).toContain('START');
        expect(seen).toContain('END');
        // A lone half of a pair is what a cut inside an emoji leaves.
        expect(seen).not.toMatch(/\p{Surrogate}/u);
        expect(seen.split('👨‍👩‍👧‍👦').length - 1).toBe(400);
        expect(`${seen}${titles(platform.shown)}`).toContain('<script>');
      });
    });

    describe('time and trouble', () => {
      it('acknowledges before it answers', async () => {
        let release = () => {};
        const turn = new Promise<void>((resolve) => {
          release = resolve;
        });
        await reopen({
          takeTurn: async ({ conversationId }) => {
            await turn;
            return { conversationId, reply: sampleReply('zh-CN'), duplicate: false };
          },
        });
        expect(await act({ kind: 'text', text: 'dress' })).toEqual([200]);
        expect(platform.shown).toEqual([]);
        release();
        await delivered();
      });

      it('answers one conversation in the order it was written', async () => {
        const texts = ['one', 'two', 'three', 'four'];
        // Each is acknowledged before the one before is answered: an outage holds up the first.
        platform.failNext(1, 'outage');
        for (const text of texts) await act({ kind: 'text', text });
        await answered(4);
        expect(edge.turns.map(({ turn }) => turn.text)).toEqual(texts);
      });

      it('delivers everything once after an outage', async () => {
        await act({ kind: 'text', text: 'dress' });
        await delivered();
        const whole = platform.shown.length;
        platform.failNext(3, 'outage');
        await act({ kind: 'text', text: 'another dress' });
        await vi.waitFor(() => expect(platform.shown.length).toBe(2 * whole), SOON);
        await quiet();
        expect(platform.shown.length).toBe(2 * whole);
        expect(edge.turns.length).toBe(2);
      });

      it('waits as long as the platform says where it was called too often', async () => {
        platform.failNext(1, { tooManyForSeconds: 1 });
        const began = Date.now();
        await act({ kind: 'text', text: 'dress' });
        await delivered();
        expect(Date.now() - began).toBeGreaterThanOrEqual(900);
      });

      it('goes on after a restart where it stopped', async () => {
        platform.failNext(1_000, 'outage');
        await act({ kind: 'text', text: 'dress' });
        await answered();
        await edge.close();
        await platform.close();
        platform = await startPlatform(simulator);
        clock = 600_000;
        edge = await open();
        await delivered();
        expect(edge.turns).toEqual([]);
      });

      it('reports an answer that could not be delivered in its time, and answers the next message', async () => {
        // An answer may be tried in two ways at once.
        platform.failNext(2, 'outage');
        await reopen({
          replyTo: (request) => {
            clock = 40 * 86_400_000;
            return sampleReply(request.turn.locale ?? 'zh-CN');
          },
        });
        await act({ kind: 'text', text: 'dress' });
        await vi.waitFor(async () => {
          expect(await createInboxStore(db).counts(kind.name)).toEqual({ waiting: 0, failed: 1 });
        }, SOON);
        await act({ kind: 'text', text: 'shirt' });
        await vi.waitFor(() => expect(platform.shown.length).toBeGreaterThan(0), SOON);
      });

      it('sends the words of a card whose picture the platform refuses', async () => {
        await reopen({
          replyTo: ({ turn }) =>
            sampleReply(turn.locale ?? 'zh-CN', {
              items: sampleGarments(2).map((garment) =>
                sampleItem({ ...garment, images: ['https://shop.example/unreadable.jpg'] }),
              ),
            }),
        });
        await act({ kind: 'text', text: 'dress' });
        await delivered();
        const [first, second] = sampleGarments(2);
        expect(allText()).toContain(first?.title['zh-CN'].slice(0, 6));
        expect(allText()).toContain(second?.title['zh-CN'].slice(0, 6));
      });
    });

    it('says with whom its credentials speak', async () => {
      const app = kind.open(simulator.environment(platform.url), {
        fetch: createGuardedFetch({ allowLoopback: true }),
        now,
        randomId: () => 'id',
      });
      expect(await app?.check()).toMatchObject({ ok: true });
      platform.failNext(1, 'outage');
      const again = kind.open(simulator.environment(platform.url), {
        fetch: createGuardedFetch({ allowLoopback: true }),
        now,
        randomId: () => 'id',
      });
      expect(await again?.check()).toMatchObject({ ok: false });
    });
  });

  describe(`the settings of ${kind.name}`, () => {
    const environment = simulate().environment('http://127.0.0.1:9');

    it('leave it off, at no cost, where nothing is given', () => {
      expect(kind.read({}).kind).toBe('ready');
      expect(
        kind.open({}, { fetch: async () => Promise.reject(new Error('no')), now: Date.now, randomId: () => '' }),
      ).toBe(undefined);
    });

    it.each(kind.setup.variables)('name %s where it alone is missing', (name) => {
      if (kind.setup.variables.length < 2) return;
      const { [name]: _missing, ...rest } = environment;
      const reading = kind.read(rest);
      expect(reading).toMatchObject({ kind: 'faulty' });
      expect(reading.kind === 'faulty' && reading.faults.join('\n')).toContain(name);
    });
  });
}

/** Platforms that fetch no pictures are handed their bytes: the shop's are read here, and its broken ones are broken. */
function fetchWithPictures(fetch: GuardedFetch, picture: Uint8Array): GuardedFetch {
  return async (url, request) => {
    const { hostname, pathname } = new URL(url);
    const isOfShop = pathname.startsWith('/demo/images/') || hostname === 'shop.example';
    if (!isOfShop) return fetch(url, request);
    const bytes = pathname.includes(UNREADABLE) ? Buffer.from(UNREADABLE) : picture;
    return { status: 200, headers: { 'content-type': 'image/jpeg' }, bytes, url };
  };
}

function titles(shown: readonly Shown[]): string {
  return shown.flatMap(({ buttons }) => buttons.map(({ title }) => title)).join('\n');
}
