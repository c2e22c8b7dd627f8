import { YidaFault } from '../domain/fault.js';
import type { Encoder, PhotoDecoder, PhotoEncoding } from '../encoding/encoder.js';

/** Decodes and encodes one photo. Throws photo-* where it cannot be used. */
export async function encodePhoto(
  bytes: Uint8Array,
  { decodePhoto, encoder }: { decodePhoto: PhotoDecoder; encoder: Encoder },
): Promise<PhotoEncoding> {
  const [encoding] = await encoder.encodePhotos([await decodePhoto(bytes)]);
  if (encoding === undefined) throw new YidaFault('internal', 'the encoder gave nothing for a photo');
  return encoding;
}
