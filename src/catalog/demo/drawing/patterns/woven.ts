import type { Cloth } from '../cloth.js';
import { mix } from '../colour.js';
import { ink } from './inks.js';
import type { Tile } from './tile.js';

/** Prints and weaves made of straight lines. */

export function stripes(cloth: Cloth): Tile {
  const first = ink(cloth);
  if (cloth.colours.length > 2) {
    const second = ink(cloth, 1);
    const svg = `<rect width="96" height="24" fill="${first}"/><rect y="48" width="96" height="24" fill="${second}"/>`;
    return { width: 96, height: 96, svg };
  }
  return { width: 60, height: 42, svg: `<rect width="60" height="17" fill="${first}"/>` };
}

export function pinstripes(cloth: Cloth): Tile {
  return { width: 26, height: 60, svg: `<rect width="5" height="60" fill="${ink(cloth)}" opacity=".8"/>` };
}

export function plaid(cloth: Cloth): Tile {
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  const band = (at: number, size: number, fill: string, opacity: number) =>
    `<rect x="${at}" width="${size}" height="132" fill="${fill}" opacity="${opacity}"/><rect y="${at}" height="${size}" width="132" fill="${fill}" opacity="${opacity}"/>`;
  return {
    width: 132,
    height: 132,
    svg:
      band(0, 46, a, 0.5) + band(60, 10, a, 0.6) + band(86, 6, b, 0.85) + band(112, 10, a, 0.6) + band(20, 5, b, 0.7),
  };
}

/** Small even checks for shirts and dresses. */
export function gingham(cloth: Cloth): Tile {
  const a = ink(cloth);
  return {
    width: 36,
    height: 36,
    svg: `<rect width="18" height="36" fill="${a}" opacity=".5"/><rect width="36" height="18" fill="${a}" opacity=".5"/>`,
  };
}

export function houndstooth(cloth: Cloth): Tile {
  const a = ink(cloth);
  return {
    width: 36,
    height: 36,
    svg: `<path d="M0 0H18V18L27 9H36V18L18 36V27L9 36H0L18 18H9L0 27V18Z" fill="${a}"/>`,
  };
}

export function argyle(cloth: Cloth): Tile {
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  return {
    width: 120,
    height: 180,
    svg:
      `<path d="M60 0L120 90L60 180L0 90Z" fill="${a}" opacity=".85"/>` +
      `<path d="M0 0L120 180M120 0L0 180" stroke="${b}" stroke-width="2.4" stroke-dasharray="7 4" fill="none"/>` +
      `<path d="M-60 90L60 -90M60 270L180 90" stroke="${b}" stroke-width="2.4" stroke-dasharray="7 4" fill="none"/>`,
  };
}

export function herringbone(cloth: Cloth): Tile {
  const a = ink(cloth);
  return {
    width: 36,
    height: 12,
    svg: `<path d="M0 12L18 0L36 12M0 24L18 12L36 24M0 0L18 -12L36 0" stroke="${a}" stroke-width="3.4" fill="none" opacity=".55"/>`,
  };
}

export function geometric(cloth: Cloth): Tile {
  const [a, b] = [ink(cloth), ink(cloth, 1)];
  return {
    width: 84,
    height: 84,
    svg:
      `<path d="M42 6L78 42L42 78L6 42Z" fill="none" stroke="${a}" stroke-width="6"/>` +
      `<path d="M42 26L58 42L42 58L26 42Z" fill="${b}"/><circle r="9" fill="${a}"/><circle cx="84" r="9" fill="${a}"/>` +
      `<circle cy="84" r="9" fill="${a}"/><circle cx="84" cy="84" r="9" fill="${a}"/>`,
  };
}

/** Fair Isle and Aztec bands: steps, diamonds, teeth. */
export function ethnicPrint(cloth: Cloth): Tile {
  const [a, b, c] = [ink(cloth), ink(cloth, 1), ink(cloth, 2)];
  const teeth = (y: number, fill: string) =>
    `<path d="M0 ${y}L15 ${y - 16}L30 ${y}L45 ${y - 16}L60 ${y}Z" fill="${fill}"/>`;
  return {
    width: 60,
    height: 170,
    svg:
      `${teeth(24, a)}<rect y="30" width="60" height="6" fill="${b}"/>` +
      `<path d="M30 46L54 76L30 106L6 76Z" fill="${c}"/><path d="M30 60L43 76L30 92L17 76Z" fill="${cloth.colours[0]}"/>` +
      `<path d="M0 60L10 76L0 92ZM60 60L50 76L60 92Z" fill="${a}"/><rect y="116" width="60" height="6" fill="${b}"/>` +
      `<path d="M0 128L15 144L30 128L45 144L60 128Z" fill="${a}"/><g fill="${mix(b, '#ffffff', 0.1)}"><rect x="4" y="154" width="9" height="9"/><rect x="24" y="154" width="9" height="9"/><rect x="44" y="154" width="9" height="9"/></g>`,
  };
}

export function ribbed(cloth: Cloth): Tile {
  return {
    width: 15,
    height: 40,
    svg: `<rect width="5" height="40" fill="#1d1420" opacity="${cloth.shaded * 0.62}"/><rect x="7" width="4" height="40" fill="#fff" opacity="${cloth.lit * 0.5}"/>`,
  };
}

/** Twisted columns between purl ground. */
export function cableKnit(cloth: Cloth): Tile {
  const [dark, light] = [cloth.shaded, cloth.lit];
  const strand = (y: number) =>
    `<path d="M16 ${y}C16 ${y + 22} 52 ${y + 18} 52 ${y + 44}C40 ${y + 48} 30 ${y + 42} 30 ${y + 34}C28 ${y + 24} 14 ${y + 22} 16 ${y}Z" fill="#fff" opacity="${light * 0.75}"/>` +
    `<path d="M52 ${y}C52 ${y + 14} 44 ${y + 18} 38 ${y + 21}M30 ${y + 26}C22 ${y + 31} 16 ${y + 36} 16 ${y + 44}M16 ${y}C16 ${y + 22} 52 ${y + 18} 52 ${y + 44}" stroke="#1d1420" stroke-width="4" fill="none" opacity="${dark * 0.95}"/>`;
  const purl = [0, 11, 22, 33]
    .map(
      (y) =>
        `<path d="M72 ${y + 4}q5 5 10 0M88 ${y + 4}q5 5 10 0" stroke="#1d1420" stroke-width="3" fill="none" opacity="${dark * 0.7}"/>`,
    )
    .join('');
  return {
    width: 108,
    height: 44,
    svg: `<rect x="8" width="4" height="44" fill="#1d1420" opacity="${dark * 0.6}"/><rect x="57" width="4" height="44" fill="#1d1420" opacity="${dark * 0.6}"/>${strand(0)}${strand(-44)}${purl}`,
  };
}

/** Diamond stitching with a soft pillow in each field. */
export function quilted(cloth: Cloth): Tile {
  const d = cloth.shaded;
  return {
    width: 76,
    height: 88,
    svg:
      `<path d="M38 0L76 44L38 88L0 44Z" fill="#fff" opacity="${cloth.lit * 0.34}"/>` +
      `<path d="M38 88L76 44L60 40L38 66L16 40L0 44Z" fill="#1d1420" opacity="${d * 0.34}"/>` +
      `<path d="M0 44L38 0L76 44L38 88Z" stroke="#1d1420" stroke-width="3.4" fill="none" opacity="${d * 1.25}"/>`,
  };
}
