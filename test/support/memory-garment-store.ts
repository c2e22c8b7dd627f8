import type { GarmentPage, GarmentRow, GarmentStore, HardFilter } from '../../src/catalog/garment-store.js';
import { acceptedIds } from '../../src/catalog/generous-kinds.js';
import { statedIds } from '../../src/domain/constraints.js';
import { ANY_OF_FACETS, FACETS } from '../../src/domain/facet.js';
import type { Garment } from '../../src/domain/garment.js';
import type { ExchangeRates } from '../../src/domain/money.js';
import type { Vocabulary } from '../../src/domain/vocabulary.js';
import type { GarmentTokens } from '../../src/encoding/encoder.js';
import { idsOf, sameBrand } from '../../src/ranking/facet-evidence.js';
import { keepsHardLimits } from '../../src/ranking/hard-limits.js';

export interface StoredGarment {
  readonly garment: Garment;
  readonly embedding: Float32Array;
  readonly tokens?: GarmentTokens;
}

/** A catalogue in memory that reads filters literally: slow, plain, and therefore to be trusted. */
export class MemoryGarmentStore implements GarmentStore {
  readonly #rows: ReadonlyMap<GarmentRow, StoredGarment>;
  readonly #vocabulary: Vocabulary;

  constructor(stored: readonly StoredGarment[], vocabulary: Vocabulary) {
    this.#rows = new Map(stored.map((one, at) => [at, one]));
    this.#vocabulary = vocabulary;
  }

  async version() {
    return 'memory-1';
  }
  async count() {
    return this.#rows.size;
  }
  async currency() {
    return 'CNY';
  }
  async brands() {
    return [...new Set([...this.#rows.values()].flatMap(({ garment }) => garment.brand ?? []))];
  }
  async get(id: string) {
    return [...this.#rows.values()].find(({ garment }) => garment.id === id)?.garment;
  }
  async getMany(ids: readonly string[]) {
    const found = await Promise.all(ids.map((id) => this.get(id)));
    return found.filter((garment) => garment !== undefined);
  }
  async list({ limit }: { limit: number }): Promise<GarmentPage> {
    return { items: [...this.#rows.values()].slice(0, limit).map(({ garment }) => garment) };
  }

  async matching({ constraints }: HardFilter, rates: ExchangeRates): Promise<Uint32Array> {
    const kept = [...this.#rows].filter(
      ([, { garment }]) =>
        keepsHardLimits(garment, constraints, rates, this.#vocabulary) && this.#hasFacets(garment, constraints),
    );
    return Uint32Array.from(kept.map(([row]) => row));
  }

  async rowsOf(ids: readonly string[]) {
    return new Map(
      [...this.#rows].filter(([, { garment }]) => ids.includes(garment.id)).map(([row, one]) => [one.garment.id, row]),
    );
  }
  async garmentsAt(rows: readonly GarmentRow[]) {
    return new Map(
      rows.flatMap((row) => {
        const one = this.#rows.get(row);
        return one ? [[row, one.garment] as const] : [];
      }),
    );
  }
  async *vectors(rows: readonly GarmentRow[] = [...this.#rows.keys()]) {
    for (const row of [...rows].sort((a, b) => a - b)) {
      const one = this.#rows.get(row);
      if (one) yield { row, embedding: one.embedding };
    }
  }
  async tokens(rows: readonly GarmentRow[]) {
    return new Map(
      rows.flatMap((row) => {
        const own = this.#rows.get(row)?.tokens;
        return own ? [[row, own] as const] : [];
      }),
    );
  }

  async lexicalSearch(words: readonly string[], limit: number, within?: Uint32Array) {
    return [...this.#rows]
      .filter(([row]) => within === undefined || within.includes(row))
      .map(([row, { garment }]) => {
        const text = `${garment.title.en} ${garment.title['zh-CN']}`.toLowerCase();
        return { row, score: words.filter((word) => text.includes(word.toLowerCase())).length };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.row - b.row)
      .slice(0, limit);
  }

  #hasFacets(garment: Garment, constraints: HardFilter['constraints']): boolean {
    const brands = statedIds(constraints, 'brand');
    if (brands.length > 0 && !brands.some((brand) => sameBrand(brand, garment.brand ?? ''))) return false;
    return FACETS.every((facet) => {
      const wanted = statedIds(constraints, facet);
      const has = (id: string) =>
        idsOf(garment, facet).some((own) => acceptedIds(this.#vocabulary, facet, id).has(own));
      return wanted.length === 0 || (ANY_OF_FACETS.has(facet) ? wanted.some(has) : wanted.every(has));
    });
  }
}
