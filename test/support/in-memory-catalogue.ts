import { readFileSync } from 'node:fs';
import type { GarmentStore, GarmentWriter } from '../../src/catalog/garment-store.js';
import { createGarmentStore } from '../../src/catalog/sqlite-garment-store.js';
import type { Garment } from '../../src/domain/garment.js';
import { parseVocabulary, type Vocabulary } from '../../src/domain/vocabulary.js';
import type { Encoder } from '../../src/encoding/encoder.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { createFakeEncoder } from './fake-encoder.js';

let vocabulary: Vocabulary | undefined;

/** The project's own vocabulary, parsed once. */
export function projectVocabulary(): Vocabulary {
  vocabulary ??= parseVocabulary(readFileSync(new URL('../../locales/vocabulary.tsv', import.meta.url), 'utf8'));
  return vocabulary;
}

/** Latin words and single Chinese characters: enough for tests that are not about tokenising. */
export function simpleSplit(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+|\p{Script=Han}/gu) ?? []
  );
}

/** A garment with every field, changed where `part` says so. */
export function garmentOf(part: Partial<Garment> & { id: string }): Garment {
  return {
    title: { 'zh-CN': '', en: '' },
    description: { 'zh-CN': '', en: '' },
    category: null,
    colours: [],
    pattern: null,
    material: null,
    sleeve: null,
    neckline: null,
    fit: null,
    length: null,
    seasons: [],
    occasions: [],
    styles: [],
    audience: null,
    brand: null,
    price: null,
    sizes: [],
    images: [],
    url: null,
    ...part,
  };
}

export interface InMemoryCatalogueOptions {
  readonly encoder?: Encoder;
  readonly splitForIndex?: (text: string) => string[];
  readonly vocabulary?: Vocabulary;
}

export interface InMemoryCatalogue {
  readonly db: Database;
  readonly store: GarmentStore & GarmentWriter;
  readonly encoder: Encoder;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A real GarmentStore over SQLite in memory, holding the garments, encoded by their titles (or as `encoder`
 * does). Close it, or take it with `await using`.
 */
export async function inMemoryCatalogue(
  garments: readonly Garment[],
  options: InMemoryCatalogueOptions = {},
): Promise<InMemoryCatalogue> {
  const encoder = options.encoder ?? createFakeEncoder();
  const db = await openDatabase({ file: ':memory:' });
  const store = createGarmentStore(db, {
    vocabulary: options.vocabulary ?? projectVocabulary(),
    splitForIndex: options.splitForIndex ?? simpleSplit,
    modelId: encoder.modelId,
  });
  if (garments.length > 0) {
    const stage = await store.beginImport({ modelId: encoder.modelId, source: 'test' });
    const titles = await encoder.encodeTexts(garments.map(({ title }) => `${title['zh-CN']} ${title.en}`));
    const records = garments.map(async (garment, at) => ({
      garment,
      encoding: await encoder.encodeGarment(titles[at], []),
    }));
    await stage.add(await Promise.all(records));
    await stage.publish({ removeOthers: true });
  }
  const close = () => db.destroy();
  return { db, store, encoder, close, [Symbol.asyncDispose]: close };
}
