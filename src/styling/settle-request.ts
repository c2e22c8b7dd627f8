import type { Garment } from '../domain/garment.js';
import { convert, type ExchangeRates, type Money } from '../domain/money.js';
import type { Relaxation } from '../domain/reply.js';
import type { FixedPiece } from './candidate-pools.js';
import type { OutfitComposerDeps } from './composer-dependencies.js';
import type { FashionKnowledge } from './fashion-knowledge.js';
import { costOf } from './garment-cost.js';
import type { OccasionKnowledge } from './knowledge/occasion-knowledge.js';
import { NEIGHBOURS } from './knowledge/seasons.js';
import { HEATED, POOL } from './knowledge/sport-occasions.js';
import type { OutfitOutcome, OutfitRequest } from './outfit-composer.js';
import { type Piece, pieceOfGarment, pieceOfPhoto } from './piece.js';
import { asidePiece, otherSeason, setAside, unknownOccasion } from './relaxation-ladder.js';
import { isSeason, seasonFor, seasonNow, wearableIn } from './season-now.js';
import { inStockForSize } from './size-comparability.js';
import { lookOf, type WardrobeTable } from './wardrobe-table.js';

/** Everything one request is about, settled before anything is searched. */
export interface Setting {
  readonly request: OutfitRequest;
  readonly table: WardrobeTable;
  readonly fixed: readonly FixedPiece[];
  /** In the catalogue's currency; undefined where none is stated or no rate is configured. */
  readonly budget: Money | undefined;
  readonly season: string;
  /** An id of the vocabulary. */
  readonly occasion: string | undefined;
  readonly rain: boolean;
}

export type Settled =
  | { readonly setting: Setting; readonly said: readonly Relaxation[] }
  | { readonly empty: NonNullable<OutfitOutcome['emptyBecause']> };

type FixedPieces =
  | {
      readonly fixed: readonly FixedPiece[];
      /** The rows of those that are sold or owned here, for their titles. */
      readonly titled: readonly (readonly [Piece, Garment])[];
      readonly said: readonly Relaxation[];
    }
  | { readonly empty: NonNullable<OutfitOutcome['emptyBecause']> };

/** Reads the anchor and what else is fixed, and decides season, occasion and budget. */
export async function settleRequest(
  request: OutfitRequest,
  table: WardrobeTable,
  deps: OutfitComposerDeps,
  knowledge: FashionKnowledge,
): Promise<Settled> {
  const pieces = await fixedPieces(request, table, deps, knowledge);
  if ('empty' in pieces) return pieces;
  const { fixed } = pieces;
  const asked = request.occasion;
  const known = asked === undefined || deps.vocabulary.has('occasions', asked);
  // An occasion nobody heard of is dressed for like any day, and that is said.
  const occasion = known ? asked : 'daily';
  const notes = [
    ...pieces.said,
    ...(asked === undefined || known ? [] : [unknownOccasion(asked)]),
    ...seasonNotes(request, pieces, occasion),
  ];
  const nothingToGoBy = fixed.length === 0 && asked === undefined && request.season === undefined;
  if (nothingToGoBy && (request.owned ?? []).length === 0) return { empty: 'no-anchor' };
  return {
    said: notes,
    setting: {
      request,
      table,
      fixed,
      budget: request.budget && convert(request.budget, table.currency, deps.rates),
      season: seasonOf(request, fixed, deps, occasion === undefined ? undefined : knowledge.occasion(occasion)),
      occasion: occasion ?? fixed.flatMap(({ piece }) => piece.kind.onlyFor ?? [])[0],
      rain: request.rain === true || occasion === 'rainy_day',
    },
  };
}

