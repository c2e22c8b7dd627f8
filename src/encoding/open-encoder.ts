import { LRUCache } from 'lru-cache';
import { YidaFault } from '../domain/fault.js';
import type { AttendInput, GarmentHidden } from './attention-networks.js';
import { readTags } from './attribute-tags.js';
import { batchCalls } from './batch-calls.js';
import type {
  Attend,
  AttentionCandidate,
  AttentionQuery,
  DecodedPhoto,
  Encoder,
  GarmentEncoding,
  LikenessLevels,
  Look,
  PhotoEncoding,
  TextEncoding,
} from './encoder.js';
import type { EncoderCalls, ModelInfo } from './encoder-calls.js';
import { findModelFolder } from './model-folder.js';
import { pixelsFor } from './photo-pixels.js';
import { callInline, callThread, spawnThread, type ThreadClient, threadFile } from './thread-calls.js';

export interface OpenEncoderOptions {
  /** A folder of `modelsRoot`, a path to a model folder, or a model of the Hugging Face hub. */
  readonly model: string;
  readonly modelsRoot: string;
  /** Where hub models are kept once fetched. */
  readonly cacheDirectory: string;
  /** Threads of one operator, 2 by default. */
  readonly threads?: number;
  /** False computes on the calling thread: for tests and one-shot tools. */
  readonly threaded?: boolean;
}

/** An encoder that holds a thread; close it when done. */
export interface OpenedEncoder extends Encoder {
  /** What the model says of itself; undefined for hub models. */
  readonly config: ModelInfo['yida'];
  close(): Promise<void>;
}

/** Small batches keep a shopper's single photo from waiting behind an import's. */
const PHOTOS_AT_ONCE = 4;
const TEXTS_AT_ONCE = 16;
const GARMENTS_AT_ONCE = 8;
/** Pictures of one garment whose patches are read. */
const PICTURES = 8;
/** Texts remembered: the words of a request come again with every refinement, button and page. */
const REMEMBERED_TEXTS = 500;

/**
 * Loads a model and opens the encoder over it, in a thread of its own. Rejects with YidaFault model-missing
 * or model-corrupt.
 */
