import type { Message } from '../../domain/reply.js';

/** A picture that is not even tried: an unsafe entry of a zip, a file of a kind that cannot be read. */
export interface RefusedPicture {
  readonly name: string;
  readonly reason: Message;
}

/** The merchant's pictures, in a folder or a zip. Nothing in it has been decoded or trusted yet. */
export interface PictureSource {
  /** Paths within the source, `/` between folders, in order. */
  readonly names: readonly string[];
  readonly refused: readonly RefusedPicture[];
  /** The bytes of one of `names`. Rejects with a YidaFault photo-too-large or photo-unreadable. */
  read(name: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** More bytes than a photo has; the decoder's own limit is lower. */
export const MAX_PICTURE_BYTES = 20 * 2 ** 20;
const PICTURE = /\.(?:jpe?g|png|webp|hei[cf]|avif|gif|bmp|tiff?)$/i;

/**
 * True for files that are meant as pictures, those in formats we refuse included: a merchant is told of a HEIC,
 * not of a Thumbs.db, a `.DS_Store` or the `._photo.jpg` that macOS puts beside a photo.
 */
export function isPictureName(path: string): boolean {
  const parts = path.split('/');
  return PICTURE.test(path) && !parts.some((part) => (part.startsWith('.') && part !== '..') || part === '__MACOSX');
}

/** Finds pictures by what a feed calls them. */
export class PictureFinder {
  readonly #byPath = new Map<string, string>();
  readonly #byName = new Map<string, string | undefined>();
  readonly #byStem = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      this.#byPath.set(key(name), name);
      const base = key(name).split('/').at(-1) ?? '';
      // Two files of one name in different folders: the name alone says neither.
      this.#byName.set(base, this.#byName.has(base) ? undefined : name);
      const stem = base.replace(/\.[a-z]+$/, '');
      for (const form of new Set([stem, stem.replace(/[ _-]+\(?\d{1,2}\)?$|\(\d{1,2}\)$/, '')])) {
        this.#byStem.set(form, [...(this.#byStem.get(form) ?? []), name]);
      }
    }
  }

  /** The picture a cell names: its path, or its file name where only one file has it, with or without ending. */
  named(cell: string): string | undefined {
    const path = key(cell).replace(/^\.\//, '');
    const base = path.split('/').at(-1) ?? '';
    const exact = this.#byPath.get(path) ?? this.#byName.get(base);
    if (exact !== undefined) return exact;
    const same = this.#byStem.get(base.replace(/\.[a-z]+$/, '')) ?? [];
    return same.length === 1 ? same[0] : undefined;
  }

  /** Pictures called after a garment: `A100.jpg`, `A100_1.jpg`, `A100-2.png`. */
  ofId(id: string): readonly string[] {
    return this.#byStem.get(key(id)) ?? [];
  }
}

function key(name: string): string {
  return name.normalize('NFC').replaceAll('\\', '/').toLowerCase();
}
