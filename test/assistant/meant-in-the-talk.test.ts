import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { money } from '../../src/domain/money.js';
import { demoShopScope } from '../support/demo-shop.js';
import { vocabulary } from '../support/search-shop.js';
import { messageIds, photoOf, shownIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

const CHILDREN = ['kids', 'girls', 'boys', 'baby'];

describe.each(LOCALES)('what a turn means in the talk, in %s', (locale) => {
  const talkOf = async (...said: readonly (readonly [string, string])[]) => {
    const talk = new Talk(scope, locale);
    const results: TurnResult[] = [];
    for (const [zh, en] of said) results.push(await talk.turn(locale === 'en' ? en : zh));
    return { talk, last: results.at(-1) as TurnResult, results };
  };

  it('shows grown-ups’ first where nobody is named, whatever is changed', async () => {
    const { last } = await talkOf(['黑色靴子', 'black boots'], ['要红色的', 'in red']);
    const ofChildren = last.reply.items.map(({ garment }) => CHILDREN.includes(garment.audience ?? ''));
    expect(ofChildren[0]).toBe(false);
    expect(ofChildren).toEqual([...ofChildren].sort());
  });

  it('shows grown-ups’ first where nobody is named, by price too', async () => {
    const { last } = await talkOf(['便宜点的红靴子', 'cheaper red boots']);
    const ofChildren = last.reply.items.map(({ garment }) => CHILDREN.includes(garment.audience ?? ''));
    expect(ofChildren).toContain(false);
    expect(ofChildren).toEqual([...ofChildren].sort());
  });

  it('says that nothing is cheaper rather than show children’s where grown-ups’ clothes were shown', async () => {
    const talk = new Talk(scope, locale);
    await talk.turn({ photos: [photoOf('jacket black')] });
    await talk.turn(locale === 'en' ? 'but in red' : '换成红色');
    const { reply } = await talk.turn(locale === 'en' ? 'cheaper' : '便宜点的');
    expect(reply.items.length).toBeGreaterThan(0);
    expect(reply.items.filter(({ garment }) => CHILDREN.includes(garment.audience ?? ''))).toEqual([]);
    expect(reply.messages.map(({ id }) => id).join(' ')).toContain('reply.no-cheaper');
  });

  it('shows lighter pieces where it is too hot for a coat, and coats no more', async () => {
    const { last } = await talkOf(['看看大衣', 'coats please'], ['穿大衣太热了', "it's too hot for a coat"]);
    expect(last.reply.items.length).toBeGreaterThan(0);
    for (const { garment } of last.reply.items) {
      expect(garment.category).not.toBe('coat');
      expect(garment.seasons.some((id) => id === 'spring' || id === 'summer' || id === 'all_season')).toBe(true);
    }
  });

  it('finds the garment before the one talked about, and goes back a step where none is', async () => {
    const { results, last } = await talkOf(
      ['女士连衣裙', 'dresses for women'],
      ['第三件什么面料', 'what is the third one made of'],
      ['前面那件呢', 'the one before that'],
    );
    expect(last.trace.intent).toBe('explain');
    expect(shownIds(last)).toEqual([shownIds(results[0] as TurnResult)[1]]);
    const other = await talkOf(
      ['女士连衣裙', 'dresses for women'],
      ['便宜点', 'cheaper'],
      ['上一步', 'the ones before'],
    );
    expect(other.last.trace.move).toBe('undo');
  });

  it('leaves a present’s budget behind with the present', async () => {
    const { talk } = await talkOf(
      ['给女儿买条裙子，150以内', 'a skirt for my daughter under 150'],
      ['再给妈妈看件大衣', 'now a coat for my mum'],
    );
    expect(talk.session.constraints).toEqual({ category: 'coat', audience: 'women' });
  });

  it('keeps one budget for all of several pieces, whichever is picked', async () => {
    const { talk, last } = await talkOf(
      ['白衬衫和黑裤子，两件一共500', 'a white shirt and black trousers, 500 for both'],
      ['衬衫要浅蓝的', 'the shirt in light blue'],
    );
    expect(talk.session.total).toEqual(money(500, 'CNY'));
    expect(last.reply.messages.map(({ id }) => id)).toContain('parts.within');
    const prices = (category: string) =>
      last.reply.items
        .filter(({ garment }) => vocabulary.isKindOf('category', garment.category ?? '', category))
        .map(({ garment }) => garment.price?.minorUnits ?? 0);
    const [shirts, trousers] = [prices('shirt'), prices('trousers')];
    expect(shirts.length * trousers.length).toBeGreaterThan(0);
    expect(Math.max(...shirts) + 16_900).toBeLessThanOrEqual(50_000);
    const freed = await talk.turn(locale === 'en' ? 'any budget is fine' : '预算不限');
    expect(talk.session.total).toBeUndefined();
    expect(freed.reply.understood.constraints.price).toBeUndefined();
  });

  it('says that not even the cheapest of each stay within a budget for all', async () => {
    const { last } = await talkOf(['大衣、毛衣和靴子，总共300', 'a coat, a jumper and boots, 300 for everything']);
    expect(last.reply.messages.map(({ id }) => id)).toContain('parts.beyond');
  });

  const three = ['黑裙子、白衬衫还有牛仔裤', 'a black dress, a white shirt and some jeans'] as const;

  it('changes the one of several that is pointed at by its kind, and keeps the others', async () => {
    const { talk } = await talkOf(three, ['牛仔裤那条要黑色的', 'what about the jeans in black']);
    expect(talk.session.parts).toMatchObject([
      { category: 'dress' },
      { category: 'shirt' },
      { category: 'jeans', colours: ['black'] },
    ]);
  });

  it('counts among the shirts where the second shirt is meant', async () => {
    const { results, last } = await talkOf(three, ['第二件衬衫什么料子', 'what is the second shirt made of']);
    const shirts = (results[0] as TurnResult).reply.items.filter(({ garment }) => garment.category === 'shirt');
    expect(shownIds(last)).toEqual([shirts[1]?.garment.id]);
  });

  it('looks for one alone where only that one is wanted', async () => {
    const { talk } = await talkOf(three, ['只要牛仔裤', 'only the jeans please']);
    expect(talk.session.parts).toBeUndefined();
    expect(talk.session.constraints).toEqual({ category: 'jeans' });
  });

  it('gives up how a shirt for him looks before whom it is for', async () => {
    const { last } = await talkOf(
      ['给老公买件衬衫', 'a shirt for my husband'],
      ['要白色修身的', 'white and slim fit'],
      ['200以内', 'under 200'],
    );
    expect(last.reply.items.length).toBeGreaterThan(0);
    for (const { garment } of last.reply.items) expect(['men', 'unisex']).toContain(garment.audience);
  });

  it('says nothing of a greeting that no row mentions', async () => {
    const { last } = await talkOf(['嗨嗨，找件大衣', 'hiya, looking for a coat']);
    expect(last.reply.messages.map(({ id }) => id).join(' ')).not.toContain('words');
  });

  it('looks for a dress for the beach afresh, and leaves the outfits for a wedding as they are', async () => {
    const { talk, last } = await talkOf(
      ['搭一身女士参加婚礼的', 'outfits for a wedding for a woman'],
      ['去海边穿的碎花连衣裙', 'a floral dress for the beach'],
    );
    expect(last.reply.outfits).toEqual([]);
    expect(last.reply.items.length).toBeGreaterThan(1);
    expect(talk.session.constraints).toMatchObject({ category: 'dress', pattern: 'floral', occasions: ['beach'] });
  });

  it('says that nothing is listed where the first of nothing is disliked, or liked', async () => {
    for (const said of [
      ['不喜欢第一个', "I don't like the first one"],
      ['我喜欢第二件', 'I like the second one'],
    ] as const) {
      const { last } = await talkOf(said);
      expect(messageIds(last)).toEqual(['reply.nothing-shown']);
    }
  });

  it('takes nothing off the list where a place past its end is disliked', async () => {
    const { talk, last } = await talkOf(['连衣裙', 'dresses'], ['不喜欢第十九个', "I don't like the nineteenth one"]);
    expect(messageIds(last)).toContain('reply.on-list');
    expect(talk.session.disliked).toEqual([]);
  });
});
