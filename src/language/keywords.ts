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
    if (overlapsAny(word, taken) || !isContentWord(word)) continue;
    const written = asWritten(text, word);
    if (!found.includes(written)) found.push(written);
  }
  return found;
}

/** As the shopper wrote it; Chinese simplified. */
export function asWritten(text: NormalisedText, word: Word): string {
  const span = originalSpan(text, word.start, word.end);
  return word.script === 'han' ? word.text : text.original.slice(span.start, span.end);
}

/** False of marks, numbers and words that say nothing by themselves. */
export function isContentWord({ script, text }: Word): boolean {
  if (script === 'mark' || script === 'number') return false;
  return !(script === 'han' ? isEmptyChinese(text) : isEmptyEnglish(text));
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
