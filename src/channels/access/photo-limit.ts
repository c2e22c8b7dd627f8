import { PHOTO_LIMITS } from '../../encoding/decode-photo.js';

/** Most bytes of one photo that an edge reads; what is longer arrives cut, and the decoder calls it too large. */
export const PHOTO_BYTES = PHOTO_LIMITS.maxBytes;

/** Most photos of one message that an edge reads; the assistant uses the first and says so. */
export const PHOTOS_A_MESSAGE = 4;

/** The first bytes of a photo, one more than allowed where it is longer, so that it cannot pass for whole. */
export function cutPhoto(bytes: Uint8Array): Uint8Array {
  return bytes.length > PHOTO_BYTES ? bytes.subarray(0, PHOTO_BYTES + 1) : bytes;
}
