import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';

export type FeedEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/**
 * The encoding of a file: its byte order mark; zero bytes as UTF-16 has them; UTF-8 where every byte fits it;
 * else GB18030 where high bytes come in pairs, as Chinese does, and Windows-1252 where they stand alone, as
 * accents do. The whole file is looked at, since the first Chinese row may be the last.
 */
export async function detectEncoding(file: string): Promise<FeedEncoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const counts = { paired: 0, alone: 0, evenZeros: 0, oddZeros: 0, bytes: 0 };
  let validUtf8 = true;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = chunk;
    if (counts.bytes === 0) {
      const marked = byOrderMark(bytes);
      if (marked !== undefined) return marked;
    }
    countBytes(bytes, counts);
    if (validUtf8) validUtf8 = fits(utf8, bytes);
    if (!validUtf8 && counts.bytes > 1 << 24) break;
  }
  if (counts.oddZeros > counts.bytes / 50) return 'utf-16le';
  if (counts.evenZeros > counts.bytes / 50) return 'utf-16be';
  if (validUtf8 && fits(utf8)) return 'utf-8';
  return counts.paired > counts.alone ? 'gb18030' : 'windows-1252';
}

/** The file's text in pieces, without a byte order mark. */
export async function* readText(file: string, encoding: FeedEncoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const text = decoder.write(chunk);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield rest;
}

function byOrderMark(bytes: Buffer): FeedEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return undefined;
}

function fits(decoder: InstanceType<typeof TextDecoder>, bytes?: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

function countBytes(
  bytes: Buffer,
  counts: { paired: number; alone: number; evenZeros: number; oddZeros: number; bytes: number },
): void {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) {
      if ((counts.bytes + at) % 2 === 0) counts.evenZeros += 1;
      else counts.oddZeros += 1;
    } else if (byte >= 0x80) {
      const next = bytes[at + 1] ?? 0;
      if (next >= 0x80) {
        counts.paired += 1;
        at += 1;
      } else counts.alone += 1;
    }
  }
  counts.bytes += bytes.length;
}
