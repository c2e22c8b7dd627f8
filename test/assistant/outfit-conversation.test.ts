import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { slotOf } from '../../src/assistant/track/outfit-slots.js';
import type { Garment } from '../../src/domain/garment.js';
import { LOCALES } from '../../src/domain/locale.js';
import { DEMO_SHOP, demoShopScope } from '../support/demo-shop.js';
import { vocabulary } from '../support/search-shop.js';
import { messageIds, photoOf, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

const SAID = {
  work: { 'zh-CN': '帮我搭一身上班穿的，女', en: 'put together a work outfit for a woman' },
  shoes: { 'zh-CN': '换双鞋', en: 'swap the shoes' },
  second: { 'zh-CN': '第二套换双鞋', en: 'in the second outfit, different shoes' },
  noHeels: { 'zh-CN': '不要高跟鞋', en: 'no heels' },
  red: { 'zh-CN': '要黑色的', en: 'in black' },
  both: { 'zh-CN': '鞋和包都换掉', en: 'swap the shoes and the bag' },
  total: { 'zh-CN': '第一套多少钱', en: 'how much is the first outfit?' },
  bag: { 'zh-CN': '把包换成黑色的', en: 'make the bag black' },
  dropBag: { 'zh-CN': '去掉包', en: 'drop the bag' },
  hat: { 'zh-CN': '加个帽子', en: 'add a hat' },
  cheaper: { 'zh-CN': '整套便宜一点', en: 'make the whole outfit cheaper' },
  formal: { 'zh-CN': '再正式一点', en: 'more formal' },
  why: { 'zh-CN': '为什么这么搭', en: 'why this outfit' },
  another: { 'zh-CN': '换一套', en: 'another outfit' },
  undo: { 'zh-CN': '撤销', en: 'undo' },
  jeans: { 'zh-CN': '再看看牛仔裤', en: 'now show me jeans' },
  blackJeans: { 'zh-CN': '黑色牛仔裤', en: 'black jeans' },
  withFirst: { 'zh-CN': '第一条配什么好看', en: 'what goes with the first one?' },
  topSize: { 'zh-CN': '这套里的上衣有M码吗', en: 'does the top come in M?' },
  within: { 'zh-CN': '整套1500以内', en: 'the whole outfit under 1500' },
  impossible: { 'zh-CN': '鞋子换成10块以内的', en: 'swap the shoes for some under 10' },
  take: { 'zh-CN': '就第二套吧', en: "I'll take the second outfit" },
  mars: { 'zh-CN': '给我搭一套去火星穿的', en: 'an outfit for mars' },
  wedding: { 'zh-CN': '20块以内搭一套冬天海边婚礼', en: 'an outfit for a winter beach wedding under 20' },
  rain: { 'zh-CN': '下雨呢', en: 'what if it rains?' },
  dateInRain: { 'zh-CN': '下雨天约会搭一身，女', en: 'an outfit for a date on a rainy day for a woman' },
  rainAlone: { 'zh-CN': '搭一身下雨天穿的，女', en: 'an outfit for a rainy day for a woman' },
  guest: { 'zh-CN': '去参加朋友婚礼，帮我搭一身，女', en: 'an outfit for a wedding guest, women' },
  warmer: { 'zh-CN': '上面加件暖和点的', en: 'something warmer on top' },
  noDresses: { 'zh-CN': '不要裙子', en: 'no dresses' },
  workInSummer: { 'zh-CN': '夏天上班穿的，帮女生搭一身', en: 'a summer work outfit for a woman' },
  gymInWinter: { 'zh-CN': '冬天去健身房穿什么，男', en: 'a gym outfit for men in winter' },
  couple: { 'zh-CN': '去三亚度假穿什么，情侣', en: 'an outfit for a holiday, for a couple' },
  wearThis: { 'zh-CN': '这条裤子配什么好看', en: 'what goes with this?' },
} as const;

const slots = (garments: readonly Garment[]) => garments.map(({ category }) => slotOf(category, vocabulary));
const inSlot = (result: TurnResult, slot: string, at = 0) =>
  result.reply.outfits[at]?.garments.find(({ category }) => slotOf(category, vocabulary) === slot);
const rest = (result: TurnResult, slot: string, at = 0) =>
  (result.reply.outfits[at]?.garments ?? [])
    .filter(({ category }) => slotOf(category, vocabulary) !== slot)
    .map(({ id }) => id)
    .sort();

describe.each(LOCALES)('outfits in a conversation in %s', (locale) => {
  const say = (talk: Talk, what: keyof typeof SAID) => talk.turn(SAID[what][locale]);
  const dressedForWork = async () => {
    const talk = new Talk(scope, locale);
    return { talk, first: await say(talk, 'work') };
  };

  it('swap the shoes and keep the rest', async () => {
    const { talk, first } = await dressedForWork();
    const swapped = await say(talk, 'shoes');
    expect(swapped.trace.move).toBe('outfit-change');
    expect(swapped.reply.outfits.length).toBeGreaterThan(0);
    for (const at of swapped.reply.outfits.keys()) {
      expect(rest(swapped, 'footwear', at)).toEqual(rest(first, 'footwear'));
      expect(inSlot(swapped, 'footwear', at)?.id).not.toBe(inSlot(first, 'footwear')?.id);
    }
  });

  it('are dressed against the rain for the occasion that stands, not for the rain instead', async () => {
    const { talk } = await dressedForWork();
    const rained = await say(talk, 'rain');
    const asked = new Talk(scope, locale);
    const date = await say(asked, 'dateInRain');
    expect(talk.session.dressing).toMatchObject({ occasion: 'work', rain: true });
    expect(asked.session.dressing).toMatchObject({ occasion: 'date', rain: true });
    expect(messageIds(date)).not.toContain('outfit.went-by');
    const alone = new Talk(scope, locale);
    await say(alone, 'rainAlone');
    expect(alone.session.dressing?.occasion).toBe('rainy_day');
    for (const { garments } of [...rained.reply.outfits, ...date.reply.outfits]) {
      expect(slots(garments).some((slot) => slot === 'outer' || slot === 'umbrella')).toBe(true);
      for (const { category, material } of garments) {
        expect(['sandals', 'flip_flops', 'slippers', 'denim_jacket']).not.toContain(category);
        if (slotOf(category, vocabulary) === 'footwear') expect(['suede', 'canvas', 'satin']).not.toContain(material);
      }
    }
  });

  it('change the one that is named by its place', async () => {
    const { talk, first } = await dressedForWork();
    const swapped = await say(talk, 'second');
    expect(rest(swapped, 'footwear')).toEqual(rest(first, 'footwear', 1));
  });

  it('leave out what is refused, now and in every outfit that follows', async () => {
    const { talk } = await dressedForWork();
    for (const what of ['noHeels', 'formal', 'another', 'shoes'] as const) {
      const result = await say(talk, what);
      expect(result.reply.outfits.length).toBeGreaterThan(0);
      for (const outfit of result.reply.outfits)
        for (const { category } of outfit.garments)
          expect(category !== null && vocabulary.isKindOf('category', category, 'heels')).toBe(false);
    }
  });

  it('give the piece named the colour asked for, and a word of colour after it to the same piece', async () => {
    const { talk } = await dressedForWork();
    await say(talk, 'shoes');
    const black = await say(talk, 'red');
    for (const at of black.reply.outfits.keys())
      expect(inSlot(black, 'footwear', at)?.colours.some((id) => vocabulary.isKindOf('colours', id, 'black'))).toBe(
        true,
      );
    const bag = await say(talk, 'bag');
    for (const at of bag.reply.outfits.keys())
      expect(inSlot(bag, 'bag', at)?.colours.some((id) => vocabulary.isKindOf('colours', id, 'black'))).toBe(true);
  });

  it('swap two pieces at once, and say what the whole costs', async () => {
    const { talk } = await dressedForWork();
    const first = await say(talk, 'bag');
    const swapped = await say(talk, 'both');
    expect(swapped.reply.outfits.length).toBeGreaterThan(0);
    for (const slot of ['footwear', 'bag']) expect(inSlot(swapped, slot)?.id).not.toBe(inSlot(first, slot)?.id);
    const total = await say(talk, 'total');
    expect(messageIds(total)).toEqual(['outfit.total']);
    expect(total.reply.outfits[0]?.total).toEqual(swapped.reply.outfits[0]?.total);
  });

  it('lose a piece and gain one', async () => {
    const { talk } = await dressedForWork();
    await say(talk, 'bag');
    const without = await say(talk, 'dropBag');
    for (const { garments } of without.reply.outfits) expect(slots(garments)).not.toContain('bag');
    const hat = await say(talk, 'hat');
    expect(hat.reply.outfits[0]?.garments.some(({ category }) => category === 'hat')).toBe(true);
    expect(slots(hat.reply.outfits[0]?.garments ?? [])).not.toContain('bag');
  });

  it('take off no dress for something warmer over it', async () => {
    const talk = new Talk(scope, locale);
    await say(talk, 'guest');
    const warmer = await say(talk, 'warmer');
    for (const { garments } of warmer.reply.outfits) expect(slots(garments)).toContain('onepiece');
  });

  it('put on no jumpsuit where dresses are refused and none is worn', async () => {
    const talk = new Talk(scope, locale);
    const first = await say(talk, 'workInSummer');
    const without = await say(talk, 'noDresses');
    const [before, after] = [first.reply.outfits[0]?.garments, without.reply.outfits[0]?.garments];
    if (!slots(before ?? []).includes('onepiece'))
      expect(after?.map(({ id }) => id)).toEqual(before?.map(({ id }) => id));
    for (const { garments } of without.reply.outfits)
      expect(garments.map(({ category }) => category)).not.toContain('dress');
  });

  it('speak of the shopper’s budget, never of a ceiling of ours, when they get cheaper', async () => {
    const talk = new Talk(scope, locale);
    await say(talk, 'work');
    await say(talk, 'within');
    const cheaper = await say(talk, 'cheaper');
    const told = cheaper.reply.outfits.flatMap(({ reasons }) => reasons.filter(({ facet }) => facet === 'price'));
    for (const { message } of told)
      expect(message.values?.budget).toEqual({ kind: 'money', money: { minorUnits: 150000, currency: 'CNY' } });
  });

  it('leave the winter outside the gym, say so, and get cheaper all the same', async () => {
    const talk = new Talk(scope, locale);
    expect(messageIds(await say(talk, 'gymInWinter'))).toContain('style.aside.indoors');
    expect(messageIds(await say(talk, 'cheaper'))).toContain('outfit.cheaper');
  });

  it('dress a couple', async () => {
    const { reply } = await say(new Talk(scope, locale), 'couple');
    expect(reply.outfits.length).toBeGreaterThan(0);
    for (const { garments } of reply.outfits) {
      const worn = slots(garments);
      expect(worn.includes('bottom') || worn.includes('onepiece')).toBe(true);
    }
  });

  it('cost less as a whole when that is asked for, each time', async () => {
    const { talk, first } = await dressedForWork();
    let before = first.reply.outfits[0]?.total.minorUnits ?? 0;
    for (let turn = 0; turn < 3; turn++) {
      const cheaper = await say(talk, 'cheaper');
      if (messageIds(cheaper).includes('outfit.no-cheaper')) return;
      for (const { total } of cheaper.reply.outfits) expect(total.minorUnits).toBeLessThan(before);
      before = cheaper.reply.outfits[0]?.total.minorUnits ?? 0;
    }
  });

  it('keep a budget that was said for the whole through later changes', async () => {
    const { talk } = await dressedForWork();
    for (const what of ['within', 'formal', 'shoes', 'another'] as const) {
      const result = await say(talk, what);
      if (result.reply.relaxed.some(({ facet }) => facet === 'price')) continue;
      for (const { total } of result.reply.outfits) expect(total.minorUnits).toBeLessThanOrEqual(150_000);
    }
  });

  it('keep the garment they were built round', async () => {
    const talk = new Talk(scope, locale);
    await say(talk, 'blackJeans');
    const dressed = await say(talk, 'withFirst');
    const anchor = talk.session.dressing?.garmentId;
    expect(dressed.reply.outfits.length).toBeGreaterThan(0);
    for (const what of ['shoes', 'cheaper', 'another', 'formal'] as const) {
      const result = await say(talk, what);
      for (const { garments } of result.reply.outfits) expect(garments.map(({ id }) => id)).toContain(anchor);
    }
  });

  it('keep the garment of a photo, which is not sold again', async () => {
    const talk = new Talk(scope, locale);
    await talk.turn({ text: SAID.wearThis[locale], photos: [photoOf('jeans blue')] });
    const swapped = await say(talk, 'shoes');
    expect(swapped.reply.outfits.length).toBeGreaterThan(0);
    for (const { garments } of swapped.reply.outfits) expect(slots(garments)).not.toContain('bottom');
  });

  it('explain themselves by what decided', async () => {
    const { talk, first } = await dressedForWork();
    const why = await say(talk, 'why');
    expect(messageIds(why)[0]).toBe('outfit.why');
    expect(why.reply.outfits[0]?.reasons).toEqual(first.reply.outfits[0]?.reasons);
  });

  it('go back as many changes as were made', async () => {
    const { talk, first } = await dressedForWork();
    const ids = ({ reply }: TurnResult) => reply.outfits.map(({ garments }) => garments.map(({ id }) => id).sort());
    const once = await say(talk, 'shoes');
    await say(talk, 'cheaper');
    expect(ids(await say(talk, 'undo'))).toEqual(ids(once));
    expect(ids(await say(talk, 'undo'))).toEqual(ids(first));
  });

  it('take the nearest where a wish for a piece cannot be met, and say what gave way', async () => {
    const { talk } = await dressedForWork();
    const result = await say(talk, 'impossible');
    expect(messageIds(result)).toEqual(['outfit.nearest-swap', 'relax.price']);
    expect(result.reply.relaxed.map(({ facet }) => facet)).toEqual(['price']);
    expect((await say(talk, 'shoes')).reply.outfits.length).toBeGreaterThan(0);
  });

  it('let one be chosen, and asked about', async () => {
    const { talk, first } = await dressedForWork();
    const chosen = await say(talk, 'take');
    expect(chosen.reply.outfits).toHaveLength(1);
    expect(rest(chosen, '')).toEqual(rest(first, '', 1));
    const size = await say(talk, 'topSize');
    const asked = size.reply.items[0]?.garment;
    if (asked) expect(DEMO_SHOP).toContainEqual(asked);
  });

  it('give way to a garment that is looked for', async () => {
    const { talk } = await dressedForWork();
    const jeans = await say(talk, 'jeans');
    expect(jeans.reply.understood.constraints).toMatchObject({ category: 'jeans' });
    expect(jeans.reply.outfits).toEqual([]);
    expect(talk.session.dressing).toBeUndefined();
  });

  it('say which occasion they do not know, and dress for every day', async () => {
    const talk = new Talk(scope, locale);
    const result = await say(talk, 'mars');
    expect(result.reply.outfits.length).toBeGreaterThan(0);
    expect(result.reply.relaxed.map(({ facet, asked }) => [facet, asked])).toEqual([
      ['occasions', locale === 'en' ? 'mars' : '火星'],
    ]);
  });

  it('answer contradictory wishes with what is possible, and say what gave way', async () => {
    const result = await say(new Talk(scope, locale), 'wedding');
    expect(result.reply.outfits.length).toBeGreaterThan(0);
    expect(result.reply.relaxed.map(({ facet }) => facet)).toContain('price');
    expect(messageIds(result)).toContain('outfit.went-by');
  });
});
