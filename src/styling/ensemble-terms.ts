import { isNeutral } from './colour-harmony.js';
import type { FashionKnowledge } from './fashion-knowledge.js';
import { SEASONS } from './knowledge/seasons.js';
import { pairAffinity } from './pair-affinity.js';
import { isLoud } from './pattern-harmony.js';
import type { Piece } from './piece.js';
import type { Brief } from './piece-suitability.js';

/** What only the whole outfit shows, each 0 to 1. */
export interface EnsembleTerms {
  /** Insulation of everything worn against what the season asks. */
  readonly warmth: number;
  /** The pieces' mean formality against the occasion's range. */
  readonly level: number;
  /** Few colours and one loud pattern: at most three colour families, neutrals free. */
  readonly restraint: number;
}

/** How much a garment is seen, which is what it counts for in colour and pattern. */
const AREA: Readonly<Record<string, number>> = {
  onepiece: 1,
  outer: 0.9,
  bottom: 0.85,
  top: 0.8,
  mid: 0.8,
  footwear: 0.45,
  bag: 0.4,
};

export function areaOf(slot: string): number {
  return AREA[slot] ?? 0.25;
}

/** What a pair counts for in the mean over an outfit's pairs. */
export function pairWeight(firstSlot: string, secondSlot: string): number {
  return Math.sqrt(areaOf(firstSlot) * areaOf(secondSlot));
}

/** Weighted mean over the pairs, 0 to 1. */
export function pairsTogether(pieces: readonly Piece[], affinity = pairAffinity): number {
  let sum = 0;
  let weights = 0;
  for (const [index, a] of pieces.entries()) {
    for (const b of pieces.slice(index + 1)) {
      const weight = pairWeight(a.kind.slot, b.kind.slot);
      sum += weight * affinity(a, b);
      weights += weight;
    }
  }
  return weights === 0 ? 0 : sum / weights;
}

export function ensembleTerms(pieces: readonly Piece[], brief: Brief, knowledge: FashionKnowledge): EnsembleTerms {
  return {
    warmth: warmthFit(pieces, brief.season),
    level: levelFit(pieces, brief.occasion, knowledge),
    restraint: restraint(pieces),
  };
}

/** Insulation of an ensemble is the sum of its garments' (Olesen 1985). */
export function ensembleClo(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.clo, 0);
}

function warmthFit(pieces: readonly Piece[], season: string | undefined): number {
  const target = season === undefined ? undefined : SEASONS[season];
  if (target === undefined) return 0.7;
  const clo = ensembleClo(pieces);
  const [low, high] = target.clo;
  if (clo < low) return Math.max(0, 1 - (low - clo) / 0.6);
  return clo > high ? Math.max(0, 1 - (clo - high) / 0.5) : 1;
}

function levelFit(pieces: readonly Piece[], occasion: string | undefined, knowledge: FashionKnowledge): number {
  const range = occasion === undefined ? undefined : knowledge.occasion(occasion)?.formality;
  if (range === undefined) return 0.8;
  const mean = pieces.reduce((sum, piece) => sum + piece.formality, 0) / pieces.length;
  const gap = Math.max(0, range[0] - mean, mean - range[1]);
  return Math.max(0, 1 - gap / 0.3);
}

function restraint(pieces: readonly Piece[]): number {
  const accents = new Set<string>();
  let loud = 0;
  for (const piece of pieces) {
    const main = piece.tones[0];
    if (main !== undefined && !isNeutral(main)) accents.add(main);
    if (isLoud(piece.patternId)) loud++;
  }
  const colours = accents.size <= 1 ? 1 : accents.size === 2 ? 0.85 : 0.45;
  return loud <= 1 ? colours : colours * 0.4;
}
