import { describe, expect, it } from 'vitest';
import { canonicalSize } from '../../src/language/sizes.js';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

describe('sizes', () => {
  it.each([
    ['有M码吗', 'M'],
    ['do you have it in M', 'M'],
    ['大号的', 'L'],
    ['in a large', 'L'],
    ['2XL有吗', 'XXL'],
    ['any in XXL', 'XXL'],
    ['38码', '38'],
    ['size 38', '38'],
    ['欧码42', '42'],
    ['EU 42', '42'],
    ['美码8', 'US 8'],
    ['US 8', 'US 8'],
    ['UK 6 please', 'UK 6'],
    ['170/88A', '170/88A'],
    ['均码的', 'one size'],
    ['one size', 'one size'],
    ['M码或者L码', ['M', 'L']],
    ['M or L', ['M', 'L']],
    ['75B', '75B'],
    ['跑鞋，我穿38', '38'],
    ['running shoes, I wear 38', '38'],
    ['皮靴，37半', '37.5'],
    ["trainers for my boyfriend, he's a 43", '43'],
  ])('%s', (text, size) => {
    expect(understand(text, SHOWN).constraints.size).toEqual(size);
  });

  it.each(['大码连衣裙', 'show us 8 dresses', "it's nice", 'T恤', 'a large bag', 'small flowers on a dress'])(
    'none in: %s',
    (text) => {
      expect(understand(text, FRESH).constraints.size).toBeUndefined();
    },
  );

  it('told as one’s own are profile and wish at once', () => {
    for (const text of ['我穿L码', 'I wear L', '我平时穿大号', 'I usually wear a large']) {
      const turn = understand(text, FRESH);
      expect(turn.profile?.size, text).toBe('L');
      expect(turn.constraints.size, text).toBe('L');
      expect(turn.intent, text).toBe('profile');
    }
  });

  it('have one spelling', () => {
    expect(
      ['xxl', '2XL', 'XXXL', '3xl', 'F', '均码', 'Free Size', ' m ', 'EU 38', 'us 8', '38码', '170/88a'].map(
        canonicalSize,
      ),
    ).toEqual(['XXL', 'XXL', '3XL', '3XL', 'one size', 'one size', 'one size', 'M', '38', 'US 8', '38', '170/88A']);
  });
});

describe('bodies', () => {
  it.each([
    ['一米六五、110斤', 165, 55],
    ["I'm 165cm and 55 kg", 165, 55],
    ['身高168，体重60公斤', 168, 60],
    ['1米8，70kg', 180, 70],
    ["I'm 5'4\" and weigh 120 pounds", 163, 54.4],
    ['我165 110斤', 165, 55],
    ['five foot six, 9 stone', 168, 57.2],
  ])('%s', (text, heightCm, weightKg) => {
    expect(understand(text, FRESH).profile).toEqual({ heightCm, weightKg });
  });

  it.each(['裙长100cm的裙子', 'a heel height of 8cm', '腰围70厘米的裤子'])(
    'lengths of garments are no heights: %s',
    (text) => {
      expect(understand(text, FRESH).profile?.heightCm).toBeUndefined();
    },
  );

  it.each([
    ['洗衣机10公斤', '10 kg washing machine'],
    ['8斤的棉被', 'a 4 kg duvet'],
    ['衣架承重50公斤', 'a rail that holds up to 50 kg'],
    ['腰带120厘米', 'a 120 cm belt'],
    ['鞋架110cm', 'a 110cm shoe rack'],
  ])('things have no body: %s / %s', (zh, en) => {
    for (const text of [zh, en]) expect(understand(text, FRESH).profile, text).toBeUndefined();
  });

  it.each([
    ['女儿110cm，20公斤', 'my daughter is 110cm and 20kg', 110, 20],
    ['90厘米的宝宝，25斤', 'a baby of 90 cm and 12.5 kg', 90, 12.5],
  ])('small people have one: %s / %s', (zh, en, heightCm, weightKg) => {
    for (const text of [zh, en]) expect(understand(text, FRESH).profile, text).toEqual({ heightCm, weightKg });
  });

  it.each([
    ['6岁女儿的裙子', 'girls'],
    ['a dress for my six year old daughter', 'girls'],
    ['8岁男孩的外套', 'boys'],
    ['10岁小孩的鞋', 'kids'],
    ['shoes for a 10 year old', 'kids'],
    ['给60岁的妈妈买外套', 'women'],
    ['8个月宝宝的衣服', 'baby'],
    ['clothes for an 8 month old', 'baby'],
  ])('ages say for whom: %s', (text, audience) => {
    expect(understand(text, FRESH).constraints.audience).toBe(audience);
  });
});
