import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { demoShopScope } from '../support/demo-shop.js';
import { messageIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

describe.each(LOCALES)('outfits as wholes in %s', (locale) => {
  const pick = <T>(zh: T, en: T): T => (locale === 'en' ? en : zh);
  const talkOf = async (...said: readonly (readonly [string, string])[]) => {
    const talk = new Talk(scope, locale);
    const results: TurnResult[] = [];
    for (const [zh, en] of said) results.push(await talk.turn(pick(zh, en)));
    return { talk, last: results.at(-1) as TurnResult, results };
  };
  const GALA = ['给男生搭三套参加年会晚宴的衣服', 'three outfits for a man for the company gala dinner'] as const;
  const idsOf = (result: TurnResult | undefined) =>
    result?.reply.outfits.map(({ garments }) => garments.map(({ id }) => id)) ?? [];

  it('are as many as were asked for, or as many as there are, and it says so', async () => {
    const { last } = await talkOf(GALA);
    expect(last.reply.understood).toMatchObject({ intent: 'outfit', constraints: { occasions: ['banquet'] } });
    expect(last.reply.outfits).toHaveLength(3);
    const two = await talkOf(['搭两套女士约会穿的', 'two outfits for a date, for a woman']);
    expect(two.last.reply.outfits).toHaveLength(2);
    const many = await talkOf(['给宝宝搭六套参加婚礼的', 'six outfits for a baby for a wedding']);
    const { length } = many.last.reply.outfits;
    if (length > 0 && length < 6) expect(messageIds(many.last)).toContain('outfit.fewer');
  });

  it('are compared by what is asked, and by what they cost', async () => {
    const { results, talk } = await talkOf(
      GALA,
      ['第一套和第三套哪个更保暖', 'which is warmer, the first or the third?'],
      ['哪套最便宜', 'which outfit is the cheapest?'],
      ['整套加起来多少钱', 'what’s the total?'],
    );
    const [, warmer, cheapest, total] = results as TurnResult[];
    expect(messageIds(warmer as TurnResult)[0]).toMatch(/^(?:outfit\.compare-trait|compare\.alike)$/);
    expect(messageIds(cheapest as TurnResult).at(-1)).toBe('outfit.compare-cost');
    expect(messageIds(total as TurnResult)).toEqual(['outfit.total']);
    const costs = results[0]?.reply.outfits.map((outfit) => outfit.total.minorUnits) ?? [];
    expect(cheapest?.reply.messages.at(-1)?.values).toEqual({
      position: costs.indexOf(Math.min(...costs)) + 1,
    });
    expect(total?.reply.messages[0]?.values).toMatchObject({ total: { money: { minorUnits: costs[0] } } });
    expect(talk.session.outfits).toHaveLength(3);
  });

  it('have their pieces compared where no list stands behind them', async () => {
    const { results, last } = await talkOf(GALA, [
      '第一件和第二件哪个更正式',
      'which piece is dressier, the first piece or the second piece?',
    ]);
    const pieces = idsOf(results[0])[0] ?? [];
    expect(last.reply.items.map(({ garment }) => garment.id)).toEqual(pieces.slice(0, 2));
  });

  it('keep what is to stay while the rest changes', async () => {
    const { results, last } = await talkOf(GALA, ['保留前两件，其他的换掉', 'keep the first two, change the rest']);
    const before = idsOf(results[0])[0] ?? [];
    expect(messageIds(last)).toEqual(['outfit.kept-rest']);
    for (const pieces of idsOf(last)) {
      expect(pieces).toEqual(expect.arrayContaining(before.slice(0, 2)));
      expect(pieces.filter((id) => before.slice(2).includes(id))).toEqual([]);
    }
    const shoes = await talkOf(GALA, ['鞋子别动，其他都换掉', 'keep the shoes, change everything else']);
    expect(messageIds(shoes.last)).toEqual(['outfit.kept-rest']);
  });

  it('are picked from and settled on', async () => {
    const { results } = await talkOf(GALA, ['你会选哪套', 'which one would you pick?'], ['太好了', 'perfect']);
    expect(messageIds(results[1] as TurnResult)[0]).toBe('compare.pick-outfit');
    expect(messageIds(results[2] as TurnResult)).toEqual(['outfit.chosen']);
  });

  it('are left alone by a wish for somebody else', async () => {
    const { last, talk } = await talkOf(
      ['给我6岁女儿搭一身参加婚礼的', 'an outfit for my 6-year-old daughter for a wedding'],
      ['再给我自己买条裙子', 'and a dress for me'],
    );
    expect(last.reply.outfits).toEqual([]);
    expect(talk.session.constraints).toMatchObject({ category: 'dress' });
    expect(talk.session.constraints.audience).toBeUndefined();
    expect(last.reply.items.length).toBeGreaterThan(0);
    expect(last.reply.items[0]?.garment.audience).toBe('women');
  });

  it('of a child at a wedding are a guest’s, and give that as the reason', async () => {
    const { last, talk } = await talkOf(['我儿子去参加婚礼穿什么', 'an outfit for my son for a wedding']);
    expect(talk.session.dressing?.occasion).toBe('wedding_guest');
    expect(JSON.stringify(last.reply.outfits[0]?.reasons)).toContain('wedding_guest');
    expect(messageIds(last)).not.toContain('outfit.went-by');
  });

  it('stay right for the occasion where something less formal is asked for', async () => {
    const { talk, last } = await talkOf(
      ['搭一身女士面试穿的', 'an outfit for a job interview, for a woman'],
      ['互联网公司，不用太正式', 'it’s a startup, so not too formal'],
    );
    expect(talk.session.dressing?.occasion).toBe('interview');
    expect(last.reply.outfits.length).toBeGreaterThan(0);
  });

  it('swap trousers for a skirt and keep the top, and take what is wanted instead for the wish', async () => {
    const { results, last } = await talkOf(
      ['搭一身女士上班穿的', 'an outfit for work, for a woman'],
      ['裤子换成裙子', 'swap the trousers for a skirt'],
    );
    const [top] = results[0]?.reply.outfits[0]?.garments ?? [];
    for (const { garments } of last.reply.outfits) {
      expect(garments.map(({ id }) => id)).toContain(top?.id);
      expect(garments.map(({ category }) => category)).toContain('skirt');
    }
    const flats = await talkOf(
      ['女士高跟鞋', 'heels for women'],
      ['高跟鞋太高了，要平底鞋', 'the heels are too high, flats please'],
    );
    expect(flats.talk.session.constraints.category).toBe('flats');
  });

  it('of nobody in particular offer to be for women or for men', async () => {
    const { last } = await talkOf(['没衣服穿了，周末约会', 'I have a date and nothing to wear']);
    expect(last.reply.outfits.length).toBeGreaterThan(0);
    const worn = new Set(last.reply.outfits.flatMap(({ garments }) => garments.map(({ audience }) => audience)));
    const offered = last.reply.suggestions.map(({ title }) => title.id);
    if (worn.has('women') && worn.has('men')) expect(offered).toContain('suggest.women');
  });
});
