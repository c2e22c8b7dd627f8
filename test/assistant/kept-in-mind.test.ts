import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { demoShopScope } from '../support/demo-shop.js';
import { messageIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

describe.each(LOCALES)('in %s', (locale) => {
  const pick = <T>(zh: T, en: T): T => (locale === 'en' ? en : zh);
  const talkOf = async (...said: readonly (readonly [string, string])[]): Promise<TurnResult[]> => {
    const talk = new Talk(scope, locale);
    const results: TurnResult[] = [];
    for (const [zh, en] of said) results.push(await talk.turn(pick(zh, en)));
    return results;
  };
  const yuan = ({ reply }: TurnResult): number[] =>
    reply.items.flatMap(({ garment }) => (garment.price ? [garment.price.minorUnits / 100] : []));
  const kinds = ({ reply }: TurnResult): (string | null)[] => reply.items.map(({ garment }) => garment.category);

  it('cheaper, after one of the list was talked about, is cheaper than that one', async () => {
    for (const [zh, en] of [
      ['第一件', 'the first one'],
      ['第二件', 'the second one'],
    ] as const) {
      const [, about, cheaper] = await talkOf(['女士连衣裙', 'a dress for women'], [zh, en], ['便宜点', 'cheaper']);
      const [price = 0] = yuan(about as TurnResult);
      if (messageIds(cheaper as TurnResult).includes('reply.no-cheaper')) continue;
      expect(yuan(cheaper as TurnResult).length).toBeGreaterThan(0);
      expect(Math.max(...yuan(cheaper as TurnResult))).toBeLessThan(price);
    }
  });

  it('of the cheapest there is, nothing cheaper is said to be had', async () => {
    const [list, about, cheaper] = await talkOf(
      ['女士连衣裙，最便宜的', 'the cheapest women’s dresses'],
      ['第一件', 'the first one'],
      ['便宜点', 'cheaper'],
    );
    expect(yuan(about as TurnResult)[0]).toBe(Math.min(...yuan(list as TurnResult)));
    expect(messageIds(cheaper as TurnResult)).toContain('reply.no-cheaper');
  });

  it('from the lowest price up, cheaper than one further down is no end of the list', async () => {
    const [list, , cheaper] = await talkOf(
      ['女士连衣裙，最便宜的', 'the cheapest women’s dresses'],
      ['第六件', 'the sixth one'],
      ['便宜点', 'cheaper'],
    );
    expect(messageIds(cheaper as TurnResult)).not.toContain('reply.no-cheaper');
    expect(Math.max(...yuan(cheaper as TurnResult))).toBeLessThan(yuan(list as TurnResult)[5] ?? 0);
  });

  it('what was asked for stays while a budget in another currency is asked about', async () => {
    const shirts = ['shirt', 'blouse'];
    const [asked, cheaper] = await talkOf(['60英镑以内的衬衫', 'a shirt under 60 pounds'], ['便宜点', 'cheaper']);
    expect(messageIds(asked as TurnResult)).toEqual(['question.currency']);
    expect(cheaper?.session.constraints).toMatchObject({ category: 'shirt' });
    expect(kinds(cheaper as TurnResult).every((kind) => shirts.includes(kind ?? ''))).toBe(true);
    const [, white] = await talkOf(['60英镑以内的衬衫', 'a shirt under 60 pounds'], ['要白色的', 'in white']);
    expect(white?.session.constraints).toMatchObject({ category: 'shirt', colours: ['white'] });
    const [, dress] = await talkOf(['60英镑以内的衬衫', 'a shirt under 60 pounds'], ['看看连衣裙', 'show me dresses']);
    expect(dress?.session.constraints).toMatchObject({ category: 'dress' });
  });

  it('a child’s party dress is a dress, and nothing else in its place', async () => {
    const [list] = await talkOf(['给6岁女儿买条小礼服', 'a party dress for my 6 year old daughter']);
    expect(messageIds(list as TurnResult)).toContain('reply.found');
    expect(kinds(list as TurnResult)).toContain('dress');
    expect(messageIds(list as TurnResult)).not.toContain('relax.category');
    const [, later] = await talkOf(
      ['给6岁女儿买裙子', 'a skirt for my 6 year old daughter'],
      ['小礼服', 'a party dress'],
    );
    expect(messageIds(later as TurnResult)).not.toContain('reply.nearest');
    expect(later?.reply.items.every(({ garment }) => garment.audience !== 'women')).toBe(true);
  });

  it('what is wanted by tomorrow is a question to the shop, and no end of the talk', async () => {
    for (const [zh, en] of [
      ['快点，明天就要', 'Quick, I need it by tomorrow'],
      ['急用，能赶上周五吗', 'it’s urgent'],
    ] as const) {
      const [, asked] = await talkOf(['黑色连衣裙', 'a black dress'], [zh, en]);
      expect(asked?.trace.move).toBe('store-info');
      expect(asked?.session.constraints).toMatchObject({ category: 'dress', colours: ['black'] });
    }
    const [wish] = await talkOf(['这周末就要穿的红裙子', 'I need a red dress by Friday']);
    expect(wish?.session.constraints).toMatchObject({ category: 'dress', colours: ['red'] });
  });

  it('heat and cold ask for lighter and warmer things', async () => {
    const [, lighter] = await talkOf(['女士外套', 'a women’s jacket'], ['太热了怎么办', 'it’s boiling outside']);
    expect(lighter?.session.constraints).toMatchObject({ seasons: ['summer'], audience: 'women' });
    const [, warmer] = await talkOf(['女士外套', 'a women’s jacket'], ['今天好冷啊', 'it’s so cold today']);
    expect(warmer?.session.constraints).toMatchObject({ seasons: ['winter'], audience: 'women' });
    const [dressed] = await talkOf(['太热了怎么办', 'it’s so hot today']);
    expect(dressed?.reply.outfits.length).toBeGreaterThan(0);
    const [coats] = await talkOf(['今天好冷，看看大衣', 'it’s so cold today, show me coats']);
    expect(coats?.session.constraints).toMatchObject({ category: 'coat' });
  });

  it('what joins a list is shown by itself, and what was there stays looked for', async () => {
    const [, added, cheaper] = await talkOf(
      ['女士连衣裙', 'a dress for women'],
      ['再来个手包', 'A clutch too'],
      ['便宜点', 'cheaper'],
    );
    expect(messageIds(added as TurnResult)).toContain('parts.added');
    expect(new Set(kinds(added as TurnResult))).toEqual(new Set(['clutch']));
    expect(added?.session.parts).toHaveLength(2);
    expect(kinds(cheaper as TurnResult)).toContain('dress');
    const [outfit, more] = await talkOf(
      ['给我配一身去面试，女', 'put together a women’s outfit for an interview'],
      ['再来个手包', 'A clutch too'],
    );
    const worn = outfit?.reply.outfits[0]?.garments.map(({ id }) => id) ?? [];
    const now = more?.reply.outfits[0]?.garments ?? [];
    expect(now.some(({ category }) => category === 'clutch')).toBe(true);
    expect(now.filter(({ id }) => worn.includes(id)).length).toBeGreaterThanOrEqual(2);
  });

  it('more festive, but not too red, keeps the feast and leaves out the red', async () => {
    const [, less] = await talkOf(
      ['过年穿什么，女', 'a women’s outfit for chinese new year'],
      ['喜庆一点，但别太红', 'more festive, but not too red'],
    );
    expect(less?.session.dressing?.occasion).toBe('festival_cny');
    const colours = less?.reply.outfits.flatMap(({ garments }) => garments.map((garment) => garment.colours[0])) ?? [];
    expect(colours.length).toBeGreaterThan(0);
    for (const colour of colours) expect(['red', 'burgundy', 'maroon']).not.toContain(colour);
  });

  it('a yes that comes after something else erases nothing', async () => {
    for (const [zh, en] of [
      ['看看黑色裙子', 'show me black dresses'],
      ['太热了怎么办', 'it’s so cold today'],
    ] as const) {
      const results = await talkOf(
        ['我穿M码', 'I’m a size M'],
        ['删除我的数据', 'delete my data'],
        [zh, en],
        ['是的', 'yes'],
      );
      expect(messageIds(results[3] as TurnResult)).not.toContain('privacy.erased-here');
      expect(results[3]?.effects).toEqual([]);
      expect(results[3]?.session.told).toMatchObject({ size: 'M' });
    }
    // An aside leaves the question open: it is asked again before a yes counts.
    const [, aside] = await talkOf(['删除我的数据', 'delete my data'], ['怎么退货', 'how do returns work?']);
    expect(messageIds(aside as TurnResult)).toContain('resume.erase');
  });
});
