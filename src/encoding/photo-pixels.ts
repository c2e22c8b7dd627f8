import sharp, { type KernelEnum } from 'sharp';
import type { DecodedPhoto } from './encoder.js';
import type { Preprocessor } from './model-config.js';

/** A photo at the model's size: RGB, 3 bytes a pixel. */
export interface ModelPixels {
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** PIL's numbers for resampling filters, as preprocessor_config.json states them. */
const KERNELS: Readonly<Record<number, keyof KernelEnum>> = {
  0: 'nearest',
  1: 'lanczos3',
  2: 'linear',
  3: 'cubic',
};

/**
 * Brings a photo to the size the model was trained on, as its preprocessor_config.json says: letterboxed on
 * the padding colour, squeezed, or resized by an edge and cropped in the middle.
 */
export async function pixelsFor(photo: DecodedPhoto, plan: Preprocessor): Promise<ModelPixels> {
  const raw = { width: photo.width, height: photo.height, channels: 3 } as const;
  const { size, crop_size: crop } = plan;
  const kernel = KERNELS[plan.resample ?? 3] ?? 'cubic';
  let picture = sharp(photo.rgb, { raw });
  if (plan.do_resize && size) {
    if ('height' in size) {
      const [r, g, b] = plan.pad_color;
      const fit = plan.do_pad && plan.pad_mode === 'letterbox' ? 'contain' : 'fill';
      picture = picture.resize(size.width, size.height, { fit, kernel, background: { r, g, b } });
    } else {
      const { width, height } = resizedByEdge(photo, size);
      picture = picture.resize(width, height, { fit: 'fill', kernel });
    }
  }
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const resized = { rgb: new Uint8Array(data), width: info.width, height: info.height };
  return plan.do_center_crop && crop ? centred(resized, crop) : resized;
}

function resizedByEdge(
  { width, height }: DecodedPhoto,
  size: { shortest_edge: number } | { longest_edge: number },
): { width: number; height: number } {
  const scale =
    'shortest_edge' in size
      ? size.shortest_edge / Math.min(width, height)
      : size.longest_edge / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The middle of a picture; what lies outside is black, as in Hugging Face's processors. */
function centred(picture: ModelPixels, { width, height }: { width: number; height: number }): ModelPixels {
  const rgb = new Uint8Array(width * height * 3);
  const left = Math.floor((picture.width - width) / 2);
  const top = Math.floor((picture.height - height) / 2);
  for (let y = Math.max(0, -top); y < height && y + top < picture.height; y++) {
    const from = Math.max(0, left);
    const to = Math.min(picture.width, left + width);
    const source = ((y + top) * picture.width + from) * 3;
    rgb.set(picture.rgb.subarray(source, source + (to - from) * 3), (y * width + from - left) * 3);
  }
  return { rgb, width, height };
}

/** Interleaved bytes -> planar floats [n, 3, height, width], rescaled and normalised. */
export function planes(photos: readonly ModelPixels[], plan: Preprocessor): Float32Array {
  const [first] = photos;
  if (!first) return new Float32Array();
  const area = first.width * first.height;
  const out = new Float32Array(photos.length * 3 * area);
  for (let channel = 0; channel < 3; channel++) {
    const scale = plan.do_rescale ? plan.rescale_factor : 1;
    const mean = plan.do_normalize ? (plan.image_mean[channel] ?? 0) : 0;
    const spread = plan.do_normalize ? (plan.image_std[channel] ?? 1) : 1;
    // A byte has 256 values: a table is quicker than the arithmetic for each pixel.
    const table = Float32Array.from({ length: 256 }, (_, byte) => (byte * scale - mean) / spread);
    for (const [n, { rgb }] of photos.entries()) {
      const start = (n * 3 + channel) * area;
      for (let at = 0; at < area; at++) out[start + at] = table[rgb[at * 3 + channel] ?? 0] ?? 0;
    }
  }
  return out;
}
