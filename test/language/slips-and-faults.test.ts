import { describe, expect, it } from 'vitest';
import { namesPriceBelowZero } from '../../src/language/budget.js';
import { comparedBy } from '../../src/language/compared-by.js';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();
const PHOTO = { ...FRESH, hasPhoto: true };

describe('a size that was wrong', () => {
  it.each([
    ['哎呀尺码错了，要38', 'oops wrong size, i need a 38'],
    ['拍错码了，应该是38的', 'sorry, the size should be 38'],
    ['不是36，是38', 'not a 36, a 38'],
    ['不要36的，给我38的', 'size 38 please, not 36'],
  ])('is put right: %s / %s', (zh, en) => {
    for (const said of [zh, en]) {
      const { intent, constraints, keywords } = understand(said, SHOWN);
      expect({ intent, constraints, keywords }, said).toEqual({
        intent: 'refine',
        constraints: { size: '38' },
        keywords: [],
      });
    }
  });

  it.each([
    ['改成40块以内', 'make it 40'],
    ['我姐姐38岁', 'i have a 38 year old sister'],
    ['要一条50块的裙子', 'i need a 50 dollar dress'],
  ])('is no number of something else: %s / %s', (zh, en) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).constraints.size, said).toBeUndefined();
  });
});

describe('a fault found with what is shown', () => {
  it.each([
    ['length', 'less', '裙摆有点长', 'the hem is a bit long'],
    ['length', 'less', '裤腿偏长', 'the legs run a little long'],
    ['length', 'less', '比我想的长', "it's longer than i'd like"],
    ['length', 'more', '衣长有点短', 'it sits on the short side'],
    ['sleeve', 'less', '袖子有点长', 'the sleeves are a bit long'],
    ['brightness', 'more', '颜色有点深', 'the colour is a bit dark'],
    ['formality', 'more', '这件看着有点随意', 'this one looks a bit casual'],
    ['size', 'less', '这双有点大', "they're a bit big"],
    ['size', 'more', '第三件太小了', 'the third one is way too small'],
  ] as const)('asks for the other way, %s %s: %s / %s', (facet, direction, zh, en) => {
    for (const said of [zh, en]) {
      const { intent, critiques } = understand(said, SHOWN);
      expect({ intent, critiques }, said).toEqual({ intent: 'refine', critiques: [{ facet, direction }] });
    }
  });

  it.each([
    ['要颜色偏深的', 'something darker', 'brightness', 'less'],
    ['要稍微正式一点的', "something that's a bit formal", 'formality', 'more'],
  ] as const)('is no wish in the same words: %s / %s', (zh, en, facet, direction) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).critiques, said).toEqual([{ facet, direction }]);
  });
});

describe('somebody seen wearing it', () => {
  it.each([
    ['看到有人穿这件', 'saw somebody wearing this'],
    ['路上看见别人背这个包', 'spotted a woman with this bag'],
    ['地铁上看到有个女生穿着这条裙子', 'saw a girl on the tube in this dress'],
  ])('is a photo, sent or still to come: %s / %s', (zh, en) => {
    for (const said of [zh, en])
      for (const context of [FRESH, PHOTO, SHOWN]) {
        const { intent, references } = understand(said, context);
        expect({ intent, references }, said).toEqual({ intent: 'photo-search', references: [{ kind: 'photo' }] });
      }
  });

  it('is no wearer, and described is a wish', () => {
    for (const said of ['看到个女生穿米色风衣，好想要', 'i saw a girl wearing a beige trench coat, need one']) {
      const { intent, constraints } = understand(said, FRESH);
      expect({ intent, constraints }, said).toEqual({
        intent: 'search',
        constraints: { category: 'trench_coat', colours: ['beige'] },
      });
    }
  });
});

