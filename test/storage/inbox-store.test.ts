import { afterEach } from 'vitest';
import { inboxStoreContract } from '../contract/inbox-store-contract.js';
import type { StoresUnderTest } from '../contract/stores-under-test.js';
import { openSqliteStores } from '../support/sqlite-stores.js';

const opened: StoresUnderTest[] = [];
afterEach(async () => {
  for (const stores of opened.splice(0)) await stores.close();
});

inboxStoreContract(async () => {
  const stores = await openSqliteStores();
  opened.push(stores);
  return stores.inbox;
});
