import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';

interface LegMeasure {
  readonly hip: number;
  readonly rise: number;
  readonly length: number;
}

/** What `wash` fills with; define it once in a drawing that uses it. */
export const FADE =
  '<radialGradient id="fade"><stop offset="0" stop-color="#fff" stop-opacity=".85"/><stop offset=".55" stop-color="#fff" stop-opacity=".4"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>';

/** Where wear bleaches denim: the thigh, and whiskers at the hip. Painted inside a leg. */
export function wash(spec: GarmentDrawing, legs: LegMeasure, top: number, side: 1 | -1): string {
  const strong = spec.pattern === 'denim_wash' ? 0.34 : 0.14;
  const x = side * legs.hip * 0.54;
  const y = top + legs.rise + (legs.length - legs.rise) * 0.22;
  const ry = Math.round(Math.min(290, legs.length * 0.3));
  const fade = `<ellipse cx="${Math.round(x)}" cy="${Math.round(y)}" rx="98" ry="${ry}" fill="url(#fade)" opacity="${(strong * 1.7).toFixed(2)}"/>`;
  const whiskers = [0, 26, 52]
    .map(
      (dy) =>
        `<path d="M${side * 26} ${top + legs.rise - 40 + dy}Q${side * legs.hip * 0.5} ${top + legs.rise - 70 + dy} ${side * legs.hip * 0.86} ${top + legs.rise - 84 + dy}" stroke="#fff" stroke-width="6" fill="none" opacity="${(strong * 0.5).toFixed(2)}" stroke-linecap="round"/>`,
    )
    .join('');
  return fade + (spec.pattern === 'denim_wash' ? whiskers : '');
}

/** Torn knees with their white threads. */
export function rips(sketch: Sketch, spec: GarmentDrawing, legs: LegMeasure): void {
  const kneeY = legs.rise + (legs.length - legs.rise) * 0.4;
  const tear = (x: number, y: number, w: number, h: number): string => {
    const threads = Array.from({ length: Math.round(h / 9) }, (_unused, index) => {
      const ty = y - h / 2 + 7 + index * 9;
      return `M${x - w * 0.42} ${ty}Q${x} ${ty + (index % 2 ? 5 : -3)} ${x + w * 0.42} ${ty + 2}`;
    }).join('');
    return `<path d="M${x - w / 2} ${y}Q${x - w * 0.3} ${y - h / 2} ${x} ${y - h / 2 + 3}T${x + w / 2} ${y - 2}Q${x + w * 0.28} ${y + h / 2} ${x - 4} ${y + h / 2 - 2}T${x - w / 2} ${y}Z" fill="#e3cdb9" stroke="#f5f4f1" stroke-width="6"/><path d="${threads}" stroke="#f7f6f3" stroke-width="3" fill="none" opacity=".92"/>`;
  };
  const x = legs.hip * 0.56;
  sketch.raw(tear(x, kneeY, 104, 62) + tear(-x, kneeY - 30 - (spec.seed % 3) * 20, 96, 46));
  if (spec.seed % 2) sketch.raw(tear(-x - 6, kneeY + 90, 78, 30));
}
