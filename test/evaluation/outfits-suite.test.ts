import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { evaluateOutfits } from '../../src/evaluation/outfits-suite.js';
import { areaUnderCurve, proportionInterval } from '../../src/evaluation/resampling.js';
import { readLearnedKinds } from '../../src/styling/learned-kinds.js';
import { projectVocabulary } from '../support/in-memory-catalogue.js';

const FILE = 'models/outfits/kinds.json';

describe('the area under the curve', () => {
  it('is 1 for order, 0.5 for ties and 0 for the order turned round', () => {
    expect(areaUnderCurve([3, 4], [1, 2]).auc).toBe(1);
    expect(areaUnderCurve([1, 1], [1, 1]).auc).toBe(0.5);
    expect(areaUnderCurve([1, 2], [3, 4]).auc).toBe(0);
  });

  it('has an interval that narrows with more', () => {
    const width = (n: number) => proportionInterval(0.6, n).high - proportionInterval(0.6, n).low;
    expect(width(4000)).toBeLessThan(width(400));
  });
});

describe.skipIf(!existsSync(FILE))('the outfits suite (skipped where the learned weights were deleted)', () => {
  it('reads outfits and published questions, and prints the figures of the contract', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yida-outfits-'));
    try {
      const learned = await readLearnedKinds(FILE);
      if (learned === undefined) throw new RangeError('the weights went away');
      const id = (name: string) =>
        Number(Object.entries(learned.kindOfCategoryId).find(([, kind]) => kind === name)?.[0]);
      const look = [id('Day Dresses'), id('Pumps'), id('Clutches'), id('Earrings')];
      const outfits = Array.from({ length: 12 }, (_, at) => ({
        set_id: String(at),
        items_index: [1, 2, 3, 4],
        items_category: at % 2 === 0 ? look : [id('T-Shirts'), id('Jeans'), id('Sneakers'), id('Backpacks')],
      }));
      const fitb = { questions: [['0_1', '0_2', '0_4']], answers: [['1_1', '1_2', '1_4', '0_3']] };
      await writeFile(join(folder, 'polyvore-test.json.gz'), gzipSync(JSON.stringify(outfits)));
      await writeFile(
        join(folder, 'polyvore-item-categories-test.json.gz'),
        gzipSync(JSON.stringify({ '0_1': 'Day Dresses' })),
      );
      await writeFile(join(folder, 'fitb.json.gz'), gzipSync(JSON.stringify(fitb)));
      const figures = await evaluateOutfits({ data: folder, learned, vocabulary: projectVocabulary() });
      expect(figures).toMatchObject({
        split: 'test',
        fitb: { accuracy: 1, n: 1, ceiling: 1 },
        compatibility: { n: 24 },
        baselines: { chance: { fitb: 0.25, auc: 0.5 }, cooccurrence: { fitb: { n: 1 } } },
      });
      expect(Object.keys(figures.ablations ?? {})).toEqual(['onePieceAtATime', 'slotsAlone', 'withoutPrior']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
