import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();
const refs = (text: string, context = SHOWN) => understand(text, context).references;
const PHOTO = { ...FRESH, hasPhoto: true };

describe('references', () => {
  it.each([
    ['那个换成黑色的', 'um, in black instead', { colours: ['black'] }],
    ['嗯那个那个改成长袖的', 'er, er, make them long sleeved', { sleeve: 'long' }],
  ])('hear a breath for what it is: %s | %s', (zh, en, constraints) => {
    for (const said of [zh, en])
      expect(understand(said, SHOWN), said).toMatchObject({ intent: 'refine', references: [], constraints });
  });

  it.each([
    ['第二件配什么', 'what goes with the second one', [{ kind: 'ordinal', index: 2 }]],
    ['第3个有黑色吗', 'is #3 available in black', [{ kind: 'ordinal', index: 3 }]],
    ['倒数第一个便宜点', 'the last one but cheaper', [{ kind: 'ordinal', index: -1 }]],
    ['最后那件配什么', 'what goes with the last one', [{ kind: 'ordinal', index: -1 }]],
    [
      '第一件和第三件哪个好',
      'which is better, the first or the third',
      [
        { kind: 'ordinal', index: 1 },
        { kind: 'ordinal', index: 3 },
      ],
    ],
    [
      '对比前两件',
      'compare the first two',
      [
        { kind: 'ordinal', index: 1 },
        { kind: 'ordinal', index: 2 },
      ],
    ],
    ['那条红的配什么', 'what goes with the red one', [{ kind: 'attribute', facet: 'colours', id: 'red' }]],
    [
      '条纹那件多少钱，有类似的吗',
      'something similar to the striped one',
      [{ kind: 'attribute', facet: 'pattern', id: 'stripes' }],
    ],
    ['这件有类似的吗', 'anything like this one', [{ kind: 'last' }]],
  ])('%s | %s', (zh, en, expected) => {
    expect(refs(zh)).toEqual(expected);
    expect(refs(en)).toEqual(expected);
  });

  it.each([
    ['找图里这件', 'find the one in this photo'],
    ['跟照片里一样的', 'like the picture'],
    ['这件有红色的吗', 'do you have this in red'],
  ])('to the photo: %s | %s', (zh, en) => {
    expect(refs(zh, PHOTO)).toEqual([{ kind: 'photo' }]);
    expect(refs(en, PHOTO)).toEqual([{ kind: 'photo' }]);
    expect(understand(zh, PHOTO).intent).toBe('photo-search');
    expect(understand(en, PHOTO).intent).toBe('photo-search');
  });

  it.each([
    '第一次买裙子',
    'my first date dress',
    '我想去毕业照拍照穿的',
    'a dress for last-minute plans',
    'this summer I need shorts',
    '这个月想买裙子',
  ])('none in: %s', (text) => {
    expect(refs(text, FRESH)).toEqual([]);
  });

  it('are wishes where nothing was shown to point at', () => {
    expect(understand('我想要那条红色的裙子', FRESH).constraints).toEqual({ category: 'dress', colours: ['red'] });
    expect(understand('I want the red dress', FRESH).constraints).toEqual({ category: 'dress', colours: ['red'] });
  });
});
