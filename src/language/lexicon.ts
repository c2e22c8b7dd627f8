import type { FacetValue } from '../domain/facet.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { stem } from './english-words.js';
import { fold } from './normalise.js';

/** What a word names: ids of one or several facets (阔腿裤: trousers and wide_leg). */
export interface LexiconEntry {
  readonly key: string;
  readonly values: readonly FacetValue[];
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  entry?: LexiconEntry;
}

/**
 * Every name of every id, in the normalised form. Names with Chinese characters are found character by
 * character; Latin names word by word, hyphens and apostrophes counting as spaces.
 */
export class Lexicon {
  readonly #characters: TrieNode = { next: new Map() };
  readonly #phrases = new Map<string, LexiconEntry>();
  readonly #stems = new Map<string, LexiconEntry>();
  readonly #longestPhrase: number;

  constructor(vocabulary: Vocabulary, extra: Iterable<readonly [string, FacetValue]> = []) {
    const named = new Map<string, FacetValue[]>();
    const add = (name: string, value: FacetValue) => {
      const key = keyOf(name);
      const values = named.get(key) ?? [];
      if (!values.some((each) => each.facet === value.facet && each.id === value.id)) values.push(value);
      named.set(key, values);
    };
    for (const { facet, id, synonyms } of vocabulary.entries()) {
      for (const name of [...synonyms['zh-CN'], ...synonyms.en]) add(name, { facet, id });
    }
    for (const [name, value] of extra) add(name, value);
    let longest = 1;
    for (const [key, values] of named) {
      const entry = { key, values };
      if (isChinese(key)) {
        this.#insert(entry);
      } else {
        this.#phrases.set(key, entry);
        longest = Math.max(longest, key.split(' ').length);
      }
    }
    this.#longestPhrase = longest;
    const stemOf = stemOnce();
    for (const entry of this.#phrases.values()) {
      const key = stemmed(entry.key, stemOf);
      const known = this.#stems.get(key);
      // Two names with one stem (short, shorts) cannot be told apart by it; the exact forms still are.
      if (known && !sameValues(known, entry)) this.#stems.set(key, { key, values: [] });
      else this.#stems.set(key, known ?? entry);
    }
  }

  get longestPhrase(): number {
    return this.#longestPhrase;
  }

  /** Names that start at `at`, longest first. */
  charactersAt(text: string, at: number): { entry: LexiconEntry; end: number }[] {
    const found: { entry: LexiconEntry; end: number }[] = [];
    let node: TrieNode | undefined = this.#characters;
    for (let end = at; end < text.length; end++) {
      node = node.next.get(text.charAt(end));
      if (!node) break;
      if (node.entry) found.unshift({ entry: node.entry, end: end + 1 });
    }
    return found;
  }

  /** The entry of exactly these words (joined by one space). */
  phrase(words: string): LexiconEntry | undefined {
    return this.#phrases.get(words);
  }

  /** The entry whose words have these stems, where only one meaning has them. */
  stemmedPhrase(words: string): LexiconEntry | undefined {
    const entry = this.#stems.get(stemmed(words));
    return entry && entry.values.length > 0 ? entry : undefined;
  }

  /** Every Chinese name of two characters or more, for the segmenter. */
  *chineseWords(): Iterable<string> {
    for (const entry of walk(this.#characters)) if (entry.key.length > 1) yield entry.key;
  }

  *entries(): Iterable<LexiconEntry> {
    yield* walk(this.#characters);
    yield* this.#phrases.values();
  }

  #insert(entry: LexiconEntry): void {
    let node = this.#characters;
    for (const char of splitUnits(entry.key)) {
      const next: TrieNode = node.next.get(char) ?? { next: new Map() };
      node.next.set(char, next);
      node = next;
    }
    node.entry = entry;
  }
}

/**
 * The normalised form of a name: Latin names with single spaces between their words. Names are simplified Chinese
 * already, so the converter is left out, which is most of the work for thousands of them.
 */
export function keyOf(name: string): string {
  const text = fold(name).trim();
  return isChinese(text) ? text : latinWords(text).join(' ');
}

/** Latin words and numbers of a text; apostrophes stay inside words. */
export function latinWords(text: string): string[] {
  return text.match(/[a-z0-9]+(?:'[a-z]+)*'?/g) ?? [text];
}

function isChinese(text: string): boolean {
  return /[\p{Script=Han}\p{Extended_Pictographic}]/u.test(text) && !/^[\x20-\x7e]+$/.test(text);
}

function stemmed(words: string, stemOf: (word: string) => string = stem): string {
  return words.split(' ').map(stemOf).join(' ');
}

/** Names share most of their words; each is stemmed once. */
function stemOnce(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? stem(word);
    known.set(word, found);
    return found;
  };
}

function sameValues(a: LexiconEntry, b: LexiconEntry): boolean {
  const ids = ({ values }: LexiconEntry) =>
    values
      .map(({ facet, id }) => `${facet}/${id}`)
      .sort()
      .join();
  return ids(a) === ids(b);
}

function splitUnits(key: string): string[] {
  return Array.from({ length: key.length }, (_, index) => key.charAt(index));
}

function* walk(node: TrieNode): Iterable<LexiconEntry> {
  if (node.entry) yield node.entry;
  for (const next of node.next.values()) yield* walk(next);
}
