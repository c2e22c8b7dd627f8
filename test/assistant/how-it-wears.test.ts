import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { demoShopScope } from '../support/demo-shop.js';
import { messageIds, shownIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

describe.each(LOCALES)('in %s', (locale) => {
  const pick = <T>(zh: T, en: T): T => (locale === 'en' ? en : zh);
  const talkOf = async (...said: readonly (readonly [string, string])[]) => {
    const talk = new Talk(scope, locale);
    const results: TurnResult[] = [];
    for (const [zh, en] of said) results.push(await talk.turn(pick(zh, en)));
    return { talk, last: results.at(-1) as TurnResult, results };
  };
  const CARDIGAN = ['女士针织开衫', 'cardigans for women'] as const;

  it.each([
    ['会不会太薄，她怕冷', 'is it warm enough for minus 5?', 'about.warmth'],
    ['零下5度能穿吗', 'is it too thin for winter?', 'about.warmth'],
    ['会显胖吗', 'is it flattering?', 'about.unlisted'],
    ['容易起皱吗', 'does it crease easily', 'about.unlisted'],
    ['透不透', 'is it see-through?', 'about.unlisted'],
    ['偏大吗', 'does it run small', 'about.unlisted'],
  ])('%s / %s is asked of the garment talked about, and wishes for no other', async (zh, en, id) => {
    const { last, results, talk } = await talkOf(
      CARDIGAN,
      ['第二件是什么料子', 'what is the second one made of?'],
      [zh, en],
    );
    expect(messageIds(last)[1]).toBe(id);
    expect(shownIds(last)).toEqual([shownIds(results[0] as TurnResult)[1]]);
    expect(talk.session.constraints).toEqual(results[0]?.session.constraints);
  });

  it('whether it is wool is answered yes or no, by its row', async () => {
    const { results } = await talkOf(
      CARDIGAN,
      ['第二件是羊毛的吗', 'is the second one wool?'],
      ['第一件是不是真丝的', 'is the first one silk?'],
    );
    const garments = results[0]?.reply.items.map(({ garment }) => garment) ?? [];
    const saying = (material: string, at: number) =>
      garments[at]?.material === material ? 'about.trait-yes' : 'about.trait-no';
    expect(messageIds(results[1] as TurnResult)[0]).toBe(saying('wool', 1));
    expect(messageIds(results[2] as TurnResult)[0]).toBe(saying('silk', 0));
  });

  it('how to wash it is the merchant’s to say', async () => {
    const { last } = await talkOf(CARDIGAN, ['能机洗吗', 'can it be machine washed?']);
    expect(last.reply.understood.intent).toBe('store-info');
    expect(last.reply.items).toEqual([]);
  });

  it('degrees and rain change the outfits, and are a season where something is looked for', async () => {
    const { results, talk } = await talkOf(
      ['搭一身女士面试穿的', 'an outfit for a job interview, for a woman'],
      ['下雨怎么办', 'what if it rains?'],
      ['降温了，只有5度', 'it’s going to be 5 degrees'],
    );
    expect(results[1]?.session.dressing).toMatchObject({ occasion: 'interview', rain: true });
    expect(results[2]?.session.dressing).toMatchObject({ occasion: 'interview', season: 'winter' });
    expect(results[2]?.reply.outfits.length).toBeGreaterThan(0);
    expect(talk.session.outfits.length).toBeGreaterThan(0);
    const cold = await talkOf(CARDIGAN, ['明天只有5度', 'it will be 5 degrees tomorrow']);
    expect(cold.talk.session.constraints).toMatchObject({ category: 'cardigan', seasons: ['winter'] });
    const warm = await talkOf(['30度穿什么', 'what should I wear, it’s 86 degrees fahrenheit']);
    expect(warm.last.session.dressing).toMatchObject({ season: 'summer' });
  });
});
