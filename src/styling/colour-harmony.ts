import { converter } from 'culori';
import { COLOURS } from './knowledge/colours.js';

/** How two colours stand to each other, as a dresser would put it. */
export type ColourRelationKind =
  | 'monochrome'
  | 'neutral-contrast'
  | 'neutral-tonal'
  | 'neutral-accent'
  | 'tonal'
  | 'analogous'
  | 'complementary'
  | 'contrast'
  | 'clash'
  | 'unknown';

export interface ColourRelation {
  readonly kind: ColourRelationKind;
  /** 0 clash to 1 safe and lively. */
  readonly score: number;
}

interface Tone {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
  readonly neutral: boolean;
}

const toOklch = converter('oklch');
const TONES: ReadonlyMap<string, Tone> = new Map(
  Object.entries(COLOURS).map(([id, { hex, neutral }]) => {
    const { l = 0.5, c = 0, h = 0 } = toOklch(hex) ?? {};
    return [id, { lightness: l, chroma: c, hue: h, neutral }];
  }),
);

const UNKNOWN: ColourRelation = { kind: 'unknown', score: 0.6 };
/** Chroma of a fully saturated dye; OKLCH chroma of garments rarely exceeds it. */
const SATURATED = 0.2;

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const ramp = (value: number, from: number, to: number) => clamp((value - from) / (to - from));

/**
 * The relation of two colour ids of the vocabulary in OKLCH: hue similarity makes harmony, lightness
 * contrast makes preference (Schloss & Palmer 2011), neutrals carry one accent, and two saturated colours
 * of unlike hue clash. Symmetric.
 */
export function colourRelation(first: string, second: string): ColourRelation {
  const [a, b] = [TONES.get(first), TONES.get(second)];
  if (!a || !b) return withUnplacedColour(first, second, a ?? b);
  if (first === second) return { kind: 'monochrome', score: a.neutral ? 0.84 : 0.76 };
  const lightnessGap = Math.abs(a.lightness - b.lightness);
  if (a.neutral && b.neutral) return ofNeutrals(a, b, lightnessGap);
  if (a.neutral) return ofGroundAndAccent(a, b, lightnessGap);
  if (b.neutral) return ofGroundAndAccent(b, a, lightnessGap);
  return ofAccents(a, b, lightnessGap);
}

/** Whether a colour is felt as warm or cool; undefined of black, white, grey and what lies between. */
export function temperatureOf(colour: string): 'warm' | 'cool' | undefined {
  const tone = TONES.get(colour);
  if (tone === undefined || tone.chroma <= 0.02) return undefined;
  if (isWarm(tone)) return 'warm';
  return tone.hue > 180 && tone.hue < 310 ? 'cool' : undefined;
}

/** 0 black to 1 white; the middle for a colour without a place of its own. */
export function lightnessOf(colour: string): number {
  return TONES.get(colour)?.lightness ?? 0.5;
}

/** True where a colour carries an accent rather than being one. */
export function isNeutral(colour: string): boolean {
  return COLOURS[colour]?.neutral ?? false;
}

const KNOWN = [...Object.keys(COLOURS), 'multicolour', 'transparent'];
const INDEX: ReadonlyMap<string, number> = new Map(KNOWN.map((id, at) => [id, at]));
const SCORES = Float32Array.from({ length: KNOWN.length ** 2 }, (_, at) => {
  const [first, second] = [KNOWN[Math.floor(at / KNOWN.length)], KNOWN[at % KNOWN.length]];
  return first === undefined || second === undefined ? UNKNOWN.score : colourRelation(first, second).score;
});

/** The place of a colour in the table of scores; -1 where harmony does not know it. */
export function colourIndex(colour: string): number {
  return INDEX.get(colour) ?? -1;
}

/** The score of `colourRelation` by index, for the many pairs of a search. */
export function harmonyAt(first: number, second: number): number {
  if (first < 0 || second < 0) return UNKNOWN.score;
  return SCORES[first * KNOWN.length + second] ?? UNKNOWN.score;
}

function withUnplacedColour(first: string, second: string, known: Tone | undefined): ColourRelation {
  const multicoloured = [first, second].filter((id) => id === 'multicolour').length;
  if (multicoloured === 0) return UNKNOWN;
  if (multicoloured === 2) return { kind: 'clash', score: 0.3 };
  return known?.neutral ? { kind: 'neutral-accent', score: 0.82 } : { kind: 'contrast', score: 0.5 };
}

function ofNeutrals(a: Tone, b: Tone, lightnessGap: number): ColourRelation {
  const warmAgainstCool = isWarm(a) !== isWarm(b) && Math.max(a.chroma, b.chroma) > 0.03;
  if (lightnessGap >= 0.25) {
    const lively = 0.82 + 0.12 * ramp(lightnessGap, 0.25, 0.6) + (warmAgainstCool ? 0.03 : 0);
    return { kind: 'neutral-contrast', score: Math.min(0.97, lively) };
  }
  const bothDark = a.lightness < 0.45 && b.lightness < 0.45;
  return { kind: 'neutral-tonal', score: bothDark ? 0.66 : 0.76 + 0.3 * Math.min(lightnessGap, 0.2) };
}

function ofGroundAndAccent(ground: Tone, accent: Tone, lightnessGap: number): ColourRelation {
  let score = 0.8 + 0.1 * ramp(lightnessGap, 0.1, 0.5);
  if (accent.chroma > 0.18 && accent.lightness > 0.65) score -= 0.12;
  // An earthy ground (camel, brown) under a saturated cool colour: neither recedes.
  if (ground.chroma > 0.06 && accent.chroma > 0.12 && hueGap(ground, accent) > 100) score -= 0.1;
  return { kind: 'neutral-accent', score };
}

function ofAccents(a: Tone, b: Tone, lightnessGap: number): ColourRelation {
  const gap = hueGap(a, b);
  const saturation = clamp(Math.min(a.chroma, b.chroma) / SATURATED);
  const lively = 0.06 * ramp(lightnessGap, 0.1, 0.4);
  if (gap < 25) {
    return lightnessGap >= 0.15
      ? { kind: 'tonal', score: 0.84 + lively }
      : { kind: 'analogous', score: 0.7 - 0.12 * saturation };
  }
  if (gap < 60) return { kind: 'analogous', score: 0.76 - 0.18 * saturation + lively };
  if (gap < 145) {
    const score = 0.7 - 0.6 * saturation + lively;
    return { kind: score < 0.4 ? 'clash' : 'contrast', score: Math.max(0.08, score) };
  }
  const score = 0.78 - 0.5 * saturation + lively;
  return { kind: score < 0.4 ? 'clash' : 'complementary', score };
}

function isWarm(tone: Tone): boolean {
  return tone.chroma > 0.02 && tone.hue > 20 && tone.hue < 120;
}

function hueGap(a: Tone, b: Tone): number {
  const gap = Math.abs(a.hue - b.hue) % 360;
  return gap > 180 ? 360 - gap : gap;
}
