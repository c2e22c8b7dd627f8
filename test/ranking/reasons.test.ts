import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Constraints } from '../../src/domain/constraints.js';
import type { Garment } from '../../src/domain/garment.js';
import { LOCALES } from '../../src/domain/locale.js';
import { facetEvidence } from '../../src/ranking/facet-evidence.js';
import { reasonsFor } from '../../src/ranking/reasons.js';
import { garment, vocabulary } from '../support/search-shop.js';

const sundress = garment('d', {
  category: 'dress',
  pattern: 'floral',
  styles: ['french', 'boho'],
  title: { 'zh-CN': '波西米亚碎花连衣裙', en: 'Boho floral dress' },
});
const reasonsOf = (found: Garment, constraints: Constraints) =>
  reasonsFor({
    garment: found,
    constraints,
    facets: facetEvidence(found, constraints, vocabulary),
    rates: { base: 'CNY', perUnit: {} },
    words: [],
    likePhoto: false,
    likeGarment: false,
    likeLiked: false,
  });
const facets = (constraints: Constraints) => reasonsOf(sundress, constraints).map(({ facet }) => facet);

describe('the reasons of a garment', () => {
  it('begin with what its title leaves unsaid', () => {
    expect(facets({ category: 'dress', pattern: 'floral', styles: ['french'] })).toEqual([
      'styles',
      'category',
      'pattern',
    ]);
  });
  it('say of a colour by the way that there is a little of it, and of the main one that it is the garment’s', () => {
    const pink = garment('p', { category: 'dress', colours: ['pink', 'red'] });
    const idsFor = (colour: string) => reasonsOf(pink, { colours: [colour] }).map(({ message }) => message.id);
    expect(idsFor('red')).toEqual(['reason.colour-touch']);
    expect(idsFor('pink')).toEqual(['reason.colours']);
  });
  it.each(LOCALES)('call no pattern a pattern twice, in %s', async (locale) => {
    const file = new URL(`../../locales/${locale}/assistant.json`, import.meta.url);
    const words: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
    const said = vocabulary
      .entries('pattern')
      .map(({ synonyms }) => words['reason.pattern']?.replace('{value}', synonyms[locale][0] ?? '') ?? '');
    expect(said.filter((one) => /图案图案|花图案|(?:print|trim|detail|pattern) pattern/u.test(one))).toEqual([]);
  });
  it('name no wish that the garment does not answer', () => {
    expect(facets({ category: 'coat', styles: ['punk'] })).toEqual([]);
  });
});
