import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { readYesNo } from '../../src/language/yes-no.js';
import { demoShopScope } from '../support/demo-shop.js';
import { messageIds, photoOf, shownIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

describe('a yes', () => {
  it.each([
    ['对了，先看看鞋', 'ok show me shoes first'],
    ['好看吗', 'yes but is it wool'],
    ['要红色的', 'sure, what about the second one'],
    ['可以便宜点吗', 'fine, something in red then'],
  ])('is not heard in %s / %s', (zh, en) => {
    expect(readYesNo(zh)).toBeUndefined();
    expect(readYesNo(en)).toBeUndefined();
  });

  it.each([
    ['好，记住吧', 'yes please'],
    ['确定，删吧', 'yes, erase it'],
    ['可以', 'ok sure'],
    ['对，都删掉', 'go ahead, delete everything'],
  ])('is heard in %s / %s', (zh, en) => {
    expect(readYesNo(zh)).toBe(true);
    expect(readYesNo(en)).toBe(true);
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  const pick = <T>(zh: T, en: T): T => (locale === 'en' ? en : zh);
  const talkOf = async (...said: readonly (readonly [string, string])[]) => {
    const talk = new Talk(scope, locale);
    const results: TurnResult[] = [];
    for (const [zh, en] of said) results.push(await talk.turn(pick(zh, en)));
    return { talk, last: results.at(-1) as TurnResult, results };
  };

  it('nothing is erased by what begins with a yes and asks for something else', async () => {
    const { results } = await talkOf(
      ['我穿M码，鞋38', 'I’m a size M, shoe size 38'],
      ['删除我的数据', 'delete my data'],
      ['对了，先看看鞋', 'ok show me shoes first'],
    );
    expect(messageIds(results[1] as TurnResult)).toContain('question.erase');
    expect(messageIds(results[2] as TurnResult)).not.toContain('privacy.erased-here');
    expect(results[2]?.session.told).toMatchObject({ size: 'M', shoeSize: '38' });
    expect(results[2]?.session.constraints).toMatchObject({ category: 'footwear', size: '38' });
  });

  it('one of several garments is dropped, and two pointed at are worn together', async () => {
    const { results } = await talkOf(
      [
        '一件女士白衬衫200以内，一条女士黑裤子300以内，再来双女士皮鞋',
        'a white shirt for women under 200, black trousers for women under 300 and leather shoes for women',
      ],
      ['不要鞋了', 'no shoes after all'],
    );
    if (results[0]?.session.parts?.length === 3) expect(results[1]?.session.parts).toHaveLength(2);
    for (const { garment } of results[1]?.reply.items ?? [])
      expect(['gloves', 'flats', 'loafers', 'sneakers', 'heels']).not.toContain(garment.category);
  });

  it('the cheapest of the list is told, and another size of the scale is a size', async () => {
    const { results } = await talkOf(
      ['女士乐福鞋 38码', 'loafers for women, size 38'],
      ['那39呢', 'what about 39'],
      ['最便宜的是哪双', 'which is the cheapest?'],
    );
    expect(results[1]?.session.constraints).toMatchObject({ size: '39' });
    expect(results[1]?.session.constraints.price).toBeUndefined();
    if ((results[1]?.session.shown.length ?? 0) > 1)
      expect(messageIds(results[2] as TurnResult)[0]).toBe('compare.cheapest');
  });

  it('a goodbye is one, and what was shown is still there', async () => {
    const { results } = await talkOf(
      ['羽绒服', 'down jackets'],
      ['拜拜', 'bye'],
      ['我回来了', 'I’m back'],
      ['刚才那几件还在吗', 'are those still there?'],
    );
    expect(messageIds(results[1] as TurnResult)).toEqual(['reply.bye']);
    expect(messageIds(results[2] as TurnResult)).toEqual(['reply.greeting-back']);
    expect(shownIds(results[3] as TurnResult)).toEqual(shownIds(results[0] as TurnResult));
  });

  it('a change after a photo brings grown-ups’ clothes first where nobody is named', async () => {
    const talk = new Talk(scope, locale);
    await talk.turn({ photos: [photoOf('shirt white')] });
    await talk.turn(pick('要红色的', 'but in red'));
    const { reply } = await talk.turn(pick('便宜点', 'cheaper'));
    const children = reply.items.map(({ garment }) =>
      ['kids', 'girls', 'boys', 'baby'].includes(garment.audience ?? ''),
    );
    expect(children).toEqual([...children].sort((a, b) => Number(a) - Number(b)));
  });

  it('words that mean nothing to us do not throw the outfits away for a random list', async () => {
    const { last, talk } = await talkOf(
      ['搭一身女士上班穿的', 'an outfit for work, for a woman'],
      ['blorfish 一点', 'more blorfish'],
    );
    expect(last.reply.items).toEqual([]);
    expect(talk.session.outfits.length).toBeGreaterThan(0);
  });
});
