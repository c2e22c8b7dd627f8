import { data, type Point, run } from '../path.js';
import type { Sketch } from '../sketch.js';

/** Tiers of a skirt: each seam is gathered, and throws a little shade on the tier below. */
export function tierLines(sketch: Sketch, waist: Point, hem: Point, tiers: number): void {
  const [w, wy] = waist;
  const [h, hy] = hem;
  for (let tier = 1; tier < tiers; tier += 1) {
    const share = (tier / tiers) ** 0.92;
    const y = wy + (hy - wy) * share;
    const half = w + (h - w) * share;
    const steps = 9 + tier * 2;
    const at = (x: number): number => y + 16 - 16 * (x / half) ** 2;
    const segments: number[][] = [];
    for (let step = 0; step < steps; step += 1) {
      const from = -half + (step * half * 2) / steps;
      const to = from + (half * 2) / steps;
      segments.push([(from + to) / 2, at((from + to) / 2) + 9, to, at(to)]);
    }
    const ruffle = data(run([-half, at(-half)], ...segments));
    sketch.line(ruffle, { colour: '#1d1420', width: 16, opacity: 0.08 });
    sketch.line(ruffle, { colour: sketch.cloth.edge, width: 2.6 });
    for (let step = 1; step < steps * 2; step += 1) {
      const x = -half + (step * half) / steps;
      const length = 22 + ((step * 7) % 5) * 11;
      sketch.line(data(run([x, at(x) + 6], [x * 1.03, at(x) + 6 + length])), { width: 2.2, opacity: 0.42 });
    }
  }
}
