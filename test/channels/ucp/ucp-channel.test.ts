import { afterEach, describe, expect, it } from 'vitest';
import { createUcp, ucp } from '../../../src/channels/ucp/ucp-channel.js';
import { type Edge, type EdgeOptions, startEdge } from '../../support/edge-harness.js';
import { sampleGarment } from '../../support/sample-garments.js';
import { samplePhoto } from '../../support/sample-photo.js';
import { PLATFORM, platformNetwork } from '../../support/ucp-platform.js';

let edge: Edge | undefined;
afterEach(async () => edge?.close());

const yuan = (minorUnits: number) => ({ minorUnits, currency: 'CNY' });
const GARMENTS = [
  sampleGarment({
    id: 'd1',
    title: { 'zh-CN': '红色连衣裙', en: 'Red dress' },
    category: 'dress',
    colours: ['red'],
    brand: 'Atelier Wu',
    price: yuan(19_900),
    listPrice: yuan(25_900),
    sizes: [
      { size: 'S', stock: 0 },
      { size: 'M', stock: 2, sku: 'D1-M' },
      { size: 'L', stock: null, price: yuan(21_900) },
    ],
  }),
  sampleGarment({ id: 'd2', category: 'dress', colours: ['blue'], brand: 'Kite', price: yuan(30_000), sizes: [] }),
  sampleGarment({ id: 's1', category: 'shirt', colours: ['white'], brand: 'Kite', price: yuan(15_900), sizes: [] }),
  sampleGarment({ id: 'free', category: 'dress', colours: ['red'], price: null, sizes: [] }),
];

interface Product {
  readonly id: string;
  readonly title: string;
  readonly price_range: { min: { amount: number; currency: string }; max: { amount: number } };
  readonly variants: {
    id: string;
    title: string;
    availability: { available: boolean; status: string };
    price: object;
    inputs?: object[];
  }[];
  readonly options: { name: string; values: { label: string; available: boolean }[] }[];
  readonly selected?: object[];
  readonly metadata: Record<string, unknown>;
}
interface Answered {
  readonly ucp: { version: string; status?: string; capabilities: Record<string, object[]> };
  readonly products: Product[];
  readonly product?: Product;
  readonly pagination?: { has_next_page: boolean; cursor?: string };
  readonly messages?: { type: string; code: string; content: string }[];
}

/** The shop that the platform of these tests knows. */
const SHOP = { publicUrl: 'https://www.shop.example' };

