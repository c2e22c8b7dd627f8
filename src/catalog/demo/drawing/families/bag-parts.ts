import type { Cloth } from '../cloth.js';
import { mix } from '../colour.js';
import type { Point } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';

/** Bags from the front; x from the middle, y downwards from the bag's top edge. */

export const GOLD = '#c9a85c';

export const STEEL = '#b9bbc0';

export function metal(spec: GarmentDrawing): string {
  return spec.details.includes('silver_metal') ? STEEL : GOLD;
}

/** A strap or handle: a thick line with an edge and a shine. */
export function strap(sketch: Sketch, path: string, width: number, cloth: Cloth = sketch.cloth): void {
  sketch.castsAlong(path, width);
  sketch.line(path, { colour: cloth.edge, width: width + 5 });
  sketch.line(path, { colour: cloth.colours[0], width });
  sketch.line(path, { colour: '#fff', width: width * 0.25, opacity: 0.16 + cloth.hand.gloss * 0.2 });
}

export function ring(x: number, y: number, r: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${mix(colour, '#221c24', 0.4)}" stroke-width="${r * 0.62}"/><circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${colour}" stroke-width="${r * 0.4}"/>`;
}

export function frontFolds(
  half: number,
  low: number,
): { from: Point; to: Point; width: number; bend: number; weight: number; ridge?: boolean }[] {
  return [
    { from: [-half * 0.8, low * 0.2], to: [-half * 0.7, low * 0.9], width: 60, bend: 8, weight: 0.5, ridge: true },
    { from: [half * 0.5, low * 0.96], to: [half * 0.7, low * 0.4], width: 30, bend: -10, weight: 0.45 },
  ];
}
