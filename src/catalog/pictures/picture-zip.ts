import iconv from 'iconv-lite';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { YidaFault } from '../../domain/fault.js';
import type { Message } from '../../domain/reply.js';
import { collectBytes } from './picture-folder.js';
import { isPictureName, MAX_PICTURE_BYTES, type PictureSource, type RefusedPicture } from './picture-source.js';

/** What an archive may hold; more is refused before anything is unpacked. */
export interface ZipLimits {
  readonly maxEntries: number;
  /** Of all entries, unpacked. */
  readonly maxTotalBytes: number;
  /** Unpacked to packed, for entries above a megabyte: photos hardly shrink, bombs do. */
  readonly maxRatio: number;
}

const LIMITS: ZipLimits = { maxEntries: 500_000, maxTotalBytes: 64 * 2 ** 30, maxRatio: 100 };
const UTF8_NAME = 0x800;

/**
 * The pictures of a zip, read one by one and never unpacked to disk. Entries that would leave their folder,
 * are encrypted, too large or packed too well are refused by name and the others are read. An archive past the
 * limits is a fault `too-large`, a file that is no zip `feed-unreadable`.
 */
export async function openPictureZip(file: string, limits: ZipLimits = LIMITS): Promise<PictureSource> {
  const zip = await opened(file);
  const entries = new Map<string, Entry>();
  const refused: RefusedPicture[] = [];
  let total = 0;
  try {
    if (zip.entryCount > limits.maxEntries) throw tooLarge(`${zip.entryCount} entries`);
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      if (name.endsWith('/')) continue;
      const reason = unsafe(entry, name, limits) ?? (entries.has(name) ? { id: 'import.reason.zip-twice' } : undefined);
      if (reason !== undefined) {
        if (isPictureName(name)) refused.push({ name, reason });
        continue;
      }
      if (!isPictureName(name)) continue;
      total += entry.uncompressedSize;
      if (total > limits.maxTotalBytes) throw tooLarge(`more than ${limits.maxTotalBytes} bytes unpacked`);
      entries.set(name, entry);
    }
  } catch (error) {
    zip.close();
    throw error instanceof YidaFault ? error : unreadable(file, error);
  }
  return {
    names: [...entries.keys()].sort(),
    refused,
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new YidaFault('photo-missing', `${name} is not in the zip`);
      try {
        return await collectBytes(await zip.openReadStreamPromise(entry), name);
      } catch (cause) {
        if (cause instanceof YidaFault) throw cause;
        throw new YidaFault('photo-unreadable', `${name} cannot be unpacked`, { cause });
      }
    },
    async close() {
      zip.close();
    },
  };
}

async function opened(file: string): Promise<ZipFile> {
  try {
    // Names are decoded here: one unsafe name would otherwise end the reading of the whole archive.
    return await openPromise(file, { autoClose: false, lazyEntries: true, decodeStrings: false });
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Zips made on a Chinese Windows name their entries in GBK without saying so. */
function entryName({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isUtf8 = (generalPurposeBitFlag & UTF8_NAME) !== 0 || validUtf8(fileNameRaw);
  return iconv.decode(fileNameRaw, isUtf8 ? 'utf-8' : 'gb18030').replaceAll('\\', '/');
}

function validUtf8(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
}

function unsafe(entry: Entry, name: string, limits: ZipLimits): Message | undefined {
  const leaves = name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..') || name.includes('\0');
  if (leaves || isLink(entry)) return { id: 'import.reason.zip-path' };
  if (!entry.canDecodeFileData()) return { id: 'import.reason.zip-encrypted' };
  const { uncompressedSize, compressedSize } = entry;
  const bomb = uncompressedSize > 2 ** 20 && uncompressedSize > compressedSize * limits.maxRatio;
  if (bomb || uncompressedSize > MAX_PICTURE_BYTES) {
    return { id: 'import.reason.zip-size', values: { megabytes: MAX_PICTURE_BYTES / 2 ** 20 } };
  }
  return undefined;
}

/** The upper half of the external attributes is the Unix mode, of which 0xA000 is a symbolic link. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

function tooLarge(what: string): YidaFault {
  return new YidaFault('too-large', `the zip has ${what}`);
}

function unreadable(file: string, cause: unknown): YidaFault {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new YidaFault('feed-unreadable', `${file} is not a zip that can be read: ${why}`, {
    values: { line: 0, why },
    cause,
  });
}
