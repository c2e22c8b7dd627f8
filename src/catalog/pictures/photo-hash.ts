import type { DecodedPhoto } from '../../encoding/encoder.js';

const COLUMNS = 9;
const ROWS = 8;

/**
 * The difference hash of a photo (Krawetz, "Kind of Like That", 2013): 64 bits as 16 hex digits, a bit for
 * each cell of a 9x8 grid that is brighter than its right neighbour. Resizing, recompression and small changes
 * of colour leave nearly all bits as they are; compare with `hashDistance`.
 */
export function photoHash(photo: DecodedPhoto): string {
  const cells = brightness(photo);
  let hash = '';
  for (let row = 0; row < ROWS; row++) {
    let bits = 0;
    for (let column = 0; column < COLUMNS - 1; column++) {
      const at = row * COLUMNS + column;
      bits = (bits << 1) | ((cells[at] ?? 0) > (cells[at + 1] ?? 0) ? 1 : 0);
    }
    hash += bits.toString(16).padStart(2, '0');
  }
  return hash;
}

/** How many of the 64 bits differ; up to about 6 it is the same picture. */
export function hashDistance(a: string, b: string): number {
  let different = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; different !== 0n; different &= different - 1n) count += 1;
  return count;
}

/** Mean luma of each cell of the grid. */
function brightness({ rgb, width, height }: DecodedPhoto): Float64Array {
  const cells = new Float64Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row++) {
    const top = Math.floor((row * height) / ROWS);
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / ROWS));
    for (let column = 0; column < COLUMNS; column++) {
      const left = Math.floor((column * width) / COLUMNS);
      const right = Math.max(left + 1, Math.floor(((column + 1) * width) / COLUMNS));
      let sum = 0;
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const at = (y * width + x) * 3;
          sum += 299 * (rgb[at] ?? 0) + 587 * (rgb[at + 1] ?? 0) + 114 * (rgb[at + 2] ?? 0);
        }
      }
      // Rounded, so that noise of compression in a flat area decides nothing.
      cells[row * COLUMNS + column] = Math.round(sum / ((bottom - top) * (right - left) * 2_000));
    }
  }
  return cells;
}
