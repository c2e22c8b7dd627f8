import type { StyleLine } from '../assortment/sheet.js';
import { CLOTHES_RULES } from './clothes-nouns.js';
import { GOODS_RULES } from './goods-nouns.js';

/** What a shop calls a style, and the facets the word already tells, so that no title says them twice. */
export interface Noun {
  readonly zh: string;
  readonly en: string;
  readonly tells: readonly string[];
}

/** The shop's word for a style. Throws a RangeError on a category that has none. */
export function nounOf(line: StyleLine): Noun {
  for (const [category, applies, zh, en, tells] of [...CLOTHES_RULES, ...GOODS_RULES]) {
    if (category === line.category && applies(line)) return { zh, en, tells: tells.split(' ') };
  }
  throw new RangeError(`the demo has no word for a ${line.category}`);
}
