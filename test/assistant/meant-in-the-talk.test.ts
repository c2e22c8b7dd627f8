import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { demoShopScope } from '../support/demo-shop.js';
import { shownIds, Talk } from '../support/small-shop.js';

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
});
