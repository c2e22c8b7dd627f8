import { describe, expect, it } from 'vitest';
import type { Facet } from '../../src/domain/facet.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { CATEGORIES } from '../../src/styling/knowledge/categories.js';
import { COLOURS } from '../../src/styling/knowledge/colours.js';
import { MATERIALS } from '../../src/styling/knowledge/materials.js';
import { OCCASIONS } from '../../src/styling/knowledge/occasions.js';
import { PATTERNS } from '../../src/styling/knowledge/patterns.js';
import { STYLES } from '../../src/styling/knowledge/styles.js';
import { projectVocabulary } from '../support/in-memory-catalogue.js';

const vocabulary = projectVocabulary();
const knowledge = createFashionKnowledge(vocabulary);

describe('fashion knowledge', () => {
  it.each<[Facet, object]>([
    ['category', CATEGORIES],
    ['colours', COLOURS],
    ['material', MATERIALS],
    ['occasions', OCCASIONS],
    ['pattern', PATTERNS],
    ['styles', STYLES],
  ])('names only %s ids that the vocabulary has', (facet, table) => {
    expect(Object.keys(table).filter((id) => !vocabulary.has(facet, id))).toEqual([]);
  });

  it('names only known ids in what an occasion favours and avoids', () => {
    const unknown = Object.values(OCCASIONS).flatMap(({ favours, avoids }) => [
      ...[...(favours?.categories ?? []), ...(avoids?.categories ?? [])].filter(
        (id) => !vocabulary.has('category', id),
      ),
      ...[...(favours?.colours ?? []), ...(avoids?.colours ?? []), ...(avoids?.largeColours ?? [])].filter(
        (id) => !vocabulary.has('colours', id),
      ),
      ...[...(favours?.patterns ?? []), ...(avoids?.patterns ?? [])].filter((id) => !vocabulary.has('pattern', id)),
      ...(favours?.styles ?? []).filter((id) => !vocabulary.has('styles', id)),
    ]);
    expect(unknown).toEqual([]);
  });

  it('never favours what it avoids', () => {
    for (const { favours, avoids } of Object.values(OCCASIONS)) {
      const avoided = new Set(avoids?.categories);
      expect((favours?.categories ?? []).filter((id) => avoided.has(id))).toEqual([]);
    }
  });

  it.each([
    ['dress', 'onepiece'],
    ['tshirt', 'top'],
    ['cardigan', 'mid'],
    ['vest', 'mid'],
    ['sweater', 'mid'],
    ['hoodie', 'mid'],
    ['blazer', 'outer'],
    ['jeans', 'bottom'],
    ['heels', 'footwear'],
    ['backpack', 'bag'],
    ['scarf', 'scarf'],
    ['earrings', 'earrings'],
  ])('wears a %s in the slot %s', (category, slot) => {
    expect(knowledge.category(category)?.slot).toBe(slot);
  });

  it.each(['fragrance', 'lipstick', 'bra', 'gift_set', 'other', null])('does not wear %s', (category) => {
    expect(knowledge.category(category)).toBeUndefined();
  });

  it('gives an occasion without an entry what its parent asks', () => {
    expect(knowledge.occasion('running')).toBe(OCCASIONS.sports);
    expect(knowledge.occasion('interview')).toBe(OCCASIONS.interview);
  });
});
