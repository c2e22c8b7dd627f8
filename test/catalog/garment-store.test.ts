import { createGarmentStore } from '../../src/catalog/sqlite-garment-store.js';
import { openDatabase } from '../../src/storage/database.js';
import { garmentStoreContract } from '../contract/garment-store-contract.js';
import { projectVocabulary, simpleSplit } from '../support/in-memory-catalogue.js';

garmentStoreContract('on SQLite', async () => {
  const db = await openDatabase({ file: ':memory:' });
  const reopen = (modelId = 'model-a') =>
    createGarmentStore(db, { vocabulary: projectVocabulary(), splitForIndex: simpleSplit, modelId });
  return { store: reopen(), reopen, close: () => db.destroy() };
});
