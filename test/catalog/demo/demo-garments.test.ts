import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoGarments } from '../../../src/catalog/demo/demo-garments.js';
import { FACETS, LIST_FACETS } from '../../../src/domain/facet.js';
import { garmentSchema, inStock } from '../../../src/domain/garment.js';
import { parseVocabulary } from '../../../src/domain/vocabulary.js';

const vocabulary = parseVocabulary(readFileSync(new URL('../../../locales/vocabulary.tsv', import.meta.url), 'utf8'));
const shop = demoGarments({ seed: 1 });
const garments = shop.map((item) => item.garment);

describe('the demo catalogue', () => {
  it('is the same shop for the same seed, and another stock for another', () => {
    expect(demoGarments({ seed: 1 })).toEqual(shop);
    expect(demoGarments({ seed: 2 })).not.toEqual(shop);
  });

  it('carries at least 600 garments in at least 40 categories', () => {
    expect(garments.length).toBeGreaterThanOrEqual(600);
    expect(new Set(garments.map((garment) => garment.category)).size).toBeGreaterThanOrEqual(40);
  });

  it('has rows of the catalogue’s own shape, each under its own id', () => {
    for (const garment of garments) expect(garmentSchema.safeParse(garment).error, garment.id).toBeUndefined();
    expect(new Set(garments.map((garment) => garment.id)).size).toBe(garments.length);
  });

  it('names only ids of the vocabulary', () => {
    const strangers = garments.flatMap((garment) =>
      FACETS.flatMap((facet) => {
        const value = garment[facet];
        const ids = Array.isArray(value) ? value : value === null ? [] : [value];
        return ids.filter((id) => !vocabulary.has(facet, id)).map((id) => `${garment.id}: ${facet} ${id}`);
      }),
    );
    expect(strangers).toEqual([]);
  });

  it('fills every list facet and the facets that always apply', () => {
    for (const garment of garments) {
      for (const facet of LIST_FACETS) expect(garment[facet].length, `${garment.id} ${facet}`).toBeGreaterThan(0);
      expect([garment.category, garment.material, garment.audience, garment.brand], garment.id).not.toContain(null);
    }
  });

  it('speaks both languages, each in its own script, with no word said twice in a row', () => {
    for (const { id, title, description } of garments) {
      for (const text of [title['zh-CN'], description['zh-CN']]) expect(text, id).toMatch(/[\u4e00-\u9fff]{3}/);
      for (const text of [title.en, description.en]) {
        expect(text, id).toMatch(/^[A-Z0-9]/);
        expect(text, id).not.toMatch(/[\u4e00-\u9fff_]/);
        expect(text, id).not.toMatch(/\b(\w+)[\s-]+\1\b/i);
      }
      expect(title['zh-CN'], id).not.toMatch(/([\u4e00-\u9fff]{2,})\1/);
    }
  });

  it('prices in CNY, and a list price is always above the price', () => {
    for (const garment of garments) {
      expect(garment.price?.currency).toBe('CNY');
      expect(garment.price?.minorUnits ?? 0).toBeGreaterThanOrEqual(900);
      if (garment.listPrice) expect(garment.listPrice.minorUnits).toBeGreaterThan(garment.price?.minorUnits ?? 0);
    }
    const reduced = garments.filter((garment) => garment.listPrice).length / garments.length;
    expect(reduced).toBeGreaterThan(0.1);
    expect(reduced).toBeLessThan(0.35);
  });

  it('counts stock, with some sizes and a few whole garments sold out', () => {
    const sizes = garments.flatMap((garment) => garment.sizes);
    expect(sizes.every((row) => row.stock !== null)).toBe(true);
    const soldOut = garments.filter((garment) => !inStock(garment)).length;
    expect(soldOut).toBeGreaterThan(3);
    expect(soldOut / garments.length).toBeLessThan(0.1);
    expect(garments.some((garment) => inStock(garment) && garment.sizes.some((row) => row.stock === 0))).toBe(true);
  });

  it('lets colourways of one style share a group, and nothing else', () => {
    const groups = new Set(garments.flatMap((garment) => garment.groupId ?? []));
    for (const group of groups) {
      const members = shop.filter((item) => item.garment.groupId === group);
      expect(members.length, group).toBeGreaterThan(1);
      expect(new Set(members.map((item) => `${item.spec.category}/${item.spec.cut}/${item.garment.brand}`)).size).toBe(
        1,
      );
      expect(new Set(members.map((item) => item.spec.colours.join('+'))).size, group).toBe(members.length);
    }
  });

  it('prefixes addresses with the public base where one is given', () => {
    const [first] = demoGarments({ seed: 1, publicBase: 'https://shop.example' });
    expect(first?.garment.images[0]).toBe(`https://shop.example/demo/images/${first?.garment.id}.webp`);
    expect(garments[0]?.url).toBe(`/demo/garments/${garments[0]?.id}`);
  });
});
