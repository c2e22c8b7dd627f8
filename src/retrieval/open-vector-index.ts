import { callInline, callThread, spawnThread, type ThreadClient, threadFile } from '../encoding/thread-calls.js';
import { type IndexCalls, indexHandlers } from './index-calls.js';
import type { SyncReport, VectorIndex, VectorSource } from './vector-index.js';

export interface OpenVectorIndexOptions {
  readonly modelId: string;
  readonly dim: number;
  /** Folder kept between starts; without it the index lives in memory. */
  readonly directory?: string;
  /** Bytes of vectors held in memory, 96 MB (about 98,000 garments) by default; more are read from the file. */
  readonly memoryLimit?: number;
  /**
   * True where the catalogue's own vectors are known to be of this model: an index that another model made is
   * then merely out of date, and is built anew. Otherwise it is refused.
   */
  readonly replaceForeign?: boolean;
  /** False computes on the calling thread: for tests and one-shot tools. */
  readonly threaded?: boolean;
}

const BATCH = 512;
const MEMORY_LIMIT = 96 * 2 ** 20;

/**
 * Opens the vector index: exact scan and HNSW behind one planner, in a thread of its own, loaded from
 * `directory` where it was stored. Rejects with YidaFault model-mismatch where another model made it.
 */
export async function openVectorIndex(options: OpenVectorIndexOptions): Promise<VectorIndex> {
  const settings = {
    modelId: options.modelId,
    dim: options.dim,
    directory: options.directory,
    memoryLimit: options.memoryLimit ?? MEMORY_LIMIT,
    replaceForeign: options.replaceForeign ?? false,
  };
  const thread = threadFile('index-thread', import.meta.url);
  const client: ThreadClient<IndexCalls> =
    (options.threaded ?? true) && thread.canSpawn
      ? callThread<IndexCalls>(
          () => spawnThread(thread.url, undefined),
          (call) => call('open', settings),
        )
      : await openInline(settings);
  // Waits for the preparation, and so reports a refused index here rather than at the first search.
  await client.call('status', undefined);
  return new ClientIndex(client, options.modelId, options.dim);
}

async function openInline(settings: IndexCalls['open']['input']): Promise<ThreadClient<IndexCalls>> {
  const client = callInline<IndexCalls>(indexHandlers());
  await client.call('open', settings);
  return client;
}

class ClientIndex implements VectorIndex {
  readonly modelId: string;
  readonly dim: number;
  readonly #client: ThreadClient<IndexCalls>;
  /** Synchronisations run one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: ThreadClient<IndexCalls>, modelId: string, dim: number) {
    this.#client = client;
    this.modelId = modelId;
    this.dim = dim;
  }

  search(query: Float32Array, limit: number, within?: Uint32Array) {
    return this.#client.call('search', { query, limit, within });
  }

  sync(source: VectorSource): Promise<SyncReport> {
    const run = this.#last.then(
      () => this.#sync(source),
      () => this.#sync(source),
    );
    this.#last = run.catch(() => {});
    return run;
  }

  status() {
    return this.#client.call('status', undefined);
  }

  async settled(): Promise<void> {
    await this.#client.call('settled', undefined);
  }

  async close(): Promise<void> {
    await this.#client.call('close', undefined).catch(() => {});
    await this.#client.close();
  }

  async #sync(source: VectorSource): Promise<SyncReport> {
    const missing = await this.#client.call('begin', { version: source.version, rows: source.rows });
    let rows = new Uint32Array(BATCH);
    let vectors = new Float32Array(BATCH * this.dim);
    let count = 0;
    const flush = async () => {
      const batch = { rows: rows.slice(0, count), vectors: vectors.slice(0, count * this.dim) };
      rows = new Uint32Array(BATCH);
      vectors = new Float32Array(BATCH * this.dim);
      count = 0;
      await this.#client.call('add', batch, [batch.rows.buffer, batch.vectors.buffer]);
    };
    for await (const { row, embedding } of missing.length === 0 ? [] : source.vectors([...missing])) {
      rows[count] = row;
      vectors.set(embedding, count * this.dim);
      count++;
      if (count === BATCH) await flush();
    }
    if (count > 0) await flush();
    return this.#client.call('finish', undefined);
  }
}
