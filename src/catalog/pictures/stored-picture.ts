import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Garment } from '../../domain/garment.js';

/** What an import's copies are served under; the name is the content's hash. */
const COPY = /\/pictures\/([0-9a-f]+\.webp)$/;

/**
 * The bytes of a garment's first picture that can be had: a copy in `folder`, or what `fetchImage` brings from
 * the merchant's own address. Undefined where there is none; never rejects.
 */
export async function storedPicture(
  garment: Pick<Garment, 'images'>,
  { folder, fetchImage }: { folder: string; fetchImage?: (url: string) => Promise<Uint8Array> },
): Promise<Uint8Array | undefined> {
  for (const image of garment.images) {
    const copy = COPY.exec(image)?.[1];
    const bytes = await (copy === undefined ? fetchImage?.(image) : readFile(join(folder, copy)))?.catch(
      () => undefined,
    );
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}
