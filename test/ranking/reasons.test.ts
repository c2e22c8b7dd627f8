import { describe, expect, it } from 'vitest';
import type { Constraints } from '../../src/domain/constraints.js';
import { facetEvidence } from '../../src/ranking/facet-evidence.js';
import { reasonsFor } from '../../src/ranking/reasons.js';
import { garment, vocabulary } from '../support/search-shop.js';

const sundress = garment('d', {
  category: 'dress',
  pattern: 'floral',
  styles: ['french', 'boho'],
  title: { 'zh-CN': '波西米亚碎花连衣裙', en: 'Boho floral dress' },
});
const facets = (constraints: Constraints) =>
  reasonsFor({
    garment: sundress,
    constraints,
    facets: facetEvidence(sundress, constraints, vocabulary),
    rates: { base: 'CNY', perUnit: {} },
    words: [],
    likePhoto: false,
    likeGarment: false,
    likeLiked: false,
  }).map(({ facet }) => facet);

describe('the reasons of a garment', () => {
  it('begin with what its title leaves unsaid', () => {
    expect(facets({ category: 'dress', pattern: 'floral', styles: ['french'] })).toEqual([
      'styles',
      'category',
      'pattern',
    ]);
  });
  it('name no wish that the garment does not answer', () => {
    expect(facets({ category: 'coat', styles: ['punk'] })).toEqual([]);
  });
});
