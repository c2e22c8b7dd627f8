import sharp from 'sharp';

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

/** A photo is keyed at this size at most: more would not be seen on a board. */
const WORK_SIZE = 560;
/** Squared RGB distance to the ground up to which a pixel, reached from the border, is ground. */
const GROUND = 30 ** 2;
/** Border pixels that must look like the ground for it to be one. */
const PLAIN_BORDER = 0.82;
const MOST_PIXELS = 40_000_000;

/** The garment without its ground. Throws where the bytes are no picture. */
export async function cutOutOf(picture: BoardPicture): Promise<CutOut> {
  const input = 'svg' in picture ? Buffer.from(picture.svg) : picture.bytes;
  const decoded = sharp(input, { limitInputPixels: MOST_PIXELS, density: 72 }).rotate();
  const { data, info } = await decoded
    .resize(WORK_SIZE, WORK_SIZE, { fit: 'inside', withoutEnlargement: !('svg' in picture) })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raster = { rgba: data, width: info.width, height: info.height };
  if (hasHoles(data)) return trimmed({ ...raster, cut: true });
  const ground = groundColour(raster);
  if (ground === undefined) return { ...raster, cut: false };
  const alpha = await feathered(keyed(raster, ground), raster.width, raster.height);
  for (let at = 0; at < alpha.length; at++) data[at * 4 + 3] = alpha[at] ?? 0;
  return trimmed({ ...raster, cut: true });
}

interface Raster {
  readonly rgba: Buffer;
  readonly width: number;
  readonly height: number;
}

/** True where the picture brings its own transparency. */
function hasHoles(rgba: Buffer): boolean {
  for (let at = 3; at < rgba.length; at += 4) if ((rgba[at] ?? 255) < 8) return true;
  return false;
}

/** The colour that most of the border shares, or undefined where the border is busy. */
function groundColour({ rgba, width, height }: Raster): readonly [number, number, number] | undefined {
  const border: number[] = [];
  for (let x = 0; x < width; x++) border.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) border.push(y * width, y * width + width - 1);
  const median = (channel: number) => {
    const values = border.map((at) => rgba[at * 4 + channel] ?? 0).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 255;
  };
  const ground = [median(0), median(1), median(2)] as const;
  const alike = border.filter((at) => distance(rgba, at, ground) <= GROUND).length;
  return alike / border.length >= PLAIN_BORDER ? ground : undefined;
}

function distance(rgba: Buffer, at: number, [r, g, b]: readonly [number, number, number]): number {
  const [dr, dg, db] = [(rgba[at * 4] ?? 0) - r, (rgba[at * 4 + 1] ?? 0) - g, (rgba[at * 4 + 2] ?? 0) - b];
  return dr * dr + dg * dg + db * db;
}

/**
 * 255 for the garment, 0 for ground: a flood from the border, so that white inside a garment stays. The
 * ground may drift (a soft shadow, paper that darkens): each step may differ a little from the one before.
 */
function keyed(raster: Raster, ground: readonly [number, number, number]): Buffer {
  const { rgba, width, height } = raster;
  const alpha = Buffer.alloc(width * height, 255);
  const open: number[] = [];
  const reach = (at: number) => {
    if (alpha[at] === 0 || distance(rgba, at, ground) > GROUND) return;
    alpha[at] = 0;
    open.push(at);
  };
  for (let x = 0; x < width; x++) {
    reach(x);
    reach((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    reach(y * width);
    reach(y * width + width - 1);
  }
  while (open.length > 0) {
    const at = open.pop() ?? 0;
    const x = at % width;
    if (x > 0) reach(at - 1);
    if (x < width - 1) reach(at + 1);
    if (at >= width) reach(at - width);
    if (at < width * (height - 1)) reach(at + width);
  }
  return alpha;
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
