import { beforeAll, describe, expect, it } from 'vitest';
import { occasionNamed, readOutfitTalk } from '../../src/language/outfit-talk.js';
import {
  addsGarment,
  asksAboutIt,
  asksForColours,
  asksForFacts,
  browses,
  isQuestion,
  namesAPlaceAlone,
} from '../../src/language/questions.js';
import type { Understand } from '../../src/language/understand.js';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

let understand: Understand;
beforeAll(async () => {
  understand = (await shopLanguage()).understand;
});

const yuan = (amount: number) => ({ max: { minorUnits: amount * 100, currency: 'CNY' } });

describe('a sentence about several garments', () => {
  it.each([
    '想要一件白衬衫200以内，再来条黑色西裤300以内',
    'a white shirt under 200 and black dress trousers under 300',
  ])('gives each its own wishes: %s', (text) => {
    expect(understand(text, FRESH).parts).toEqual([
      { category: 'shirt', colours: ['white'], price: yuan(200) },
      { category: 'dress_trousers', colours: ['black'], price: yuan(300) },
    ]);
  });

  it.each(['红色的裙子和大衣', 'red dresses and coats'])('shares looks said once before all of them: %s', (text) => {
    expect(understand(text, FRESH).parts?.map(({ colours }) => colours)).toEqual([['red'], ['red']]);
  });

  it.each(['白衬衫和黑裤子，300以内', 'a white shirt and black trousers, under 300'])(
    'shares a budget said once behind them: %s',
    (text) => {
      expect(understand(text, FRESH).parts?.map(({ price }) => price)).toEqual([yuan(300), yuan(300)]);
    },
  );

  it.each(['一条裙子，不要红色，和一件外套，不要黑色', 'a dress, not red, and a coat, not black'])(
    'refuses of each only what is refused of it: %s',
    (text) => {
      expect(understand(text, FRESH).parts?.map(({ exclude }) => exclude)).toEqual([
        { colours: ['red'] },
        { colours: ['black'] },
      ]);
    },
  );

  it.each(['裙子或者裤子', 'a dress or a skirt', 'a blazer dress', '衬衫配牛仔裤', 'a dress with a belt', '红裙子'])(
    'is one request where the kinds are alternatives, parts or one name: %s',
    (text) => {
      expect(understand(text, FRESH).parts).toBeUndefined();
    },
  );
});

describe('words said in passing', () => {
  it.each([
    ['贵点也行', 'price'],
    ['ok I can pay more', 'price'],
    ['any colour is fine', 'colours'],
  ])('"%s" lifts a limit, asks for nothing else and leaves no word to look up', (text, facet) => {
    expect(understand(text, SHOWN)).toMatchObject({ relaxed: [facet], critiques: [], keywords: [] });
  });

  it.each(['I meant navy', 'any blue works', 'swap the shoes', '换双鞋', '回到裙子', 'never mind, show me belts'])(
    'leave nothing to look up in titles: %s',
    (text) => {
      expect(understand(text, SHOWN).keywords).toEqual([]);
    },
  );

  it.each(['鞋子呢', 'and shoes?', '换双鞋', 'swap the shoes'])('%s asks for shoes', (text) => {
    expect(understand(text, SHOWN)).toMatchObject({ intent: 'search', constraints: { category: 'footwear' } });
  });

  it.each(['不要红色的红裙子', "a red dress that isn't red"])('notice a contradiction: %s', (text) => {
    expect(understand(text, FRESH)).toMatchObject({
      contradicts: true,
      constraints: { category: 'dress', exclude: { colours: ['red'] } },
    });
  });

  it.each(['这些都太花了', 'these are too busy'])('ask for plainer ones: %s', (text) => {
    expect(understand(text, SHOWN).critiques).toEqual([{ facet: 'pattern', direction: 'less' }]);
  });

  it.each([
    ['不要太短', 'nothing too short', 'length', true],
    ['太短了', 'too short', 'length', undefined],
    ['别太正式', 'not too formal', 'formality', true],
    ['不要太花的', 'not too busy', 'pattern', true],
  ])('tell a bound from a complaint: %s / %s', (zh, en, facet, limit) => {
    for (const text of [zh, en])
      expect(understand(text, SHOWN).critiques[0], text).toMatchObject({ facet, ...(limit && { limit }) });
    if (!limit) for (const text of [zh, en]) expect(understand(text, SHOWN).critiques[0]?.limit, text).toBeUndefined();
  });

  it.each(['还是第一件吧', 'actually make that the first'])('take one: %s', (text) => {
    expect(understand(text, SHOWN)).toMatchObject({ intent: 'feedback', positive: true, references: [{ index: 1 }] });
  });

  it.each(['the red one', '红色的那件'])('point by a trait: %s', (text) => {
    expect(understand(text, SHOWN).references).toEqual([{ kind: 'attribute', facet: 'colours', id: 'red' }]);
  });
});

