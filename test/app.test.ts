import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../src/app.js';
import { importDemo, needsDemo } from '../src/catalog/import-demo.js';
import { createGarmentStore } from '../src/catalog/sqlite-garment-store.js';
import { readConfig } from '../src/config.js';
import { decodePhoto } from '../src/encoding/decode-photo.js';
import { openVectorIndex } from '../src/retrieval/open-vector-index.js';
import { openDatabase } from '../src/storage/database.js';
import { openWords } from '../src/words.js';
import { createFakeEncoder } from './support/fake-encoder.js';
import { simpleSplit } from './support/in-memory-catalogue.js';

/** A data folder in which another model's vectors of the demo, or of a merchant's garments, stand. */
async function leaveByAnotherModel(dataDir: string, source: 'demo' | 'feed'): Promise<void> {
  const { vocabulary } = await openWords();
  const encoder = createFakeEncoder({ modelId: 'earlier-model' });
  const db = await openDatabase({ file: join(dataDir, 'catalogue.db') });
  const store = createGarmentStore(db, { vocabulary, splitForIndex: simpleSplit, modelId: encoder.modelId });
  await importDemo({ store, encoder, decodePhoto, vocabulary, limit: 3 });
  if (source === 'feed') {
    const garments = (await store.list({ limit: 3 })).items;
    const stage = await store.beginImport({ modelId: encoder.modelId, source });
    await stage.keep(garments);
    await stage.publish({ removeOthers: true });
  }
  const directory = join(dataDir, 'vectors');
  const index = await openVectorIndex({ modelId: encoder.modelId, dim: encoder.dim, directory, threaded: false });
  const rows = await store.matching({ constraints: {}, availableOnly: false }, { base: 'CNY', perUnit: {} });
  await index.sync({ version: await store.version(), rows, vectors: (wanted) => store.vectors(wanted) });
  await index.settled();
  await index.close();
  await db.destroy();
}

describe('starting with what another model left', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'yida-app-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('goes on where it is the demo, which the start imports anew', async () => {
    await leaveByAnotherModel(dataDir, 'demo');
    const app = await openApp(readConfig({ YIDA_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), await openWords());
    expect(await needsDemo(app.importing)).toBe(true);
    await app.close();
  });

  it('stops with a word on what to do where it is a merchant’s catalogue', async () => {
    await leaveByAnotherModel(dataDir, 'feed');
    const opening = openApp(readConfig({ YIDA_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), await openWords());
    await expect(opening).rejects.toMatchObject({ code: 'model-mismatch' });
  });
});
