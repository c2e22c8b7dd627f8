import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { money } from '../../src/domain/money.js';
import { demoShopScope } from '../support/demo-shop.js';
import { messageIds, shownIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

const CHILDREN = ['kids', 'girls', 'boys', 'baby'];

describe.each(LOCALES)('shopping for others in %s', (locale) => {
  const pick = <T>(zh: T, en: T): T => (locale === 'en' ? en : zh);
  const talkOf = async (...said: readonly (readonly [string, string])[]) => {
    const talk = new Talk(scope, locale);
    const results: TurnResult[] = [];
    for (const [zh, en] of said) results.push(await talk.turn(pick(zh, en)));
    return { talk, last: results.at(-1) as TurnResult, results };
  };

  it('a birthday present is something to give, and no party dress; what they like is asked once', async () => {
    const { results, talk } = await talkOf(
      ['想给我妈买件生日礼物', 'I need a birthday present for my mum'],
      ['四百以内', 'under 400'],
      ['看看开衫', 'show me cardigans'],
    );
    const [first, cheaper, cardigans] = results as [TurnResult, TurnResult, TurnResult];
    expect(first.session.constraints).toEqual({ audience: 'women' });
    expect(messageIds(first)).toContain('question.gift');
    for (const result of [first, cheaper]) {
      expect(result.reply.items.length).toBeGreaterThan(0);
      for (const { garment } of result.reply.items)
        expect(['heels', 'bikini', 'dress', 'gown', 'bra']).not.toContain(garment.category);
    }
    expect(messageIds(cheaper)).not.toContain('question.gift');
    for (const { garment } of cardigans.reply.items) expect(garment.category).toBe('cardigan');
    expect(talk.session.constraints.occasions).toBeUndefined();
  });

  it('a birthday party is still dressed for', async () => {
    const { talk } = await talkOf(['去闺蜜生日派对穿的裙子', 'a dress for my best friend’s birthday party']);
    expect(talk.session.constraints.occasions).toContain('party');
  });

  it('who goes along or is met wears nothing of it', async () => {
    for (const said of [
      ['跟我老公还有孩子一起去度假，想买条长裙', 'a long dress for a holiday with my husband and kids'],
      ['和男朋友约会穿的裙子', 'a dress for dinner with my boyfriend'],
    ] as const) {
      const { talk } = await talkOf(said);
      expect(talk.session.constraints.category).toBe('dress');
      expect(talk.session.constraints.audience).toBeUndefined();
    }
  });

  it('her size is not his', async () => {
    const { talk } = await talkOf(
      ['女士连衣裙，我穿XL', 'a dress for women, I wear XL'],
      ['我老公也来条裤子', 'and trousers for my husband'],
    );
    expect(talk.session.constraints.size).toBeUndefined();
    expect(talk.session.constraints.audience).toBe('men');
  });

  it('a child is offered no grown-up’s clothes', async () => {
    const { last } = await talkOf([
      '女儿六岁，要一条亮闪闪的礼服裙去派对',
      'my daughter turns 6 and wants something sparkly, a party dress',
    ]);
    expect(last.reply.items.length).toBeGreaterThan(0);
    for (const { garment } of last.reply.items) expect(CHILDREN).toContain(garment.audience);
  });

  it('a trip to the slopes is dressed for the slopes', async () => {
    const { talk, last } = await talkOf(['去滑雪旅行穿什么', 'what should I wear on a ski trip']);
    expect(talk.session.dressing?.occasion).toBe('skiing');
    expect(messageIds(last)).not.toContain('outfit.went-by');
  });

  it('"why so expensive" says whose the prices are, and looks for cheaper ones', async () => {
    const { last, results } = await talkOf(['羽绒服', 'down jackets'], ['怎么这么贵', 'why so expensive?']);
    expect(messageIds(last)).toContain('notice.price-set');
    const dearest = Math.max(...(results[0]?.reply.items.map(({ garment }) => garment.price?.minorUnits ?? 0) ?? []));
    for (const { garment } of last.reply.items) expect(garment.price?.minorUnits).toBeLessThanOrEqual(dearest);
  });

  it('"surprise me" is a short choice of what was not seen', async () => {
    const { results, last } = await talkOf(
      ['女士连衣裙', 'dresses for women'],
      ['随便推荐一件吧', 'no idea, surprise me'],
    );
    const before = shownIds(results[0] as TurnResult);
    expect(messageIds(last)).toContain('reply.surprise');
    expect(shownIds(last).length).toBeLessThanOrEqual(3);
    expect(shownIds(last).filter((id) => before.includes(id))).toEqual([]);
  });

  it('"nothing cheaper" stands over no cheaper near misses', async () => {
    const { last } = await talkOf(
      ['粉色的公主裙，女童，演出穿', 'a pink dress for a girl, for a performance'],
      ['太贵了', 'too expensive'],
      ['再便宜点', 'cheaper'],
      ['再便宜点', 'cheaper'],
    );
    const none = messageIds(last).some((id) => id.startsWith('reply.no-cheaper'));
    if (none) for (const { garment } of last.reply.items) expect(garment.colours).toBeDefined();
    expect(messageIds(last).filter((id) => id.startsWith('rest.') || id.startsWith('reply.few'))).toEqual([]);
  });

  it('a long story is not answered with the words of it that no row holds', async () => {
    const { last } = await talkOf([
      '是这样的，我下个月要去三亚度假，大概一周吧，肚子有点大，想买几条飘逸的长裙拍照，一条不要超过三百',
      'so I am going to Tuscany in October for about a week and it will probably be warm-ish, I want a long dress under 300',
    ]);
    expect(messageIds(last)).not.toContain('notice.words-missing');
    expect(last.session.constraints).toMatchObject({ category: 'dress', price: { max: money(300, 'CNY') } });
  });
});
