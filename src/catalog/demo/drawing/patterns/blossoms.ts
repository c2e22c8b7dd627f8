import type { Random } from '../../random.js';
import type { Cloth } from '../cloth.js';
import { mix } from '../colour.js';
import { ellipse, placed } from '../path.js';
import { confetti, ink } from './inks.js';
import { type Mark, scattered, type Tile } from './tile.js';

/** Prints of flowers, leaves and branches. */

/** A ring of petals as one path. */
function petals(count: number, r: number): string {
  const petal = ellipse(0, -r * 0.62, r * 0.42, r * 0.56);
  return Array.from({ length: count }, (_unused, index) => placed(petal, 0, 0, (index * 360) / count)).join('');
}

function blossom(count: number, r: number, fill: string, heart: string, turn: number, x = 0, y = 0): Mark[] {
  return [
    { path: placed(petals(count, r), x, y, turn), fill },
    { path: ellipse(x, y, r * 0.28), fill: heart },
  ];
}

const SPRIG = 'M0 0Q0.5 -0.6 0 -1.3Q-0.5 -0.6 0 0ZM0 0Q1 -0.1 1.1 -0.8Q0.2 -0.7 0 0Z';

function sprig(turn: number, size: number, fill: string): Mark {
  return { path: placed(SPRIG, 0, 0, turn, size), fill };
}

export function floral(cloth: Cloth, random: Random): Tile {
  const size = { width: 200, height: 200, apart: 41, count: 18 };
  const leaf = mix('#6f8f66', cloth.colours[0], 0.22);
  const [a, b] = [ink(cloth), cloth.colours.length > 2 ? ink(cloth, 1) : mix(ink(cloth), '#ffffff', 0.35)];
  const svg = scattered(size, random, (index) => {
    const turn = Math.round(random.next() * 360);
    const kind = index % 5;
    if (kind === 4) return [sprig(turn, 15, leaf), { path: ellipse(0, 0, 6), fill: b }];
    const r = kind === 0 ? 20 : kind === 1 ? 15 : 11;
    return [
      sprig(turn, r * 1.25, leaf),
      sprig(turn + 140, r * 1.1, leaf),
      ...blossom(kind === 2 ? 6 : 5, r, kind % 2 === 0 ? a : b, '#f2c766', turn),
    ];
  });
  return { width: size.width, height: size.height, svg };
}

const FRONDS = [-64, -40, -16, 16, 40, 64]
  .map((angle) => placed(placed('M0 0Q9 -34 0 -74Q-9 -34 0 0Z', 0, 0, angle), 0, 22))
  .join('');

export function tropical(cloth: Cloth, random: Random): Tile {
  const size = { width: 260, height: 260, apart: 84, count: 9 };
  const greens = ['#3f7a5c', '#6c9f68'];
  const svg = scattered(size, random, (index) => {
    const turn = Math.round(random.next() * 360);
    if (index % 3 === 2) return blossom(5, 34, ink(cloth), '#f5d67a', turn);
    const green = greens[index % 3] ?? '#3f7a5c';
    return [
      { path: placed(FRONDS, 0, 0, turn), fill: green },
      { path: placed('M0 22Q4 40 -2 54', 0, 0, turn), stroke: green, width: 4 },
    ];
  });
  return { width: size.width, height: size.height, svg };
}

const TEARDROP = 'M-4 26C-26 22 -26 -8 -6 -18C6 -24 18 -18 16 -30C30 -12 24 26 -4 26Z';
const TEARDROP_HEART = 'M-4 17C-17 14 -16 -5 -4 -11C4 -15 12 -10 14 -14C16 2 10 18 -4 17Z';

export function paisley(cloth: Cloth, random: Random): Tile {
  const size = { width: 200, height: 200, apart: 60, count: 9 };
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  const svg = scattered(size, random, () => {
    const turn = Math.round(random.next() * 360);
    return [
      { path: placed(TEARDROP, 0, 0, turn), fill: a },
      { path: placed(TEARDROP_HEART, 0, 0, turn) + ellipse(30, 8, 3) + ellipse(-28, 22, 3), fill: b },
    ];
  });
  return { width: size.width, height: size.height, svg };
}

const CLOUD = 'M-34 8Q-30 -8 -14 -4Q-10 -20 6 -16Q20 -14 18 -2Q34 -4 36 8M-22 8Q-12 0 -4 8M2 8Q12 -2 20 8M-34 8L36 8';
const BRANCH = 'M-30 34Q-8 14 2 -6Q12 -26 26 -36M4 -8Q18 -10 26 -4';

/** Plum branches and auspicious clouds. */
export function chineseMotif(cloth: Cloth, random: Random): Tile {
  const size = { width: 240, height: 260, apart: 74, count: 9 };
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  const wood = mix(b, '#3a2a26', 0.4);
  const svg = scattered(size, random, (index) => {
    if (index % 3 === 1) return [{ path: CLOUD, stroke: b, width: 3.4 }];
    const turn = Math.round(random.between(-50, 50));
    const at = (marks: Mark[]): Mark[] => marks.map((mark) => ({ ...mark, path: placed(mark.path, 0, 0, turn) }));
    return [
      { path: placed(BRANCH, 0, 0, turn), stroke: wood, width: 4 },
      ...at(blossom(5, 15, a, '#f0d08a', 12, 2, -6)),
      ...at(blossom(5, 11, a, '#f0d08a', 30, 25, -32)),
      ...at(blossom(5, 9, a, '#f0d08a', 50, -18, 24)),
    ];
  });
  return { width: size.width, height: size.height, svg };
}

export function abstract(cloth: Cloth, random: Random): Tile {
  const size = { width: 240, height: 240, apart: 56, count: 13 };
  const svg = scattered(size, random, (index) => {
    const turn = Math.round(random.next() * 360);
    const fill = cloth.colours.length > 1 ? ink(cloth, index % (cloth.colours.length - 1)) : confetti(index);
    if (index % 3 === 0)
      return [{ path: placed('M-34 6Q-10 -18 8 -4Q26 10 36 -6', 0, 0, turn), stroke: fill, width: 11 }];
    if (index % 3 === 1) return [{ path: placed(ellipse(0, 0, 22, 14), 0, 0, turn), fill }];
    return [{ path: placed('M-20 14L0 -20L20 12Z', 0, 0, turn), fill }];
  });
  return { width: size.width, height: size.height, svg };
}
