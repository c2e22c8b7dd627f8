import PQueue from 'p-queue';
import sharp from 'sharp';
import { YidaFault } from '../domain/fault.js';
import type { DecodedPhoto, PhotoDecoder } from './encoder.js';
import { photoSignature } from './photo-signature.js';

/** What an untrusted picture may cost. */
export interface PhotoLimits {
  readonly maxBytes: number;
  /** Width times height before decoding: a 9000x9000 PNG is 254 KB on the wire and 243 MB in memory. */
  readonly maxPixels: number;
  /** Shorter side, in pixels, below which nothing can be made out. */
  readonly minSide: number;
  readonly maxSeconds: number;
  /** Pictures decoded at the same time. */
  readonly concurrency: number;
  /** Longer side of the result; the model looks at less. */
  readonly outputSide: number;
}

export const PHOTO_LIMITS: PhotoLimits = {
  maxBytes: 10 * 2 ** 20,
  maxPixels: 40_000_000,
  minSide: 16,
  maxSeconds: 5,
  concurrency: 2,
  outputSide: 640,
};

/**
 * A decoder of untrusted pictures: JPEG, PNG and WebP by their magic bytes, within the limits, the first
 * frame of an animation, turned upright by EXIF (which is then gone), transparent parts over white, any
 * colour model as RGB. Rejects with YidaFault photo-empty, photo-too-large, photo-too-small, photo-heic,
 * photo-format or photo-unreadable.
 */
export function createPhotoDecoder(given: Partial<PhotoLimits> = {}): PhotoDecoder {
  const limits = { ...PHOTO_LIMITS, ...given };
  const queue = new PQueue({ concurrency: limits.concurrency });
  // libvips keeps decoded pictures for reuse; photos come once, and its cache only grows the process.
  sharp.cache(false);
  return async (bytes) => {
    refuseByBytes(bytes, limits);
    return queue.add(() => decode(bytes, limits));
  };
}

/** The decoder with the default limits, shared by the whole process. */
export const decodePhoto: PhotoDecoder = createPhotoDecoder();

function refuseByBytes(bytes: Uint8Array, limits: PhotoLimits): void {
  if (bytes.byteLength === 0) throw new YidaFault('photo-empty', 'the photo has no bytes');
  if (bytes.byteLength > limits.maxBytes) {
    throw new YidaFault('photo-too-large', `the photo has ${bytes.byteLength} bytes`, {
      values: { megabytes: Math.floor(limits.maxBytes / 2 ** 20) },
    });
  }
  const signature = photoSignature(bytes);
  if (signature === 'heic') throw new YidaFault('photo-heic', 'the photo is HEIC');
  if (signature === 'other') throw new YidaFault('photo-format', 'the photo is not JPEG, PNG or WebP');
}

async function decode(bytes: Uint8Array, limits: PhotoLimits): Promise<DecodedPhoto> {
  const options = { limitInputPixels: limits.maxPixels, failOn: 'error', pages: 1, sequentialRead: true } as const;
  const { width, height, pageHeight } = await readable(
    sharp(bytes, { ...options, limitInputPixels: false }).metadata(),
  );
  const tall = pageHeight ?? height;
  if (width * tall > limits.maxPixels) {
    throw new YidaFault('photo-too-large', `the photo is ${width}x${tall} pixels`, {
      values: { megabytes: Math.floor(limits.maxBytes / 2 ** 20) },
    });
  }
  if (Math.min(width, tall) < limits.minSide) {
    throw new YidaFault('photo-too-small', `the photo is ${width}x${tall} pixels`, {
      values: { pixels: limits.minSide },
    });
  }
  const { data, info } = await readable(
    sharp(bytes, options)
      .timeout({ seconds: limits.maxSeconds })
      .autoOrient()
      .resize(limits.outputSide, limits.outputSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  );
  return { rgb: threeChannels(data, info.channels), width: info.width, height: info.height };
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new YidaFault('photo-unreadable', 'the photo cannot be decoded', { cause });
  }
}

function threeChannels(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const pixels = data.length / channels;
  const rgb = new Uint8Array(pixels * 3);
  for (let at = 0; at < pixels; at++) {
    for (let channel = 0; channel < 3; channel++) {
      rgb[at * 3 + channel] = data[at * channels + (channels >= 3 ? channel : 0)] ?? 0;
    }
  }
  return rgb;
}
