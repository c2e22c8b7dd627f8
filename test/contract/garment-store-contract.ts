import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GarmentRecord, GarmentStore, GarmentWriter } from '../../src/catalog/garment-store.js';
import { acceptedIds, forbiddenIds } from '../../src/catalog/generous-kinds.js';
import { garmentIds } from '../../src/catalog/index-terms.js';
import { type Constraints, statedIds } from '../../src/domain/constraints.js';
import { ANY_OF_FACETS, FACETS } from '../../src/domain/facet.js';
import type { Garment } from '../../src/domain/garment.js';
import { convert, type ExchangeRates } from '../../src/domain/money.js';
import { sizeMatches } from '../../src/domain/size-match.js';
import { garmentOf, projectVocabulary, simpleSplit } from '../support/in-memory-catalogue.js';

export interface GarmentStoreUnderTest {
  readonly store: GarmentStore & GarmentWriter;
  /** A second view of the same catalogue, as another process has it, with vectors of `modelId` expected. */
  reopen(modelId?: string): GarmentStore & GarmentWriter;
  close(): Promise<void>;
}

const RATES: ExchangeRates = { base: 'CNY', perUnit: { USD: 7 } };
const cny = (yuan: number) => ({ minorUnits: yuan * 100, currency: 'CNY' });
const usd = (dollars: number) => ({ minorUnits: dollars * 100, currency: 'USD' });

