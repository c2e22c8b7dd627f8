import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { openLanguage } from '../../src/language/open-language.js';
import { messageIds, photoOf, SMALL_SHOP, shownIds, smallShopScope, Talk } from '../support/small-shop.js';
import { type TranscriptTurn, transcripts } from './read-transcripts.js';

let scope: Scope;
beforeAll(async () => {
  const { understand } = await openLanguage(new URL('../../locales/', import.meta.url));
  scope = await smallShopScope({}, { understand });
});

describe.each(LOCALES)('a conversation in %s', (locale) => {
  it.each(transcripts.map((transcript) => [transcript.name, transcript] as const))('%s', async (_name, { turns }) => {
    const talk = new Talk(scope, locale);
    for (const turn of turns) {
      const text = turn[locale];
      const result = await talk.turn({
        ...(text === undefined ? {} : { text }),
        ...(turn.photo === undefined ? {} : { photos: [photoOf(turn.photo)] }),
      });
      expectTurn(result, turn, `${text ?? turn.photo}`);
      if (turn.switches) expect(result.reply.locale).not.toBe(locale);
    }
  });
});

function expectTurn(result: TurnResult, turn: TranscriptTurn, said: string): void {
  const { reply } = result;
  const shown = shownIds(result);
  expect(result.trace.fault, said).toBeUndefined();
  if (turn.intent) expect(reply.understood.intent, said).toBe(turn.intent);
  if (turn.constraints) expect(reply.understood.constraints, said).toEqual(turn.constraints);
  if (turn.facet) expect(reply.understood.constraints, said).toMatchObject(turn.facet);
  if (turn.first) expect(turn.first, said).toContain(shown[0]);
  if (turn.only)
    expect(
      shown.filter((_, at) => reply.items[at]?.match === 'exact').every((id) => turn.only?.includes(id)),
      said,
    ).toBe(true);
  if (turn.never)
    expect(
      shown.filter((id) => turn.never?.includes(id)),
      said,
    ).toEqual([]);
  if (turn.under !== undefined) {
    for (const { garment } of reply.items)
      expect(garment.price?.minorUnits ?? Number.MAX_VALUE, said).toBeLessThan(turn.under);
  }
  if (turn.refers)
    expect(
      reply.understood.references.map(({ index }) => index),
      said,
    ).toEqual(turn.refers);
  if (turn.outfits) expect(reply.outfits.length, said).toBeGreaterThan(0);
  if (turn.none) expect(shown, said).toEqual([]);
  if (turn.messages) expect(messageIds(result), said).toEqual(expect.arrayContaining([...turn.messages]));
  if (turn.honest) for (const { garment } of reply.items) expect(SMALL_SHOP, said).toContainEqual(garment);
}
