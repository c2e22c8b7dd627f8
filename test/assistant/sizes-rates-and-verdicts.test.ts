import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../src/assistant/scope.js';
import { europeanShoeSize } from '../../src/assistant/track/shoe-chart.js';
import { LOCALES } from '../../src/domain/locale.js';
import { demoShopScope } from '../support/demo-shop.js';
import { vocabulary } from '../support/search-shop.js';
import { messageIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

describe.each(LOCALES)('in %s', (locale) => {
  const pick = <T>(zh: T, en: T): T => (locale === 'en' ? en : zh);
  const talk = async (...said: readonly (readonly [string, string])[]) => {
    const one = new Talk(scope, locale);
    let last = await one.turn(pick(...(said[0] ?? ['', ''])));
    for (const [zh, en] of said.slice(1)) last = await one.turn(pick(zh, en));
    return { session: one.session, last, one };
  };

  it('takes an American size of heels as the European one, and says so', async () => {
    const { session, last } = await talk(['美码8的高跟鞋', 'heels in US 8']);
    expect(session.constraints).toMatchObject({ category: 'heels', size: '39' });
    expect(last.reply.messages).toContainEqual({
      id: 'notice.shoe-size',
      values: { system: 'US', number: '8', chart: 'women', to: '39' },
    });
    expect(session.told?.shoeSize).toBe('39');
  });

  it('asks once whose size it is where both are sold, and takes the answer', async () => {
    const { last, one } = await talk(['想买双运动鞋，英码8', 'sneakers in UK 8']);
    expect(last.reply.messages).toEqual([{ id: 'question.shoe-chart', values: { size: 'UK 8' } }]);
    const answered = await one.turn(pick('男鞋', "men's"));
    expect(one.session.constraints).toMatchObject({ size: '42', audience: 'men' });
    expect(one.session.constraints.category).not.toBe('footwear');
    expect(messageIds(answered)).toContain('notice.shoe-size');
  });

  it('asks no dress for the size of the shoes before it, nor shoes for that of the dress', async () => {
    const dress = await talk(
      ['女款白色运动鞋39码', "white women's sneakers in 39"],
      ['再看看连衣裙', 'now show me dresses'],
    );
    expect(dress.session.constraints).toMatchObject({ category: 'dress', audience: 'women' });
    expect(dress.session.constraints.size).toBeUndefined();
    const shoes = await talk(
      ['给我妈买条连衣裙，38码', 'a dress for my mum, size 38'],
      ['再看看高跟鞋', 'now show me heels'],
    );
    expect(shoes.session.constraints.size).toBeUndefined();
  });

  it('dresses for as little as can be where the cheapest is asked for, the cheapest first', async () => {
    const usual = await talk(['参加婚礼穿什么', 'what should i wear as a wedding guest']);
    const cheapest = await talk(['参加婚礼穿什么，最便宜的', 'what should i wear as a wedding guest, cheapest']);
    const totals = (of: typeof usual) => of.last.reply.outfits.map(({ total }) => total.minorUnits);
    expect(totals(cheapest)).toEqual([...totals(cheapest)].sort((a, b) => a - b));
    expect(totals(cheapest).length).toBeGreaterThan(0);
    expect(Math.max(...totals(cheapest))).toBeLessThan(Math.max(...totals(usual)));
    expect(Math.max(...totals(cheapest))).toBeLessThanOrEqual(Math.min(...totals(cheapest)) * 1.2);
  });

  it('leaves a British size of clothes alone', async () => {
    const { last } = await talk(['英码10的连衣裙', 'a dress in UK 10']);
    expect(messageIds(last)).not.toContain('notice.shoe-size');
  });

  it('asks for a budget it cannot convert once; who insists sees what there is, and is told', async () => {
    const { last, one } = await talk(['40英镑以内的连衣裙', 'a dress under 40 pounds']);
    expect(messageIds(last)).toEqual(['question.currency']);
    for (const [zh, en] of [
      ['就40英镑', 'just 40 pounds'],
      ['红色的，40英镑以内', 'a red one under 40 pounds'],
    ] as const) {
      const again = await one.turn(pick(zh, en));
      expect(messageIds(again)).not.toContain('question.currency');
      expect(again.reply.messages).toContainEqual({
        id: 'notice.no-rate',
        values: { stated: 'GBP', currency: 'CNY' },
      });
      expect(again.reply.items.length).toBeGreaterThan(0);
    }
    expect(one.session.constraints.price).toBeUndefined();
  });

  it('says that nothing costs less than nothing', async () => {
    const alone = await talk(['-5美元', '-5 dollars']);
    expect(messageIds(alone.last)).toEqual(['notice.no-such-price']);
    const beside = await talk(['负五块的裙子', 'a dress for -5 dollars']);
    expect(messageIds(beside.last)).toContain('notice.no-such-price');
    expect(beside.session.constraints.price).toBeUndefined();
    expect(beside.last.reply.items.length).toBeGreaterThan(0);
  });

  it('says which of two is dressier, and by what of their rows', async () => {
    const { last, one } = await talk(
      ['外套', 'jackets'],
      ['第一件和第二件哪个更正式', 'which is dressier, the first or the second?'],
    );
    const verdict = last.reply.messages.at(-1);
    expect(verdict?.id).toMatch(/^compare\.(trait-because|alike)$/);
    const warm = await one.turn(pick('哪个最保暖', 'which one is the warmest'));
    expect(messageIds(warm).at(-1)).toMatch(/^compare\.(trait-because|trait|alike)$/);
    expect(messageIds(warm)).not.toContain('compare.cheaper');
  });

  it('leaves out what is listed with a thing refused, whatever facet lacks a name for it', async () => {
    const { session, last } = await talk(['卫衣', 'sweatshirts'], ['不要拉链', 'no zippers']);
    expect(session.avoided).toEqual([pick('拉链', 'zippers')]);
    expect(messageIds(last).some((id) => /^notice\.(?:left|cannot-leave)-out$/.test(id))).toBe(true);
    for (const { garment } of last.reply.items)
      expect(Object.values({ ...garment.title, ...garment.description }).join(' ')).not.toMatch(/拉链|zip/i);
  });

  it('waits for the photo of what somebody was seen wearing', async () => {
    const { last } = await talk(['看到有人穿这件', 'saw somebody wearing this']);
    expect(messageIds(last)).toEqual(['question.photo']);
  });
});

describe('the chart of shoe sizes', () => {
  it.each([
    ['US 8', 'women', '39'],
    ['US 7.5', 'women', '38.5'],
    ['UK 6', 'women', '39'],
    ['US 10', 'men', '43'],
    ['UK 8', 'men', '42'],
    ['US 40', 'women', undefined],
    ['38', 'women', undefined],
  ] as const)('%s of %s is %s', (size, chart, european) => {
    expect(europeanShoeSize(size, chart)).toBe(european);
  });
});

describe('which is dressier', () => {
  it('goes by category, cloth and style', async () => {
    const { compareTrait } = await import('../../src/assistant/moves/compare-traits.js');
    const { garment } = await import('../support/search-shop.js');
    const silk = garment('silk', { category: 'shirt', material: 'silk', yuan: 100 });
    const denim = garment('denim', { category: 'shirt', material: 'denim', yuan: 100 });
    const [verdict] = compareTrait({ facet: 'formality', direction: 'more' }, [denim, silk], vocabulary);
    expect(verdict).toMatchObject({
      id: 'compare.trait-because',
      values: {
        kind: 'dressier',
        facts: { items: [{ kind: 'facet', value: { facet: 'material', id: 'silk' } }] },
      },
    });
    const [casual] = compareTrait({ facet: 'formality', direction: 'less' }, [denim, silk], vocabulary);
    expect(casual?.values?.kind).toBe('casual');
    expect(compareTrait({ facet: 'formality', direction: 'more' }, [silk, silk], vocabulary)).toEqual([
      { id: 'compare.alike', values: { kind: 'dressier' } },
    ]);
  });
});
