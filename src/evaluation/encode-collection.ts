import type { DecodedPhoto, Encoder, PhotoDecoder, PhotoEncoding } from '../encoding/encoder.js';
import type { PhotoCollection } from '../encoding/photo-collection.js';

/** What became of one picture, in the collection's order. */
export type EncodedPhoto =
  | { readonly name: string; readonly photo: PhotoEncoding }
  | { readonly name: string; readonly refused: string };

export interface EncodeOptions {
  readonly encoder: Encoder;
  readonly decode: PhotoDecoder;
  /** Which pictures, in order; all of the collection by default. */
  readonly names?: readonly string[];
  /** Changes a picture before it is encoded (a query photo is never the very picture it looks for). */
  readonly alter?: (photo: DecodedPhoto) => Promise<DecodedPhoto>;
}

/** Pictures under way at a time: two are decoded while four are encoded. */
const UNDER_WAY = 12;

/** Encodes pictures in order, several under way; one that cannot be read is passed on with the reason. */
export async function* encodeCollection(
  photos: PhotoCollection,
  { encoder, decode, names = photos.names, alter }: EncodeOptions,
): AsyncGenerator<EncodedPhoto> {
  const one = async (name: string): Promise<EncodedPhoto> => {
    try {
      const bytes = await photos.read(name);
      if (!bytes) return { name, refused: 'no such picture' };
      const decoded = await decode(bytes);
      const [photo] = await encoder.encodePhotos([alter ? await alter(decoded) : decoded]);
      return photo ? { name, photo } : { name, refused: 'not encoded' };
    } catch (error) {
      return { name, refused: error instanceof Error ? error.message : String(error) };
    }
  };
  const waiting: Promise<EncodedPhoto>[] = [];
  let next = 0;
  while (next < names.length || waiting.length > 0) {
    while (waiting.length < UNDER_WAY && next < names.length) {
      const name = names[next++];
      if (name !== undefined) waiting.push(one(name));
    }
    const first = waiting.shift();
    if (first) yield await first;
  }
}
