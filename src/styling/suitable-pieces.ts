import { LRUCache } from 'lru-cache';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Slot } from './outfit-composer.js';
import type { Piece } from './piece.js';
import { allowed, type Brief, suitability } from './piece-suitability.js';
import type { WardrobeTable } from './wardrobe-table.js';

/** The pieces of a slot that a brief allows, and how each suits it, 0 to 1, at the same place. */
export interface SuitedPieces {
  readonly pieces: readonly Piece[];
  readonly suits: Float32Array;
}

type BySlot = ReadonlyMap<Slot, SuitedPieces>;

/** Briefs repeat (a wearer, a season, an occasion): their scan of the catalogue is kept with its table. */
const BRIEFS_KEPT = 24;
const kept = new WeakMap<WardrobeTable, LRUCache<string, BySlot>>();

export function suitablePieces(table: WardrobeTable, brief: Brief, vocabulary: Vocabulary): BySlot {
  const briefs = kept.get(table) ?? new LRUCache<string, BySlot>({ max: BRIEFS_KEPT });
  kept.set(table, briefs);
  const key = [
    brief.wearer,
    brief.season,
    brief.occasion,
    brief.strictOccasion,
    brief.rain,
    ...[...brief.avoidColours].sort(),
  ].join('|');
  const known = briefs.get(key);
  if (known) return known;
  const bySlot = new Map<Slot, SuitedPieces>();
  for (const [slot, all] of table.bySlot) {
    const pieces = all.filter((piece) => allowed(piece, brief, vocabulary));
    bySlot.set(slot, { pieces, suits: Float32Array.from(pieces, (piece) => suitability(piece, brief)) });
  }
  briefs.set(key, bySlot);
  return bySlot;
}
