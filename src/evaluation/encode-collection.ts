import { basename } from 'node:path';
import type { PictureSource } from '../catalog/pictures/picture-source.js';
import type { DecodedPhoto, Encoder, PhotoDecoder, PhotoEncoding } from '../encoding/encoder.js';

/** What became of one picture, by its file name. */
export type EncodedPhoto =
  | { readonly name: string; readonly photo: PhotoEncoding }
  | { readonly name: string; readonly refused: string };

export interface EncodeOptions {
  readonly encoder: Encoder;
  readonly decode: PhotoDecoder;
  /** File names of the pictures wanted, in order; all of the source by default. */
  readonly names?: readonly string[];
  /** Changes a picture before it is encoded (a query photo is never the very picture it looks for). */
  readonly alter?: (photo: DecodedPhoto) => Promise<DecodedPhoto>;
}

/** Pictures under way at a time: two are decoded while four are encoded. */
const UNDER_WAY = 12;

/** Encodes pictures in order, several under way; one that cannot be read is passed on with the reason. */
export async function* encodeCollection(
  pictures: PictureSource,
  { encoder, decode, names, alter }: EncodeOptions,
): AsyncGenerator<EncodedPhoto> {
  const paths = names ? pathsOf(pictures, names) : pictures.names;
  const one = async (path: string): Promise<EncodedPhoto> => {
    const name = basename(path);
    try {
      const decoded = await decode(await pictures.read(path));
      const [photo] = await encoder.encodePhotos([alter ? await alter(decoded) : decoded]);
      return photo ? { name, photo } : { name, refused: 'not encoded' };
    } catch (error) {
      return { name, refused: error instanceof Error ? error.message : String(error) };
    }
  };
  const waiting: Promise<EncodedPhoto>[] = [];
  let next = 0;
  while (next < paths.length || waiting.length > 0) {
    while (waiting.length < UNDER_WAY && next < paths.length) {
      const path = paths[next++];
      if (path !== undefined) waiting.push(one(path));
    }
    const first = waiting.shift();
    if (first) yield await first;
  }
}

/** A name that is not there is passed on as itself, and refused when it is read. */
function pathsOf(pictures: PictureSource, names: readonly string[]): string[] {
  const byName = new Map(pictures.names.map((path) => [basename(path), path]));
  return names.map((name) => byName.get(name) ?? name);
}
