import type { UploadedFile } from '../access/incoming-activity.js';

interface Shelved {
  readonly conversationId: string;
  readonly turn: string;
  readonly bytes: Uint8Array;
}

/** Makes a picture anew from its pixels: upright, and without EXIF or anything else the camera wrote. */
export type StripPicture = (bytes: Uint8Array) => Promise<Uint8Array>;

/**
 * Photos while their turn runs: in memory alone, readable by their conversation alone, gone when the turn
 * is answered. Nothing leaves the shelf but a picture made anew, so no place or camera data does.
 */
export class PhotoShelf {
  readonly #photos = new Map<string, Shelved>();
  readonly #strip: StripPicture;

  constructor(strip: StripPicture) {
    this.#strip = strip;
  }

  put(id: string, conversationId: string, turn: string, file: UploadedFile): void {
    this.#photos.set(id, { conversationId, turn, bytes: file.bytes });
  }

  /** The stripped picture, or undefined where it is gone, another conversation's, or no picture. */
  async read(id: string, conversationId: string): Promise<Uint8Array | undefined> {
    const photo = this.#photos.get(id);
    if (photo === undefined || photo.conversationId !== conversationId) return undefined;
    try {
      return await this.#strip(photo.bytes);
    } catch {
      return undefined;
    }
  }

  clear(turn: string): void {
    for (const [id, photo] of this.#photos) if (photo.turn === turn) this.#photos.delete(id);
  }

  get size(): number {
    return this.#photos.size;
  }
}