async function shop(options: EdgeOptions = {}) {
  edge = await startEdge({
    garments: GARMENTS,
    channels: (deps) => [createUcp(deps)],
    fetch: platformNetwork().fetch,
    site: SHOP,
    ...options,
  });
  const { url } = edge;
  const post = (path: string, body: unknown, language = 'en') =>
    fetch(`${url}/ucp/catalog/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        'UCP-Agent': `profile="${PLATFORM}"`,
      },
      body: JSON.stringify(body),
    });
  const ask = async (path: string, body: unknown, language?: string): Promise<Answered> => {
    const response = await post(path, body, language);
    expect(response.status).toBe(200);
    return (await response.json()) as Answered;
  };
  return { url, post, ask };
}

describe('the profile of the Universal Commerce Protocol', () => {
  it('says where the calls are, which there are, and who stands for the extension', async () => {
    const { url } = await shop({ site: {} });
    const profile = (await (await fetch(`${url}/.well-known/ucp`)).json()) as {
      ucp: {
        services: Record<string, { transport: string; endpoint: string }[]>;
        capabilities: Record<string, { extends?: string; schema: string; spec: string }[]>;
      };
    };
    expect(profile.ucp.services['dev.ucp.shopping']?.map(({ transport, endpoint }) => [transport, endpoint])).toEqual([
      ['rest', `${url}/ucp`],
      ['mcp', `${url}/ucp/mcp`],
    ]);
    expect(Object.keys(profile.ucp.capabilities)).toEqual([
      'dev.ucp.shopping.catalog.search',
      'dev.ucp.shopping.catalog.lookup',
      'localhost.shopping.visual_search',
    ]);
    const [visual] = profile.ucp.capabilities['localhost.shopping.visual_search'] ?? [];
    expect(visual?.extends).toBe('dev.ucp.shopping.catalog.search');
    expect(await (await fetch(visual?.schema ?? '')).json()).toMatchObject({
      name: 'localhost.shopping.visual_search',
    });
    expect(await (await fetch(visual?.spec ?? '')).text()).toContain('visual.image');
  });

  it('names the extension under the shop’s own domain', async () => {
    const { url } = await shop();
    const profile = await (await fetch(`${url}/.well-known/ucp`)).text();
    expect(profile).toContain('example.shop.www.shopping.visual_search');
    expect(profile).toContain('https://www.shop.example/ucp');
  });

  it('is off unless it is asked for', () => {
    const off = ucp.read({});
    const on = ucp.read({ YIDA_UCP: '1' });
    expect(off.kind === 'ready' && off.create({} as never)).toBe(undefined);
    expect(on.kind === 'ready' && on.create({} as never)?.name).toBe('ucp');
    expect(ucp.read({ YIDA_UCP: 'yes' })).toMatchObject({ kind: 'faulty' });
  });
});

describe('search_catalog', () => {
  it('finds products with a price each, in the language asked for', async () => {
    const { ask } = await shop();
    const english = await ask('search', { query: 'red dress' });
    expect(english.ucp).toMatchObject({ version: '2026-08-25' });
    expect(Object.keys(english.ucp.capabilities)).toEqual([
      'dev.ucp.shopping.catalog.search',
      'example.shop.www.shopping.visual_search',
    ]);
    // A garment without a price is no product here.
    expect(english.products.map(({ id }) => id)).toEqual(['d1', 'd2', 's1']);
    expect(english.products[0]).toMatchObject({
      title: 'Red dress',
      price_range: { min: { amount: 19_900, currency: 'CNY' }, max: { amount: 21_900 } },
    });
    const chinese = await ask('search', { query: '红色连衣裙', context: { language: 'zh' } });
    expect(chinese.products[0]?.title).toBe('红色连衣裙');
    expect(edge?.searches.map(({ text }) => text)).toEqual(['red dress', '红色连衣裙']);
  });

  it('answers in the language of the words where the platform names none', async () => {
    const { ask } = await shop({ understoodIn: 'en' });
    const found = await ask('search', { query: 'red dress' }, '*');
    expect(found.products[0]?.title).toBe('Red dress');
    const stated = await ask('search', { query: 'red dress', context: { language: 'zh-CN' } }, '*');
    expect(stated.products[0]?.title).toBe('红色连衣裙');
  });

  it('says which sizes can be bought, those first', async () => {
    const { ask } = await shop();
    const { products } = await ask('search', { query: 'dress' });
    expect(products[0]?.variants.map(({ id, availability }) => [id, availability.status])).toEqual([
      ['d1::M', 'low_stock'],
      ['d1::L', 'in_stock'],
      ['d1::S', 'out_of_stock'],
    ]);
    expect(products[0]?.variants[0]).toMatchObject({ sku: 'D1-M', list_price: { amount: 25_900, currency: 'CNY' } });
    expect(products[1]?.variants).toHaveLength(1);
  });

  it('keeps every filter: nothing near is passed off as an answer', async () => {
    const { ask } = await shop();
    const dresses = await ask('search', { filters: { categories: ['dress'], price: { max: 20_000 } } });
    expect(edge?.searches[0]?.constraints).toMatchObject({ category: ['dress'], price: { max: yuan(20_000) } });
    expect(dresses.products.every(({ id }) => id.startsWith('d'))).toBe(true);
    const named = await ask('search', { query: 'x', filters: { categories: ['连衣裙'], brand: ['kite'] } });
    expect(named.products.map(({ id }) => id)).toEqual(['d2']);
    const sold = await ask('search', { query: 'x', filters: { availability: ['out_of_stock'] } });
    expect(sold.products).toEqual([]);
  });

  it('says so of a category that it does not know', async () => {
    const { ask } = await shop();
    const none = await ask('search', { query: 'x', filters: { categories: ['garden gnomes'] } });
    expect([none.products, none.messages?.[0]?.type, none.messages?.[0]?.content]).toEqual([
      [],
      'error',
      'garden gnomes',
    ]);
    const some = await ask('search', { query: 'x', filters: { categories: ['shirt', 'garden gnomes'] } });
    expect([some.products.map(({ id }) => id), some.messages?.[0]?.type]).toEqual([['s1'], 'warning']);
  });

  it('pages, each product once', async () => {
    const { ask } = await shop();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Answered = await ask('search', { query: 'x', pagination: { limit: 2, cursor } });
      seen.push(...page.products.map(({ id }) => id));
      cursor = page.pagination?.cursor;
      expect(page.pagination?.has_next_page).toBe(cursor !== undefined);
    } while (cursor !== undefined);
    expect(seen).toEqual(['d1', 'd2', 's1']);
  });

  it('gives pages of one list, however long each is', async () => {
    const { ask } = await shop();
    await ask('search', { query: 'x', pagination: { limit: 1 } });
    await ask('search', { query: 'x', pagination: { limit: 2, cursor: Buffer.from('1').toString('base64url') } });
    const [first, second] = edge?.searches ?? [];
    expect(first?.limit).toBe(second?.limit);
  });

  it('finds nothing between a lowest price and a highest that is lower, and says so', async () => {
    const { ask } = await shop();
    const answer = await ask('search', { query: 'dress', filters: { price: { min: 50_000, max: 100 } } });
    expect(answer.products).toEqual([]);
    expect(answer.messages).toMatchObject([{ type: 'error', code: 'invalid_price_range', content: '50000 > 100' }]);
  });

  it('searches by a picture, and by a picture that words change', async () => {
    const { ask } = await shop();
    const image = `data:image/jpeg;base64,${Buffer.from(await samplePhoto()).toString('base64')}`;
    const found = await ask('search', { visual: { image }, query: 'in navy' });
    expect(edge?.searches[0]).toMatchObject({ text: 'in navy', photo: expect.anything() });
    expect(Object.keys(found.ucp.capabilities)).toContain('example.shop.www.shopping.visual_search');
    expect(found.products[0]?.metadata.match).toBe('exact');
  });

  it('answers a picture it cannot read with a message', async () => {
    const { ask } = await shop();
    const answer = await ask('search', { visual: { image: 'bm90IGEgcGljdHVyZQ==' } });
    expect([answer.ucp.status, answer.products, answer.messages?.[0]?.type]).toEqual(['error', [], 'error']);
  });

  it('finds what stands in for a product, and what goes with it', async () => {
    const { ask } = await shop();
    const swap = await ask('search', { purpose: 'swap', reference_ids: ['d1::M'] });
    expect(swap.products.map(({ id }) => id)).not.toContain('d1');
    expect(edge?.searches[0]?.similarTo).toBe('d1');
    const beside = await ask('search', { purpose: 'recommendation', reference_ids: ['d1'] });
    expect(beside.products.map(({ id }) => id)).toEqual(['d2', 's1']);
    const gone = await ask('search', { purpose: 'swap', reference_ids: ['nothing'] });
    expect(gone.messages?.[0]?.code).toBe('not_found');
  });

  it('names its own fields where there is nothing to search for', async () => {
    const { post } = await shop();
    expect(((await (await post('search', {})).json()) as { detail: string }).detail).toContain(
      'query, visual, filters',
    );
  });

  it.each([
    [{}],
    [{ query: 5 }],
    [{ query: 'x', purpose: 'astonish', reference_ids: ['d1'] }],
    [{ purpose: 'swap' }],
    [{ query: 'x', pagination: { cursor: 'nonsense!' } }],
    [{ query: 'x', filters: { price: { max: -1 } } }],
  ])('refuses %j', async (body) => {
    const { post } = await shop();
    expect((await post('search', body)).status).toBe(400);
  });
});

describe('lookup_catalog', () => {
  it('gives each product once, with which ids led to which variant', async () => {
    const { ask } = await shop();
    const { products, messages } = await ask('lookup', { ids: ['d1', 'd1::L', 'd1', 'nothing', 'free', 's1'] });
    expect(products.map(({ id }) => id)).toEqual(['d1', 's1']);
    expect(products[0]?.variants.map(({ id, inputs }) => [id, inputs])).toEqual([
      ['d1::M', [{ id: 'd1', match: 'featured' }]],
      ['d1::L', [{ id: 'd1::L', match: 'exact' }]],
    ]);
    expect(messages?.map(({ code, content }) => [code, content])).toEqual([
      ['not_found', 'nothing'],
      ['not_found', 'free'],
    ]);
  });

  it('refuses more ids than it looks up at once', async () => {
    const { post } = await shop();
    const response = await post('lookup', { ids: Array.from({ length: 51 }, (_, index) => `g${index}`) });
    expect(response.status).toBe(400);
    expect(((await response.json()) as Answered).messages?.[0]?.code).toBe('request_too_large');
  });
});

describe('get_product', () => {
  it('gives the product in full, its size selected', async () => {
    const { ask } = await shop();
    const { product } = await ask('product', { id: 'd1' });
    expect(product?.selected).toEqual([{ name: 'Size', label: 'M' }]);
    expect(product?.options[0]?.values.map(({ label, available }) => [label, available])).toEqual([
      ['S', false],
      ['M', true],
      ['L', true],
    ]);
  });

  it('narrows to the variant that is named or selected, and lets go of what does not exist', async () => {
    const { ask } = await shop();
    const ids = async (body: object) => (await ask('product', body)).product?.variants.map(({ id }) => id);
    expect(await ids({ id: 'd1::L' })).toEqual(['d1::L']);
    expect(await ids({ id: 'd1', selected: [{ name: 'Size', label: 'S' }] })).toEqual(['d1::S']);
    expect(await ids({ id: 'd1', selected: [{ name: 'Size', label: 'XXL' }] })).toEqual(['d1::M', 'd1::L', 'd1::S']);
  });

  it('says that there is no such product, as an outcome', async () => {
    const { ask } = await shop();
    for (const id of ['nothing', 'd1::XXL', 'free']) {
      const answer = await ask('product', { id }, 'zh-CN');
      expect([answer.ucp.status, answer.product, answer.messages?.[0]?.code]).toEqual([
        'error',
        undefined,
        'not_found',
      ]);
    }
  });
});
