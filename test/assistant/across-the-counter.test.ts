import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { demoShopScope } from '../support/demo-shop.js';
import { messageIds, shownIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

describe.each(LOCALES)('what is said across the counter in %s', (locale) => {
  const pick = <T>(zh: T, en: T): T => (locale === 'en' ? en : zh);
  const talkOf = async (...said: readonly (readonly [string, string])[]) => {
    const talk = new Talk(scope, locale);
    const results: TurnResult[] = [];
    for (const [zh, en] of said) results.push(await talk.turn(pick(zh, en)));
    return { talk, last: results.at(-1) as TurnResult, results };
  };
  const DRESS = ['找件约会穿的女士连衣裙', 'a dress for a date, for a woman'] as const;

  it.each([
    ['谢谢啦', 'cheers', 'reply.thanks'],
    ['太好了，谢谢', 'great, thanks!', 'reply.thanks'],
    ['你是机器人吗', 'are you a robot', 'reply.about-me'],
    ['你真笨', 'you’re useless', 'reply.sorry'],
    ['烦死了，答非所问', 'that’s not what I asked', 'reply.sorry'],
    ['今天天气怎么样', 'what’s the weather like', 'reply.weather'],
    ['给我家狗买件衣服', 'clothes for my dog', 'reply.pets'],
  ])('%s / %s is answered as such, and the list stays', async (zh, en, id) => {
    const { talk, last } = await talkOf(DRESS, [zh, en]);
    expect(messageIds(last)).toEqual([id]);
    expect(last.reply.items).toEqual([]);
    expect(talk.session.shown.length).toBeGreaterThan(0);
    expect(talk.session.constraints).toMatchObject({ category: 'dress', occasions: ['date'] });
  });

  it.each([
    ['你老给我看一样的', 'you keep showing me the same things'],
    ['有没有好看点的', 'anything nicer?'],
    ['都看腻了', 'these all look the same'],
  ])('%s / %s brings what was not seen yet', async (zh, en) => {
    const { results, last } = await talkOf(DRESS, [zh, en]);
    const before = shownIds(results[0] as TurnResult);
    expect(messageIds(last)).toContain('reply.more');
    expect(shownIds(last).filter((id) => before.includes(id))).toEqual([]);
  });

  it('asked which to pick, picks one of those compared, says why, and takes "that one" for it', async () => {
    const { results, talk } = await talkOf(
      DRESS,
      ['第一件和第三件比一下', 'compare the first and the third'],
      ['你会选哪个', 'which would you pick?'],
      ['行，就它', 'ok, that one'],
    );
    const [list, compared, picked, taken] = results as [TurnResult, TurnResult, TurnResult, TurnResult];
    const [first, , third] = shownIds(list);
    expect(shownIds(compared)).toEqual([first, third]);
    expect(messageIds(picked)).toContain('compare.pick');
    expect(messageIds(picked)).toContain('explain.reason');
    expect([first, third]).toContain(shownIds(picked)[0]);
    expect(messageIds(taken)).toEqual(['about.chosen', 'about.sizes']);
    expect(shownIds(taken)).toEqual(shownIds(picked));
    expect(talk.session.liked).toEqual(shownIds(picked));
  });

  it('goes on about the two compared, by how they breathe too, without the table again', async () => {
    const { results } = await talkOf(
      ['亚麻或者涤纶的衬衫', 'linen or polyester shirts'],
      ['第一件和第二件比一下', 'compare the first and the second'],
      ['哪个更透气', 'which is the most breathable?'],
    );
    const [, compared, verdict] = results as [TurnResult, TurnResult, TurnResult];
    expect(shownIds(verdict)).toEqual(shownIds(compared));
    expect(messageIds(verdict)).toHaveLength(1);
    expect(messageIds(verdict)[0]).toMatch(/^compare\.(?:trait-because|alike)$/);
    expect(verdict.reply.messages[0]?.values).toMatchObject({ kind: 'airier' });
  });

  it('puts garments and outfits aside, and finds them again', async () => {
    const { results, talk } = await talkOf(
      DRESS,
      ['第三件先留着', 'save the third one for later'],
      ['搭一身约会穿的', 'put together an outfit for a date'],
      ['先存着，待会再看', 'save this for later'],
      ['看看我留的', 'show what I saved'],
    );
    const [list, , dressed, , saved] = results as TurnResult[];
    const third = shownIds(list as TurnResult)[2] as string;
    const outfit = dressed?.reply.outfits[0]?.garments.map(({ id }) => id);
    expect(talk.session.saved).toEqual([outfit, [third]]);
    expect(shownIds(saved as TurnResult)).toEqual([third]);
    expect(saved?.reply.outfits.map(({ garments }) => garments.map(({ id }) => id).sort())).toEqual([
      [...(outfit ?? [])].sort(),
    ]);
  });

  it('says so where nothing was put aside', async () => {
    const { last } = await talkOf(['看看我的收藏', 'show me my shortlist']);
    expect(messageIds(last)).toEqual(['reply.saved-none']);
  });
});