/** What every GarmentStore promises; the words are split by `simpleSplit`, the model is `model-a`. */
export function garmentStoreContract(name: string, open: () => Promise<GarmentStoreUnderTest>): void {
  describe(`the garment store ${name}`, () => {
    let tested: GarmentStoreUnderTest;
    let store: GarmentStore & GarmentWriter;
    beforeEach(async () => {
      tested = await open();
      store = tested.store;
    });
    afterEach(() => tested.close());

    const recordOf = (garment: Garment, part: Partial<GarmentRecord> = {}): GarmentRecord => ({
      garment,
      encoding: { embedding: vectorOf(garment.id), tokens: tokensOf(garment.id) },
      contentHash: garment.title.en,
      ...part,
    });
    const importAll = async (garments: readonly Garment[], removeOthers = true) => {
      const stage = await store.beginImport({ modelId: 'model-a', source: 'feed' });
      await stage.add(garments.map((garment) => recordOf(garment)));
      return stage.publish({ removeOthers });
    };
    const idsMatching = async (constraints: Constraints, availableOnly = false, rates = RATES) => {
      const rows = await store.matching({ constraints, availableOnly }, rates);
      expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
      const garments = await store.garmentsAt([...rows]);
      return [...rows].map((row) => garments.get(row)?.id);
    };

    it('is empty before the first import', async () => {
      expect(await store.count()).toBe(0);
      expect(await store.currency()).toBeUndefined();
      expect(await store.brands()).toEqual([]);
      expect(await store.model()).toBeUndefined();
      expect(await store.source()).toBeUndefined();
      expect(await store.get('nothing')).toBeUndefined();
      expect(await store.list({ limit: 5 })).toEqual({ items: [] });
      expect(await idsMatching({})).toEqual([]);
      expect(await store.lexicalSearch(['裙'], 5)).toEqual([]);
    });

    it('gives every field back', async () => {
      const garment = garmentOf({
        id: 'full',
        title: { 'zh-CN': '碎花连衣裙', en: 'Floral dress' },
        description: { 'zh-CN': '雪纺', en: 'Chiffon' },
        category: 'dress',
        colours: ['navy', 'white'],
        pattern: 'floral',
        seasons: ['summer'],
        brand: 'Acme & 海',
        price: cny(299),
        listPrice: cny(399),
        groupId: 'g1',
        sizes: [{ size: 'M', stock: null, sku: 'full-m', price: cny(309) }],
        images: ['/pictures/a.jpg'],
        url: 'https://shop.example/full',
      });
      await importAll([garment]);
      expect(await store.get('full')).toEqual(garment);
      expect(await store.brands()).toEqual(['Acme & 海']);
      expect(await store.model()).toBe('model-a');
      expect(await store.source()).toBe('feed');
    });

    it('gives garments in the order asked for and leaves out what is gone', async () => {
      await importAll(['a', 'b', 'c'].map((id) => garmentOf({ id })));
      expect((await store.getMany(['c', 'x', 'a', 'c'])).map(({ id }) => id)).toEqual(['c', 'a', 'c']);
      expect((await store.rowsOf(['a', 'x'])).size).toBe(1);
    });

    it('names the currency most garments are priced in', async () => {
      await importAll([
        garmentOf({ id: 'a', price: usd(1) }),
        garmentOf({ id: 'b', price: cny(1) }),
        garmentOf({ id: 'c', price: cny(2) }),
        garmentOf({ id: 'd' }),
      ]);
      expect(await store.currency()).toBe('CNY');
    });

    it('pages in id order, and a page continues where the last one ended', async () => {
      const ids = Array.from({ length: 25 }, (_, at) => `g${String(at).padStart(2, '0')}`);
      await importAll(ids.map((id, at) => garmentOf({ id, category: at % 2 === 0 ? 'dress' : 'jeans' })));
      for (const [facets, expected] of [
        [undefined, ids],
        [{ category: 'onepiece' }, ids.filter((_, at) => at % 2 === 0)],
        [{ category: 'jeans', colours: 'red' }, []],
      ] as const) {
        const seen: string[] = [];
        for (let cursor: string | undefined; ; ) {
          const page = await store.list({ limit: 4, ...(cursor && { cursor }), ...(facets && { facets }) });
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
          if (cursor === undefined) break;
        }
        expect(seen).toEqual(expected);
      }
    });

    it('counts what is below a kind, and the sorts of a generic word, as that kind', async () => {
      await importAll([
        garmentOf({ id: 'dress', category: 'dress' }),
        garmentOf({ id: 'jeans', category: 'jeans' }),
        garmentOf({ id: 'hoodie', category: 'hoodie' }),
        garmentOf({ id: 'none' }),
      ]);
      expect(await idsMatching({ category: 'onepiece' })).toEqual(['dress']);
      expect(await idsMatching({ category: 'trousers' })).toEqual(['jeans']);
      expect(await idsMatching({ category: 'sweatshirt' })).toEqual(['hoodie']);
      expect(await idsMatching({ category: 'jeans' })).toEqual(['jeans']);
      expect(await idsMatching({ category: ['dress', 'jeans'] })).toEqual(['dress', 'jeans']);
    });

    it('wants any of several colours, but all of several fits', async () => {
      await importAll([
        garmentOf({ id: 'a', colours: ['navy'], fit: 'slim' }),
        garmentOf({ id: 'b', colours: ['red', 'white'], fit: 'loose' }),
      ]);
      expect(await idsMatching({ colours: ['blue', 'red'] })).toEqual(['a', 'b']);
      expect(await idsMatching({ fit: ['slim', 'loose'] })).toEqual([]);
      expect(await idsMatching({ exclude: { colours: ['blue'] } })).toEqual(['b']);
      expect(await idsMatching({ exclude: { colours: ['white', 'navy'] } })).toEqual([]);
    });

    it('takes what suits all for each: all-season clothes in summer, unisex clothes for men', async () => {
      await importAll([
        garmentOf({ id: 'a', seasons: ['all_season'], audience: 'unisex' }),
        garmentOf({ id: 'b', seasons: ['winter'], audience: 'women' }),
      ]);
      expect(await idsMatching({ seasons: ['summer'] })).toEqual(['a']);
      expect(await idsMatching({ audience: 'men' })).toEqual(['a']);
      expect(await idsMatching({ exclude: { seasons: ['winter'] } })).toEqual(['a']);
    });

    it('finds a brand whatever its case and width, and keeps an excluded one out', async () => {
      await importAll([garmentOf({ id: 'a', brand: 'Acme  Co' }), garmentOf({ id: 'b', brand: '太平鸟' })]);
      expect(await idsMatching({ brand: 'ＡＣＭＥ co' })).toEqual(['a']);
      expect(await idsMatching({ exclude: { brand: '太平鸟' } })).toEqual(['a']);
    });

    it('keeps a budget at both ends, and a garment without a price satisfies none', async () => {
      await importAll([
        garmentOf({ id: 'at', price: cny(300) }),
        garmentOf({ id: 'over', price: { minorUnits: 30_001, currency: 'CNY' } }),
        garmentOf({ id: 'none' }),
      ]);
      expect(await idsMatching({ price: { max: cny(300) } })).toEqual(['at']);
      expect(await idsMatching({ price: { min: cny(300), max: cny(400) } })).toEqual(['at', 'over']);
      expect(await idsMatching({ price: { min: cny(301) } })).toEqual([]);
    });

    it('compares across currencies by the rates and never without one', async () => {
      await importAll([
        garmentOf({ id: 'dollars', price: usd(10) }),
        garmentOf({ id: 'pounds', price: { minorUnits: 100, currency: 'GBP' } }),
      ]);
      expect(await idsMatching({ price: { max: cny(70) } })).toEqual(['dollars']);
      expect(await idsMatching({ price: { max: cny(69) } })).toEqual([]);
      expect(await idsMatching({ price: { max: cny(70) } }, false, { base: 'CNY', perUnit: {} })).toEqual([]);
    });

    it('wants the stated size in stock, however it is spelt', async () => {
      await importAll([
        garmentOf({ id: 'a', sizes: [{ size: 'XXL', stock: 1 }] }),
        garmentOf({
          id: 'b',
          sizes: [
            { size: '2XL', stock: 0 },
            { size: 'M', stock: 1 },
          ],
        }),
        garmentOf({ id: 'c', sizes: [{ size: '均码', stock: null }] }),
        garmentOf({ id: 'd', sizes: [{ size: 'EU 38', stock: 3 }] }),
      ]);
      expect(await idsMatching({ size: 'xxl' }, true)).toEqual(['a']);
      expect(await idsMatching({ size: '2xl' }, false)).toEqual(['a', 'b']);
      expect(await idsMatching({ size: 'One Size' }, true)).toEqual(['c']);
      expect(await idsMatching({ size: '38码' }, true)).toEqual(['d']);
      expect(await idsMatching({ size: ['M', '38'] }, true)).toEqual(['b', 'd']);
    });

    it('leaves sold-out garments out where only available ones are wanted', async () => {
      await importAll([
        garmentOf({ id: 'sold', sizes: [{ size: 'M', stock: 0 }] }),
        garmentOf({ id: 'unknown', sizes: [{ size: 'M', stock: null }] }),
        garmentOf({ id: 'unsized' }),
      ]);
      expect(await idsMatching({}, true)).toEqual(['unknown', 'unsized']);
      expect(await idsMatching({}, false)).toHaveLength(3);
    });

    it('compares the budget with the price of the stated size', async () => {
      const sizes = [
        { size: 'M', stock: 1 },
        { size: 'XL', stock: 1, price: cny(350) },
      ];
      await importAll([garmentOf({ id: 'a', price: cny(300), sizes })]);
      expect(await idsMatching({ size: 'M', price: { max: cny(320) } }, true)).toEqual(['a']);
      expect(await idsMatching({ size: 'XL', price: { max: cny(320) } }, true)).toEqual([]);
    });

    it('matches exactly what a look at every garment would', async () => {
      const vocabulary = projectVocabulary();
      const ids = (facet: (typeof FACETS)[number]) =>
        vocabulary
          .entries(facet)
          .slice(0, 12)
          .map((entry) => entry.id);
      const optional = (facet: (typeof FACETS)[number]) => fc.option(fc.constantFrom(...ids(facet)), { nil: null });
      const listed = (facet: (typeof FACETS)[number]) =>
        fc.uniqueArray(fc.constantFrom(...ids(facet)), { maxLength: 2 });
      const price = fc.option(
        fc.record({ minorUnits: fc.integer({ min: 0, max: 50 }), currency: fc.constantFrom('CNY', 'USD', 'GBP') }),
        { nil: null },
      );
      const size = fc.record({
        size: fc.constantFrom('S', 'M', 'XL', '均码', '38'),
        stock: fc.constantFrom(null, 0, 2),
      });
      const garments = fc.array(
        fc.record({
          category: optional('category'),
          colours: listed('colours'),
          pattern: optional('pattern'),
          seasons: listed('seasons'),
          brand: fc.constantFrom(null, 'A', 'B'),
          price,
          sizes: fc.uniqueArray(size, { maxLength: 3, selector: (each) => each.size }),
        }),
        { minLength: 1, maxLength: 12 },
      );
      const wish = (facet: (typeof FACETS)[number]) =>
        fc.option(fc.uniqueArray(fc.constantFrom(...ids(facet)), { minLength: 1, maxLength: 2 }), { nil: undefined });
      const limits = fc.record({
        min: fc.option(fc.constant({ minorUnits: 10, currency: 'CNY' }), { nil: undefined }),
        max: fc.option(
          fc.record({ minorUnits: fc.integer({ min: 5, max: 60 }), currency: fc.constantFrom('CNY', 'USD') }),
          { nil: undefined },
        ),
      });
      const wishes = fc.record(
        {
          category: wish('category'),
          colours: wish('colours'),
          pattern: wish('pattern'),
          seasons: wish('seasons'),
          brand: fc.option(fc.constant('a'), { nil: undefined }),
          size: fc.option(fc.constantFrom('m', '均码'), { nil: undefined }),
          price: limits,
          exclude: fc.record({ category: wish('category'), colours: wish('colours') }),
        },
        { requiredKeys: [] },
      );
      await fc.assert(
        fc.asyncProperty(garments, wishes, fc.boolean(), async (drawn, wished, availableOnly) => {
          const constraints = JSON.parse(JSON.stringify(wished)) as Constraints;
          const all = drawn.map((part, at) => garmentOf({ id: `g${at}`, ...part }));
          await importAll(all);
          const expected = all.filter((garment) => holds(garment, constraints, availableOnly)).map(({ id }) => id);
          expect(await idsMatching(constraints, availableOnly)).toEqual(expected);
        }),
        { numRuns: 40 },
      );
    });

    it('finds words in either language, titles before descriptions, rare words before common ones', async () => {
      await importAll([
        garmentOf({ id: 'title', title: { 'zh-CN': '海魂衫', en: 'Breton tee' } }),
        garmentOf({ id: 'description', description: { 'zh-CN': '配海魂衫', en: 'pairs with a breton' } }),
        garmentOf({ id: 'facet', category: 'dress' }),
      ]);
      const found = async (text: string) => {
        const hits = await store.lexicalSearch(simpleSplit(text), 10);
        const garments = await store.garmentsAt(hits.map(({ row }) => row));
        expect(hits.every(({ score }, at) => score > 0 && score <= (hits[at - 1]?.score ?? score))).toBe(true);
        return hits.map(({ row }) => garments.get(row)?.id);
      };
      expect(await found('BRETON')).toEqual(['title', 'description']);
      expect(await found('魂')).toEqual(['title', 'description']);
      expect(await found('dress')).toEqual(['facet']);
      expect(await found('connected')).toEqual([]);
    });

    it('searches words within given rows, and never gives more than asked for', async () => {
      await importAll(
        Array.from({ length: 30 }, (_, at) => garmentOf({ id: `g${at}`, title: { 'zh-CN': '裙', en: 'skirt' } })),
      );
      const rows = await store.rowsOf(['g3', 'g7']);
      const within = Uint32Array.from(rows.values()).sort();
      expect((await store.lexicalSearch(['skirt'], 10, within)).map(({ row }) => row).sort()).toEqual([...within]);
      expect(await store.lexicalSearch(['skirt'], 5)).toHaveLength(5);
      expect(await store.lexicalSearch(['skirt'], 0)).toEqual([]);
    });

    it('streams vectors in row order, unit and near what was given, and tokens exactly', async () => {
      await importAll(['a', 'b', 'c'].map((id) => garmentOf({ id })));
      const rows = await store.rowsOf(['a', 'c']);
      const read: number[] = [];
      for await (const { row, embedding } of store.vectors()) {
        read.push(row);
        expect(Math.hypot(...embedding)).toBeCloseTo(1, 3);
      }
      expect(read).toHaveLength(3);
      expect(read).toEqual([...read].sort((a, b) => a - b));
      for await (const { row, embedding } of store.vectors([...rows.values()])) {
        const id = [...rows].find(([, at]) => at === row)?.[0] ?? '';
        for (const [at, value] of vectorOf(id).entries()) expect(embedding[at]).toBeCloseTo(value, 3);
      }
      const tokens = await store.tokens([...rows.values()]);
      expect(tokens.get(rows.get('c') ?? -1)).toEqual(tokensOf('c'));
    });

    it('has no tokens where the model made none', async () => {
      const stage = await store.beginImport({ modelId: 'model-a', source: 'feed' });
      await stage.add([recordOf(garmentOf({ id: 'a' }), { encoding: { embedding: vectorOf('a') } })]);
      await stage.publish({ removeOthers: true });
      expect((await store.tokens([...(await store.rowsOf(['a'])).values()])).size).toBe(0);
    });

    it('refuses to give vectors to another model, saying what to run', async () => {
      await importAll([garmentOf({ id: 'a' })]);
      const other = tested.reopen('model-b');
      expect(await other.get('a')).toBeDefined();
      await expect(other.vectors()[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: 'model-mismatch',
        message: expect.stringContaining('yida import'),
      });
      await expect(other.tokens([1])).rejects.toMatchObject({ code: 'model-mismatch' });
    });

    describe('an import', () => {
      it('shows nothing before it is published and everything after', async () => {
        await importAll([garmentOf({ id: 'old', title: { 'zh-CN': '', en: 'old' } })]);
        const version = await store.version();
        const stage = await store.beginImport({ modelId: 'model-a', source: 'feed' });
        await stage.add([recordOf(garmentOf({ id: 'new', title: { 'zh-CN': '', en: 'new' } }))]);
        expect(await store.count()).toBe(1);
        expect(await store.get('new')).toBeUndefined();
        expect(await store.lexicalSearch(['new'], 5)).toEqual([]);
        expect(await idsMatching({})).toEqual(['old']);
        expect(await store.version()).toBe(version);
        expect(await stage.publish({ removeOthers: true })).toEqual({ added: 1, updated: 0, unchanged: 0, removed: 1 });
        expect(await idsMatching({})).toEqual(['new']);
        expect(await store.lexicalSearch(['old'], 5)).toEqual([]);
        expect(await store.version()).not.toBe(version);
      });

      it('that is aborted leaves the old catalogue, and another can begin', async () => {
        await importAll([garmentOf({ id: 'old' })]);
        const stage = await store.beginImport({ modelId: 'model-a', source: 'feed' });
        await stage.add([recordOf(garmentOf({ id: 'new' }))]);
        await stage.abort();
        expect(await idsMatching({})).toEqual(['old']);
        await expect(stage.publish({ removeOthers: true })).rejects.toMatchObject({ code: 'import-aborted' });
        await importAll([garmentOf({ id: 'next' })]);
        expect(await idsMatching({})).toEqual(['next']);
      });

      it('is refused while another one runs', async () => {
        const stage = await store.beginImport({ modelId: 'model-a', source: 'feed' });
        await expect(store.beginImport({ modelId: 'model-a', source: 'feed' })).rejects.toMatchObject({
          code: 'import-running',
        });
        await stage.abort();
        await (await store.beginImport({ modelId: 'model-a', source: 'feed' })).abort();
      });

      it('gives a changed garment a new row and an unchanged one its old row', async () => {
        await importAll(['same', 'changed', 'gone'].map((id) => garmentOf({ id, title: { 'zh-CN': '', en: id } })));
        const before = await store.rowsOf(['same', 'changed']);
        const stage = await store.beginImport({ modelId: 'model-a', source: 'feed' });
        const known = await stage.known(['same', 'changed', 'never']);
        expect(known.get('same')).toEqual({ row: before.get('same'), contentHash: 'same' });
        expect(known.has('never')).toBe(false);
        await stage.keep([garmentOf({ id: 'same', title: { 'zh-CN': '', en: 'same' } })]);
        await stage.add([recordOf(garmentOf({ id: 'changed', title: { 'zh-CN': '', en: 'better' } }))]);
        const report = await stage.publish({ removeOthers: true });
        expect(report).toEqual({ added: 0, updated: 1, unchanged: 1, removed: 1 });
        const after = await store.rowsOf(['same', 'changed', 'gone']);
        expect(after.get('same')).toBe(before.get('same'));
        expect(after.get('changed')).toBeGreaterThan(before.get('changed') ?? 0);
        expect(after.has('gone')).toBe(false);
        expect((await store.get('changed'))?.title.en).toBe('better');
      });

      it('takes a kept garment’s new price and stock over when it is published, not before', async () => {
        const garment = garmentOf({ id: 'a', price: cny(300), sizes: [{ size: 'M', stock: 0 }] });
        await importAll([garment]);
        const stage = await store.beginImport({ modelId: 'model-a', source: 'feed' });
        await stage.keep([{ ...garment, price: cny(200), sizes: [{ size: 'M', stock: 4 }] }]);
        expect(await idsMatching({ size: 'M', price: { max: cny(250) } }, true)).toEqual([]);
        expect(await stage.publish({ removeOthers: true })).toMatchObject({ updated: 1, unchanged: 0 });
        expect(await idsMatching({ size: 'M', price: { max: cny(250) } }, true)).toEqual(['a']);
      });

      it('may add to what is there', async () => {
        await importAll([garmentOf({ id: 'a' })]);
        expect(await importAll([garmentOf({ id: 'b' })], false)).toMatchObject({ added: 1, removed: 0 });
        expect(await idsMatching({})).toEqual(['a', 'b']);
      });

      it('refuses the same id twice, and vectors of two models side by side', async () => {
        await importAll([garmentOf({ id: 'a' })]);
        const stage = await store.beginImport({ modelId: 'model-b', source: 'feed' });
        await stage.add([recordOf(garmentOf({ id: 'b' }))]);
        await expect(stage.add([recordOf(garmentOf({ id: 'b' }))])).rejects.toMatchObject({ code: 'bad-request' });
        await expect(stage.publish({ removeOthers: false })).rejects.toMatchObject({ code: 'model-mismatch' });
        expect(await idsMatching({})).toEqual(['a']);
        await stage.publish({ removeOthers: true });
        expect(await store.model()).toBe('model-b');
      });

      it('is noticed by another view of the catalogue', async () => {
        const other = tested.reopen();
        await importAll([garmentOf({ id: 'a' })]);
        expect(await other.count()).toBe(1);
        await importAll([garmentOf({ id: 'a' }), garmentOf({ id: 'b' })]);
        expect(await other.count()).toBe(2);
        expect(await other.version()).toBe(await store.version());
      });

      it('may be repeated many times and nothing old comes back', async () => {
        for (let round = 0; round < 12; round++) {
          await importAll([
            garmentOf({ id: 'a', title: { 'zh-CN': '', en: `round${round}` } }),
            garmentOf({ id: `only${round}` }),
          ]);
        }
        expect(await store.count()).toBe(2);
        expect(await store.lexicalSearch(['round3'], 5)).toEqual([]);
        expect(await store.lexicalSearch(['round11'], 5)).toHaveLength(1);
      });

      it('keeps where facts came from, and the hash of the picture', async () => {
        const stage = await store.beginImport({ modelId: 'model-a', source: 'photos' });
        await stage.add([recordOf(garmentOf({ id: 'a' }), { provenance: { category: 'model' }, photoHash: '00ff' })]);
        await stage.add([recordOf(garmentOf({ id: 'b' }))]);
        await stage.publish({ removeOthers: true });
        expect(await store.provenance('a')).toEqual({ category: 'model' });
        expect(await store.provenance('x')).toBeUndefined();
        expect([...(await store.photoHashes()).values()]).toEqual(['00ff']);
      });
    });

    describe('a change of price or stock', () => {
      const shirt = garmentOf({
        id: 'shirt',
        price: cny(300),
        sizes: [
          { size: 'S', stock: 0, sku: 'shirt-s' },
          { size: 'M', stock: 2, sku: 'shirt-m' },
        ],
      });

      it('is seen at once, and changes neither version nor row', async () => {
        await importAll([shirt, garmentOf({ id: 'other', price: cny(100) })]);
        const [version, rows] = [await store.version(), await store.rowsOf(['shirt'])];
        expect(
          await store.updateOffers([
            { id: 'shirt', price: cny(90) },
            { sku: 'shirt-s', stock: 5 },
          ]),
        ).toEqual({
          updated: 1,
          unknown: [],
        });
        expect(await idsMatching({ price: { max: cny(95) }, size: 'S' }, true)).toEqual(['shirt']);
        expect(await store.version()).toBe(version);
        expect(await store.rowsOf(['shirt'])).toEqual(rows);
        expect(await tested.reopen().get('shirt')).toMatchObject({
          price: cny(90),
          sizes: [{ stock: 5 }, { stock: 2 }],
        });
      });

      it('is seen by another view that was in use', async () => {
        await importAll([shirt]);
        const other = tested.reopen();
        const budget = { constraints: { price: { max: cny(95) } }, availableOnly: true };
        expect(await other.matching(budget, RATES)).toHaveLength(0);
        await store.updateOffers([{ id: 'shirt', price: cny(90) }]);
        expect(await other.matching(budget, RATES)).toHaveLength(1);
      });

      it('sells out and comes back', async () => {
        await importAll([shirt]);
        await store.updateOffers([{ id: 'shirt', stock: 0 }]);
        expect(await idsMatching({}, true)).toEqual([]);
        await store.updateOffers([{ id: 'shirt', size: 'm码', stock: null }]);
        expect(await idsMatching({ size: 'M' }, true)).toEqual(['shirt']);
        expect(await idsMatching({ size: 'S' }, true)).toEqual([]);
      });

      it('of one size shows the garment at its lowest price', async () => {
        await importAll([shirt]);
        await store.updateOffers([{ sku: 'shirt-m', price: cny(250) }]);
        expect(await store.get('shirt')).toMatchObject({
          price: cny(250),
          sizes: [{ size: 'S' }, { price: cny(250) }],
        });
      });

      it('takes a price away, so that no budget is satisfied', async () => {
        await importAll([shirt]);
        await store.updateOffers([{ id: 'shirt', price: null }]);
        expect((await store.get('shirt'))?.price).toBeNull();
        expect(await idsMatching({ price: { max: cny(9_999) } })).toEqual([]);
      });

      it('tells which changes named nothing', async () => {
        await importAll([shirt]);
        const unknown = [
          { id: 'nothing', stock: 1 },
          { sku: 'nobody', stock: 1 },
          { id: 'shirt', size: 'XL', stock: 1 },
        ];
        expect(await store.updateOffers(unknown)).toEqual({ updated: 0, unknown });
      });
    });
  });
}

