import { readFileSync } from 'node:fs';
import type { Search, SearchQuery } from '../../src/assistant/search.js';
import { createSearch, type SearchDependencies } from '../../src/assistant/search-garments.js';
import type { Garment } from '../../src/domain/garment.js';
import { money } from '../../src/domain/money.js';
import { parseVocabulary, type Vocabulary } from '../../src/domain/vocabulary.js';
import { openVectorIndex } from '../../src/retrieval/open-vector-index.js';
import type { VectorIndex } from '../../src/retrieval/vector-index.js';
import { MemoryGarmentStore } from './memory-garment-store.js';
import { WordEncoder, wordVector } from './word-encoder.js';

export const vocabulary: Vocabulary = parseVocabulary(
  readFileSync(new URL('../../locales/vocabulary.tsv', import.meta.url), 'utf8'),
);
export const RATES = { base: 'CNY', perUnit: { USD: 7.2 } };

/** A garment with everything silent but what is given; yuan is its price, null for none. */
export function garment(id: string, given: Partial<Omit<Garment, 'price'>> & { yuan?: number | null } = {}): Garment {
  const { yuan = 199, ...rest } = given;
  return {
    id,
    title: { 'zh-CN': id, en: id.replaceAll('-', ' ') },
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
    price: yuan === null ? null : money(yuan, 'CNY'),
    sizes: [{ size: 'M', stock: 3 }],
    images: [],
    url: null,
    ...rest,
  };
}

/** The words a garment's vector is made of: its English title and facet ids. */
export function wordsOf(one: Garment): string[] {
  return [...one.title.en.toLowerCase().split(/\s+/), ...one.colours, one.category ?? '', one.pattern ?? ''].filter(
    Boolean,
  );
}

export interface Shop {
  readonly search: Search;
  readonly ask: (query?: Partial<SearchQuery>) => ReturnType<Search>;
  readonly garments: MemoryGarmentStore;
  readonly vectors: VectorIndex;
}

/** A shop of the given garments, searched by the real search over a real index with a word encoder. */
export async function openShop(garments: readonly Garment[], given: Partial<SearchDependencies> = {}): Promise<Shop> {
  const store = new MemoryGarmentStore(
    garments.map((one) => ({
      garment: one,
      embedding: wordVector(wordsOf(one)),
      tokens: { tokens: new Int8Array(16 * 64), mask: new Uint8Array(16).fill(1) },
    })),
    vocabulary,
  );
  const encoder = given.encoder ?? new WordEncoder();
  const vectors = await openVectorIndex({ modelId: encoder.modelId, dim: encoder.dim, threaded: false });
  await vectors.sync({
    version: await store.version(),
    rows: Uint32Array.from(garments.keys()),
    vectors: (rows) => store.vectors(rows),
  });
  await vectors.settled();
  const search = createSearch({
    garments: store,
    encoder,
    vectors,
    vocabulary,
    rates: RATES,
    splitForIndex: (text) => text.toLowerCase().split(/\s+/).filter(Boolean),
    ...given,
  });
  const ask = (query: Partial<SearchQuery> = {}) =>
    search({ locale: 'en', keywords: [], constraints: {}, liked: [], without: [], limit: 10, ...query });
  return { search, ask, garments: store, vectors };
}
