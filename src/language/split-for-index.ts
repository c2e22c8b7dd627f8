import { ENGLISH_STOP_WORDS, stem } from './english-words.js';
import { normalise } from './normalise.js';
import type { ChineseSegmenter } from './segment-chinese.js';
import { CHINESE_STOP_WORDS } from './stop-words.js';

/** Splits text into the words of the lexical index; catalogue and query must use the same. */
export type SplitForIndex = (text: string) => string[];

const RUN = /[a-z0-9]*\p{Script=Han}[\p{Script=Han}a-z0-9]*|[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;

/**
 * Chinese words whole and in parts, English stems in lower case, numbers; stop words left out. A hyphened
 * word counts whole and in parts (t-shirt: tshirt, shirt).
 */
export function createSplitForIndex(segmenter: ChineseSegmenter): SplitForIndex {
  return (text) => {
    const found: string[] = [];
    for (const [run] of normalise(text).text.matchAll(RUN)) {
      if (/\p{Script=Han}/u.test(run)) {
        for (const piece of segmenter.cutForSearch(run))
          if (!CHINESE_STOP_WORDS.has(piece)) found.push(inflected(piece));
      } else {
        found.push(...latin(run));
      }
    }
    return found;
  };
}

function latin(run: string): string[] {
  const plain = run.replace(/'s?$/u, '').replaceAll("'", '');
  const parts = plain.split('-').filter((part) => part.length > 1 && !ENGLISH_STOP_WORDS.has(part));
  if (!plain.includes('-')) return parts.map(stem);
  return [...new Set([stem(plain.replaceAll('-', '')), ...parts.map(stem)])];
}

function inflected(piece: string): string {
  return /^[a-z]+$/.test(piece) ? stem(piece) : piece;
}
