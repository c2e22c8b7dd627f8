import { readFile, writeFile } from 'node:fs/promises';
import { openPictures } from '../catalog/pictures/open-pictures.js';
import { YidaFault } from '../domain/fault.js';
import type { Encoder, PhotoDecoder } from '../encoding/encoder.js';
import { encodeCollection } from './encode-collection.js';
import { NpyWriter } from './npy.js';

/** What was written, and what could not be. */
export interface EmbedReport {
  readonly rows: number;
  readonly dim: number;
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}

/** Texts encoded in one call. */
const BATCH = 64;

/** The lines of a text file: one text a line, the last line break optional, empty lines kept as empty texts. */
export async function readLines(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new YidaFault('feed-unreadable', `${path} cannot be read`, { values: { file: path }, cause });
  });
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * `embed --texts`: one unit vector a line to `out` (NumPy float32 [n, dim]) and the lines to its names file,
 * in order.
 */
export async function embedTexts(file: string, out: string, encoder: Encoder): Promise<EmbedReport> {
  const lines = await readLines(file);
  const writer = await NpyWriter.create(out, encoder.dim);
  for (let at = 0; at < lines.length; at += BATCH) {
    for (const { embedding } of await encoder.encodeTexts(lines.slice(at, at + BATCH))) await writer.row(embedding);
  }
  await writer.close();
  await writeNames(out, lines);
  return { rows: lines.length, dim: encoder.dim, refused: [] };
}

/**
 * `embed --images`: one unit vector a readable photo of a folder or zip, in the order of the file names, which
 * go to the names file. Photos that cannot be read are left out and told to `onRefused`.
 */
export async function embedImages(
  path: string,
  out: string,
  { encoder, decode, onRefused, onProgress }: EmbedImagesOptions,
): Promise<EmbedReport> {
  const photos = await openPictures(path);
  const writer = await NpyWriter.create(out, encoder.dim);
  const names: string[] = [];
  const refused = photos.refused.map(({ name, reason }) => ({ name, reason: reason.id }));
  for (const { name, reason } of refused) onRefused?.(name, reason);
  try {
    for await (const encoded of encodeCollection(photos, { encoder, decode })) {
      if ('refused' in encoded) {
        refused.push({ name: encoded.name, reason: encoded.refused });
        onRefused?.(encoded.name, encoded.refused);
      } else {
        await writer.row(encoded.photo.embedding);
        names.push(encoded.name);
      }
      onProgress?.(names.length + refused.length, photos.names.length);
    }
  } finally {
    await photos.close();
    await writer.close();
  }
  await writeNames(out, names);
  return { rows: names.length, dim: encoder.dim, refused };
}

export interface EmbedImagesOptions {
  readonly encoder: Encoder;
  readonly decode: PhotoDecoder;
  readonly onRefused?: (name: string, reason: string) => void;
  readonly onProgress?: (done: number, of: number) => void;
}

/** `v.npy` has its names in `v.names.txt`. */
function writeNames(out: string, names: readonly string[]): Promise<void> {
  const lines = names.map((name) => `${name}\n`);
  return writeFile(`${out.replace(/\.npy$/, '')}.names.txt`, lines.join(''));
}
