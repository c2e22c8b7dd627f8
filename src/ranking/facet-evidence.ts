import { generousIds } from '../catalog/generous-kinds.js';
import { type Constraints, statedIds } from '../domain/constraints.js';
import { ANY_OF_FACETS, FACETS, type Facet, LIST_FACETS } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import type { Vocabulary } from '../domain/vocabulary.js';

/**
 * How a garment's row answers one stated facet: `holds` by the very kind asked for, `kin` by a kind that the
 * word may also mean (asked jacket, is a denim jacket) or by a colour that is not its main one, `unknown` where the row is silent, `fails` otherwise.
 */
export type Answer = 'holds' | 'kin' | 'unknown' | 'fails';

export interface FacetEvidence {
  readonly facet: Facet | 'brand';
  readonly answer: Answer;
  /** The garment's own ids that answer, or the asked ones its words name. */
  readonly ids: readonly string[];
  /** True where the row's value is what a photo suggests, not what a feed states. */
  readonly guessed?: boolean;
  /** True where the garment's title says so itself. */
  readonly titled?: boolean;
}

/** The garment's ids of a facet, empty where the row is silent. */
export function idsOf(garment: Garment, facet: Facet): readonly string[] {
  const value = garment[facet];
  if (value === null) return [];
  return typeof value === 'string' ? [value] : value;
}

/** One piece of evidence for each facet the shopper stated, from the row alone. */
export function facetEvidence(garment: Garment, constraints: Constraints, vocabulary: Vocabulary): FacetEvidence[] {
  const evidence: FacetEvidence[] = [];
  for (const facet of FACETS) {
    const wanted = statedIds(constraints, facet);
    if (wanted.length === 0) continue;
    const answer = answerOf(garment, facet, wanted, vocabulary);
    const titled = answer.ids.length > 0 && answer.ids.every((id) => names(garment, facet, id, vocabulary));
    evidence.push({
      ...answer,
      ...(garment.guessed?.includes(facet) ? { guessed: true } : {}),
      ...(titled ? { titled } : {}),
    });
  }
  const brands = statedIds(constraints, 'brand');
  if (brands.length > 0) {
    const same = garment.brand !== null && brands.some((brand) => sameBrand(brand, garment.brand ?? ''));
    const answer = same ? 'holds' : garment.brand === null ? 'unknown' : 'fails';
    evidence.push({ facet: 'brand', answer, ids: same && garment.brand !== null ? [garment.brand] : [] });
  }
  return evidence;
}

/** Brands are compared as shoppers type them: case, spaces and dashes do not count. */
export function sameBrand(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\-_.'’]+/g, '');
  return plain(a) === plain(b);
}

function answerOf(garment: Garment, facet: Facet, wanted: string[], vocabulary: Vocabulary): FacetEvidence {
  const own = idsOf(garment, facet);
  const verdicts = wanted.map((id) => answerToOne(garment, facet, id, own, vocabulary));
  const good = (verdict: FacetEvidence) => verdict.answer === 'holds' || verdict.answer === 'kin';
  if (ANY_OF_FACETS.has(facet)) {
    const best =
      verdicts.find((verdict) => verdict.answer === 'holds') ??
      verdicts.find(good) ??
      verdicts.find((verdict) => verdict.answer === 'unknown');
    return best ?? { facet, answer: 'fails', ids: [] };
  }
  const failing = verdicts.find((verdict) => !good(verdict));
  const ids = [...new Set(verdicts.filter(good).flatMap((verdict) => verdict.ids))];
  if (failing) return { facet, answer: failing.answer, ids };
  return { facet, answer: verdicts.some((verdict) => verdict.answer === 'kin') ? 'kin' : 'holds', ids };
}

function answerToOne(
  garment: Garment,
  facet: Facet,
  wanted: string,
  own: readonly string[],
  vocabulary: Vocabulary,
): FacetEvidence {
  const same = own.filter((id) => vocabulary.isKindOf(facet, id, wanted));
  // The first colour is the garment's own; a red flower on a black dress is red only by the way.
  const byTheWay = facet === 'colours' && same.length > 0 && same[0] !== own[0];
  if (same.length > 0) return { facet, answer: byTheWay ? 'kin' : 'holds', ids: same };
  const generous = generousIds(facet, wanted);
  const kin = own.filter((id) => generous.some((wide) => vocabulary.isKindOf(facet, id, wide)));
  if (kin.length > 0) return { facet, answer: 'kin', ids: kin };
  // A row has one fit, but its title may name a second one (高腰阔腿裤): that too is the catalogue's word.
  if (isSingle(facet) && facet !== 'category' && names(garment, facet, wanted, vocabulary)) {
    return { facet, answer: 'holds', ids: [wanted] };
  }
  return { facet, answer: own.length === 0 ? 'unknown' : 'fails', ids: [] };
}

function isSingle(facet: Facet): boolean {
  return !LIST_FACETS.some((list) => list === facet);
}

function names(garment: Garment, facet: Facet, id: string, vocabulary: Vocabulary): boolean {
  const entry = vocabulary.entry(facet, id);
  if (!entry) return false;
  const chinese = garment.title['zh-CN'];
  // One character names too much (棉 in 棉花糖).
  if (entry.synonyms['zh-CN'].some((word) => word.length > 1 && chinese.includes(word))) return true;
  const english = ` ${garment.title.en.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `;
  return entry.synonyms.en.some((word) => english.includes(` ${word.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `));
}
