import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINES_OF_CATEGORY } from '../../src/styling/knowledge/polyvore-kinds.js';
import { kindsTogether, openKinds, readLearnedKinds } from '../../src/styling/learned-kinds.js';
import { projectVocabulary } from '../support/in-memory-catalogue.js';

const FILE = 'models/outfits/kinds.json';

describe('kinds learned from real outfits', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yida-kinds-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('may be deleted: the composer then goes by knowledge alone', async () => {
    const kinds = await openKinds(join(folder, 'deleted.json'));
    expect(kinds.learned).toBe(false);
    expect(kinds.score(['shirt', 'jeans'])).toBe(0.5);
  });

  it.each([
    ['no JSON', 'half a fi'],
    ['another shape', '{"version":1}'],
  ])('name the file where it holds %s', async (_, content) => {
    const file = join(folder, 'broken.json');
    await writeFile(file, content);
    await expect(readLearnedKinds(file)).rejects.toMatchObject({ code: 'model-corrupt', values: { file } });
  });

  it('map only categories that the vocabulary has', () => {
    const unknown = Object.keys(LINES_OF_CATEGORY).filter((id) => !projectVocabulary().has('category', id));
    expect(unknown).toEqual([]);
  });

  describe.skipIf(!existsSync(FILE))('as trained (skipped where the weights were deleted)', () => {
    it('answer as the training did', async () => {
      const learned = await readLearnedKinds(FILE);
      const { check } = JSON.parse(await readFile(FILE, 'utf8')) as { check: { beside: number[]; likely: number[] } };
      const likely = learned?.model.fill(check.beside.map((kind) => learned.model.embedding(kind)));
      for (const [kind, value] of check.likely.entries()) expect(likely?.[kind]).toBeCloseTo(value, 4);
    });

    it('hold every kind that a category is mapped to', async () => {
      const learned = await readLearnedKinds(FILE);
      const unknown = Object.values(LINES_OF_CATEGORY)
        .flat()
        .filter((kind) => !learned?.kinds.includes(kind));
      expect(unknown).toEqual([]);
    });

    it('know what is worn together, whatever the order', async () => {
      const learned = await readLearnedKinds(FILE);
      if (learned === undefined) return;
      const kinds = kindsTogether(learned);
      expect(kinds.score(['dress', 'heels', 'clutch'])).toBeGreaterThan(0.7);
      expect(kinds.score(['tshirt', 'jeans', 'sneakers'])).toBeGreaterThan(0.7);
      expect(kinds.score(['dress', 'jeans'])).toBeLessThan(0.3);
      expect(kinds.score(['clutch', 'dress', 'heels'])).toBe(kinds.score(['dress', 'heels', 'clutch']));
    });
  });
});
