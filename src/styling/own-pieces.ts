import type { Garment } from '../domain/garment.js';
import { fits } from './audience-consistency.js';
import type { FashionKnowledge } from './fashion-knowledge.js';
import type { Slot } from './outfit-composer.js';
import type { WearerPools } from './outfit-search.js';
import { type Piece, pieceOfGarment } from './piece.js';
import {
  type Brief,
  occasionFit,
  rightForOccasion,
  rightForSeason,
  seasonFit,
  suitabilityOf,
} from './piece-suitability.js';
import type { SuitedPieces } from './suitable-pieces.js';

/** Own garments that an outfit can wear. */
export function ownPieces(wardrobe: readonly Garment[], knowledge: FashionKnowledge): Piece[] {
  return wardrobe.flatMap((garment) => pieceOfGarment(garment, knowledge) ?? []);
}

/** The pieces of a slot with the own ones that suit the brief before them. */
export function withOwn(slot: Slot, suited: SuitedPieces, own: readonly Piece[], brief: Brief): SuitedPieces {
  const worn = own.filter(
    (piece) =>
      piece.kind.slot === slot &&
      fits(piece.audience, brief.wearer) &&
      (brief.season === undefined || rightForSeason(piece, brief.season)) &&
      rightForOccasion(piece, brief),
  );
  if (worn.length === 0) return suited;
  const suits = worn.map((piece) =>
    suitabilityOf(seasonFit(piece, brief.season), brief.occasion === undefined ? undefined : occasionFit(piece, brief)),
  );
  return { pieces: [...worn, ...suited.pieces], suits: Float32Array.from([...suits, ...suited.suits]) };
}

/** The same problems once a slot that something owned fits, with nothing else to choose from in it. */
export function wearingOwned(wearers: readonly WearerPools[]): WearerPools[] {
  return wearers.flatMap((wearer) =>
    [...wearer.pools].flatMap(([slot, candidates]) => {
      const owned = candidates.filter((candidate) => candidate.owned);
      const templates = wearer.templates.filter(({ slots }) => slots.includes(slot));
      if (owned.length === 0 || templates.length === 0) return [];
      return { ...wearer, templates, pools: new Map([...wearer.pools, [slot, owned]]) };
    }),
  );
}
