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
});
