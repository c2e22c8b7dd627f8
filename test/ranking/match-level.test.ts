import { describe, expect, it } from 'vitest';
import { facetEvidence } from '../../src/ranking/facet-evidence.js';
import { matchLevel } from '../../src/ranking/match-level.js';
import { garment, vocabulary } from '../support/search-shop.js';

const levels = { sameAsPhoto: 0.8, likePhoto: 0.6, describedByWords: 0.3 };
const dress = garment('d', {
  category: 'dress',
  colours: ['navy'],
  fit: 'wide_leg',
  title: { 'zh-CN': '高腰阔腿连衣裙', en: 'High waist wide-leg dress' },
  audience: 'unisex',
  seasons: ['all_season'],
});
const level = (constraints: Parameters<typeof facetEvidence>[1], more = {}) =>
  matchLevel(
    { facets: facetEvidence(dress, constraints, vocabulary), withinLimits: true, words: 'none', ...more },
    levels,
  );

describe('the match level', () => {
  it('is exact where every stated wish holds, a kind counting as what is above it', () => {
    expect(level({ category: 'onepiece', colours: ['blue'] })).toBe('exact');
  });
  it('is close where one wish fails or the row is silent about it', () => {
    expect(level({ category: 'dress', colours: ['red'] })).toBe('close');
    expect(level({ category: 'dress', material: 'silk' })).toBe('close');
  });
  it('is close where a photo suggests what nobody states', () => {
    const guessed = { ...dress, guessed: ['colours' as const] };
    const asked = (constraints: Parameters<typeof facetEvidence>[1]) =>
      matchLevel(
        { facets: facetEvidence(guessed, constraints, vocabulary), withinLimits: true, words: 'none' },
        levels,
      );
    expect(asked({ category: 'dress', colours: ['navy'] })).toBe('close');
    expect(asked({ category: 'dress' })).toBe('exact');
  });
  it('is loose where the kind differs or several wishes fail', () => {
    expect(level({ category: 'coat' })).toBe('loose');
    expect(level({ category: 'dress', colours: ['red'], audience: 'men', seasons: ['winter'], fit: 'slim' })).toBe(
      'loose',
    );
  });
  it('holds a second fit that the title names in either language', () => {
    expect(level({ fit: ['high_waist', 'wide_leg'] })).toBe('exact');
  });
  it('holds unisex for women and all-season for summer', () => {
    expect(level({ category: 'dress', audience: 'women', seasons: ['summer'] })).toBe('exact');
  });
  it('is never exact over the budget, or without one of the words asked for', () => {
    expect(level({ category: 'dress' }, { withinLimits: false })).toBe('close');
    expect(level({ category: 'dress' }, { words: 'missing' })).toBe('close');
  });
  it('needs the likeness of a twin to be exact for a photo', () => {
    expect(level({}, { image: 0.9 })).toBe('exact');
    expect(level({}, { image: 0.7 })).toBe('close');
    expect(level({}, { image: 0.2 })).toBe('loose');
  });
  it('takes likeness to words alone for close at most', () => {
    expect(level({}, { text: 0.5 })).toBe('close');
    expect(level({}, { text: 0.1 })).toBe('loose');
    expect(level({}, { text: 0.5, words: 'missing' })).toBe('loose');
  });
});
