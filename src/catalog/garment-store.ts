import type { Constraints } from '../domain/constraints.js';
import type { Facet } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import type { ExchangeRates, Money } from '../domain/money.js';
import type { GarmentEncoding, GarmentTokens } from '../encoding/encoder.js';

/**
 * A garment's integer in this catalogue: the label in the vector index, the key of its tokens. It stands for
 * one content: price and stock change under it, while a garment whose text or pictures change gets a new row
 * and the old one is never used again. An index therefore only ever adds rows and drops rows.
 */
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
  /** Of everything the row and its encoding were made from but price and stock; equal means nothing to redo. */
  readonly contentHash?: string;
  /** Where each facet's value came from; absent means the feed stated it. */
  readonly provenance?: Provenance;
}

/** Who said it: the feed's own column, the words of its title or description, or the model's eye. */
export type Origin = 'feed' | 'words' | 'model';
export type Provenance = Readonly<Partial<Record<Facet, Origin>>>;

/** A change of price or stock; what is absent stays. Found by garment id, or by the sku of one of its sizes. */
export interface OfferChange {
  readonly id?: string;
  readonly sku?: string;
  /** Of the size where `sku` or `size` names one and the sizes' prices differ, else of the garment. */
  readonly price?: Money | null;
  readonly listPrice?: Money | null;
  /** Needed with `id` to change one size's stock; without it `stock` is every size's. */
  readonly size?: string;
  readonly stock?: number | null;
}

export interface OfferReport {
  readonly updated: number;
  /** The changes that named nothing in the catalogue, as they came. */
  readonly unknown: readonly OfferChange[];
}

/** What an import must know of a visible garment to leave its encoding alone. */
export interface KnownGarment {
  readonly row: GarmentRow;
  readonly contentHash: string;
}

export interface PublishReport {
  readonly added: number;
  /** New versions of garments that were there, and changed prices or stocks. */
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * An import under way. Nothing of it is visible before `publish`, and all of it after; an import that is
 * aborted, or whose process is killed, leaves no trace that a reader sees.
 */
export interface ImportStage {
  /** Visible garments among `ids`, to be compared by content hash. */
  known(ids: readonly string[]): Promise<Map<string, KnownGarment>>;
  /** New garments and new versions. An id that was added before in this import is an error. */
  add(records: readonly GarmentRecord[]): Promise<void>;
  /** Garments whose content did not change; price and stock are compared and taken over at publish. */
  keep(garments: readonly Garment[]): Promise<void>;
  /** Makes it visible in one transaction. `removeOthers` drops every garment neither added nor kept. */
  publish(options: { removeOthers: boolean }): Promise<PublishReport>;
  abort(): Promise<void>;
}

export interface GarmentWriter {
  /**
   * Starts an import whose vectors are of `modelId`. Another import that is still running is a fault
   * (`import-running`); what a killed one left behind is cleared away.
   */
  beginImport(options: { modelId: string; source: string }): Promise<ImportStage>;
  /** The source of the last published import (`demo`, `feed`, `photos`), undefined where there was none. */
  source(): Promise<string | undefined>;
  /** The model of the vectors, undefined in an empty catalogue. */
  model(): Promise<string | undefined>;
  /** Changes prices and stocks at once, without encoding anything. */
  updateOffers(changes: readonly OfferChange[]): Promise<OfferReport>;
  /** Photo hashes of the visible garments that have one. */
  photoHashes(): Promise<Map<GarmentRow, string>>;
  provenance(id: string): Promise<Provenance | undefined>;
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
  /**
   * Changes whenever an import is published; part of every index's identity. Price and stock are not part of
   * it: they change under the same rows, and `matching` and the garments always tell the newest.
   */
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
