import type { Facet } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { Locale, LocalisedText } from '../../domain/locale.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { garmentIds } from '../index-terms.js';

/** What a composed title says, in the order of each language. Solid is how most clothes are and goes unsaid. */
const ORDER: readonly Facet[] = ['audience', 'colours', 'pattern', 'material', 'sleeve', 'category'];
const UNSAID: ReadonlySet<string> = new Set(['solid', 'regular', 'unisex', 'multicolour']);

/**
 * A title in `locale` from the garment's facts alone, by the vocabulary's names (女士红色碎花连衣裙, "Women's
 * red floral dress"); empty where it has none.
 */
export function composeTitle(garment: Garment, vocabulary: Vocabulary, locale: Locale): string {
  const words = ORDER.flatMap((facet) =>
    garmentIds(garment, facet)
      .filter((id) => !UNSAID.has(id))
      .slice(0, facet === 'colours' ? 2 : 1)
      .map((id) => nameOf(vocabulary, facet, id, locale)),
  );
  if (locale === 'zh-CN') return `${garment.brand ? `${garment.brand} ` : ''}${[...new Set(words)].join('')}`;
  const title = [...(garment.brand ? [garment.brand] : []), ...new Set(words)].join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/**
 * Both languages of a title: what the feed wrote; composed, where the kind is known; the other language's own
 * words; and for a photo that tells no kind, what else it tells, or its file's name.
 */
export function completeTitle(garment: Garment, vocabulary: Vocabulary, fileName = ''): LocalisedText {
  const { 'zh-CN': zh, en } = garment.title;
  const composed = (locale: Locale) => composeTitle(garment, vocabulary, locale);
  const known = (locale: Locale) => (garment.category === null ? '' : composed(locale));
  return {
    'zh-CN': zh || known('zh-CN') || en || composed('zh-CN') || fileName,
    en: en || known('en') || zh || composed('en') || fileName,
  };
}

function nameOf(vocabulary: Vocabulary, facet: Facet, id: string, locale: Locale): string {
  const name = vocabulary.displayName(facet, id, locale);
  if (facet !== 'audience' || locale !== 'en') return name;
  return vocabulary.entry(facet, id)?.synonyms.en.find((synonym) => /(?:'s|s')$/.test(synonym)) ?? name;
}
