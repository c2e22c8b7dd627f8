import { afterEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { forgetShopper } from '../../src/storage/forget-shopper.js';
import type { WaitingMessage } from '../../src/storage/inbox-store.js';
import { createInboxStore } from '../../src/storage/sqlite-inbox-store.js';
import { inboxStoreContract } from '../contract/inbox-store-contract.js';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.destroy();
});

async function open() {
  const db = await openDatabase({ file: ':memory:' });
  opened.push(db);
  return { db, inbox: createInboxStore(db) };
}

inboxStoreContract(async () => (await open()).inbox);

it('erasing a shopper takes what could not be delivered, and leaves the message that asks for it', async () => {
  const { db, inbox } = await open();
  const message = (id: string) => ({ app: 'pigeon', id, conversation: 'c', userId: 'pigeon:u', body: { text: id } });
  await inbox.commit({ received: [message('lost'), message('delete my data')], finished: [] }, 0, 0);
  const [lost] = await inbox.due('pigeon', 0, 1, []);
  await inbox.fail((lost as WaitingMessage).sequence);
  const forgotten = await db.transaction().execute((transaction) => forgetShopper(transaction, 'pigeon:u'));
  expect(forgotten.undelivered).toBe(1);
  expect(await inbox.counts('pigeon')).toEqual({ waiting: 1, failed: 0 });
});
