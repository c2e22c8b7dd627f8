import type { Encoder, GarmentEncoding, PhotoEncoding, TextEncoding } from '../../src/encoding/encoder.js';

const DIM = 64;

/** A vector that depends on the words alone: texts that share words point alike. */
export function wordVector(words: readonly string[]): Float32Array {
  const vector = new Float32Array(DIM);
  for (const word of words) {
    let state = 2166136261;
    for (const character of word) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
    for (let i = 0; i < DIM; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      vector[i] = (vector[i] ?? 0) + state / 2 ** 31 - 1;
    }
  }
  return unit(vector);
}

export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Texts by their words, photos by their bytes read as words: an encoder whose right answers are known. */
export class WordEncoder implements Encoder {
  readonly modelId = 'words@1';
  readonly dim = DIM;
  readonly attend: NonNullable<Encoder['attend']> | undefined;

  constructor(attend?: NonNullable<Encoder['attend']>) {
    this.attend = attend;
  }

  async encodeTexts(texts: readonly string[]): Promise<TextEncoding[]> {
    return texts.map((text) => {
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      return { embedding: wordVector(words), hidden: new Float32Array(DIM), length: 1 };
    });
  }

  async encodePhotos(): Promise<PhotoEncoding[]> {
    throw new Error('the word encoder sees no photos');
  }

  async encodeGarment(title: TextEncoding | undefined): Promise<GarmentEncoding> {
    return { embedding: title?.embedding ?? new Float32Array(DIM) };
  }
}
