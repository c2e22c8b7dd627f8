import { ENGLISH_STOP_WORDS } from './english-words.js';
import type { Homophones, SoundAlike } from './homophones.js';
import type { Lexicon, LexiconEntry } from './lexicon.js';
import { ORDINARY_ENGLISH } from './ordinary-english.js';
import type { PinyinIndex } from './pinyin.js';
import { NEXT_TO, slipCost } from './slip-cost.js';
import type { Span } from './spans.js';
import { ENGLISH_SHOP_WORDS } from './stop-words.js';

/** Letters from which on a word may have two slips. */
const TWO_SLIPS_FROM = 9;
/** Letters from which on the first may be a slip too. */
const FIRST_SLIPS_FROM = 6;
/** The cost of a swap or of the key beside: so much may be wrong of a word of four letters. */
const SURE = 0.6;
/** Names tried for one word, at most. */
const MOST_TRIED = 40;
/** Words of a longer name tried for one that is typed. */
const MOST_MEANT = 3;

/** A name read from words that are not its own. */
export interface SlipRead {
  readonly entry: LexiconEntry;
  readonly length: number;
  readonly by: 'typo' | 'pinyin';
}

/** Reads what no name fits: slips of the finger and pinyin. */
export class Spelling {
  readonly #names = new SlipIndex();
  /** The same for the words that names of several are made of. */
  readonly #parts = new SlipIndex();
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
        if (key !== word && /^[a-z]{4,}$/.test(word)) this.#parts.add(word, 1);
      }
      if (/^[a-z]{5,}$/.test(key)) this.#names.add(key, key.length >= TWO_SLIPS_FROM ? 2 : 1);
    }
  }

  /** What the first of `words` names, with those behind it where pinyin goes on in them. */
  read(words: readonly string[], lexicon: Lexicon): SlipRead | undefined {
    const pinyin = this.#pinyin.read(words);
    if (pinyin) return { ...pinyin, by: 'pinyin' };
    const word = words[0] ?? '';
    // A slip in the plural (shrits) is one in the singular.
    const key = this.correct(word) ?? (this.#right.has(word) ? undefined : this.correct(word.replace(/s$/, '')));
    const entry = key === undefined ? undefined : lexicon.phrase(key);
    return entry && { entry, length: 1, by: 'typo' };
  }

  /** Chinese names written in other characters of the same sound, beside what was `read` as it stands. */
  soundAlikes(text: string, read: readonly Span[]): SoundAlike[] {
    return this.#homophones.find(text, read);
  }

  /** The words of longer names that this one may be a slip of, the likeliest first. */
  slipsOf(word: string): readonly string[] {
    if (!/^[a-z]{4,24}$/.test(word) || this.#right.has(word)) return [];
    return this.#parts.near(word, word.length < 5 ? SURE : 1).slice(0, MOST_MEANT);
  }

  /**
   * The one-word name meant by a word of five letters or more: one slip away, two from nine letters on, the likeliest
   * slip of several. Ordinary English words are never corrected.
   */
  correct(word: string): string | undefined {
    if (!/^[a-z]{5,24}$/.test(word) || this.#right.has(word)) return undefined;
    return this.#names.near(word, word.length >= TWO_SLIPS_FROM ? 2 : 1)[0];
  }
}

/** Words by what is left of them without a letter or two (symmetric deletes). */
class SlipIndex {
  readonly #deletions = new Map<string, string[]>();

  add(word: string, depth: number): void {
    for (const form of deletions(word, depth)) {
      const known = this.#deletions.get(form);
      if (!known) this.#deletions.set(form, [word]);
      else if (!known.includes(word)) known.push(word);
    }
  }

  /** The words at most `limit` slips away, the likeliest first; of equally likely ones the first added. */
  near(typed: string, limit: number): string[] {
    const costs = new Map<string, number>();
    for (const form of deletions(typed, Math.ceil(limit))) {
      for (const word of this.#deletions.get(form) ?? []) {
        if (costs.size >= MOST_TRIED) break;
        if (!costs.has(word)) costs.set(word, beginsAlike(typed, word) ? slipCost(typed, word) : Infinity);
      }
    }
    return [...costs]
      .filter(([, cost]) => cost <= limit)
      .sort(([, a], [, b]) => a - b)
      .map(([word]) => word);
  }
}

/** The first letter is nearly always right, but for a swap with the second, or the key beside it in a long word. */
function beginsAlike(typed: string, word: string): boolean {
  const [a, b] = [typed.charAt(0), word.charAt(0)];
  if (a === b) return true;
  if (typed.charAt(1) === b && word.charAt(1) === a) return typed.slice(2) === word.slice(2);
  return typed.length >= FIRST_SLIPS_FROM && (NEXT_TO[b] ?? '').includes(a) && typed.slice(1) === word.slice(1);
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
