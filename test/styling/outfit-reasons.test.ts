import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMessages, type Messages } from '../../src/channels/rendering/message-catalogue.js';
import { createWording, type Wording } from '../../src/channels/rendering/wording.js';
import { LOCALES } from '../../src/domain/locale.js';
import { money } from '../../src/domain/money.js';
import type { Message } from '../../src/domain/reply.js';
import { createOutfitComposer } from '../../src/styling/compose-outfits.js';
import { areaOf } from '../../src/styling/ensemble-terms.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { OCCASIONS } from '../../src/styling/knowledge/occasions.js';
import type { ComposeOutfits, OutfitRequest } from '../../src/styling/outfit-composer.js';
import { type Piece, pieceOfGarment } from '../../src/styling/piece.js';
import { type InMemoryCatalogue, inMemoryCatalogue, projectVocabulary } from '../support/in-memory-catalogue.js';
import { outfitGarments } from '../support/outfit-garments.js';

const vocabulary = projectVocabulary();
const garments = outfitGarments(420, 3);

type Check = (pieces: readonly Piece[], named: (name: string) => string | undefined, message: Message) => void;

/** What reasons claim, asked of the pieces again. */
const CLAIMS: Readonly<Record<string, Check>> = {
  'style.colour.monochrome': (pieces, named) => {
    const seen = pieces.filter(({ kind }) => areaOf(kind.slot) >= 0.3);
    expect(new Set(seen.map(({ colours }) => colours[0]))).toEqual(new Set([named('first')]));
  },
  'style.colour.denim': (pieces) =>
    expect(pieces.some(({ colours, tones }) => colours[0]?.endsWith('blue') && tones[0] === 'navy')).toBe(true),
  'style.pattern.one': (pieces, named) => {
    const patterned = pieces.filter(({ pattern }) => pattern.loudness > 0.2);
    expect(patterned.map(({ patternId, category }) => [patternId, category])).toEqual([
      [named('pattern'), named('category')],
    ]);
  },
  'style.shared-style': (pieces, named, { id, values }) => {
    const count = pieces.filter(({ styles }) => styles.includes(named('style') ?? '')).length;
    expect(count).toBe(id.endsWith('.pair') ? 2 : values?.count);
  },
  'style.season.light': (pieces, named) =>
    expect(pieces.map(({ category, material }) => `${material} ${category}`)).toContain(
      `${named('material')} ${named('category')}`,
    ),
  'style.colour.': (pieces, named) => {
    if (named('firstPiece') === undefined || named('first') === 'multicolour' || named('second') === 'multicolour')
      return;
    const worn = pieces.map(({ category, colours }) => `${colours[0]} ${category}`);
    expect(worn).toContain(`${named('first')} ${named('firstPiece')}`);
    expect(worn).toContain(`${named('second')} ${named('secondPiece')}`);
  },
};

function holds(message: Message, pieces: readonly Piece[]): void {
  const named = (name: string) => {
    const value = message.values?.[name];
    return typeof value === 'object' && value.kind === 'facet' ? value.value.id : undefined;
  };
  for (const [claim, check] of Object.entries(CLAIMS)) if (message.id.startsWith(claim)) check(pieces, named, message);
}

function partsOf({ values }: Message): Message[] {
  return Object.values(values ?? {}).flatMap((value) =>
    typeof value === 'object' && value.kind === 'message' ? [value.message] : [],
  );
}

describe('the reasons of outfits', () => {
  let catalogue: InMemoryCatalogue;
  let compose: ComposeOutfits;
  let messages: Messages;
  let wording: Wording;
  beforeAll(async () => {
    catalogue = await inMemoryCatalogue(garments);
    messages = await loadMessages('locales');
    wording = createWording(messages, vocabulary);
    compose = createOutfitComposer({
      garments: catalogue.store,
      vocabulary,
      rates: { base: 'CNY', perUnit: {} },
      clock: () => new Date('2026-12-20T00:00:00Z'),
    });
  });
  afterAll(() => catalogue.close());

  const requests: OutfitRequest[] = [
    ...garments.slice(0, 60).map(({ id }) => ({ garmentId: id, limit: 3 })),
    ...vocabulary.entries('occasions').map(({ id }) => ({ occasion: id, limit: 2 })),
    ...[30, 300, 900].map((amount) => ({ occasion: 'work', budget: money(amount, 'CNY'), limit: 2 })),
    ...['spring', 'summer', 'autumn', 'winter'].map((season) => ({ occasion: 'beach', season, limit: 2 })),
  ];

  it('are worded in both languages, with every value filled in', async () => {
    for (const request of requests) {
      const { outfits, relaxed } = await compose(request);
      for (const { message } of [...relaxed, ...outfits.flatMap((outfit) => outfit.reasons)]) {
        for (const locale of LOCALES) {
          const text = wording.message(message, locale);
          expect(text, message.id).not.toContain('style.');
          expect(text).not.toMatch(/[{}]|undefined/);
          expect(/\p{Script=Han}/u.test(text), text).toBe(locale === 'zh-CN');
        }
      }
    }
  });

  it('begin with one line that names colours of the pieces or what they are for', async () => {
    for (const request of requests) {
      for (const { reasons } of (await compose(request)).outfits) {
        expect(['harmony', 'occasions', 'season']).toContain(reasons[0]?.facet);
        expect(reasons.length).toBeLessThanOrEqual(3);
      }
    }
  });

  it('are true of the pieces they speak of', async () => {
    const knowledge = createFashionKnowledge(vocabulary);
    const spoken = new Set<string>();
    for (const request of requests) {
      for (const { garments: worn, reasons } of (await compose(request)).outfits) {
        // An anchor that is sold out is dressed round, and spoken of, though it is not among what is sold.
        const anchor = garments.filter(({ id }) => id === request.garmentId && !worn.some((one) => one.id === id));
        const pieces = [...anchor, ...worn].flatMap((garment) => pieceOfGarment(garment, knowledge) ?? []);
        for (const message of reasons.flatMap(({ message: one }) => [one, ...partsOf(one)])) {
          spoken.add(message.id);
          holds(message, pieces);
        }
      }
    }
    expect([...spoken]).toEqual(
      expect.arrayContaining(['style.pattern.one', 'style.season.layers', 'style.colour.neutral-accent']),
    );
  });

  it('claim no occasion that most of the pieces do not serve', async () => {
    // Nothing that is named for any sport may be taken, so nothing can be claimed of what is.
    const without = garments.flatMap(({ id, occasions }) => (occasions.includes('sports') ? [id] : []));
    const { outfits } = await compose({ occasion: 'skiing', audience: 'men', without, limit: 3 });
    expect(outfits.length).toBeGreaterThan(0);
    for (const { reasons } of outfits) {
      expect(JSON.stringify(reasons)).not.toContain('style.for.skiing');
    }
  });

  it('have the same ids in both languages, and a purpose for every occasion known', () => {
    const ids = (locale: (typeof LOCALES)[number]) => messages.ids(locale).filter((id) => id.startsWith('style.'));
    expect(ids('en').sort()).toEqual(ids('zh-CN').sort());
    for (const id of Object.keys(OCCASIONS)) expect(messages.has('en', `style.for.${id}`), id).toBe(true);
  });
});
