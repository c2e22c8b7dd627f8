import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import sharp from 'sharp';
import { type FeedImportOptions, importFeed } from '../../src/catalog/import-feed.js';
import { createPhotoDecoder } from '../../src/encoding/decode-photo.js';
import { createFakeEncoder } from './fake-encoder.js';
import { inMemoryCatalogue, projectVocabulary } from './in-memory-catalogue.js';

const decodePhoto = createPhotoDecoder();

/** Path of a feed under test/fixtures/feeds. */
export function feedFixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/feeds/${name}`, import.meta.url));
}

/** A folder of its own that is gone after the test. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'yida-test-'));

  file(name: string, content: string | Uint8Array, encoding = 'utf-8'): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? iconv.encode(content, encoding) : content);
    return path;
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A JPEG of one colour, with a darker square so that it is a picture of something. */
export async function photoOf(colour: string, format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  return sharp({ create: { width: 80, height: 100, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer();
}

/** An empty catalogue with everything an import needs; `run` imports into it. */
export async function importBench() {
  const encoder = createFakeEncoder();
  const catalogue = await inMemoryCatalogue([], { encoder });
  const deps = { store: catalogue.store, encoder, decodePhoto, vocabulary: projectVocabulary() };
  return {
    ...catalogue,
    encoder,
    deps,
    run: (feed: string, options: Partial<FeedImportOptions> = {}) => importFeed({ ...deps, ...options, feed }),
  };
}
