import { pinyin } from 'pinyin-pro';
import type { Lexicon, LexiconEntry } from './lexicon.js';

/** Garment words typed in pinyin without tones, with or without spaces (lianyiqun, niu zai ku). */
export class PinyinIndex {
  readonly #names = new Map<string, LexiconEntry>();
  readonly #syllables = new Set<string>();

  constructor(lexicon: Lexicon) {
    for (const entry of lexicon.entries()) {
      if (!/^\p{Script=Han}{2,6}$/u.test(entry.key)) continue;
      const syllables = [...entry.key].map((char) => {
        const known = syllableOf(char);
        this.#syllables.add(known);
        return known;
      });
      const key = syllables.join('');
      // The file's first word with these sounds is the commoner one.
      if (key.length >= 5 && !this.#names.has(key)) this.#names.set(key, entry);
    }
    for (const [spelt, name] of SHORT_PINYIN) {
      const entry = lexicon.charactersAt(name, 0).find(({ end }) => end === name.length)?.entry;
      if (entry) this.#names.set(spelt, entry);
    }
  }

  /** The name that the first words spell, the longest run of them first. */
  read(words: readonly string[]): { entry: LexiconEntry; length: number } | undefined {
    const first = words[0];
    if (first === undefined || !/^[a-z]{2,30}$/.test(first)) return undefined;
    const limit = this.#syllables.has(first) ? Math.min(words.length, 6) : 1;
    for (let length = limit; length > 0; length--) {
      const parts = words.slice(0, length);
      if (length > 1 && !parts.every((part) => this.#syllables.has(part))) continue;
      const entry = this.#names.get(parts.join(''));
      if (entry) return { entry, length };
    }
    return undefined;
  }
}

/** Names of few letters that no English word has, one of them half in Latin letters already. */
const SHORT_PINYIN: readonly (readonly [string, string])[] = [
  ['tixu', 't恤'],
  ['txu', 't恤'],
  ['kuzi', '裤子'],
  ['wazi', '袜子'],
  ['dayi', '大衣'],
];

/** Readings that garments have where a character alone is read otherwise. */
const POLYPHONES: Readonly<Record<string, string>> = {
  长: 'chang',
  薄: 'bao',
  重: 'zhong',
  绿: 'lv',
  露: 'lu',
  夹: 'jia',
  褶: 'zhe',
  卡: 'ka',
  色: 'se',
  行: 'xing',
  单: 'dan',
  大: 'da',
};

/** Every character is looked up once; there are no more than the script has. */
const SPELT = new Map<string, string>();

/** The syllable of a Chinese character, without its tone; the reading that garments have where it has several. */
export function syllableOf(char: string): string {
  const known = SPELT.get(char) ?? POLYPHONES[char] ?? pinyin(char, { toneType: 'none', v: true });
  SPELT.set(char, known);
  return known;
}
