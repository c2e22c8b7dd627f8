import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

/** [min, max, currency] of the budget in a text. */
function budget(
  text: string,
  context = FRESH,
): [number | undefined, number | undefined, string | undefined] | undefined {
  const { price } = understand(text, context).constraints;
  if (!price) return undefined;
  const major = (value: { minorUnits: number } | undefined) => value && value.minorUnits / 100;
  return [major(price.min), major(price.max), (price.max ?? price.min)?.currency];
}

describe('budgets', () => {
  it.each([
    ['五百以内的裙子', undefined, 500, 'CNY'],
    ['dresses within five hundred', undefined, 500, 'CNY'],
    ['300-500块的外套', 300, 500, 'CNY'],
    ['a coat for 300-500 yuan', 300, 500, 'CNY'],
    ['3-500的外套', 300, 500, 'CNY'],
    ['三到五百块的外套', 300, 500, 'CNY'],
    ['两三百的卫衣', 200, 300, 'CNY'],
    ['500左右的大衣', 400, 600, 'CNY'],
    ['a coat around 500', 400, 600, 'CNY'],
    ['三百多的裙子', 300, 400, 'CNY'],
    ['一千二以内的大衣', undefined, 1200, 'CNY'],
    ['coats under 1.2k', undefined, 1200, 'CNY'],
    ['大衣不超过1,299', undefined, 1299, 'CNY'],
    ['a coat, at most ¥1,299', undefined, 1299, 'CNY'],
    ['预算两千，大衣', undefined, 2000, 'CNY'],
    ['dress under $50', undefined, 50, 'USD'],
    ['50刀以下的裙子', undefined, 50, 'USD'],
    ['under 60 quid, a scarf', undefined, 60, 'GBP'],
    ['围巾，60英镑以内', undefined, 60, 'GBP'],
    ['boots between 20 and 30 euros', 20, 30, 'EUR'],
    ['靴子20到30欧元', 20, 30, 'EUR'],
    ['包，一千以上', 1000, undefined, 'CNY'],
    ['a bag over a thousand', 1000, undefined, 'CNY'],
    ['百元以内的T恤', undefined, 100, 'CNY'],
    ['tees for less than fifty bucks', undefined, 50, 'USD'],
    ['裙子 300以上500以下', 300, 500, 'CNY'],
    ['a dress over 300 but under 500', 300, 500, 'CNY'],
    ['万元以内的皮草', undefined, 10_000, 'CNY'],
    ['a bag, no more than two hundred and fifty dollars', undefined, 250, 'USD'],
  ])('%s', (text, min, max, currency) => {
    expect(budget(text)).toEqual([min, max, currency]);
  });

  it.each([
    '38码的高跟鞋',
    'heels in size 38',
    '身高165想买裙子',
    "I'm 165 cm and want a skirt",
    '110斤穿的裤子',
    '6岁女儿的裙子',
    'a dress for my 6 year old',
    '2021新款外套',
    '想买3件T恤',
    'show me 3 dresses',
    '100%棉的衬衫',
    '18K金项链',
    'a 3/4 sleeve top',
    'Y2K上衣',
    '第二件有黑色吗',
  ])('no price in: %s', (text) => {
    expect(budget(text, SHOWN)).toBeUndefined();
  });

  it('reads a number alone as a limit once something is being looked for', () => {
    expect(budget('300', SHOWN)).toEqual([undefined, 300, 'CNY']);
    expect(budget('300', FRESH)).toBeUndefined();
  });

  it.each([
    ['100多一点的裙子', 'a dress just over 100'],
    ['刚过一百的裙子', 'a dress for a little over 100'],
    ['一百块出头的裙子', 'a dress slightly above 100'],
  ])('reads little more than an amount as near it: %s | %s', (zh, en) => {
    expect(budget(zh)).toEqual([100, 110, 'CNY']);
    expect(budget(en)).toEqual([100, 110, 'CNY']);
  });

  it.each([
    ['还是刚才那个预算', 'still that budget'],
    ['预算不变', 'the budget stays the same'],
    ['还是原来的价位', 'same price range as before'],
    ['尺码也跟之前一样', 'same size as before'],
  ])('keeps a limit that shall hold on, and takes nothing back: %s | %s', (zh, en) => {
    for (const said of [zh, en]) {
      expect(understand(said, SHOWN), said).toMatchObject({
        intent: 'refine',
        constraints: {},
        references: [],
        keywords: [],
      });
    }
  });

  it.each([
    ['还是刚才那个预算，要衬衫', 'still that budget, but a shirt'],
    ['预算不变，换成衬衫', 'keep the budget, a shirt instead'],
  ])('takes the wish beside a limit that holds on: %s | %s', (zh, en) => {
    for (const said of [zh, en])
      expect(understand(said, SHOWN), said).toMatchObject({ intent: 'refine', constraints: { category: 'shirt' } });
  });

  it.each([
    ['回到之前的预算', 'go back to the previous budget'],
    ['还是刚才那些吧', 'go back to the ones before'],
  ])('still goes back a step where that is said: %s | %s', (zh, en) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).intent, said).toBe('undo');
  });

  it('counts in the currency of the catalogue where none is named, and ¥ is the yen of a catalogue in yen', () => {
    expect(budget('dress under 50', { ...FRESH, currency: 'USD' })).toEqual([undefined, 50, 'USD']);
    expect(budget('50块以内的裙子', { ...FRESH, currency: 'USD' })).toEqual([undefined, 50, 'CNY']);
    expect(understand('¥5000以内', { ...SHOWN, currency: 'JPY' }).constraints.price?.max).toEqual({
      minorUnits: 5000,
      currency: 'JPY',
    });
  });
});
