import type { GarmentStore } from '../../catalog/garment-store.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { createOutfitComposer } from '../../styling/compose-outfits.js';
import { areaOf, ensembleClo, meanFormality, pairWeight } from '../../styling/ensemble-terms.js';
import type { KindsTogether } from '../../styling/kinds-together.js';
import { SEASONS } from '../../styling/knowledge/seasons.js';
import type { Objective } from '../../styling/objective.js';
import type { OutfitRequest } from '../../styling/outfit-composer.js';
import { type PairTerms, pairTerms } from '../../styling/pair-affinity.js';
import type { Piece } from '../../styling/piece.js';
import { type Brief, rightForSeason, suitability } from '../../styling/piece-suitability.js';
import { stylesTogether } from '../../styling/style-affinity.js';
import { mean } from '../metrics.js';
import { seededDraws } from '../resampling.js';
import { briefOf } from './look-questions.js';
import type { Term } from './terms.js';

/** A request with the brief it is measured by. */
export interface AskedOutfit {
  readonly request: OutfitRequest;
  readonly brief: Brief;
}

const SEASON_IDS = ['spring', 'summer', 'autumn', 'winter'] as const;
const OCCASION_IDS = ['daily', 'work', 'interview', 'date', 'party', 'banquet', 'wedding_guest', 'travel', 'school'];
const WEARERS = ['women', 'men'] as const;
const ANCHORED = 72;

/** Every occasion in every season for both wearers, and as many anchors drawn with a fixed seed. */
export function fixedRequests(shelf: readonly Piece[], vocabulary: Vocabulary): AskedOutfit[] {
  const asked: AskedOutfit[] = [];
  for (const occasion of OCCASION_IDS) {
    for (const season of SEASON_IDS) {
      for (const audience of WEARERS) {
        const brief = briefOf({ wearer: audience, season, occasion }, vocabulary);
        asked.push({ request: { occasion, season, audience, limit: 1 }, brief });
      }
    }
  }
  const draw = seededDraws(29);
  const worn = shelf.filter(
    ({ available, audience, kind }) =>
      available && areaOf(kind.slot) >= 0.4 && !kind.onlyFor && ['women', 'men', 'unisex'].includes(audience ?? ''),
  );
  for (let at = 0; at < ANCHORED; at++) {
    const anchor = worn[draw(worn.length)];
    if (anchor?.id === undefined) continue;
    const seasons = SEASON_IDS.filter((id) => rightForSeason(anchor, id));
    const season = seasons[draw(seasons.length)] ?? 'spring';
    const wearer = anchor.audience === 'men' ? 'men' : 'women';
    asked.push({
      request: { garmentId: anchor.id, season, audience: wearer, limit: 1 },
      brief: briefOf({ wearer, season }, vocabulary),
    });
  }
  return asked;
}

/** The best outfit of each request under an objective; undefined where there is none. */
export async function composeAll(
  asked: readonly AskedOutfit[],
  deps: { store: GarmentStore; vocabulary: Vocabulary; kinds: KindsTogether; pieces: readonly Piece[] },
  objective: Objective,
): Promise<(readonly Piece[] | undefined)[]> {
  const compose = createOutfitComposer({
    garments: deps.store,
    vocabulary: deps.vocabulary,
    rates: { base: 'CNY', perUnit: {} },
    clock: () => new Date('2026-05-10T00:00:00Z'),
    kinds: deps.kinds,
    objective,
  });
  const byId = new Map(deps.pieces.map((piece) => [piece.id, piece]));
  const outfits: (readonly Piece[] | undefined)[] = [];
  for (const { request } of asked) {
    const [outfit] = (await compose(request)).outfits;
    outfits.push(outfit?.garments.flatMap(({ id }) => byId.get(id) ?? []));
  }
  return outfits;
}

/** What each term is to bring about in an outfit, measured without the objective's weights. */
export const MEASURES: Readonly<
  Record<Term, (pieces: readonly Piece[], brief: Brief, kinds: KindsTogether) => number>
> = {
  colour: (pieces) => overPairs(pieces, 'colour'),
  pattern: (pieces) => overPairs(pieces, 'pattern'),
  // Of what is seen: how far the dressiest piece is from the plainest.
  formality: (pieces) => {
    const levels = pieces.filter(({ kind }) => areaOf(kind.slot) >= 0.4).map(({ formality }) => formality);
    return Math.max(...levels) - Math.min(...levels);
  },
  style: (pieces) => mean(pairsOf(pieces).map(([a, b]) => stylesTogether(a.styleIndex, b.styleIndex))),
  photoVectors: (pieces) => mean(pairsOf(pieces).flatMap(([a, b]) => cosine(a.look, b.look) ?? [])),
  kinds: (pieces, _brief, kinds) => kinds.score(pieces.map(({ category }) => category)),
  suits: (pieces, brief) => mean(pieces.map((piece) => suitability(piece, brief))),
  // Clo outside of what the season asks, indoors of half as much at least.
  warmth: (pieces, { season, occasionKnowledge }) => {
    const [low = 0, high = Number.POSITIVE_INFINITY] = SEASONS[season ?? '']?.clo ?? [];
    return outside(ensembleClo(pieces), [occasionKnowledge?.indoors ? low / 2 : low, high]);
  },
  level: (pieces, { occasionKnowledge }) => outside(meanFormality(pieces), occasionKnowledge?.formality),
  // Colours that are no neutral ground.
  restraint: (pieces) => new Set(pieces.flatMap(({ accent }) => (accent < 0 ? [] : [accent]))).size,
};

function outside(value: number, range: readonly [number, number] | undefined): number {
  return range === undefined ? 0 : Math.max(0, range[0] - value, value - range[1]);
}

function pairsOf(pieces: readonly Piece[]): (readonly [Piece, Piece])[] {
  return pieces.flatMap((a, at) => pieces.slice(at + 1).map((b) => [a, b] as const));
}

function overPairs(pieces: readonly Piece[], term: keyof PairTerms): number {
  let sum = 0;
  let weights = 0;
  for (const [a, b] of pairsOf(pieces)) {
    const weight = pairWeight(a.kind.slot, b.kind.slot);
    sum += weight * pairTerms(a, b)[term];
    weights += weight;
  }
  return sum / (weights || 1);
}

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  let dot = 0;
  for (let at = 0; at < a.length; at++) dot += (a[at] ?? 0) * (b[at] ?? 0);
  return dot;
}
