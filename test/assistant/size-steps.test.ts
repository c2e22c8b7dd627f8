import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import { stepSize } from '../../src/assistant/track/size-scale.js';
import { LOCALES } from '../../src/domain/locale.js';
import { sizeMatches } from '../../src/domain/size-match.js';
import { demoShopScope } from '../support/demo-shop.js';
import { messageIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

describe('the scale of sizes', () => {
  it.each([
    ['M', 1, 'L'],
    ['XL', 2, '3XL'],
    ['XXL', 1, '3XL'],
    ['XS', -1, 'XXS'],
    ['2XL', -1, 'XL'],
    ['UK 8', 1, 'UK 10'],
    ['165/88A', 1, '170/92A'],
    ['110', 1, '120'],
    ['32/30', 1, '33/30'],
  ])('%s by %d is %s', (size, steps, to) => {
    expect(stepSize(size, steps, [], undefined)).toBe(to);
  });

  it('counts shoes by one and by halves, waists by one, numbers of dresses as they are offered', () => {
    expect(stepSize('38', 1, ['38', '40'], 'footwear')).toBe('39');
    expect(stepSize('38', -0.5, [], 'footwear')).toBe('37.5');
    expect(stepSize('US 8', 1, [], 'footwear')).toBe('US 9');
    expect(stepSize('29', 1, ['28', '29', '30'], 'bottom')).toBe('30');
    expect(stepSize('36', 1, ['34', '36', '38'], 'onepiece')).toBe('38');
    expect(stepSize('36', 1, [], 'onepiece')).toBe('38');
  });

  it('ends, and has no place for the one size that fits all', () => {
    expect(stepSize('6XL', 1, [], undefined)).toBeUndefined();
    expect(stepSize('one size', 1, [], undefined)).toBeUndefined();
  });
});

describe.each(LOCALES)('a size up or down in %s', (locale) => {
  const talk = async (...said: readonly (readonly [string, string])[]): Promise<TurnResult[]> => {
    const talking = new Talk(scope, locale);
    const results: TurnResult[] = [];
    for (const [zh, en] of said) results.push(await talking.turn(locale === 'en' ? en : zh));
    return results;
  };
  const sizesAfter = (results: readonly TurnResult[]) => results.map(({ session }) => session.constraints.size);

  it('is taken from the size that holds, is said, is kept by what is shown, and can be undone', async () => {
    const results = await talk(
      ['想买条红色连衣裙，M码', 'I want a red dress in M'],
      ['大一号', 'one size up'],
      ['小两码', 'two sizes smaller'],
      ['撤销', 'undo'],
      ['撤销', 'undo'],
    );
    expect(sizesAfter(results)).toEqual(['M', 'L', 'S', 'L', 'M']);
    expect(results[1] && messageIds(results[1])).toContain('notice.resized');
    for (const { garment } of results[2]?.reply.items ?? [])
      expect(garment.sizes.some(({ size, stock }) => stock !== 0 && sizeMatches('S', size))).toBe(true);
    expect(results.at(-1)?.session.told?.size).toBe('M');
  });

  it('is taken from the shopper’s own size, which stays theirs', async () => {
    const results = await talk(
      ['我穿M码，想要一件大一码的卫衣', 'I wear M, looking for a sweatshirt one size up'],
      ['我的资料', 'my profile'],
    );
    expect(results[0]?.session.constraints).toMatchObject({ category: 'sweatshirt', size: 'L' });
    expect(results[1]?.session.told?.size).toBe('M');
  });

  it('is asked for once where no size is known, and goes on from the answer', async () => {
    const results = await talk(['看看运动鞋', 'show me trainers'], ['大一码', 'a size bigger'], ['42', '42']);
    expect(results[1]?.trace.move).toBe('ask-size');
    expect(results[2]?.session.constraints.size).toBe('43');
    expect(results[2]?.session.told?.shoeSize).toBe('42');
    const again = await talk(
      ['看看连衣裙', 'show me dresses'],
      ['大一码', 'a size bigger'],
      ['不知道', 'not sure'],
      ['大一号', 'one size up'],
    );
    expect(again.map((result) => messageIds(result).includes('question.size'))).toEqual([false, true, false, false]);
    expect(again[3] && messageIds(again[3])).toContain('notice.size-unknown');
    expect(again[3]?.session.constraints.size).toBeUndefined();
  });

  it('is looked up on the garment pointed at', async () => {
    const results = await talk(
      ['想买条红色连衣裙，M码', 'I want a red dress in M'],
      ['第一件有大一号的吗', 'does the first one come a size bigger?'],
    );
    expect(results[1]?.trace.move).toBe('describe');
    expect(results[1]?.reply.understood.constraints.size).toBe('L');
  });

  it('is none of bags', async () => {
    const results = await talk(['看看托特包', 'show me tote bags'], ['大一号的', 'one size up']);
    expect(results[1] && messageIds(results[1])).toContain('notice.unsized');
  });
});
