import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

describe('a kind taken back in the same breath', () => {
  it.each([
    [
      '一双三十七码的高跟鞋哦不对我说的是平底鞋',
      'a pair of heels size thirty seven oh no i mean flats',
      { category: 'flats', size: '37' },
    ],
    [
      '给孩子买个粉的不对买个紫色的书包',
      'a pink one for my kid no wait a purple school bag',
      { category: 'backpack', colours: ['purple'], audience: 'kids' },
    ],
  ])('gives way to the one meant: %s / %s', (zh, en, constraints) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).constraints, said).toEqual(constraints);
  });
});

describe('a breath', () => {
  it.each([
    ['就那个下周面试嘛我穿什么好呢', 'uh you know the interview next week what do i wear'],
    ['就是那个退货怎么退啊', 'you know um returns how do they work'],
    ['黑色牛仔裤你们有卖吗', 'uh you know black jeans do you have those'],
  ])('points at nothing: %s / %s', (zh, en) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).references, said).toEqual([]);
  });

  it.each([
    ['就那个吧', 'just that one'],
    ['就是那个多少钱', 'how much is that one'],
  ])('is none where a garment is meant: %s / %s', (zh, en) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).references, said).toEqual([{ kind: 'last' }]);
  });

  it('between two words hides no size of one’s own', () => {
    for (const said of ['我呃平时穿L码', 'i uh usually wear a large', 'i wear a large usually'])
      expect(understand(said, FRESH).profile, said).toEqual({ size: 'L' });
  });
});

describe('the pronoun behind what was named', () => {
  it.each([['第三件，它是什么面料', 'the third, which fabric is it?']])('is that very one: %s / %s', (zh, en) => {
    for (const said of [zh, en]) {
      const { intent, references } = understand(said, SHOWN);
      expect({ intent, references }, said).toEqual({
        intent: 'explain',
        references: [{ kind: 'ordinal', index: 3 }],
      });
    }
  });
});

describe('half sizes and inches', () => {
  it.each([
    ['男士跑鞋，美码9号半', "men's running shoes us nine and a half", 'US 9.5'],
    ['女鞋38号半', "women's shoes 38 and a half", '38.5'],
  ])('%s / %s', (zh, en, size) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).constraints.size, said).toBe(size);
  });

  it('are a height where somebody is so tall, and no cut', () => {
    for (const said of ['我身高64英寸，体重52公斤', "I'm 64 inches tall and weigh 52 kg"]) {
      const { profile, constraints } = understand(said, FRESH);
      expect({ profile, constraints }, said).toEqual({ profile: { heightCm: 163, weightKg: 52 }, constraints: {} });
    }
  });
});

describe('letters for characters', () => {
  it.each([
    ['有没有便宜d', 'price', 'less'],
    ['长d的有吗', 'length', 'more'],
  ] as const)('are read by what stands before them: %s', (said, facet, direction) => {
    expect(understand(said, SHOWN).critiques).toEqual([{ facet, direction }]);
  });

  it.each([
    ['来几件纯色tixu', { category: 'tshirt', pattern: 'solid' }],
    ['大码的niuzai裤 黑', { category: 'jeans', colours: ['black'], fit: 'plus_size' }],
    ['亚马的衬衫', { category: 'shirt', material: 'linen' }],
  ])('name one garment: %s', (said, constraints) => {
    expect(understand(said, FRESH).constraints).toEqual(constraints);
  });

  it('stand for words in English too', () => {
    const { constraints, critiques } = understand('vneck sweatr off white nothing too exp', FRESH);
    expect(constraints).toEqual({ category: 'sweater', colours: ['off_white'], neckline: 'v_neck' });
    expect(critiques).toEqual([{ facet: 'price', direction: 'less', limit: true }]);
    expect(understand('a pair of blue genes straight leg', FRESH).constraints.category).toBe('jeans');
  });
});

describe('a space for a comma', () => {
  it('ends what is refused', () => {
    for (const said of ['不要连帽的夹克 军绿', 'jacket, no hood, army green'])
      expect(understand(said, FRESH).constraints, said).toEqual({
        category: 'jacket',
        colours: ['olive'],
        exclude: { neckline: 'hooded' },
      });
  });
});

