import { FACETS, type Facet } from '../domain/facet.js';
import { type Garment, type GarmentSize, inStock } from '../domain/garment.js';
import { sizeKeys } from '../domain/size-match.js';
import type { Vocabulary } from '../domain/vocabulary.js';

/** Garments with something to sell now. */
export const AVAILABLE = 'available';
/** Garments of which some size has a price of its own, so that a budget must look at the size. */
export const SIZE_PRICED = 'size-priced';

export function facetTerm(facet: Facet, id: string): string {
  return `facet:${facet}:${id}`;
}

/** Brands meet whatever their case, width and spacing: `Ａcme  Co` and `acme co`. */
export function brandTerm(brand: string): string {
  return `brand:${brand.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()}`;
}

/** Garments that are made in the size. */
export function madeInSizeTerm(key: string): string {
  return `made-in:${key}`;
}

/** Garments that are in stock in the size. */
export function stockedSizeTerm(key: string): string {
  return `in-stock:${key}`;
}

/** Garments of which a size is sold under the stock keeping unit. */
export function skuTerm(sku: string): string {
  return `sku:${sku}`;
}

export function wordTerm(word: string): string {
  return `word:${word.normalize('NFKC').toLowerCase()}`;
}

/** The ids a garment carries in a facet, as a list. */
export function garmentIds(garment: Garment, facet: Facet): readonly string[] {
  const value = garment[facet];
  if (value === null) return [];
  return typeof value === 'string' ? [value] : value;
}

/** What does not change without a new version of the garment. */
export function contentTerms(garment: Garment): string[] {
  const terms = FACETS.flatMap((facet) => garmentIds(garment, facet).map((id) => facetTerm(facet, id)));
  if (garment.brand !== null) terms.push(brandTerm(garment.brand));
  return [...new Set(terms)];
}

/** What changes with price and stock. */
export function offerTerms(sizes: readonly GarmentSize[]): Set<string> {
  const terms = new Set<string>();
  if (inStock({ sizes: [...sizes] })) terms.add(AVAILABLE);
  for (const size of sizes) {
    if (size.price !== undefined) terms.add(SIZE_PRICED);
    if (size.sku !== undefined) terms.add(skuTerm(size.sku));
    for (const key of sizeKeys(size.size)) {
      terms.add(madeInSizeTerm(key));
      if (size.stock === null || size.stock > 0) terms.add(stockedSizeTerm(key));
    }
  }
  return terms;
}

/** A text of a garment and how much a word in it counts. */
export interface IndexedText {
  readonly text: string;
  readonly weight: number;
}

/**
 * The texts BM25 reads: titles over facet names over descriptions. Facets are named in both languages, kinds
 * above included, so that "dress" finds a garment whose feed speaks Chinese alone.
 */
export function indexedTexts(garment: Garment, vocabulary: Vocabulary): IndexedText[] {
  const names: string[] = [];
  for (const facet of FACETS) {
    for (const id of garmentIds(garment, facet)) {
      for (const kind of vocabulary.lineage(facet, id)) {
        names.push(vocabulary.displayName(facet, kind, 'zh-CN'), vocabulary.displayName(facet, kind, 'en'));
      }
    }
  }
  const once = (texts: readonly string[]) => [...new Set(texts.filter((text) => text.trim() !== ''))].join(' \n');
  return [
    { text: once([garment.title['zh-CN'], garment.title.en]), weight: 4 },
    { text: once([...names, garment.brand ?? '']), weight: 2 },
    { text: once([garment.description['zh-CN'], garment.description.en]), weight: 1 },
  ];
}
