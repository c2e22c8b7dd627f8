import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callThread } from '../../src/encoding/thread-calls.js';
import type { IndexCalls } from '../../src/retrieval/index-calls.js';
import { clustered, DIM } from '../contract/vector-index.js';
import { builtThread } from '../support/built-thread.js';

describe('the index in its thread', () => {
  let thread: { spawn: () => Worker; remove: () => void };
  let directory: string;
  beforeAll(async () => {
    thread = await builtThread(new URL('../../src/retrieval/index-thread.ts', import.meta.url));
    directory = await mkdtemp(join(tmpdir(), 'yida-thread-'));
  });
  afterAll(async () => {
    thread.remove();
    await rm(directory, { recursive: true, force: true });
  });
  const open = (modelId: string) =>
    callThread<IndexCalls>(thread.spawn, (call) =>
      call('open', { modelId, dim: DIM, directory, memoryLimit: 2 ** 20, replaceForeign: false }),
    );

  it('takes vectors, finds them, and keeps them for the next thread', async () => {
    const vectors = clustered(50);
    const rows = Uint32Array.from(vectors.keys());
    const flat = new Float32Array(50 * DIM);
    for (const [row, vector] of vectors.entries()) flat.set(vector, row * DIM);
    const client = open('m@1');
    expect(await client.call('begin', { version: 'v1', rows })).toEqual(rows);
    await client.call('add', { rows, vectors: flat });
    expect(await client.call('finish', undefined)).toEqual({ added: 50, removed: 0 });
    await client.call('settled', undefined);
    const query = vectors[7] ?? new Float32Array(DIM);
    expect((await client.call('search', { query, limit: 1, within: undefined }))[0]?.row).toBe(7);
    await client.close();

    const again = open('m@1');
    expect(await again.call('status', undefined)).toEqual({ version: 'v1', count: 50, graphReady: true });
    await again.close();
    const other = open('m@2');
    await expect(other.call('status', undefined)).rejects.toMatchObject({ code: 'model-mismatch' });
    await other.close();
  });
});
