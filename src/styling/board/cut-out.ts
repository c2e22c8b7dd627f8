import sharp from 'sharp';
import { keyedGarment, type Raster } from './plain-ground.js';

/** A garment's picture: a drawing on nothing, or an encoded photo (JPEG, PNG, WebP). */
export type BoardPicture = { readonly svg: string } | { readonly bytes: Uint8Array };

/** RGBA, 4 bytes a pixel, trimmed to what is seen. */
export interface CutOut {
  readonly rgba: Buffer;
  readonly width: number;
  readonly height: number;
  /** False where the ground could not be told from the garment: the photo is then laid down as a print. */
  readonly cut: boolean;
}

/** A photo is keyed at this size unless another is asked for: more would not be seen on a board. */
const WORK_SIZE = 460;
const PHOTO_FORMATS: readonly string[] = ['jpeg', 'png', 'webp'];
const MOST_PIXELS = 40_000_000;

/** The garment without its ground, `size` pixels on its longer side at most. Throws where the bytes are no picture. */
export async function cutOutOf(picture: BoardPicture, size = WORK_SIZE): Promise<CutOut> {
  const input = 'svg' in picture ? Buffer.from(picture.svg) : picture.bytes;
  const decoded = sharp(input, { limitInputPixels: MOST_PIXELS, density: 72 });
  // A feed's picture is a photo: a vector that might reach for other files is not drawn.
  if ('bytes' in picture && !PHOTO_FORMATS.includes((await decoded.metadata()).format)) {
    throw new RangeError('a board shows JPEG, PNG and WebP pictures');
  }
  const { data, info } = await decoded
    .rotate()
    .resize(size, size, { fit: 'inside', withoutEnlargement: !('svg' in picture) })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raster = { rgba: data, width: info.width, height: info.height };
  if (hasHoles(data)) return trimmed({ ...raster, cut: true });
  const kept = keyedGarment(raster);
  if (kept === undefined) return { ...raster, cut: false };
  const alpha = await feathered(kept, raster.width, raster.height);
  for (let at = 0; at < alpha.length; at++) data[at * 4 + 3] = alpha[at] ?? 0;
  return trimmed({ ...raster, cut: true });
}

/** True where the picture brings its own transparency. */
function hasHoles(rgba: Buffer): boolean {
  for (let at = 3; at < rgba.length; at += 4) if ((rgba[at] ?? 255) < 8) return true;
  return false;
}

/** Edges softened inwards, so that no rim of the ground shows. */
async function feathered(alpha: Buffer, width: number, height: number): Promise<Buffer> {
  const blurred = await sharp(alpha, { raw: { width, height, channels: 1 } })
    .blur(1.1)
    .extractChannel(0)
    .raw()
    .toBuffer();
  return blurred.map((value) => Math.max(0, Math.min(255, (value - 110) * 2))) as Buffer;
}

/** Cut to the pixels that are seen; the whole where none is. */
function trimmed(raster: Raster & { readonly cut: boolean }): CutOut {
  const { rgba, width, height } = raster;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((rgba[(y * width + x) * 4 + 3] ?? 0) < 16) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < left) return raster;
  const [w, h] = [right - left + 1, bottom - top + 1];
  const cut = Buffer.alloc(w * h * 4);
  for (let y = 0; y < h; y++) {
    const from = ((y + top) * width + left) * 4;
    rgba.copy(cut, y * w * 4, from, from + w * 4);
  }
  return { rgba: cut, width: w, height: h, cut: true };
}
