import { SEASONS } from './knowledge/seasons.js';
import type { Piece } from './piece.js';
import type { Brief } from './piece-suitability.js';

/** What only the whole outfit shows, each 0 to 1. */
export interface EnsembleTerms {
  /** Insulation of everything worn against what the season asks. */
  readonly warmth: number;
  /** The pieces' mean formality against the occasion's range, and whether a colour that it calls for is there. */
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

/** Insulation of an ensemble is the sum of its garments' (Olesen 1985). */
export function ensembleClo(pieces: readonly Piece[]): number {
  let clo = 0;
  for (const piece of pieces) clo += piece.clo;
  return clo;
}

export function meanFormality(pieces: readonly Piece[]): number {
  let sum = 0;
  for (const piece of pieces) sum += piece.formality;
  return sum / pieces.length;
}

export function ensembleTerms(pieces: readonly Piece[], brief: Brief): EnsembleTerms {
  return {
    warmth: warmthFit(ensembleClo(pieces), brief),
    level: levelFit(meanFormality(pieces), brief) * (saysTheDay(pieces, brief) ? 1 : 0.2),
    restraint: restraint(pieces),
  };
}

function warmthFit(clo: number, { season, occasionKnowledge, weatherTold }: Brief): number {
  const target = season === undefined ? undefined : SEASONS[season];
  if (target === undefined) return 0.7;
  const [least, high] = target.clo;
  // The coat is left at the door, unless the talk is of the way there.
  const low = occasionKnowledge?.indoors && !weatherTold ? least / 2 : least;
  if (clo < low) return Math.max(0, 1 - (low - clo) / 0.6);
  return clo > high ? Math.max(0, 1 - (clo - high) / 0.5) : 1;
}

function levelFit(mean: number, { occasionKnowledge }: Brief): number {
  if (occasionKnowledge === undefined) return 0.8;
  const [low, high] = occasionKnowledge.formality;
  return Math.max(0, 1 - Math.max(0, low - mean, mean - high) / 0.3);
}

function saysTheDay(pieces: readonly Piece[], { occasionKnowledge }: Brief): boolean {
  const colours = occasionKnowledge?.callsFor;
  if (colours === undefined) return true;
  return pieces.some(({ kind, colours: own }) => areaOf(kind.slot) >= SEEN && colours.includes(own[0] ?? ''));
}

/** From this area on a piece's colour is the outfit's: not that of shoes or a bag. */
const SEEN = 0.5;

function restraint(pieces: readonly Piece[]): number {
  let accents = 0;
  let loud = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    if (piece.loud) loud++;
    if (piece.accent < 0) continue;
    let seen = false;
    for (let before = 0; before < at; before++) if (pieces[before]?.accent === piece.accent) seen = true;
    if (!seen) accents++;
  }
  const colours = accents <= 1 ? 1 : accents === 2 ? 0.85 : 0.45;
  return loud <= 1 ? colours : colours * 0.4;
}
