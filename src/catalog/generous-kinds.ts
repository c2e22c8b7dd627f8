import type { Facet } from '../domain/facet.js';
import type { Vocabulary } from '../domain/vocabulary.js';

/**
 * Generic words whose special forms are siblings in the vocabulary, not children: who asks for 裤子 takes
 * jeans, who asks for boots takes ankle boots. Ranking puts the exact kind first.
 */
const GENEROUS_CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  trousers: ['dress_trousers', 'chinos', 'cargo_pants', 'joggers', 'jeans', 'leggings', 'capris'],
  jacket: ['denim_jacket', 'leather_jacket', 'bomber_jacket', 'shell_jacket', 'sun_protection_jacket', 'padded_jacket'],
  coat: ['trench_coat', 'parka'],
  sweatshirt: ['hoodie'],
  sweater: ['cardigan'],
  shirt: ['blouse'],
  tank_top: ['camisole'],
  dress: ['gown', 'qipao'],
  boots: ['ankle_boots'],
  sneakers: ['sports_shoes'],
  sports_shoes: ['sneakers'],
  casual_shoes: ['sneakers', 'loafers'],
  slippers: ['flip_flops'],
  sandals: ['flip_flops'],
  handbag: ['tote', 'crossbody'],
  hat: ['cap', 'beanie'],
  scarf: ['shawl'],
  necklace: ['pendant'],
  bracelet: ['bangle'],
  swimsuit: ['bikini'],
  pyjamas: ['nightdress', 'loungewear'],
};

/** A garment for all of them is also one for each. */
const SATISFIED_BY: Readonly<Partial<Record<Facet, Readonly<Record<string, readonly string[]>>>>> = {
  seasons: { spring: ['all_season'], summer: ['all_season'], autumn: ['all_season'], winter: ['all_season'] },
  audience: { women: ['unisex'], men: ['unisex'] },
};

/** The ids that satisfy a wish for `id`, beside what the vocabulary places below it. */
export function generousIds(facet: Facet, id: string): readonly string[] {
  if (facet === 'category') return GENEROUS_CATEGORIES[id] ?? [];
  return SATISFIED_BY[facet]?.[id] ?? [];
}

/** Every id a garment may carry to answer a wish for `id`: itself, what is below it, and the generous ones. */
export function acceptedIds(vocabulary: Vocabulary, facet: Facet, id: string): Set<string> {
  const accepted = new Set<string>();
  for (const start of [id, ...generousIds(facet, id)]) {
    for (const below of vocabulary.descendants(facet, start)) accepted.add(below);
  }
  return accepted;
}

/**
 * Every id that an exclusion of `id` forbids. "No trousers" forbids jeans; but who wants nothing for winter
 * may still wear what suits all seasons, so the other facets forbid only what is below.
 */
export function forbiddenIds(vocabulary: Vocabulary, facet: Facet, id: string): Set<string> {
  if (facet === 'category') return acceptedIds(vocabulary, facet, id);
  return new Set(vocabulary.descendants(facet, id));
}
