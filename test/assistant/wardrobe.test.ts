import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/assistant/scope.js';
import { slotOf as slotOfKind } from '../../src/assistant/track/outfit-slots.js';
import type { Effect } from '../../src/domain/effect.js';
import type { Garment } from '../../src/domain/garment.js';
import type { Locale } from '../../src/domain/locale.js';
import type { OwnPiece } from '../../src/domain/own-piece.js';
import { openLanguage } from '../../src/language/open-language.js';
import { vocabulary } from '../support/search-shop.js';
import { messageIds, photoOf, smallShopScope, Talk } from '../support/small-shop.js';

const { understand } = await openLanguage(new URL('../../locales/', import.meta.url));
const piece = (id: string, category: string, colour: string): OwnPiece => ({
  id: `own:${id}`,
  category,
  colours: [colour],
  pattern: 'solid',
  embedding: '',
});

/** A talk of somebody known, whose wardrobe follows the effects of the turns. */
async function talkIn(locale: Locale, options: { wardrobe?: OwnPiece[]; consent?: boolean; nobody?: boolean } = {}) {
  const wardrobe = [...(options.wardrobe ?? [])];
  const effects: Effect[] = [];
  const user = { wardrobe, ...(options.consent === false ? {} : { profile: { told: {} } }) };
  const overrides: Partial<Scope> = options.nobody ? { understand } : { understand, user };
  const talk = new Talk(await smallShopScope({}, overrides), locale);
  return {
    talk,
    effects,
    wardrobe,
    async say(text: string, photo?: string) {
      const result = await talk.turn({ text, locale, ...(photo ? { photos: [photoOf(photo)] } : {}) });
      for (const effect of result.effects) {
        effects.push(effect);
        if (effect.kind === 'own-add') wardrobe.push(effect.piece);
        if (effect.kind === 'own-remove')
          wardrobe.splice(0, wardrobe.length, ...wardrobe.filter(({ id }) => !effect.ids.includes(id)));
      }
      return result;
    },
  };
}

const WORDS = {
  'zh-CN': {
    add: '这是我自己的，存进衣橱',
    save: '收藏第一套',
    saved: '看看我收藏的',
    addNamed: '把这条黑色牛仔裤加到我的衣橱',
    wearAny: '用我的衣橱搭一套',
    wearWork: '用我的衣橱搭一身上班穿的',
    list: '我的衣橱',
    remove: '把衣橱里的第二件删掉',
    removeNamed: '把衣橱里的牛仔裤删掉',
    empty: '清空衣橱',
    wear: '用我自己的牛仔裤配一套',
    swap: '换个上衣',
    swapOwn: '换条裤子',
    cheaper: '整套便宜一点',
    facts: ['牛仔裤有M码吗', '牛仔裤多少钱', '牛仔裤是什么材质', '这条牛仔裤是棉的吗'],
    colour: '牛仔裤是蓝色的吗',
    price: '鞋子多少钱',
    why: '为什么这样搭',
    missing: '我衣橱里还缺什么',
    yes: '可以',
    no: '不用了',
  },
  en: {
    add: 'add this to my wardrobe',
    save: 'save the first outfit',
    saved: 'show what I saved',
    addNamed: 'add these black jeans to my wardrobe',
    wearAny: 'an outfit from my wardrobe',
    wearWork: 'an outfit for work from my wardrobe',
    list: 'show my wardrobe',
    remove: 'remove the second one from my wardrobe',
    removeNamed: 'take the jeans out of my wardrobe',
    empty: 'empty my wardrobe',
    wear: 'an outfit with my own jeans',
    swap: 'swap the top',
    swapOwn: 'swap the jeans',
    cheaper: 'cheaper as a whole',
    facts: [
      'do the jeans come in M?',
      'how much are the jeans?',
      'what are the jeans made of?',
      'are the jeans cotton?',
    ],
    colour: 'are the jeans blue?',
    price: 'how much are the shoes?',
    why: 'why this outfit?',
    missing: 'what am I missing?',
    yes: 'yes please',
    no: 'no',
  },
} as const;
const WHOLE = ['top', 'bottom', 'footwear'];
const slotOf = ({ category }: Garment) => slotOfKind(category, vocabulary);
const JEANS = piece('1', 'jeans', 'blue');
const SHIRT = piece('2', 'shirt', 'white');

