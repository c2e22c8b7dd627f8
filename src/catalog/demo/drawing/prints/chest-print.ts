import { brightness, mix } from '../colour.js';
import { CONFETTI } from '../palette.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { lettering } from './lettering.js';

const WORDS = [
  'YIDA',
  'BONJOUR',
  'SUNDAY',
  'OCEAN',
  'NO 27',
  'HELLO',
  'PARADE',
  'MOON',
  'DREAM',
  'CLUB 86',
  'SUNNY',
  'WANDER',
];

/** The one picture or word on the chest, where the pattern calls for it. `y` is the underarm's height. */
export function chestPrint(sketch: Sketch, spec: GarmentDrawing, y: number, half: number): void {
  const colour = inkOn(sketch, spec);
  const unit = half / 226;
  switch (spec.pattern) {
    case 'letters':
      sketch.raw(words(spec, y, half, colour));
      return;
    case 'cartoon':
      sketch.raw(`<g transform="translate(0 ${y + 40 * unit})scale(${unit * 1.15})">${animal(spec.seed)}</g>`);
      return;
    case 'graphic':
      sketch.raw(`<g transform="translate(0 ${y + 34 * unit})scale(${unit * 1.35})">${emblem(spec.seed, colour)}</g>`);
      return;
    case 'embroidery':
      sketch.raw(spray(y, half, unit));
      return;
    default:
  }
}

function inkOn(sketch: Sketch, spec: GarmentDrawing): string {
  const ground = sketch.cloth.colours[0];
  const named = spec.colours.length > 1 ? sketch.cloth.colours[1] : undefined;
  return named ?? (brightness(ground) < 0.5 ? mix(ground, '#fbf3e6', 0.86) : mix(ground, '#2a2530', 0.78));
}

function words(spec: GarmentDrawing, y: number, half: number, colour: string): string {
  const word = WORDS[spec.seed % WORDS.length] ?? 'YIDA';
  const room = half * 1.36;
  const height = Math.min(86, (room / (word.length * 14.5)) * 14);
  const arch = spec.seed % 3 === 0;
  const rule = `<path d="M${-room * 0.34} ${y + height + 14}H${room * 0.34}" stroke="${colour}" stroke-width="5" stroke-linecap="round"/>`;
  return (
    lettering(word, { x: 0, y: y + height * 0.35, height, colour, weight: 3, slant: arch ? 10 : 0 }) +
    (arch ? rule : lettering('EST 2024', { x: 0, y: y + height * 1.25, height: 17, colour, weight: 2.2 }))
  );
}

/** Small friendly animals for children's clothes and playful tees. */
function animal(seed: number): string {
  const eye = (x: number) =>
    `<circle cx="${x}" cy="-6" r="6" fill="#3a2c2c"/><circle cx="${x + 2}" cy="-8" r="2" fill="#fff"/>`;
  const blush =
    '<ellipse cx="-40" cy="14" rx="13" ry="8" fill="#f0a79b" opacity=".7"/><ellipse cx="40" cy="14" rx="13" ry="8" fill="#f0a79b" opacity=".7"/>';
  const kinds = [
    // A bear.
    `<circle cx="-50" cy="-52" r="26" fill="#b0835a"/><circle cx="50" cy="-52" r="26" fill="#b0835a"/><circle cx="-50" cy="-52" r="13" fill="#e3c09a"/><circle cx="50" cy="-52" r="13" fill="#e3c09a"/><ellipse rx="78" ry="70" fill="#b0835a"/><ellipse cy="22" rx="32" ry="25" fill="#efd9bb"/><path d="M-9 10h18l-9 10Z" fill="#4a332c"/><path d="M0 20v8q-8 10-16 3M0 28q8 10 16 3" stroke="#4a332c" stroke-width="4" fill="none" stroke-linecap="round"/>`,
    // A rabbit.
    `<ellipse cx="-28" cy="-92" rx="19" ry="52" fill="#f4efe8" stroke="#cfc3b6" stroke-width="3"/><ellipse cx="28" cy="-92" rx="19" ry="52" fill="#f4efe8" stroke="#cfc3b6" stroke-width="3"/><ellipse cx="-28" cy="-90" rx="9" ry="36" fill="#f3bfc0"/><ellipse cx="28" cy="-90" rx="9" ry="36" fill="#f3bfc0"/><ellipse rx="72" ry="64" fill="#f4efe8" stroke="#cfc3b6" stroke-width="3"/><path d="M-6 12h12l-6 7Z" fill="#e48d8d"/><path d="M0 19q-7 12-14 4M0 19q7 12 14 4" stroke="#7a6660" stroke-width="4" fill="none" stroke-linecap="round"/>`,
    // A cat.
    '<path d="M-66 -18L-60 -84L-18 -58ZM66 -18L60 -84L18 -58Z" fill="#d9a15e"/><ellipse rx="74" ry="62" fill="#d9a15e"/><path d="M-14 -58L-6 -30L0 -60L6 -30L14 -58Z" fill="#b97c3c"/><path d="M-7 10h14l-7 8Z" fill="#8a4c3c"/><path d="M0 18q-8 12-16 3M0 18q8 12 16 3M-30 14L-78 6M-30 22L-76 30M30 14L78 6M30 22L76 30" stroke="#7d5432" stroke-width="3.500" fill="none" stroke-linecap="round"/>',
    // A small dinosaur.
    '<path d="M-70 60Q-90 20 -62 -10Q-66 -70 -6 -72Q54 -74 56 -20Q58 10 20 12Q14 30 26 60Z" fill="#7fb08a"/><path d="M-62 -12L-88 -22L-66 -34L-84 -54L-54 -54L-58 -80L-30 -68L-18 -90L0 -72Z" fill="#e4b75c"/><path d="M20 -6Q38 -4 50 -18" stroke="#3f6a4e" stroke-width="4" fill="none" stroke-linecap="round"/>',
    // A whale.
    '<path d="M-84 6Q-82 -54 -14 -54Q58 -54 66 0Q92 -6 96 -40Q78 -36 70 -48Q66 -10 40 -4Q40 48 -24 50Q-80 50 -84 6Z" fill="#6f9bbd"/><path d="M-82 14Q-40 44 24 20Q16 48 -24 50Q-70 48 -82 14Z" fill="#dbe8ee"/><path d="M-20 -60Q-22 -84 -40 -88M-16 -60Q-12 -84 6 -90" stroke="#8fbad6" stroke-width="7" fill="none" stroke-linecap="round"/>',
  ];
  const kind = seed % kinds.length;
  const face =
    kind === 3
      ? '<circle cx="16" cy="-38" r="7" fill="#2f4636"/>'
      : kind === 4
        ? '<circle cx="-50" cy="-8" r="6" fill="#2d3f50"/>'
        : `${eye(-26)}${eye(26)}${blush}`;
  return `${kinds[kind]}${face}`;
}

