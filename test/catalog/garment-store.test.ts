import { describe, expect, it } from 'vitest';
import { garmentOf, inMemoryCatalogue } from '../support/in-memory-catalogue.js';

const rates = { base: 'CNY', perUnit: {} };
const cny = (yuan: number) => ({ minorUnits: yuan * 100, currency: 'CNY' });

describe('the catalogue', () => {
  it('gives back what was imported', async () => {
    const dress = garmentOf({
      id: 'd1',
      title: { 'zh-CN': '碎花连衣裙', en: 'Floral dress' },
      category: 'dress',
      price: cny(299),
      sizes: [{ size: 'M', stock: 2 }],
    });
    await using catalogue = await inMemoryCatalogue([dress]);
    expect(await catalogue.store.get('d1')).toEqual(dress);
    expect(await catalogue.store.count()).toBe(1);
    const rows = await catalogue.store.matching(
      { constraints: { category: 'onepiece', size: 'm', price: { max: cny(300) } }, availableOnly: true },
      rates,
    );
    expect([...rows]).toHaveLength(1);
    expect(await catalogue.store.lexicalSearch(['floral'], 5)).toHaveLength(1);
    for await (const { embedding } of catalogue.store.vectors()) expect(Math.hypot(...embedding)).toBeCloseTo(1, 2);
  });
});
