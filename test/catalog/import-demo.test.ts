import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importDemo, needsDemo } from '../../src/catalog/import-demo.js';
import { createFakeEncoder } from '../support/fake-encoder.js';
import { feedFixture, importBench } from '../support/feed-import.js';

describe('importing the demo', () => {
  let bench: Awaited<ReturnType<typeof importBench>>;
  beforeEach(async () => {
    bench = await importBench();
  });
  afterEach(() => bench.close());

  it('draws its garments and encodes each, and tells how far it is', async () => {
    expect(await needsDemo(bench.deps)).toBe(true);
    const seen: number[] = [];
    const report = await importDemo({ ...bench.deps, limit: 20, onProgress: (done) => seen.push(done) });
    expect(report).toMatchObject({ read: 20, imported: 20, photos: 20, refused: [], warnings: [] });
    expect(seen).toEqual([16, 20]);
    expect(await bench.store.source()).toBe('demo');
    const [first] = (await bench.store.list({ limit: 1 })).items;
    expect(first?.images[0]).toMatch(/^\/demo\/images\/[\w-]+\.webp$/);
    expect(await needsDemo({ ...bench.deps, limit: 20 })).toBe(false);
  });

  it('is wanted again where another version of the shop has other garments', async () => {
    await importDemo({ ...bench.deps, limit: 3 });
    expect(await needsDemo({ ...bench.deps, limit: 4 })).toBe(true);
  });

  it('is wanted again for another model, and encodes nothing for the same', async () => {
    await importDemo({ ...bench.deps, limit: 3 });
    expect(await importDemo({ ...bench.deps, limit: 3 })).toMatchObject({ unchanged: 3, photos: 0 });
    const other = { ...bench.deps, encoder: createFakeEncoder({ modelId: 'fake-2' }) };
    expect(await needsDemo(other)).toBe(true);
    expect(await importDemo({ ...other, limit: 3 })).toMatchObject({ updated: 3, photos: 3 });
    expect(await bench.store.model()).toBe('fake-2');
  });

  it('gives way to a merchant’s own feed, however small, and never takes its place', async () => {
    await importDemo({ ...bench.deps, limit: 10 });
    expect(await bench.run(feedFixture('plain.csv'))).toMatchObject({ imported: 2, removed: 10 });
    expect(await needsDemo({ ...bench.deps, encoder: createFakeEncoder({ modelId: 'fake-2' }) })).toBe(false);
  });

  it('is not wiped by a feed of which every row is refused', async () => {
    await importDemo({ ...bench.deps, limit: 3 });
    await expect(bench.run(feedFixture('fail-stock.csv'))).rejects.toMatchObject({ code: 'feed-shrunk' });
    expect(await bench.store.count()).toBe(3);
  });
});
