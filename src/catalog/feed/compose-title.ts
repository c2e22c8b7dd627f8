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
 * red floral dress"); undefined where not even its kind is known.
 */
export function composeTitle(garment: Garment, vocabulary: Vocabulary, locale: Locale): string | undefined {
  if (garment.category === null) return undefined;
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

/** Both languages of a title: what the feed wrote, else composed, else the other language's own words. */
export function completeTitle(garment: Garment, vocabulary: Vocabulary): LocalisedText {
  const { 'zh-CN': zh, en } = garment.title;
  return {
    'zh-CN': zh || composeTitle(garment, vocabulary, 'zh-CN') || en,
    en: en || composeTitle(garment, vocabulary, 'en') || zh,
  };
}

function nameOf(vocabulary: Vocabulary, facet: Facet, id: string, locale: Locale): string {
  const name = vocabulary.displayName(facet, id, locale);
  if (facet !== 'audience' || locale !== 'en') return name;
  return vocabulary.entry(facet, id)?.synonyms.en.find((synonym) => /(?:'s|s')$/.test(synonym)) ?? name;
}
