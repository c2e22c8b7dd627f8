import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageFetcher } from '../../src/catalog/import-feed.js';
import type { ImportReport } from '../../src/catalog/import-report.js';
import { feedFixture, importBench, photoOf, TestFolder } from '../support/feed-import.js';

const reasons = (report: ImportReport) => report.refused.map(({ line, id, reason }) => [line, id, reason.id]);
const cny = (yuan: number) => ({ minorUnits: Math.round(yuan * 100), currency: 'CNY' });

describe('importing a feed', () => {
  let bench: Awaited<ReturnType<typeof importBench>>;
  beforeEach(async () => {
    bench = await importBench();
  });
  afterEach(() => bench.close());

  it('reads an English CSV: rows of one id in several sizes are one garment', async () => {
    const report = await bench.run(feedFixture('plain.csv'));
    expect(report).toMatchObject({ read: 3, imported: 2, updated: 0, refused: [] });
    expect(await bench.store.get('D1')).toMatchObject({
      title: { 'zh-CN': '碎花雪纺连衣裙', en: 'Floral chiffon dress' },
      description: { en: 'Light, with a\nsecond line' },
      category: 'dress',
      colours: ['blue', 'white'],
      pattern: 'floral',
      material: 'chiffon',
      audience: 'women',
      seasons: ['summer'],
      brand: 'Acme',
      price: cny(299),
      listPrice: cny(399),
      sizes: [
        { size: 'S', stock: 3 },
        { size: 'M', stock: 0 },
      ],
      url: 'https://shop.example/d1',
    });
    expect(await bench.store.get('T1')).toMatchObject({
      title: { 'zh-CN': '男士藏青色条纹棉T恤', en: 'Striped cotton T-shirt' },
      category: 'tshirt',
      pattern: 'stripes',
      material: 'cotton',
      colours: ['navy'],
      price: cny(1299),
      sizes: [
        { size: 'S', stock: null },
        { size: 'M', stock: null },
        { size: 'L', stock: null },
      ],
    });
    expect(await bench.store.provenance('T1')).toMatchObject({ category: 'feed', pattern: 'words', material: 'words' });
  });

  it('reads a Chinese CSV: column names, prices with 元 in the header, stock in words, blends, two seasons in one word', async () => {
    const report = await bench.run(feedFixture('chinese.csv'));
    expect(report).toMatchObject({ read: 3, imported: 2, refused: [] });
    expect(await bench.store.get('A001')).toMatchObject({
      title: { 'zh-CN': '法式碎花雪纺连衣裙女夏季' },
      category: 'dress',
      colours: ['light_blue'],
      pattern: 'floral',
      material: 'polyester',
      audience: 'women',
      seasons: ['summer'],
      styles: ['french'],
      price: cny(299),
      listPrice: cny(399),
      sizes: [
        { size: 'S', stock: 12 },
        { size: 'M', stock: 0 },
      ],
    });
    const jeans = await bench.store.get('A002');
    expect(jeans).toMatchObject({
      category: 'jeans',
      material: 'cotton',
      fit: 'straight',
      audience: 'men',
      seasons: ['spring', 'autumn'],
      price: cny(1299),
      sizes: [{ size: '30', stock: null }],
    });
    // 暮山紫 is a purple, 落日飞车 is no style we know: both stay words of the row, and nothing is made up.
    expect(jeans?.colours).toEqual(['purple']);
    expect(jeans?.styles).toEqual([]);
    expect(jeans?.description['zh-CN']).toContain('落日飞车');
    expect(jeans?.description['zh-CN']).toContain('暮山紫');
    expect(jeans?.title.en).toBe("Men's purple cotton jeans");
    expect(await bench.store.lexicalSearch(['暮'], 5)).toHaveLength(1);
  });

  it.each(['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le-bom', 'utf-16le', 'utf-16be-bom'])(
    'reads the same garments from %s',
    async (encoding) => {
      using folder = new TestFolder();
      const text = readFileSync(feedFixture('chinese.csv'), 'utf8');
      const marked = encoding.endsWith('-bom') ? `\uFEFF${text}` : text;
      const feed = folder.file('feed.csv', marked, encoding.replace('-bom', ''));
      expect(await bench.run(feed)).toMatchObject({ read: 3, imported: 2, refused: [] });
      expect((await bench.store.get('A001'))?.title['zh-CN']).toBe('法式碎花雪纺连衣裙女夏季');
    },
  );

  it.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'bars'],
  ])('tells %j from a comma without being told', async (delimiter) => {
    using folder = new TestFolder();
    const feed = folder.file(
      'feed.csv',
      ['id;title;price', 'A;Red dress, long;"1.299,00 €"'].join('\r\n').replaceAll(';', delimiter),
    );
    await bench.run(feed);
    expect(await bench.store.get('A')).toMatchObject({
      title: { en: 'Red dress, long' },
      price: { minorUnits: 129_900, currency: 'EUR' },
    });
  });

  it('reads accents of an old Western file', async () => {
    using folder = new TestFolder();
    await bench.run(folder.file('feed.csv', 'id,title,price\nA,Chemise brodée à pois café,10\n', 'windows-1252'));
    expect((await bench.store.get('A'))?.title.en).toBe('Chemise brodée à pois café');
  });

  it('reads a Google Merchant feed: colours of a group apart, sizes of a colour together, sale prices', async () => {
    const report = await bench.run(feedFixture('google.tsv'));
    expect(report).toMatchObject({ read: 4, imported: 3, refused: [] });
    expect(await bench.store.get('G1:red')).toMatchObject({
      groupId: 'G1',
      colours: ['red'],
      category: 'shirt',
      price: { minorUnits: 3_900, currency: 'USD' },
      listPrice: { minorUnits: 4_900, currency: 'USD' },
      sizes: [
        { size: 'S', stock: null },
        { size: 'M', stock: 0 },
      ],
      images: ['https://cdn.example/red.jpg', 'https://cdn.example/red2.jpg', 'https://cdn.example/red3.jpg'],
    });
    expect(await bench.store.get('G1:blue')).toMatchObject({ sizes: [{ size: 'S', stock: null }] });
    expect(await bench.store.get('G2')).toMatchObject({
      title: { en: 'Kids "tee"' },
      category: 'tshirt',
      audience: 'boys',
    });
  });

  it('reads the same from RSS: entities, CDATA, repeated tags', async () => {
    const report = await bench.run(feedFixture('google.xml'));
    expect(report).toMatchObject({ read: 2, imported: 2, refused: [] });
    expect(await bench.store.get('X1')).toMatchObject({
      title: { en: 'Wool & silk coat' },
      description: { en: 'Warm coat' },
      category: 'coat',
      colours: ['camel'],
      price: { minorUnits: 129_900, currency: 'EUR' },
      images: ['https://cdn.example/x1.jpg', 'https://cdn.example/x1b.jpg', 'https://cdn.example/x1c.jpg'],
      sizes: [{ size: 'M', stock: null }],
    });
    expect(await bench.store.get('X2')).toMatchObject({ material: 'cashmere', price: cny(299), sizes: [{ stock: 0 }] });
  });

  it('reads Shopify’s older export: continuation rows, untracked and oversold stock, drafts', async () => {
    const report = await bench.run(feedFixture('shopify-old.csv'), { currency: 'EUR' });
    expect(reasons(report)).toEqual([[7, 'secret', 'import.reason.unpublished']]);
    expect(await bench.store.get('breezy-dress:black')).toMatchObject({
      title: { en: 'Breezy midi dress' },
      description: { en: 'Soft & light.\nPockets' },
      category: 'dress',
      audience: 'women',
      price: { minorUnits: 5_990, currency: 'EUR' },
      sizes: [
        { size: 'S', stock: 4, sku: 'BD-S-B' },
        { size: 'M', stock: 0, sku: 'BD-M-B' },
      ],
      images: ['https://cdn.example/bd1.jpg', 'https://cdn.example/bd2.jpg', 'https://cdn.example/bd3.jpg'],
    });
    expect(await bench.store.get('breezy-dress:white')).toMatchObject({
      sizes: [{ size: 'S', stock: null }],
      images: ['https://cdn.example/bdw.jpg'],
    });
    expect(await bench.store.get('old-hat')).toMatchObject({ category: 'hat', sizes: [] });
    expect(await bench.store.get('secret')).toBeUndefined();
  });

  it('reads Shopify’s newer export, where a size may cost more', async () => {
    await bench.run(feedFixture('shopify-new.csv'), { currency: 'USD' });
    expect(await bench.store.get('straight-jeans')).toMatchObject({
      category: 'jeans',
      price: { minorUnits: 8_900 },
      sizes: [
        { size: '30', stock: 7, sku: 'SJ-30' },
        { size: '32', stock: 0, sku: 'SJ-32', price: { minorUnits: 9_500, currency: 'USD' } },
      ],
    });
  });

  it('reads WooCommerce: variations take over from their parent, by SKU or by id', async () => {
    const report = await bench.run(feedFixture('woocommerce.csv'), { currency: 'EUR' });
    expect(reasons(report)).toEqual([
      [6, 'GHOST-S', 'import.reason.parent'],
      [7, 'HIDDEN', 'import.reason.unpublished'],
    ]);
    expect(await bench.store.get('HOOD')).toMatchObject({
      title: { en: 'Logo hoodie' },
      category: 'hoodie',
      colours: ['grey'],
      brand: 'Acme',
      price: { minorUnits: 4_000, currency: 'EUR' },
      sizes: [
        { size: 'S', stock: 3, sku: 'HOOD-S', price: { minorUnits: 4_500, currency: 'EUR' } },
        { size: 'M', stock: 0, sku: 'HOOD-M' },
      ],
      images: ['https://cdn.example/h1.jpg', 'https://cdn.example/h2.jpg'],
    });
    expect(await bench.store.get('CAP')).toMatchObject({ category: 'cap', colours: ['red'] });
  });

  it('reads JSONL: titles in both languages, sizes as objects, money as an object', async () => {
    const report = await bench.run(feedFixture('products.jsonl'));
    expect(reasons(report)).toEqual([
      [4, undefined, 'import.reason.json'],
      [5, undefined, 'import.reason.json'],
    ]);
    expect(await bench.store.get('J1')).toMatchObject({
      title: { 'zh-CN': '白色亚麻衬衫', en: 'White linen shirt' },
      category: 'shirt',
      price: cny(199),
      sizes: [
        { size: 'S', stock: 2, sku: 'J1-S' },
        { size: 'M', stock: 0, sku: 'J1-M' },
      ],
    });
    expect(await bench.store.get('J2')).toMatchObject({
      category: 'ankle_boots',
      price: { currency: 'USD' },
      sizes: [{ size: 'EU 38', stock: 1 }],
    });
  });

  describe('refuses with line and reason', () => {
    it.each([
      ['fail-missing-id.csv', [[2, undefined, 'import.reason.id']]],
      ['fail-price.csv', ['B', 'C', 'D', 'E', 'F'].map((id, at) => [at + 3, id, 'import.reason.price'])],
      ['fail-stock.csv', [[2, 'A', 'import.reason.stock']]],
      [
        'fail-duplicate.csv',
        [
          [3, 'A', 'import.reason.duplicate'],
          [5, 'A', 'import.reason.duplicate'],
        ],
      ],
      ['fail-empty-row.csv', [[2, 'A', 'import.reason.empty']]],
      ['fail-columns.csv', [[2, undefined, 'import.reason.columns']]],
    ])('%s', async (fixture, expected) => {
      using folder = new TestFolder();
      // A good row beside the bad ones is imported all the same.
      const good = fixture === 'fail-missing-id.csv' || fixture === 'fail-stock.csv';
      const text = readFileSync(feedFixture(fixture), 'utf8') + (good ? 'GOOD,Dress,10,\n' : '');
      const report = await bench.run(folder.file('feed.csv', text));
      expect(reasons(report)).toEqual(expected);
      expect(report.imported).toBe(1);
    });

    it.each(['fail-no-id-column.csv', 'fail-empty.csv', 'fail-header-only.csv', 'nothing-there.csv'])(
      '%s as a whole, changing nothing',
      async (fixture) => {
        await bench.run(feedFixture('plain.csv'));
        await expect(bench.run(feedFixture(fixture))).rejects.toMatchObject({
          code: expect.stringMatching(/feed-(unreadable|shrunk)/),
        });
        expect(await bench.store.count()).toBe(2);
      },
    );

    it('a quote that never ends, without taking the rest of the feed for a title', async () => {
      const run = bench.run(feedFixture('fail-quote.csv'));
      await expect(run).rejects.toMatchObject({ code: 'feed-unreadable' });
    });

    it('a repeated row only once, as a remark', async () => {
      const report = await bench.run(feedFixture('fail-duplicate.csv'));
      expect(report.warnings.filter(({ reason }) => reason.id === 'import.warning.repeated')).toMatchObject([
        { line: 4, id: 'A' },
      ]);
    });

    it('pictures and links that lead nowhere, keeping the garment', async () => {
      const report = await bench.run(feedFixture('fail-picture.csv'));
      expect(report.imported).toBe(2);
      expect(report.warnings.filter(({ line }) => line > 1).map(({ line, reason }) => [line, reason.id])).toEqual([
        [2, 'import.warning.link'],
        [2, 'import.picture.missing'],
        [3, 'import.picture.missing'],
      ]);
      expect(await bench.store.get('A')).toMatchObject({ url: null, images: [] });
    });
  });

  describe('pictures', () => {
    it('are found by name or by id, copied without metadata, and each is encoded', async () => {
      using folder = new TestFolder();
      for (const [name, colour] of [
        ['a/Front.JPG', 'red'],
        ['A_2.png', 'white'],
        ['B.webp', 'blue'],
      ] as const) {
        folder.file(
          `photos/${name}`,
          await photoOf(colour, name.endsWith('png') ? 'png' : name.endsWith('webp') ? 'webp' : 'jpeg'),
        );
      }
      const feed = folder.file('feed.csv', 'id,title,price,image\nA,,10,"front.jpg, A_2.png"\nB,Thing,10,\n');
      const report = await bench.run(feed, {
        images: `${folder.path}/photos`,
        picturesFolder: `${folder.path}/copies`,
      });
      expect(report).toMatchObject({
        imported: 2,
        photos: 3,
        warnings: [{ reason: { id: 'import.warning.currency' } }],
      });
      const a = await bench.store.get('A');
      expect(a?.images).toEqual([
        expect.stringMatching(/^\/pictures\/[0-9a-f]{32}\.webp$/),
        expect.stringMatching(/^\/pictures/),
      ]);
      expect(
        readFileSync(`${folder.path}/copies/${a?.images[0]?.split('/').at(-1)}`)
          .subarray(8, 12)
          .toString(),
      ).toBe('WEBP');
      expect(a).toMatchObject({
        category: 'dress',
        colours: ['red'],
        title: { 'zh-CN': '女士红色连衣裙', en: "Women's red dress" },
      });
      expect(await bench.store.provenance('A')).toMatchObject({ category: 'model', colours: 'model' });
      expect(a).toMatchObject({ sleeve: null, material: null, price: cny(10), sizes: [] });
      expect((await bench.store.get('B'))?.images).toHaveLength(1);
      expect((await bench.store.photoHashes()).size).toBe(2);
    });

    it('never overrule what the feed states', async () => {
      using folder = new TestFolder();
      folder.file('A.jpg', await photoOf('red'));
      await bench.run(folder.file('feed.csv', 'id,title,price,color,image\nA,Green skirt,10,green,A.jpg\n'));
      expect(await bench.store.get('A')).toMatchObject({ category: 'skirt', colours: ['green'], audience: 'women' });
      expect(await bench.store.provenance('A')).toMatchObject({
        category: 'words',
        colours: 'feed',
        audience: 'model',
      });
    });

    it('are looked at closely where the row does not say what is for sale, and at a glance where it does', async () => {
      using folder = new TestFolder();
      folder.file('A.jpg', await photoOf('red'));
      folder.file('B.jpg', await photoOf('blue'));
      await bench.run(folder.file('feed.csv', 'id,title,price,image\nA,Green skirt,10,A.jpg\nB,,10,B.jpg\n'));
      expect(bench.encoder.counts).toMatchObject({ photos: 2, closely: 1 });
    });

    it('on the web are fetched, and one that cannot be leaves the garment and is tried again', async () => {
      const red = await photoOf('red');
      let broken = true;
      const fetchImage = async (url: string) => {
        if (broken && url.includes('bad'))
          throw new (await import('../../src/domain/fault.js')).YidaFault('photo-unreachable', url);
        return red;
      };
      using folder = new TestFolder();
      const feed = folder.file(
        'feed.csv',
        'id,title,price,image\nA,Dress,10,https://cdn.example/good.jpg\nB,Coat,10,https://cdn.example/bad.jpg\n',
      );
      const first = await bench.run(feed, { fetchImage });
      expect(first).toMatchObject({ imported: 2, photos: 1 });
      expect(first.warnings).toContainEqual(
        expect.objectContaining({ line: 3, reason: expect.objectContaining({ id: 'import.picture.unreachable' }) }),
      );
      expect((await bench.store.get('B'))?.images).toEqual(['https://cdn.example/bad.jpg']);
      broken = false;
      expect(await bench.run(feed, { fetchImage })).toMatchObject({ unchanged: 1, updated: 1, photos: 1 });
      expect((await bench.store.get('B'))?.images).toEqual(['https://cdn.example/bad.jpg']);
      expect(await bench.run(feed, { fetchImage })).toMatchObject({ unchanged: 2, photos: 0 });
      expect(await bench.run(feed)).toMatchObject({ unchanged: 2, photos: 0 });
    });
  });

  it('shows no picture that its address no longer has', async () => {
    using folder = new TestFolder();
    const fetchImage = imageFetcher(async (url) => ({ status: 404, headers: {}, bytes: new Uint8Array(), url }));
    const report = await bench.run(
      folder.file('feed.csv', 'id,title,price,image\nA,Dress,¥10,https://cdn.example/gone.jpg\n'),
      { fetchImage },
    );
    expect(report.warnings).toMatchObject([{ line: 2, id: 'A', reason: { id: 'import.picture.missing' } }]);
    expect((await bench.store.get('A'))?.images).toEqual([]);
  });

  describe('again', () => {
    it('encodes only what changed, takes prices over, and removes what is gone', async () => {
      using folder = new TestFolder();
      for (const id of ['A', 'B', 'C']) folder.file(`${id}.jpg`, await photoOf('red'));
      const row = (id: string, title: string, price: number) => `${id},${title},${price},${id}.jpg\n`;
      const head = 'id,title,price,image\n';
      await bench.run(
        folder.file('feed.csv', head + row('A', 'Dress', 10) + row('B', 'Coat', 20) + row('C', 'Skirt', 30)),
      );
      const version = await bench.store.version();
      const encoded = { ...bench.encoder.counts };
      const report = await bench.run(folder.file('feed.csv', head + row('A', 'Dress', 15) + row('B', 'Long coat', 20)));
      expect(report).toMatchObject({ imported: 0, updated: 2, unchanged: 0, removed: 1, photos: 1 });
      expect(bench.encoder.counts.photos - encoded.photos).toBe(1);
      expect((await bench.store.get('A'))?.price).toEqual(cny(15));
      expect((await bench.store.get('B'))?.title.en).toBe('Long coat');
      expect(await bench.store.get('C')).toBeUndefined();
      expect(await bench.store.version()).not.toBe(version);
      expect(await bench.run(feedFixtureOf(folder))).toMatchObject({ updated: 0, unchanged: 2, photos: 0 });
    });

    it('is refused where more than half would be gone, unless that is meant', async () => {
      using folder = new TestFolder();
      const feedOf = (count: number) =>
        folder.file(
          'feed.csv',
          `id,title,price\n${Array.from({ length: count }, (_, at) => `G${at},Dress,10`).join('\n')}\n`,
        );
      await bench.run(feedOf(10));
      await expect(bench.run(feedOf(4))).rejects.toMatchObject({
        code: 'feed-shrunk',
        values: { found: 4, present: 10 },
      });
      await expect(bench.run(feedOf(4), { dryRun: true })).rejects.toMatchObject({ code: 'feed-shrunk' });
      expect(await bench.store.count()).toBe(10);
      expect(await bench.run(feedOf(5))).toMatchObject({ unchanged: 5, removed: 5 });
      expect(await bench.run(feedOf(1), { replace: true })).toMatchObject({ removed: 4 });
    });

    it('as a dry run tells what would be and changes nothing', async () => {
      expect(await bench.run(feedFixture('plain.csv'), { dryRun: true })).toMatchObject({
        read: 3,
        imported: 2,
        dryRun: true,
      });
      expect(await bench.store.count()).toBe(0);
      expect(bench.encoder.counts).toEqual({ texts: 0, photos: 0, closely: 0, garments: 0 });
    });
  });

  it('that is stopped, or fails in the middle, leaves the old catalogue and its version', async () => {
    await bench.run(feedFixture('plain.csv'));
    const version = await bench.store.version();
    using folder = new TestFolder();
    const feed = folder.file(
      'feed.csv',
      `id,title,price\n${Array.from({ length: 40 }, (_, at) => `N${at},Dress,10`).join('\n')}\n`,
    );
    const stop = new AbortController();
    const stopped = bench.run(feed, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'import-aborted' });
    const failing = { ...bench.encoder, encodeTexts: () => Promise.reject(new Error('out of memory')) };
    await expect(bench.run(feed, { encoder: failing })).rejects.toThrow('out of memory');
    expect(await bench.store.version()).toBe(version);
    expect(await bench.store.get('D1')).toBeDefined();
    expect(await bench.store.count()).toBe(2);
    expect(await bench.run(feed)).toMatchObject({ imported: 40, removed: 2 });
  });

  it('tells how far it is', async () => {
    const seen: [number, number][] = [];
    await bench.run(feedFixture('plain.csv'), { onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([2, 2]);
  });
});

function feedFixtureOf(folder: TestFolder): string {
  return `${folder.path}/feed.csv`;
}
