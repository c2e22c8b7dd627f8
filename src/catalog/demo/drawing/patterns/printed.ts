import type { Random } from '../../random.js';
import type { Cloth } from '../cloth.js';
import { mix } from '../colour.js';
import { ellipse, type Point, placed, round, smooth } from '../path.js';
import { ink } from './inks.js';
import { cellOf, dot, scattered, type Tile } from './tile.js';

/** Prints made of motifs strewn over the cloth. */

const DOTS = cellOf(52, 60);
const DOT_MARKS = DOTS.copies(dot(26, 30, 9.5) + dot(0, 0, 9.5) + dot(52, 0, 9.5) + dot(0, 60, 9.5) + dot(52, 60, 9.5));

export function polkaDots(cloth: Cloth): Tile {
  return { width: DOTS.width, height: DOTS.height, svg: `<path d="${DOT_MARKS}" fill="${ink(cloth)}"/>` };
}

export function leopard(cloth: Cloth, random: Random): Tile {
  const size = { width: 200, height: 200, apart: 30, count: 34 };
  const stroke = cloth.colours[1] ?? '#3a2a22';
  const fill = mix(cloth.colours[0], '#7a4a22', 0.45);
  const rosette = 'M-12 -2Q-10 -12 0 -12Q4 -11 5 -9M11 -4Q14 6 6 11M-1 12Q-9 12 -12 5';
  const svg = scattered(size, random, () => {
    const turn = Math.round(random.next() * 360);
    const scale = random.between(0.8, 1.2);
    return [
      { path: placed(ellipse(0, 0, 11, 9), 0, 0, turn, scale), fill },
      { path: placed(rosette, 0, 0, turn, scale), stroke, width: 6.5 },
    ];
  });
  return { width: size.width, height: size.height, svg };
}

export function zebra(cloth: Cloth, random: Random): Tile {
  const a = cloth.colours[1] ?? '#2b2a2d';
  let svg = '';
  for (let row = 0; row < 6; row += 1) {
    const y = row * 30 + 12;
    const wave = round(random.between(-9, 9));
    svg += `<path d="M-10 ${y}Q35 ${y + wave - 12} 80 ${y + 2}T170 ${y}L170 ${y + 6}Q125 ${y + 24} 82 ${y + 14}T-10 ${y + 12}Z" fill="${a}"/>`;
  }
  return { width: 160, height: 180, svg, turn: -14 };
}

const SCALES = cellOf(44, 56);
const SCALE_OUTER = SCALES.copies('M22 2l20 26l-20 26l-20 -26z');
const SCALE_INNER = SCALES.copies('M22 14l10 14l-10 14l-10 -14z');
const SCALE_CORNERS = SCALES.copies('M0 0h8l-8 10zM44 0h-8l8 10zM0 56h8l-8 -10zM44 56h-8l8 -10z');

export function snake(cloth: Cloth): Tile {
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  return {
    width: SCALES.width,
    height: SCALES.height,
    svg: `<path d="${SCALE_OUTER}" fill="${a}" opacity=".55"/><path d="${SCALE_INNER}" fill="${b}" opacity=".8"/><path d="${SCALE_CORNERS}" fill="${b}" opacity=".6"/>`,
  };
}

export function camouflage(cloth: Cloth, random: Random): Tile {
  const ground = cloth.colours[0];
  const shades = [mix(ground, '#2d2a20', 0.55), mix(ground, '#7a6a48', 0.55), mix(ground, '#efe6cf', 0.3)];
  const size = { width: 240, height: 220, apart: 44, count: 20 };
  const svg = scattered(size, random, (index) => {
    const r = random.between(18, 34);
    const spot: Point[] = Array.from({ length: 7 }, (_unused, at) => {
      const angle = (at / 7) * Math.PI * 2;
      const reach = r * random.between(0.55, 1.25);
      return [Math.round(Math.cos(angle) * reach * 1.5), Math.round(Math.sin(angle) * reach * 0.85)];
    });
    return [{ path: smooth(spot, true), fill: shades[index % 3] ?? ground }];
  });
  return { width: size.width, height: size.height, svg };
}

