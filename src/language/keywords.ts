import { ENGLISH_STOP_WORDS } from './english-words.js';
import { type NormalisedText, originalSpan } from './normalise.js';
import { overlapsAny, type Span } from './spans.js';
import { CHINESE_STOP_WORDS, ENGLISH_SHOP_WORDS } from './stop-words.js';
import type { Word } from './tokenise.js';

/** As many content words as a search can use. */
const MAX_KEYWORDS = 24;

/** Content words that nothing else has read, as the shopper wrote them (Chinese ones simplified). */
export function keywordsOf(text: NormalisedText, words: readonly Word[], taken: readonly Span[]): string[] {
  const found: string[] = [];
  for (const word of words) {
    if (found.length >= MAX_KEYWORDS) break;
    if (word.script === 'mark' || word.script === 'number' || overlapsAny(word, taken)) continue;
    if (word.script === 'han' ? isEmptyChinese(word.text) : isEmptyEnglish(word.text)) continue;
    const span = originalSpan(text, word.start, word.end);
    const written = word.script === 'han' ? word.text : text.original.slice(span.start, span.end);
    if (!found.includes(written)) found.push(written);
  }
  return found;
}

function isEmptyChinese(word: string): boolean {
  return CHINESE_STOP_WORDS.has(word) || word.length < 2 || [...word].every((char) => CHINESE_STOP_WORDS.has(char));
}

function isEmptyEnglish(word: string): boolean {
  const plain = word.replace(/'(?:s|m|d|re|ve|ll|t)$/, '');
  return (
    plain.length < 2 ||
    ENGLISH_STOP_WORDS.has(plain) ||
    ENGLISH_STOP_WORDS.has(word) ||
    ENGLISH_SHOP_WORDS.has(plain) ||
    ENGLISH_STOP_WORDS.has(word.replaceAll("'", ''))
  );
}
