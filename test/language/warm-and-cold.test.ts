import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

describe('heat and cold', () => {
  it.each([
    ['这件太热了', 'this one is too hot', 'less', { kind: 'last' }],
    ['第二件穿着有点闷', 'the second one is too warm', 'less', { kind: 'ordinal', index: 2 }],
  ] as const)('found of a garment ask for the other way: %s / %s', (zh, en, direction, reference) => {
    for (const said of [zh, en]) {
      const { intent, critiques, references } = understand(said, SHOWN);
      expect({ intent, critiques, references }, said).toEqual({
        intent: 'refine',
        critiques: [{ facet: 'warmth', direction }],
        references: [reference],
      });
    }
  });

  it.each([
    ['穿大衣太热了', "it's too hot for a coat", 'coat'],
    ['穿凉鞋太冷了', 'too cold for sandals', 'sandals'],
    ['穿不住毛衣了', 'too warm now to wear a jumper', 'sweater'],
  ])('refuse what is not worn in them: %s / %s', (zh, en, category) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).constraints, said).toEqual({ exclude: { category } });
  });
});

describe('a budget for both', () => {
  it('is for two pieces, and no word for who wears them', () => {
    for (const said of ['白衬衫和黑裤子两件500以内', 'a white shirt and black trousers, under 500 for both'])
      expect(understand(said, FRESH).constraints.audience, said).toBeUndefined();
  });
});

it('takes 喜庆点 for more festive, as more festive is', () => {
  for (const said of ['喜庆点', 'more festive'])
    expect(understand(said, SHOWN).constraints, said).toEqual({ occasions: ['festival'] });
});
