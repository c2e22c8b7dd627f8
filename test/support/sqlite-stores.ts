import { openDatabase } from '../../src/storage/database.js';
import { createActivityLog } from '../../src/storage/sqlite-activity-log.js';
import { createConversationStore } from '../../src/storage/sqlite-conversation-store.js';
import { createHandoverStore } from '../../src/storage/sqlite-handover-store.js';
import { createInboxStore } from '../../src/storage/sqlite-inbox-store.js';
import { createShopperStore } from '../../src/storage/sqlite-shopper-store.js';
import { createWardrobeStore } from '../../src/storage/sqlite-wardrobe-store.js';
import { createWatchStore } from '../../src/storage/sqlite-watch-store.js';
import type { StoresUnderTest } from '../contract/stores-under-test.js';

/** All stores over one SQLite database in memory. */
export async function openSqliteStores(): Promise<StoresUnderTest> {
  const db = await openDatabase({ file: ':memory:' });
  let time = 1_000;
  return {
    conversations: createConversationStore(db, { now: () => time }),
    log: createActivityLog(db),
    shoppers: createShopperStore(db),
    handovers: createHandoverStore(db),
    watches: createWatchStore(db),
    wardrobes: createWardrobeStore(db),
    inbox: createInboxStore(db),
    setTime: (at) => {
      time = at;
    },
    close: () => db.destroy(),
  };
}
