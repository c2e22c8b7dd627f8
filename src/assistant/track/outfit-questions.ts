import { isUnconstrained, statedIds } from '../../domain/constraints.js';
import type { Garment } from '../../domain/garment.js';
import { asksToPick } from '../../language/choice-talk.js';
import { comparedBy } from '../../language/compared-by.js';
import { asksForTotal, placesCounted, readKept } from '../../language/outfit-questions.js';
import type { OutfitTalk } from '../../language/outfit-talk.js';
import type { TurnInHand } from '../answer.js';
import { pieceNamed } from './outfit-slots.js';

/** What is asked of the outfits on the screen as wholes, or kept of one while the rest changes. */
export type OutfitQuestion =
  | { readonly kind: 'total' | 'pick' }
  /** All but these pieces is to be new. */
  | { readonly kind: 'rest'; readonly kept: readonly Garment[] }
  /** Side by side: whole outfits, by their places from 0, or pieces of one. */
  | { readonly kind: 'compare'; readonly outfits: readonly number[]; readonly pieces: readonly Garment[] };

/** Reads a turn as such a question; undefined where it is none. Pure. */
export function readOutfitQuestion(
  turn: TurnInHand,
  talk: OutfitTalk,
  pieces: readonly Garment[],
): OutfitQuestion | undefined {
  const { heard, scope, session } = turn;
  const { understood, text } = heard;
  const kept = readKept(text);
  if (kept) {
    const named = kept.kinds.flatMap((kind) => pieceNamed(kind, pieces, scope.vocabulary) ?? []);
    const stay = [...new Set([...pieces.slice(0, kept.first ?? 0), ...named])];
    if (stay.length > 0 && stay.length < pieces.length) return { kind: 'rest', kept: stay };
  }
  if (asksForTotal(text) && understood.critiques.length === 0) return { kind: 'total' };
  const places = placesCounted(text);
  if (understood.intent !== 'compare' && !asksWhich(text)) return undefined;
  // A list stands behind the outfits: pieces of it are counted as 件, and "the first" alone is an outfit.
  const listed = session.shown.length > 0;
  if (talk.ofList) {
    const two = places.flatMap((place) => pieces[place - 1] ?? []);
    return !listed && two.length > 1 ? { kind: 'compare', outfits: [], pieces: two } : undefined;
  }
  const outfits = places.map((place) => place - 1);
  const known = outfits.every((at) => session.outfits[at] !== undefined);
  if (outfits.length > 1) return known ? { kind: 'compare', outfits, pieces: [] } : undefined;
  if (outfits.length > 0 || statedIds(understood.constraints, 'category').length > 0) return undefined;
  if (comparedBy(text) !== undefined || understood.sort !== undefined)
    return { kind: 'compare', outfits: session.outfits.map((_, at) => at), pieces: [] };
  return asksToPick(text) && isUnconstrained(understood.constraints) ? { kind: 'pick' } : undefined;
}

function asksWhich(text: string): boolean {
  return /哪(?:一)?[套身]/u.test(text) || /\bwhich (?:outfit|look)\b/i.test(text) || asksToPick(text);
}