describe.each(['zh-CN', 'en'] as const)('a wardrobe (%s)', (locale) => {
  const words = WORDS[locale];

  it('takes a piece in from a photo, once consent was given, and names it', async () => {
    const { say, wardrobe, talk } = await talkIn(locale);
    const result = await say(words.add, 'dress red');
    expect(messageIds(result)).toEqual(['wardrobe.added']);
    expect(wardrobe).toMatchObject([{ category: 'dress', colours: ['red'] }]);
    expect(JSON.stringify(result.effects)).not.toContain('bytes');
    expect(talk.session.pending).toBe(null);
  });

  it('asks before anything is kept, and keeps it after a yes', async () => {
    const { say, wardrobe, effects } = await talkIn(locale, { consent: false });
    const asked = await say(words.add, 'dress red');
    expect(messageIds(asked)).toEqual(['question.wardrobe']);
    expect(effects).toEqual([]);
    await say(words.yes);
    expect(effects.map(({ kind }) => kind)).toEqual(['keep-profile', 'own-add']);
    expect(wardrobe).toHaveLength(1);
  });

  it('keeps nothing after a no', async () => {
    const { say, wardrobe, effects } = await talkIn(locale, { consent: false });
    await say(words.add, 'dress red');
    expect(messageIds(await say(words.no))).toEqual(['wardrobe.not-kept']);
    expect([effects, wardrobe]).toEqual([[], []]);
  });

  it('takes the same photo in once', async () => {
    const { say, wardrobe } = await talkIn(locale);
    await say(words.add, 'dress red');
    await say(words.add, 'dress red');
    expect(new Set(wardrobe.map(({ id }) => id)).size).toBe(1);
  });

  it('waits for the photo where none was sent', async () => {
    const { say } = await talkIn(locale);
    expect(messageIds(await say(words.add))).toEqual(['question.photo']);
  });

  it('is listed, by number and name', async () => {
    const { say } = await talkIn(locale, { wardrobe: [JEANS, SHIRT] });
    const result = await say(words.list);
    expect(messageIds(result)).toEqual(['wardrobe.lead', 'wardrobe.piece', 'wardrobe.piece']);
    expect(messageIds(await (await talkIn(locale)).say(words.list))).toEqual(['wardrobe.empty']);
  });

  it('loses a piece by its place or its name, and all at once', async () => {
    const byPlace = await talkIn(locale, { wardrobe: [JEANS, SHIRT] });
    await byPlace.say(words.remove);
    expect(byPlace.wardrobe).toEqual([JEANS]);
    const byName = await talkIn(locale, { wardrobe: [JEANS, SHIRT] });
    await byName.say(words.removeNamed);
    expect(byName.wardrobe).toEqual([SHIRT]);
    const all = await talkIn(locale, { wardrobe: [JEANS, SHIRT] });
    await all.say(words.empty);
    expect(all.wardrobe).toEqual([]);
  });

  it('is worn: outfits mix what is owned with what is new, and count only the new', async () => {
    const { say } = await talkIn(locale, { wardrobe: [JEANS] });
    const { reply } = await say(words.wear);
    expect(reply.messages.map(({ id }) => id)).toContain('wardrobe.outfits-with');
    expect(reply.outfits.length).toBeGreaterThan(0);
    for (const { garments, total } of reply.outfits) {
      const bought = garments.filter(({ id }) => !id.startsWith('own:'));
      expect(garments.some(({ id }) => id === JEANS.id)).toBe(true);
      expect(bought.length).toBeGreaterThan(0);
      expect(total.minorUnits).toBe(bought.reduce((sum, { price }) => sum + (price?.minorUnits ?? 0), 0));
    }
  });

  it('stays worn while one of the new pieces is swapped, and is still not paid for', async () => {
    const { say } = await talkIn(locale, { wardrobe: [JEANS] });
    await say(words.wear);
    const { reply } = await say(words.swap);
    expect(reply.outfits.length).toBeGreaterThan(0);
    for (const { garments, total } of reply.outfits) {
      expect(garments.map(({ id }) => id)).toContain(JEANS.id);
      expect(total.minorUnits).toBe(garments.reduce((sum, { price }) => sum + (price?.minorUnits ?? 0), 0));
    }
    const { reply: why } = await say(words.why);
    expect(why.outfits[0]?.garments.map(({ id }) => id)).toContain(JEANS.id);
  });

  it('leaves nobody half dressed: from the first outfit on, after a swap, and for less', async () => {
    const { say } = await talkIn(locale, { wardrobe: [JEANS] });
    for (const text of [words.wear, words.swapOwn, words.cheaper]) {
      const { reply } = await say(text);
      expect(reply.outfits.length).toBeGreaterThan(0);
      for (const { garments } of reply.outfits) expect(garments.map(slotOf)).toEqual(expect.arrayContaining(WHOLE));
    }
  });

  it('costs less as a whole right after a swap, without what was swapped away', async () => {
    const { say } = await talkIn(locale, { wardrobe: [JEANS] });
    await say(words.wear);
    const swapped = await say(words.swapOwn);
    const cheaper = await say(words.cheaper);
    expect(messageIds(cheaper)).toEqual(['outfit.cheaper']);
    const before = swapped.reply.outfits[0]?.total.minorUnits ?? 0;
    for (const { total, garments } of cheaper.reply.outfits) {
      expect(total.minorUnits).toBeLessThan(before);
      expect(garments.map(({ id }) => id)).not.toContain(JEANS.id);
    }
  });

  it('is known to be the shopper’s own when its price, size or cloth is asked for, and stays worn', async () => {
    const { say, talk } = await talkIn(locale, { wardrobe: [JEANS] });
    await say(words.wear);
    const worn = talk.session.outfits;
    for (const text of words.facts) {
      const result = await say(text);
      expect([text, messageIds(result)]).toEqual([text, ['about.own']]);
      expect(talk.session.outfits).toEqual(worn);
    }
    expect(messageIds(await say(words.colour))).toEqual(['about.own-trait']);
    // The new pieces have a row that answers.
    expect(messageIds(await say(words.price))).toContain('about.price');
  });

  it('knows the one purchase that adds most outfits', async () => {
    const { say } = await talkIn(locale, { wardrobe: [SHIRT, piece('3', 'tshirt', 'black')] });
    const { reply } = await say(words.missing);
    const [message] = reply.messages;
    expect(message?.id).toBe('wardrobe.missing');
    expect(Number(message?.values?.added)).toBeGreaterThanOrEqual(2);
    expect(reply.items).toHaveLength(1);
  });

  it('keeps a piece as what the shopper calls it, whatever the photo looks like', async () => {
    for (const consent of [true, false]) {
      const { say, wardrobe } = await talkIn(locale, { consent });
      await say(words.addNamed, 'dress red');
      if (!consent) await say(words.yes);
      expect(wardrobe).toMatchObject([{ category: 'jeans', colours: ['black'] }]);
    }
  });

  it('wears something of one’s own in every outfit from it', async () => {
    const { say } = await talkIn(locale, { wardrobe: [JEANS] });
    const { reply } = await say(words.wearAny);
    expect(reply.messages.map(({ id }) => id)).toContain('wardrobe.outfits');
    expect(reply.outfits.length).toBeGreaterThan(1);
    for (const { garments } of reply.outfits) expect(garments.map(({ id }) => id)).toContain(JEANS.id);
  });

  it('says that the piece asked for is not in it, and dresses what is', async () => {
    const { say } = await talkIn(locale, { wardrobe: [SHIRT] });
    const { reply } = await say(words.wear);
    expect(reply.messages.map(({ id }) => id).slice(0, 2)).toEqual(['wardrobe.not-owned', 'wardrobe.outfits']);
    for (const { garments } of reply.outfits) expect(garments.map(({ id }) => id)).toContain(SHIRT.id);
  });

  it('says that nothing in it suits the occasion, where nothing does, and shows what the shop has', async () => {
    const { say } = await talkIn(locale, { wardrobe: [piece('4', 'flip_flops', 'pink')] });
    const { reply } = await say(words.wearWork);
    expect(reply.messages.map(({ id }) => id)).toEqual(['wardrobe.none-suit']);
    expect(reply.outfits.length).toBeGreaterThan(0);
  });

  it('is still worn in an outfit that was put aside', async () => {
    const { say } = await talkIn(locale, { wardrobe: [JEANS] });
    const { reply: worn } = await say(words.wear);
    await say(words.save);
    const { reply } = await say(words.saved);
    const ids = (of: typeof worn) => of.outfits[0]?.garments.map(({ id }) => id).sort();
    expect([ids(reply), reply.outfits[0]?.total]).toEqual([ids(worn), worn.outfits[0]?.total]);
  });

  it('is for those alone whom the channel knows', async () => {
    const { say } = await talkIn(locale, { nobody: true });
    expect(messageIds(await say(words.list))).toEqual(['wardrobe.nobody']);
  });
});
