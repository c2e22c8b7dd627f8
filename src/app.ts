import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { type Logger, pino } from 'pino';
import { createTakeTurn } from '../dialogs/create-take-turn.js';
import type { TakeTurn } from '../dialogs/take-turn.js';
import { type Counter, createCounter } from './assistant/counter.js';
import { respond } from './assistant/respond.js';
import type { KnownShopper, Scope } from './assistant/scope.js';
import type { Search } from './assistant/search.js';
import { createSearch } from './assistant/search-garments.js';
import { createFaqAnswers } from './assistant/store-questions/answer-from-faq.js';
import { type Faq, readFaq } from './assistant/store-questions/faq.js';
import { readTopicCues } from './assistant/store-questions/store-topics.js';
import { createDemoPictures } from './catalog/demo/demo-pictures.js';
import { createDrawnLikeness } from './catalog/demo/drawn-likeness.js';
import type { GarmentStore, GarmentWriter } from './catalog/garment-store.js';
import { importDemo, needsDemo } from './catalog/import-demo.js';
import { imageFetcher } from './catalog/import-feed.js';
import type { ImportOptions } from './catalog/import-options.js';
import type { ImportReport } from './catalog/import-report.js';
import { storedPicture } from './catalog/pictures/stored-picture.js';
import { DEMO_SOURCE } from './catalog/shrink-guard.js';
import { createGarmentStore } from './catalog/sqlite-garment-store.js';
import { type BoundTokens, createBoundTokens } from './channels/access/bound-token.js';
import {
  createHandoverDesk,
  type HandoverDesk,
  type HandoverDeskDependencies,
} from './channels/handover/handover-desk.js';
import { mailWay } from './channels/handover/mail-way.js';
import { webhookWay } from './channels/handover/webhook-way.js';
import type { BoardAddress, Rendering } from './channels/rendering/render-reply.js';
import { openSpeechEngines } from './channels/voice/speech/speech-settings.js';
import type { Config } from './config.js';
import type { Garment } from './domain/garment.js';
import type { ExchangeRates } from './domain/money.js';
import { createPhotoDecoder } from './encoding/decode-photo.js';
import type { PhotoDecoder } from './encoding/encoder.js';
import { createGuardedFetch } from './encoding/guarded-fetch.js';
import { type OpenedEncoder, openEncoder } from './encoding/open-encoder.js';
import { type Language, openLanguage } from './language/open-language.js';
import { openVectorIndex } from './retrieval/open-vector-index.js';
import type { VectorIndex } from './retrieval/vector-index.js';
import { createApp } from './server/create-app.js';
import { listen } from './server/listen.js';
import type { ConversationStore } from './storage/conversation-store.js';
import { type Database, openDatabase } from './storage/database.js';
import type { ShopperStore } from './storage/shopper-store.js';
import { createActivityLog } from './storage/sqlite-activity-log.js';
import { createConversationStore } from './storage/sqlite-conversation-store.js';
import { createHandoverStore } from './storage/sqlite-handover-store.js';
import { createInboxStore } from './storage/sqlite-inbox-store.js';
import { createShopperStore } from './storage/sqlite-shopper-store.js';
import { createWardrobeStore } from './storage/sqlite-wardrobe-store.js';
import { createWatchStore } from './storage/sqlite-watch-store.js';
import type { WardrobeStore } from './storage/wardrobe-store.js';
import { createFindBestPurchase } from './styling/best-purchase.js';
import { createGarmentCutOuts } from './styling/board/garment-cut-outs.js';
import { createOutfitBoards } from './styling/board/outfit-boards.js';
import { createOutfitComposer } from './styling/compose-outfits.js';
import { openKinds } from './styling/learned-kinds.js';
import type { ComposeOutfits } from './styling/outfit-composer.js';
import type { Words } from './words.js';

/** The currency of a catalogue that has no prices yet: the demo's. */
const FALLBACK_CURRENCY = 'CNY';
/** A person browses far below this; a loop does not. Loopback callers of a local service are not counted. */
const REQUESTS_PER_MINUTE = 120;
const HOUR = 3_600_000;
/** A conversation silent this long is forgotten, in milliseconds: thirty days. */
const KEPT_CONVERSATIONS = 30 * 24 * HOUR;
/** A garment that a shopper asked to be told of is watched this long, in milliseconds: a season. */
const KEPT_WATCHES = 90 * 24 * HOUR;
/** Garments of earlier visits that stand for a shopper's taste. */
const LIKED = 8;
/** How long a link to one's own data opens, in seconds. */
const DATA_LINK_SECONDS = 900;
/** Where the demo's own product pages are. */
const DEMO_PAGES = '/demo/garments/';
/** How often a running service looks for what another process imported, in milliseconds. */
const LOOK_FOR_IMPORTS = 5_000;

