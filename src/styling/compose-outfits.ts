import { inStock } from '../domain/garment.js';
import type { ExchangeRates, Money } from '../domain/money.js';
import type { Outfit } from '../domain/reply.js';
import { wearersFor } from './audience-consistency.js';
import { type Candidate, candidatesFor, type PoolLimits } from './candidate-pools.js';
import type { OutfitComposerDeps } from './composer-dependencies.js';
import { createFashionKnowledge, type FashionKnowledge } from './fashion-knowledge.js';
import { costOf } from './garment-cost.js';
import { type KindsTogether, NOTHING_LEARNED } from './kinds-together.js';
import { SEASONS } from './knowledge/seasons.js';
import { HEATED, POOL } from './knowledge/sport-occasions.js';
import type { ComposeOutfits, OutfitOutcome, OutfitRequest, Slot } from './outfit-composer.js';
import { isCoat, outfitReasons, servesOccasion } from './outfit-reasons.js';
import { type FoundOutfit, searchOutfits, type WearerPools } from './outfit-search.js';
import { bareness, type OutfitTemplate, outfitTemplates } from './outfit-templates.js';
import { ownPieces, wearingOwned, withOwn } from './own-pieces.js';
import type { Piece } from './piece.js';
import { type Brief, rightForOccasion, rightForSeason } from './piece-suitability.js';
import { type Concession, concessions, relaxationsFor, withoutRate } from './relaxation-ladder.js';
import { type Setting, settleRequest } from './settle-request.js';
import { suitablePieces } from './suitable-pieces.js';
import { createWardrobeTables } from './wardrobe-table.js';

/**
 * Composes outfits round an anchor (a garment, a photo of an own garment) or for an occasion alone. Every
 * outfit keeps slots distinct, pieces in stock, one audience, season and budget; where nothing does, limits
 * give way in the order of `concessions`, and the outcome says which. Deterministic for one catalogue and day.
 */
export function createOutfitComposer(deps: OutfitComposerDeps): ComposeOutfits & { warm(): Promise<void> } {
  const knowledge = createFashionKnowledge(deps.vocabulary);
  const kinds = deps.kinds ?? NOTHING_LEARNED;
  const tables = createWardrobeTables(deps.garments, knowledge, deps.rates);

  const compose = async (request: OutfitRequest): Promise<OutfitOutcome> => {
    const table = await tables();
    const settled = await settleRequest(request, table, deps, knowledge);
    if ('empty' in settled) return { outfits: [], relaxed: [], degraded: [], emptyBecause: settled.empty };
    const { setting, said } = settled;
    if (request.budget !== undefined && setting.budget === undefined) {
      return {
        outfits: [],
        relaxed: [withoutRate(request.budget, table.currency)],
        degraded: [],
        emptyBecause: 'nothing-fits',
      };
    }
    for (const concession of roundsOf(request)) {
      const found = searchUnder(setting, concession, deps, knowledge, kinds);
      if (found.length === 0) continue;
      const outfits = await present(found, setting, deps, knowledge, kinds, concession);
      if (outfits.length === 0) continue;
      const [first] = found;
      const given = {
        broken: brokenBy(found, setting.season),
        season: first?.brief.season,
        total: cheapest(outfits),
        lacks: first?.lacks ?? [],
      };
      return { outfits, relaxed: [...said, ...relaxationsFor(concession, request, setting, given)], degraded: [] };
    }
    return { outfits: [], relaxed: said, degraded: [], emptyBecause: 'nothing-fits' };
  };
  let rehearsed = false;
  const warm = async (): Promise<void> => {
    await tables();
    if (rehearsed) return;
    rehearsed = true;
    for (const request of REHEARSED) await compose(request);
  };
  return Object.assign(compose, { warm });
}

/** Composed for nobody before the first shopper asks, who would else wait while the machine learns the code by heart. */
const REHEARSED: readonly OutfitRequest[] = ['daily', 'work', 'date', 'travel'].map((occasion) => ({
  occasion,
  limit: 3,
}));

/** What was given up to find them and some piece needs: a limit that all of them keep did not give way. */
function brokenBy(found: readonly FoundOutfit[], season: string): { occasion: boolean; season: boolean } {
  const breaks = (rule: (piece: Piece, brief: Brief) => boolean) =>
    found.some(({ chosen, brief }) => chosen.some(({ piece }) => !rule(piece, brief)));
  return {
    occasion: breaks((piece, brief) => rightForOccasion(piece, { ...brief, strictOccasion: true })),
    season: breaks((piece, { occasionKnowledge }) => rightForSeason(piece, season, occasionKnowledge)),
  };
}

