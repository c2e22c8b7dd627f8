import { widened } from './bounds.js';
import { round } from './path.js';
import type { Sketch } from './sketch.js';

export const WIDTH = 960;
export const HEIGHT = 1200;

/** Where a garment may lie on the picture, and how large it may become. */
const LAY = { width: 800, height: 1010, most: 1.42 };

const PAPER =
  '<linearGradient id="paper" x1=".2" y1="0" x2=".75" y2="1"><stop offset="0" stop-color="#f8f5ef"/><stop offset=".55" stop-color="#f2ede5"/><stop offset="1" stop-color="#e8e1d6"/></linearGradient>';

/** The garment laid on warm paper with a soft shadow, 4:5. */
export function framed(sketch: Sketch, most = LAY.most): string {
  const box = sketch.bounds;
  const scale = Math.min(LAY.width / (box.right - box.left), LAY.height / (box.bottom - box.top), most);
  const x = WIDTH / 2 - ((box.left + box.right) / 2) * scale;
  const y = HEIGHT / 2 - ((box.top + box.bottom) / 2) * scale;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${PAPER}${sketch.defs()}${shadowShape(sketch)}</defs>` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#paper)"/>` +
    `<g transform="translate(${round(x)} ${round(y)})scale(${Math.round(scale * 1000) / 1000})">${shadow(sketch, scale)}${sketch.body()}</g></svg>`
  );
}

/** The garment alone on nothing, in a tight box, for outfit boards. */
export function cutOut(sketch: Sketch): string {
  const box = widened(sketch.bounds, 22);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${round(box.left)} ${round(box.top)} ${round(box.right - box.left)} ${round(box.bottom - box.top)}">` +
    `<defs>${sketch.defs()}</defs>${sketch.body()}</svg>`
  );
}

function shadowShape(sketch: Sketch): string {
  return `<path id="shade" d="${sketch.silhouette.join('')}"/>`;
}

/** Widening strokes instead of a blur filter: a tenth of the cost, and the same softness at this distance. */
function shadow(sketch: Sketch, scale: number): string {
  const layers: [width: number, opacity: number][] = [
    [30, 0.055],
    [9, 0.11],
  ];
  const [dx, dy] = [round(9 / scale), round(19 / scale)];
  const parts = layers.map(([width, opacity]) => {
    const wide = round(width / scale);
    const cords = sketch.cords.map(
      (cord) => `<path d="${cord.path}" fill="none" stroke-width="${round(cord.width + wide)}"/>`,
    );
    const shape = sketch.silhouette.length > 0 ? `<use href="#shade" stroke-width="${wide}"/>` : '';
    return `<g opacity="${opacity}">${shape}${cords.join('')}</g>`;
  });
  return `<g transform="translate(${dx} ${dy})" fill="#4a3423" stroke="#4a3423" stroke-linejoin="round">${parts.join('')}</g>`;
}