describe('questions about what is shown', () => {
  it.each([
    [
      asksForFacts,
      ['第二件多少钱', '什么材质', 'how much is it', 'what sizes does it come in'],
      ['为什么', 'why this one'],
    ],
    [asksAboutIt, ['那第二件呢', 'and the second?', 'what about the third'], ['第二件', 'the second']],
    [asksForColours, ['有别的颜色吗', '还有什么颜色', 'any other colours?', 'in another color'], ['红色的', 'in red']],
    [addsGarment, ['再加一双鞋', '还要一条裤子', 'and shoes too', 'add a bag'], ['鞋子呢', 'and shoes?']],
    [
      browses,
      ['随便看看', '不知道买什么', 'just browsing', 'something nice', 'surprise me'],
      ['看看裙子', 'a nice dress'],
    ],
    [isQuestion, ['有M码吗', 'does it come in M', '有没有黑色'], ['要M码', 'in M please']],
    [namesAPlaceAlone, ['第三件', '就第二个', 'the third', 'number 2'], ['第三件便宜点', 'the third but longer']],
  ] as const)('%o knows its sentences', (asks, yes, no) => {
    for (const text of yes) expect(asks(text), text).toBe(true);
    for (const text of no) expect(asks(text), text).toBe(false);
  });
});

describe('talk about an outfit', () => {
  it.each([
    ['换双鞋', { swaps: true, kinds: ['footwear'] }],
    ['swap the shoes', { swaps: true, kinds: ['footwear'] }],
    ['第二套换件外套', { swaps: true, place: 2, ofList: false, kinds: ['outerwear'] }],
    ['in the second outfit, a different jacket', { swaps: true, place: 2, ofList: false, kinds: ['outerwear'] }],
    ['去掉包', { drops: true, kinds: ['bag'] }],
    ['drop the bag', { drops: true, kinds: ['bag'] }],
    ['整套便宜一点', { whole: true, kinds: [] }],
    ['make the whole outfit cheaper', { whole: true, kinds: [] }],
    ['换一套', { another: true }],
    ['another outfit', { another: true }],
    ['就第二套吧', { chooses: true, place: 2 }],
    ["I'll take the second outfit", { chooses: true, place: 2 }],
    ['第二件怎么配', { place: 2, ofList: true }],
    ['看看牛仔裤', { seeks: true, swaps: false }],
    ['show me jeans', { seeks: true, swaps: false }],
  ])('%s', (text, heard) => {
    expect(readOutfitTalk(text)).toMatchObject(heard);
  });

  it.each([
    ['给我搭一套去火星穿的', '火星'],
    ['an outfit for mars', 'mars'],
    ['put together an outfit for my cat’s christening', 'cat’s christening'],
  ])('%s names an occasion', (text, occasion) => {
    expect(occasionNamed(text)?.replace("'", '’')).toBe(occasion);
  });
});
