import { describe, expect, it } from 'vitest';
import type { SearchOutcome } from '../../src/assistant/search.js';
import { money } from '../../src/domain/money.js';
import type { Attend } from '../../src/encoding/encoder.js';
import { garment, openShop } from '../support/search-shop.js';
import { unit, WordEncoder, wordVector } from '../support/word-encoder.js';

const ids = (outcome: SearchOutcome) => outcome.items.map((item) => item.garment.id);

const dresses = [
  garment('red-dress', { category: 'dress', colours: ['red'], sleeve: 'long', yuan: 299, audience: 'women' }),
  garment('burgundy-dress', {
    category: 'dress',
    colours: ['burgundy'],
    sleeve: 'short',
    yuan: 399,
    audience: 'women',
  }),
  garment('blue-dress', { category: 'dress', colours: ['blue'], sleeve: 'short', yuan: 199, audience: 'women' }),
  garment('navy-dress', { category: 'dress', colours: ['navy'], sleeve: 'long', yuan: 259, audience: 'women' }),
  garment('red-skirt', { category: 'skirt', colours: ['red'], yuan: 99, audience: 'women' }),
  garment('red-jumpsuit', { category: 'jumpsuit', colours: ['red'], yuan: 459, audience: 'women' }),
];
const jackets = [
  garment('denim-jacket', { category: 'denim_jacket', colours: ['blue'], yuan: 329, seasons: ['spring'] }),
  garment('jacket', { category: 'jacket', colours: ['blue'], yuan: 299, seasons: ['all_season'] }),
  garment('bomber', { category: 'bomber_jacket', colours: ['green'], yuan: 459 }),
  garment('down-jacket', { category: 'down_jacket', colours: ['black'], yuan: 899 }),
];