/** The model and what turns bytes into pixels: enough to tag, embed and rank. */
export interface Model {
  readonly encoder: OpenedEncoder;
  readonly decodePhoto: PhotoDecoder;
}

/** The catalogue and what fills it. */
export interface Catalogue extends Model {
  readonly db: Database;
  readonly garments: GarmentStore & GarmentWriter;
  readonly language: Language;
  /** What every import takes. */
  readonly importing: ImportOptions;
  close(): Promise<void>;
}

/** One assistant over one catalogue; every entry talks to it through `takeTurn`. */
export interface App extends Catalogue {
  readonly config: Config;
  readonly words: Words;
  readonly log: Logger;
  readonly conversationsDb: Database;
  readonly conversations: ConversationStore;
  readonly shoppers: ShopperStore;
  readonly wardrobes: WardrobeStore;
  readonly tokens: BoundTokens;
  readonly vectors: VectorIndex;
  readonly rates: ExchangeRates;
  readonly search: Search;
  readonly composeOutfits: ComposeOutfits;
  readonly counter: Counter;
  readonly takeTurn: TakeTurn;
  /** What a turn of a conversation may use, of a shopper where one is named. */
  readonly scope: (of: { readonly conversationId: string; readonly userId?: string }) => Promise<Scope>;
  readonly rendering: Rendering;
  /** Channels in which the shop can write first; their conversations' ids begin with their names. */
  readonly notifying: Set<string>;
  /** Draws and imports the demo boutique where nothing else is sold; undefined where that was not needed. */
  importDemoIfNeeded(onProgress: (done: number, total: number) => void): Promise<ImportReport | undefined>;
  /** Brings the vector index in line with the catalogue; searches go on meanwhile. */
  refresh(): Promise<void>;
}

export async function openModel(config: Config, words: Words): Promise<Model> {
  const encoder = await openEncoder({
    model: config.model,
    modelsRoot: words.folders.models,
    cacheDirectory: join(config.dataDir, 'models'),
  });
  return { encoder, decodePhoto: createPhotoDecoder() };
}

export async function openCatalogue(config: Config, words: Words): Promise<Catalogue> {
  const [model, language, db] = await Promise.all([
    openModel(config, words),
    openLanguage(pathToFileURL(`${words.folders.locales}/`)),
    openDatabase({ file: join(config.dataDir, 'catalogue.db'), durability: 'normal' }),
  ]);
  const garments = createGarmentStore(db, {
    vocabulary: words.vocabulary,
    splitForIndex: language.splitForIndex,
    modelId: model.encoder.modelId,
  });
  const close = async () => {
    await model.encoder.close();
    await db.destroy();
  };
  const importing: ImportOptions = {
    store: garments,
    encoder: model.encoder,
    decodePhoto: model.decodePhoto,
    fetchImage: imageFetcher(createGuardedFetch()),
    vocabulary: words.vocabulary,
  };
  return { ...model, db, garments, language, importing, close };
}

