import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

const yuan = (low: number, high: number) => ({
  min: { minorUnits: low * 100, currency: 'CNY' },
  max: { minorUnits: high * 100, currency: 'CNY' },
});

describe('what people say in passing', () => {
  it.each([
    ['handover', '叫你们经理来', 'I want your manager'],
    ['compare', '哪双更舒服', 'which pair is comfier'],
    ['compare', '两件里便宜的那件', 'the cheaper of the two'],
    ['similar', '这类的还有吗', 'more of this kind'],
    ['refine', '有别的牌子吗', 'show other brands'],
    ['refine', '大一号', 'one size up'],
    ['refine', '要是下雨呢', 'what if it rains'],
    ['feedback', '就是它了', 'this is the one'],
    ['undo', '刚刚那个改动不算', 'ignore that last change'],
    ['cancel', '改天吧', 'some other time'],
    ['similar', '再来几条这种感觉的', 'a few more with the same vibe'],
    ['compare', '第二件和第四件差多少钱', 'torn between the second and the fourth'],
    ['explain', '第二件厚不厚', 'is the second one stretchy'],
    ['explain', '咋想到给我推这件', 'why did you pick this one'],
    ['outfit', '这件外面套什么', 'what bag works with number two'],
    ['feedback', '没一个能看的', 'none of these are any good'],
    ['undo', '刚加的那个条件不要了', 'actually undo that'],
    ['cancel', '我先下了', 'i have to run'],
    ['refine', '别的颜色呢', 'any other colours?'],
    ['refine', '带口袋的', 'with pockets'],
    ['refine', '是给女朋友买的', 'its for my girlfriend, not me'],
  ] as const)('is %s among garments shown: %s / %s', (intent, zh, en) => {
    expect([understand(zh, SHOWN).intent, understand(en, SHOWN).intent]).toEqual([intent, intent]);
  });

  it.each([
    ['greeting', '嗨，亲爱的', 'hi lovely'],
    ['help', '可以发图片吗', 'can I send you photos'],
    ['profile', '你都记了些啥', 'what have you noted about me'],
    ['profile', '我平常穿36的鞋', "I'm usually a 36 in shoes"],
    ['store-info', '你们周末开门吗', 'are you open at weekends'],
    ['handover', '帮我联系商家', 'let me contact the shop'],
    ['search', '有啥新款', "what's new"],
    ['help', '不太会用，说明一下', 'first time here, how does this work'],
    ['store-info', '真丝要怎么洗', 'how do I wash silk'],
    ['unknown', '明天会下雨吗', 'will it rain tomorrow'],
    ['outfit', '海边度假整一套', 'put a beach look together for me'],
  ] as const)('is %s at the beginning: %s / %s', (intent, zh, en) => {
    expect([understand(zh, FRESH).intent, understand(en, FRESH).intent]).toEqual([intent, intent]);
  });

  it('likes with a face behind the words', () => {
    for (const said of ['太好看了吧😍', 'so pretty 😍'])
      expect(understand(said, SHOWN)).toMatchObject({ intent: 'feedback', positive: true });
  });

  it('asks for dearer ones rather than lifting the limit', () => {
    expect(understand('贵一点也行，要更高档的', SHOWN)).toMatchObject({ relaxed: [], critiques: [{ facet: 'price' }] });
    expect(understand('贵一点也行', SHOWN)).toMatchObject({ relaxed: ['price'], critiques: [] });
  });
});

describe('constraints told loosely', () => {
  it.each([
    ['两三百的裙子', 'a dress for two or three hundred', { category: 'dress', price: yuan(200, 300) }],
    ['八九百的靴子', 'boots, 8 or 900', { category: 'boots', price: yuan(800, 900) }],
    ['找条配黑西裤的衬衫', 'a shirt to wear with black dress trousers', { category: 'shirt' }],
    ['要件大衣来配靴子', 'a coat to go with boots', { category: 'coat' }],
    [
      '闺蜜下周结婚，想要条长裙',
      "a maxi dress for my mate's wedding",
      { category: 'dress', length: 'long', occasions: ['wedding_guest'] },
    ],
    ['红配绿的毛衣', 'a red and green sweater', { category: 'sweater', colours: ['red', 'green'] }],
    ['打网球穿的短裤', 'shorts for playing tennis', { category: 'shorts', occasions: ['ball_games'] }],
    [
      '睡裙，吊带或者短袖都行',
      'nightdress, straps or short sleeves',
      { category: 'nightdress', sleeve: ['strappy', 'short'] },
    ],
    ['宽肩带的双肩包', 'a backpack with straps', { category: 'backpack' }],
    ['酒会穿的晚礼服', 'a gown for a cocktail party', { category: 'gown', occasions: ['banquet'] }],
    ['吊带长裙', 'strappy maxi dress', { category: 'dress', sleeve: 'strappy', length: 'long' }],
    ['睡衣，不要吊带的', 'pyjamas, not strappy', { category: 'pyjamas', exclude: { sleeve: 'strappy' } }],
    [
      '不要带logo的纯色卫衣',
      'a plain sweatshirt without a logo',
      { category: 'sweatshirt', pattern: 'solid', exclude: { pattern: 'letters' } },
    ],
    ['没有鞋带皮鞋', 'formal shoes, no laces', { category: 'formal_shoes' }],
    ['白T', 'white tee', { category: 'tshirt', colours: ['white'] }],
    ['黑色连衣裙', 'blk drss', { category: 'dress', colours: ['black'] }],
    ['红色或者酒红的裙子', 'a red or burgundy dress', { category: 'dress', colours: ['red', 'burgundy'] }],
  ])('mean the same: %s / %s', (zh, en, wanted) => {
    expect(understand(zh, FRESH).constraints).toMatchObject(wanted);
    expect(understand(en, FRESH).constraints).toMatchObject(wanted);
  });

  it.each([
    ['没那么性感的', 'less revealing', { exclude: { styles: ['sexy'] } }],
    ['除了黑色都行', 'anything but black', { exclude: { colours: ['black'] } }],
    ['少点蕾丝', 'less lace', { exclude: { material: 'lace' } }],
  ])('refuse what there shall be less of: %s / %s', (zh, en, wanted) => {
    expect([understand(zh, SHOWN).constraints, understand(en, SHOWN).constraints]).toEqual([wanted, wanted]);
  });

  it('does not refuse what a second wish names', () => {
    expect(understand('no print and a ruffled hem', SHOWN).constraints).toEqual({
      pattern: 'ruffled',
      exclude: { pattern: 'graphic' },
    });
  });

  it.each(['洗衣机 tb60-5188cl', '太平鸟的裙子', 'cheers'])('reads no price and no look into %s', (text) => {
    const { constraints, critiques } = understand(text, FRESH);
    expect([constraints.price, constraints.styles, critiques]).toEqual([undefined, undefined, []]);
  });

  it.each([
    ['鞋穿38', 'my shoe size is 38', '38'],
    ['裤子一般穿30', 'I wear 30 in trousers', '30'],
  ])('keeps a size of one kind: %s / %s', (zh, en, size) => {
    for (const said of [zh, en])
      expect(understand(said, FRESH)).toMatchObject({ intent: 'profile', profile: { size } });
  });
});