describe('what a running request hears', () => {
  it.each([
    [
      '比第三件花得少的有吗',
      'got one that costs less than the third?',
      { critiques: [{ facet: 'price', direction: 'less' }] },
    ],
    [
      '都太隆重了',
      'these are all a bit too dressed up for me',
      { critiques: [{ facet: 'formality', direction: 'less' }] },
    ],
    [
      '这些都看过了给我看别的',
      'seen all thse alredy gimme othrs',
      { critiques: [{ facet: 'variety', direction: 'more' }] },
    ],
    ['可以放宽到800', 'you may go as high as 800 for me', { max: 80000 }],
    ['牌子我不在乎', "the brand i don't care about", { relaxed: ['brand'] }],
    ['麻烦把便宜的排到最前面', 'put the cheap ones right at the front', { sort: 'price-ascending' }],
    ['把贵的放到后面', 'put the expensive ones last', { sort: 'price-ascending' }],
  ])('%s / %s', (zh, en, expected) => {
    for (const said of [zh, en]) {
      const { intent, critiques, relaxed, sort, constraints } = understand(said, SHOWN);
      const max = constraints.price?.max?.minorUnits;
      expect({ intent, critiques, relaxed, sort, max }, said).toEqual({
        intent: 'refine',
        critiques: [],
        relaxed: [],
        sort: undefined,
        max: undefined,
        ...expected,
      });
    }
  });
});

describe('what is no search', () => {
  it.each([
    ['凭学生证能便宜吗', 'do I get money off with a student card?', 'store-info'],
    ['我那个包裹都三天了还没动静', 'my parcel has not moved for three days', 'store-info'],
    ['拍了张橱窗里的衣服，有差不多的吗', 'took a picture of a shop window, got anything close to it?', 'photo-search'],
    [
      '衣柜里有条白牛仔裤，不知道怎么搭',
      "I've got white jeans in my wardrobe and no idea what to wear with them",
      'outfit',
    ],
    ['煮鸡蛋要几分钟', 'how many minutes should I boil an egg?', 'unknown'],
  ])('%s / %s', (zh, en, intent) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).intent, said).toBe(intent);
  });
});

describe('what is shown over and over', () => {
  it.each([['你怎么老给我推裙子 我要裤子', 'why u keep showing skirts i want trousers']])(
    'is not what is wished: %s / %s',
    (zh, en) => {
      for (const said of [zh, en]) {
        const { intent, constraints } = understand(said, SHOWN);
        expect({ intent, constraints }, said).toEqual({ intent: 'search', constraints: { category: 'trousers' } });
      }
    },
  );
});

describe('words that look like wishes', () => {
  it.each([
    ['不要bright color', 'no bright colours', [{ facet: 'brightness', direction: 'less' }]],
    ['formal一点的', 'a bit more formal', [{ facet: 'formality', direction: 'more' }]],
  ])('are read as they are meant: %s / %s', (zh, en, critiques) => {
    for (const said of [zh, en])
      expect(
        understand(said, SHOWN).critiques.map(({ facet, direction }) => ({ facet, direction })),
        said,
      ).toEqual(critiques);
  });

  it.each([
    ['不显胖的裤子', 'trousers that do not make me look fat', { category: 'trousers' }],
    ['棕色皮带配什么颜色的裤子', 'what colour trousers go with a brown belt', { category: 'trousers' }],
    ['孙子说颜色过时了', 'my grandson says the colour is dated', {}],
    ['外婆穿的喜庆的红色棉袄', 'a red padded jacket for grandma', undefined],
  ])('name nothing more: %s / %s', (zh, en, constraints) => {
    for (const said of [zh, en]) {
      const read = understand(said, FRESH).constraints;
      expect(read.occasions, said).toBeUndefined();
      expect(read.fit, said).toBeUndefined();
      if (constraints) expect(read, said).toEqual(constraints);
    }
  });

  it('ask for what is on the screen in the size just told', () => {
    for (const said of ['我平时穿UK 8，这条jeans有吗', 'I am usually a UK 8, do these jeans come in that'])
      expect(understand(said, SHOWN), said).toMatchObject({ intent: 'refine', constraints: { size: 'UK 8' } });
  });
});

describe('a look', () => {
  it('is festive, whatever garment follows', () => {
    for (const said of ['喜庆点的旗袍', 'a festive qipao'])
      expect(understand(said, FRESH).constraints, said).toEqual({ category: 'qipao', occasions: ['festival'] });
  });

  it('that slims asks for no tighter cut', () => {
    for (const said of ['显瘦一点的', 'something slimming'])
      expect(understand(said, SHOWN).critiques, said).toEqual([]);
  });
});
