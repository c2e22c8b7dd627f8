import type { Cloth } from '../cloth.js';
import { type Point, type Run, round, type Segment } from '../path.js';

/** One quilting line with the swell on both sides of it; `along` points to the next line. */
export function baffleLine(cloth: Cloth, a: Point, b: Point, step: number, along: Point): string {
  const sag = step * 0.12;
  const curve = (shift: number): string =>
    `M${round(a[0] + along[0] * shift)} ${round(a[1] + along[1] * shift)}Q${round((a[0] + b[0]) / 2 + along[0] * (shift + sag))} ${round((a[1] + b[1]) / 2 + along[1] * (shift + sag))} ${round(b[0] + along[0] * shift)} ${round(b[1] + along[1] * shift)}`;
  const gloss = 0.12 + cloth.hand.gloss * 0.42;
  return (
    `<path d="${curve(-step * 0.16)}" stroke="#1d1420" stroke-width="${round(step * 0.34)}" opacity="${round(cloth.shaded * 3.2) / 10}" fill="none"/>` +
    `<path d="${curve(step * 0.3)}" stroke="#fff" stroke-width="${round(step * 0.24)}" opacity="${round(gloss * cloth.lit * 22) / 10}" fill="none"/>` +
    `<path d="${curve(0)}" stroke="${cloth.edge}" stroke-width="3" opacity=".85" fill="none"/>` +
    `<path d="${curve(5)}" stroke="${cloth.edge}" stroke-width="8" stroke-dasharray="2 17" opacity=".3" fill="none"/>`
  );
}

/** Level quilting lines across a front from `from` to `to`. */
export function baffles(cloth: Cloth, half: number, from: number, to: number, step: number): string {
  let svg = '';
  for (let y = from; y < to - step * 0.3; y += step)
    svg += baffleLine(cloth, [-half - 40, y], [half + 40, y], step, [0, 1]);
  return svg;
}

/** A padded side: each field swells outwards. Walks from the underarm to the hem. */
export function puffedSide(from: Point, to: Point, first: number, step: number): Run {
  const segments: Segment[] = [];
  const at = (y: number): number => from[0] + ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]);
  const stops = [from[1]];
  for (let y = first; y < to[1] - step * 0.3; y += step) if (y > from[1] + 12) stops.push(y);
  stops.push(to[1]);
  for (let index = 1; index < stops.length; index += 1) {
    const [y1, y2] = [stops[index - 1] ?? 0, stops[index] ?? 0];
    const swell = Math.min(15, (y2 - y1) * 0.18);
    segments.push([at((y1 + y2) / 2) + swell * 2, (y1 + y2) / 2, at(y2), y2]);
  }
  return { from, segments };
}
