import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { TakeTurn, TurnRequest } from '../../dialogs/take-turn.js';
import { createCounter } from '../../src/assistant/counter.js';
import type { SearchQuery } from '../../src/assistant/search.js';
import type { GarmentStore } from '../../src/catalog/garment-store.js';
import { type BoundTokens, createBoundTokens } from '../../src/channels/access/bound-token.js';
import type { Site } from '../../src/channels/access/site.js';
import type { Channel, ChannelDeps } from '../../src/channels/channel.js';
import { createDirectLine } from '../../src/channels/direct-line/direct-line-channel.js';
import type { Wording } from '../../src/channels/rendering/wording.js';
import { YidaFault } from '../../src/domain/fault.js';
import type { Garment } from '../../src/domain/garment.js';
import type { Locale } from '../../src/domain/locale.js';
import type { Reply } from '../../src/domain/reply.js';
import type { Encoder, PhotoDecoder } from '../../src/encoding/encoder.js';
import type { AppDeps } from '../../src/server/app-deps.js';
import { createApp } from '../../src/server/create-app.js';
import { type Listening, listen } from '../../src/server/listen.js';
import type { ConversationStore } from '../../src/storage/conversation-store.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import type { ShopperStore } from '../../src/storage/shopper-store.js';
import { createActivityLog } from '../../src/storage/sqlite-activity-log.js';
import { createInboxStore } from '../../src/storage/sqlite-inbox-store.js';
import { createWardrobeStore } from '../../src/storage/sqlite-wardrobe-store.js';
import { createWatchStore } from '../../src/storage/sqlite-watch-store.js';
import type { OutfitRequest } from '../../src/styling/outfit-composer.js';
import { sampleGarments } from './sample-garments.js';
import { sampleItem, sampleReply, sampleUnderstood } from './sample-reply.js';
import { sampleVocabulary, sampleWording } from './sample-wording.js';

export const LOCAL: Site = { production: false, apiKey: undefined, publicUrl: undefined, allowedOrigins: [] };

export interface EdgeOptions {
  readonly site?: Partial<Site>;
  readonly takeTurn?: TakeTurn;
  readonly replyTo?: (request: TurnRequest) => Reply;
  readonly garments?: readonly Garment[];
  readonly db?: Database;
  readonly secret?: string;
  readonly now?: () => number;
  readonly requestsPerMinute?: number;
  readonly trustProxy?: number;
  readonly ready?: () => boolean;
  readonly fetchPhoto?: ChannelDeps['fetchPhoto'];
  readonly fetch?: ChannelDeps['fetch'];
  readonly speech?: ChannelDeps['speech'];
  readonly quiet?: ChannelDeps['quiet'];
  readonly channels?: (deps: ChannelDeps) => Channel[];
  readonly pictures?: AppDeps['pictures'];
  readonly widgetFolder?: string;
  /** The language that words are found to be in; by default the one they are expected in. */
  readonly understoodIn?: Locale;
}

/** A running edge over fakes: what the assistant was asked is in `turns`, `searches` and `outfits`. */
export interface Edge {
  readonly url: string;
  readonly listening: Listening;
  readonly turns: TurnRequest[];
  readonly searches: SearchQuery[];
  readonly outfitRequests: OutfitRequest[];
  readonly tokens: BoundTokens;
  readonly wording: Wording;
  readonly db: Database;
  readonly pictureFolder: string;
  readonly forgotten: string[];
  /** Awaits the service's end; leaves a database that was given open. */
  close(): Promise<void>;
}

let serial = 0;

