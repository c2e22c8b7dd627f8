import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();
const cny = (yuan: number) => ({ minorUnits: yuan * 100, currency: 'CNY' });

describe('what thumbs leave out', () => {
  it.each([
    ['上班穿的高根鞋', 'heels 4 work', { category: 'heels', occasions: ['work'] }],
    ['睡yi，纯棉', 'cttn pyjamas', { category: 'pyjamas', material: 'cotton' }],
    ['黑色niu仔裤', 'blk jns', { category: 'jeans', colours: ['black'] }],
    ['蓝se的半裙', 'a blu skirt', { category: 'skirt', colours: ['blue'] }],
    ['冬天穿的皮夹克，给男朋友', 'leather jckt 4 my bf, winter', { category: 'leather_jacket', seasons: ['winter'] }],
    ['帆布材质的托特包', 'canvas totebag', { category: 'tote', material: 'canvas' }],
    ['男款跑步鞋，44码', 'mens runnin shoes sz 44', { category: 'sports_shoes', size: '44' }],
    ['羊绒围巾，预祘500以内', 'cashmere scarf undr 500', { category: 'scarf', price: { max: cny(500) } }],
  ])('is read: %s / %s', (zh, en, constraints) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).constraints, said).toMatchObject(constraints);
  });

  it.each([
    ['在便宜点', 'cheapr pls', [{ facet: 'price', direction: 'less' }]],
    ['在来几件', 'diff ones lol', [{ facet: 'variety', direction: 'more' }]],
    ['颜se浅一点', 'lightr pls', [{ facet: 'brightness', direction: 'more' }]],
    ['太短了啦', 'nah 2 short', [{ facet: 'length', direction: 'more' }]],
  ])('changes what was asked: %s / %s', (zh, en, critiques) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).critiques, said).toEqual(critiques);
  });

  it.each([
    ['豹纹达咩🙅', 'leopard 🙅'],
    ['豹纹🚫', 'no leoprd'],
  ])('refuses: %s / %s', (zh, en) => {
    for (const said of [zh, en])
      expect(understand(said, SHOWN).constraints, said).toEqual({ exclude: { pattern: 'leopard' } });
  });

  it('keeps the tokens those of the text', () => {
    const said = 'a blk totebag 4 my bf undr 300';
    expect(
      understand(said, FRESH)
        .tokens.map(({ text }) => text)
        .join(' '),
    ).toBe(said);
  });
});

describe('what is a word as it stands', () => {
  it.each([
    ['show me 4 dresses', { category: 'dress' }],
    ['size 4 dress', { category: 'dress', size: '4' }],
    ['a u neck tee', { category: 'tshirt' }],
    ['a large tote in the past colours', { category: 'tote' }],
    ['ur长靴', { category: 'boots' }],
  ])('stays: %s', (said, constraints) => {
    const turn = understand(said, FRESH);
    expect(turn.constraints).toMatchObject(constraints);
    expect(turn.critiques).toEqual([]);
    expect(turn.constraints.price).toBeUndefined();
  });

  it('is asked of the shop as before', () => {
    for (const said of ['do you deliver to xinjiang', 'can i return this', '在上海有店吗'])
      expect(understand(said, FRESH).intent, said).toBe('store-info');
  });
});
