import sharp from 'sharp';
import { drawGarment } from './drawing/draw-garment.js';
import { HEIGHT, WIDTH } from './drawing/frame.js';
import type { GarmentDrawing } from './drawing/spec.js';

export interface RenderOptions {
  /** Pixels across, 1 to 4096; the height follows at 4:5. */
  readonly width: number;
  readonly format?: 'webp' | 'png' | 'jpeg';
}

/** The garment's picture as an encoded image (WebP by default). Throws a RangeError on an impossible width. */
export async function renderGarment(spec: GarmentDrawing, options: RenderOptions): Promise<Buffer> {
  const { width, format = 'webp' } = options;
  if (!(Number.isInteger(width) && width >= 1 && width <= 4096))
    throw new RangeError(`cannot draw ${width} pixels across`);
  const height = Math.round((width * HEIGHT) / WIDTH);
  // Sized at the root, so that the vector is rasterised once at the wanted size and never rescaled.
  const svg = drawGarment(spec).replace('<svg ', `<svg width="${width}" height="${height}" `);
  const picture = sharp(Buffer.from(svg)).removeAlpha();
  switch (format) {
    case 'png':
      return picture.png().toBuffer();
    case 'jpeg':
      return picture.jpeg({ quality: 86 }).toBuffer();
    case 'webp':
      return picture.webp({ quality: 84, effort: 0 }).toBuffer();
  }
}
