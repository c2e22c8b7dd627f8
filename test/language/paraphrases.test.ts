import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

describe('the same wish in other words', () => {
  it.each([
    ['undo', '还是原来那批吧', 'put it back how it was'],
    ['cancel', '算啦不买了', 'nah forget it'],
    ['cancel', '先不看了，拜拜', "i'm done looking, thanks"],
    ['feedback', '这件不戳我', "this one doesn't do it for me"],
    ['similar', '第三件那种再来几个', 'got anything along the lines of the second'],
    ['refine', '预算提到六百', 'bump the budget to 600'],
  ] as const)('is %s among garments shown: %s / %s', (intent, zh, en) => {
    expect([understand(zh, SHOWN).intent, understand(en, SHOWN).intent]).toEqual([intent, intent]);
  });

  it.each([
    ['greeting', '哈喽哈喽', 'heyyy'],
    ['help', '教教我怎么搜', 'show me how to use this'],
    ['handover', '有没有活人', 'is there a human agent'],
    ['privacy', '你们会把照片存下来吗', 'do you store my photos'],
    ['outfit', '周末去爬山，从头到脚怎么穿', 'what should I wear head to toe for a hike'],
  ] as const)('is %s at the beginning: %s / %s', (intent, zh, en) => {
    expect([understand(zh, FRESH).intent, understand(en, FRESH).intent]).toEqual([intent, intent]);
  });

  it('dislikes what does not appeal', () => {
    expect(understand('这件不戳我', SHOWN).positive).toBe(false);
    expect(understand("this one doesn't do it for me", SHOWN).positive).toBe(false);
  });

  it('refuses the hood and wants the grey', () => {
    const wanted = { category: 'sweatshirt', colours: ['grey'], exclude: { neckline: 'hooded' } };
    expect(understand('有没有不带帽子的灰色卫衣', FRESH).constraints).toEqual(wanted);
    expect(understand('gray sweatshirts without a hood', FRESH).constraints).toEqual(wanted);
  });

  it('asks whether there are, and refuses nothing', () => {
    const wanted = { category: 'tshirt', pattern: 'stripes', sleeve: 'long' };
    expect(understand('有無條紋長袖T恤', FRESH).constraints).toEqual(wanted);
    expect(understand('any striped long-sleeve tees', FRESH).constraints).toEqual(wanted);
  });

  it('takes pounds beside a height for weight, and elsewhere for money', () => {
    const told = understand("I'm 6 feet tall, 165 pounds", FRESH);
    expect(told.profile).toEqual({ heightCm: 183, weightKg: 74.8 });
    expect(told.constraints).toEqual({});
    expect(understand('a coat under 165 pounds', FRESH).constraints.price?.max?.currency).toBe('GBP');
  });

  it('points at two garments by bare numbers', () => {
    for (const text of ['一和三有啥区别', 'how do 1 and 3 differ'])
      expect(understand(text, SHOWN).references.map(({ index }) => index)).toEqual([1, 3]);
  });

  it("reads women's beside a large size", () => {
    const wanted = { category: 'shirt', fit: 'plus_size', audience: 'women' };
    expect(understand('求推荐大码女装衬衫', FRESH).constraints).toEqual(wanted);
    expect(understand("any plus size women's shirts", FRESH).constraints).toEqual(wanted);
  });
});
