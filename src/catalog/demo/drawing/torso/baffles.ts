import type { Cloth } from '../cloth.js';
import { type Point, type Run, round, type Segment } from '../path.js';

/** Light on one padded field: rounded from seam to seam. */
export function puffGradient(cloth: Cloth): string {
  const [lit, dark, gloss] = [cloth.lit, cloth.shaded, cloth.hand.gloss];
  const stop = (offset: number, colour: string, opacity: number): string =>
    `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${Math.round(opacity * 100) / 100}"/>`;
  return (
    '<linearGradient id="puff" x1="0" y1="0" x2="0" y2="1">' +
    stop(0, '#1d1420', dark * 0.95) +
    stop(0.16, '#1d1420', dark * 0.1) +
    stop(0.34, '#fff', lit * (0.35 + gloss * 0.75)) +
    stop(0.56, '#fff', 0) +
    stop(1, '#1d1420', dark * 0.85) +
    '</linearGradient>'
  );
}

/** One padded field and the seam that ends it: `from` to `to` along the seam, `step` tall, growing upwards. */
export function puff(cloth: Cloth, from: Point, to: Point, step: number): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const angle = round((Math.atan2(dy, dx) * 180) / Math.PI);
  const [w, sag] = [round(length), round(step * 0.1)];
  const seam = `M0 0Q${round(w / 2)} ${sag} ${w} 0`;
  const puckers = Array.from({ length: Math.max(2, Math.round(w / 34)) }, (_unused, index) => {
    const x = round((w * (index + 0.5)) / Math.max(2, Math.round(w / 34)));
    const reach = round(step * (0.14 + ((index * 7) % 5) * 0.04));
    return `M${x} ${sag - 1}l${index % 2 ? 3 : -3} ${-reach}M${round(x + 9)} ${sag + 2}l${index % 2 ? -2 : 3} ${round(reach * 0.8)}`;
  }).join('');
  return (
    `<g transform="translate(${round(from[0])} ${round(from[1])})rotate(${angle})">` +
    `<path d="M0 ${round(-step)}Q${round(w / 2)} ${round(sag - step)} ${w} ${round(-step)}L${w} 0Q${round(w / 2)} ${sag} 0 0Z" fill="url(#puff)"/>` +
    `<path d="${puckers}" stroke="#1d1420" stroke-width="3" stroke-linecap="round" opacity="${Math.round(cloth.shaded * 60) / 100}"/>` +
    `<path d="${seam}" stroke="${cloth.edge}" stroke-width="2.600" fill="none" opacity=".9"/></g>`
  );
}

/** Level quilting lines across a front from `from` to `to`. */
export function baffles(cloth: Cloth, half: number, from: number, to: number, step: number): string {
  let svg = '';
  for (let y = from; y < to + step; y += step) svg += puff(cloth, [-half - 40, y], [half + 40, y], step);
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
