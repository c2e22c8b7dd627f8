import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTakeTurn, type TakeTurnDependencies } from '../../dialogs/create-take-turn.js';
import type { TakeTurn } from '../../dialogs/take-turn.js';
import { respond } from '../../src/assistant/respond.js';
import type { Scope } from '../../src/assistant/scope.js';
import type { ShopperTurn } from '../../src/domain/turn.js';
import type { ConversationStore } from '../../src/storage/conversation-store.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { createConversationStore } from '../../src/storage/sqlite-conversation-store.js';
import { photoOf, type Script, smallShopScope } from '../support/small-shop.js';

const SCRIPT: Script = {
  'red dress': { intent: 'search', constraints: { category: 'dress', colours: ['red'] } },
  'in black': { intent: 'refine', constraints: { colours: ['black'] } },
  'find this in red': { intent: 'photo-search', constraints: { colours: ['red'] }, references: [{ kind: 'photo' }] },
  'an outfit': { intent: 'outfit' },
  'for work': { intent: 'refine', constraints: { occasions: ['work'] } },
  help: { intent: 'help' },
  'never mind': { intent: 'cancel' },
};

describe('taking turns', () => {
  let folder: string;
  let db: Database;
  let conversations: ConversationStore;
  let scope: Scope;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yida-turns-'));
    db = await openDatabase({ file: join(folder, 'yida.sqlite') });
    conversations = createConversationStore(db);
    scope = await smallShopScope(SCRIPT);
  });
  afterEach(async () => {
    await db.destroy();
    await rm(folder, { recursive: true });
  });

  const open = (changes: Partial<TakeTurnDependencies> = {}): TakeTurn =>
    createTakeTurn({ respond, scope: () => scope, conversations, defaultLocale: 'zh-CN', ...changes });
  let activity = 0;
  const say = (
    takeTurn: TakeTurn,
    said: string | Partial<ShopperTurn>,
    more: { activityId?: string; id?: string } = {},
  ) =>
    takeTurn({
      conversationId: more.id ?? 'c1',
      userId: 'u1',
      activityId: more.activityId ?? `a${activity++}`,
      turn: typeof said === 'string' ? { text: said, photos: [] } : { photos: [], ...said },
    });

  it('answers, and has the state stored before it does', async () => {
    const { reply } = await say(open(), { text: 'red dress', locale: 'en' });
    expect(reply.locale).toBe('en');
    expect(reply.items[0]?.garment.colours).toEqual(['red']);
    const record = await conversations.load('c1');
    expect(record).toMatchObject({
      version: 1,
      userId: 'u1',
      session: { turn: 1, shown: reply.items.map(({ garment }) => garment.id) },
    });
  });

  it('goes on after a restart of the service', async () => {
    await say(open(), 'red dress');
    await db.destroy();
    db = await openDatabase({ file: join(folder, 'yida.sqlite') });
    conversations = createConversationStore(db);
    const { reply } = await say(open(), 'in black');
    expect(reply.understood.constraints).toEqual({ category: 'dress', colours: ['black'] });
  });

  it('keeps a question waiting through an interruption and a restart, and takes the answer', async () => {
    await say(open(), 'find this in red');
    expect(stackOf((await conversations.load('c1'))?.dialogs)).toEqual(['shopping', 'question:photo']);
    const aside = await say(open(), 'help');
    expect(aside.reply.messages.map(({ id }) => id)).toEqual(['reply.help', 'resume.photo']);
    expect(stackOf((await conversations.load('c1'))?.dialogs)).toEqual(['shopping', 'question:photo']);
    const { reply } = await say(open(), { photos: [photoOf('dress blue')] });
    expect(reply.understood.constraints).toEqual({ colours: ['red'] });
    expect(stackOf((await conversations.load('c1'))?.dialogs)).toEqual(['shopping']);
  });

  it('lets one question give way to another, and ends it on "never mind"', async () => {
    const takeTurn = open();
    await say(takeTurn, 'find this in red');
    await say(takeTurn, 'an outfit');
    expect(stackOf((await conversations.load('c1'))?.dialogs)).toEqual(['shopping', 'question:outfit-anchor']);
    await say(takeTurn, 'never mind');
    expect(stackOf((await conversations.load('c1'))?.dialogs)).toEqual(['shopping']);
    const { reply } = await say(takeTurn, 'for work');
    expect(reply.outfits).toEqual([]);
  });

  it('runs a repeated activity once and answers it the same', async () => {
    const takeTurn = open();
    const first = await say(takeTurn, 'red dress', { activityId: 'same' });
    const again = await say(takeTurn, 'red dress', { activityId: 'same' });
    expect(again).toEqual({ ...first, duplicate: true });
    expect((await conversations.load('c1'))?.session.turn).toBe(1);
  });

  it('runs a repeated activity once also when both come at the same time', async () => {
    const takeTurn = open();
    const both = await Promise.all([1, 2].map(() => say(takeTurn, 'red dress', { activityId: 'same' })));
    expect(both.map(({ duplicate }) => duplicate).sort()).toEqual([false, true]);
    expect(both[0]?.reply).toEqual(both[1]?.reply);
  });

  it('runs the turns of one conversation one after the other', async () => {
    const takeTurn = open();
    await Promise.all(['red dress', 'in black', 'help'].map((text) => say(takeTurn, text)));
    const record = await conversations.load('c1');
    expect(record?.version).toBe(3);
    expect(record?.session).toMatchObject({ turn: 3, constraints: { category: 'dress', colours: ['black'] } });
  });

  it('lets no conversation hold up another', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const takeTurn = open({
      respond: async (turn, session, given) => {
        if (session.conversationId === 'slow') await held;
        return respond(turn, session, given);
      },
    });
    const slow = say(takeTurn, 'red dress', { id: 'slow' });
    expect((await say(takeTurn, 'red dress', { id: 'quick' })).reply.items.length).toBeGreaterThan(0);
    release();
    expect((await slow).reply.items.length).toBeGreaterThan(0);
  });

  it('runs again on the newer state where another process was faster', async () => {
    const other = open();
    let overtaken = false;
    const takeTurn = open({
      respond: async (turn, session, given) => {
        if (!overtaken) {
          overtaken = true;
          await say(other, 'red dress');
        }
        return respond(turn, session, given);
      },
    });
    const { reply } = await say(takeTurn, 'in black');
    expect(reply.understood.constraints).toEqual({ category: 'dress', colours: ['black'] });
    expect((await conversations.load('c1'))?.session.turn).toBe(2);
  });

  it('says that it took too long, keeps the conversation, and answers a repeat the same', async () => {
    const takeTurn = open({ deadlineMs: 20, respond: () => new Promise(() => {}) });
    await say(open(), 'red dress');
    const late = await say(takeTurn, 'in black', { activityId: 'late' });
    expect(late.reply.messages).toEqual([{ id: 'reply.timeout' }]);
    expect(late.reply.suggestions[0]?.action).toEqual({ verb: 'say', text: 'in black' });
    expect((await conversations.load('c1'))?.session.constraints).toEqual({ category: 'dress', colours: ['red'] });
    expect((await say(open(), 'in black', { activityId: 'late' })).reply).toEqual(late.reply);
    expect((await say(open(), 'in black')).reply.understood.constraints.colours).toEqual(['black']);
  });

  it('apologises where the turn fails, and says what failed to the operator', async () => {
    const failures: string[] = [];
    const takeTurn = open({
      scope: () => Promise.reject(new Error('no catalogue')),
      onFailure: (_request, what) => failures.push(what),
    });
    const { reply } = await say(takeTurn, 'red dress');
    expect(reply.messages).toEqual([{ id: 'reply.apology' }]);
    expect(failures).toEqual(['turn']);
  });

  it('apologises where the store fails, and has stored nothing', async () => {
    const takeTurn = open({
      conversations: { ...conversations, commit: () => Promise.reject(new Error('disk full')) },
    });
    expect((await say(takeTurn, 'red dress')).reply.messages).toEqual([{ id: 'reply.apology' }]);
    expect(await conversations.load('c1')).toBeUndefined();
  });

  it('answers that it is busy rather than keep an endless line', async () => {
    const takeTurn = open({ limits: { waitingPerConversation: 2 } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => say(takeTurn, 'help')));
    const ids = answers.map(({ reply }) => reply.messages[0]?.id);
    expect(ids.filter((id) => id === 'reply.busy')).toHaveLength(3);
    expect(ids.filter((id) => id === 'reply.help')).toHaveLength(3);
  });

  it('starts the dialogs afresh where their stored form cannot be read', async () => {
    await say(open(), 'red dress');
    const record = await conversations.load('c1');
    if (!record) throw new RangeError('the conversation was not stored');
    await conversations.commit({
      conversationId: 'c1',
      expectedVersion: record.version,
      session: record.session,
      dialogs: {
        dialogStack: [{ id: 'conversation', state: { dialogs: { dialogStack: [{ id: 'no-such', state: {} }] } } }],
      },
      outgoing: { conversationId: 'c1', inReplyTo: 'x', payload: {} },
    });
    const { reply } = await say(open(), 'in black');
    expect(reply.understood.constraints).toEqual({ category: 'dress', colours: ['black'] });
    expect(stackOf((await conversations.load('c1'))?.dialogs)).toEqual(['shopping']);
  });
});

interface Stack {
  dialogStack: { id: string; state?: { asked?: string; dialogs?: Stack } }[];
}

/** Ids of the dialogs inside the conversation, outermost first. */
function stackOf(stored: unknown): string[] {
  const outer = stored as Stack | undefined;
  const inner = outer?.dialogStack[0]?.state?.dialogs?.dialogStack ?? [];
  return inner.map(({ id, state }) => (state?.asked === undefined ? id : `${id}:${state.asked}`));
}
