import { createOutfitComposer } from '../../src/styling/compose-outfits.js';
import { openKinds } from '../../src/styling/learned-kinds.js';
import type { OutfitRequest } from '../../src/styling/outfit-composer.js';
import { inMemoryCatalogue, projectVocabulary } from '../support/in-memory-catalogue.js';
import { outfitGarments, seededRandom } from '../support/outfit-garments.js';

/**
 * Times composing outfits over synthetic garments (10,000 unless a number is given): anchors and occasions
 * mixed, as shoppers ask. A brief's first request scans the catalogue; `fresh` shows those by themselves.
 */
const count = Number(process.argv[2] ?? 10_000);
const REQUESTS = 400;
const random = seededRandom(3);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
const garments = outfitGarments(count);
const maybe = <T>(share: number, value: () => T): T | undefined => (random() < share ? value() : undefined);

function request(): OutfitRequest {
  const asked = {
    garmentId: maybe(0.5, () => pick(garments).id),
    occasion: pick(['daily', 'work', 'date', 'party', 'travel', 'wedding_guest']),
    season: maybe(0.5, () => pick(['spring', 'summer', 'autumn', 'winter'])),
    audience: maybe(0.5, () => pick(['women', 'men'])),
    size: maybe(0.3, () => pick(['S', 'M', 'L'])),
    budget: maybe(0.4, () => ({ minorUnits: 20_000 + Math.floor(random() * 200_000), currency: 'CNY' })),
    avoidColours: maybe(0.2, () => [pick(['black', 'red', 'lime', 'pink'])]),
  };
  const stated = Object.entries(asked).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(stated), limit: 3 };
}

function report(name: string, took: readonly number[]): void {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  process.stdout.write(
    `${name.padEnd(42)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms   (n = ${took.length})\n`,
  );
}

const catalogue = await inMemoryCatalogue(garments);
try {
  const compose = createOutfitComposer({
    garments: catalogue.store,
    vocabulary: projectVocabulary(),
    rates: { base: 'CNY', perUnit: {} },
    clock: () => new Date('2026-07-01T00:00:00Z'),
    kinds: await openKinds(new URL('../../models/outfits/kinds.json', import.meta.url).pathname),
  });
  const start = performance.now();
  await compose.warm();
  process.stdout.write(`${count} garments read in ${(performance.now() - start).toFixed(0)} ms\n`);
  const requests = Array.from({ length: REQUESTS }, request);
  for (const name of ['outfits, fresh service', 'outfits, the same once more']) {
    const took: number[] = [];
    const worked: number[] = [];
    for (const asked of requests) {
      const before = performance.now();
      const used = process.cpuUsage();
      await compose(asked);
      took.push(performance.now() - before);
      const { user, system } = process.cpuUsage(used);
      worked.push((user + system) / 1000);
    }
    report(name, took);
    // On a busy machine the clock counts the neighbours too.
    report(`${name}, CPU alone`, worked);
  }
} finally {
  await catalogue.close();
}
