import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();

describe('the length in the name of a coat', () => {
  it.each([
    ['驼色长大衣', 'long camel coat', { category: 'coat', colours: ['camel'], length: 'long' }],
    ['长羽绒服', 'long down jacket', { category: 'down_jacket', length: 'long' }],
    ['短外套', 'short jacket', { category: 'jacket', length: 'short' }],
  ])('%s / %s', (zh, en, constraints) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).constraints, said).toEqual(constraints);
  });
});

describe('what is said of a running request', () => {
  it.each([
    ['预算不限了', 'remove the budget'],
    ['不限预算', 'drop the budget'],
  ])('frees its budget and forgets nothing: %s / %s', (zh, en) => {
    for (const said of [zh, en]) {
      const { intent, relaxed, profile } = understand(said, SHOWN);
      expect({ intent, relaxed, profile }, said).toEqual({ intent: 'refine', relaxed: ['price'], profile: undefined });
    }
  });

  it('forgets where it is asked to', () => {
    for (const said of ['忘掉我的预算', 'forget my budget'])
      expect(understand(said, FRESH).profile?.forget, said).toContain('usualPrice');
  });
});

describe('a look that is likened to people', () => {
  it('says nothing of who wears it', () => {
    for (const said of ['太大妈了', 'too mumsy']) expect(understand(said, SHOWN).constraints, said).toEqual({});
  });
});

describe('a limit in few words', () => {
  it.each([
    ['我怕热，别太厚', 'i run hot, so nothing thick', 'warmth'],
    ['别太正式', 'nothing formal', 'formality'],
  ] as const)('%s / %s', (zh, en, facet) => {
    for (const said of [zh, en])
      expect(understand(said, SHOWN).critiques, said).toEqual([{ facet, direction: 'less', limit: true }]);
  });
});

describe('somebody else, however described', () => {
  it.each([
    ['给8岁儿子买件T恤', 'a tee for my eight year old son'],
    ['给我妈挑件开衫', 'a cardigan for my lovely old mum'],
  ])('%s / %s', (zh, en) => {
    for (const said of [zh, en]) expect(understand(said, FRESH).forOther, said).toBe(true);
  });
});

describe('waist and leg', () => {
  it('are one size', () => {
    for (const said of ['腰30长32的牛仔裤', 'waist 30 length 32 jeans'])
      expect(understand(said, FRESH).constraints, said).toEqual({ category: 'jeans', size: '30/32' });
  });
});

describe('whether the one pointed at is there', () => {
  it.each([
    ['这件还有货吗', 'is this one still available'],
    ['第二件还有吗', 'is the second one still in stock'],
  ])('%s / %s', (zh, en) => {
    for (const said of [zh, en]) expect(understand(said, SHOWN).intent, said).toBe('explain');
  });
});

describe('one pointed at by its colour, and nothing else', () => {
  it('is asked for', () => {
    for (const said of ['绿色的那件', 'the green one']) {
      const { intent, references } = understand(said, SHOWN);
      expect({ intent, references }, said).toEqual({
        intent: 'refine',
        references: [{ kind: 'attribute', facet: 'colours', id: 'green' }],
      });
    }
  });
});
