import type { Random } from '../../random.js';

/** One repeat of a print or weave, in garment units (ten a centimetre). */
export interface Tile {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  /** Degrees the repeat leans on a straight-hanging part. */
  readonly turn?: number;
}

/**
 * Motifs scattered over a tile without touching, repeated across its edges so that no seam shows.
 * `draw` gets the place of one motif; `apart` is the least distance between two centres.
 */
export function scattered(
  size: { width: number; height: number; apart: number; count: number },
  random: Random,
  draw: (x: number, y: number, index: number) => string,
): string {
  const places: [number, number][] = [];
  for (let attempt = 0; attempt < size.count * 14 && places.length < size.count; attempt += 1) {
    const [x, y] = [random.next() * size.width, random.next() * size.height];
    const clear = places.every(([px, py]) => {
      const dx = Math.min(Math.abs(px - x), size.width - Math.abs(px - x));
      const dy = Math.min(Math.abs(py - y), size.height - Math.abs(py - y));
      return Math.hypot(dx, dy) >= size.apart;
    });
    if (clear) places.push([x, y]);
  }
  const reach = size.apart * 0.75;
  const parts: string[] = [];
  places.forEach(([x, y], index) => {
    const motif = draw(0, 0, index);
    for (const dx of shifts(x, size.width, reach)) {
      for (const dy of shifts(y, size.height, reach)) {
        parts.push(`<g transform="translate(${Math.round(x + dx)} ${Math.round(y + dy)})">${motif}</g>`);
      }
    }
  });
  return parts.join('');
}

function shifts(at: number, size: number, reach: number): number[] {
  if (at < reach) return [0, size];
  return at > size - reach ? [0, -size] : [0];
}
