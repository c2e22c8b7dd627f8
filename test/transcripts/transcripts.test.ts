import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import type { Constraints } from '../../src/domain/constraints.js';
import { LOCALES, type Locale } from '../../src/domain/locale.js';
import type { Intent } from '../../src/domain/turn.js';
import { openLanguage } from '../../src/language/open-language.js';
import { messageIds, photoOf, SMALL_SHOP, shownIds, smallShopScope, Talk } from '../support/small-shop.js';

/** One turn in both languages and what must come of it; words are never compared. */
interface Turn extends Partial<Record<Locale, string>> {
  /** A photo of this kind and colour. */
  readonly photo?: string;
  readonly intent?: Intent;
  /** All that holds after the turn. */
  readonly constraints?: Constraints;
  /** Some of what holds after the turn. */
  readonly facet?: Constraints;
  /** The first card is one of these. */
  readonly first?: readonly string[];
  /** Every card that is no near miss is one of these. */
  readonly only?: readonly string[];
  readonly never?: readonly string[];
  /** Every card costs less than this many fen. */
  readonly under?: number;
  /** Places pointed at. */
  readonly refers?: readonly number[];
  readonly outfits?: boolean;
  readonly none?: boolean;
  /** Message ids that are said, variants aside. */
  readonly messages?: readonly string[];
  /** The reply is in the other language. */
  readonly switches?: boolean;
  /** Every card is a row of the shop, as it is. */
  readonly honest?: boolean;
}

interface Transcript {
  readonly name: string;
  readonly turns: readonly Turn[];
}

const transcripts: readonly Transcript[] = JSON.parse(
  readFileSync(new URL('./transcripts.json', import.meta.url), 'utf8'),
);

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

function expectTurn(result: TurnResult, turn: Turn, said: string): void {
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
