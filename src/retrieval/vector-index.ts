import type { GarmentRow } from '../catalog/garment-store.js';

/** A garment near a query: the dot product of the two unit vectors, -1 to 1. */
export interface VectorHit {
  readonly row: GarmentRow;
  readonly similarity: number;
}

/** One version of the catalogue's vectors. A row stands for one content: it is added and dropped, never changed. */
export interface VectorSource {
  readonly version: string;
  /** All rows, ascending. */
  readonly rows: Uint32Array;
  /** Vectors of the named rows, in row order; rows without one are left out. */
  vectors(rows: readonly GarmentRow[]): AsyncIterable<{ readonly row: GarmentRow; readonly embedding: Float32Array }>;
}

/** What a synchronisation changed. */
export interface SyncReport {
  readonly added: number;
  readonly removed: number;
}

export interface IndexStatus {
  /** Version of the catalogue the index answers for; undefined before the first synchronisation. */
  readonly version: string | undefined;
  readonly count: number;
  /** True where the approximate graph covers the catalogue; until then every search is exact. */
  readonly graphReady: boolean;
}

/**
 * Nearest garments by vector. All implementations pass one contract suite, in which the exact index is the
 * oracle: recall@10 of the others is at least .95 with and without filters.
 */
export interface VectorIndex {
  readonly modelId: string;
  readonly dim: number;
  /** Best first, at most `limit`; `within` (ascending rows) limits to those rows. Never blocks on a sync. */
  search(query: Float32Array, limit: number, within?: Uint32Array): Promise<VectorHit[]>;
  /** Brings the index in line with the source, while searches go on with what was there before. */
  sync(source: VectorSource): Promise<SyncReport>;
  status(): Promise<IndexStatus>;
  /** Resolves when the graph covers the catalogue and is on disk: before a command exits, and in tests. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
