import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

describe('English typed with a thumb', () => {
  it.each([
    ['prka for men', { category: 'parka', audience: 'men' }],
    ['a cmel cardi', { category: 'cardigan', colours: ['camel'] }],
    ['mens wach', { category: 'watch', audience: 'men' }],
    ['whit shirt', { category: 'shirt', colours: ['white'] }],
    ['floralll dresss', { category: 'dress', pattern: 'floral' }],
    ['bootz for kidz', { category: 'boots', audience: 'kids' }],
    ['black boots size38', { category: 'boots', colours: ['black'], size: '38' }],
    ['hi waisted jeans', { category: 'jeans', fit: 'high_waist' }],
    ['pnk sweeter', { category: 'sweater', colours: ['pink'] }],
    ['hanfoo', { category: 'hanfu' }],
    ['grey slimfit suit mens', { category: 'suit', colours: ['grey'], fit: 'slim', audience: 'men' }],
    ['pufer jaket', { category: 'down_jacket' }],
    ['bleu siut', { category: 'suit', colours: ['blue'] }],
    ['red woll gloves', { category: 'gloves', colours: ['red'], material: 'wool' }],
    ['blackdress', { category: 'dress', colours: ['black'] }],
    ['mens basballcap', { category: 'cap', audience: 'men' }],
    ['stripy sox', { category: 'socks', pattern: 'stripes' }],
  ])('is read as it was meant: %s', (said, constraints) => {
    expect(understand(said, FRESH).constraints, said).toEqual(constraints);
  });

  it.each([
    ['nude heals', 'heels'],
    ['a wool cot', 'coat'],
    ['rain cot for kids', 'raincoat'],
    ['black boats size 38', 'boots'],
    ['blue genes', 'jeans'],
    ['high wasted jeans', 'jeans'],
    ['angle boots', 'ankle_boots'],
  ])('has words put there by the phone for others: %s', (said, category) => {
    expect(understand(said, FRESH).constraints.category, said).toBe(category);
  });

  it.each([
    'paid by card',
    'tape measure',
    'do cats like it',
    'i ran home',
    'the plan for tomorrow',
    'pain in my foot',
    'the penalties',
    'constructor',
  ])('leaves ordinary words alone: %s', (said) => {
    expect(understand(said, FRESH).constraints.category, said).toBeUndefined();
  });

  it('has figures for words', () => {
    expect(understand('luuuv the 2nd 1', SHOWN)).toMatchObject({
      intent: 'feedback',
      positive: true,
      references: [{ kind: 'ordinal', index: 2 }],
    });
  });
});

describe('Chinese typed in a hurry', () => {
  it.each([
    ['红裙子不药碎花', { category: 'dress', colours: ['red'], exclude: { pattern: 'floral' } }],
    ['米色高领毛一', { category: 'sweater', colours: ['beige'], neckline: 'turtleneck' }],
    ['灰色百折裙', { category: 'skirt', colours: ['grey'], pattern: 'pleated' }],
    ['亚吗阔腿裤', { category: 'trousers', material: 'linen', fit: 'wide_leg' }],
    ['红色羊毛手逃', { category: 'gloves', colours: ['red'], material: 'wool' }],
    ['藏青大马连衣裙', { category: 'dress', colours: ['navy'], fit: 'plus_size' }],
    ['牛仔外逃', { category: 'denim_jacket' }],
    ['汉浮', { category: 'hanfu' }],
    ['直同牛仔裤', { category: 'jeans', fit: 'straight' }],
    ['高妖裤子', { category: 'trousers', fit: 'high_waist' }],
    ['白色板鞋38马', { category: 'sneakers', colours: ['white'], size: '38' }],
    ['黑色羽绒服要L马', { category: 'down_jacket', colours: ['black'], size: 'L' }],
  ])('is read by its sound: %s', (said, constraints) => {
    expect(understand(said, FRESH).constraints, said).toEqual(constraints);
  });

  it('has syllables of request words left in letters', () => {
    expect(understand('手表500zuoyou', FRESH).constraints.price?.max?.minorUnits).toBe(60_000);
    expect(understand('便宜dian', SHOWN).critiques).toEqual([{ facet: 'price', direction: 'less' }]);
  });

  it.each([
    ['海澜之家官方旗舰店男装', 'colours', undefined],
    ['焦糖色缝衣线', 'category', undefined],
    ['yonex鞋袋', 'category', undefined],
    ['子鱼衣家', 'category', undefined],
    ['宝宝围围衣薄', 'category', undefined],
    ['汉服走秀折叠扇', 'category', 'hanfu'],
    ['防蜂衣', 'category', undefined],
  ] as const)('is corrected only where nothing speaks against it: %s', (said, facet, meant) => {
    expect(understand(said, FRESH).constraints[facet], said).toEqual(meant);
  });
});