describe('more that look like the third one', () => {
  it.each([
    ['像第三件那样的再来几件', 'more that look like the third one'],
    ['有没有跟第三件差不多的', 'any others that look like number 3'],
  ])('points at that one alone: %s / %s', (zh, en) => {
    for (const said of [zh, en]) {
      const { intent, references } = understand(said, SHOWN);
      expect({ intent, references }, said).toEqual({ intent: 'similar', references: [{ kind: 'ordinal', index: 3 }] });
    }
  });

  it('leaves "that look" a look', () => {
    expect(understand('more like that look', SHOWN).references).toEqual([{ kind: 'last' }]);
  });
});

describe('names in other characters of the same sound', () => {
  it.each([
    ['连冒卫衣', 'hoddie', { category: 'hoodie' }],
    ['想买条连衣群', 'i want a drees', { category: 'dress' }],
    ['白色衬杉', 'white shrit', { category: 'shirt', colours: ['white'] }],
    ['牛仔酷', 'jeens', { category: 'jeans' }],
    ['豹文半裙', 'leopard skrit', { category: 'skirt', pattern: 'leopard' }],
    ['高跟协', 'stilletos', { category: 'heels' }],
  ])('%s / %s', (zh, en, constraints) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).constraints, said).toEqual(constraints);
  });

  it.each([
    ['这正是我要的', {}],
    ['上一件多少钱', {}],
    ['给儿子买件黄色雨衣', { category: 'raincoat', colours: ['yellow'], audience: 'boys' }],
    ['要薄点的外套', { category: 'outerwear' }],
  ])('and no other words: %s', (said, constraints) => {
    expect(understand(said, FRESH).constraints).toMatchObject(constraints);
    expect(understand(said, FRESH).constraints.pattern).toBeUndefined();
  });
});

describe('a heel', () => {
  it.each([
    ['要粗跟的', 'with block heels', 'refine', { category: 'heels' }],
    ['有粗跟的吗', 'any with a block heel', 'refine', { category: 'heels' }],
    ['粗跟的鞋', 'shoes with block heels', 'search', { category: 'heels' }],
    ['粗跟短靴', 'ankle boots with block heels', 'search', { category: 'ankle_boots' }],
    ['粗跟的凉鞋', 'sandals with a chunky heel', 'search', { category: 'sandals' }],
  ] as const)('is a part of the shoe it stands beside: %s / %s', (zh, en, intent, constraints) => {
    for (const said of [zh, en]) {
      const turn = understand(said, SHOWN);
      expect({ intent: turn.intent, constraints: turn.constraints }, said).toEqual({ intent, constraints });
    }
  });
});

describe('a thing refused that no facet names', () => {
  it.each([
    ['不要拉链', 'no zippers', ['拉链'], ['zippers']],
    ['不要拉链和口袋', 'no zippers or pockets', ['拉链', '口袋'], ['zippers', 'pockets']],
    ['没有垫肩的', 'without shoulderpads', ['垫肩'], ['shoulderpads']],
  ])('is avoided and not looked for: %s / %s', (zh, en, zhWords, enWords) => {
    for (const [said, avoided] of [
      [zh, zhWords],
      [en, enWords],
    ] as const) {
      const turn = understand(said, SHOWN);
      expect({ intent: turn.intent, avoided: turn.avoided, keywords: turn.keywords }, said).toEqual({
        intent: 'refine',
        avoided,
        keywords: [],
      });
    }
  });

  it.each([
    ['别着急', 'no rush'],
    ['没问题', 'no problem'],
    ['没时间了', 'no time'],
  ])('is no thing: %s / %s', (zh, en) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).avoided, said).toBeUndefined();
  });
});

