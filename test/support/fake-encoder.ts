import type { PhotoTags } from '../../src/domain/tags.js';
import type {
  DecodedPhoto,
  Encoder,
  GarmentEncoding,
  PhotoEncoding,
  TextEncoding,
} from '../../src/encoding/encoder.js';

export interface FakeEncoderOptions {
  readonly modelId?: string;
  readonly dim?: number;
  /** What the model "sees"; by default a dress in the colour that fills the picture. */
  readonly tagsOf?: (photo: DecodedPhoto) => PhotoTags;
}

export interface FakeEncoder extends Encoder {
  /** How much was encoded so far, for tests of "is not encoded again", and how many of the photos closely. */
  readonly counts: { texts: number; photos: number; closely: number; garments: number };
}

/**
 * A deterministic encoder without a model: a text is the sum of a pseudo-random vector for each of its words
 * (Chinese: each character), a photo its mean colour, so that texts sharing words and photos sharing a colour
 * are near. Shapes are those of yida-mini; `dim` is 32 for speed.
 */
export function createFakeEncoder(options: FakeEncoderOptions = {}): FakeEncoder {
  const { modelId = 'fake-1', dim = 32, tagsOf = tagsByColour } = options;
  const counts = { texts: 0, photos: 0, closely: 0, garments: 0 };
  return {
    modelId,
    dim,
    counts,
    async encodeTexts(texts) {
      counts.texts += texts.length;
      return texts.map((text) => fakeText(text, dim));
    },
    async encodePhotos(photos, look = 'closely') {
      counts.photos += photos.length;
      if (look === 'closely') counts.closely += photos.length;
      return photos.map((photo) => fakePhoto(photo, dim, tagsOf(photo)));
    },
    async encodeGarment(title, photos) {
      counts.garments += 1;
      return fakeGarment(title, photos, dim);
    },
  };
}

export function fakeText(text: string, dim = 32): TextEncoding {
  const words = text.toLowerCase().match(/[a-z0-9]+|\p{Script=Han}/gu) ?? [''];
  const hidden = new Float32Array(words.length * dim);
  const sum = new Float32Array(dim);
  for (const [at, word] of words.entries()) {
    const vector = wordVector(word, dim);
    hidden.set(vector, at * dim);
    for (let i = 0; i < dim; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  return { embedding: unit(sum), hidden, length: words.length };
}

export function fakePhoto(photo: DecodedPhoto, dim = 32, tags: PhotoTags = tagsByColour(photo)): PhotoEncoding {
  const [r, g, b] = meanColour(photo);
  const embedding = new Float32Array(dim);
  embedding.set([r / 255 - 0.5, g / 255 - 0.5, b / 255 - 0.5, 0.2]);
  return { embedding: unit(embedding), patches: new Float32Array(20 * 8).fill(r / 255), patchCount: 20, tags };
}

function fakeGarment(title: TextEncoding | undefined, photos: readonly PhotoEncoding[], dim: number): GarmentEncoding {
  const sum = new Float32Array(dim);
  const add = (vector: Float32Array, weight: number) => {
    for (let i = 0; i < dim; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
  };
  for (const photo of photos) add(photo.embedding, 0.6 / photos.length);
  if (title !== undefined) add(title.embedding, 0.4);
  const embedding = unit(sum);
  const tokens = new Int8Array(16 * 64);
  for (let i = 0; i < tokens.length; i++) tokens[i] = Math.round((embedding[i % dim] ?? 0) * 127);
  return { embedding, tokens: { tokens, mask: new Uint8Array(16).fill(1) } };
}

const COLOURS: readonly (readonly [string, number, number, number])[] = [
  ['black', 0, 0, 0],
  ['white', 255, 255, 255],
  ['red', 220, 30, 40],
  ['green', 30, 160, 60],
  ['blue', 30, 60, 200],
  ['yellow', 240, 210, 40],
  ['pink', 245, 160, 190],
  ['grey', 128, 128, 128],
];

/** A dress in the nearest plain colour; a picture of one grey is no garment. */
export function tagsByColour(photo: DecodedPhoto): PhotoTags {
  const mean = meanColour(photo);
  const distance = (colour: readonly [string, number, number, number]) =>
    Math.hypot(...mean.map((channel, at) => channel - Number(colour[at + 1])));
  const nearest = [...COLOURS].sort((a, b) => distance(a) - distance(b))[0]?.[0] ?? 'black';
  const garment = nearest !== 'grey';
  return {
    garment,
    confidence: garment ? 0.95 : 0.9,
    tags: garment
      ? {
          category: { id: 'dress', confidence: 0.9 },
          colours: [{ id: nearest, confidence: 0.9 }],
          pattern: { id: 'solid', confidence: 0.8 },
          audience: { id: 'women', confidence: 0.8 },
          sleeve: { id: 'long', confidence: 0.3, unsure: true },
        }
      : {},
  };
}

function meanColour({ rgb }: DecodedPhoto): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    sums[0] += rgb[at] ?? 0;
    sums[1] += rgb[at + 1] ?? 0;
    sums[2] += rgb[at + 2] ?? 0;
  }
  const pixels = Math.max(1, Math.floor(rgb.length / 3));
  return [sums[0] / pixels, sums[1] / pixels, sums[2] / pixels];
}

/** Mulberry32 seeded with FNV-1a of the word. */
function wordVector(word: string, dim: number): Float32Array {
  let state = 2_166_136_261;
  for (const character of word) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  const vector = new Float32Array(dim);
  for (let i = 0; i < dim; i++) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    vector[i] = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  }
  return vector;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
