import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newSession } from '../../src/domain/session.js';
import { openDatabase } from '../../src/storage/database.js';
import { createConversationStore } from '../../src/storage/sqlite-conversation-store.js';
import { conversationStoreContract } from '../contract/conversation-store-contract.js';

conversationStoreContract('on SQLite', async () => {
  const db = await openDatabase({ file: ':memory:' });
  let time = 0;
  return {
    store: createConversationStore(db, { now: () => time }),
    setTime: (at) => {
      time = at;
    },
    close: () => db.destroy(),
  };
});

it('keeps a conversation over a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yida-test-'));
  const file = join(folder, 'deep', 'yida.sqlite');
  try {
    const before = await openDatabase({ file });
    await createConversationStore(before).commit({
      conversationId: 'c1',
      expectedVersion: 0,
      session: newSession('c1', 'zh-CN'),
      dialogs: null,
      outgoing: { conversationId: 'c1', inReplyTo: 'a1', payload: '好' },
    });
    await before.destroy();
    const after = await openDatabase({ file });
    expect((await createConversationStore(after).load('c1'))?.session.locale).toBe('zh-CN');
    await after.destroy();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
