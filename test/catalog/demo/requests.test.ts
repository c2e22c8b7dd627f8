import { describe, expect, it } from 'vitest';
import { demoGarments } from '../../../src/catalog/demo/demo-garments.js';
import { type Garment, inStock } from '../../../src/domain/garment.js';

const garments = demoGarments({ seed: 1 }).map((item) => item.garment);

type Wish = (garment: Garment) => boolean;
const is =
  (category: string, ...more: Wish[]): Wish =>
  (garment) =>
    garment.category === category && more.every((wish) => wish(garment));
const coloured =
  (id: string): Wish =>
  (garment) =>
    garment.colours.includes(id);
const under =
  (yuan: number): Wish =>
  (garment) =>
    (garment.price?.minorUnits ?? Infinity) < yuan * 100;
const for_ =
  (id: string): Wish =>
  (garment) =>
    garment.audience === id;
const at =
  (occasion: string): Wish =>
  (garment) =>
    garment.occasions.includes(occasion);

/** What shoppers of either language ask for first, with how many answers there must be. */
const REQUESTS: readonly (readonly [zh: string, en: string, wish: Wish, least: number])[] = [
  [
    '法式碎花裙 海边',
    'French floral dress for the beach',
    is('dress', at('beach'), (g) => g.pattern === 'floral' && g.styles.includes('french')),
    3,
  ],
  ['通勤米色西装外套', 'beige blazer for work', is('blazer', coloured('beige'), at('work')), 1],
  ['黑色阔腿裤', 'black wide-leg trousers', is('trousers', coloured('black'), (g) => g.fit === 'wide_leg'), 2],
  ['三百以内的红色连衣裙', 'red dress under 300', is('dress', coloured('red'), under(300)), 3],
  ['男士小白鞋', "men's white sneakers", is('sneakers', for_('men'), coloured('white')), 3],
  ['小白鞋', 'white sneakers', is('sneakers', coloured('white')), 6],
  ['羽绒服', 'down jacket', is('down_jacket'), 8],
  ['儿童雨衣', 'kids raincoat', is('raincoat', for_('kids')), 2],
  ['旗袍', 'qipao', is('qipao', for_('women')), 6],
  ['瑜伽裤', 'yoga leggings', is('leggings', at('yoga')), 4],
  ['正装皮鞋', 'formal leather shoes', is('formal_shoes', (g) => g.material === 'leather'), 5],
  ['托特包', 'tote bag', is('tote'), 6],
  ['男士衬衫', "men's shirt", is('shirt', for_('men')), 6],
  ['牛仔裤', 'jeans', is('jeans'), 10],
  ['风衣', 'trench coat', is('trench_coat'), 4],
];

describe('the demo shop', () => {
  it.each(REQUESTS)('answers %s / %s', (_zh, _en, wish, least) => {
    expect(garments.filter((garment) => wish(garment) && inStock(garment)).length).toBeGreaterThanOrEqual(least);
  });

  it('dresses the seasons sensibly: down for winter, linen for warm days', () => {
    for (const garment of garments) {
      if (garment.category === 'down_jacket') expect(garment.seasons, garment.id).toContain('winter');
      if (garment.material === 'linen') expect(garment.seasons, garment.id).not.toContain('winter');
    }
  });

  it('sizes people as people are sized', () => {
    const sizesOf = (wish: Wish): string[] => [
      ...new Set(garments.filter(wish).flatMap((g) => g.sizes.map((row) => row.size))),
    ];
    expect(sizesOf(is('sneakers', for_('men')))).toEqual(['39', '40', '41', '42', '43', '44']);
    expect(sizesOf(is('dress', for_('women')))).toEqual(['XS', 'S', 'M', 'L', 'XL']);
    expect(sizesOf(for_('girls')).every((size) => /^(1[0-5]0|2[6-9]|3[0-5])$/.test(size))).toBe(true);
    expect(sizesOf(is('tote'))).toEqual(['one size']);
  });

  it('spreads the popular categories over colours and prices', () => {
    for (const category of ['dress', 'tshirt', 'jeans', 'sneakers', 'coat', 'skirt', 'sweater', 'handbag']) {
      const range = garments.filter(is(category));
      const prices = range.map((garment) => garment.price?.minorUnits ?? 0);
      expect(range.length, category).toBeGreaterThanOrEqual(6);
      expect(new Set(range.map((garment) => garment.colours[0])).size, category).toBeGreaterThanOrEqual(4);
      expect(Math.max(...prices) / Math.min(...prices), category).toBeGreaterThan(1.3);
    }
  });
});
