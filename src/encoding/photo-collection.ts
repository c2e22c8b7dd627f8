import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { YidaFault } from '../domain/fault.js';

/** Pictures of a folder or a zip, by file name; nothing of them has been read or trusted yet. */
export interface PhotoCollection {
  /** File names without folders, in order. */
  readonly names: readonly string[];
  /** The bytes of a picture; undefined where there is none of that name. Rejects with photo-too-large. */
  read(name: string): Promise<Uint8Array | undefined>;
  close(): void;
}

/** Files that are meant as pictures, those that cannot be read included: they are refused, not overlooked. */
const PICTURE = /\.(jpe?g|png|webp|hei[cf]|avif|gif|bmp|tiff?)$/i;
const MAX_BYTES = 20 * 2 ** 20;

/**
 * Opens a folder (with the folders in it) or a zip. Of pictures with one name the first counts. Rejects with
 * YidaFault feed-unreadable where the path is neither.
 */
export async function openPhotoCollection(path: string): Promise<PhotoCollection> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) return openFolder(path);
  if (!there?.isFile()) {
    throw new YidaFault('feed-unreadable', `${path} is neither a folder nor a zip of photos`, {
      values: { file: path },
    });
  }
  try {
    return await openZip(path);
  } catch (cause) {
    throw new YidaFault('feed-unreadable', `${path} is not a zip file that can be read`, {
      values: { file: path },
      cause,
    });
  }
}

async function openFolder(folder: string): Promise<PhotoCollection> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && isPicture(entry.name) && !files.has(entry.name)) {
      files.set(entry.name, join(entry.parentPath, entry.name));
    }
  }
  return {
    names: [...files.keys()].sort(),
    async read(name) {
      const file = files.get(name);
      return file === undefined ? undefined : collect(createReadStream(file), name);
    },
    close() {},
  };
}

async function openZip(path: string): Promise<PhotoCollection> {
  const zip: ZipFile = await openPromise(path, { autoClose: false, lazyEntries: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = basename(entry.fileName);
    const hidden = entry.fileName.startsWith('__MACOSX/') || name.startsWith('.');
    if (!hidden && !entry.fileName.endsWith('/') && isPicture(name) && !entries.has(name)) entries.set(name, entry);
  }
  return {
    names: [...entries.keys()].sort(),
    async read(name) {
      const entry = entries.get(name);
      return entry === undefined ? undefined : collect(await zip.openReadStreamPromise(entry), name);
    },
    close: () => zip.close(),
  };
}

function isPicture(name: string): boolean {
  return PICTURE.test(name) && !name.startsWith('.');
}

/** What a file or a zip's entry says of its size is not believed: bytes are counted as they come. */
async function collect(stream: Readable, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      stream.destroy();
      throw new YidaFault('photo-too-large', `${name} has more than ${MAX_BYTES} bytes`, {
        values: { megabytes: MAX_BYTES / 2 ** 20 },
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
