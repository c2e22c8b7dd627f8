import type { Garment } from '../domain/garment.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { wordWeight } from './bm25.js';
import { contentTerms, indexedTexts, offerTerms, wordTerm } from './index-terms.js';

/** Rows of one term, ascending, with a BM25 weight each where the term is a word. */
export interface Posting {
  readonly rows: Uint32Array;
  readonly weights: Uint8Array | undefined;
}

interface WordOccurrences {
  readonly rows: number[];
  readonly frequencies: number[];
}

/** Collects garments into postings in memory; `build` hands them over. */
export class SegmentBuilder {
  readonly #vocabulary: Vocabulary;
  readonly #split: (text: string) => string[];
  readonly #sets = new Map<string, number[]>();
  readonly #words = new Map<string, WordOccurrences>();
  readonly #lengths = new Map<number, number>();
  #firstRow = 0;
  #lastRow = 0;

  constructor(vocabulary: Vocabulary, split: (text: string) => string[]) {
    this.#vocabulary = vocabulary;
    this.#split = split;
  }

  get documents(): number {
    return this.#lengths.size;
  }

  get firstRow(): number {
    return this.#firstRow;
  }

  get lastRow(): number {
    return this.#lastRow;
  }

  /** Rows must come in ascending order. */
  add(row: number, garment: Garment): void {
    if (this.documents === 0) this.#firstRow = row;
    this.#lastRow = row;
    for (const term of [...contentTerms(garment), ...offerTerms(garment.sizes)]) {
      const rows = this.#sets.get(term);
      if (rows === undefined) this.#sets.set(term, [row]);
      else rows.push(row);
    }
    const frequencies = new Map<string, number>();
    let length = 0;
    for (const { text, weight } of indexedTexts(garment, this.#vocabulary)) {
      for (const word of this.#split(text)) {
        frequencies.set(word, (frequencies.get(word) ?? 0) + weight);
        length += weight;
      }
    }
    this.#lengths.set(row, length);
    for (const [word, frequency] of frequencies) {
      const known = this.#words.get(word);
      if (known === undefined) this.#words.set(word, { rows: [row], frequencies: [frequency] });
      else {
        known.rows.push(row);
        known.frequencies.push(frequency);
      }
    }
  }

  build(): Map<string, Posting> {
    const postings = new Map<string, Posting>();
    for (const [term, rows] of this.#sets) postings.set(term, { rows: Uint32Array.from(rows), weights: undefined });
    let total = 0;
    for (const length of this.#lengths.values()) total += length;
    const average = total / Math.max(this.#lengths.size, 1);
    for (const [word, { rows, frequencies }] of this.#words) {
      const weights = Uint8Array.from(frequencies, (frequency, at) =>
        wordWeight(frequency, this.#lengths.get(rows[at] ?? -1) ?? average, average),
      );
      postings.set(wordTerm(word), { rows: Uint32Array.from(rows), weights });
    }
    return postings;
  }

  clear(): void {
    this.#sets.clear();
    this.#words.clear();
    this.#lengths.clear();
  }
}
