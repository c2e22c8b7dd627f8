import { readFile } from 'node:fs/promises';
import { createMessages, loadMessages, type Messages } from '../../src/channels/rendering/message-catalogue.js';
import { createWording, type Wording } from '../../src/channels/rendering/wording.js';
import type { Locale } from '../../src/domain/locale.js';
import { parseVocabulary, type Vocabulary } from '../../src/domain/vocabulary.js';

const TEST_TEXTS = {
  'zh-CN': {
    'test.found': '为你找到 {count, number} 件。',
    'test.reason': '颜色是{colour}',
    'test.echo': '{text}',
    'test.cheaper': '便宜一点',
    'test.outfit': '搭一身',
    'test.relaxed': '{asked} 以内没有，放宽到 {given}。',
  },
  en: {
    'test.found': '{count, plural, one {Here is # piece.} other {Here are # pieces.}}',
    'test.reason': 'It is {colour}',
    'test.echo': '{text}',
    'test.cheaper': 'Cheaper',
    'test.outfit': 'Make an outfit',
    'test.relaxed': 'Nothing under {asked}, so up to {given}.',
  },
} as const;

export async function sampleVocabulary(): Promise<Vocabulary> {
  return parseVocabulary(await readFile('locales/vocabulary.tsv', 'utf8'));
}

/** The real messages of locales/ with the test.* ids that sample replies use. */
export async function sampleMessages(): Promise<Messages> {
  const real = await loadMessages('locales');
  const test = createMessages(TEST_TEXTS);
  const of = (locale: Locale, id: string) => (test.has(locale, id) ? test : real);
  return {
    format: (locale, id, values) => of(locale, id).format(locale, id, values),
    has: (locale, id) => of(locale, id).has(locale, id),
    ids: (locale) => [...real.ids(locale), ...test.ids(locale)],
  };
}

export async function sampleWording(): Promise<Wording> {
  return createWording(await sampleMessages(), await sampleVocabulary());
}