function emblem(seed: number, colour: string): string {
  const [a, b, c] = [
    CONFETTI[seed % 5] ?? '#d9695f',
    CONFETTI[(seed + 1) % 5] ?? '#e9b44c',
    CONFETTI[(seed + 3) % 5] ?? '#5b83b1',
  ];
  const kinds = [
    // Sun over waves.
    `<circle cy="-16" r="56" fill="${b}"/><path d="M-96 26q16-16 32 0t32 0 32 0 32 0 32 0 32 0V52H-96Z" fill="${c}"/><path d="M-96 62q16-14 32 0t32 0 32 0 32 0 32 0 32 0" stroke="${colour}" stroke-width="7" fill="none" stroke-linecap="round"/>`,
    // Mountain and moon.
    `<circle cx="40" cy="-56" r="24" fill="${b}"/><path d="M-100 56L-32 -52L6 6L34 -30L100 56Z" fill="${c}"/><path d="M-32 -52L-52 -20L-36 -28L-24 -16L-12 -22Z" fill="#fbf6ec"/>`,
    // Three stacked shapes.
    `<circle cx="-42" r="44" fill="${a}" opacity=".9"/><rect x="-14" y="-44" width="82" height="82" fill="${b}" opacity=".85"/><path d="M-30 52L22 -18L76 52Z" fill="${c}" opacity=".9"/>`,
    // A single-line flower.
    `<path d="M0 78Q-4 30 0 -6M0 44Q-40 36 -46 8Q-14 6 0 44M0 30Q36 24 46 -4Q14 -6 0 30" stroke="${colour}" stroke-width="6" fill="none" stroke-linecap="round" stroke-linejoin="round"/><g fill="${a}"><circle cy="-56" r="20"/><circle cx="-26" cy="-36" r="20"/><circle cx="26" cy="-36" r="20"/><circle cx="-16" cy="-8" r="20"/><circle cx="16" cy="-8" r="20"/></g><circle cy="-30" r="15" fill="${b}"/>`,
    // A bold heart.
    `<path d="M0 66C-90 6 -74 -62 -30 -62C-8 -62 0 -42 0 -36C0 -42 8 -62 30 -62C74 -62 90 6 0 66Z" fill="${a}"/>`,
    // A star with a trail.
    `<path d="M20 -70L36 -30L80 -28L46 0L58 42L20 18L-18 42L-6 0L-40 -28L4 -30Z" fill="${b}"/><path d="M-50 0Q-90 20 -100 62M-34 26Q-62 40 -70 72" stroke="${c}" stroke-width="8" fill="none" stroke-linecap="round"/>`,
  ];
  return kinds[seed % kinds.length] ?? '';
}

/** Embroidered sprays on both sides of the chest. */
function spray(y: number, half: number, unit: number): string {
  const bloom = (x: number, dy: number, r: number, fill: string) =>
    `<g transform="translate(${x} ${dy})" fill="${fill}">${[0, 72, 144, 216, 288].map((turn) => `<ellipse cy="${-r * 0.7}" rx="${r * 0.46}" ry="${r * 0.66}" transform="rotate(${turn})"/>`).join('')}<circle r="${r * 0.32}" fill="#f0c968"/></g>`;
  const side = `<path d="M0 70Q10 20 -8 -40M2 40Q24 30 32 8M4 20Q-22 10 -30 -14M-4 -10Q14 -22 16 -44" stroke="#5f8560" stroke-width="5" fill="none" stroke-linecap="round"/>${bloom(-8, -44, 24, '#d9695f')}${bloom(34, 4, 18, '#e6a3ae')}${bloom(-32, -16, 17, '#e9b44c')}${bloom(18, -48, 14, '#e6a3ae')}`;
  const at = half * 0.46;
  return `<g transform="translate(${at} ${y + 10})scale(${unit})">${side}</g><g transform="translate(${-at} ${y + 10})scale(${-unit} ${unit})">${side}</g>`;
}
