import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVectorIndex } from '../../src/retrieval/open-vector-index.js';
import { clustered, DIM, recallAtTen, rowsUpTo, source, vectorIndexContract } from '../contract/vector-index.js';

const settings = { modelId: 'model@1', dim: DIM, threaded: false };
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yida-index-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('the exact scan (a small catalogue)', () => {
  vectorIndexContract(() => openVectorIndex(settings));
});

describe('the graph (a catalogue above the exact limit)', () => {
  vectorIndexContract(() => openVectorIndex(settings), 9_000);
}, 60_000);

describe('an index on disk, its vectors read from the file', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
  vectorIndexContract(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yida-index-'));
    folders.push(folder);
    return openVectorIndex({ ...settings, directory: folder, memoryLimit: 0 });
  }, 5_000);
}, 60_000);

describe('the life of an index on disk', () => {
  const vectors = clustered(300);
  const build = async (version: string, rows = rowsUpTo(300)) => {
    const index = await openVectorIndex({ ...settings, directory });
    const report = await index.sync(source(version, vectors, rows));
    await index.settled();
    await index.close();
    return report;
  };

  it('is loaded at the next start, not built again', async () => {
    await build('v1');
    const again = await openVectorIndex({ ...settings, directory });
    expect(await again.status()).toEqual({ version: 'v1', count: 300, graphReady: true });
    expect(await recallAtTen(again, vectors, clustered(10, 3))).toBeGreaterThanOrEqual(0.95);
    await again.close();
  });

  it('asks the catalogue for missing vectors alone', async () => {
    await build('v1', rowsUpTo(290));
    const asked: number[] = [];
    const index = await openVectorIndex({ ...settings, directory });
    const plain = source('v2', vectors, rowsUpTo(300));
    await index.sync({
      ...plain,
      vectors(rows) {
        asked.push(...rows);
        return plain.vectors(rows);
      },
    });
    expect(asked).toEqual(rowsUpTo(300).slice(290));
    await index.close();
  });

  it('serves the old version while the new one is built', async () => {
    await build('v1');
    const index = await openVectorIndex({ ...settings, directory });
    let during: number | undefined;
    const plain = source('v2', clustered(310), rowsUpTo(310));
    await index.sync({
      ...plain,
      async *vectors(rows) {
        during = (await index.search(vectors[0] ?? new Float32Array(DIM), 10)).length;
        yield* plain.vectors(rows);
      },
    });
    expect(during).toBe(10);
    await index.settled();
    expect((await index.status()).count).toBe(310);
    await index.close();
  });

  it('refuses an index that another model made, and names both', async () => {
    await build('v1');
    await expect(openVectorIndex({ ...settings, modelId: 'model@2', directory })).rejects.toMatchObject({
      code: 'model-mismatch',
      values: { made: 'model@1', given: 'model@2' },
    });
  });

  it('builds it anew where the catalogue is of the present model already', async () => {
    await build('v1');
    const index = await openVectorIndex({ ...settings, modelId: 'model@2', directory, replaceForeign: true });
    expect((await index.status()).version).toBeUndefined();
    await index.sync(source('v1', vectors, rowsUpTo(300)));
    await index.settled();
    await index.close();
    expect(await readdir(directory)).toEqual(['generation-2']);
  });

  it('keeps the finished generation when a build is killed, and clears what it left', async () => {
    await build('v1');
    const index = await openVectorIndex({ ...settings, directory });
    await index
      .sync({
        ...source('v2', [], [400]),
        vectors: () => {
          throw new Error('killed');
        },
      })
      .catch(() => {});
    const again = await openVectorIndex({ ...settings, directory });
    expect(await again.status()).toMatchObject({ version: 'v1', count: 300 });
    expect(await readdir(directory)).toEqual(['generation-1']);
  });

  it.each(['vectors.f32', 'graph.hnsw', 'rows.u32'])('builds again where %s is truncated', async (file) => {
    await build('v1');
    await truncate(join(directory, 'generation-1', file), 10);
    const index = await openVectorIndex({ ...settings, directory });
    expect((await index.status()).version).toBeUndefined();
    expect(await index.sync(source('v1', vectors, rowsUpTo(300)))).toEqual({ added: 300, removed: 0 });
    await index.settled();
    expect((await index.status()).graphReady).toBe(true);
    await index.close();
  });

  it('only renames the index where the vectors did not change', async () => {
    await build('v1');
    expect(await build('v2')).toEqual({ added: 0, removed: 0 });
    expect(await readdir(directory)).toEqual(['generation-1']);
    const again = await openVectorIndex({ ...settings, directory });
    expect((await again.status()).version).toBe('v2');
    await again.close();
  });
});
