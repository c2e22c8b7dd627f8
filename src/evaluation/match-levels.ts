import { enrich } from '../catalog/enrich.js';
import { bareGarment } from '../domain/bare-garment.js';
import type { Constraints } from '../domain/constraints.js';
import { type Facet, LIST_FACETS } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import type { PhotoTags } from '../domain/tags.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { facetEvidence } from '../ranking/facet-evidence.js';
import { matchLevel } from '../ranking/match-level.js';
import type { Product } from './kagl-products.js';
import type { LabelWords } from './label-words.js';
import { rounded } from './metrics.js';
import type { Figures } from './suite.js';

/** What requests state: every combination is asked. */
const REQUESTS: readonly (readonly Facet[])[] = [
  ['category'],
  ['colours'],
  ['category', 'colours'],
  ['category', 'seasons'],
  ['category', 'occasions'],
  ['category', 'colours', 'occasions'],
];
const COLUMNS = ['category3', 'colour', 'season', 'usage'] as const;
/** Requests a combination; each is held against every garment. */
const ASKED = 60;

/**
 * Of the garments called an exact match, how many have all that was asked: garments of which only the photo is known
 * (their facets are what the heads see), requests stated in labels, truth by the labels. Likeness plays no part.
 */
export function matchLevelFigures(
  products: readonly Product[],
  tags: readonly PhotoTags[],
  vocabulary: Vocabulary,
  words: LabelWords,
): Figures {
  const labelled = products.map((product) => truthOf(product, words));
  const seen = tags.map((one) => enrich(bareGarment(''), {}, [{ tags: one }], vocabulary).garment);
  const figures: Record<string, Figures> = {};
  const total = { exact: 0, right: 0 };
  for (const facets of REQUESTS) {
    const counts = { exact: 0, right: 0, close: 0, satisfying: 0 };
    for (const constraints of requestsFor(facets, labelled)) {
      for (const [at, garment] of seen.entries()) {
        const truth = labelled[at];
        // A row whose label is missing proves nothing either way.
        if (!truth || facets.some((facet) => values(truth, facet).length === 0)) continue;
        const satisfied = facetEvidence(truth, constraints, vocabulary).every(holds);
        const evidence = { facets: facetEvidence(garment, constraints, vocabulary), withinLimits: true } as const;
        const level = matchLevel({ ...evidence, words: 'none' }, { sameAsPhoto: 1, likePhoto: 1, describedByWords: 1 });
        counts.satisfying += Number(satisfied);
        counts.exact += Number(level === 'exact');
        counts.right += Number(level === 'exact' && satisfied);
        counts.close += Number(level === 'close' && satisfied);
      }
    }
    total.exact += counts.exact;
    total.right += counts.right;
    figures[facets.join(' + ')] = {
      exact: counts.exact,
      'of them right': rounded(counts.right / Math.max(1, counts.exact)),
      'of the satisfying, exact': rounded(counts.right / Math.max(1, counts.satisfying)),
      'of the satisfying, close': rounded(counts.close / Math.max(1, counts.satisfying)),
    };
  }
  return { ...figures, all: { exact: total.exact, 'of them right': rounded(total.right / Math.max(1, total.exact)) } };
}

function holds({ answer }: { readonly answer: string }): boolean {
  return answer === 'holds' || answer === 'kin';
}

/** The garment as its labels describe it. */
function truthOf(product: Product, words: LabelWords): Garment {
  const garment: Garment = bareGarment(product.id);
  for (const column of COLUMNS) {
    for (const { facet, id } of words.idsOf(`kagl.${column}`, product[column])) {
      const list = LIST_FACETS.find((name) => name === facet);
      if (list !== undefined) garment[list] = [...garment[list], id];
      else Object.assign(garment, { [facet]: garment[facet as 'category'] ?? id });
    }
  }
  return garment;
}

/** Requests for what garments of the collection have, spread over it and each asked once. */
function requestsFor(facets: readonly Facet[], garments: readonly Garment[]): Constraints[] {
  const requests = new Map<string, Constraints>();
  const step = Math.max(1, Math.floor(garments.length / (ASKED * 4)));
  for (let at = 0; at < garments.length && requests.size < ASKED; at += step) {
    const garment = garments[at];
    if (!garment || facets.some((facet) => values(garment, facet).length === 0)) continue;
    const asked = Object.fromEntries(
      facets.map((facet) => {
        const [first] = values(garment, facet);
        return [facet, LIST_FACETS.some((list) => list === facet) ? [first] : first];
      }),
    );
    requests.set(JSON.stringify(asked), asked as Constraints);
  }
  return [...requests.values()];
}

function values(garment: Garment, facet: Facet): readonly string[] {
  const value = garment[facet];
  return value === null ? [] : typeof value === 'string' ? [value] : value;
}