describe('wishes', () => {
  it('returns only garments that answer every stated facet, as exact', async () => {
    const { ask } = await openShop([...dresses, ...jackets]);
    const outcome = await ask({ text: 'blue dress', constraints: { category: 'dress', colours: ['blue', 'red'] } });
    expect(new Set(ids(outcome))).toEqual(new Set(['red-dress', 'burgundy-dress', 'blue-dress', 'navy-dress']));
    expect(outcome.items.every((item) => item.match === 'exact')).toBe(true);
    expect(outcome.relaxed).toEqual([]);
  });

  it('takes the kinds of a generic word in, the exact kind first', async () => {
    const { ask } = await openShop([...dresses, ...jackets]);
    const outcome = await ask({ text: 'jacket', constraints: { category: 'jacket' } });
    expect(ids(outcome)[0]).toBe('jacket');
    expect(new Set(ids(outcome))).toEqual(new Set(['jacket', 'denim-jacket', 'bomber']));
    expect(outcome.items[0]?.match).toBe('exact');
    expect(outcome.items[1]?.match).toBe('close');
  });

  it('puts a garment of the colour before one that has it only by the way', async () => {
    const { ask } = await openShop([
      garment('black-dress-red-flowers', {
        category: 'dress',
        colours: ['black', 'red'],
        title: { 'zh-CN': '红红红', en: 'red red dress dress' },
      }),
      garment('plain-dress', { category: 'dress', colours: ['red'] }),
      garment('third-dress', { category: 'dress', colours: ['burgundy'] }),
    ]);
    const outcome = await ask({ text: 'red red dress', constraints: { category: 'dress', colours: ['red'] } });
    expect(ids(outcome).at(-1)).toBe('black-dress-red-flowers');
    expect(outcome.items.every((item) => item.match === 'exact')).toBe(true);
  });

  it('takes who names nobody for a grown-up, and still finds what is made for others', async () => {
    const coat = { category: 'coat', colours: ['red'] };
    const { ask } = await openShop([
      garment('girls-coat', { ...coat, audience: 'girls', title: { 'zh-CN': '红色大衣', en: 'red coat red coat' } }),
      garment('maternity-coat', { ...coat, audience: 'maternity' }),
      garment('womens-coat', { ...coat, audience: 'women' }),
      garment('mens-coat', { ...coat, audience: 'men' }),
      garment('a-coat', { ...coat }),
    ]);
    const named = async (constraints: object) => ids(await ask({ text: 'red coat', constraints }));
    expect((await named(coat)).slice(3).sort()).toEqual(['girls-coat', 'maternity-coat']);
    expect(await named({ ...coat, audience: 'girls' })).toContain('girls-coat');
  });

  it('gives a reason for each wish that holds, from the row', async () => {
    const { ask } = await openShop(dresses);
    const { items } = await ask({
      constraints: { category: 'dress', colours: ['red'], price: { max: money(300, 'CNY') } },
    });
    expect(items[0]?.garment.id).toBe('red-dress');
    expect(items[0]?.reasons.map((reason) => [reason.facet, reason.id])).toEqual([
      ['category', 'dress'],
      ['colours', 'red'],
      ['price', '29900 CNY'],
    ]);
    expect(items[0]?.reasons[2]?.message).toEqual({
      id: 'reason.price',
      values: { price: { kind: 'money', money: money(299, 'CNY') } },
    });
  });

  it('returns as many as asked for where so many match', async () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      garment(`tee-${at}`, { category: 'tshirt', groupId: `g${at % 3}` }),
    );
    const { ask } = await openShop(many);
    expect((await ask({ constraints: { category: 'tshirt' } })).items).toHaveLength(10);
    expect((await ask({ constraints: { category: 'tshirt' }, limit: 25 })).items).toHaveLength(25);
  });

  it('shows each product once before its colour variants', async () => {
    const variants = ['red', 'blue', 'green', 'black'].map((colour) =>
      garment(`shirt-${colour}`, { category: 'shirt', colours: [colour], groupId: 'one-shirt' }),
    );
    const others = [garment('plain-shirt', { category: 'shirt' }), garment('work-shirt', { category: 'shirt' })];
    const { ask } = await openShop([...variants, ...others]);
    const shown = (await ask({ text: 'shirt red', constraints: { category: 'shirt' }, limit: 4 })).items;
    expect(shown.filter((item) => item.garment.groupId === 'one-shirt')).toHaveLength(2);
    expect(new Set(shown.slice(0, 3).map((item) => item.garment.groupId ?? item.garment.id)).size).toBe(3);
  });
});