interface Round extends Concession {
  /** Dressed from torso to feet. */
  readonly whole: boolean;
  /** Every outfit wears something owned. */
  readonly owned: boolean;
}

/**
 * Whole under every concession first: half an outfit is what is left when all have failed. What is owned is worn where
 * it suits the occasion; an occasion is not bent for it.
 */
function roundsOf(request: OutfitRequest): Round[] {
  const given = concessions(request);
  const shop = [true, false].flatMap((whole) => given.map((each) => ({ ...each, whole, owned: false })));
  if (!request.wearOwned) return shop;
  const own = given.filter(({ occasion }) => request.occasion === undefined || !occasion);
  return [...own.map((each) => ({ ...each, whole: true, owned: true })), ...shop];
}

function searchUnder(
  setting: Setting,
  concession: Round,
  deps: OutfitComposerDeps,
  knowledge: FashionKnowledge,
  kinds: KindsTogether,
): FoundOutfit[] {
  const { request, table, fixed, occasion } = setting;
  const spent = fixed.reduce((sum, { cost }) => sum + cost, 0);
  const budget = concession.budget
    ? Number.POSITIVE_INFINITY
    : (setting.budget?.minorUnits ?? Number.POSITIVE_INFINITY) - spent;
  if (budget < 0) return [];
  const limits: PoolLimits = {
    fixed,
    weights: deps.objective?.pair,
    size: request.size,
    without: new Set(request.without ?? []),
    // Who avoids blue avoids navy too; who avoids navy does not avoid blue.
    avoidColours: new Set(request.avoidColours?.flatMap((id) => deps.vocabulary.descendants('colours', id))),
    owned: new Set(request.owned ?? []),
    mostCost: budget,
    costOf: (piece) => sizedCost(piece, request.size, table.currency, deps.rates),
  };
  const among = new Map(Object.entries(request.among ?? {}).map(([slot, ids]) => [slot, new Set(ids)]));
  const own = ownPieces(request.wardrobe ?? [], knowledge);
  const taken = new Set(fixed.map(({ piece }) => piece.kind.slot));
  const wearers = wearersFor(
    request.audience,
    fixed.map(({ piece }) => piece.audience),
  ).map((wearer): WearerPools => {
    const brief: Brief = {
      wearer,
      season: concession.season ? undefined : seasonWorn(setting),
      occasion,
      occasionKnowledge: occasion === undefined ? undefined : knowledge.occasion(occasion),
      occasionLine: occasion === undefined ? [] : deps.vocabulary.lineage('occasions', occasion),
      strictOccasion: !concession.occasion,
      rain: setting.rain,
      weatherTold: setting.rain || request.celsius !== undefined,
    };
    const pools = new Map(
      [...suitablePieces(table, brief)]
        .filter(([slot]) => !taken.has(slot))
        .map(([slot, suited]) => [
          slot,
          keepingOutWeather(
            slot,
            candidatesFor(withOwn(slot, suited, own, brief), { ...limits, among: among.get(slot) }),
            brief,
          ),
        ]),
    );
    const filled = (slot: Slot, overTop = false) =>
      (pools.get(slot) ?? []).some(({ piece }) => slot !== 'onepiece' || (piece.kind.takesBase === true) === overTop);
    const pieces = fixed.map(({ piece }) => piece);
    const templates =
      request.slots === undefined
        ? outfitTemplates(pieces, brief, filled)
        : asked(request.slots, (slot) => (pools.get(slot)?.length ?? 0) > 0);
    return { brief, pools, templates };
  });
  const able = leastBare(wearers, concession.whole);
  const dressed = concession.owned ? wearingOwned(able) : able;
  if (dressed.length === 0) return [];
  const near = concession.budget || request.thrifty ? leastCost(dressed) * NEAR_LEAST : budget;
  const limit = concession.budget ? near : Math.min(near, budget);
  return searchOutfits({
    wearers: dressed,
    fixed,
    budget: limit,
    limit: request.limit,
    kinds,
    objective: deps.objective,
    ...(concession.occasion || request.slots !== undefined
      ? {}
      : { serves: (pieces: readonly Piece[], brief: Brief) => servesOccasion(pieces, brief, knowledge) }),
  });
}

/** The season that is dressed for: none where one moves in a heated room, and the pool's own in the water. */
function seasonWorn({ occasion, season }: Setting): string | undefined {
  if (occasion === POOL) return 'summer';
  return HEATED.has(occasion ?? '') ? undefined : season;
}

