import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Garment } from '../../src/domain/garment.js';
import { money } from '../../src/domain/money.js';
import { createOutfitComposer } from '../../src/styling/compose-outfits.js';
import type { ComposeOutfits } from '../../src/styling/outfit-composer.js';
import {
  garmentOf,
  type InMemoryCatalogue,
  inMemoryCatalogue,
  projectVocabulary,
} from '../support/in-memory-catalogue.js';

const vocabulary = projectVocabulary();
const rates = { base: 'CNY', perUnit: { USD: 7 } };
const AUTUMN = new Date('2026-10-10T00:00:00Z');

function piece(id: string, category: string, colour: string, price: number, more: Partial<Garment> = {}): Garment {
  return garmentOf({
    id,
    category,
    colours: [colour],
    pattern: 'solid',
    seasons: ['all_season'],
    audience: 'women',
    price: money(price, 'CNY'),
    sizes: [{ size: 'M', stock: 3 }],
    title: { 'zh-CN': `${id}款`, en: `The ${id}` },
    ...more,
  });
}

const boutique: Garment[] = [
  piece('blazer', 'blazer', 'navy', 600, { occasions: ['work'] }),
  piece('shirt', 'shirt', 'white', 200, { occasions: ['work'] }),
  piece('loud-shirt', 'shirt', 'lime', 90, { pattern: 'leopard' }),
  piece('trousers', 'dress_trousers', 'beige', 300, { occasions: ['work'] }),
  piece('shorts', 'shorts', 'magenta', 80, { seasons: ['summer'] }),
  piece('loafers', 'loafers', 'black', 350, { occasions: ['work'], sizes: [{ size: '38', stock: 1 }] }),
  piece('flip-flops', 'flip_flops', 'orange', 30, { seasons: ['summer'] }),
  piece('tote', 'tote', 'camel', 250),
  piece('sold-out-tote', 'tote', 'black', 1, { sizes: [{ size: '均码', stock: 0 }] }),
  piece('dress', 'dress', 'dark_green', 420, { seasons: ['spring', 'summer'] }),
  piece('mens-shirt', 'shirt', 'white', 10, { audience: 'men' }),
  piece('unpriced', 'sneakers', 'white', 1, { price: null }),
  piece('perfume', 'fragrance', 'pink', 500),
];

