import { createGarmentStore } from '../../src/catalog/sqlite-garment-store.js';
import { openDatabase } from '../../src/storage/database.js';
import { createFakeEncoder } from './fake-encoder.js';
import { garmentOf, projectVocabulary, simpleSplit } from './in-memory-catalogue.js';

/**
 * A process of its own that stages an import into the database named by its argument, says so, and waits to be
 * killed before it would publish.
 */
const [, , file = ''] = process.argv;
const db = await openDatabase({ file });
const encoder = createFakeEncoder();
const store = createGarmentStore(db, { vocabulary: projectVocabulary(), splitForIndex: simpleSplit });
const stage = await store.beginImport({ modelId: encoder.modelId, source: 'feed' });
for (let at = 0; at < 50; at++) {
  const garment = garmentOf({ id: `killed-${at}`, title: { 'zh-CN': '', en: 'killed dress' } });
  const [title] = await encoder.encodeTexts([garment.title.en]);
  await stage.add([{ garment, encoding: await encoder.encodeGarment(title, []) }]);
}
process.stdout.write('staged\n');
setInterval(() => undefined, 1_000);
