import { afterAll, beforeAll, expect, it } from 'vitest';
import { dot, FlatVectors } from '../../src/retrieval/flat-vectors.js';
import type { VectorIndex, VectorSource } from '../../src/retrieval/vector-index.js';

export const DIM = 32;

/** Pseudo-random numbers from 0 to 1, the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Clustered unit vectors, as catalogues are: `count` around one centre for every forty. */
export function clustered(count: number, seed = 7): Float32Array[] {
  const next = numbers(seed);
  const point = () => Float32Array.from({ length: DIM }, () => next() + next() + next() - 1.5);
  const centres = Array.from({ length: Math.ceil(count / 40) }, point);
  return Array.from({ length: count }, (_, at) => {
    const centre = centres[at % centres.length];
    const away = point();
    const mixed = away.map((value, i) => value * 0.6 + (centre?.[i] ?? 0));
    const length = Math.hypot(...mixed);
    return mixed.map((value) => value / length);
  });
}

/** A catalogue version with the named rows of `vectors`. */
export function source(version: string, vectors: readonly Float32Array[], rows: readonly number[]): VectorSource {
  return {
    version,
    rows: Uint32Array.from(rows),
    async *vectors(wanted) {
      for (const row of wanted) {
        const embedding = vectors[row];
        if (embedding) yield { row, embedding };
      }
    },
  };
}

export function rowsUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}

/** Share of the exact ten nearest that the index finds, averaged over the queries. */
export async function recallAtTen(
  index: VectorIndex,
  vectors: readonly Float32Array[],
  queries: readonly Float32Array[],
  within?: Uint32Array,
): Promise<number> {
  const rows = rowsUpTo(vectors.length);
  const flat = new Float32Array(vectors.length * DIM);
  for (const row of rows) flat.set(vectors[row] ?? [], row * DIM);
  const oracle = FlatVectors.inMemory(DIM, Uint32Array.from(rows), flat);
  let found = 0;
  let wanted = 0;
  for (const query of queries) {
    const truth = new Set(oracle.search(query, 10, within).map((hit) => hit.row));
    const hits = await index.search(query, 10, within);
    wanted += truth.size;
    found += hits.filter((hit) => truth.has(hit.row)).length;
  }
  return found / wanted;
}

/** What every vector index must do; `open` gives an empty one. */
export function vectorIndexContract(open: () => Promise<VectorIndex>, count = 600): void {
  const vectors = clustered(count);
  const queries = clustered(30, 11);
  let index: VectorIndex;
  beforeAll(async () => {
    index = await open();
    await index.sync(source('v1', vectors, rowsUpTo(count)));
    await index.settled();
  });
  afterAll(() => index.close());

  it('finds nothing before it was synchronised', async () => {
    const fresh = await open();
    expect(await fresh.search(queries[0] ?? new Float32Array(DIM), 5)).toEqual([]);
    expect(await fresh.status()).toMatchObject({ version: undefined, count: 0 });
    await fresh.close();
  });

  it('finds at least 95% of the exact ten nearest, best first', async () => {
    expect(await recallAtTen(index, vectors, queries)).toBeGreaterThanOrEqual(0.95);
    const hits = await index.search(queries[0] ?? new Float32Array(DIM), 10);
    expect(hits).toHaveLength(10);
    expect([...hits].sort((a, b) => b.similarity - a.similarity)).toEqual(hits);
  });

  it.each([
    ['half', 2],
    ['a tenth', 10],
    ['a hundredth', 100],
  ])('does so within %s of the rows, and returns no other row', async (_name, step) => {
    const within = Uint32Array.from(rowsUpTo(count).filter((row) => row % step === 1));
    expect(await recallAtTen(index, vectors, queries, within)).toBeGreaterThanOrEqual(0.95);
    const hits = await index.search(queries[1] ?? new Float32Array(DIM), 10, within);
    expect(hits).toHaveLength(Math.min(10, within.length));
    expect(hits.every((hit) => within.includes(hit.row))).toBe(true);
  });

  it('states the dot product as similarity', async () => {
    const [query = new Float32Array(DIM)] = queries;
    for (const { row, similarity } of await index.search(query, 5)) {
      expect(similarity).toBeCloseTo(dot(query, vectors[row] ?? new Float32Array(DIM), 0), 4);
    }
  });

  it('follows the catalogue: new rows are found, dropped ones are not', async () => {
    const fresh = await open();
    await fresh.sync(source('v1', vectors, rowsUpTo(count - 20)));
    await fresh.settled();
    const kept = rowsUpTo(count).filter((row) => row % 50 !== 3);
    const report = await fresh.sync(source('v2', vectors, kept));
    expect(report).toEqual({
      added: kept.filter((row) => row >= count - 20).length,
      removed: rowsUpTo(count - 20).length - kept.filter((row) => row < count - 20).length,
    });
    await fresh.settled();
    expect(await fresh.status()).toMatchObject({ version: 'v2', count: kept.length });
    const newest = kept.at(-1) ?? 0;
    expect((await fresh.search(vectors[newest] ?? new Float32Array(DIM), 1))[0]?.row).toBe(newest);
    const gone = await fresh.search(vectors[53] ?? new Float32Array(DIM), 20);
    expect(gone.map((hit) => hit.row)).not.toContain(53);
    await fresh.close();
  });

  it('answers for less than is asked where less is there', async () => {
    expect(await index.search(queries[2] ?? new Float32Array(DIM), 5, Uint32Array.of(4, 9, count + 5))).toHaveLength(2);
    expect(await index.search(queries[2] ?? new Float32Array(DIM), 5, new Uint32Array())).toEqual([]);
    expect(await index.search(queries[2] ?? new Float32Array(DIM), 0)).toEqual([]);
  });

  it('refuses a query of another length', async () => {
    await expect(index.search(new Float32Array(DIM + 1), 3)).rejects.toMatchObject({ code: 'model-mismatch' });
  });
}
