import { join } from 'node:path';
import sharp from 'sharp';
import { openPictures } from '../catalog/pictures/open-pictures.js';
import type { DecodedPhoto, PhotoEncoding } from '../encoding/encoder.js';
import { encodeCollection } from './encode-collection.js';
import type { EvaluationContext } from './suite.js';

/**
 * Photos of products as a shopper would send them: cropped, a little turned, in other light. The photo looked
 * for is never the very photo that is asked with.
 */
export async function queryPhotos(
  names: readonly string[],
  context: EvaluationContext,
): Promise<Map<string, PhotoEncoding>> {
  const photos = await openPictures(join(context.data, 'kagl', 'images-60x80.zip'));
  const seen = new Map<string, PhotoEncoding>();
  for await (const encoded of encodeCollection(photos, { ...context, names, alter: asTakenByHand })) {
    if ('photo' in encoded) seen.set(encoded.name, encoded.photo);
    context.onProgress?.('query photos', seen.size, names.length);
  }
  await photos.close();
  return seen;
}

async function asTakenByHand({ rgb, width, height }: DecodedPhoto): Promise<DecodedPhoto> {
  const across = Math.max(1, Math.round(width * 0.06));
  const down = Math.max(1, Math.round(height * 0.06));
  const { data, info } = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract({ left: across, top: down, width: width - 2 * across, height: height - 2 * down })
    .modulate({ brightness: 0.92, saturation: 0.9 })
    .rotate(4, { background: '#f2efe9' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { rgb: new Uint8Array(data), width: info.width, height: info.height };
}
