import { z } from 'zod';

/** The facets of a garment that the vocabulary names, by their field names in a garment. */
export const FACETS = [
  'category',
  'colours',
  'pattern',
  'material',
  'sleeve',
  'neckline',
  'fit',
  'length',
  'seasons',
  'occasions',
  'styles',
  'audience',
] as const;
export type Facet = (typeof FACETS)[number];
export const facetSchema = z.enum(FACETS);

/** Facets that hold a list in a garment and in constraints alike. */
export const LIST_FACETS = ['colours', 'seasons', 'occasions', 'styles'] as const satisfies readonly Facet[];

/**
 * Facets in which several stated ids mean "any of them"; in the others all of them are wanted
 * (高腰阔腿裤: fit [high_waist, wide_leg]).
 */
export const ANY_OF_FACETS: ReadonlySet<Facet> = new Set<Facet>([
  'category',
  'colours',
  'seasons',
  'occasions',
  'audience',
]);

/** What a constraint, a relaxation or a reason can be about. */
export const CONSTRAINT_FACETS = [...FACETS, 'brand', 'price', 'size'] as const;
export type ConstraintFacet = (typeof CONSTRAINT_FACETS)[number];

/** The `facet` column of vocabulary.tsv (singular) for each field name. */
export const VOCABULARY_COLUMN: Readonly<Record<Facet, string>> = {
  category: 'category',
  colours: 'colour',
  pattern: 'pattern',
  material: 'material',
  sleeve: 'sleeve',
  neckline: 'neckline',
  fit: 'fit',
  length: 'length',
  seasons: 'season',
  occasions: 'occasion',
  styles: 'style',
  audience: 'audience',
};

/** An id of the vocabulary together with the facet it belongs to. */
export interface FacetValue {
  readonly facet: Facet;
  readonly id: string;
}
