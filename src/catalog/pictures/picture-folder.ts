import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { YidaFault } from '../../domain/fault.js';
import { isPictureName, MAX_PICTURE_BYTES, type PictureSource } from './picture-source.js';

/** The pictures below a folder. Links are not followed: they may lead out of it. */
export async function openPictureFolder(folder: string): Promise<PictureSource> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(isPictureName)
    .sort();
  const known = new Set(names);
  return {
    names,
    refused: [],
    async read(name) {
      if (!known.has(name)) throw new YidaFault('photo-missing', `${name} is not in the folder`);
      return collectBytes(createReadStream(join(folder, ...name.split('/'))), name);
    },
    async close() {},
  };
}

/** A stream's bytes, counted as they come: what a file system or a zip says of a size is not relied on. */
export async function collectBytes(stream: Readable, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > MAX_PICTURE_BYTES) {
      stream.destroy();
      throw new YidaFault('photo-too-large', `${name} has more than ${MAX_PICTURE_BYTES} bytes`, {
        values: { megabytes: MAX_PICTURE_BYTES / 2 ** 20 },
      });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
