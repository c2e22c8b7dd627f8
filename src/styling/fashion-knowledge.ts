import type { Vocabulary } from '../domain/vocabulary.js';
import { CATEGORIES, type CategoryKnowledge } from './knowledge/categories.js';
import type { OccasionKnowledge } from './knowledge/occasion-knowledge.js';
import { OCCASIONS } from './knowledge/occasions.js';
import type { Slot } from './outfit-composer.js';

/** The fashion knowledge seen through the vocabulary: an id without an entry of its own takes its parent's. */
export interface FashionKnowledge {
  /** Undefined where the category is not worn as a piece of an outfit (a perfume, underwear). */
  category(id: string | null): CategoryKnowledge | undefined;
  occasion(id: string): OccasionKnowledge | undefined;
  /** Categories of a slot that may be proposed, parents and children alike. */
  categoriesOf(slot: Slot): readonly string[];
  readonly slots: readonly Slot[];
}

/** Roots whose children are never inherited into an outfit: only those named in CATEGORIES are worn. */
const UNWORN_ROOTS = new Set(['underwear', 'beauty', 'other', 'gift_set']);

export function createFashionKnowledge(vocabulary: Vocabulary): FashionKnowledge {
  const byCategory = new Map<string, CategoryKnowledge>();
  for (const { id } of vocabulary.entries('category')) {
    const line = vocabulary.lineage('category', id);
    if (line.some((at) => UNWORN_ROOTS.has(at)) && CATEGORIES[id] === undefined) continue;
    const known = line.map((at) => CATEGORIES[at]).find((entry) => entry !== undefined);
    if (known) byCategory.set(id, known);
  }
  const bySlot = new Map<Slot, string[]>();
  for (const [id, { slot, proposed }] of byCategory) {
    if (proposed === false) continue;
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), id]);
  }
  return {
    category: (id) => (id === null ? undefined : byCategory.get(id)),
    occasion: (id) =>
      vocabulary
        .lineage('occasions', id)
        .map((at) => OCCASIONS[at])
        .find((entry) => entry !== undefined),
    categoriesOf: (slot) => bySlot.get(slot) ?? [],
    slots: [...bySlot.keys()],
  };
}
