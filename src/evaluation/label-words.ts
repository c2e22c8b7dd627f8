import { FACETS, type Facet, type FacetValue, VOCABULARY_COLUMN } from '../domain/facet.js';
import type { Locale } from '../domain/locale.js';
import type { Vocabulary } from '../domain/vocabulary.js';

/** A word may name ids in several facets; where a title is put into Chinese the first of these wins. */
const READING_ORDER: readonly Facet[] = [
  'category',
  'audience',
  'colours',
  'pattern',
  'sleeve',
  'material',
  'neckline',
  'fit',
  'occasions',
  'seasons',
  'length',
  'styles',
];
const LONGEST_PHRASE = 4;

/**
 * Questions of the evaluation in both languages. The Chinese form of a title has its facet words through the
 * vocabulary, and keeps the brand and other words, as the model's card defines it; labels go through
 * kaggle-map.tsv.
 */
export class LabelWords {
  readonly #vocabulary: Vocabulary;
  readonly #english = new Map<string, FacetValue>();
  readonly #mapped = new Map<string, FacetValue[]>();

  constructor(vocabulary: Vocabulary, kaggleMap: string) {
    this.#vocabulary = vocabulary;
    for (const facet of READING_ORDER) {
      for (const { id, synonyms } of vocabulary.entries(facet)) {
        for (const word of synonyms.en) {
          const key = englishKey(word);
          if (!this.#english.has(key)) this.#english.set(key, { facet, id });
        }
      }
    }
    const facetOf = new Map(FACETS.map((facet) => [VOCABULARY_COLUMN[facet], facet]));
    for (const line of kaggleMap.split(/\r?\n/).slice(1)) {
      const [source, value, column, id] = line.split('\t');
      const facet = facetOf.get(column ?? '');
      if (source === undefined || value === undefined || !facet || !id) continue;
      const key = `${source}/${value}`;
      this.#mapped.set(key, [...(this.#mapped.get(key) ?? []), { facet, id }]);
    }
  }

  /** The vocabulary's ids for a label of a data set (`kagl.colour`, `Navy Blue`). */
  idsOf(source: string, value: string | undefined): readonly FacetValue[] {
    return value === undefined ? [] : (this.#mapped.get(`${source}/${value}`) ?? []);
  }

  /** What a label is called: in English itself, in Chinese the display name of what it maps to. */
  labelIn(locale: Locale, source: string, value: string): string {
    const [first] = this.idsOf(source, value);
    return locale === 'en' || !first ? value : this.#vocabulary.displayName(first.facet, first.id, 'zh-CN');
  }

  /** The Chinese form of an English title. */
  chineseTitle(title: string): string {
    const words = title.replaceAll('’', "'").replaceAll('-', ' ').split(/\s+/).filter(Boolean);
    let text = '';
    for (let at = 0; at < words.length; ) {
      const { length, value } = this.#longestAt(words, at);
      text += value ? this.#vocabulary.displayName(value.facet, value.id, 'zh-CN') : ` ${words[at] ?? ''} `;
      at += length;
    }
    return text.replace(/\s+/g, ' ').trim();
  }

  #longestAt(words: readonly string[], at: number): { length: number; value: FacetValue | undefined } {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
      const keys = words.slice(at, at + length).map(englishKey);
      if (keys[0] === '' || keys.at(-1) === '') continue;
      const value = this.#lookUp(keys.filter(Boolean).join(' '));
      if (value) return { length, value };
    }
    return { length: 1, value: undefined };
  }

  /** The exact form before the singular one: shorts are not short. */
  #lookUp(phrase: string): FacetValue | undefined {
    for (const ending of ['', 's', 'es', "'s"]) {
      const found = phrase.endsWith(ending)
        ? this.#english.get(phrase.slice(0, phrase.length - ending.length))
        : undefined;
      if (found) return found;
    }
    return undefined;
  }
}

/** Lower case, hyphens and punctuation as spaces. */
function englishKey(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('-', ' ')
    .match(/[a-z0-9'/]+/g);
  return words?.join(' ') ?? '';
}
