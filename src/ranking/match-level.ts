import type { Match } from '../domain/reply.js';
import type { LikenessLevels } from '../encoding/encoder.js';
import type { FacetEvidence } from './facet-evidence.js';

export interface MatchEvidence {
  /** One entry a stated facet. */
  readonly facets: readonly FacetEvidence[];
  /** False where a stated budget or size had to give way for this garment. */
  readonly withinLimits: boolean;
  /** Of the words that name no facet: all found in the row's text, none of them asked, or some missing. */
  readonly words: 'all' | 'none' | 'missing';
  /** Cosine with the query's photo or the garment to resemble, where there is one. */
  readonly image?: number;
  /** Cosine with the words. */
  readonly text?: number;
}

/**
 * How a garment answers the request. Exact needs every stated wish to hold in the row by the very kind asked
 * for, every other word to stand in its text, and, with a photo, the likeness of a twin. A wish the row is
 * silent about, or that a photo only suggests, is never exact: no fact is invented.
 */
export function matchLevel(evidence: MatchEvidence, levels: LikenessLevels): Match {
  const missed = evidence.facets.filter((facet) => facet.answer === 'fails' || facet.answer === 'unknown');
  const failed = evidence.facets.filter((facet) => facet.answer === 'fails');
  if (failed.some((facet) => facet.facet === 'category') || failed.length > 1) return 'loose';
  const close = missed.length === 0 && evidence.withinLimits ? 'exact' : 'close';
  const likeness = likenessLevel(evidence, levels);
  const proven = !kinOnly(evidence.facets) && !evidence.facets.some((facet) => facet.guessed);
  return worse(worse(close, likeness), proven ? 'exact' : 'close');
}

function likenessLevel(evidence: MatchEvidence, levels: LikenessLevels): Match {
  const stated = evidence.facets.length > 0;
  if (evidence.image !== undefined) {
    if (evidence.image >= levels.sameAsPhoto) return worse('exact', wordsLevel(evidence, levels));
    return evidence.image >= levels.likePhoto || stated ? 'close' : 'loose';
  }
  if (stated || evidence.words === 'all') return wordsLevel(evidence, levels);
  // Nothing stated that a row could confirm: likeness alone carries the match, and it is not proof.
  if (evidence.text === undefined) return 'close';
  return evidence.text >= levels.describedByWords && evidence.words !== 'missing' ? 'close' : 'loose';
}

function wordsLevel(evidence: MatchEvidence, levels: LikenessLevels): Match {
  if (evidence.words !== 'missing') return 'exact';
  return evidence.facets.length > 0 || (evidence.text ?? 0) >= levels.describedByWords ? 'close' : 'loose';
}

/** Unisex for women and all-season for summer do hold; a denim jacket for "jacket" is only of the kin. */
function kinOnly(facets: readonly FacetEvidence[]): boolean {
  return facets.some((facet) => facet.facet === 'category' && facet.answer === 'kin');
}

const ORDER: readonly Match[] = ['exact', 'close', 'loose'];

/** The lesser of two levels. */
export function worse(a: Match, b: Match): Match {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

/** 0 exact, 1 close, 2 loose. */
export function matchTier(match: Match): number {
  return ORDER.indexOf(match);
}
