import { describe, expect, it } from 'vitest';
import { createCounter } from '../../src/assistant/counter.js';
import type { Search, SearchQuery } from '../../src/assistant/search.js';
import type { Item, Relaxation } from '../../src/domain/reply.js';
import { garmentOf } from '../support/in-memory-catalogue.js';
import { vocabulary } from '../support/search-shop.js';
import { smallShopScope } from '../support/small-shop.js';

const relaxation: Relaxation = {
  facet: 'colours',
  asked: 'beige',
  given: 'camel',
  message: { id: 'relax.colours', values: { asked: 'beige', given: 'camel' } },
};
const item = (id: string, match: Item['match']): Item => ({
  garment: garmentOf({ id }),
  score: 1,
  match,
  scores: {},
  reasons: [],
});

async function counterOf(search: Search) {
  const scope = await smallShopScope();
  const counter = createCounter({
    search,
    composeOutfits: scope.composeOutfits,
    garments: {
      currency: async () => 'CNY',
      brands: async () => [],
      get: async (id: string) => garmentOf({ id, audience: 'women' }),
    } as never,
    understand: scope.understand,
    encoder: scope.encoder as never,
    decodePhoto: scope.decodePhoto,
    vocabulary,
  });
  return counter;
}

async function found(items: readonly Item[]) {
  const counter = await counterOf(async () => ({ items, attention: null, relaxed: [relaxation], degraded: [] }));
  return counter.search({ text: 'a beige trench', limit: 3, fallback: 'en' });
}

describe('a search of a program', () => {
  it('says of the rest of the list what gave way where its head has all that was asked', async () => {
    const { relaxed } = await found([item('a', 'exact'), item('b', 'close')]);
    expect(relaxed.map(({ message }) => message.id)).toEqual(['rest.colours']);
  });

  it('says of the whole list what gave way where nothing has all', async () => {
    const { relaxed } = await found([item('b', 'close')]);
    expect(relaxed.map(({ message }) => message.id)).toEqual(['relax.colours']);
  });
});

describe('what is like a garment', () => {
  it("is never a child's where the garment is a grown-up's", async () => {
    const asked: SearchQuery[] = [];
    const counter = await counterOf(async (query) => {
      asked.push(query);
      return { items: [], attention: null, relaxed: [], degraded: [] };
    });
    await counter.similar('d1', 3, 'en');
    expect(asked[0]?.constraints.exclude?.audience).toEqual(['kids', 'girls', 'boys', 'baby']);
  });
});
