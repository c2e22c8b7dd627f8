import type { Facet } from '../domain/facet.js';
import { ENGLISH_STOP_WORDS, editDistance } from './english-words.js';
import type { Homophones, SoundAlike } from './homophones.js';
import type { Lexicon, LexiconEntry } from './lexicon.js';
import { ORDINARY_ENGLISH } from './ordinary-english.js';
import type { PinyinIndex } from './pinyin.js';
import { overlapsAny, type Span } from './spans.js';
import { ENGLISH_SHOP_WORDS } from './stop-words.js';
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
  return [
    ...withSoundAlikes(matchChinese(text, words, lexicon), text, spelling),
    ...matchLatin(words, text, lexicon, spelling),
  ]
    .filter((mention) => isShopSense(mention, text))
    .sort((a, b) => a.start - b.start)
    .map((mention, at, all) => ofTheSame(mention, all[at - 1], text));
}

/** 连冒卫衣: a name written as it sounds takes the place of the parts of it that were read. */
function withSoundAlikes(read: readonly Mention[], text: string, spelling: Spelling): Mention[] {
  const slips = spelling.soundAlikes(text, read);
  if (slips.length === 0) return [...read];
  return [
    ...read.filter((mention) => !overlapsAny(mention, slips)),
    ...slips.map(
      ({ start, end, entry }): Mention => ({ start, end, key: entry.key, values: entry.values, by: 'typo' }),
    ),
  ];
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
      spelling.read(units, at, lexicon);
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
    // Tied, booted: the past of a word is no garment.
    const past = /ed$/.test(key) && stemmed?.values.every(({ facet }) => facet === 'category');
    if (stemmed && !past && sameWord(key, stemmed.key)) return { entry: stemmed, length, by: 'stem' };
  }
  return undefined;
}

/** A name of several words with a slip in one of them: long sleve. */
function phraseWithSlip(
  units: readonly LatinUnit[],
  at: number,
  text: string,
  lexicon: Lexicon,
  spelling: Spelling,
): Read | undefined {
  const near = units.slice(at, at + lexicon.longestPhrase);
  if (near.length < 2 || !near.some(({ text: word }) => spelling.slipOf(word) !== undefined)) return undefined;
  const mended = units.map((unit, index) =>
    index < at || index >= at + near.length ? unit : { ...unit, text: spelling.slipOf(unit.text) ?? unit.text },
  );
  const read = longestPhrase(mended, at, text, lexicon);
  const slips = read && near.slice(0, read.length).some(({ text: word }) => spelling.slipOf(word) !== undefined);
  return read && slips && read.length > 1 ? { ...read, by: 'typo' } : undefined;
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

/** Letters from which on a word may have two slips. */
const TWO_SLIPS_FROM = 9;

/** Reads what no name fits: slips of the finger and pinyin. */
export class Spelling {
  readonly #deletions = new Map<string, string[]>();
  /** The same for the words that names of several are made of. */
  readonly #parts = new Map<string, string>();
  readonly #pinyin: PinyinIndex;
  readonly #homophones: Homophones;
  /** Words that are right as they are, being part of some name or ordinary English. */
  readonly #right = new Set<string>([...ORDINARY_ENGLISH, ...ENGLISH_STOP_WORDS, ...ENGLISH_SHOP_WORDS]);

  constructor(lexicon: Lexicon, pinyin: PinyinIndex, homophones: Homophones) {
    this.#pinyin = pinyin;
    this.#homophones = homophones;
    for (const { key } of lexicon.entries()) {
      for (const word of key.split(' ')) {
        this.#right.add(word);
        if (key !== word && /^[a-z]{5,}$/.test(word))
          for (const form of deletions(word, 1)) this.#parts.set(form, word);
      }
      if (!/^[a-z]{5,}$/.test(key)) continue;
      for (const form of deletions(key, key.length >= TWO_SLIPS_FROM ? 2 : 1)) {
        const known = this.#deletions.get(form);
        if (known) known.push(key);
        else this.#deletions.set(form, [key]);
      }
    }
  }

  read(units: readonly LatinUnit[], at: number, lexicon: Lexicon): Read | undefined {
    const pinyin = this.#pinyin.read(units.slice(at, at + 6).map(({ text }) => text));
    if (pinyin) return { ...pinyin, by: 'pinyin' };
    const word = units[at]?.text ?? '';
    // A slip in the plural (shrits) is one in the singular.
    const key = this.correct(word) ?? (this.#right.has(word) ? undefined : this.correct(word.replace(/s$/, '')));
    const entry = key === undefined ? undefined : lexicon.phrase(key);
    return entry && { entry, length: 1, by: 'typo' };
  }

  /** Chinese names written in other characters of the same sound, beside what was `read` as it stands. */
  soundAlikes(text: string, read: readonly Span[]): SoundAlike[] {
    return this.#homophones.find(text, read);
  }

  /** The word of some longer name that this one is a slip of. */
  slipOf(word: string): string | undefined {
    if (!/^[a-z]{5,24}$/.test(word) || this.#right.has(word)) return undefined;
    for (const form of deletions(word, 1)) {
      const meant = this.#parts.get(form);
      if (meant?.charAt(0) === word.charAt(0) && editDistance(word, meant) <= 1) return meant;
    }
    return undefined;
  }

  /**
   * The one-word name meant by a word of five letters or more: one slip away, two from nine letters on, with
   * the same first letter. Ordinary English words are never corrected.
   */
  correct(word: string): string | undefined {
    if (!/^[a-z]{5,24}$/.test(word) || this.#right.has(word)) return undefined;
    const limit = word.length >= TWO_SLIPS_FROM ? 2 : 1;
    let best: { key: string; distance: number } | undefined;
    const tried = new Set<string>();
    for (const form of deletions(word, limit)) {
      for (const key of this.#deletions.get(form) ?? []) {
        if (key.charAt(0) !== word.charAt(0) || tried.has(key)) continue;
        tried.add(key);
        if (tried.size > 40) break;
        const distance = editDistance(word, key);
        if (distance <= limit && (!best || distance < best.distance)) best = { key, distance };
      }
    }
    return best?.key;
  }
}

/** The word, and the word with up to `depth` letters left out. */
function deletions(word: string, depth: number): Set<string> {
  const forms = new Set([word]);
  let edge = [word];
  for (let level = 0; level < depth; level++) {
    const next: string[] = [];
    for (const form of edge) {
      for (let at = 0; at < form.length; at++) {
        const shorter = form.slice(0, at) + form.slice(at + 1);
        if (!forms.has(shorter)) {
          forms.add(shorter);
          next.push(shorter);
        }
      }
    }
    edge = next;
  }
  return forms;
}
