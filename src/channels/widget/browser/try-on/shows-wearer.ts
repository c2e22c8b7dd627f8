import { isWorn } from './body.js';
import type { CutOut } from './cut-out.js';
import type { FindPose } from './pose/pose-loader.js';
import { dropPixels } from './read-photo.js';

/** True where a garment's picture shows it on somebody: laid over a shopper, it would bring that person along. */
export async function showsWearer({ levels, width, height }: CutOut, find: FindPose): Promise<boolean> {
  const [full] = levels;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (full === undefined || pen === null) return false;
  pen.putImageData(new ImageData(new Uint8ClampedArray(full.data), width, height), 0, 0);
  pen.globalCompositeOperation = 'destination-over';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  const worn = isWorn(await find(canvas));
  dropPixels(canvas);
  return worn;
}