/** The promise of `matching`, garment by garment. */
function holds(garment: Garment, constraints: Constraints, availableOnly: boolean): boolean {
  const vocabulary = projectVocabulary();
  for (const facet of FACETS) {
    const has = garmentIds(garment, facet);
    const answers = statedIds(constraints, facet).map((id) =>
      has.some((own) => acceptedIds(vocabulary, facet, id).has(own)),
    );
    if (answers.length > 0 && !(ANY_OF_FACETS.has(facet) ? answers.some(Boolean) : answers.every(Boolean)))
      return false;
    const forbidden = statedIds(constraints.exclude, facet);
    if (forbidden.some((id) => has.some((own) => forbiddenIds(vocabulary, facet, id).has(own)))) return false;
  }
  const brands = statedIds(constraints, 'brand');
  if (brands.length > 0 && !brands.some((brand) => brand === garment.brand?.toLowerCase())) return false;
  const sizes = statedIds({ brand: constraints.size } as Constraints, 'brand');
  const sellable = garment.sizes.filter(({ stock }) => !availableOnly || stock === null || stock > 0);
  if (sizes.length > 0 && !sizes.some((size) => sellable.some((own) => sizeMatches(size, own.size)))) return false;
  if (availableOnly && garment.sizes.length > 0 && sellable.length === 0) return false;
  for (const end of ['min', 'max'] as const) {
    const limit = constraints.price?.[end];
    if (limit === undefined) continue;
    const price = garment.price && convert(garment.price, limit.currency, RATES);
    if (!price || (end === 'min' ? price.minorUnits < limit.minorUnits : price.minorUnits > limit.minorUnits))
      return false;
  }
  return true;
}

function vectorOf(id: string): Float32Array {
  const vector = Float32Array.from({ length: 8 }, (_, at) => Math.sin((id.charCodeAt(0) + 1) * (at + 1)));
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function tokensOf(id: string) {
  return {
    tokens: Int8Array.from({ length: 1024 }, (_, at) => ((at * 7 + id.charCodeAt(0)) % 255) - 127),
    mask: Uint8Array.from({ length: 16 }, (_, at) => (at < 9 ? 1 : 0)),
  };
}
