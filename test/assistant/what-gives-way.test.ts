import { describe, expect, it } from 'vitest';
import type { SearchOutcome } from '../../src/assistant/search.js';
import { critiquePrice } from '../../src/assistant/track/critique-price.js';
import { money } from '../../src/domain/money.js';
import { garment, openShop, RATES } from '../support/search-shop.js';

const ids = ({ items }: SearchOutcome) => items.map((item) => item.garment.id);
const said = ({ relaxed }: SearchOutcome) => relaxed.map(({ message }) => message.id);

const sweatshirts = [
  garment('grey-sweatshirt', { category: 'sweatshirt', colours: ['grey'], yuan: 199, audience: 'men' }),
  garment('dear-grey-sweatshirt', { category: 'sweatshirt', colours: ['grey'], yuan: 299, audience: 'men' }),
  garment('grey-cardigan', { category: 'cardigan', colours: ['grey'], yuan: 449, audience: 'men' }),
];
const forParties = [
  garment('evening-gown', { category: 'gown', yuan: 999, occasions: ['party'], audience: 'women' }),
  garment('girls-party-dress', { category: 'dress', yuan: 189, occasions: ['party'], audience: 'girls' }),
  garment('girls-dress', { category: 'dress', colours: ['pink'], yuan: 109, occasions: ['daily'], audience: 'girls' }),
];

describe('where not everything can be kept', () => {
  it('a budget that all are below gives way before the kind does, the dearest first', async () => {
    const { ask } = await openShop(sweatshirts);
    const outcome = await ask({
      text: 'grey sweatshirt around 500',
      constraints: {
        category: 'sweatshirt',
        colours: ['grey'],
        audience: 'men',
        price: { min: money(400, 'CNY'), max: money(600, 'CNY') },
      },
    });
    expect(ids(outcome)).toEqual(['dear-grey-sweatshirt', 'grey-sweatshirt']);
    expect(said(outcome)).toEqual(['relax.price']);
    expect(outcome.relaxed[0]?.message.values).toMatchObject({ bound: 'min', given: { money: money(299, 'CNY') } });
  });

  it('"cheaper" of garments below a budget’s lower end leaves that end behind', () => {
    const stated = { min: money(400, 'CNY'), max: money(600, 'CNY') };
    const read = critiquePrice('less', sweatshirts.slice(0, 2), stated, 'CNY', RATES);
    expect(read).toEqual({ kind: 'range', price: { max: money(198, 'CNY') } });
  });

  it('a child is not offered what grown-ups wear while there is another kind for children', async () => {
    const { ask } = await openShop(forParties);
    const outcome = await ask({
      text: 'party dress',
      constraints: { category: 'gown', occasions: ['party'], audience: 'girls' },
    });
    expect(ids(outcome)).toEqual(['girls-party-dress']);
    expect(said(outcome)).toEqual(['relax.category']);
  });

  it('what some of the list keep is not said to be missing', async () => {
    const { ask } = await openShop([
      garment('linen-long', { category: 'dress', length: 'long', material: 'linen', yuan: 300 }),
      garment('silk-midi', { category: 'dress', length: 'midi', material: 'silk', yuan: 300 }),
    ]);
    const both = await ask({ text: 'dress', constraints: { category: 'dress', length: ['midi', 'long'] } });
    expect(ids(both).sort()).toEqual(['linen-long', 'silk-midi']);
    expect(both.relaxed).toEqual([]);
    const some = await ask({
      text: 'silk dress',
      constraints: { category: 'dress', length: ['short', 'midi'], material: 'silk', neckline: 'v_neck' },
    });
    expect(said(some)).not.toContain('relax.length');
  });
});
