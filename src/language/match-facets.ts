import type { Facet } from '../domain/facet.js';
import type { Lexicon, LexiconEntry } from './lexicon.js';
import { overlapsAny, type Span } from './spans.js';
import type { Spelling } from './spelling.js';
import type { Word } from './tokenise.js';
import { isShopSense } from './word-senses.js';

/** An id of the vocabulary, or a brand as the catalogue writes it. */
export interface NamedValue {
  readonly facet: Facet | 'brand';
  readonly id: string;
}

/** A stretch of the text that names ids. */
export interface Mention extends Span {
  readonly key: string;
  readonly values: readonly NamedValue[];
  /** How it was read: as written, by its stem, with a slip of the finger, or in pinyin. */
  readonly by: 'exact' | 'stem' | 'typo' | 'pinyin';
}

/** Chinese words that look like two garment words and are none. */
const NOT_GARMENTS = new Set([
  '红包',
  '黑皮',
  '黄皮',
  '白皮',
  '黄黑皮',
  '红人',
  '粉丝',
  '白领',
  '蓝领',
  '灰尘',
  '黄牛',
  '白条',
  '棉签',
  '白送',
  '红利',
  '黑客',
  '帅哥',
  '春晚',
  '打包',
  '面包',
  '钱包里',
]);
/** What may stand around garment words inside one word of the segmenter's dictionary (白色款, 小黑包, 打网球, 红配). */
const AFFIX = new Set([
  '一',
  '个',
  '件',
  '条',
  '双',
  '只',
  '顶',
  '有',
  '场',
  '馆',
  '打',
  '踢',
  '穿',
  '戴',
  '配',
  '的',
  '款',
  '色',
  '系',
  '式',
  '型',
  '类',
  '装',
  '小',
  '大',
  '新',
  '长',
  '短',
  '厚',
  '薄',
  '老',
  '太',
  '别',
]);

/**
 * Finds what names a facet, longest first. Chinese names must begin and end where words do; a single character
 * counts only as a word of its own, or where it and its neighbours make up a word (红裙, 黑包).
 */
export function matchFacets(text: string, words: readonly Word[], lexicon: Lexicon, spelling: Spelling): Mention[] {
  const han = matchHan(text, words, lexicon, spelling);
  // Niuzai裤 is one name: its letters are none by themselves.
  const latin = matchLatin(words, text, lexicon, spelling).filter((mention) => !overlapsAny(mention, han));
  return [...han, ...latin]
    .filter((mention) => isShopSense(mention, text))
    .sort((a, b) => a.start - b.start)
    .map((mention, at, all) => ofTheSame(mention, all[at - 1], text));
}

/**
 * Names in Chinese characters. One written as it sounds or looks (连冒卫衣) takes the place of the parts of it that were
 * read, and what stands beside it in one word of the segmenter's guess (男西庄) is read by itself.
 */
function matchHan(text: string, words: readonly Word[], lexicon: Lexicon, spelling: Spelling): Mention[] {
  const read = matchChinese(text, words, lexicon);
  const slips = spelling.soundAlikes(text, read);
  if (slips.length === 0) return read;
  const apart = matchChinese(
    text,
    words.flatMap((word) => beside(word, slips)),
    lexicon,
  );
  return [
    ...apart.filter((mention) => !overlapsAny(mention, slips)),
    ...slips.map(
      ({ start, end, entry }): Mention => ({ start, end, key: entry.key, values: entry.values, by: 'typo' }),
    ),
  ];
}

/** The stretches of a word that no slip covers. */
function beside(word: Word, slips: readonly Span[]): Word[] {
  let rest = [word];
  for (const slip of slips) {
    rest = rest.flatMap((each) => {
      if (!overlapsAny(each, [slip])) return [each];
      const cut = (start: number, end: number): Word[] =>
        end > start ? [{ ...each, start, end, text: each.text.slice(start - each.start, end - each.start) }] : [];
      return [...cut(each.start, Math.min(slip.start, each.end)), ...cut(Math.max(slip.end, each.start), each.end)];
    });
  }
  return rest;
}

/** Long sleeves for short ones: the length is that of the sleeves named before. */
function ofTheSame(mention: Mention, before: Mention | undefined, text: string): Mention {
  const length = mention.values.length === 1 && mention.values[0]?.facet === 'length' && SLEEVE_LENGTH[mention.key];
  const sleeves = before?.values.length === 1 && before.values[0]?.facet === 'sleeve';
  if (
    !length ||
    !sleeves ||
    !/^ (?:for|to|into|with|not|instead of|rather than) (?:a )?$/.test(text.slice(before.end, mention.start))
  )
    return mention;
  return { ...mention, values: [{ facet: 'sleeve', id: length }] };
}

const SLEEVE_LENGTH: Readonly<Record<string, string>> = { short: 'short', long: 'long' };

function matchChinese(text: string, words: readonly Word[], lexicon: Lexicon): Mention[] {
  const found: Mention[] = [];
  const wordEnd = new Map<number, Word>();
  for (const word of words) for (let at = word.start + 1; at <= word.end; at++) wordEnd.set(at, word);
  /** A name may end where a word does, or inside one whose rest is made of names too (新中式|旗袍). */
  const mayEnd = (end: number): boolean => {
    const word = wordEnd.get(end);
    return word !== undefined && (word.end === end || composed(text, end, word.end, lexicon).length > 0);
  };
  let covered = 0;
  for (const word of words) {
    if (word.end <= covered || NOT_GARMENTS.has(word.text)) continue;
    let start = Math.max(word.start, covered);
    while (start < word.end) {
      const at = start;
      const whole = lexicon.charactersAt(text, at).find(({ end }) => mayEnd(end) && !cutsLatin(text, at, end));
      if (!whole) break;
      found.push({ start, end: whole.end, key: whole.entry.key, values: whole.entry.values, by: 'exact' });
      start = whole.end;
      covered = whole.end;
    }
    if (start === word.start && word.script === 'han' && word.text.length > 1)
      found.push(...composed(text, word.start, word.end, lexicon));
  }
  return found;
}