describe('what was said rather than typed', () => {
  it.each([
    ['棕色的靴子三十九码的', 'brown boots size thirty nine', { category: 'boots', colours: ['brown'], size: '39' }],
    [
      '给我看看蓝色的裤子哦不对灰色的裤子',
      'show me blue trousers no wait grey trousers',
      { category: 'trousers', colours: ['grey'] },
    ],
    ['给儿子啊不是给老公买衬衫', 'a shirt for my son no sorry my husband', { category: 'shirt', audience: 'men' }],
    ['连帽卫衣M码哦不对L码', 'hoodie size M no wait L', { category: 'hoodie', size: 'L' }],
  ])('takes back what was said first: %s / %s', (zh, en, constraints) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).constraints, said).toEqual(constraints);
  });

  it('keeps what was refused before the words that correct', () => {
    for (const said of ['不是黑色我是说藏青色', 'not black I mean navy'])
      expect(understand(said, SHOWN).constraints, said).toEqual({ colours: ['navy'], exclude: { colours: ['black'] } });
  });

  it.each([
    ['不超过两百五', 'less than two fifty', 250],
    ['最多三百五', 'three fifty at most', 350],
    ['连衣裙三百以内哦不四百以内', 'dress under three hundred no wait four hundred', 400],
    ['三双袜子，每双不超过20', '3 pairs of socks, 20 each at most', 20],
  ])('has hundreds said short: %s / %s', (zh, en, most) => {
    for (const said of [zh, en])
      expect(understand(said, SHOWN).constraints.price?.max?.minorUnits, said).toBe(most * 100);
  });

  it.each([
    ['我一米六五五十二公斤', "I'm one meter sixty five and fifty two kilos", { heightCm: 165, weightKg: 52 }],
    ['我173，76.2公斤', 'five foot eight, twelve stone', { heightCm: 173, weightKg: 76.2 }],
    ['我一米八七十五公斤', "I'm one eighty and seventy five kilos", { heightCm: 180, weightKg: 75 }],
  ])('has measures in words: %s / %s', (zh, en, profile) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).profile, said).toEqual(profile);
  });
});

describe('Hong Kong and Taiwan', () => {
  it.each([
    ['平啲嘅有冇', 'price', 'less'],
    ['長啲有冇', 'length', 'more'],
    ['短少少', 'length', 'less'],
  ])('ask for more or less: %s', (said, facet, direction) => {
    expect(understand(said, SHOWN)).toMatchObject({ intent: 'refine', critiques: [{ facet, direction }] });
  });

  it.each([
    ['第一件同第二件邊件好', 'compare'],
    ['第二件襯咩好睇', 'outfit'],
    ['點解推薦呢件', 'explain'],
  ])('talk about what is shown: %s', (said, intent) => {
    expect(understand(said, SHOWN).intent).toBe(intent);
  });

  it('name things their own way', () => {
    expect(understand('茄士咩頸巾', FRESH).constraints).toEqual({ category: 'scarf', material: 'cashmere' });
    expect(understand('去飲穿的洋裝', FRESH).constraints).toEqual({ category: 'dress', occasions: ['wedding_guest'] });
  });
});