async function fixedPieces(
  request: OutfitRequest,
  table: WardrobeTable,
  deps: OutfitComposerDeps,
  knowledge: FashionKnowledge,
): Promise<FixedPieces> {
  const said: Relaxation[] = [];
  const fixed: FixedPiece[] = [];
  const titled: (readonly [Piece, Garment])[] = [];
  if (request.photo) {
    const piece = pieceOfPhoto(request.photo.tags, knowledge, photoLook(request.photo, table));
    if (piece === undefined) return { empty: 'not-wearable' };
    fixed.push({ piece, cost: 0 });
  }
  const anchor = request.garmentId;
  const ids = [...new Set([...(anchor === undefined ? [] : [anchor]), ...(request.keep ?? [])])];
  const own = (request.wardrobe ?? []).filter(({ id }) => ids.includes(id));
  const rows = [...own, ...(await deps.garments.getMany(ids))];
  if (anchor !== undefined && !rows.some(({ id }) => id === anchor)) return { empty: 'no-anchor' };
  for (const garment of rows) {
    const piece = pieceOfGarment(garment, knowledge);
    if (piece === undefined && garment.id === anchor) return { empty: 'not-wearable' };
    if (piece === undefined || fixed.some((other) => other.piece.kind.slot === piece.kind.slot)) continue;
    titled.push([piece, garment]);
    const offer = offerOf(garment, piece, request, table, deps.rates);
    if ('aside' in offer) {
      said.push(asidePiece(garment, offer.aside));
      // Dressed round like one's own: not for sale here, and not among the outfit's garments.
      fixed.push({ piece: { ...piece, id: undefined }, cost: 0 });
    } else fixed.push({ piece: asInTable(piece, table), cost: offer.cost });
  }
  return { fixed, titled, said };
}

/** What a season that was named cannot decide: the cold where one trains indoors, and an anchor of another season. */
function seasonNotes(
  { season: asked, celsius }: OutfitRequest,
  { titled }: Extract<FixedPieces, { fixed: unknown }>,
  occasion: string | undefined,
): Relaxation[] {
  const named = isSeason(asked) ? asked : celsius === undefined ? undefined : seasonFor(celsius);
  if (named === undefined) return [];
  if (occasion !== undefined && (HEATED.has(occasion) || occasion === POOL)) {
    return named === 'winter' ? [setAside(named)] : [];
  }
  return titled
    .filter(([{ seasons }]) => !wearableIn(seasons, named))
    .map(([{ seasons }, garment]) => otherSeason(garment, seasons, named));
}

/** What a fixed garment adds to the bill, or why it cannot be sold though it may be dressed round. */
function offerOf(
  garment: Garment,
  piece: Piece,
  request: OutfitRequest,
  table: WardrobeTable,
  rates: ExchangeRates,
): { readonly cost: number } | { readonly aside: 'sold-out' | 'no-price' } {
  if (request.owned?.includes(garment.id)) return { cost: 0 };
  if (!inStockForSize(garment, piece.kind.slot, request.size)) return { aside: 'sold-out' };
  const cost = costOf(garment, table.currency, rates, request.size);
  return cost === undefined ? { aside: 'no-price' } : { cost };
}

function photoLook(photo: NonNullable<OutfitRequest['photo']>, table: WardrobeTable): Float32Array | undefined {
  const category = photo.tags.tags.category;
  const id = category === undefined ? null : 'id' in category ? category.id : (category[0]?.id ?? null);
  return lookOf(photo.embedding, id, table.centroids);
}

/** The same garment as the table read it, vector included, where it is there. */
function asInTable(piece: Piece, table: WardrobeTable): Piece {
  return table.bySlot.get(piece.kind.slot)?.find((known) => known.id === piece.id) ?? piece;
}

/** As asked, by the weather, as the occasion has it, else now; an anchor made for other seasons is dressed for its own. */
function seasonOf(
  request: OutfitRequest,
  fixed: readonly FixedPiece[],
  deps: OutfitComposerDeps,
  occasion: OccasionKnowledge | undefined,
): string {
  if (isSeason(request.season)) return request.season;
  if (request.celsius !== undefined) return seasonFor(request.celsius);
  const now =
    occasion?.season ??
    seasonNow(occasion?.month === undefined ? deps.clock() : new Date(Date.UTC(2000, occasion.month)), deps.hemisphere);
  const all = [now, ...(NEIGHBOURS[now] ?? [])];
  return all.find((season) => fixed.every(({ piece }) => wearableIn(piece.seasons, season))) ?? now;
}