/** Garment words that make up one word of the dictionary without rest, but for an affix. */
function composed(text: string, start: number, end: number, lexicon: Lexicon): Mention[] {
  const found: Mention[] = [];
  let at = start;
  while (at < end) {
    const match = lexicon.charactersAt(text, at).find((each) => each.end <= end);
    if (match) {
      found.push({ start: at, end: match.end, key: match.entry.key, values: match.entry.values, by: 'exact' });
      at = match.end;
    } else if (AFFIX.has(text.charAt(at))) {
      at++;
    } else {
      return [];
    }
  }
  return found;
}

function cutsLatin(text: string, start: number, end: number): boolean {
  const latin = /[a-z0-9]/;
  return (
    (latin.test(text.charAt(start)) && latin.test(text.charAt(start - 1))) ||
    (latin.test(text.charAt(end - 1)) && latin.test(text.charAt(end)))
  );
}

/** Syllables of the longest name typed in pinyin. */
const LONGEST_PINYIN = 6;

interface LatinUnit extends Span {
  readonly text: string;
}

function matchLatin(words: readonly Word[], text: string, lexicon: Lexicon, spelling: Spelling): Mention[] {
  const units: LatinUnit[] = [];
  for (const word of words) {
    if (word.script !== 'latin' && word.script !== 'number') continue;
    for (const part of word.text.matchAll(/[a-z0-9]+(?:'[a-z]+)*'?/g)) {
      const start = word.start + part.index;
      units.push({ text: part[0], start, end: start + part[0].length });
    }
  }
  const found: Mention[] = [];
  for (let at = 0; at < units.length; ) {
    const match =
      phraseWithSlip(units, at, text, lexicon, spelling) ??
      longestPhrase(units, at, text, lexicon) ??
      spelling.read(
        units.slice(at, at + LONGEST_PINYIN).map(({ text: word }) => word),
        lexicon,
      );
    const first = units[at];
    const last = match && units[at + match.length - 1];
    if (match && first && last) {
      found.push({ start: first.start, end: last.end, key: match.entry.key, values: match.entry.values, by: match.by });
      at += match.length;
    } else {
      at++;
    }
  }
  return found;
}

interface Read {
  readonly entry: LexiconEntry;
  readonly length: number;
  readonly by: Mention['by'];
}

function longestPhrase(units: readonly LatinUnit[], at: number, text: string, lexicon: Lexicon): Read | undefined {
  let joined = '';
  const joins: string[] = [];
  for (let length = 1; length <= lexicon.longestPhrase; length++) {
    const unit = units[at + length - 1];
    const before = length > 1 ? units[at + length - 2] : undefined;
    // Words of one name stand together: a comma or a full stop between them parts them.
    if (!unit || (before && !/^[ /&%-]{0,3}$/.test(text.slice(before.end, unit.start)))) break;
    joined = length === 1 ? unit.text : `${joined} ${unit.text}`;
    joins.push(joined);
  }
  for (let length = joins.length; length > 0; length--) {
    const key = joins[length - 1] ?? '';
    // A shirt is no a-shirt.
    if (key === 'a shirt' && text.charAt(units[at]?.end ?? 0) !== '-') continue;
    const exact = lexicon.phrase(key) ?? lexicon.phrase(key.replace(/'s$|'$/, ''));
    if (exact) return { entry: exact, length, by: 'exact' };
    const stemmed = plural(key) ? lexicon.stemmedPhrase(key) : undefined;
    // Tied, booted, dated: the past of a word is no garment and no occasion.
    const past = /ed$/.test(key) && stemmed?.values.every(({ facet }) => facet === 'category' || facet === 'occasions');
    if (stemmed && !past && sameWord(key, stemmed.key)) return { entry: stemmed, length, by: 'stem' };
  }
  return undefined;
}

/** A name of several words with a slip in one or more of them: long sleve, cabel knit. */
function phraseWithSlip(
  units: readonly LatinUnit[],
  at: number,
  text: string,
  lexicon: Lexicon,
  spelling: Spelling,
): Read | undefined {
  const near = units.slice(at, at + lexicon.longestPhrase);
  const slips = near.map(({ text: word }) => spelling.slipsOf(word));
  if (near.length < 2 || slips.every((meant) => meant.length === 0)) return undefined;
  const most = Math.max(...slips.map((meant) => meant.length));
  let best: Read | undefined;
  for (let rank = 0; rank < most; rank++) {
    const mended = units.map((unit, index) => {
      const meant = slips[index - at] ?? [];
      return { ...unit, text: meant[Math.min(rank, meant.length - 1)] ?? unit.text };
    });
    const read = longestPhrase(mended, at, text, lexicon);
    const slipped = read && slips.slice(0, read.length).some((meant) => meant.length > 0);
    if (read && slipped && read.length > Math.max(1, best?.length ?? 1)) best = { ...read, by: 'typo' };
  }
  return best;
}

/** Only endings of number and past are taken off: dresses, belted; a dresser is no dress. */
function plural(key: string): boolean {
  return /(?:s|es|ed|ies|y|ish)$/.test(key) && key.length > 3;
}

/** One word in two numbers or tenses; cheers and cheerful only share a stem. */
function sameWord(a: string, b: string): boolean {
  const ending = /(?:ful|less|ness|ment|able|ly|er|al|ous|ic)$|ing(?=s?$)/;
  return ending.exec(a)?.[0] === ending.exec(b)?.[0];
}
