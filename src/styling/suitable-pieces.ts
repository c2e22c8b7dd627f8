import { LRUCache } from 'lru-cache';
import { fits, isChild } from './audience-consistency.js';
import type { Slot } from './outfit-composer.js';
import type { Piece } from './piece.js';
import {
  type Brief,
  occasionFit,
  rightForOccasion,
  rightForSeason,
  seasonFit,
  suitabilityOf,
} from './piece-suitability.js';
import type { WardrobeTable } from './wardrobe-table.js';

/** The pieces of a slot that a brief allows, and how each suits it, 0 to 1, at the same place. */
export interface SuitedPieces {
  readonly pieces: readonly Piece[];
  readonly suits: Float32Array;
}

type BySlot = ReadonlyMap<Slot, SuitedPieces>;
/** One number a piece of the slot; below zero where the piece is out of the question. */
type Verdicts = Float32Array;

/**
 * A brief has three sides: who wears it, the season, the occasion. Each is judged over the whole catalogue once
 * and kept with its table, so that a new brief only joins what is known of its sides.
 */
interface Judged {
  readonly briefs: LRUCache<string, BySlot>;
  readonly sides: LRUCache<string, Verdicts>;
}

const BRIEFS_KEPT = 24;
/** Bytes: 10,000 garments fill 40 KB a side. */
const SIDES_KEPT = 16 * 1024 * 1024;
const OUT = -1;
const judgedOf = new WeakMap<WardrobeTable, Judged>();

export function suitablePieces(table: WardrobeTable, brief: Brief): BySlot {
  const judged = judgedOf.get(table) ?? { briefs: new LRUCache({ max: BRIEFS_KEPT }), sides: sidesCache() };
  judgedOf.set(table, judged);
  const occasion = [brief.occasion, brief.strictOccasion, brief.rain, isChild(brief.wearer)].join();
  const key = [brief.wearer, brief.season, occasion].join('|');
  const known = judged.briefs.get(key);
  if (known) return known;
  const bySlot = new Map<Slot, SuitedPieces>();
  for (const [slot, all] of table.bySlot) {
    const side = (name: string, verdict: (piece: Piece) => number) =>
      kept(judged.sides, `${slot}|${name}`, all, verdict);
    bySlot.set(
      slot,
      joined(
        all,
        side(`wearer ${brief.wearer}`, (piece) => (fits(piece.audience, brief.wearer) ? 1 : OUT)),
        side(`season ${brief.season} ${kitOf(brief)}`, (piece) => seasonVerdict(piece, brief)),
        side(`occasion ${occasion}`, (piece) => occasionVerdict(piece, brief)),
        brief.occasion !== undefined,
      ),
    );
  }
  judged.briefs.set(key, bySlot);
  return bySlot;
}

/** The occasion has a say in the season only where it asks for kit. */
function kitOf({ occasion, occasionKnowledge }: Brief): string {
  return occasionKnowledge?.asKit === undefined ? '' : (occasion ?? '');
}

function seasonVerdict(piece: Piece, { season, occasionKnowledge }: Brief): number {
  const right = season === undefined || rightForSeason(piece, season, occasionKnowledge);
  return right ? seasonFit(piece, season) : OUT;
}

function occasionVerdict(piece: Piece, brief: Brief): number {
  return rightForOccasion(piece, brief) ? occasionFit(piece, brief) : OUT;
}

function joined(
  all: readonly Piece[],
  wearer: Verdicts,
  season: Verdicts,
  occasion: Verdicts,
  hasOccasion: boolean,
): SuitedPieces {
  const pieces: Piece[] = [];
  const suits: number[] = [];
  for (let at = 0; at < all.length; at++) {
    const [piece, inSeason, atOccasion] = [all[at], season[at] ?? OUT, occasion[at] ?? OUT];
    if (piece === undefined || (wearer[at] ?? OUT) < 0 || inSeason < 0 || atOccasion < 0) continue;
    pieces.push(piece);
    suits.push(suitabilityOf(inSeason, hasOccasion ? atOccasion : undefined));
  }
  return { pieces, suits: Float32Array.from(suits) };
}

function kept(sides: Judged['sides'], key: string, all: readonly Piece[], verdict: (piece: Piece) => number): Verdicts {
  const known = sides.get(key);
  if (known) return known;
  const made = new Float32Array(all.length);
  for (let at = 0; at < all.length; at++) {
    const piece = all[at];
    made[at] = piece === undefined ? OUT : verdict(piece);
  }
  sides.set(key, made);
  return made;
}

function sidesCache(): Judged['sides'] {
  return new LRUCache({ maxSize: SIDES_KEPT, sizeCalculation: ({ byteLength }) => Math.max(1, byteLength) });
}
