import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import type { GarmentStore } from '../../catalog/garment-store.js';
import type { Garment } from '../../domain/garment.js';
import { type BoardPicture, cutOutOf } from './cut-out.js';

export interface GarmentCutOutsDeps {
  readonly garments: GarmentStore;
  /** A garment's drawing or photo; undefined where it has none that can be had. */
  readonly pictureOf: (garment: Garment) => Promise<BoardPicture | undefined>;
  /** Bytes of cut-outs kept; 16 MB (some 300 of them) by default. */
  readonly cacheBytes?: number;
}

export interface GarmentCutOut {
  readonly bytes: Buffer;
  readonly contentType: 'image/webp';
}

/** Longer side in pixels: about as much of a photo as a coat takes up. */
const SIZE = 720;
/** Kept where a picture cannot be cut out, so that it is not tried again and again. */
const NONE: GarmentCutOut = { bytes: Buffer.alloc(0), contentType: 'image/webp' };

/**
 * Garments alone, on nothing, trimmed to what is seen, by garment id. Undefined where there is no such garment or
 * picture, or where its ground cannot be told from it. Made at the first request, one at a time, and kept by what
 * the picture holds.
 */
export function createGarmentCutOuts(deps: GarmentCutOutsDeps): (id: string) => Promise<GarmentCutOut | undefined> {
  const kept = new LRUCache<string, GarmentCutOut>({
    maxSize: deps.cacheBytes ?? 16 * 1024 * 1024,
    sizeCalculation: ({ bytes }) => bytes.length + 64,
  });
  let last: Promise<unknown> = Promise.resolve();

  async function make(picture: BoardPicture): Promise<GarmentCutOut> {
    const { rgba, width, height, cut } = await cutOutOf(picture, SIZE);
    if (!cut) return NONE;
    const bytes = await sharp(rgba, { raw: { width, height, channels: 4 } })
      .webp({ quality: 84, alphaQuality: 90, effort: 3 })
      .toBuffer();
    return { bytes, contentType: 'image/webp' };
  }

  return async (id) => {
    const [garment] = await deps.garments.getMany([id]);
    const picture = garment && (await deps.pictureOf(garment));
    if (picture === undefined) return undefined;
    const hash = createHash('sha256')
      .update('svg' in picture ? picture.svg : picture.bytes)
      .digest('base64url');
    let found = kept.get(hash);
    if (found === undefined) {
      const mine = last.then(() => make(picture)).catch(() => NONE);
      last = mine;
      found = await mine;
      kept.set(hash, found);
    }
    return found === NONE ? undefined : found;
  };
}
