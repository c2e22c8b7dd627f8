import { harmonyAt } from './colour-harmony.js';
import { patternHarmony } from './pattern-harmony.js';
import type { Piece } from './piece.js';
import { stylesTogether } from './style-affinity.js';

/** How two pieces go together, each term 0 to 1. */
export interface PairTerms {
  readonly colour: number;
  readonly pattern: number;
  readonly formality: number;
  readonly style: number;
}

/** What each term counts for in a pair, and by how much what the vectors say of the look has a part in the style. */
export interface PairWeights extends PairTerms {
  readonly look: number;
}

/** The four terms sum to 1. */
export const PAIR_WEIGHTS: PairWeights = { colour: 0.42, pattern: 0.16, formality: 0.22, style: 0.2, look: 0.35 };

/** A gap in formality this wide reads as a mistake (a blazer over joggers). */
const FORMALITY_TOLERANCE = 0.5;
const UNTOLD = 0.6;
const ECHO = 0.95;

export function pairTerms(a: Piece, b: Piece, { look }: Pick<PairWeights, 'look'> = PAIR_WEIGHTS): PairTerms {
  return {
    colour: coloursTogether(a.toneIndex, b.toneIndex),
    pattern: patternHarmony(a.pattern, b.pattern),
    formality: Math.max(0, 1 - (Math.abs(a.formality - b.formality) / FORMALITY_TOLERANCE) ** 1.5),
    style: looksTogether(a, b, look),
  };
}

/** What two jackets worn over each other are worth. */
const CANNOT_BE = -1;

/** 0 to 1: the weighted terms, pulled towards the worst, since one clash spoils a pair; below 0 for what cannot be. */
export function pairAffinity(a: Piece, b: Piece, weights: PairWeights = PAIR_WEIGHTS): number {
  if (twoJackets(a, b) || twoJackets(b, a)) return CANNOT_BE;
  const terms = pairTerms(a, b, weights);
  const mean =
    weights.colour * terms.colour +
    weights.pattern * terms.pattern +
    weights.formality * terms.formality +
    weights.style * terms.style;
  const worst = Math.min(
    weights.colour > 0 ? terms.colour : 1,
    weights.pattern > 0 ? terms.pattern : 1,
    weights.formality > 0 ? terms.formality : 1,
  );
  const hidden = shaftOverTrousers(a, b) || shaftOverTrousers(b, a) ? SHAFT_OVER_TROUSERS : 1;
  return hidden * mean * (0.6 + 0.4 * Math.min(1, worst / 0.5));
}

const SHAFT_OVER_TROUSERS = 0.5;
const WIDE_LEGGED = new Set(['trousers', 'dress_trousers', 'chinos', 'cargo_pants', 'joggers']);

/** A tall dress boot under the leg bulges, and over it gathers it; boots for walking are laced and low. */
function shaftOverTrousers(boots: Piece, legs: Piece): boolean {
  if (boots.category !== 'boots' || boots.audience !== 'women' || !WIDE_LEGGED.has(legs.category)) return false;
  return !boots.occasions.some((id) => OUT_OF_DOORS.has(id));
}

const OUT_OF_DOORS = new Set(['outdoor', 'hiking', 'skiing', 'rainy_day', 'camping']);

function twoJackets(whole: Piece, outer: Piece): boolean {
  return whole.category === 'suit' && outer.kind.slot === 'outer' && outer.kind.overJacket !== true;
}

/** Main colours decide; secondary ones count by a quarter each, and a shared one is an echo that pleases. */
function coloursTogether(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [first[0], second[0]];
  if (a === undefined || b === undefined) return UNTOLD;
  let sum = harmonyAt(a, b);
  let weight = 1;
  for (let at = 1; at < 3; at++) {
    const [x, y] = [first[at], second[at]];
    if (x !== undefined) {
      sum += 0.25 * (x === b ? ECHO : harmonyAt(b, x));
      weight += 0.25;
    }
    if (y !== undefined) {
      sum += 0.25 * (y === a ? ECHO : harmonyAt(a, y));
      weight += 0.25;
    }
  }
  return sum / weight;
}

function looksTogether(a: Piece, b: Piece, share: number): number {
  const told = stylesTogether(a.styleIndex, b.styleIndex);
  if (share === 0 || a.look === undefined || b.look === undefined) return told;
  return (1 - share) * told + share * lookSimilarity(a.look, b.look);
}

/**
 * Cosine of what the vectors say beyond the categories, moved from -0.25..0.25 onto 0..1: so far the model's vectors of
 * different kinds of garment spread. On twice the range the term had lost almost half its worth on the looks.
 */
function lookSimilarity(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let at = 0; at < a.length; at++) dot += (a[at] ?? 0) * (b[at] ?? 0);
  return Math.min(1, Math.max(0, 0.5 + 2 * dot));
}
