import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../src/assistant/scope.js';
import { slotOf } from '../../src/assistant/track/outfit-slots.js';
import { pieceInWords, pieceTold } from '../../src/assistant/track/piece-in-words.js';
import { LOCALES } from '../../src/domain/locale.js';
import { isOwn } from '../../src/domain/own-piece-id.js';
import { demoShopScope } from '../support/demo-shop.js';
import { vocabulary } from '../support/search-shop.js';
import { messageIds, Talk } from '../support/small-shop.js';

describe('a piece told in words', () => {
  it.each([
    ['what goes with a white shirt?', 'shirt', ['white'], []],
    ['what skirt goes with a white shirt?', 'shirt', ['white'], ['skirt']],
    ['an outfit with my own jeans for a date', 'jeans', [], []],
    ['白衬衫怎么搭', 'shirt', ['white'], []],
    ['白衬衫配什么半身裙', 'shirt', ['white'], ['skirt']],
    ['用我自己的牛仔裤搭一套', 'jeans', [], []],
  ])('is read off “%s”', (text, category, colours, others) => {
    const told = pieceInWords(text, vocabulary);
    expect([told?.garment.category, told?.garment.colours, told?.others]).toEqual([category, colours, others]);
  });

  it('is known again by its id, and no other id is one', () => {
    const told = pieceInWords('what goes with a black leather skirt', vocabulary)?.garment;
    expect(pieceTold(told?.id ?? '', vocabulary)).toEqual(told);
    expect(told?.audience).toBe('women');
    expect(pieceTold('own:told/no-such-kind//', vocabulary)).toBeUndefined();
    expect(pieceTold('demo-1', vocabulary)).toBeUndefined();
  });

  it('is none where no garment is named', () => {
    expect(pieceInWords('what goes with this perfume?', vocabulary)).toBeUndefined();
    expect(pieceInWords('用香水搭一套', vocabulary)).toBeUndefined();
  });
});

const SAID = {
  shirt: { 'zh-CN': '白衬衫怎么搭', en: 'what goes with a white shirt?' },
  skirt: { 'zh-CN': '白衬衫配什么半身裙', en: 'what skirt goes with a white shirt?' },
  ownJeans: { 'zh-CN': '用我自己的牛仔裤搭一套', en: 'an outfit with my own jeans' },
  shoes: { 'zh-CN': '换双鞋', en: 'swap the shoes' },
  undo: { 'zh-CN': '撤销', en: 'undo' },
  perfume: { 'zh-CN': '用香水搭一套', en: 'style an outfit around a bottle of perfume' },
} as const;

describe.each(LOCALES)('outfits round a piece told in words in %s', (locale) => {
  let scope: Scope;
  beforeAll(async () => {
    scope = await demoShopScope();
  });
  const say = (talk: Talk, what: keyof typeof SAID) => talk.turn(SAID[what][locale]);

  it('wear it, do not sell it, and keep it through a swap and back again', async () => {
    const talk = new Talk(scope, locale);
    const first = await say(talk, 'shirt');
    expect(messageIds(first)).toContain('reply.outfits-told');
    const swapped = await say(talk, 'shoes');
    const back = await say(talk, 'undo');
    for (const { reply } of [first, swapped, back]) {
      expect(reply.outfits.length).toBeGreaterThan(0);
      for (const { garments, total } of reply.outfits) {
        expect(garments.filter(isOwn).map(({ category }) => category)).toEqual(['shirt']);
        const sold = garments.reduce((sum, { price }) => sum + (price?.minorUnits ?? 0), 0);
        expect(total.minorUnits).toBe(sold);
      }
    }
  });

  it('have the other kind that is named', async () => {
    const { reply } = await say(new Talk(scope, locale), 'skirt');
    expect(reply.outfits.length).toBeGreaterThan(0);
    for (const { garments } of reply.outfits) expect(garments.map(({ category }) => category)).toContain('skirt');
  });

  it('are made for jeans of one’s own that no wardrobe has', async () => {
    const { reply } = await say(new Talk(scope, locale), 'ownJeans');
    expect(reply.outfits.length).toBeGreaterThan(0);
    for (const { garments } of reply.outfits) {
      expect(garments.filter(isOwn).map(({ category }) => category)).toEqual(['jeans']);
      expect(garments.filter(({ category }) => slotOf(category, vocabulary) === 'bottom')).toHaveLength(1);
    }
  });

  it('are not made for a perfume, and why is said', async () => {
    expect(messageIds(await say(new Talk(scope, locale), 'perfume'))).toEqual(['reply.no-outfit-not-wearable']);
  });
});