export async function openEncoder(options: OpenEncoderOptions): Promise<OpenedEncoder> {
  const folder = findModelFolder(options.model, options.modelsRoot);
  const source =
    folder === undefined
      ? ({ kind: 'hub', name: hubName(options), cache: options.cacheDirectory } as const)
      : ({ kind: 'folder', path: folder } as const);
  const spec = { source, tuning: { threads: options.threads ?? 2 } };
  const thread = threadFile('encoder-thread', import.meta.url);
  let info: ModelInfo | undefined;
  const open = async (call: ThreadClient<EncoderCalls>['call']) => {
    info = await call('open', spec);
  };
  const threaded = (options.threaded ?? true) && thread.canSpawn;
  const client = threaded
    ? callThread<EncoderCalls>(() => spawnThread(thread.url, undefined), open)
    : // Loaded only here: the libraries belong to the thread and would double the main thread's memory.
      callInline<EncoderCalls>((await import('./encoder-calls.js')).encoderHandlers());
  try {
    if (threaded) await client.call('texts', ['']);
    else await open((name, input) => client.call(name, input));
    if (!info) throw new YidaFault('internal', 'the model did not say what it is');
    return new ThreadEncoder(client, info);
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** A name on the hub has an owner; anything else was meant to be a folder. */
function hubName({ model, modelsRoot }: OpenEncoderOptions): string {
  if (/^[\w.-]+\/[\w.-]+$/.test(model) && !model.startsWith('.')) return model;
  throw new YidaFault(
    'model-missing',
    `there is no model folder ${modelsRoot}/${model}: restore it (git checkout models), or name another model in YIDA_MODEL`,
    { values: { file: `${modelsRoot}/${model}` } },
  );
}

class ThreadEncoder implements OpenedEncoder {
  readonly modelId: string;
  readonly dim: number;
  readonly config: ModelInfo['yida'];
  readonly attend?: Attend;
  readonly likeness?: LikenessLevels;
  readonly #client: ThreadClient<EncoderCalls>;
  readonly #info: ModelInfo;
  readonly #remembered = new LRUCache<string, Promise<TextEncoding>>({ max: REMEMBERED_TEXTS });
  readonly #text: (text: string) => Promise<TextEncoding>;
  readonly #photo: (photo: DecodedPhoto) => Promise<PhotoEncoding>;
  readonly #closely: (photo: DecodedPhoto) => Promise<Float32Array>;
  readonly #tokens: (garment: GarmentHidden) => Promise<NonNullable<GarmentEncoding['tokens']>>;

  constructor(client: ThreadClient<EncoderCalls>, info: ModelInfo) {
    this.#client = client;
    this.#info = info;
    this.modelId = info.modelId;
    this.dim = info.dim;
    this.config = info.yida;
    this.#text = batchCalls((texts) => client.call('texts', texts), TEXTS_AT_ONCE);
    this.#photo = batchCalls((photos) => this.#see(photos), PHOTOS_AT_ONCE);
    this.#closely = batchCalls((photos) => this.#seeClosely(photos), PHOTOS_AT_ONCE);
    this.#tokens = batchCalls((garments) => client.call('tokens', garments), GARMENTS_AT_ONCE);
    if (info.yida?.likeness) this.likeness = info.yida.likeness;
    if (info.hasAttention) this.attend = (query, candidates) => this.#attend(query, candidates);
  }

  encodeTexts(texts: readonly string[]): Promise<TextEncoding[]> {
    return Promise.all(
      texts.map((text) => {
        const known = this.#remembered.get(text);
        if (known) return known;
        const encoding = this.#text(text);
        this.#remembered.set(text, encoding);
        // A failure is not remembered: the next call tries again.
        encoding.catch(() => this.#remembered.delete(text));
        return encoding;
      }),
    );
  }

  encodePhotos(photos: readonly DecodedPhoto[], look: Look = 'closely'): Promise<PhotoEncoding[]> {
    return Promise.all(photos.map((photo) => this.#encodePhoto(photo, look)));
  }

  async #encodePhoto(photo: DecodedPhoto, look: Look): Promise<PhotoEncoding> {
    const plan = this.#info.yida?.closeLook;
    if (look === 'at-a-glance' || !plan || Math.max(photo.width, photo.height) < plan.leastEdge) {
      return this.#photo(photo);
    }
    const [seen, logits] = await Promise.all([this.#photo(photo), this.#closely(photo)]);
    // Whether there is a garment at all is told well enough, and was measured, at the small size.
    return { ...seen, tags: { ...seen.tags, tags: readTags(logits, plan.attributes).tags } };
  }

  async #seeClosely(photos: readonly DecodedPhoto[]): Promise<Float32Array[]> {
    const { preprocessor, yida } = this.#info;
    const size = yida?.closeLook && { height: yida.closeLook.height, width: yida.closeLook.width };
    const plan = size ? { ...preprocessor, size } : preprocessor;
    return this.#client.call('closely', await Promise.all(photos.map((photo) => pixelsFor(photo, plan))));
  }

  async encodeGarment(title: TextEncoding | undefined, photos: readonly PhotoEncoding[]): Promise<GarmentEncoding> {
    if (!title && photos.length === 0)
      throw new YidaFault('bad-request', 'a garment has neither a title nor a picture');
    const embedding = this.#fused(title, photos);
    if (!this.#info.hasAttention) return { embedding };
    const pictures = photos.slice(0, PICTURES);
    const tokens = await this.#tokens({
      text: title?.hidden ?? new Float32Array(),
      textLength: title?.length ?? 0,
      patches: joined(pictures.map((picture) => picture.patches)),
      patchCount: pictures.reduce((sum, picture) => sum + picture.patchCount, 0),
    });
    return { embedding, tokens };
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #see(photos: readonly DecodedPhoto[]): Promise<PhotoEncoding[]> {
    const { preprocessor, yida } = this.#info;
    const pixels = await Promise.all(photos.map((photo) => pixelsFor(photo, preprocessor)));
    const seen = await this.#client.call('photos', pixels);
    return seen.map(({ embedding, patches, patchCount, attributes }) => ({
      embedding,
      patches,
      patchCount,
      tags: readTags(attributes, attributes.length > 0 ? (yida?.attributes ?? []) : []),
    }));
  }

  /** Hub models say nothing of fusion; Marqo's fashion benchmark mixes .9 image and .1 title. */
  #fused(title: TextEncoding | undefined, photos: readonly PhotoEncoding[]): Float32Array {
    const weights = this.#info.yida?.fusion ?? { image: 0.9, text: 0.1 };
    const fused = new Float32Array(this.dim);
    for (const photo of photos) add(fused, photo.embedding, weights.image / photos.length);
    if (title) add(fused, title.embedding, photos.length > 0 ? weights.text : 1);
    const length = Math.hypot(...fused);
    return length > 0 ? fused.map((value) => value / length) : fused;
  }

  async #attend(query: AttentionQuery, candidates: readonly AttentionCandidate[]) {
    const { text, photo, history } = query;
    const input: AttendInput = {
      text: text && { embedding: text.embedding, hidden: text.hidden, length: text.length },
      photo: photo && {
        embedding: photo.embedding,
        patches: photo.patches ?? new Float32Array(),
        patchCount: photo.patches ? (photo.patchCount ?? 0) : 0,
      },
      history,
      tokens: joinedBytes(
        candidates.map((candidate) => candidate.tokens.tokens),
        (length) => new Int8Array(length),
      ),
      mask: joinedBytes(
        candidates.map((candidate) => candidate.tokens.mask),
        (length) => new Uint8Array(length),
      ),
      embeddings: joined(candidates.map((candidate) => candidate.embedding)),
      count: candidates.length,
    };
    const { scores, weights, modalityScores } = await this.#client.call('attend', input);
    const [forText = 0, forImage = 0, forHistory = 0] = weights;
    return { scores, modalityScores, weights: { text: forText, image: forImage, history: forHistory } };
  }
}

function add(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (const [at, value] of vector.entries()) sum[at] = (sum[at] ?? 0) + weight * value;
}

function joined(vectors: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(vectors.reduce((sum, vector) => sum + vector.length, 0));
  let at = 0;
  for (const vector of vectors) {
    all.set(vector, at);
    at += vector.length;
  }
  return all;
}

function joinedBytes<T extends Int8Array | Uint8Array>(parts: readonly T[], make: (length: number) => T): T {
  const all = make(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
