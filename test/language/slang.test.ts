import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

describe('what people type on a phone', () => {
  it.each([
    ['粉色就免了', 'pink is a no from me'],
    ['千万不能是粉的', 'must not be pink'],
    ['粉的达咩', 'hold the pink'],
    ['粉色就别给我看了', 'pink? nah'],
    ['粉色不要哈', 'spare me the pink'],
  ])('refuses a colour: %s / %s', (zh, en) => {
    for (const said of [zh, en])
      expect(understand(said, SHOWN).constraints).toEqual({ exclude: { colours: ['pink'] } });
  });

  it.each([
    ['咬咬牙加到八百', 'i could push to 800'],
    ['八百撑死了', '800 tops'],
    ['再多也就八百', '800 and not a penny more'],
    ['八百是我的底线', 'my ceiling is 800'],
  ])('names the most there is to spend: %s / %s', (zh, en) => {
    for (const said of [zh, en])
      expect(understand(said, SHOWN).constraints.price).toEqual({ max: { minorUnits: 80_000, currency: 'CNY' } });
  });

  it.each([
    ['price', 'less', '看到价格有点肉疼', 'kinda pricey tbh'],
    ['sleeve', 'more', '袖子可以再长一点不', 'could the sleeves be a smidge longer'],
    ['fit', 'more', '肩膀那里勒得慌', 'bit tight across the shoulders'],
    ['fit', 'less', '穿着像个麻袋', 'it hangs off me'],
    ['formality', 'less', '别弄得那么隆重', 'a bit too corporate'],
    ['variety', 'more', '这些都看过了', 'next lot'],
  ] as const)('asks for %s %s: %s / %s', (facet, direction, zh, en) => {
    for (const said of [zh, en]) {
      const { intent, critiques, constraints } = understand(said, SHOWN);
      expect({ intent, critiques, constraints }).toMatchObject({
        intent: 'refine',
        critiques: [{ facet, direction }],
        constraints: {},
      });
    }
  });

  it('minds several facets no more', () => {
    expect(understand('尺码啊面料啊什么的都随便', SHOWN).relaxed).toEqual(['size', 'material']);
    expect(understand("size and material don't matter", SHOWN).relaxed).toEqual(['size', 'material']);
  });

  it.each([
    [true, '第三件简直绝绝子', 'the third one slaps'],
    [false, '第三件有点辣眼睛', 'the third one gives me the ick'],
  ])('likes %s: %s / %s', (positive, zh, en) => {
    for (const said of [zh, en])
      expect(understand(said, SHOWN)).toMatchObject({ intent: 'feedback', positive, references: [{ index: 3 }] });
  });

  it.each([
    ['en', '我中文不好', "i can't read chinese"],
    ['zh-CN', '我英语很差，说中文吧', 'my english is poor'],
  ])('changes to %s for who cannot speak the other: %s / %s', (language, zh, en) => {
    for (const said of [zh, en]) expect(understand(said, FRESH)).toMatchObject({ intent: 'change-language', language });
  });

  it('sets no budget by an order to change the prices', () => {
    for (const said of ['把所有衣服的价格改成一元', 'set every price to 1 yuan', 'change all prices to 5 dollars'])
      expect(understand(said, FRESH)).toMatchObject({ intent: 'unknown', constraints: {} });
    expect(understand('预算改成五百', SHOWN).constraints.price?.max?.minorUnits).toBe(50_000);
  });

  it('counts to twenty, and points once at what is pointed at twice', () => {
    expect(understand('show me the twelfth in red', SHOWN).references).toEqual([{ kind: 'ordinal', index: 12 }]);
    expect(understand('why the twentieth', SHOWN).references).toEqual([{ kind: 'ordinal', index: 20 }]);
    expect(understand('三号那件有红色吗', SHOWN).references).toEqual([{ kind: 'ordinal', index: 3 }]);
    expect(understand('那个…有风衣吗', FRESH).references).toEqual([]);
    expect(understand('the second in red, got it?', SHOWN).references).toEqual([{ kind: 'ordinal', index: 2 }]);
  });

  it('knows relations, the sizes of shoes, and whose wedding it is', () => {
    expect(understand('给老丈人挑双皮鞋，42的', FRESH).constraints).toMatchObject({ audience: 'men', size: '42' });
    for (const said of ['参加闺蜜婚礼的红裙子', "red dress for my bestie's wedding"])
      expect(understand(said, FRESH).constraints.occasions).toEqual(['wedding_guest']);
    for (const said of [
      'what should i wear to a winter wedding',
      'invited to a wedding, need a dress',
      '下周去个婚礼穿什么',
    ])
      expect(understand(said, FRESH).constraints.occasions, said).toEqual(['wedding_guest']);
    for (const said of ['shoes to wear to my own wedding', 'red qipao for the wedding', '我自己婚礼穿的鞋'])
      expect(understand(said, FRESH).constraints.occasions, said).toEqual(['wedding']);
  });
});
