import type { Constraints } from '../domain/constraints.js';
import type { Facet } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import type { ExchangeRates } from '../domain/money.js';
import type { GarmentEncoding, GarmentTokens } from '../encoding/encoder.js';

/** A garment's stable integer in this catalogue: the label in the vector index, the key of its tokens. */
export type GarmentRow = number;

export interface GarmentPage {
  readonly items: readonly Garment[];
  readonly nextCursor?: string;
}

/** What one garment brings into the catalogue: its row, its pre-split text for BM25, and its encoding. */
export interface GarmentRecord {
  readonly garment: Garment;
  readonly encoding: GarmentEncoding;
  /** Perceptual hash of its first picture (hex), for duplicates. */
  readonly photoHash?: string;
}

/** Hard filters in the store's terms; every stated limit holds for every row returned. */
export interface HardFilter {
  readonly constraints: Constraints;
  /** Only garments that can be bought now (in the stated size where there is one). */
  readonly availableOnly: boolean;
}

/**
 * The catalogue. Reading never blocks writing: an import stages its rows and becomes visible in one step,
 * so a killed import leaves the old catalogue serving.
 */
export interface GarmentStore {
  /** Changes with every visible change of the catalogue; part of every index's identity. */
  version(): Promise<string>;
  count(): Promise<number>;
  /** The currency most of the catalogue is priced in, or undefined where nothing has a price. */
  currency(): Promise<string | undefined>;
  /** Brands in the catalogue, as the feed writes them. */
  brands(): Promise<readonly string[]>;
  get(id: string): Promise<Garment | undefined>;
  /** In the order asked for; ids that are gone are left out. */
  getMany(ids: readonly string[]): Promise<Garment[]>;
  /** In id order, filtered by facet ids (a kind includes what is below it). */
  list(query: {
    cursor?: string;
    limit: number;
    facets?: Partial<Record<Facet | 'brand', string>>;
  }): Promise<GarmentPage>;
  /** Rows that satisfy every hard limit, ascending. */
  matching(filter: HardFilter, rates: ExchangeRates): Promise<Uint32Array>;
  rowsOf(ids: readonly string[]): Promise<Map<string, GarmentRow>>;
  garmentsAt(rows: readonly GarmentRow[]): Promise<Map<GarmentRow, Garment>>;
  /** Vectors of the named rows, or of all rows, in row order, streamed in batches. */
  vectors(rows?: readonly GarmentRow[]): AsyncIterable<{ row: GarmentRow; embedding: Float32Array }>;
  /** Attention tokens of the named rows; absent where the model made none. */
  tokens(rows: readonly GarmentRow[]): Promise<Map<GarmentRow, GarmentTokens>>;
  /** BM25 over pre-split words; higher is better, best first; `within` limits to those rows. */
  lexicalSearch(
    words: readonly string[],
    limit: number,
    within?: Uint32Array,
  ): Promise<{ row: GarmentRow; score: number }[]>;
}
