import { mix } from '../colour.js';
import { dye } from '../palette.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';

/** Jewellery, watches and eyewear: metal wires and stones, large in the frame. */

/** A polished wire: dark rim, metal, a line of light. */
export function wire(sketch: Sketch, path: string, width: number, colour: string, dash?: string): void {
  sketch.castsAlong(path, width);
  const cap = dash ? { dash, cap: 'round' as const } : {};
  sketch.line(path, { colour: mix(colour, '#2a1c14', 0.5), width: width + 4, ...cap });
  sketch.line(path, { colour, width, ...cap });
  sketch.line(path, { colour: '#fff', width: width * 0.28, opacity: 0.55, ...cap });
}

export function pearl(x: number, y: number, r: number): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="#f3ece1" stroke="#bfb2a0" stroke-width="${r * 0.1}"/><circle cx="${x + r * 0.2}" cy="${y + r * 0.24}" r="${r * 0.62}" fill="#e3d7cb" opacity=".7"/><circle cx="${x - r * 0.3}" cy="${y - r * 0.34}" r="${r * 0.3}" fill="#fff"/>`;
}

export function stone(x: number, y: number, r: number, colour: string): string {
  const light = mix(colour, '#ffffff', 0.55);
  const dark = mix(colour, '#221c24', 0.35);
  const points = Array.from({ length: 8 }, (_unused, index) => {
    const angle = ((index + 0.5) / 8) * Math.PI * 2;
    return [Math.round(x + Math.cos(angle) * r), Math.round(y + Math.sin(angle) * r)] as const;
  });
  const inner = points.map(([px, py]) => [Math.round(x + (px - x) * 0.52), Math.round(y + (py - y) * 0.52)] as const);
  const facets = points.map(([px, py], index) => {
    const [nx, ny] = points[(index + 1) % 8] ?? [0, 0];
    const [ix, iy] = inner[index] ?? [0, 0];
    const [jx, jy] = inner[(index + 1) % 8] ?? [0, 0];
    return `<path d="M${px} ${py}L${nx} ${ny}L${jx} ${jy}L${ix} ${iy}Z" fill="${index % 3 === 0 ? light : index % 3 === 1 ? colour : dark}"/>`;
  });
  return `${facets.join('')}<path d="M${inner.map((point) => point.join(' ')).join('L')}Z" fill="${light}"/><circle cx="${x - r * 0.2}" cy="${y - r * 0.24}" r="${r * 0.14}" fill="#fff"/>`;
}

/** Metal and stone colours of a row: the first colour is the metal, the second the stone. */
export function tones(spec: GarmentDrawing): { metal: string; gem: string } {
  const first = spec.colours[0] ?? 'gold';
  const metals: Readonly<Record<string, string>> = {
    gold: '#d2a94f',
    silver: '#c3c7cc',
    rose_gold: '#dba08c',
    bronze: '#96703f',
    copper: '#b97447',
    metallic: '#b0b2b7',
  };
  return {
    metal: metals[first] ?? metals[spec.colours[1] ?? 'gold'] ?? '#d2a94f',
    gem: metals[first] ? dye(spec.colours[1] ?? 'transparent', null) : dye(first, null),
  };
}
