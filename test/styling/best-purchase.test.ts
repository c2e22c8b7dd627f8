import { describe, expect, it } from 'vitest';
import type { Garment } from '../../src/domain/garment.js';
import { money } from '../../src/domain/money.js';
import { bestPurchase } from '../../src/styling/best-purchase.js';
import { garmentOf, projectVocabulary } from '../support/in-memory-catalogue.js';

const deps = { vocabulary: projectVocabulary(), rates: { base: 'CNY', perUnit: {} } };

const piece = (id: string, category: string, colour: string, price = 100): Garment =>
  garmentOf({
    id,
    category,
    colours: [colour],
    pattern: 'solid',
    seasons: ['all_season'],
    price: money(price, 'CNY'),
    sizes: [{ size: 'M', stock: 3 }],
    title: { 'zh-CN': id, en: id },
  });

const WARDROBE = [piece('own:shirt', 'shirt', 'white'), piece('own:jeans', 'jeans', 'navy')];
const find = (wardrobe: readonly Garment[], catalogue: readonly Garment[]) =>
  bestPurchase({ wardrobe, catalogue, season: 'autumn' }, deps, 'CNY');

describe('the one purchase that adds most outfits', () => {
  it('is worn out of doors: never slippers, nightwear or swimwear, however well they would go', () => {
    const home = [piece('slippers', 'slippers', 'white', 10), piece('pyjamas', 'pyjamas', 'white', 10)];
    expect(find(WARDROBE, [...home, piece('swimsuit', 'swimsuit', 'navy', 10)])).toBeUndefined();
    expect(find(WARDROBE, [...home, piece('trousers', 'trousers', 'beige')])?.garment.id).toBe('trousers');
  });

  it('counts outfits that can be worn, not those in one’s own slippers', () => {
    const slippers = piece('own:slippers', 'slippers', 'black');
    const best = find([...WARDROBE, slippers], [piece('trousers', 'trousers', 'beige')]);
    // With the shirt, in whatever shoes: the slippers neither make the outfit nor prevent it.
    expect([best?.before, best?.after]).toEqual([1, 2]);
  });
});