describe('hard limits', () => {
  const shop = [
    ...dresses,
    garment('sold-out-dress', { category: 'dress', colours: ['red'], sizes: [{ size: 'M', stock: 0 }] }),
    garment('unpriced-dress', { category: 'dress', colours: ['red'], yuan: null }),
    garment('large-dress', { category: 'dress', colours: ['green'], sizes: [{ size: 'XL', stock: null }], yuan: 500 }),
  ];

  it('never shows what is sold out, nor a garment without a price under a budget', async () => {
    const { ask } = await openShop(shop);
    const all = ids(await ask({ constraints: { category: 'dress' } }));
    expect(all).not.toContain('sold-out-dress');
    expect(all).toContain('unpriced-dress');
    const budget = ids(await ask({ constraints: { category: 'dress', price: { max: money(1000, 'CNY') } } }));
    expect(budget).not.toContain('unpriced-dress');
  });

  it('keeps exclusions, what is below them included, even where that leaves little', async () => {
    const { ask } = await openShop(shop);
    const outcome = await ask({ constraints: { category: 'dress', exclude: { colours: ['red', 'blue', 'green'] } } });
    expect(ids(outcome)).toEqual([]);
    const noBlue = await ask({ text: 'dress', constraints: { category: 'dress', exclude: { colours: ['blue'] } } });
    expect(ids(noBlue)).not.toContain('navy-dress');
  });

  it('lets soft wishes give way before the budget, and says which', async () => {
    const { ask } = await openShop(shop);
    const outcome = await ask({
      constraints: { category: 'dress', colours: ['red'], sleeve: 'long', price: { max: money(280, 'CNY') } },
    });
    expect(outcome.items.length).toBeGreaterThan(0);
    for (const { garment: one } of outcome.items) expect(one.price?.minorUnits).toBeLessThanOrEqual(28_000);
    expect(outcome.relaxed.map((one) => one.facet)).toEqual(['colours']);
    expect(outcome.relaxed[0]?.message.id).toBe('relax.colours');
    expect(outcome.items.every((item) => item.match !== 'exact')).toBe(true);
  });

  it('says aloud that nothing is within the budget, and shows the nearest price first', async () => {
    const { ask } = await openShop(shop);
    const outcome = await ask({ constraints: { category: 'dress', price: { max: money(50, 'CNY') } } });
    expect(outcome.relaxed).toMatchObject([
      { facet: 'price', asked: { money: money(50, 'CNY') }, given: { money: money(199, 'CNY') } },
    ]);
    expect(ids(outcome)[0]).toBe('blue-dress');
    expect(outcome.items.every((item) => item.match !== 'exact')).toBe(true);
  });

  it('takes a size in stock, however it is spelled, and says when there is none', async () => {
    const { ask } = await openShop(shop);
    expect(ids(await ask({ constraints: { category: 'dress', size: 'x-large' } }))).toEqual(['large-dress']);
    const none = await ask({ constraints: { category: 'skirt', size: 'XXS' } });
    expect(none.relaxed).toMatchObject([{ facet: 'size', asked: 'XXS', given: 'M' }]);
  });

  it('compares a budget in another currency by the configured rate', async () => {
    const { ask } = await openShop(shop);
    const outcome = await ask({ constraints: { category: 'dress', price: { max: money(30, 'USD') } } });
    expect(ids(outcome)).toEqual(['blue-dress']);
  });
});

describe('relaxing', () => {
  it('fills two exact answers up with near ones behind them', async () => {
    const { ask } = await openShop(dresses);
    const outcome = await ask({ constraints: { category: 'dress', colours: ['red'], sleeve: 'long' } });
    expect(outcome.items[0]).toMatchObject({ match: 'exact', garment: { id: 'red-dress' } });
    expect(outcome.items.slice(1).every((item) => item.match === 'close')).toBe(true);
    expect(outcome.relaxed.length).toBe(1);
  });

  it('answers a kind that is not sold with its kindred, a colour kept', async () => {
    const { ask } = await openShop([...dresses, ...jackets]);
    const outcome = await ask({ constraints: { category: 'romper', colours: ['red'] } });
    expect(outcome.relaxed.map((one) => one.facet)).toEqual(['category']);
    expect(ids(outcome)).toContain('red-jumpsuit');
    expect(outcome.items.every((item) => item.match === 'loose')).toBe(true);
  });

  it('keeps the tail short where nothing of the kind is sold at all', async () => {
    const { ask } = await openShop([...dresses, ...jackets]);
    const outcome = await ask({ text: 'umbrella', constraints: { category: 'umbrella' } });
    expect(outcome.items.length).toBeLessThanOrEqual(3);
    expect(outcome.relaxed.map((one) => one.facet)).toEqual(['category']);
  });

  it('calls a match without one of the shopper’s own words close, never exact', async () => {
    const { ask } = await openShop(dresses);
    const outcome = await ask({ text: 'panda dress', keywords: ['panda'], constraints: { category: 'dress' } });
    expect(outcome.items.every((item) => item.match === 'close')).toBe(true);
  });

  it('gives the same answer in both languages for the same wishes', async () => {
    const { ask } = await openShop([...dresses, ...jackets]);
    const constraints = { category: 'dress', colours: ['red'], sleeve: 'long' };
    const [zh, en] = await Promise.all([ask({ locale: 'zh-CN', constraints }), ask({ locale: 'en', constraints })]);
    expect(ids(zh)).toEqual(ids(en));
    expect(zh.relaxed).toEqual(en.relaxed);
  });
});

