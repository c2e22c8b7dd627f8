import { describe, expect, it } from 'vitest';
import { openLanguage } from '../../src/language/open-language.js';
import { messageIds, smallShopScope, Talk } from '../support/small-shop.js';

const { understand } = await openLanguage(new URL('../../locales/', import.meta.url));
const WORDS = {
  'zh-CN': { outfits: '上班穿什么', save: '收藏第二套', show: '看看我收藏的' },
  en: { outfits: 'what should I wear to work', save: 'save the second outfit', show: 'show what I saved' },
} as const;

describe.each(['zh-CN', 'en'] as const)('an outfit put aside (%s)', (locale) => {
  it('is the one pointed at among the outfits, whatever was shown before', async () => {
    const words = WORDS[locale];
    const talk = new Talk(await smallShopScope({}, { understand }), locale);
    const { reply } = await talk.turn({ text: words.outfits, locale });
    const second = reply.outfits[1]?.garments.map(({ id }) => id).sort();
    const saved = await talk.turn({ text: words.save, locale });
    expect([messageIds(saved), saved.reply.messages[0]?.values]).toEqual([['reply.saved-outfit'], { position: 2 }]);
    const again = await talk.turn({ text: words.show, locale });
    expect(again.reply.outfits.map(({ garments }) => garments.map(({ id }) => id).sort())).toEqual([second]);
  });
});
