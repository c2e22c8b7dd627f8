import { join } from 'node:path';
import { YidaFault } from '../domain/fault.js';
import { FlatVectors, gather, slotsOf } from './flat-vectors.js';
import { type Generation, GRAPH_FILE, IndexFolder, VECTORS_FILE } from './index-folder.js';
import { IndexStaging } from './index-staging.js';
import { NeighbourGraph } from './neighbour-graph.js';
import { planSearch } from './search-plan.js';
import type { IndexStatus, SyncReport, VectorHit } from './vector-index.js';

export interface IndexSettings {
  readonly modelId: string;
  readonly dim: number;
  /** Where the index is kept between starts; without it, it lives in memory alone. */
  readonly directory: string | undefined;
  /** Bytes of vectors held in memory; a larger set is read from its file. */
  readonly memoryLimit: number;
  /** Drops an index that another model made instead of refusing it. */
  readonly replaceForeign: boolean;
}

/** Milliseconds of graph building between two searches. */
const SLICE_MS = 8;
/** A graph with more stepping stones than this share is built anew. */
const MOST_WASTE = 1 / 3;

/**
 * The vectors and the graph over them, with their life on disk. Synchronous and single-threaded: it runs in
 * the index thread, and yields between slices of a build so that searches are answered meanwhile.
 */
export class IndexCore {
  readonly #settings: IndexSettings;
  readonly #folder: IndexFolder | undefined;
  #vectors: FlatVectors | undefined;
  #graph: NeighbourGraph | undefined;
  #version: string | undefined;
  #generation: Generation | undefined;
  #staging: IndexStaging | undefined;
  /** Rows the graph does not hold yet. */
  #pending = new Set<number>();
  #building: Promise<void> = Promise.resolve();
  #build = 0;

  /** Loads the newest index of `directory`, if any; a damaged one counts as none and is built again. */
  constructor(settings: IndexSettings) {
    this.#settings = settings;
    const { directory, modelId, dim } = settings;
    this.#folder = directory === undefined ? undefined : new IndexFolder(directory, modelId, dim);
    const newest = this.#folder?.newest(settings.replaceForeign);
    if (newest) this.#load(newest);
  }

  status(): IndexStatus {
    return { version: this.#version, count: this.#vectors?.count ?? 0, graphReady: this.#graphReady };
  }

  search(query: Float32Array, limit: number, within?: Uint32Array): VectorHit[] {
    if (query.length !== this.#settings.dim) {
      const made = `${query.length} numbers`;
      throw new YidaFault('model-mismatch', `a query of ${made} meets vectors of ${this.#settings.dim}`, {
        values: { made: this.#settings.modelId, given: made },
      });
    }
    if (!this.#vectors || limit < 1) return [];
    const plan = planSearch({
      total: this.#vectors.count,
      matching: within?.length,
      limit,
      graphReady: this.#graphReady,
      resident: this.#vectors.resident,
    });
    return plan.path === 'graph' && this.#graph
      ? this.#graph.search(query, limit, plan.effort, within)
      : this.#vectors.search(query, limit, within);
  }

  /** Starts a new version and tells which of its rows are missing here. An unfinished one is dropped. */
  begin(version: string, rows: Uint32Array): Uint32Array {
    this.#staging?.close();
    this.#staging = new IndexStaging(version, rows, this.#vectors, this.#settings.dim, this.#folder?.begin());
    return this.#staging.missing;
  }

  /** Vectors of missing rows, ascending over all calls. */
  add(rows: Uint32Array, vectors: Float32Array): void {
    if (!this.#staging) throw new YidaFault('internal', 'vectors arrived before a synchronisation began');
    this.#staging.add(rows, vectors);
  }

  /** Swaps the new version in: exact search over it starts at once, the graph follows in the background. */
  finish(): SyncReport {
    const staging = this.#staging;
    if (!staging) throw new YidaFault('internal', 'a synchronisation ended before it began');
    this.#staging = undefined;
    const before = this.#vectors;
    const vectors = staging.seal(before, this.#settings.memoryLimit);
    const kept = before ? slotsOf(before.rows, vectors.rows).length : 0;
    const report = { added: vectors.count - kept, removed: (before?.count ?? 0) - kept };
    this.#build++;
    this.#version = staging.version;
    if (report.added + report.removed === 0 && this.#graphReady && this.#generation && this.#folder) {
      // The same vectors under another name: only the card is written.
      vectors.close();
      staging.close();
      this.#generation = this.#folder.relabel(this.#generation, staging.version);
      return report;
    }
    const now = new Set(vectors.rows);
    const old = new Set(before?.rows);
    for (const row of old) if (!now.has(row)) this.#drop(row);
    for (const row of now) if (!old.has(row)) this.#pending.add(row);
    before?.close();
    this.#vectors = vectors;
    const build = this.#build;
    this.#building = this.#building.catch(() => {}).then(() => this.#grow(build, staging));
    // Told by settled(); this only keeps a failure from being unhandled. Exact search goes on without a graph.
    this.#building.catch(() => {});
    return report;
  }

  /** Resolves when the graph is complete and stored; rejects with what stopped it. */
  async settled(): Promise<void> {
    await this.#building;
  }

  close(): void {
    this.#build++;
    this.#staging?.close();
    this.#staging = undefined;
    this.#vectors?.close();
    this.#vectors = undefined;
  }

  get #graphReady(): boolean {
    return this.#graph !== undefined && this.#pending.size === 0;
  }

  #drop(row: number): void {
    this.#graph?.remove(row);
    this.#pending.delete(row);
  }

  #load(generation: Generation): void {
    const { dim, memoryLimit } = this.#settings;
    try {
      const vectors = FlatVectors.open(join(generation.folder, VECTORS_FILE), dim, generation.rows, memoryLimit);
      this.#graph = NeighbourGraph.read(join(generation.folder, GRAPH_FILE), dim, vectors.rows);
      this.#vectors = vectors;
      this.#version = generation.card.version;
      this.#generation = generation;
    } catch {
      // Damaged files: the catalogue has every vector, so the next synchronisation builds all of it again.
      this.#graph = undefined;
    }
  }

  async #grow(build: number, staging: IndexStaging): Promise<void> {
    const vectors = this.#vectors;
    if (!vectors || build !== this.#build) return staging.close();
    const { dim } = this.#settings;
    const extended =
      this.#graph && this.#graph.waste <= MOST_WASTE && this.#pending.size <= vectors.count / 2
        ? this.#graph
        : undefined;
    const graph = extended ?? NeighbourGraph.empty(dim, vectors.count);
    const rows = extended ? Uint32Array.from(this.#pending).sort() : vectors.rows;
    let until = performance.now() + SLICE_MS;
    for (const chunk of gather(rows, [vectors], dim)) {
      for (const [at, row] of chunk.rows.entries()) {
        graph.put(row, chunk.vectors.subarray(at * dim, (at + 1) * dim));
        if (extended) this.#pending.delete(row);
        if (performance.now() < until) continue;
        await new Promise<void>((resolve) => setImmediate(resolve));
        if (build !== this.#build) return staging.close();
        until = performance.now() + SLICE_MS;
      }
    }
    this.#graph = graph;
    this.#pending.clear();
    if (!this.#folder || staging.folder === undefined) return;
    graph.write(join(staging.folder, GRAPH_FILE));
    this.#generation = this.#folder.finish(staging.folder, staging.version, vectors.rows);
  }
}
