import { beforeAll, describe, expect, it } from 'vitest';
import { type Sayable, say, sayColour } from '../../src/assistant/say/suggest.js';
import { loadMessages, type Messages } from '../../src/channels/rendering/message-catalogue.js';
import { createWording, type Wording } from '../../src/channels/rendering/wording.js';
import { LOCALES } from '../../src/domain/locale.js';
import type { Suggestion } from '../../src/domain/reply.js';
import type { UnderstoodTurn } from '../../src/domain/turn.js';
import { type Language, openLanguage } from '../../src/language/open-language.js';

/** What pressing each suggestion must be heard as. */
const HEARD: Readonly<Record<Sayable, Partial<UnderstoodTurn>>> = {
  cheaper: { critiques: [{ facet: 'price', direction: 'less' }] },
  more: { critiques: [{ facet: 'variety', direction: 'more' }] },
  undo: { intent: 'undo' },
  'any-colour': { relaxed: ['colours'] },
  'any-price': { relaxed: ['price'] },
  'any-size': { relaxed: ['size'] },
  restart: { intent: 'restart' },
  compare: { intent: 'compare' },
  explain: { intent: 'explain' },
  help: { intent: 'help' },
  'outfit-work': { intent: 'outfit', constraints: { occasions: ['work'] } },
  'outfit-date': { intent: 'outfit', constraints: { occasions: ['date'] } },
  'outfit-casual': { intent: 'outfit', constraints: { occasions: ['daily'] } },
  dress: { intent: 'search', constraints: { category: 'dress' } },
  jacket: { intent: 'search' },
  // Heard as changes of the outfits on the screen, by their words: see outfit-talk.
  'swap-footwear': {},
  'swap-bag': {},
  'swap-outer': {},
  'outfit-cheaper': { critiques: [{ facet: 'price', direction: 'less' }] },
  // Heard as an answer to the question that waits.
  'keep-yes': {},
  'keep-no': {},
  'erase-yes': {},
  'erase-no': {},
  // Heard by their words: see notice-talk.
  notify: {},
  'notify-stop': {},
  // Heard by their words: see wardrobe-talk.
  wardrobe: {},
  'wardrobe-wear': {},
  'wardrobe-missing': {},
  // Heard by their words: see shortlist-talk.
  saved: {},
  person: { intent: 'handover' },
  women: { constraints: { audience: 'women' } },
  men: { constraints: { audience: 'men' } },
  profile: { intent: 'profile' },
  export: { intent: 'privacy', data: 'export' },
  erase: { intent: 'privacy', data: 'delete' },
};

let language: Language;
let messages: Messages;
let wording: Wording;
beforeAll(async () => {
  const locales = new URL('../../locales/', import.meta.url);
  language = await openLanguage(locales);
  messages = await loadMessages(locales.pathname);
  wording = createWording(messages, language.vocabulary);
});

describe.each(LOCALES)('a suggestion pressed in %s', (locale) => {
  const hear = (suggestion: Suggestion): UnderstoodTurn => {
    const text = suggestion.say ? wording.message(suggestion.say, locale) : '';
    const context = { locale, currency: 'CNY', brands: [], hasShown: true, hasPhoto: false, hasRequest: true };
    return language.understand(text, context);
  };

  it.each(Object.entries(HEARD))('"%s" is understood as what it offers', (what, heard) => {
    const understood = hear(say(what as Sayable));
    expect(understood).toMatchObject(heard);
    expect(understood.locale).toBe(locale);
  });

  it('a colour is understood as that colour', () => {
    expect(hear(sayColour('navy')).constraints).toEqual({ colours: ['navy'] });
  });
});
