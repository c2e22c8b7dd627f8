import { type Constraints, statedIds } from '../domain/constraints.js';
import type { Facet } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import type { Locale } from '../domain/locale.js';
import type { Vocabulary } from '../domain/vocabulary.js';

/** How facets stand in a phrase: 夏季红色碎花长袖连衣裙, "red floral long sleeve dress". */
const SPOKEN_ORDER: readonly Facet[] = [
  'seasons',
  'occasions',
  'styles',
  'colours',
  'material',
  'pattern',
  'fit',
  'length',
  'neckline',
  'sleeve',
  'audience',
  'category',
];

/** Words for constraints that were never typed (filters, buttons), as the text encoder saw captions. */
export function phraseOf(
  constraints: Constraints,
  keywords: readonly string[],
  vocabulary: Vocabulary,
  locale: Locale,
): string {
  const words = [
    ...statedIds(constraints, 'brand'),
    ...keywords,
    ...SPOKEN_ORDER.flatMap((facet) =>
      statedIds(constraints, facet).map((id) => vocabulary.displayName(facet, id, locale)),
    ),
  ];
  return words.join(locale === 'zh-CN' && words.every((word) => !/[a-z]/i.test(word)) ? '' : ' ');
}

/** Splits a text into the words it is indexed under. */
export type SplitForIndex = (text: string) => string[];

/** Which of the keywords stand in the garment's own words (title, description, brand; both languages). */
export function wordsInRow(garment: Garment, keywords: readonly string[], split: SplitForIndex): string[] {
  if (keywords.length === 0) return [];
  const text = [...Object.values(garment.title), ...Object.values(garment.description), garment.brand ?? ''].join('\n');
  const plain = text.toLowerCase();
  const own = new Set(split(text));
  return keywords.filter((keyword) => {
    if (plain.includes(keyword.toLowerCase())) return true;
    const parts = split(keyword);
    return parts.length > 0 && parts.every((part) => own.has(part));
  });
}
