import { colourRelation } from './colour-harmony.js';
import { FAMILY_AFFINITY, STYLES } from './knowledge/styles.js';
import { patternHarmony } from './pattern-harmony.js';
import type { Piece } from './piece.js';

/** How two pieces go together, each term 0 to 1. */
export interface PairTerms {
  readonly colour: number;
  readonly pattern: number;
  readonly formality: number;
  readonly style: number;
}

/** What each term counts for in a pair; they sum to 1. */
export const PAIR_WEIGHTS: Readonly<PairTerms> = { colour: 0.42, pattern: 0.16, formality: 0.22, style: 0.2 };

/** A gap in formality this wide reads as a mistake (a blazer over joggers). */
const FORMALITY_TOLERANCE = 0.5;
const UNTOLD = 0.6;

export function pairTerms(a: Piece, b: Piece): PairTerms {
  return {
    colour: coloursTogether(a.tones, b.tones),
    pattern: patternHarmony(a.pattern, b.pattern),
    formality: Math.max(0, 1 - (Math.abs(a.formality - b.formality) / FORMALITY_TOLERANCE) ** 1.5),
    style: stylesTogether(a, b),
  };
}

/** 0 to 1: the weighted terms, pulled towards the worst, since one clash spoils a pair. */
export function pairAffinity(a: Piece, b: Piece, weights: Readonly<PairTerms> = PAIR_WEIGHTS): number {
  const terms = pairTerms(a, b);
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
  return mean * (0.6 + 0.4 * Math.min(1, worst / 0.5));
}

const relationScores = new Map<string, number>();

function colourScore(first: string, second: string): number {
  const key = first < second ? `${first}|${second}` : `${second}|${first}`;
  const known = relationScores.get(key);
  if (known !== undefined) return known;
  const { score } = colourRelation(first, second);
  relationScores.set(key, score);
  return score;
}

/** Main colours decide; secondary ones count by a quarter each, and a shared one is an echo that pleases. */
function coloursTogether(first: readonly string[], second: readonly string[]): number {
  const [a, b] = [first[0], second[0]];
  if (a === undefined || b === undefined) return UNTOLD;
  let sum = colourScore(a, b);
  let weight = 1;
  for (const [main, others] of [
    [a, second],
    [b, first],
  ] as const) {
    for (const other of others.slice(1, 3)) {
      sum += 0.25 * (other === main ? 0.95 : colourScore(main, other));
      weight += 0.25;
    }
  }
  return sum / weight;
}

function stylesTogether(a: Piece, b: Piece): number {
  const told = styleWords(a.styles, b.styles);
  if (a.look === undefined || b.look === undefined) return told;
  return 0.65 * told + 0.35 * lookSimilarity(a.look, b.look);
}

function styleWords(first: readonly string[], second: readonly string[]): number {
  let best = -1;
  for (const a of first) {
    for (const b of second) {
      if (a === b) return 1;
      const [left, right] = [STYLES[a]?.family, STYLES[b]?.family];
      if (left === undefined || right === undefined) continue;
      const affinity = left === right ? 0.85 : (FAMILY_AFFINITY[left][right] ?? FAMILY_AFFINITY[right][left] ?? 0.5);
      best = Math.max(best, affinity);
    }
  }
  return best < 0 ? UNTOLD : best;
}

/** Cosine of what the vectors say beyond the categories, from -1..1 stretched onto 0..1. */
function lookSimilarity(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let at = 0; at < a.length; at++) dot += (a[at] ?? 0) * (b[at] ?? 0);
  return Math.min(1, Math.max(0, 0.5 + dot));
}