describe('photo, likeness and history', () => {
  it('ranks by the photo and holds to the changed facet', async () => {
    const { ask } = await openShop([...dresses, ...jackets]);
    const photo = { embedding: wordVector(['blue', 'dress', 'blue', 'dress']) };
    const same = await ask({ photo });
    expect(ids(same)[0]).toBe('blue-dress');
    const changed = await ask({ photo, constraints: { colours: ['red'] }, text: 'red' });
    expect(changed.items[0]?.garment.colours[0]).toMatch(/red|burgundy/);
    expect(['red-dress', 'burgundy-dress']).toContain(ids(changed)[0]);
  });

  it('puts what keeps the changed colour before what is only likelier', async () => {
    const { ask } = await openShop([
      garment('anchor', { category: 'shirt', colours: ['white'], title: { 'zh-CN': '亚麻', en: 'linen white shirt' } }),
      garment('green', { category: 'shirt', colours: ['green'], title: { 'zh-CN': '亚麻', en: 'linen white shirt' } }),
      garment('navy', { category: 'shirt', colours: ['navy'], title: { 'zh-CN': '格子', en: 'plaid navy coat' } }),
      garment('other-navy', {
        category: 'shirt',
        colours: ['navy'],
        title: { 'zh-CN': '亚麻', en: 'linen navy shirt' },
      }),
      garment('blue', { category: 'shirt', colours: ['blue'], title: { 'zh-CN': '亚麻', en: 'linen white shirt' } }),
    ]);
    const outcome = await ask({ similarTo: 'anchor', constraints: { category: 'shirt', colours: ['navy'] } });
    expect(new Set(ids(outcome).slice(0, 2))).toEqual(new Set(['navy', 'other-navy']));
    expect(ids(outcome)).toContain('blue');
  });

  it('resembles a garment without showing it or its colour variants', async () => {
    const twin = garment('red-dress-twin', { category: 'dress', colours: ['red'], groupId: 'g' });
    const anchor = garment('red-dress-anchor', { category: 'dress', colours: ['red'], groupId: 'g' });
    const { ask } = await openShop([...dresses, ...jackets, twin, anchor]);
    const shown = ids(await ask({ similarTo: 'red-dress-anchor' }));
    expect(shown[0]).toBe('red-dress');
    expect(shown).not.toContain('red-dress-anchor');
    expect(shown).not.toContain('red-dress-twin');
  });

  it('leans towards what was liked, and leaves out what is not to be shown', async () => {
    const { ask } = await openShop([...dresses, ...jackets]);
    const liked = await ask({ liked: ['bomber'], without: ['bomber'] });
    expect(ids(liked)).not.toContain('bomber');
    expect(liked.items.length).toBeGreaterThan(0);
  });

  it('ignores a remembered photo of another model and says so', async () => {
    const { ask } = await openShop(dresses);
    const outcome = await ask({ text: 'dress', photo: { embedding: unit(new Float32Array(512).fill(1)) } });
    expect(outcome.degraded).toContain('photo');
    expect(outcome.items.length).toBeGreaterThan(0);
  });
});

describe('order', () => {
  it('puts the cheapest of all matching first, garments without a price last', async () => {
    const { ask } = await openShop([...dresses, garment('gift', { category: 'dress', yuan: null })]);
    const shown = await ask({ constraints: { category: 'dress' }, sort: 'price-ascending' });
    expect(ids(shown)).toEqual(['blue-dress', 'navy-dress', 'red-dress', 'burgundy-dress', 'gift']);
    const dear = await ask({ constraints: { category: 'dress' }, sort: 'price-descending', limit: 2 });
    expect(ids(dear)).toEqual(['burgundy-dress', 'red-dress']);
  });

  it('puts the cheapest that was asked for before cheaper ones that were not', async () => {
    const { ask } = await openShop(dresses);
    const shown = await ask({ constraints: { category: 'dress', colours: ['burgundy'] }, sort: 'price-ascending' });
    expect(ids(shown)[0]).toBe('burgundy-dress');
    expect(shown.items.length).toBeGreaterThan(1);
  });

  it('finds the cheapest also among thousands', async () => {
    const many = Array.from({ length: 4000 }, (_, at) =>
      garment(`tee-${at}`, { category: 'tshirt', yuan: 50 + ((at * 7919) % 4000) }),
    );
    const { ask } = await openShop(many);
    const shown = await ask({ constraints: { category: 'tshirt' }, sort: 'price-ascending', limit: 3 });
    expect(shown.items.map((item) => item.garment.price?.minorUnits)).toEqual([5000, 5100, 5200]);
  });

  it('walks through the kinds of the shop where nothing is asked', async () => {
    const { ask } = await openShop([...dresses, ...jackets]);
    const shown = await ask({ limit: 4 });
    expect(new Set(shown.items.map((item) => item.garment.category)).size).toBe(4);
  });
});

