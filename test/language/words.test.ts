import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/language/normalise.js';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand, splitForIndex } = await shopLanguage();
const read = (text: string, context = FRESH) => understand(text, context).constraints;

describe('words', () => {
  it('name ids of several facets, the longest name first', () => {
    expect(read('高腰阔腿裤')).toEqual({ category: 'trousers', fit: ['high_waist', 'wide_leg'] });
    expect(read('小白鞋')).toEqual({ category: 'sneakers', colours: ['white'] });
    expect(read('春秋外套')).toEqual({ category: 'outerwear', seasons: ['spring', 'autumn'] });
    expect(read('denim jacket')).toEqual({ category: 'denim_jacket' });
  });

  it('of one character count only as words of their own', () => {
    expect(read('红裙')).toEqual({ category: 'dress', colours: ['red'] });
    expect(read('黑包')).toEqual({ category: 'bag', colours: ['black'] });
    for (const text of ['明白了', '包邮吗', '白敬亭同款', '发红包', '穿上衣服']) expect(read(text), text).toEqual({});
  });

  it('are read in their exact form before any stem', () => {
    expect(read('shorts')).toEqual({ category: 'shorts' });
    expect(read('short skirt')).toEqual({ category: 'skirt', length: 'short' });
    expect(read('tights')).toEqual({ category: 'tights' });
    expect(read('khakis')).toEqual({ category: 'chinos' });
    expect(read('two dresses')).toEqual({ category: 'dress' });
  });

  it.each([
    ['有袖子的连衣裙', 'a dress with sleeves'],
    ['连衣裙要带袖的', 'a dress that has sleeves'],
    ['想要条有袖的连衣裙', 'a dress with pockets and sleeves'],
  ])('of having sleeves refuse what has none: %s / %s', (zh, en) => {
    for (const text of [zh, en])
      expect(read(text), text).toEqual({ category: 'dress', exclude: { sleeve: 'sleeveless' } });
  });

  it('of having no sleeves, or asking for them, wish none', () => {
    for (const text of ['没有袖子的', 'no sleeves please', 'without sleeves'])
      expect(read(text, SHOWN), text).toEqual({ sleeve: 'sleeveless' });
    for (const text of ['有没有袖子', 'does it have sleeves']) expect(read(text, SHOWN), text).toEqual({});
  });

  it.each([
    ['围巾领外套', 'a jacket with a scarf collar', 'outerwear', 'jacket'],
    ['项圈领的上衣', 'a choker neckline top', 'top', 'top'],
    ['领结领的衬衫', 'a shirt with glove sleeves', 'shirt', 'shirt'],
  ])('of a part that looks like another garment name none: %s / %s', (zh, en, zhKind, enKind) => {
    expect(read(zh).category, zh).toBe(zhKind);
    expect(read(en).category, en).toBe(enKind);
  });

  it('are forgiven a slip, but ordinary words are never bent into garments', () => {
    expect(read('a balck hodie')).toEqual({ category: 'hoodie', colours: ['black'] });
    expect(read('stirped cardigna')).toEqual({ category: 'cardigan', pattern: 'stripes' });
    for (const text of ['how do I style it', 'the night is young', 'a while ago', 'teach me'])
      expect(read(text, SHOWN), text).toEqual({});
  });

  it('are read as the net and Cantonese spell them', () => {
    const dress = { category: 'dress', seasons: ['summer'] };
    for (const text of ['有木有裙纸，夏天穿滴', '有冇夏天嘅裙子']) expect(read(text), text).toEqual(dress);
    expect(read('水滴领的裙子')).toEqual({ category: 'dress', neckline: 'keyhole' });
  });

  it('are read in pinyin, traditional characters, full width and emoji', () => {
    const dress = { category: 'dress', colours: ['black'] };
    expect(read('heise lianyiqun')).toEqual(dress);
    expect(read('hei se lian yi qun')).toEqual(dress);
    expect(read('黑色連衣裙')).toEqual(dress);
    expect(read('ｂｌａｃｋ　ｄｒｅｓｓ')).toEqual(dress);
    expect(read('👗⚫')).toEqual(dress);
    expect(understand('lianyiqun', { ...FRESH, locale: 'en' }).locale).toBe('zh-CN');
  });

  it('have other senses outside a shop', () => {
    for (const text of [
      'how long does shipping take',
      'would that suit me',
      'does it work for everyone',
      'is it easy to clean',
    ]) {
      expect(read(text, SHOWN), text).toEqual({});
    }
  });

  it('side by side in two languages make one request', () => {
    const turn = understand('想要一件oversize的hoodie，要black', FRESH);
    expect(turn.constraints).toEqual({ category: 'hoodie', colours: ['black'], fit: 'oversized' });
    expect(turn.locale).toBe('zh-CN');
    expect(understand('show me some 旗袍 please', FRESH)).toMatchObject({
      locale: 'en',
      constraints: { category: 'qipao' },
    });
  });

  it('that name no facet are keywords; brands are constraints whatever their case', () => {
    expect(understand('带口袋的连衣裙', FRESH).keywords).toEqual(['带口袋']);
    expect(understand('a dress with pockets', FRESH).keywords).toEqual(['pockets']);
    const context = { ...FRESH, brands: ['Zara', 'Only', '优衣库', "Levi's"] };
    expect(read('zara连衣裙', context)).toEqual({ category: 'dress', brand: 'Zara' });
    expect(read("levi's jeans", context)).toEqual({ category: 'jeans', brand: "Levi's" });
    expect(read('优衣库的T恤', context)).toEqual({ category: 'tshirt', brand: '优衣库' });
    expect(read('only red dresses', context)).toEqual({ category: 'dress', colours: ['red'] });
    expect(read('dresses by Only', context)).toEqual({ category: 'dress', brand: 'Only' });
    expect(read('连衣裙，不要Zara', context)).toEqual({ category: 'dress', exclude: { brand: 'Zara' } });
  });

  it('for people say who wears it, not who buys it', () => {
    expect(read('我是男生，想给女朋友买裙子').audience).toBe('women');
    expect(read("I'm a man buying a dress for my girlfriend").audience).toBe('women');
    expect(read('老公想给我买条裙子').audience).toBeUndefined();
    expect(read('my husband wants to buy me a dress').audience).toBeUndefined();
    expect(read('给妈妈买外套').audience).toBe('women');
    expect(read('a coat for my boyfriend').audience).toBe('men');
  });
});

describe('the index splitter', () => {
  it('keeps Chinese words whole and in parts, English stems in lower case, and drops stop words', () => {
    expect(splitForIndex('碎花连衣裙')).toEqual(expect.arrayContaining(['碎花', '连衣裙']));
    expect(splitForIndex('The Striped Dresses')).toEqual(['stripe', 'dress']);
    expect(splitForIndex('想要一条的裙子')).toEqual(['裙子']);
  });

  it('writes one word for its spellings', () => {
    expect(splitForIndex('連衣裙 Ｔ恤')).toEqual(splitForIndex('连衣裙 T恤'));
    expect(splitForIndex('T-Shirt')).toContain('tshirt');
    expect(splitForIndex('tshirts')).toEqual(['tshirt']);
  });
});

describe('normalisation', () => {
  it('folds width, case, accents, quotes and script', () => {
    expect(normalise('ＣＡＦÉ “Ｔ恤” ½ 軟體').text).toBe('cafe "t恤" 1/2 软件');
  });
});