export async function openApp(config: Config, words: Words): Promise<App> {
  const catalogue = await openCatalogue(config, words);
  const { garments, encoder, decodePhoto, language } = catalogue;
  const { vocabulary } = words;
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const conversationsDb = await openDatabase({ file: join(config.dataDir, 'conversations.db') });
  const conversations = createConversationStore(conversationsDb);
  const shoppers = createShopperStore(conversationsDb);
  const wardrobes = createWardrobeStore(conversationsDb);
  const tokens = createBoundTokens(config.secret ?? (await keptSecret(config.dataDir)), Date.now);
  const rendering: Rendering = {
    wording: words.wording,
    base: config.publicUrl ?? `http://${config.host}:${config.port}`,
  };
  const desk = openDesk(config, rendering, {
    conversations,
    garments,
    handovers: createHandoverStore(conversationsDb),
    log,
  });
  // The demo as another model saw it is imported anew after the start; until then it is not read.
  let demoWanted = await needsDemo(catalogue.importing);
  const vectors = await openVectorIndex({
    modelId: encoder.modelId,
    dim: encoder.dim,
    directory: join(config.dataDir, 'vectors'),
    replaceForeign: demoWanted || (await garments.model()) === encoder.modelId,
  });
  let currency = FALLBACK_CURRENCY;
  // The catalogue's currency is the base, and an import may change it under a running service.
  const rates: ExchangeRates = {
    get base() {
      return currency;
    },
    perUnit: config.rates,
  };
  const search = createSearch({
    garments,
    encoder,
    vectors,
    vocabulary,
    splitForIndex: language.splitForIndex,
    rates,
    onFailure: (what, error) => log.error({ err: error, what }, 'search went on without a part of it'),
  });
  const styling = { garments, vocabulary, rates, clock: () => new Date() };
  const bestPurchase = createFindBestPurchase(styling);
  const composeOutfits = createOutfitComposer({
    ...styling,
    kinds: await openKinds(join(words.folders.models, 'outfits', 'kinds.json')),
  });
  const topics = await readTopicCues(join(words.folders.locales, 'store-topics.json'));
  const storeOf = (faq: Faq) => ({
    faq: createFaqAnswers(faq, topics, language.splitForIndex),
    ...(faq.contact === undefined ? {} : { contact: faq.contact }),
  });
  const demoStore = storeOf(await readFaq(join(words.folders.locales, 'demo-faq.json')));
  const ownStore = config.faq === undefined ? {} : storeOf(await readFaq(config.faq));
  let sellsDemo = demoWanted;
  const knownShopper = async (userId: string, conversationId: string): Promise<KnownShopper> => {
    const profile = await shoppers.profile(userId);
    const dataAddress = () =>
      `${rendering.base}/api/users/${encodeURIComponent(userId)}/data?token=${tokens.issue({ conversationId, userId }, 'data', DATA_LINK_SECONDS)}`;
    if (profile === undefined) return { dataAddress };
    const [liked, own] = await Promise.all([shoppers.liked(userId, LIKED), wardrobes.ofUser(userId, encoder.modelId)]);
    return { dataAddress, profile, liked, wardrobe: own };
  };
  const notifying = new Set<string>();
  const scope: App['scope'] = async ({ conversationId, userId }) => ({
    now: Date.now,
    seed: conversationId,
    vocabulary,
    currency,
    brands: await garments.brands(),
    rates,
    understand: language.understand,
    decodePhoto,
    encoder,
    search,
    composeOutfits,
    bestPurchase,
    garments,
    ...(config.faq === undefined && sellsDemo ? demoStore : ownStore),
    takesHandovers: desk !== undefined,
    notifies: notifying.has(conversationId.split(':')[0] ?? ''),
    ...(userId === undefined ? {} : { user: await knownShopper(userId, conversationId) }),
  });
  const takeTurn = createTakeTurn({
    respond,
    conversations,
    defaultLocale: 'zh-CN',
    scope,
    onEffects: (effects) => {
      if (effects.some(({ kind }) => kind === 'hand-over')) void desk?.work();
    },
    onFailure: (_request, what, error) => log.error({ err: error, what }, 'a turn was answered with an apology'),
  });

  const refresh = async () => {
    if (demoWanted) return;
    const version = await garments.version();
    currency = (await garments.currency()) ?? FALLBACK_CURRENCY;
    sellsDemo = (await garments.source()) === DEMO_SOURCE;
    if ((await vectors.status()).version === version) return;
    const rows = await garments.matching({ constraints: {}, availableOnly: false }, rates);
    await vectors.sync({ version, rows, vectors: (wanted) => garments.vectors(wanted) });
    await composeOutfits.warm();
  };
  await refresh();
  const watch = setInterval(
    () => void refresh().catch((error: unknown) => log.error({ err: error }, 'refresh')),
    LOOK_FOR_IMPORTS,
  );
  watch.unref();

  desk?.start();
  const close = async () => {
    clearInterval(watch);
    await desk?.close();
    await vectors.close();
    await conversationsDb.destroy();
    await catalogue.close();
  };
  return {
    ...catalogue,
    config,
    words,
    log,
    conversationsDb,
    conversations,
    shoppers,
    wardrobes,
    tokens,
    vectors,
    rates,
    search,
    composeOutfits,
    counter: createCounter({ ...catalogue, search, composeOutfits, understand: language.understand, vocabulary }),
    takeTurn,
    scope,
    rendering,
    notifying,
    refresh,
    async importDemoIfNeeded(onProgress) {
      if (!demoWanted) return undefined;
      const report = await importDemo({ ...catalogue.importing, onProgress });
      demoWanted = false;
      await refresh();
      return report;
    },
    close,
  };
}

/** A service that listens. */
export interface Service {
  /** Where the chat page is, without a trailing slash. */
  readonly address: string;
  /** Opens `/readyz`: the models are loaded and there is a catalogue. */
  announceReady(): void;
  close(): Promise<void>;
}