describe('an amount below nothing', () => {
  it.each([
    ['-5美元', '-5 dollars'],
    ['负五块的裙子', 'a dress for -5 dollars'],
  ])('is no budget: %s / %s', (zh, en) => {
    for (const said of [zh, en]) {
      expect(understand(said, SHOWN).constraints.price, said).toBeUndefined();
      expect(namesPriceBelowZero(said), said).toBe(true);
    }
  });

  it.each([
    ['预算-500', 'budget - 500', { max: { minorUnits: 50_000, currency: 'CNY' } }],
    [
      '300-500的',
      '300-500',
      { min: { minorUnits: 30_000, currency: 'CNY' }, max: { minorUnits: 50_000, currency: 'CNY' } },
    ],
  ])('is no dash: %s / %s', (zh, en, price) => {
    for (const said of [zh, en]) {
      expect(understand(said, SHOWN).constraints.price, said).toEqual(price);
      expect(namesPriceBelowZero(said), said).toBe(false);
    }
  });

  it('is no frost', () => {
    for (const said of ['-5度穿什么', 'what to wear at -5 degrees']) expect(namesPriceBelowZero(said)).toBe(false);
  });
});

describe('how one gets about', () => {
  it.each([
    ['公交几点来', 'when does the bus come'],
    ['末班地铁几点', 'what time is the last train'],
    ['我的航班延误了吗', 'is my flight delayed'],
  ])('is no matter of the shop: %s / %s', (zh, en) => {
    for (const said of [zh, en])
      for (const context of [FRESH, SHOWN]) expect(understand(said, context).intent, said).toBe('unknown');
  });

  it.each([
    ['坐地铁怎么到你们店', 'which bus goes to your store', 'store-info'],
    ['坐长途飞机穿什么', 'what to wear on a long flight', 'outfit'],
  ])('unless it is: %s / %s', (zh, en, intent) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).intent, said).toBe(intent);
  });
});

describe('a trait that garments are compared by', () => {
  it.each([
    ['哪个更正式', 'which is dressier', { facet: 'formality', direction: 'more' }],
    ['哪件最休闲', 'which is the most casual', { facet: 'formality', direction: 'less' }],
    ['哪个最保暖', 'which one is warmest', { facet: 'warmth', direction: 'more' }],
    ['哪个更便宜', 'which is cheaper', undefined],
  ])('%s / %s', (zh, en, trait) => {
    for (const said of [zh, en]) expect(comparedBy(said), said).toEqual(trait);
  });
});

describe('how much is going on', () => {
  it.each([
    ['less', '图案少一点吧', 'with less pattern'],
    ['less', '少点花纹', 'fewer prints'],
    ['more', '花纹再大胆一点', 'a bolder print'],
    ['more', '太素了', "it's a bit plain"],
  ] as const)('%s: %s / %s', (direction, zh, en) => {
    for (const said of [zh, en]) {
      const { intent, critiques, constraints } = understand(said, SHOWN);
      expect({ intent, critiques, constraints }, said).toEqual({
        intent: 'refine',
        critiques: [{ facet: 'pattern', direction }],
        constraints: {},
      });
    }
  });
});

describe('whether there is one left', () => {
  it.each([
    ['S码还有没有', 'is there an S left', { size: 'S' }],
    ['红色还有吗', 'any red left', { colours: ['red'] }],
  ])('asks for no others: %s / %s', (zh, en, constraints) => {
    for (const said of [zh, en]) {
      const turn = understand(said, SHOWN);
      expect({ critiques: turn.critiques, constraints: turn.constraints }, said).toEqual({
        critiques: [],
        constraints,
      });
    }
  });

  it('and alone it does', () => {
    for (const said of ['还有吗', 'any others?'])
      expect(understand(said, SHOWN).critiques, said).toEqual([{ facet: 'variety', direction: 'more' }]);
  });
});

describe('what was just named or sent', () => {
  it('is taken up and not pointed at', () => {
    for (const said of ['蕾丝文胸，你们有卖吗', 'lace bras, do you sell those'])
      expect(understand(said, SHOWN).references, said).toEqual([]);
  });

  it.each([
    ['拍了张照片，找同款', 'i took a photo, find me the same one'],
    ['截了个图，找这件', 'i saved a screenshot, find this'],
  ])('is a photo: %s / %s', (zh, en) => {
    for (const said of [zh, en]) {
      const { intent, references } = understand(said, PHOTO);
      expect({ intent, references }, said).toEqual({ intent: 'photo-search', references: [{ kind: 'photo' }] });
    }
  });
});
