import type { Garment } from '../domain/garment.js';
import { convert, type ExchangeRates, type Money } from '../domain/money.js';
import { fits, isChild, type Wearer } from './audience-consistency.js';
import type { OutfitComposerDeps } from './composer-dependencies.js';
import { createFashionKnowledge } from './fashion-knowledge.js';
import { costOf } from './garment-cost.js';
import { ownPieces } from './own-pieces.js';
import { pairAffinity } from './pair-affinity.js';
import { type Piece, pieceOfGarment } from './piece.js';
import { rightForSeason } from './piece-suitability.js';
import { seasonNow } from './season-now.js';

export interface PurchaseRequest {
  readonly wardrobe: readonly Garment[];
  /** Garments of the catalogue to choose from, in stock. */
  readonly catalogue: readonly Garment[];
  readonly season: string;
  readonly audience?: string | undefined;
  readonly budget?: Money | undefined;
}

/** The one garment that adds most outfits to a wardrobe. */
export interface BestPurchase {
  readonly garment: Garment;
  /** Outfits of the wardrobe alone, and with the garment. */
  readonly before: number;
  readonly after: number;
}

/** Two pieces go together from here on. */
const TOGETHER = 0.55;
/** Slots an outfit of the everyday is made of. */
const CORE = ['top', 'bottom', 'onepiece', 'footwear', 'outer'] as const;
type Core = (typeof CORE)[number];

/**
 * Which garment unlocks most outfits with what is owned: an outfit is a top with a bottom, or a one-piece, in shoes
 * that go with it (where any are owned) and under a layer that does; every pair of pieces must go together. Undefined
 * where nothing adds any. Exact: every garment is counted with every own piece.
 */
export function bestPurchase(
  request: PurchaseRequest,
  deps: Pick<OutfitComposerDeps, 'vocabulary' | 'rates'>,
  currency: string,
): BestPurchase | undefined {
  const knowledge = createFashionKnowledge(deps.vocabulary);
  const own = ownPieces(request.wardrobe, knowledge).filter(
    (piece) => isForEveryDay(piece) && rightForSeason(piece, request.season),
  );
  const wearer = (request.audience ?? own.find(({ audience }) => audience !== null)?.audience ?? undefined) as
    | Wearer
    | undefined;
  const most = request.budget === undefined ? undefined : convert(request.budget, currency, deps.rates)?.minorUnits;
  const before = outfitsOf(own);
  let best: BestPurchase | undefined;
  let bestCost = 0;
  const counted = new Map<string, number>();
  for (const garment of request.catalogue) {
    const piece = pieceOfGarment(garment, knowledge);
    const cost = costOf(garment, currency, deps.rates as ExchangeRates, undefined);
    if (piece === undefined || cost === undefined || (most !== undefined && cost > most)) continue;
    if (!isCore(piece.kind.slot) || !isForEveryDay(piece) || !rightForSeason(piece, request.season)) continue;
    // Who owns the clothes is a grown-up, unless they tell otherwise.
    if (wearer === undefined ? isChild(piece.audience ?? '') : !fits(piece.audience, wearer)) continue;
    // Hundreds of garments are one to the rules: same kind, colours, pattern, cloth and looks.
    const { category, colours, patternId, material, styles } = piece;
    const key = JSON.stringify([category, colours, patternId, material, styles]);
    const added = counted.get(key) ?? outfitsWith(piece, own, before);
    counted.set(key, added);
    const after = before + added;
    if (after > (best?.after ?? before) || (best !== undefined && after === best.after && cost < bestCost)) {
      best = { garment, before, after };
      bestCost = cost;
    }
  }
  return best;
}

/** Slippers and swimwear go with nothing one goes out in. */
function isForEveryDay({ kind }: Piece): boolean {
  return kind.onlyFor === undefined && kind.proposedFor === undefined;
}

function outfitsOf(pieces: readonly Piece[]): number {
  const bySlot = slotted(pieces);
  const bodies = [
    ...bySlot.top.flatMap((top) =>
      bySlot.bottom.filter((bottom) => together(top, bottom)).map((bottom) => [top, bottom]),
    ),
    ...bySlot.onepiece.map((one) => [one]),
  ];
  return bodies.reduce((sum, body) => sum + ways(body, bySlot.footwear) * (1 + matching(body, bySlot.outer)), 0);
}

/** Outfits that wear the piece, counted without those that do not. */
function outfitsWith(piece: Piece, own: readonly Piece[], before: number): number {
  const worn = slotted(own);
  switch (piece.kind.slot as Core) {
    case 'top':
      return bodiesWith(
        worn.bottom.filter((bottom) => together(piece, bottom)).map((bottom) => [piece, bottom]),
        worn,
      );
    case 'bottom':
      return bodiesWith(
        worn.top.filter((top) => together(piece, top)).map((top) => [top, piece]),
        worn,
      );
    case 'onepiece':
      return bodiesWith([[piece]], worn);
    default:
      return outfitsOf([...own, piece]) - before;
  }
}

function bodiesWith(bodies: readonly (readonly Piece[])[], worn: Record<Core, Piece[]>): number {
  return bodies.reduce((sum, body) => sum + ways(body, worn.footwear) * (1 + matching(body, worn.outer)), 0);
}

/** Without shoes in the wardrobe a body counts once: they are worn all the same. */
function ways(body: readonly Piece[], footwear: readonly Piece[]): number {
  return footwear.length === 0 ? 1 : matching(body, footwear);
}

function matching(body: readonly Piece[], others: readonly Piece[]): number {
  return others.filter((other) => body.every((piece) => together(piece, other))).length;
}

function together(a: Piece, b: Piece): boolean {
  return pairAffinity(a, b) >= TOGETHER;
}

function slotted(pieces: readonly Piece[]): Record<Core, Piece[]> {
  const bySlot: Record<Core, Piece[]> = { top: [], bottom: [], onepiece: [], footwear: [], outer: [] };
  for (const piece of pieces) {
    const { slot } = piece.kind;
    // A cardigan worn closed is a top.
    if (slot === 'mid') bySlot.top.push(piece);
    else if (isCore(slot)) bySlot[slot].push(piece);
  }
  return bySlot;
}

function isCore(slot: string): slot is Core {
  return (CORE as readonly string[]).includes(slot);
}

/** Finds it in the whole catalogue. */
export type FindBestPurchase = (
  request: Omit<PurchaseRequest, 'catalogue' | 'season'> & { readonly season?: string | undefined },
) => Promise<BestPurchase | undefined>;

/** `bestPurchase` over all that can be bought now; the season is today's where none is asked for. */
export function createFindBestPurchase(deps: OutfitComposerDeps): FindBestPurchase {
  return async (request) => {
    const { garments, rates } = deps;
    const rows = await garments.matching({ constraints: {}, availableOnly: true }, rates);
    const catalogue = [...(await garments.garmentsAt([...rows])).values()];
    const currency = (await garments.currency()) ?? rates.base;
    const season = request.season ?? seasonNow(deps.clock(), deps.hemisphere);
    return bestPurchase({ ...request, season, catalogue }, deps, currency);
  };
}
