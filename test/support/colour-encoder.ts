import type {
  DecodedPhoto,
  Encoder,
  GarmentEncoding,
  PhotoEncoding,
  TextEncoding,
} from '../../src/encoding/encoder.js';
import { unit } from './word-encoder.js';

const NAMES: readonly (readonly string[])[] = [
  ['red', '红'],
  ['green', '绿'],
  ['blue', '蓝'],
];

/** Texts by the colours they name, photos by their mean colour: three numbers whose right answers are plain. */
export class ColourEncoder implements Encoder {
  readonly modelId = 'colours@1';
  readonly dim = 3;

  async encodeTexts(texts: readonly string[]): Promise<TextEncoding[]> {
    return texts.map((text) => {
      const values = NAMES.map((names) => (names.some((name) => text.toLowerCase().includes(name)) ? 1 : 0));
      return { embedding: unit(Float32Array.from(values)), hidden: new Float32Array(), length: 0 };
    });
  }

  async encodePhotos(photos: readonly DecodedPhoto[]): Promise<PhotoEncoding[]> {
    return photos.map(({ rgb }) => {
      const sums = new Float32Array(3);
      for (const [at, value] of rgb.entries()) sums[at % 3] = (sums[at % 3] ?? 0) + value;
      return {
        embedding: unit(sums),
        patches: new Float32Array(),
        patchCount: 0,
        tags: { garment: true, confidence: 1, tags: {} },
      };
    });
  }

  async encodeGarment(title: TextEncoding | undefined, photos: readonly PhotoEncoding[]): Promise<GarmentEncoding> {
    return { embedding: photos[0]?.embedding ?? title?.embedding ?? new Float32Array(3) };
  }
}
