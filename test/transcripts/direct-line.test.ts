import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTakeTurn } from '../../dialogs/create-take-turn.js';
import { respond } from '../../src/assistant/respond.js';
import type { ReplyView } from '../../src/channels/rendering/reply-view.js';
import { LOCALES, type Locale } from '../../src/domain/locale.js';
import { openLanguage } from '../../src/language/open-language.js';
import { type Database, openDatabase } from '../../src/storage/database.js';
import { createConversationStore } from '../../src/storage/sqlite-conversation-store.js';
import { type Edge, startEdge } from '../support/edge-harness.js';
import { smallShopScope } from '../support/small-shop.js';
import { type TranscriptTurn, transcripts } from './read-transcripts.js';

let edge: Edge;
let db: Database;
beforeAll(async () => {
  const { understand } = await openLanguage(new URL('../../locales/', import.meta.url));
  const scope = await smallShopScope({}, { understand });
  db = await openDatabase({ file: ':memory:' });
  edge = await startEdge({
    db,
    takeTurn: createTakeTurn({
      respond,
      scope: () => scope,
      conversations: createConversationStore(db),
      defaultLocale: 'zh-CN',
    }),
  });
});
afterAll(async () => {
  await edge.close();
  await db.destroy();
});

/** An activity of the assistant: the words, and the reply itself where it carries cards. */
interface Answer {
  readonly text?: string;
  readonly channelData?: { readonly yida?: ReplyView };
}

/** A conversation over Direct Line, as the published client holds it. */
async function enter(locale: Locale): Promise<(text: string) => Promise<Answer[]>> {
  const root = `${edge.url}/v3/directline`;
  const { token: first } = await (await fetch(`${root}/tokens/generate`, { method: 'POST' })).json();
  const json = { 'content-type': 'application/json' };
  const opened = await fetch(`${root}/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${first}`, ...json },
    body: JSON.stringify({ locale }),
  });
  const { conversationId, token } = await opened.json();
  const at = `${root}/conversations/${conversationId}/activities`;
  const headers = { authorization: `Bearer ${token}`, ...json };
  return async (text) => {
    const body = JSON.stringify({ type: 'message', from: { id: 'shopper' }, text, locale });
    const { id } = await (await fetch(at, { method: 'POST', headers, body })).json();
    for (;;) {
      const { activities } = await (await fetch(at, { headers })).json();
      const answers = activities.filter((activity: { replyToId?: string }) => activity.replyToId === id);
      if (answers.length > 0) return answers;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
}

/** What a client of the channel can see of a turn's expectations. */
function expectAnswers(answers: readonly Answer[], turn: TranscriptTurn, said: string): void {
  expect(
    answers
      .map(({ text }) => text ?? '')
      .join('')
      .trim(),
    said,
  ).not.toBe('');
  const reply = answers.map(({ channelData }) => channelData?.yida).find((yida) => yida !== undefined);
  if (!reply) {
    expect(turn.first ?? turn.only ?? [], said).toEqual([]);
    expect(turn.outfits ?? false, said).toBe(false);
    return;
  }
  const shown = reply.items.map(({ garment }) => garment.id);
  if (turn.intent) expect(reply.understood?.intent, said).toBe(turn.intent);
  if (turn.constraints) expect(reply.understood?.constraints, said).toEqual(turn.constraints);
  if (turn.facet) expect(reply.understood?.constraints, said).toMatchObject(turn.facet);
  if (turn.first) expect(turn.first, said).toContain(shown[0]);
  expect(
    shown.filter((id) => turn.never?.includes(id)),
    said,
  ).toEqual([]);
  if (turn.under !== undefined)
    for (const { garment } of reply.items) expect(garment.price?.minorUnits ?? 0, said).toBeLessThan(turn.under);
  if (turn.outfits) expect(reply.outfits.length, said).toBeGreaterThan(0);
}

const spoken = transcripts.filter(({ turns }) => turns.every(({ photo }) => photo === undefined));

describe.each(LOCALES)('a conversation over Direct Line in %s', (locale) => {
  it.each(spoken.map((transcript) => [transcript.name, transcript] as const))('%s', async (_name, { turns }) => {
    const say = await enter(locale);
    for (const turn of turns) {
      const text = turn[locale] ?? '';
      expectAnswers(await say(text), turn, text);
    }
  });
});