const DAMASK = cellOf(96, 120);
const DAMASK_LIGHT = DAMASK.copies(
  'M48 8q22 22 0 48q-22 -26 0 -48zM48 56q32 -6 36 20q-24 6 -36 -20zM48 56q-32 -6 -36 20q24 6 36 -20zM48 62q8 22 0 50q-8 -28 0 -50z',
);
const DAMASK_DARK = DAMASK.copies(dot(0, 0, 9) + dot(96, 0, 9) + dot(0, 120, 9) + dot(96, 120, 9) + dot(48, 56, 5));

export function jacquard(cloth: Cloth): Tile {
  const light = mix(cloth.colours[0], '#ffffff', 0.2);
  const dark = mix(cloth.colours[0], '#221c24', 0.16);
  return {
    width: DAMASK.width,
    height: DAMASK.height,
    svg: `<path d="${DAMASK_LIGHT}" fill="${light}"/><path d="${DAMASK_DARK}" fill="${dark}"/>`,
  };
}

export function sequins(cloth: Cloth, random: Random): Tile {
  const shades = [
    mix(cloth.colours[0], '#ffffff', 0.55),
    mix(cloth.colours[0], '#ffffff', 0.2),
    mix(cloth.colours[0], '#1d1420', 0.35),
    cloth.colours[0],
  ];
  const marks = shades.map(() => '');
  for (let row = 0; row < 21; row += 1) {
    for (let column = 0; column < 18; column += 1) {
      const shade = random.int(0, shades.length - 1);
      marks[shade] += dot(column * 14 + (row % 2 ? 7 : 0), row * 12, 7);
    }
  }
  const svg = marks.map((path, index) => `<path d="${path}" fill="${shades[index]}"/>`).join('');
  return { width: 252, height: 252, svg };
}

/** Soft rings of dye on cloth tied in bundles. */
export function tieDye(cloth: Cloth, random: Random): Tile {
  const size = { width: 420, height: 460, apart: 130, count: 8 };
  const svg = scattered(size, random, (index) => {
    const dye = cloth.colours.length > 1 ? ink(cloth, index % (cloth.colours.length - 1)) : ink(cloth);
    return [78, 58, 38, 20].map((r, at) => {
      const jagged = Array.from({ length: 14 }, (_unused, spoke) => {
        const angle = (spoke / 14) * Math.PI * 2;
        const reach = r * random.between(0.82, 1.18);
        return `${Math.round(Math.cos(angle) * reach)} ${Math.round(Math.sin(angle) * reach)}`;
      });
      const pale = at % 2 === 1;
      // The ring's number keeps each ring its own ink, so that they lie one over the other.
      return {
        path: `M${jagged.join('L')}Z`,
        fill: pale ? cloth.colours[0] : dye,
        opacity: (pale ? 0.5 : 0.42) + at / 1000,
      };
    });
  });
  return { width: size.width, height: size.height, svg };
}

export function patchwork(cloth: Cloth, random: Random): Tile {
  const side = 96;
  const inks = [cloth.colours[0], ink(cloth), ink(cloth, 1), mix(cloth.colours[0], ink(cloth), 0.5)];
  let svg = '';
  for (let row = 0; row < 3; row += 1) {
    for (let column = 0; column < 3; column += 1) {
      const fill = inks[(row * 2 + column + random.int(0, 1)) % inks.length];
      svg += `<rect x="${column * side}" y="${row * side}" width="${side}" height="${side}" fill="${fill}"/>`;
    }
  }
  const grid = [0, 1, 2].map((at) => `M${at * side} 0V288M0 ${at * side}H288`).join('');
  return {
    width: 288,
    height: 288,
    svg: `${svg}<path d="${grid}" stroke="#fbf3e6" stroke-width="2.4" stroke-dasharray="8 5" opacity=".7"/>`,
  };
}
