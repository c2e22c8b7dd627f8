import { ENGLISH_STOP_WORDS } from './english-words.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './match-facets.js';
import { type NormalisedText, normalise } from './normalise.js';
import { overlapsAny, type Span } from './spans.js';
import { ENGLISH_SHOP_WORDS } from './stop-words.js';
import type { Word } from './tokenise.js';

interface BrandIndex {
  /** By first character (Chinese) or first word (Latin): the normalised name and the name as the feed has it. */
  readonly byFirst: ReadonlyMap<string, readonly { key: string; brand: string }[]>;
}

const known = new WeakMap<readonly string[], BrandIndex>();

/**
 * Brands of the catalogue in a text, whatever the case. A name that is an ordinary word (Only, Mango, Gap)
 * counts only where the shopper writes it as the feed does, capital letters and all.
 */
export function findBrands(
  text: NormalisedText,
  words: readonly Word[],
  brands: readonly string[],
  lexicon: Lexicon,
  taken: readonly Span[],
): Mention[] {
  if (brands.length === 0) return [];
  const index = known.get(brands) ?? indexOf(brands);
  known.set(brands, index);
  const found: Mention[] = [];
  for (const word of words) {
    const candidates = index.byFirst.get(firstOf(word.text)) ?? [];
    for (const { key, brand } of candidates) {
      const end = word.start + key.length;
      if (!text.text.startsWith(key, word.start) || !endsWord(text.text, end)) continue;
      const span = { start: word.start, end };
      if (overlapsAny(span, taken) || overlapsAny(span, found)) continue;
      if (isOrdinary(key, lexicon) && !writtenAs(text, span, brand)) continue;
      found.push({ ...span, key, values: [{ facet: 'brand', id: brand }], by: 'exact' });
    }
  }
  return found;
}

function indexOf(brands: readonly string[]): BrandIndex {
  const byFirst = new Map<string, { key: string; brand: string }[]>();
  for (const brand of brands) {
    const key = isLatin(brand)
      ? brand.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
      : normalise(brand).text.trim();
    if (key.length < 2) continue;
    const first = firstOf(key);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { key, brand }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.key.length - a.key.length);
  return { byFirst };
}

function firstOf(text: string): string {
  return /^[a-z0-9]+/.exec(text)?.[0] ?? text.charAt(0);
}

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(text);
}

function endsWord(text: string, end: number): boolean {
  return !(/[a-z0-9]/.test(text.charAt(end - 1)) && /[a-z0-9]/.test(text.charAt(end)));
}

function isOrdinary(key: string, lexicon: Lexicon): boolean {
  return (
    ENGLISH_STOP_WORDS.has(key) ||
    ENGLISH_SHOP_WORDS.has(key) ||
    lexicon.phrase(key) !== undefined ||
    lexicon.stemmedPhrase(key) !== undefined ||
    /^(?:mango|gap|next|monday|people|free|reserved|bench|express)$/.test(key)
  );
}

function writtenAs(text: NormalisedText, span: Span, brand: string): boolean {
  const start = text.starts[span.start] ?? 0;
  return text.original.slice(start, text.ends[span.end - 1] ?? start) === brand && /[A-Z]/.test(brand);
}
