import { handoverStoreContract } from '../contract/handover-store-contract.js';
import { shopperStoreContract } from '../contract/shopper-store-contract.js';
import { wardrobeStoreContract } from '../contract/wardrobe-store-contract.js';
import { watchStoreContract } from '../contract/watch-store-contract.js';
import { openSqliteStores } from '../support/sqlite-stores.js';

shopperStoreContract('in SQLite', openSqliteStores);
handoverStoreContract('in SQLite', openSqliteStores);
watchStoreContract('in SQLite', openSqliteStores);
wardrobeStoreContract('in SQLite', openSqliteStores);
