import type { Random } from '../../random.js';
import type { Cloth } from '../cloth.js';
import { mix } from '../colour.js';
import { round } from '../path.js';
import { confetti, ink } from './inks.js';
import { scattered, type Tile } from './tile.js';

/** Prints made of motifs strewn over the cloth. */

export function polkaDots(cloth: Cloth): Tile {
  const a = ink(cloth);
  const [r, w, h] = [9.5, 52, 60];
  const dot = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="${r}"/>`;
  return {
    width: w,
    height: h,
    svg: `<g fill="${a}">${dot(w / 2, h / 2)}${dot(0, 0)}${dot(w, 0)}${dot(0, h)}${dot(w, h)}</g>`,
  };
}

function blossom(petals: number, r: number, fill: string, heart: string, turn: number): string {
  const petal = `<ellipse cy="${round(-r * 0.62)}" rx="${round(r * 0.42)}" ry="${round(r * 0.56)}"`;
  const ring = Array.from(
    { length: petals },
    (_, index) => `${petal} transform="rotate(${Math.round(turn + (index * 360) / petals)})"/>`,
  );
  return `<g fill="${fill}">${ring.join('')}</g><circle r="${round(r * 0.28)}" fill="${heart}"/>`;
}

function sprig(turn: number, size: number, fill: string): string {
  return `<g transform="rotate(${Math.round(turn)})" fill="${fill}"><path d="M0 0Q${size * 0.5} ${-size * 0.6} 0 ${-size * 1.3}Q${-size * 0.5} ${-size * 0.6} 0 0Z"/><path d="M0 0Q${size} ${-size * 0.1} ${size * 1.1} ${-size * 0.8}Q${size * 0.2} ${-size * 0.7} 0 0Z"/></g>`;
}

export function floral(cloth: Cloth, random: Random): Tile {
  const size = { width: 190, height: 190, apart: 46, count: 14 };
  const leaf = mix('#6f8f66', cloth.colours[0], 0.22);
  const [a, b] = [ink(cloth), cloth.colours.length > 2 ? ink(cloth, 1) : mix(ink(cloth), '#ffffff', 0.35)];
  const svg = scattered(size, random, (_x, _y, index) => {
    const turn = random.next() * 360;
    const kind = index % 4;
    if (kind === 3) return sprig(turn, 12, leaf);
    const r = kind === 0 ? 19 : 13;
    return (
      sprig(turn, r * 0.85, leaf) +
      sprig(turn + 150, r * 0.7, leaf) +
      blossom(5, r, kind === 1 ? b : a, '#f2c766', turn)
    );
  });
  return { width: size.width, height: size.height, svg };
}

export function tropical(cloth: Cloth, random: Random): Tile {
  const size = { width: 260, height: 260, apart: 84, count: 9 };
  const greens = ['#3f7a5c', '#6c9f68', '#2c5c4c'];
  const svg = scattered(size, random, (_x, _y, index) => {
    const turn = Math.round(random.next() * 360);
    if (index % 3 === 2) return blossom(5, 34, ink(cloth), '#f5d67a', turn);
    const green = greens[index % 3] ?? '#3f7a5c';
    const fronds = [-64, -40, -16, 16, 40, 64]
      .map((angle) => `<path d="M0 22Q9 -12 0 -52Q-9 -12 0 22Z" transform="rotate(${angle} 0 22)"/>`)
      .join('');
    return `<g transform="rotate(${turn})" fill="${green}">${fronds}<path d="M0 22Q4 40 -2 54" stroke="${green}" stroke-width="4" fill="none"/></g>`;
  });
  return { width: size.width, height: size.height, svg };
}

export function leopard(cloth: Cloth, random: Random): Tile {
  const size = { width: 170, height: 170, apart: 30, count: 24 };
  const ring = cloth.colours[1] ?? '#3a2a22';
  const heart = mix(cloth.colours[0], '#7a4a22', 0.45);
  const svg = scattered(size, random, () => {
    const turn = Math.round(random.next() * 360);
    const s = random.between(0.8, 1.2);
    return `<g transform="rotate(${turn})scale(${round(s)} ${round(s * 0.9)})"><ellipse rx="8" ry="7" fill="${heart}"/><path d="M-12 -2Q-10 -12 0 -12Q4 -11 5 -9M11 -4Q14 6 6 11M-1 12Q-9 12 -12 5" stroke="${ring}" stroke-width="6" stroke-linecap="round" fill="none"/></g>`;
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

export function snake(cloth: Cloth): Tile {
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  return {
    width: 44,
    height: 56,
    svg: `<path d="M22 2L42 28L22 54L2 28Z" fill="${a}" opacity=".55"/><path d="M22 14L32 28L22 42L12 28Z" fill="${b}" opacity=".8"/><path d="M0 0L8 0L0 10ZM44 0L36 0L44 10ZM0 56L8 56L0 46ZM44 56L36 56L44 46Z" fill="${b}" opacity=".6"/>`,
  };
}

export function camouflage(cloth: Cloth, random: Random): Tile {
  const ground = cloth.colours[0];
  const shades = [mix(ground, '#2d2a20', 0.55), mix(ground, '#7a6a48', 0.55), mix(ground, '#efe6cf', 0.3)];
  const size = { width: 240, height: 220, apart: 44, count: 20 };
  const svg = scattered(size, random, (_x, _y, index) => {
    const r = random.between(18, 34);
    const spot = Array.from({ length: 7 }, (_unused, at) => {
      const angle = (at / 7) * Math.PI * 2;
      const reach = r * random.between(0.55, 1.25);
      return [Math.round(Math.cos(angle) * reach * 1.5), Math.round(Math.sin(angle) * reach * 0.85)];
    });
    const [first, ...rest] = spot.map((point, at) => {
      const next = spot[(at + 1) % spot.length] ?? point;
      return `${point.join(' ')} ${((point[0] ?? 0) + (next[0] ?? 0)) / 2} ${((point[1] ?? 0) + (next[1] ?? 0)) / 2}`;
    });
    const start = spot[0] ?? [0, 0];
    return `<path d="M${start.join(' ')}Q${first}${rest.map((part) => `Q${part}`).join('')}Z" fill="${shades[index % 3]}"/>`;
  });
  return { width: size.width, height: size.height, svg };
}

export function abstract(cloth: Cloth, random: Random): Tile {
  const size = { width: 240, height: 240, apart: 56, count: 13 };
  const svg = scattered(size, random, (_x, _y, index) => {
    const turn = Math.round(random.next() * 360);
    const fill = cloth.colours.length > 1 ? ink(cloth, index % (cloth.colours.length - 1)) : confetti(index);
    if (index % 3 === 0) {
      return `<path transform="rotate(${turn})" d="M-34 6Q-10 -18 8 -4T36 -6" stroke="${fill}" stroke-width="11" stroke-linecap="round" fill="none" opacity=".85"/>`;
    }
    if (index % 3 === 1) return `<ellipse transform="rotate(${turn})" rx="22" ry="14" fill="${fill}" opacity=".8"/>`;
    return `<path transform="rotate(${turn})" d="M-20 14L0 -20L20 12Z" fill="${fill}" opacity=".75"/>`;
  });
  return { width: size.width, height: size.height, svg };
}

export function paisley(cloth: Cloth, random: Random): Tile {
  const size = { width: 200, height: 200, apart: 60, count: 9 };
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  const svg = scattered(size, random, () => {
    const turn = Math.round(random.next() * 360);
    return (
      `<g transform="rotate(${turn})"><path d="M-4 26C-26 22 -26 -8 -6 -18C6 -24 18 -18 16 -30C30 -12 24 26 -4 26Z" fill="${a}"/>` +
      `<path d="M-4 17C-17 14 -16 -5 -4 -11C4 -15 12 -10 14 -14C16 2 10 18 -4 17Z" fill="${b}"/>` +
      `<circle cx="-3" cy="4" r="5" fill="${a}"/></g><g fill="${b}"><circle cx="30" cy="8" r="3"/><circle cx="-28" cy="22" r="3"/></g>`
    );
  });
  return { width: size.width, height: size.height, svg };
}

/** Plum branches and auspicious clouds. */
export function chineseMotif(cloth: Cloth, random: Random): Tile {
  const size = { width: 240, height: 260, apart: 74, count: 9 };
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  const svg = scattered(size, random, (_x, _y, index) => {
    if (index % 3 === 1) {
      return `<path d="M-34 8Q-30 -8 -14 -4Q-10 -20 6 -16Q20 -14 18 -2Q34 -4 36 8M-22 8Q-12 0 -4 8M2 8Q12 -2 20 8M-34 8H36" stroke="${b}" stroke-width="3.4" stroke-linecap="round" fill="none"/>`;
    }
    const turn = Math.round(random.between(-50, 50));
    return (
      `<path transform="rotate(${turn})" d="M-30 34Q-8 14 2 -6T26 -36M4 -8Q18 -10 26 -4" stroke="${mix(b, '#3a2a26', 0.4)}" stroke-width="4" stroke-linecap="round" fill="none"/>` +
      `<g transform="rotate(${turn})"><g transform="translate(2 -6)">${blossom(5, 15, a, '#f0d08a', turn)}</g><g transform="translate(25 -32)">${blossom(5, 11, a, '#f0d08a', 30)}</g><g transform="translate(-18 24)">${blossom(5, 9, a, '#f0d08a', 10)}</g></g>`
    );
  });
  return { width: size.width, height: size.height, svg };
}

export function jacquard(cloth: Cloth): Tile {
  const light = mix(cloth.colours[0], '#ffffff', 0.2);
  const dark = mix(cloth.colours[0], '#221c24', 0.16);
  return {
    width: 96,
    height: 120,
    svg:
      `<g fill="${light}"><path d="M48 8Q70 30 48 56Q26 30 48 8Z"/><path d="M48 56Q80 50 84 76Q60 82 48 56Z"/><path d="M48 56Q16 50 12 76Q36 82 48 56Z"/><path d="M48 62Q56 84 48 112Q40 84 48 62Z"/></g>` +
      `<g fill="${dark}"><circle r="9"/><circle cx="96" r="9"/><circle cy="120" r="9"/><circle cx="96" cy="120" r="9"/><circle cx="48" cy="56" r="5"/></g>`,
  };
}

export function sequins(cloth: Cloth, random: Random): Tile {
  const shades = [
    mix(cloth.colours[0], '#ffffff', 0.55),
    mix(cloth.colours[0], '#ffffff', 0.2),
    mix(cloth.colours[0], '#1d1420', 0.35),
    cloth.colours[0],
  ];
  let svg = '';
  for (let row = 0; row < 6; row += 1) {
    for (let column = 0; column < 6; column += 1) {
      const x = column * 14 + (row % 2 ? 7 : 0);
      svg += `<circle cx="${x}" cy="${row * 12}" r="7" fill="${random.pick(shades)}"/>`;
    }
  }
  return { width: 84, height: 72, svg };
}

/** Soft rings of dye on cloth tied in bundles. */
export function tieDye(cloth: Cloth, random: Random): Tile {
  const size = { width: 420, height: 460, apart: 130, count: 8 };
  const svg = scattered(size, random, (_x, _y, index) => {
    const fill = cloth.colours.length > 1 ? ink(cloth, index % (cloth.colours.length - 1)) : ink(cloth);
    const rings = [78, 58, 38, 20].map((r, at) => {
      const jagged = Array.from({ length: 14 }, (_unused, spoke) => {
        const angle = (spoke / 14) * Math.PI * 2;
        const reach = r * random.between(0.82, 1.18);
        return `${Math.round(Math.cos(angle) * reach)} ${Math.round(Math.sin(angle) * reach)}`;
      });
      return `<path d="M${jagged.join('L')}Z" fill="${at % 2 ? cloth.colours[0] : fill}" opacity="${at % 2 ? 0.5 : 0.42}"/>`;
    });
    return rings.join('');
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
