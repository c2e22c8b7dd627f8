import { homographyTo, inverseOf, type Quad } from './quad.js';

/** RGBA, four bytes a pixel, as a canvas has it. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The smallest box of whole pixels round `quad`, inside a picture of this size; undefined where it is outside. */
export function boxOf(
  quad: Quad,
  size: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | undefined {
  const xs = quad.map(({ x }) => x);
  const ys = quad.map(({ y }) => y);
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const right = Math.min(size.width, Math.ceil(Math.max(...xs)));
  const bottom = Math.min(size.height, Math.ceil(Math.max(...ys)));
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : undefined;
}

/**
 * Draws `picture` into `target` so that its corners lie at `quad` (in pixels of `target`), by the perspective
 * through the four corners; between pixels the four nearest are mixed. `target` starts transparent.
 */
export function layPicture(picture: Pixels, quad: Quad, target: Pixels): void {
  const forth = homographyTo(quad);
  const back = forth && inverseOf(forth);
  if (back === undefined) return;
  const [a, b, c, d, e, f, g, h, i] = back;
  for (let y = 0; y < target.height; y++) {
    for (let x = 0; x < target.width; x++) {
      const [px, py] = [x + 0.5, y + 0.5];
      const w = g * px + h * py + i;
      const u = ((a * px + b * py + c) / w) * picture.width - 0.5;
      const v = ((d * px + e * py + f) / w) * picture.height - 0.5;
      if (u > -1 && v > -1 && u < picture.width && v < picture.height) {
        mixInto(target.data, (y * target.width + x) * 4, picture, u, v);
      }
    }
  }
}

/** The picture's colour at (u, v), between its four nearest pixels, weighed by how much of each is seen: what is
 * transparent lends no colour to the rim. */
function mixInto(to: Uint8ClampedArray, at: number, { data, width, height }: Pixels, u: number, v: number): void {
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const [dx, dy] = [u - left, v - top];
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (let corner = 0; corner < 4; corner++) {
    const [sx, sy] = [left + (corner & 1), top + (corner >> 1)];
    if (sx < 0 || sy < 0 || sx >= width || sy >= height) continue;
    const from = (sy * width + sx) * 4;
    const weight = ((corner & 1 ? dx : 1 - dx) * (corner >> 1 ? dy : 1 - dy) * (data[from + 3] ?? 0)) / 255;
    red += (data[from] ?? 0) * weight;
    green += (data[from + 1] ?? 0) * weight;
    blue += (data[from + 2] ?? 0) * weight;
    alpha += weight;
  }
  if (alpha <= 0) return;
  to[at] = red / alpha;
  to[at + 1] = green / alpha;
  to[at + 2] = blue / alpha;
  to[at + 3] = alpha * 255;
}
