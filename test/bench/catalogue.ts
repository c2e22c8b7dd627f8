import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGarmentStore } from '../../src/catalog/sqlite-garment-store.js';
import type { Constraints } from '../../src/domain/constraints.js';
import type { Garment } from '../../src/domain/garment.js';
import { openDatabase } from '../../src/storage/database.js';
import { garmentOf, projectVocabulary, simpleSplit } from '../support/in-memory-catalogue.js';

/**
 * Times the catalogue on synthetic garments (100,000 unless a number is given): import, start, filters,
 * lexical search, reading rows, price updates; and the longest the event loop was held.
 */
const count = Number(process.argv[2] ?? 100_000);
const vocabulary = projectVocabulary();
let seed = 7;
const random = () => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() ** 2 * values.length)] as T;
const ids = (facet: Parameters<typeof vocabulary.entries>[0]) => vocabulary.entries(facet).map((entry) => entry.id);
const facets = {
  category: ids('category'),
  colours: ids('colours'),
  pattern: ids('pattern'),
  material: ids('material'),
  seasons: ids('seasons'),
  styles: ids('styles'),
};
const brands = Array.from({ length: 300 }, (_, at) => `Brand ${at}`);

function garment(at: number): Garment {
  const category = pick(facets.category);
  const colour = pick(facets.colours);
  const pattern = pick(facets.pattern);
  const name = (locale: 'zh-CN' | 'en') =>
    [colour, pattern, category]
      .map((id, part) =>
        vocabulary.displayName((['colours', 'pattern', 'category'] as const)[part] ?? 'category', id, locale),
      )
      .join(locale === 'en' ? ' ' : '');
  return garmentOf({
    id: `g${String(at).padStart(8, '0')}`,
    title: { 'zh-CN': name('zh-CN'), en: name('en') },
    description: {
      'zh-CN': `${name('zh-CN')}，日常百搭，柔软舒适`,
      en: `${name('en')}, soft and comfortable for every day, item ${at}`,
    },
    category,
    colours: [colour],
    pattern,
    material: pick(facets.material),
    seasons: [pick(facets.seasons)],
    styles: [pick(facets.styles)],
    audience: pick(['women', 'men', 'unisex', 'girls']),
    brand: pick(brands),
    price:
      random() < 0.02 ? null : { minorUnits: Math.floor(random() * 200_000), currency: random() < 0.1 ? 'USD' : 'CNY' },
    sizes: ['S', 'M', 'L', 'XL'].map((size) => ({ size, stock: random() < 0.2 ? 0 : 5 })),
    images: [`/pictures/${at}.jpg`],
  });
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const rates = { base: 'CNY', perUnit: { USD: 7.1 } };

async function timed(name: string, times: number, run: (at: number) => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let at = 0; at < times; at++) {
    const start = performance.now();
    await run(at);
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0).toFixed(2);
  say(`${name.padEnd(34)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms`);
}

const folder = mkdtempSync(join(tmpdir(), 'yida-bench-'));
const file = join(folder, 'catalogue.sqlite');
try {
  const db = await openDatabase({ file, durability: 'normal' });
  const options = { vocabulary, splitForIndex: simpleSplit, modelId: 'bench' };
  const store = createGarmentStore(db, options);
  let start = performance.now();
  const stage = await store.beginImport({ modelId: 'bench', source: 'feed' });
  const embedding = new Float32Array(256).fill(1 / 16);
  const tokens = { tokens: new Int8Array(1024), mask: new Uint8Array(16).fill(1) };
  for (let at = 0; at < count; at += 500) {
    const part = Array.from({ length: Math.min(500, count - at) }, (_, index) => garment(at + index));
    await stage.add(part.map((each) => ({ garment: each, encoding: { embedding, tokens } })));
  }
  const staged = performance.now();
  await stage.publish({ removeOthers: true });
  say(
    `${count} garments staged in ${((staged - start) / 1000).toFixed(1)} s, published in ${(performance.now() - staged).toFixed(0)} ms`,
  );
  await db.destroy();

  const again = await openDatabase({ file, durability: 'normal' });
  const opened = createGarmentStore(again, options);
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  start = performance.now();
  await opened.count();
  say(`opened in ${(performance.now() - start).toFixed(0)} ms`);

  const cny = (yuan: number) => ({ minorUnits: yuan * 100, currency: 'CNY' });
  const requests: Constraints[] = [
    {},
    { category: 'dress' },
    { category: 'top', colours: ['blue'], price: { max: cny(500) } },
    { category: 'trousers', audience: 'women', size: 'M', exclude: { colours: ['black'], category: 'jeans' } },
    { seasons: ['summer'], price: { min: cny(100), max: cny(900) }, size: 'L' },
    { brand: 'brand 3', price: { max: { minorUnits: 9_900, currency: 'USD' } } },
  ];
  await timed('matching', 300, (at) =>
    opened.matching({ constraints: requests[at % requests.length] ?? {}, availableOnly: true }, rates),
  );
  const texts = [
    '黑色 连衣裙',
    'white t-shirt soft',
    'blue floral dress for every day',
    '红色条纹衬衫',
    'comfortable',
    'item 4711',
  ];
  await timed('lexicalSearch, top 200', 300, (at) =>
    opened.lexicalSearch(simpleSplit(texts[at % texts.length] ?? ''), 200),
  );
  const some = await opened.matching({ constraints: { category: 'dress' }, availableOnly: true }, rates);
  await timed('lexicalSearch within a filter', 300, (at) =>
    opened.lexicalSearch(simpleSplit(texts[at % texts.length] ?? ''), 200, some),
  );
  await timed('getMany of 50', 200, (at) =>
    opened.getMany(
      Array.from({ length: 50 }, (_, index) => `g${String((at * 997 + index * 131) % count).padStart(8, '0')}`),
    ),
  );
  await timed('tokens of 200', 200, (at) =>
    opened.tokens(Array.from({ length: 200 }, (_, index) => 1 + ((at * 997 + index * 131) % count))),
  );
  await timed('list of a facet, 20', 100, () =>
    opened.list({ limit: 20, facets: { category: 'dress', colours: 'navy' } }),
  );
  await timed('updateOffers of 10', 30, (at) =>
    opened.updateOffers(
      Array.from({ length: 10 }, (_, index) => ({
        id: `g${String((at * 31 + index) % count).padStart(8, '0')}`,
        stock: at % 2,
      })),
    ),
  );
  start = performance.now();
  let vectors = 0;
  for await (const _ of opened.vectors()) vectors++;
  say(`${vectors} vectors streamed in ${(performance.now() - start).toFixed(0)} ms`);
  clearInterval(watch);
  say(
    `event loop held at most ${longest.toFixed(0)} ms; resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
  );
  await again.destroy();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
