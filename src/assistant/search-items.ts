import type { Constraints } from '../domain/constraints.js';
import type { ExchangeRates } from '../domain/money.js';
import type { Item } from '../domain/reply.js';
import type { LikenessLevels } from '../encoding/encoder.js';
import { priceHolds, sizeInStock } from '../ranking/hard-limits.js';
import { type MatchEvidence, matchLevel, matchTier } from '../ranking/match-level.js';
import type { RankedCandidate } from '../ranking/rank-candidates.js';
import { reasonsFor } from '../ranking/reasons.js';
import { type SplitForIndex, wordsInRow } from './search-words.js';

/** What turns a ranked garment into a card's item. */
export interface ItemContext {
  /** As the shopper stated them, before anything gave way. */
  readonly constraints: Constraints;
  readonly keywords: readonly string[];
  readonly split: SplitForIndex;
  readonly rates: ExchangeRates;
  readonly levels: LikenessLevels;
  /** True where a photo was sent; false where the likeness is to a garment of the catalogue. */
  readonly fromPhoto: boolean;
}

export interface JudgedItem extends Item {
  /** 0 all wishes by the very kind asked for, 1 all of them by kin too, 2 all but for the likeness, 3 nearly, 4 by
   * resemblance. */
  readonly tier: number;
  readonly embedding: Float32Array | undefined;
  readonly groupId: string | undefined;
}

/** From this cosine on a garment counts as like what the shopper liked. */
const LIKE_LIKED = 0.57;

/** Judges how well a ranked garment answers, and says why, from its row alone. */
export function judge(candidate: RankedCandidate, context: ItemContext): JudgedItem {
  const { garment, facets, signals } = candidate;
  const words = wordsInRow(garment, context.keywords, context.split);
  const sized = context.constraints.size === undefined || sizeInStock(garment, context.constraints) !== undefined;
  const evidence: MatchEvidence = {
    facets,
    withinLimits: sized && priceHolds(garment, context.constraints, context.rates),
    words: context.keywords.length === 0 ? 'none' : words.length === context.keywords.length ? 'all' : 'missing',
    ...(signals.image === undefined ? {} : { image: signals.image }),
    ...(signals.text === undefined ? {} : { text: signals.text }),
  };
  const alike = (signals.image ?? -1) >= context.levels.likePhoto;
  return {
    garment,
    score: candidate.score,
    match: matchLevel(evidence, context.levels),
    scores: candidate.scores,
    reasons: reasonsFor({
      garment,
      constraints: context.constraints,
      facets,
      rates: context.rates,
      words,
      likePhoto: alike && context.fromPhoto,
      likeGarment: alike && !context.fromPhoto,
      likeLiked: (signals.personal ?? -1) >= LIKE_LIKED,
    }),
    tier: tierOf(evidence, context.levels),
    embedding: candidate.embedding,
    groupId: garment.groupId,
  };
}

/** Generous kinds answer in full, and stand behind the very kind. */
function tierOf(evidence: MatchEvidence, levels: LikenessLevels): number {
  const { facets } = evidence;
  const generous = facets.map((one) => (one.answer === 'kin' ? { ...one, answer: 'holds' as const } : one));
  const tier = matchTier(matchLevel({ ...evidence, facets: generous }, levels));
  if (tier === 0) return Number(facets.some((one) => one.answer === 'kin'));
  // "Like this but navy": a navy one that is no twin stands before a likelier one that is not navy.
  if (tier === 1 && keepsWishes({ ...evidence, facets: generous })) return 2;
  return tier + 2;
}

/** True where something was wished for, and the row keeps all of it. */
function keepsWishes({ facets, withinLimits, words }: MatchEvidence): boolean {
  return withinLimits && words !== 'missing' && facets.length > 0 && facets.every((one) => one.answer === 'holds');
}

/** The item as the reply carries it. */
export function plainItem({ garment, score, match, scores, reasons }: JudgedItem): Item {
  return { garment, score, match, scores, reasons };
}
