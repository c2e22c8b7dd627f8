import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPictures } from '../catalog/pictures/open-pictures.js';
import type { Encoder, GarmentTokens, PhotoDecoder } from '../encoding/encoder.js';
import { FlatVectors } from '../retrieval/flat-vectors.js';
import { encodeCollection } from './encode-collection.js';

/** Photos as garments without words: vectors and attention tokens, held in memory, by row. */
export class PhotoLibrary {
  readonly names: readonly string[];
  readonly vectors: FlatVectors;
  readonly #embeddings: Float32Array;
  readonly #tokens: Int8Array;
  readonly #masks: Uint8Array;
  readonly #rows: ReadonlyMap<string, number>;

  constructor(names: readonly string[], dim: number, embeddings: Float32Array, tokens: Int8Array, masks: Uint8Array) {
    this.names = names;
    this.#embeddings = embeddings;
    this.#tokens = tokens;
    this.#masks = masks;
    this.vectors = FlatVectors.inMemory(dim, Uint32Array.from(names.keys()), embeddings);
    this.#rows = new Map(names.map((name, row) => [name, row]));
  }

  rowOf(name: string): number | undefined {
    return this.#rows.get(name);
  }

  embedding(row: number): Float32Array {
    const { dim } = this.vectors;
    return this.#embeddings.subarray(row * dim, (row + 1) * dim);
  }

  /** Undefined where the model has no attention ranker. */
  tokens(row: number): GarmentTokens | undefined {
    if (this.#tokens.length === 0) return undefined;
    const size = this.#tokens.length / this.names.length;
    const places = this.#masks.length / this.names.length;
    return {
      tokens: this.#tokens.subarray(row * size, (row + 1) * size),
      mask: this.#masks.subarray(row * places, (row + 1) * places),
    };
  }
}

export interface LibraryOptions {
  readonly encoder: Encoder;
  readonly decode: PhotoDecoder;
  /** File names of the photos wanted; all by default. */
  readonly names?: readonly string[];
  /** A folder where what was encoded is kept for the next suite; nothing is kept without it. */
  readonly cache?: string;
  readonly onRefused?: (name: string, reason: string) => void;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Encodes the photos of a folder or zip, or reads what an earlier run of the same model kept of them. */
export async function photoLibrary(path: string, options: LibraryOptions): Promise<PhotoLibrary> {
  const { encoder, cache } = options;
  const { size, mtimeMs } = await stat(path);
  const key = createHash('sha256')
    .update(JSON.stringify([path, size, mtimeMs, encoder.modelId, options.names]))
    .digest('hex');
  const file = cache === undefined ? undefined : join(cache, `${key.slice(0, 24)}.photos`);
  const kept = file === undefined ? undefined : await readKept(file, encoder.dim);
  return kept ?? keep(file, await encodeAll(path, options), encoder.dim);
}

interface Parts {
  readonly names: string[];
  readonly embeddings: Float32Array;
  readonly tokens: Int8Array;
  readonly masks: Uint8Array;
}

async function encodeAll(path: string, options: LibraryOptions): Promise<Parts> {
  const { encoder, decode, onRefused, onProgress } = options;
  const photos = await openPictures(path);
  const names: string[] = [];
  const embeddings: Float32Array[] = [];
  const tokens: Promise<GarmentTokens | undefined>[] = [];
  let done = 0;
  for await (const encoded of encodeCollection(photos, {
    encoder,
    decode,
    ...(options.names ? { names: options.names } : {}),
  })) {
    onProgress?.(++done, options.names?.length ?? photos.names.length);
    if ('refused' in encoded) {
      onRefused?.(encoded.name, encoded.refused);
      continue;
    }
    names.push(encoded.name);
    embeddings.push(encoded.photo.embedding);
    tokens.push(encoder.encodeGarment(undefined, [encoded.photo]).then((garment) => garment.tokens));
  }
  await photos.close();
  const own = (await Promise.all(tokens)).filter((one) => one !== undefined);
  return {
    names,
    embeddings: joined(embeddings, (length) => new Float32Array(length)),
    tokens: joined(
      own.map((one) => one.tokens),
      (length) => new Int8Array(length),
    ),
    masks: joined(
      own.map((one) => one.mask),
      (length) => new Uint8Array(length),
    ),
  };
}

function joined<T extends Float32Array | Int8Array | Uint8Array>(parts: readonly T[], make: (length: number) => T): T {
  const all = make(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** One file: the length of the names as text, the names, embeddings, tokens, masks. */
async function keep(file: string | undefined, parts: Parts, dim: number): Promise<PhotoLibrary> {
  const { names, embeddings, tokens, masks } = parts;
  if (file !== undefined) {
    await mkdir(join(file, '..'), { recursive: true });
    const header = Buffer.from(JSON.stringify({ names, tokens: tokens.length, masks: masks.length }));
    const length = Buffer.from(String(header.length).padEnd(16));
    const body = [header, embeddings, tokens, masks].map(
      (part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
    );
    await writeFile(`${file}.new`, Buffer.concat([length, ...body]));
    await rename(`${file}.new`, file);
  }
  return new PhotoLibrary(names, dim, embeddings, tokens, masks);
}

async function readKept(file: string, dim: number): Promise<PhotoLibrary | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return undefined;
  const length = Number(bytes.subarray(0, 16).toString());
  const header: unknown = JSON.parse(bytes.subarray(16, 16 + length).toString());
  if (!isHeader(header)) return undefined;
  const { names, tokens, masks } = header;
  let at = 16 + length;
  const take = (count: number) => {
    const part = new Uint8Array(bytes.subarray(at, at + count));
    at += count;
    return part;
  };
  const embeddings = new Float32Array(take(names.length * dim * 4).buffer);
  return new PhotoLibrary(names, dim, embeddings, new Int8Array(take(tokens).buffer), take(masks));
}

function isHeader(value: unknown): value is { names: string[]; tokens: number; masks: number } {
  return (
    typeof value === 'object' && value !== null && 'names' in value && Array.isArray(value.names) && 'masks' in value
  );
}