/** Puts the assistant behind HTTP with every channel that the environment switches on. */
export async function serve(app: App): Promise<Service> {
  const { config, words, log } = app;
  const { wording, vocabulary } = words;
  const site = {
    production: config.production,
    apiKey: config.apiKey,
    publicUrl: config.publicUrl,
    allowedOrigins: config.allowedOrigins,
  };
  const { tokens } = app;
  const activityLog = createActivityLog(app.conversationsDb);
  const inbox = createInboxStore(app.conversationsDb);
  const watches = createWatchStore(app.conversationsDb);
  const guardedFetch = createGuardedFetch({ allowLoopback: config.allowEmulator });
  const demo = createDemoPictures();
  const pictureFolder = join(config.dataDir, 'pictures');
  const pictureOf = async (garment: Garment) => {
    const svg = garment.url?.startsWith(DEMO_PAGES) ? demo.cutout(garment.id) : undefined;
    if (svg !== undefined) return { svg };
    const bytes = await storedPicture(garment, { folder: pictureFolder, ...app.importing });
    return bytes && { bytes };
  };
  const boards = createOutfitBoards({
    garments: app.garments,
    vocabulary,
    pictureOf,
    likeness: createDrawnLikeness(),
    ownNote: (locale) => wording.message({ id: 'style.slot.own' }, locale),
  });
  const cutOut = createGarmentCutOuts({ garments: app.garments, pictureOf });
  const boardAddress: BoardAddress = (outfit, locale) => boards.address(outfit.garments, locale);
  const prune = async () => {
    const olderThan = Date.now() - KEPT_CONVERSATIONS;
    await app.conversations.prune(olderThan);
    await activityLog.prune(olderThan);
    await inbox.prune(olderThan);
    await watches.prune(Date.now() - KEPT_WATCHES);
  };
  const pruning = setInterval(() => void prune().catch((error: unknown) => log.error({ err: error }, 'prune')), HOUR);
  pruning.unref();
  let ready = false;
  // Engines of the operator may run beside this service; what is sent there names no address of a shopper's.
  const speech = openSpeechEngines(config.speech, createGuardedFetch({ allowLoopback: true }));
  const channels = config.channels.flatMap((create) => {
    const channel = create({
      takeTurn: app.takeTurn,
      counter: app.counter,
      shoppers: app.shoppers,
      wording,
      boardAddress,
      tokens,
      activityLog,
      inbox,
      watches,
      garments: app.garments,
      quiet: config.quiet,
      fetch: guardedFetch,
      callsLoopback: config.allowEmulator,
      ready: () => ready,
      fetchPhoto: async (address) => (await guardedFetch(address)).bytes,
      speech,
      site,
      log,
      now: Date.now,
      randomId: randomUUID,
      version: words.version,
      widgetFolder: words.folders.widget,
    });
    if (channel === undefined) return [];
    if (channel.notifies === true) app.notifying.add(channel.name);
    return [channel];
  });
  const express = createApp({
    site,
    trustProxy: config.trustProxy,
    requestsPerMinute: REQUESTS_PER_MINUTE,
    takeTurn: app.takeTurn,
    counter: app.counter,
    garments: app.garments,
    encoder: app.encoder,
    decodePhoto: app.decodePhoto,
    conversations: app.conversations,
    shoppers: app.shoppers,
    wardrobes: app.wardrobes,
    now: Date.now,
    activityLog,
    channels,
    pictures: { demo: demo.picture, board: boards.board, cutOut },
    pictureFolder,
    wording,
    boardAddress,
    vocabulary,
    tokens,
    log,
    clock: () => performance.now(),
    randomId: randomUUID,
    ready: () => ready,
    version: words.version,
  });
  const listening = await listen(express, { host: config.host, port: config.port, site, channels });
  return {
    address: listening.address,
    announceReady() {
      ready = true;
    },
    async close() {
      clearInterval(pruning);
      await listening.close();
    },
  };
}

/** The desk that passes talks to the merchant's people, where a way to them is configured. */
function openDesk(
  { handover, allowLocalHandover }: Config,
  rendering: Rendering,
  deps: Pick<HandoverDeskDependencies, 'handovers' | 'conversations' | 'garments' | 'log'>,
): HandoverDesk | undefined {
  if (handover === undefined) return undefined;
  const way =
    handover.kind === 'webhook'
      ? webhookWay(handover.url, handover.secret, Date.now, createGuardedFetch({ allowLoopback: allowLocalHandover }))
      : mailWay(handover.smtpUrl, handover.to, handover.from, rendering.wording);
  return createHandoverDesk({ ...deps, way, rendering, now: Date.now });
}

/** The local mode's signing secret, kept in the data folder so that a conversation goes on after a restart. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'local-secret');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined && known.length >= 32) return known;
  const secret = randomBytes(32).toString('hex');
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
