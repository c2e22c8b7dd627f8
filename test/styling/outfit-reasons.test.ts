import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMessages, type Messages } from '../../src/channels/rendering/message-catalogue.js';
import { createWording, type Wording } from '../../src/channels/rendering/wording.js';
import { LOCALES } from '../../src/domain/locale.js';
import { money } from '../../src/domain/money.js';
import { createOutfitComposer } from '../../src/styling/compose-outfits.js';
import { OCCASIONS } from '../../src/styling/knowledge/occasions.js';
import type { ComposeOutfits, OutfitRequest } from '../../src/styling/outfit-composer.js';
import { type InMemoryCatalogue, inMemoryCatalogue, projectVocabulary } from '../support/in-memory-catalogue.js';
import { outfitGarments } from '../support/outfit-garments.js';

const vocabulary = projectVocabulary();
const garments = outfitGarments(420, 3);

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

  it('have the same ids in both languages, and a purpose for every occasion known', () => {
    const ids = (locale: (typeof LOCALES)[number]) => messages.ids(locale).filter((id) => id.startsWith('style.'));
    expect(ids('en').sort()).toEqual(ids('zh-CN').sort());
    for (const id of Object.keys(OCCASIONS)) expect(messages.has('en', `style.for.${id}`), id).toBe(true);
  });
});