describe('composing outfits', () => {
  let catalogue: InMemoryCatalogue;
  let compose: ComposeOutfits;
  beforeAll(async () => {
    catalogue = await inMemoryCatalogue(boutique);
    compose = createOutfitComposer({ garments: catalogue.store, vocabulary, rates, clock: () => AUTUMN });
  });
  afterAll(() => catalogue.close());

  const ids = (outfit: { garments: readonly Garment[] } | undefined) => outfit?.garments.map(({ id }) => id) ?? [];

  it('completes a blazer with the calm pieces, the anchor first, and adds the prices up', async () => {
    const { outfits, relaxed } = await compose({ garmentId: 'blazer', limit: 1 });
    expect(ids(outfits[0])).toEqual(['blazer', 'shirt', 'trousers', 'loafers']);
    expect(outfits[0]?.total).toEqual(money(1450, 'CNY'));
    expect(relaxed).toEqual([]);
  });

  it('dresses for an occasion alone', async () => {
    const { outfits } = await compose({ occasion: 'work', audience: 'women', limit: 1 });
    expect(ids(outfits[0])).toEqual(expect.arrayContaining(['shirt', 'trousers', 'loafers']));
  });

  it('never proposes what is sold out, unpriced, for others or for another season', async () => {
    const { outfits } = await compose({ occasion: 'daily', audience: 'women', limit: 3 });
    const proposed = new Set(outfits.flatMap((outfit) => ids(outfit)));
    for (const id of ['sold-out-tote', 'unpriced', 'mens-shirt', 'shorts', 'flip-flops', 'dress']) {
      expect(proposed).not.toContain(id);
    }
  });

  it('keeps the total within the budget where anything does', async () => {
    const { outfits, relaxed } = await compose({ garmentId: 'shirt', budget: money(900, 'CNY'), limit: 3 });
    expect(outfits.length).toBeGreaterThan(0);
    for (const { total } of outfits) expect(total.minorUnits).toBeLessThanOrEqual(90_000);
    expect(relaxed).toEqual([]);
  });

  it('says aloud that a budget had to give, and gives as little as it can', async () => {
    const { outfits, relaxed } = await compose({ garmentId: 'blazer', budget: money(100, 'CNY'), limit: 1 });
    expect(outfits).toHaveLength(1);
    expect(relaxed.map(({ facet }) => facet)).toContain('price');
    expect(relaxed.find(({ facet }) => facet === 'price')?.given).toEqual({ kind: 'money', money: outfits[0]?.total });
  });

  it('reads a budget in another currency by the configured rate, and asks where there is none', async () => {
    const dollars = await compose({ garmentId: 'shirt', budget: money(130, 'USD'), limit: 1 });
    expect(dollars.outfits[0]?.total.minorUnits).toBeLessThanOrEqual(91_000);
    const yen = await compose({ garmentId: 'shirt', budget: money(130, 'JPY'), limit: 1 });
    expect(yen.outfits).toEqual([]);
    expect(yen.relaxed.map(({ message }) => message.id)).toEqual(['style.relaxed.no-rate']);
  });

  it('answers a perfume, a garment that is gone and an empty request each with its reason', async () => {
    expect((await compose({ garmentId: 'perfume', limit: 3 })).emptyBecause).toBe('not-wearable');
    expect((await compose({ garmentId: 'nowhere', limit: 3 })).emptyBecause).toBe('no-anchor');
    expect((await compose({ limit: 3 })).emptyBecause).toBe('no-anchor');
  });

  it('dresses a summer garment for summer whatever the month', async () => {
    const { outfits } = await compose({ garmentId: 'shorts', limit: 1 });
    expect(ids(outfits[0])).toContain('shorts');
    expect(ids(outfits[0])).not.toContain('blazer');
  });

  it('dresses round a sold-out anchor without selling it, and says so', async () => {
    const { outfits, relaxed } = await compose({ garmentId: 'sold-out-tote', limit: 1 });
    expect(ids(outfits[0])).not.toContain('sold-out-tote');
    expect(ids(outfits[0]).length).toBeGreaterThanOrEqual(2);
    expect(relaxed.map(({ message }) => message.id)).toEqual(['style.aside.sold-out']);
  });

  it('dresses round a photo of an own garment, which is neither listed nor priced', async () => {
    const tags = {
      garment: true,
      confidence: 0.97,
      tags: { category: { id: 'trousers', confidence: 0.9 }, colours: [{ id: 'beige', confidence: 0.8 }] },
    };
    const photo = { embedding: new Float32Array(catalogue.encoder.dim).fill(0.01), tags };
    const { outfits } = await compose({ photo, audience: 'women', limit: 1 });
    expect(ids(outfits[0])).not.toContain('trousers');
    expect(ids(outfits[0])).toEqual(expect.arrayContaining(['shirt', 'loafers']));
    const sum = outfits[0]?.garments.reduce((total, { price }) => total + (price?.minorUnits ?? 0), 0);
    expect(outfits[0]?.total.minorUnits).toBe(sum);
  });

  it('does not price what the shopper owns', async () => {
    const { outfits } = await compose({ garmentId: 'blazer', owned: ['trousers'], limit: 1 });
    expect(ids(outfits[0])).toContain('trousers');
    expect(outfits[0]?.total).toEqual(money(1150, 'CNY'));
  });

  it('swaps one piece and keeps the rest', async () => {
    const request = {
      garmentId: 'shirt',
      keep: ['trousers', 'loafers'],
      without: ['tote'],
      slots: ['outer'],
      limit: 1,
    };
    const { outfits } = await compose(request);
    expect(ids(outfits[0])).toEqual(['shirt', 'trousers', 'loafers', 'blazer']);
  });

  it('takes a size where it can be compared, and any size where it cannot', async () => {
    const { outfits } = await compose({ garmentId: 'blazer', size: 'M', limit: 1 });
    expect(ids(outfits[0])).toContain('loafers');
    const large = await compose({ occasion: 'work', audience: 'women', size: 'L', limit: 1 });
    expect(ids(large.outfits[0])).not.toContain('shirt');
  });

  it('goes by the day where nobody has heard of the occasion, and says so', async () => {
    const { outfits, relaxed } = await compose({ garmentId: 'blazer', occasion: 'moon landing', limit: 1 });
    expect(outfits).toHaveLength(1);
    expect(relaxed.map(({ message }) => message.id)).toEqual(['style.relaxed.unknown-occasion']);
  });

  it('has a top under a suit, and says what is missing where the shop has none', async () => {
    const suit = piece('suit', 'suit', 'navy', 900, { occasions: ['work'] });
    const [shirt, loafers] = ['shirt', 'loafers'].map((id) => boutique.find((garment) => garment.id === id));
    if (!shirt || !loafers) throw new Error('the boutique has both');
    const dressed = await inMemoryCatalogue([suit, shirt, loafers]);
    const bare = await inMemoryCatalogue([suit, loafers]);
    const asked = { occasion: 'work', audience: 'women', limit: 3 } as const;
    const composer = (store: InMemoryCatalogue) =>
      createOutfitComposer({ garments: store.store, vocabulary, rates, clock: () => AUTUMN });
    for (const request of [asked, { garmentId: 'suit', limit: 3 }]) {
      const whole = await composer(dressed)(request);
      expect(whole.outfits.map((outfit) => ids(outfit).sort())).toEqual([['loafers', 'shirt', 'suit']]);
      expect(whole.relaxed).toEqual([]);
      const half = await composer(bare)(request);
      expect(half.relaxed.map(({ message }) => message.id)).toContain('style.relaxed.incomplete');
    }
    dressed.close();
    bare.close();
  });

  it('rather gives up the budget, and says so, than leaves the legs bare', async () => {
    const { outfits, relaxed } = await compose({ garmentId: 'shirt', budget: money(560, 'CNY'), limit: 1 });
    expect(ids(outfits[0])).toEqual(expect.arrayContaining(['shirt', 'trousers', 'loafers']));
    expect(relaxed.map(({ facet }) => facet)).toContain('price');
  });

  it('keeps feet dry and takes something against the rain', async () => {
    const wet = [
      piece('tee', 'tshirt', 'white', 90),
      piece('jeans', 'jeans', 'blue', 200),
      piece('sandals', 'sandals', 'tan', 100),
      piece('trainers', 'sneakers', 'white', 300, { material: 'leather' }),
      piece('canvas', 'sneakers', 'white', 50, { material: 'canvas' }),
      piece('denim', 'denim_jacket', 'blue', 300),
      piece('mac', 'raincoat', 'navy', 300),
    ];
    const shop = await inMemoryCatalogue(wet);
    const raining = createOutfitComposer({ garments: shop.store, vocabulary, rates, clock: () => AUTUMN });
    const { outfits } = await raining({ occasion: 'daily', audience: 'women', rain: true, limit: 1 });
    expect(ids(outfits[0]).sort()).toEqual(['jeans', 'mac', 'tee', 'trainers']);
    await shop.close();
  });

  it('gives the colours and the purpose as the line of why', async () => {
    const { outfits } = await compose({ garmentId: 'blazer', occasion: 'work', limit: 1 });
    const [line] = outfits[0]?.reasons ?? [];
    expect(line).toMatchObject({ facet: 'harmony', id: 'neutral-contrast', message: { id: 'style.line' } });
    expect(line?.message.values?.second).toMatchObject({ kind: 'message', message: { id: 'style.for.work' } });
  });
});
