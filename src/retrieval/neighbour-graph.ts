// The package is CommonJS with exports that Node's static scan does not see.
import hnswlib from 'hnswlib-node';
import type { VectorHit } from './vector-index.js';

/** Malkov and Yashunin 2016: links a node, and how widely an insertion looks for them. */
const LINKS = 16;
const BUILD_EFFORT = 160;
/** Fixed, so that the same catalogue makes the same graph. */
const SEED = 1;

/** An HNSW graph over rows by inner product. Synchronous: it lives in the index thread. */
export class NeighbourGraph {
  readonly #graph: hnswlib.HierarchicalNSW;
  readonly #present: Set<number>;
  readonly #deleted: Set<number>;

  private constructor(graph: hnswlib.HierarchicalNSW, present: Set<number>, deleted: Set<number>) {
    this.#graph = graph;
    this.#present = present;
    this.#deleted = deleted;
  }

  static empty(dim: number, capacity: number): NeighbourGraph {
    const graph = new hnswlib.HierarchicalNSW('ip', dim);
    graph.initIndex(Math.max(capacity, 16), LINKS, BUILD_EFFORT, SEED);
    return new NeighbourGraph(graph, new Set(), new Set());
  }

  /** Reads a graph written by `write`; `present` are the rows that count, others in it are marked deleted. */
  static read(path: string, dim: number, present: Iterable<number>): NeighbourGraph {
    const graph = new hnswlib.HierarchicalNSW('ip', dim);
    graph.readIndexSync(path);
    const rows = new Set(present);
    const deleted = new Set(graph.getIdsList().filter((row) => !rows.has(row)));
    return new NeighbourGraph(graph, rows, deleted);
  }

  get count(): number {
    return this.#present.size;
  }

  /** Share of the graph's nodes that are only stepping stones any more; above a third, build anew. */
  get waste(): number {
    const nodes = this.#present.size + this.#deleted.size;
    return nodes === 0 ? 0 : this.#deleted.size / nodes;
  }

  /** Adds a row or moves it to a new vector. */
  put(row: number, vector: ArrayLike<number>): void {
    // Adding a deleted label revives it with the new vector.
    if (
      !this.#deleted.delete(row) &&
      !this.#present.has(row) &&
      this.#graph.getCurrentCount() >= this.#graph.getMaxElements()
    ) {
      this.#graph.resizeIndex(Math.ceil(this.#graph.getMaxElements() * 1.5) + 64);
    }
    this.#graph.addPoint(Array.from(vector), row);
    this.#present.add(row);
  }

  remove(row: number): void {
    if (!this.#present.delete(row)) return;
    this.#graph.markDelete(row);
    this.#deleted.add(row);
  }

  search(query: Float32Array, limit: number, effort: number, within?: Uint32Array): VectorHit[] {
    const wanted = Math.min(limit, within?.length ?? this.count, this.count);
    if (wanted === 0) return [];
    this.#graph.setEf(Math.max(effort, wanted));
    const found = this.#graph.searchKnn(Array.from(query), wanted, within && membership(within));
    return found.neighbors
      .map((row, at) => ({ row, similarity: 1 - (found.distances[at] ?? 1) }))
      .sort((a, b) => b.similarity - a.similarity || a.row - b.row);
  }

  write(path: string): void {
    this.#graph.writeIndexSync(path);
  }
}

/** A filter that cannot throw: an exception inside the native search would abort the process. */
function membership(within: Uint32Array): (row: number) => boolean {
  const bits = new Uint8Array(((within.at(-1) ?? 0) >> 3) + 1);
  for (const row of within) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
  return (row) => ((bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}
