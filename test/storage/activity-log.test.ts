import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityLog } from '../../src/storage/activity-log.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { createActivityLog } from '../../src/storage/sqlite-activity-log.js';

let db: Database;
let log: ActivityLog;
let time = 1_000;
beforeEach(async () => {
  db = await openDatabase({ file: ':memory:' });
  log = createActivityLog(db, { now: () => time, kept: 4 });
  await log.open({ id: 'c1', userId: 'u1', locale: 'zh-CN' });
});
afterEach(() => db.destroy());

describe('the activity log', () => {
  it('gives activities in order after a watermark', async () => {
    await log.hear('c1', { text: '你好' }, { awaitsAnswer: true });
    await log.say('c1', [{ text: 'a' }, { text: 'b' }], 1);
    expect(await log.after('c1', 1)).toEqual([
      { sequence: 2, activity: { text: 'a' } },
      { sequence: 3, activity: { text: 'b' } },
    ]);
    expect((await log.after('c1', 0)).length).toBe(3);
  });

  it('hears an activity with a known client id once', async () => {
    const first = await log.hear('c1', { text: 'x' }, { clientId: 'k', awaitsAnswer: true });
    const again = await log.hear('c1', { text: 'x' }, { clientId: 'k', awaitsAnswer: true });
    expect(first).toEqual({ sequence: 1, duplicate: false });
    expect(again).toEqual({ sequence: 1, duplicate: true });
  });

  it('keeps the newest and whatever still awaits an answer', async () => {
    await log.hear('c1', { text: 'waiting' }, { awaitsAnswer: true });
    for (let n = 0; n < 10; n++) await log.say('c1', [{ n }]);
    const kept = (await log.after('c1', 0)).map((entry) => entry.sequence);
    expect(kept).toEqual([1, 8, 9, 10, 11]);
    expect((await log.unanswered()).map((entry) => entry.sequence)).toEqual([1]);
  });

  it('opens a conversation once and knows when it ended', async () => {
    expect(await log.open({ id: 'c1', userId: 'other', locale: undefined })).toBe('known');
    expect(await log.conversation('c1')).toEqual({ id: 'c1', userId: 'u1', locale: 'zh-CN', ended: false });
    await log.end('c1');
    expect((await log.conversation('c1'))?.ended).toBe(true);
    expect(await log.conversation('nobody')).toBeUndefined();
  });

  it('shows what a user said', async () => {
    await log.hear('c1', { text: 'x' }, { awaitsAnswer: true });
    expect(await log.conversationsOf('u1')).toEqual([{ conversationId: 'c1', activities: [{ text: 'x' }] }]);
    expect(await log.conversationsOf('nobody')).toEqual([]);
  });

  it('drops conversations that fell silent', async () => {
    time = 5_000;
    await log.open({ id: 'c2', userId: 'u2', locale: 'en' });
    expect(await log.prune(2_000)).toBe(1);
    expect(await log.conversation('c1')).toBeUndefined();
    expect(await log.conversation('c2')).toBeDefined();
  });
});
