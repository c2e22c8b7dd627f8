import { mix, muted } from './colour.js';

/** Every colour of the vocabulary as dyed cloth: true to its name, a little softer than on a screen. */
export const PALETTE: Readonly<Record<string, string>> = {
  black: '#2c2b2f',
  white: '#fbfaf7',
  off_white: '#f4eee2',
  cream: '#f3e5c8',
  grey: '#97989b',
  light_grey: '#cbcbcb',
  charcoal: '#4b4d53',
  red: '#bf3338',
  burgundy: '#6b2134',
  maroon: '#7c2b2c',
  pink: '#eba4b3',
  light_pink: '#f6d2d6',
  rose: '#d56f88',
  magenta: '#c52e78',
  orange: '#e5873a',
  coral: '#ee7c69',
  peach: '#f8bf9f',
  rust: '#a64f2e',
  yellow: '#f1cd55',
  mustard: '#cc9a31',
  green: '#4a8c5d',
  dark_green: '#24493c',
  light_green: '#a9cf9b',
  mint: '#b6dfcc',
  olive: '#6d6e43',
  lime: '#c0e04b',
  teal: '#2a7577',
  blue: '#3f72b4',
  navy: '#263250',
  light_blue: '#a9c8e7',
  royal_blue: '#2a4db0',
  turquoise: '#4abdbc',
  purple: '#76509a',
  lavender: '#c0b2de',
  mauve: '#b596a6',
  brown: '#7b5239',
  dark_brown: '#493127',
  tan: '#bf956a',
  camel: '#c39960',
  khaki: '#b4a179',
  taupe: '#8d8076',
  beige: '#dccbb0',
  nude: '#e6c8b3',
  metallic: '#a9abb0',
  gold: '#d2af5c',
  silver: '#c7cace',
  rose_gold: '#dda899',
  bronze: '#8f6c40',
  copper: '#b97447',
  multicolour: '#f1e8d8',
  transparent: '#dfe9ec',
};

/** Indigo, not paint: what a colour becomes on denim. */
const DENIM: Readonly<Record<string, string>> = {
  blue: '#4d6f97',
  light_blue: '#9db7d0',
  navy: '#313f5c',
  black: '#36363b',
  grey: '#84878c',
};

/** Used where a pattern needs more colours than the row names; each set sits well together. */
export const CONFETTI: readonly string[] = ['#d9695f', '#e9b44c', '#6fa287', '#5b83b1', '#b98ab0'];

/** The cloth colour of a vocabulary id; leather and suede are dyed deeper, wool and linen are softer. */
export function dye(colour: string, material: string | null): string {
  const hex = PALETTE[colour] ?? '#b9b2a8';
  switch (material) {
    case 'denim':
      return DENIM[colour] ?? muted(hex, 0.15);
    case 'linen':
    case 'cotton_linen':
      return muted(hex, 0.12);
    case 'wool':
    case 'cashmere':
    case 'tweed':
      return muted(hex, 0.08);
    case 'leather':
    case 'patent_leather':
    case 'faux_leather':
      // Hide is never quite black; a little light keeps its seams to be seen.
      return colour === 'black' ? '#363339' : hex;
    case 'velvet':
      return mix(hex, '#1b1020', 0.12);
    default:
      return hex;
  }
}