export async function startEdge(options: EdgeOptions = {}): Promise<Edge> {
  const site: Site = { ...LOCAL, ...options.site };
  const db = options.db ?? (await openDatabase({ file: ':memory:' }));
  const wording = await sampleWording();
  const log = pino({ level: 'silent' });
  const now = options.now ?? Date.now;
  const tokens = createBoundTokens(options.secret ?? 'a-secret-for-tests-of-at-least-32-characters', now);
  const turns: TurnRequest[] = [];
  const replyTo = options.replyTo ?? ((request: TurnRequest) => sampleReply(request.turn.locale ?? 'zh-CN'));
  const takeTurn: TakeTurn =
    options.takeTurn ??
    (async (request) => {
      turns.push(request);
      return { conversationId: request.conversationId, reply: replyTo(request), duplicate: false };
    });
  const pictureFolder = await mkdtemp(join(tmpdir(), 'yida-pictures-'));
  const activityLog = createActivityLog(db);
  const randomId = () => `id${++serial}-${Math.random().toString(36).slice(2)}`;
  const searches: SearchQuery[] = [];
  const outfitRequests: OutfitRequest[] = [];
  const forgotten: string[] = [];
  const garments = options.garments ?? sampleGarments(6);
  const encoder = fakeEncoder();
  const vocabulary = await sampleVocabulary();
  const decodePhoto: PhotoDecoder = async (bytes) => {
    if (bytes.length === 0) throw new YidaFault('photo-empty', 'no bytes');
    if (bytes.length > 10 * 1024 * 1024) throw new YidaFault('photo-too-large', 'too many bytes');
    if (bytes[0] !== 0xff && bytes[0] !== 0x89) throw new YidaFault('photo-format', 'no picture');
    return { rgb: new Uint8Array(3), width: 1, height: 1 };
  };
  const shoppers = fakeShoppers(forgotten);
  const counter = createCounter({
    async search(query) {
      searches.push(query);
      const items = garments.filter((garment) => garment.id !== query.similarTo).map((garment) => sampleItem(garment));
      const attention = { text: 0.62, image: query.photo === undefined ? 0 : 0.38, history: 0 };
      return { items: items.slice(0, query.limit), attention, relaxed: [], degraded: [] };
    },
    async composeOutfits(request) {
      outfitRequests.push(request);
      const outfit = {
        garments: garments.slice(0, 3),
        total: { minorUnits: 74700, currency: 'CNY' },
        score: 0.9,
        reasons: [],
      };
      return { outfits: [outfit], relaxed: [], degraded: [] };
    },
    garments: fakeGarments(garments),
    understand: (text, context) =>
      sampleUnderstood(options.understoodIn ?? context.locale, { tokens: [{ text, start: 0, end: text.length }] }),
    encoder,
    decodePhoto,
    vocabulary,
  });
  const channelDeps: ChannelDeps = {
    takeTurn,
    counter,
    shoppers,
    version: '0.0.0-test',
    wording,
    tokens,
    activityLog,
    inbox: createInboxStore(db),
    watches: createWatchStore(db),
    garments: fakeGarments(garments),
    quiet: options.quiet ?? { timeZone: 'UTC', from: 0, until: 0 },
    fetch: options.fetch ?? (() => Promise.reject(new YidaFault('address-refused', 'no network in this test'))),
    callsLoopback: options.fetch !== undefined,
    speech: options.speech ?? {},
    ready: options.ready ?? (() => true),
    fetchPhoto:
      options.fetchPhoto ?? (() => Promise.reject(new YidaFault('address-refused', 'no network in this test'))),
    site,
    log,
    now,
    randomId,
    widgetFolder: options.widgetFolder ?? 'dist/widget',
  };
  const channels = options.channels?.(channelDeps) ?? [createDirectLine(channelDeps)];
  const app = createApp({
    site,
    trustProxy: options.trustProxy,
    requestsPerMinute: options.requestsPerMinute ?? 1000,
    takeTurn,
    counter,
    garments: fakeGarments(garments),
    encoder,
    decodePhoto,
    conversations: fakeConversations(),
    shoppers,
    wardrobes: createWardrobeStore(db),
    now,
    activityLog,
    channels,
    pictures: options.pictures ?? {},
    pictureFolder,
    wording,
    vocabulary,
    tokens,
    log,
    clock: () => performance.now(),
    randomId,
    ready: options.ready ?? (() => true),
    version: '0.0.0-test',
  });
  const listening = await listen(app, { host: '127.0.0.1', port: 0, site, channels });
  return {
    url: listening.address,
    listening,
    turns,
    searches,
    outfitRequests,
    tokens,
    wording,
    db,
    pictureFolder,
    forgotten,
    async close() {
      await listening.close(2_000);
      if (options.db === undefined) await db.destroy();
      await rm(pictureFolder, { recursive: true, force: true });
    },
  };
}

function fakeGarments(garments: readonly Garment[]): GarmentStore {
  const absent = () => Promise.reject(new YidaFault('internal', 'not needed at the edge'));
  return {
    version: async () => '1',
    count: async () => garments.length,
    currency: async () => 'CNY',
    brands: async () => ['Atelier Wu'],
    get: async (id) => garments.find((garment) => garment.id === id),
    getMany: async (ids) => garments.filter((garment) => ids.includes(garment.id)),
    async list({ cursor, limit, facets }) {
      const wanted = garments.filter(
        (garment) => facets?.colours === undefined || garment.colours.includes(facets.colours),
      );
      const start = cursor === undefined ? 0 : Number(cursor);
      const items = wanted.slice(start, start + limit);
      return start + limit < wanted.length ? { items, nextCursor: String(start + limit) } : { items };
    },
    matching: absent,
    rowsOf: absent,
    garmentsAt: absent,
    async *vectors() {},
    tokens: absent,
    lexicalSearch: absent,
  };
}

function fakeEncoder(): Encoder {
  const embedding = new Float32Array([1, 0]);
  return {
    modelId: 'fake',
    dim: 2,
    encodeTexts: async (texts) => texts.map(() => ({ embedding, hidden: embedding, length: 1 })),
    encodePhotos: async (photos) =>
      photos.map(() => ({
        embedding,
        patches: embedding,
        patchCount: 1,
        tags: { garment: true, confidence: 0.98, tags: { category: { id: 'dress', confidence: 0.91 } } },
      })),
    encodeGarment: async () => ({ embedding }),
  };
}

function fakeShoppers(forgotten: string[]): ShopperStore {
  return {
    profile: async () => undefined,
    record: async () => 0,
    liked: async () => [],
    events: async () => [],
    watched: async () => [],
    wardrobe: async () => [],
    async forget(userId) {
      forgotten.push(userId);
      return {
        conversations: 1,
        transcripts: 0,
        profile: 0,
        events: 0,
        handovers: 0,
        undelivered: 0,
        watches: 0,
        wardrobe: 0,
      };
    },
  };
}

function fakeConversations(): ConversationStore {
  return {
    load: async () => undefined,
    commit: async () => 'committed',
    answerTo: async () => undefined,
    conversationsOf: async () => [],
    transcript: async () => [],
    prune: async () => 0,
  };
}
