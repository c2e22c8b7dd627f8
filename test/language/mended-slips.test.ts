import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

describe('a slip in a name', () => {
  it.each([
    ['绞花毛衣', 'cabel knit jumper', { category: 'sweater', pattern: 'cable_knit' }],
    ['男西庄', 'mens siut', { category: 'suit', audience: 'men' }],
    ['珍珠耳坏', 'pearl earings', { category: 'earrings', material: 'pearl' }],
    ['缘色连衣裙', 'green rdess', { category: 'dress', colours: ['green'] }],
    ['羊毛围币', 'wool scraf', { category: 'scarf', material: 'wool' }],
    ['体闲鞋', 'casaul shoes', { category: 'casual_shoes' }],
    ['皮代女', 'womens blet', { category: 'belt', audience: 'women' }],
    ['黑色夹课', 'black kacket', { category: 'jacket', colours: ['black'] }],
  ] as const)(
    'is read by its likeliest name, whatever the eye, the ear or the finger did: %s / %s',
    (zh, en, meant) => {
      for (const said of [zh, en]) {
        const { intent, constraints } = understand(said, FRESH);
        expect({ intent, constraints }, said).toEqual({
          intent: 'search',
          constraints: meant,
        });
      }
    },
  );

  it.each([
    ['给同事婚礼穿的', "for a colleague's wedding", { occasions: ['wedding_guest'] }],
    ['装书的帆布包', 'a canvas tote for my books', { category: 'tote', material: 'canvas' }],
    ['儿童西装女', 'girls suit', { category: 'suit', audience: 'girls' }],
  ] as const)('is not seen in a word that is right: %s / %s', (zh, en, meant) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).constraints, said).toMatchObject(meant);
  });
});

describe('a size asked for in a word', () => {
  it.each([
    ['中码吧', 'med pls'],
    ['中码的谢谢', 'medium please'],
    ['就中码', 'just a medium'],
  ])('is a size, where something is looked for: %s / %s', (zh, en) => {
    for (const said of [zh, en]) {
      const { intent, constraints } = understand(said, SHOWN);
      expect({ intent, constraints }, said).toEqual({ intent: 'refine', constraints: { size: 'M' } });
    }
  });
});

describe('a slip in small words', () => {
  it.each([
    ['第二见多少钱', 'how mcuh is teh 2nd one', 'explain'],
    ['转人公', 'tlak to a human', 'handover'],
  ] as const)('hides nothing of what is asked: %s / %s', (zh, en, intent) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).intent, said).toBe(intent);
  });

  it.each([
    ['上班穿的风依', 'trench caot for wrok', { category: 'trench_coat', occasions: ['work'] }],
    ['百色的防水雨衣', 'white rian coat', { category: 'raincoat', colours: ['white'] }],
    ['高要牛仔裤', 'hihg waisted jeans', { category: 'jeans', fit: 'high_waist' }],
  ] as const)('is mended beside a garment: %s / %s', (zh, en, meant) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).constraints, said).toMatchObject(meant);
  });

  it('is heard in an adjective between a degree and a step', () => {
    for (const [said, critique] of [
      ['再常一点', { facet: 'length', direction: 'more' }],
      ['太仅了', { facet: 'fit', direction: 'more' }],
      ['太柜了', { facet: 'price', direction: 'less' }],
    ] as const)
      expect(understand(said, SHOWN).critiques, said).toEqual([critique]);
  });
});

describe('what is taken back in one breath', () => {
  it.each([
    ['要短袖的啊不长袖的', 'short sleeved uh no long sleeved', { sleeve: 'long' }],
    ['两百不两百五以内', 'under two hundred no two fifty', { price: { max: { minorUnits: 25_000, currency: 'CNY' } } }],
  ] as const)('is gone: %s / %s', (zh, en, meant) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).constraints, said).toEqual(meant);
  });

  it('and no refusal is lost by it', () => {
    expect(understand('and uh no polyester please', SHOWN).constraints).toEqual({ exclude: { material: 'polyester' } });
  });
});

describe('praise with a wish', () => {
  it.each([
    ['好看！就是有点贵', 'lovely but a bit expensive', { facet: 'price', direction: 'less' }],
    ['换一批吧我都不太喜欢', "show me some others i don't really like these", { facet: 'variety', direction: 'more' }],
  ] as const)('is a wish: %s / %s', (zh, en, critique) => {
    for (const said of [zh, en]) {
      const { intent, critiques } = understand(said, SHOWN);
      expect({ intent, critiques }, said).toEqual({ intent: 'refine', critiques: [critique] });
    }
  });
});

it('hears an allergy as a refusal', () => {
  for (const said of ['我对羊毛过敏', "i'm allergic to wool"])
    expect(understand(said, SHOWN).constraints, said).toEqual({ exclude: { material: 'wool' } });
});

it('tells a girl of twenty from a child, and seven or eight from seventy-eight', () => {
  for (const said of ['20岁女生穿的裙子', 'a dress for a 20 year old girl'])
    expect(understand(said, FRESH).constraints.audience, said).toBe('women');
  expect(understand('七八岁女孩穿的裙子', FRESH).constraints.audience).toBe('girls');
});

describe('what a tired thumb leaves out or puts in', () => {
  it.each([
    ['太短乐', 'to short', { critiques: [{ facet: 'length', direction: 'more' }] }],
    ['不要高更的', 'no heals', { constraints: { exclude: { category: 'heels' } } }],
    ['M太小了，要L', 'M is too small, need L', { constraints: { size: 'L' }, critiques: [] }],
    ['把价格再降一点', 'bring the price down a bit', { critiques: [{ facet: 'price', direction: 'less' }] }],
    [
      '不要条纹的要纯色的',
      'no stripes plain ones please',
      { constraints: { pattern: 'solid', exclude: { pattern: 'stripes' } } },
    ],
  ] as const)('is understood all the same: %s / %s', (zh, en, meant) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN), said).toMatchObject(meant);
  });
});

it('hears half sizes that are said', () => {
  for (const said of ['三十八码半的运动鞋', 'size thirty eight and a half running shoes'])
    expect(understand(said, FRESH).constraints.size, said).toBe('38.5');
});

it('shuns no colour that is given up for another', () => {
  for (const said of ['藏青色不要了换成黑色', 'forget navy make it black'])
    expect(understand(said, SHOWN).constraints, said).toEqual({ colours: ['black'] });
});