describe('degrading, rung by rung', () => {
  const attend: Attend = async (_query, candidates) => ({
    scores: Float32Array.from(candidates, (_, at) => at),
    weights: { text: 0.75, image: 0, history: 0 },
    modalityScores: new Float32Array(candidates.length * 3),
  });
  const failing = async (): Promise<never> => {
    throw new Error('out of order');
  };

  it('runs the attention ranker and states its weights, which sum to one', async () => {
    const { ask } = await openShop(dresses, { encoder: new WordEncoder(attend) });
    const outcome = await ask({ text: 'red dress', constraints: { category: 'dress' } });
    expect(outcome.attention).toEqual({ text: 1, image: 0, history: 0 });
    expect(outcome.degraded).toEqual([]);
    expect(outcome.items.map((item) => item.scores.attention)).toContain(1);
  });

  it('falls back to fusion where the ranker fails', async () => {
    const failures: string[] = [];
    const { ask } = await openShop(dresses, {
      encoder: new WordEncoder(failing),
      onFailure: (what) => failures.push(what),
    });
    const outcome = await ask({ text: 'red dress', constraints: { category: 'dress' } });
    expect(outcome).toMatchObject({ attention: null, degraded: ['attention'] });
    expect(ids(outcome)[0]).toBe('red-dress');
    expect(failures).toEqual(['attention']);
  });

  it('falls back to words where vectors fail', async () => {
    const { garments } = await openShop(dresses);
    const encoder = new WordEncoder();
    encoder.encodeTexts = failing;
    const { vectors } = await openShop(dresses);
    const { ask } = await openShop(dresses, {
      encoder,
      garments,
      vectors: Object.assign(vectors, { search: failing }),
    });
    const outcome = await ask({ text: 'burgundy dress', constraints: { category: 'dress' } });
    expect(outcome.degraded).toContain('vector');
    expect(ids(outcome)[0]).toBe('burgundy-dress');
  });

  it('still keeps the limits where words fail too', async () => {
    const { garments, vectors } = await openShop(dresses);
    garments.lexicalSearch = failing;
    const { ask } = await openShop(dresses, { garments, vectors: Object.assign(vectors, { search: failing }) });
    const outcome = await ask({ text: 'dress', constraints: { category: 'dress', price: { max: money(260, 'CNY') } } });
    expect(outcome.degraded).toEqual(expect.arrayContaining(['vector', 'lexical']));
    expect(new Set(ids(outcome))).toEqual(new Set(['blue-dress', 'navy-dress']));
  });

  it('shows what is there where the filters fail, and an empty answer where the catalogue does', async () => {
    const { garments } = await openShop(dresses);
    garments.matching = failing;
    const popular = await (await openShop(dresses, { garments })).ask({
      text: 'dress',
      constraints: { price: { max: money(100, 'CNY') } },
    });
    expect(ids(popular)).toEqual(['red-skirt']);
    expect(popular.degraded).toEqual(['attention', 'vector', 'lexical']);
    garments.list = failing;
    const apology = await (await openShop(dresses, { garments })).ask({ text: 'dress' });
    expect(apology).toMatchObject({ items: [], degraded: expect.arrayContaining(['catalogue']) });
  });
});
