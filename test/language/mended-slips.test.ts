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
