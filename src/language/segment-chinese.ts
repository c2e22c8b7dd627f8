import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Chinese segmentation; every method keeps every character of the text, in order. */
export interface ChineseSegmenter {
  /** Words, with unknown names kept together. */
  cut(text: string): string[];
  /** Words of the dictionary alone; what it lacks falls apart into characters. */
  cutKnown(text: string): string[];
  /** Words and the shorter words inside them, for an index. */
  cutForSearch(text: string): string[];
}

/** Rare enough to leave ordinary words whole, common enough to hold a garment word together. */
const USER_WORD_FREQUENCY = 3000;

/**
 * Jieba with its own dictionary and the words given: `userDictionary` in jieba's format (word, frequency,
 * tag; # starts a comment), `words` bare.
 */
export function createChineseSegmenter(userDictionary: string, words: Iterable<string>): ChineseSegmenter {
  const jieba = Jieba.withDict(dict);
  const lines = new Set<string>();
  for (const word of words) if (word.length > 1 && !/\s/.test(word)) lines.add(`${word} ${USER_WORD_FREQUENCY} n`);
  for (const line of userDictionary.split(/\r?\n/))
    if (line.trim() !== '' && !line.startsWith('#')) lines.add(line.trim());
  jieba.loadDict(Buffer.from(`${[...lines].join('\n')}\n`));
  return {
    cut: (text) => jieba.cut(text, true),
    cutKnown: (text) => jieba.cut(text, false),
    cutForSearch: (text) => jieba.cutForSearch(text, true),
  };
}