/** In the rain, and in the cold where one stays in it, a blazer is no coat; it is one where there is nothing else. */
function keepingOutWeather(slot: Slot, candidates: Candidate[], brief: Brief): Candidate[] {
  const { season, rain, occasionKnowledge, weatherTold } = brief;
  const cold = season !== undefined && SEASONS[season]?.outer === 'wanted';
  const outside = occasionKnowledge?.indoors !== true || weatherTold === true;
  if (slot !== 'outer' || !(rain || (cold && outside))) return candidates;
  const coats = candidates.filter(({ piece, owned }) => owned || (cold ? isCoat(piece) : piece.category !== 'blazer'));
  return coats.length > 0 ? coats : candidates;
}

/** Exactly the slots asked for, as far as they can be filled. */
function asked(slots: readonly Slot[], filled: (slot: Slot) => boolean): OutfitTemplate[] {
  const had = slots.filter((slot) => filled(slot));
  return had.length === 0 ? [] : [{ slots: had, complete: 1, lacks: slots.filter((slot) => !filled(slot)) }];
}

/** Only the templates that lack nothing; or, where half an outfit has to do, those that lack least. */
function leastBare(wearers: readonly WearerPools[], whole: boolean): WearerPools[] {
  const least = Math.min(...wearers.flatMap(({ templates }) => templates.map(bareness)));
  if (whole && least > 0) return [];
  return wearers.map((wearer) => ({
    ...wearer,
    templates: wearer.templates.filter((template) => bareness(template) <= least),
  }));
}

/** From pieces to a reply's outfits: rows read afresh, totals, reasons. */
async function present(
  found: readonly FoundOutfit[],
  setting: Setting,
  deps: OutfitComposerDeps,
  knowledge: FashionKnowledge,
  kinds: KindsTogether,
  concession: Concession,
): Promise<Outfit[]> {
  const { table, request } = setting;
  const ids = found.flatMap(({ fixed, chosen }) => [...fixed, ...chosen].flatMap(({ piece }) => piece.id ?? []));
  const sold = await deps.garments.getMany([...new Set(ids)]);
  const rows = new Map([...(request.wardrobe ?? []), ...sold].map((garment) => [garment.id, garment]));
  const owned = new Set(request.owned ?? []);
  const outfits: Outfit[] = [];
  for (const outfit of found) {
    const parts = [...outfit.fixed, ...outfit.chosen];
    const garments = parts.flatMap(({ piece }) => (piece.id === undefined ? [] : (rows.get(piece.id) ?? [])));
    const gone = parts.some(({ piece }) => piece.id !== undefined && !rows.has(piece.id));
    if (gone || garments.some((garment) => !owned.has(garment.id) && !inStock(garment))) continue;
    const total: Money = { minorUnits: parts.reduce((sum, { cost }) => sum + cost, 0), currency: table.currency };
    const budget = concession.budget ? undefined : setting.budget;
    const context = { brief: outfit.brief, knowledge, kinds, total, budget };
    const reasons = outfitReasons(
      parts.map(({ piece }) => piece),
      context,
    );
    outfits.push({ garments, total, score: outfit.score, reasons });
  }
  return request.thrifty ? outfits.sort((a, b) => a.total.minorUnits - b.total.minorUnits) : outfits;
}

/** Where the budget has to give, or as little as can be is to be spent: no outfit above the least by more than this. */
const NEAR_LEAST = 1.2;

/** What dressing completely costs at least, or at all where nothing is complete. */
function leastCost(wearers: readonly WearerPools[]): number {
  const costs = wearers.flatMap(({ templates, pools }) =>
    templates.map(({ slots, complete }) => ({
      complete,
      cost: slots.reduce((sum, slot) => sum + Math.min(...(pools.get(slot) ?? []).map(({ cost }) => cost)), 0),
    })),
  );
  const most = Math.min(1, Math.max(...costs.map(({ complete }) => complete)));
  return Math.min(...costs.filter(({ complete }) => complete >= most).map(({ cost }) => cost));
}

/** The table's price, unless the size asked for has its own. */
function sizedCost(piece: Piece, size: string | undefined, currency: string, rates: ExchangeRates): number | undefined {
  if (size === undefined || !piece.sizes.some((row) => row.price !== undefined)) return piece.cost;
  return costOf({ price: null, sizes: piece.sizes }, currency, rates, size) ?? piece.cost;
}

function cheapest(outfits: readonly Outfit[]): Money | undefined {
  return outfits.map(({ total }) => total).sort((a, b) => a.minorUnits - b.minorUnits)[0];
}