describe('sizes and prices in figures', () => {
  it.each([
    ['黑色牛仔裤 32x34', 'black jeans 32x34', '32/34'],
    ['男牛仔裤，腰围32裤长30', "men's jeans, 32 waist 30 leg", '32/30'],
    ['女靴子美码7码半', "women's boots US 7 and a half", 'US 7.5'],
    ['儿童棉服110cm的', "a kids' padded jacket in 110cm", '110'],
    ['文胸34B', 'a bra in 34B', '34B'],
    ['修身牛仔裤W31 L32', 'slim jeans W31 L32', '31/32'],
    ['男士牛仔裤腰围三十四', "men's jeans waist thirty four", '34'],
    ['给儿子买夹克，一百四十码', 'a jacket for my son, size one hundred and forty', '140'],
    ['裤子，欧码40', 'trousers, European 40', '40'],
    ['高跟鞋37码半', 'heels in a 37 and a half', '37.5'],
    ['毛衣不要XL，要XXL', 'a sweater, XXL instead of XL', 'XXL'],
    ['黑色高跟鞋三十八的', 'black heels in thirty eight', '38'],
    ['给老公买夹克，他穿L码', "a jacket for my husband, he's a large", 'L'],
  ])('are sizes: %s / %s', (zh, en, size) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).constraints.size, said).toBe(size);
  });

  it("leave a child's height a height", () => {
    for (const said of ['给女儿买裙子，身高110cm', 'a dress for my daughter, she is 110cm'])
      expect(understand(said, FRESH), said).toMatchObject({ profile: { heightCm: 110 } });
  });

  it.each([
    ['四位数的大衣', 'a coat in four figures', { min: 1000, max: 9999 }],
    ['大衣别上四位数', 'a coat but not four figures', { max: 999 }],
  ])('are prices by their digits: %s / %s', (zh, en, range) => {
    for (const said of [zh, en]) {
      const { min, max } = understand(said, FRESH).constraints.price ?? {};
      expect({ ...(min && { min: min.minorUnits / 100 }), max: (max?.minorUnits ?? 0) / 100 }, said).toEqual(range);
    }
  });
});

describe('what one has enough of, and what is given up', () => {
  it('is refused, the garment itself is not', () => {
    for (const said of [
      '真皮斜挎包，黑色的够多了，要红色',
      'a leather crossbody bag, I have enough black bags, a red one',
    ])
      expect(understand(said, FRESH).constraints, said).toEqual({
        category: 'crossbody',
        material: 'leather',
        colours: ['red'],
        exclude: { colours: ['black'] },
      });
  });

  it('is left behind for another kind', () => {
    for (const said of ['连衣裙算了，换黑色半身裙', 'forget the dress, a black skirt instead'])
      expect(understand(said, SHOWN), said).toMatchObject({
        intent: 'refine',
        constraints: { category: 'skirt', colours: ['black'] },
        relaxed: [],
      });
  });

  it('is refused as a cloth of the garment wanted', () => {
    for (const said of ['冬天的派克服，不要皮草的', 'a winter parka, no fur please'])
      expect(understand(said, FRESH).constraints.exclude, said).toEqual({ material: 'fur' });
  });
});

describe('what is pointed at', () => {
  it.each([
    ['第二件和第四件比一下', 'second versus fourth', [2, 4]],
    ['二号和三号差在哪', 'how are two and three different', [2, 3]],
  ])('is counted however it is joined: %s / %s', (zh, en, places) => {
    for (const said of [zh, en])
      expect(understand(said, SHOWN), said).toMatchObject({
        intent: 'compare',
        references: places.map((index) => ({ kind: 'ordinal', index })),
      });
  });

  it.each([
    ['然后那个不要涤纶的', 'no polyester or anything like that'],
    ['那个我要不带涤纶的', 'I have polyester already, so not that'],
  ])('is nothing by a breath or by "that": %s / %s', (zh, en) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).references, said).toEqual([]);
  });

  it('changes the kind that was asked for where it corrects', () => {
    for (const said of ['我说的其实是裤子', 'I actually meant trousers', '同样的要绿色', 'same thing in green'])
      expect(understand(said, SHOWN), said).toMatchObject({ intent: 'refine', critiques: [] });
  });
});

describe('what is kept', () => {
  it('stays while the rest is changed', () => {
    for (const said of ['前两件留着，其他的换掉', 'keep the first two, change the rest'])
      expect(understand(said, SHOWN), said).toMatchObject({
        intent: 'refine',
        references: [{ index: 1 }, { index: 2 }],
        critiques: [{ facet: 'variety', direction: 'more' }],
      });
  });

  it('is liked for now', () => {
    for (const said of ['先收藏这件', 'save this for later'])
      expect(understand(said, SHOWN), said).toMatchObject({
        intent: 'feedback',
        positive: true,
        references: [{ kind: 'last' }],
      });
  });
});
