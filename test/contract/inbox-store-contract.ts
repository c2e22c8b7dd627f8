import { describe, expect, it } from 'vitest';
import type { InboxMessage, InboxStore, WaitingMessage } from '../../src/storage/inbox-store.js';

const ALBUM_WAIT = 50;

/** What every inbox of messaging apps must do; `open` gives an empty one. */
export function inboxStoreContract(open: () => Promise<InboxStore>): void {
  const message = (id: string, changes: Partial<InboxMessage> = {}): InboxMessage => ({
    app: 'pigeon',
    id,
    conversation: 'c1',
    userId: 'pigeon:u1',
    body: { text: id },
    ...changes,
  });
  const receive = (inbox: InboxStore, received: readonly InboxMessage[], at = 0) =>
    inbox.commit({ received, finished: [] }, at, ALBUM_WAIT);
  const finish = (inbox: InboxStore, messages: readonly WaitingMessage[]) =>
    inbox.commit({ received: [], finished: messages.map(({ sequence }) => sequence) }, 0, ALBUM_WAIT);
  const ids = (messages: readonly WaitingMessage[]) => messages.map(({ id }) => id);

  describe('an inbox', () => {
    it('keeps a message once, also after it was answered', async () => {
      const inbox = await open();
      await receive(inbox, [message('a'), message('a')]);
      await receive(inbox, [message('a')]);
      const due = await inbox.due('pigeon', 0, 10, []);
      expect(ids(due)).toEqual(['a']);
      expect(due[0]).toMatchObject({
        body: { text: 'a' },
        userId: 'pigeon:u1',
        parts: undefined,
        sent: 0,
        attempts: 0,
      });
      await finish(inbox, due);
      await receive(inbox, [message('a')]);
      expect(await inbox.due('pigeon', 0, 10, [])).toEqual([]);
    });

    it('gives back what it keeps for the first time, in order, as it will be given when it is due', async () => {
      const inbox = await open();
      await receive(inbox, [message('b')]);
      const parts = [{ call: {} }];
      const fresh = await receive(inbox, [message('a'), message('b'), message('c', { conversation: 'c2', parts })]);
      expect(ids(fresh)).toEqual(['a', 'c']);
      expect(fresh[1]).toEqual((await inbox.due('pigeon', 0, 10, []))[1]);
      expect(await inbox.commit({ received: [], finished: [] }, 0, ALBUM_WAIT)).toEqual([]);
    });

    it('keeps apps apart: the same id in two is two messages', async () => {
      const inbox = await open();
      await receive(inbox, [message('a'), message('a', { app: 'raven' })]);
      expect(ids(await inbox.due('pigeon', 0, 10, []))).toEqual(['a']);
      expect(ids(await inbox.due('raven', 0, 10, []))).toEqual(['a']);
      expect(await inbox.counts('raven')).toEqual({ waiting: 1, failed: 0 });
    });

    it('gives the first of each conversation, oldest first, and leaves out what is busy', async () => {
      const inbox = await open();
      await receive(inbox, [
        message('a1'),
        message('a2'),
        message('b1', { conversation: 'c2' }),
        message('c1', { conversation: 'c3' }),
      ]);
      expect(ids(await inbox.due('pigeon', 0, 10, []))).toEqual(['a1', 'b1', 'c1']);
      expect(ids(await inbox.due('pigeon', 0, 1, ['c1']))).toEqual(['b1']);
      await finish(inbox, (await inbox.due('pigeon', 0, 1, [])).slice(0, 1));
      expect(ids(await inbox.due('pigeon', 0, 10, []))).toEqual(['a2', 'b1', 'c1']);
    });

    it('holds up a conversation, and no other, while its first message is put off', async () => {
      const inbox = await open();
      await receive(inbox, [message('a1'), message('a2'), message('b1', { conversation: 'c2' })]);
      const [first] = await inbox.due('pigeon', 0, 1, []);
      await inbox.postpone(first as WaitingMessage, 500, { parts: ['x', 'y'], sent: 1, album: [] });
      expect(ids(await inbox.due('pigeon', 499, 10, []))).toEqual(['b1']);
      await finish(inbox, await inbox.due('pigeon', 499, 10, []));
      expect(await inbox.nextAt('pigeon')).toBe(500);
      const [again] = await inbox.due('pigeon', 500, 10, []);
      expect(again).toMatchObject({ id: 'a1', parts: ['x', 'y'], sent: 1, attempts: 1 });
    });

    it('counts failures in a row, and begins anew where a part was taken in between', async () => {
      const inbox = await open();
      await receive(inbox, [message('a')]);
      const take = async () => (await inbox.due('pigeon', 1e6, 1, []))[0] as WaitingMessage;
      await inbox.postpone(await take(), 1, { parts: ['x', 'y'], sent: 0, album: [] });
      await inbox.postpone(await take(), 2, { parts: ['x', 'y'], sent: 0, album: [] });
      expect((await take()).attempts).toBe(2);
      await inbox.postpone(await take(), 3, { parts: ['x', 'y'], sent: 1, album: [] });
      expect((await take()).attempts).toBe(1);
    });

    it('waits on where a picture of an album comes late', async () => {
      const inbox = await open();
      await receive(inbox, [message('p1', { album: 'x' }), message('other', { album: 'y', conversation: 'c2' })], 0);
      await receive(inbox, [message('p2', { album: 'x' })], 40);
      expect(ids(await inbox.due('pigeon', 89, 10, []))).toEqual(['other']);
      const [first] = await inbox.due('pigeon', 90, 1, ['c2']);
      expect([first?.id, ...ids(await inbox.album(first as WaitingMessage))]).toEqual(['p1', 'p2']);
    });

    it('lets the pictures of an album wait for each other, and answers them together', async () => {
      const inbox = await open();
      await receive(inbox, [message('p1', { album: 'x' }), message('p2', { album: 'x' }), message('t')], 100);
      expect(await inbox.due('pigeon', 149, 10, [])).toEqual([]);
      const [first] = await inbox.due('pigeon', 150, 10, []);
      const album = await inbox.album(first as WaitingMessage);
      expect([first?.id, ...ids(album)]).toEqual(['p1', 'p2']);
      await inbox.postpone(first as WaitingMessage, 200, { parts: [], sent: 0, album });
      expect(await inbox.counts('pigeon')).toEqual({ waiting: 2, failed: 0 });
    });

    it('goes on past a message that failed, and still counts it', async () => {
      const inbox = await open();
      await receive(inbox, [message('a1'), message('a2')]);
      const [first] = await inbox.due('pigeon', 0, 1, []);
      await inbox.fail((first as WaitingMessage).sequence);
      expect(ids(await inbox.due('pigeon', 0, 10, []))).toEqual(['a2']);
      expect(await inbox.counts('pigeon')).toEqual({ waiting: 1, failed: 1 });
    });

    it('says when nothing waits', async () => {
      expect(await (await open()).nextAt('pigeon')).toBe(undefined);
    });

    it('keeps what a button does under one code, and forgets it with its time', async () => {
      const inbox = await open();
      const action = { verb: 'say', text: 'a long sentence' };
      const [code = '', other = ''] = await inbox.keepActions([action, { verb: 'say', text: 'another' }], 10);
      expect(await inbox.keepActions([action], 20)).toEqual([code]);
      expect(code.length).toBeLessThanOrEqual(24);
      expect(await inbox.action(other)).toEqual({ verb: 'say', text: 'another' });
      expect(await inbox.action(code)).toEqual(action);
      await inbox.prune(20);
      expect([await inbox.action(code), await inbox.action(other)]).toEqual([action, undefined]);
      await inbox.prune(21);
      expect(await inbox.action(code)).toBe(undefined);
    });

    it('keeps what is sent instead of a card until its time, each app its own', async () => {
      const inbox = await open();
      const instead = message('instead:1', { parts: [{ call: { text: 'its words' } }] });
      await inbox.keepCard('1', instead, { at: 0, until: 100 });
      expect(await inbox.cardInstead('pigeon', '1', 100)).toEqual(instead);
      expect(await inbox.cardInstead('raven', '1', 100)).toBe(undefined);
      expect(await inbox.cardInstead('pigeon', '2', 100)).toBe(undefined);
      expect(await inbox.cardInstead('pigeon', '1', 101)).toBe(undefined);
      await inbox.keepCard('2', message('instead:2'), { at: 101, until: 200 });
      expect(await inbox.cardInstead('pigeon', '1', 50)).toBe(undefined);
      await inbox.prune(201);
      expect(await inbox.cardInstead('pigeon', '2', 150)).toBe(undefined);
    });

    it('drops what is older than is kept, whatever came of it', async () => {
      const inbox = await open();
      await receive(inbox, [message('old')], 10);
      await receive(inbox, [message('new', { conversation: 'c2' })], 20);
      await inbox.prune(15);
      expect(ids(await inbox.due('pigeon', 100, 10, []))).toEqual(['new']);
      await receive(inbox, [message('old')], 30);
      expect(await inbox.counts('pigeon')).toEqual({ waiting: 2, failed: 0 });
    });
  });
}
