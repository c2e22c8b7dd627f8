import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();
const read = (text: string) => understand(text, FRESH).constraints;

describe('negation', () => {
  it.each([
    ['连衣裙，不要蓝色', 'a dress, not blue', { category: 'dress', exclude: { colours: ['blue'] } }],
    ['不要蓝色的裙子', 'no blue dresses', { category: 'dress', exclude: { colours: ['blue'] } }],
    ['不要裙子', 'no dresses', { exclude: { category: 'dress' } }],
    ['不是红的，是粉的', 'not red but pink', { colours: ['pink'], exclude: { colours: ['red'] } }],
    [
      '衬衫不要条纹和格子',
      'a shirt without stripes or checks',
      { category: 'shirt', exclude: { pattern: ['stripes', 'plaid'] } },
    ],
    ['除了黑色都行的大衣', 'a coat in anything but black', { category: 'coat', exclude: { colours: ['black'] } }],
    ['没有袖子的上衣', 'a top without sleeves', { category: 'top', sleeve: 'sleeveless' }],
    ['有没有红色的裙子', 'do you not have a red dress', { category: 'dress', colours: ['red'] }],
    ['不要红色的红裙子', 'a red dress that is not red', { category: 'dress', exclude: { colours: ['red'] } }],
    ['T恤，黄色除外', 'a tee, except yellow', { category: 'tshirt', exclude: { colours: ['yellow'] } }],
    ['夹克不带帽子', 'a jacket without a hood', { category: 'jacket', exclude: { neckline: 'hooded' } }],
    ['不紧身的裤子', 'loose trousers', { category: 'trousers', fit: 'loose' }],
    ['把蓝色换成红色', 'red instead of blue', { colours: ['red'] }],
  ])('%s | %s', (zh, en, expected) => {
    expect(read(zh)).toEqual(expected);
    expect(read(en)).toEqual(expected);
  });

  it('of a degree is a critique, not a refusal', () => {
    for (const [text, facet, direction] of [
      ['不要太短', 'length', 'more'],
      ['not too short', 'length', 'more'],
      ['别太正式', 'formality', 'less'],
      ['not too formal', 'formality', 'less'],
      ['不要太贵', 'price', 'less'],
      ['not too expensive', 'price', 'less'],
    ] as const) {
      const turn = understand(text, SHOWN);
      expect(turn.critiques, text).toEqual([{ facet, direction, limit: true }]);
      expect(turn.constraints, text).toEqual({});
    }
  });

  it('leaves a facet open where only its necessity is denied', () => {
    for (const text of ['不一定要红色', "it doesn't have to be red"]) {
      const turn = understand(text, SHOWN);
      expect(turn.relaxed, text).toEqual(['colours']);
      expect(turn.constraints, text).toEqual({});
    }
  });
});
