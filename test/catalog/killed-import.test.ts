import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGarmentStore } from '../../src/catalog/sqlite-garment-store.js';
import { openDatabase } from '../../src/storage/database.js';
import { TestFolder } from '../support/feed-import.js';
import { garmentOf, projectVocabulary, simpleSplit } from '../support/in-memory-catalogue.js';

let folder: TestFolder;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = new TestFolder();
});
afterEach(() => {
  child?.kill('SIGKILL');
  folder[Symbol.dispose]();
});

it('an import killed in the middle leaves the old catalogue serving, and the next import clears it away', async () => {
  const file = `${folder.path}/catalogue.sqlite`;
  const db = await openDatabase({ file });
  const store = createGarmentStore(db, { vocabulary: projectVocabulary(), splitForIndex: simpleSplit });
  const importAll = async (ids: readonly string[]) => {
    const stage = await store.beginImport({ modelId: 'fake-1', source: 'feed' });
    const embedding = Float32Array.of(1, 0);
    await stage.add(
      ids.map((id) => ({
        garment: garmentOf({ id, title: { 'zh-CN': '', en: `${id} dress` } }),
        encoding: { embedding },
      })),
    );
    return stage.publish({ removeOthers: true });
  };
  await importAll(['old']);
  const version = await store.version();

  child = await startImport(file);
  // While it runs, the old catalogue serves and nobody else may import.
  expect(await store.count()).toBe(1);
  await expect(store.beginImport({ modelId: 'fake-1', source: 'feed' })).rejects.toMatchObject({
    code: 'import-running',
  });
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;

  expect(await store.version()).toBe(version);
  expect(await store.lexicalSearch(['killed'], 5)).toEqual([]);
  expect(await store.get('killed-1')).toBeUndefined();
  const reopened = await openDatabase({ file });
  expect(
    await createGarmentStore(reopened, { vocabulary: projectVocabulary(), splitForIndex: simpleSplit }).count(),
  ).toBe(1);
  await reopened.destroy();

  await importAll(['old', 'new']);
  expect(await store.count()).toBe(2);
  const left = await db.selectFrom('garment').select('id').where('id', 'like', 'killed-%').execute();
  expect(left).toEqual([]);
  await db.destroy();
});

/** Runs test/support/import-until-killed.ts in a process of its own, until it has staged its rows. */
async function startImport(file: string): Promise<ChildProcess> {
  const source = fileURLToPath(new URL('../support/import-until-killed.ts', import.meta.url));
  // Beside its source, so that relative paths and node_modules are found.
  const bundle = `${source.slice(0, -3)}.${process.pid}.mjs`;
  await build({
    entryPoints: [source],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const started = spawn(process.execPath, [bundle, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(started.stdout, 'data');
  } finally {
    rmSync(bundle, { force: true });
  }
  return started;
}
