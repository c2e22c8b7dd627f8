import type { Random } from '../../random.js';
import { placed } from '../path.js';

/** One repeat of a print or weave, in garment units (ten a centimetre). */
export interface Tile {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  /** Degrees the repeat leans on a straight-hanging part. */
  readonly turn?: number;
}

/** One flat mark of a motif, drawn around the origin in absolute path commands. */
export interface Mark {
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly opacity?: number;
}

/**
 * Motifs scattered over a tile without touching, repeated across its edges so that no seam shows. Marks of one
 * ink become one path: what librsvg pays for is marks. `draw` gets the motif's number; `apart` is the least
 * distance between two centres.
 */
export function scattered(
  size: { width: number; height: number; apart: number; count: number },
  random: Random,
  draw: (index: number) => readonly Mark[],
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
  const inks = new Map<string, string>();
  for (const [index, [x, y]] of places.entries()) {
    for (const mark of draw(index)) {
      const ink = attributes(mark);
      for (const dx of shifts(x, size.width, reach)) {
        for (const dy of shifts(y, size.height, reach)) {
          inks.set(ink, (inks.get(ink) ?? '') + placed(mark.path, Math.round(x + dx), Math.round(y + dy)));
        }
      }
    }
  }
  return [...inks].map(([ink, path]) => `<path d="${path}"${ink}/>`).join('');
}

function attributes({ fill, stroke, width, opacity }: Mark): string {
  const line = stroke ? ` stroke="${stroke}" stroke-width="${width ?? 3}" stroke-linecap="round"` : '';
  const veil = opacity === undefined ? '' : ` opacity="${opacity}"`;
  return ` fill="${fill ?? 'none'}"${line}${veil}`;
}

function shifts(at: number, size: number, reach: number): number[] {
  if (at < reach) return [0, size];
  return at > size - reach ? [0, -size] : [0];
}

/** Tiles smaller than this are drawn several times within one repeat: librsvg replays a repeat mark by mark. */
const LEAST = 250;

/** A repeat whose marks are already multiplied, so that it is large enough to be cheap. */
export interface Cell {
  readonly width: number;
  readonly height: number;
  /** Path data of all copies of one mark: every subpath starts with an absolute M and goes on relatively. */
  copies(mark: string): string;
}

/** A small repeat of `width` by `height`, grown to at least LEAST either way. */
export function cellOf(width: number, height: number): Cell {
  const [across, down] = [Math.ceil(LEAST / width), Math.ceil(LEAST / height)];
  return {
    width: width * across,
    height: height * down,
    copies: (mark) => {
      let all = '';
      for (let row = 0; row < down; row += 1) {
        for (let column = 0; column < across; column += 1) {
          all += mark.replace(
            /M(-?[\d.]+) (-?[\d.]+)/g,
            (_match, x: string, y: string) =>
              `M${Math.round((Number(x) + column * width) * 10) / 10} ${Math.round((Number(y) + row * height) * 10) / 10}`,
          );
        }
      }
      return all;
    },
  };
}

/** A circle as path data that `copies` can move. */
export function dot(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

/** A box as path data that `copies` can move. */
export function box(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}
