import { mkdtempSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePhoto } from '../../src/encoding/decode-photo.js';
import { LabelWords } from '../../src/evaluation/label-words.js';
import { MODEL_SUITES } from '../../src/evaluation/model-suites.js';
import type { EvaluationContext } from '../../src/evaluation/suite.js';
import { ColourEncoder } from '../support/colour-encoder.js';
import { vocabulary } from '../support/search-shop.js';
import { storedZip, writeSmallKagl } from '../support/small-kagl.js';

const words = new LabelWords(
  vocabulary,
  readFileSync(new URL('../../locales/kaggle-map.tsv', import.meta.url), 'utf8'),
);
const folder = mkdtempSync(join(tmpdir(), 'yida-suites-'));
const context: EvaluationContext = {
  data: folder,
  encoder: new ColourEncoder(),
  decode: decodePhoto,
  vocabulary,
  words,
  cache: join(folder, 'cache'),
};
beforeAll(() => writeSmallKagl(folder));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('questions in both languages', () => {
  it('puts the facet words of a title into Chinese and keeps the rest', () => {
    expect(words.chineseTitle('Puma Men Black T-Shirt')).toBe('Puma 男士黑色T恤');
    expect(words.chineseTitle('Fabindia Women Floral Print Dress')).toContain('连衣裙');
  });
  it('reads shorts as shorts, not as short', () => {
    expect(words.chineseTitle('Nike Shorts')).toBe('Nike 短裤');
  });
  it('names a label by what it maps to', () => {
    expect(words.labelIn('zh-CN', 'kagl.colour', 'Navy Blue')).toBe('藏青色');
    expect(words.labelIn('en', 'kagl.colour', 'Navy Blue')).toBe('Navy Blue');
    expect(words.labelIn('zh-CN', 'kagl.colour', 'Unheard Of')).toBe('Unheard Of');
  });
});

describe('the suites of the model', () => {
  it('text-image counts a broken row, and ties against the product looked for', async () => {
    const figures = await MODEL_SUITES['text-image'](context);
    expect(figures).toMatchObject({ queries: 30, documents: { unseen: 30, all: 36 }, brokenRows: 1 });
    // Ten garments share a colour, and ties count against: none is first, all are among the first ten.
    expect(figures.en).toMatchObject({ unseen: { 'R@1': 0, 'R@10': 1 } });
    expect(figures['zh-CN']).toMatchObject({ unseen: { 'R@1': 0, 'R@10': 1 } });
  });

  it('attributes finds every colour in both languages, and no kind better than chance', async () => {
    const figures = await MODEL_SUITES.attributes(context);
    const perfect = { 'P@1': 1, 'P@10': 1, MRR: 1, labels: 3 };
    expect(figures).toMatchObject({ garments: 30, photo: { en: { colour: perfect }, 'zh-CN': { colour: perfect } } });
  });

  it('change finds the other colour by the words, not by the photo', async () => {
    const figures = await MODEL_SUITES.change(context);
    for (const language of ['en', 'zh-CN']) {
      // Nine others share the photo's colour, so that the tenth is of another one by chance.
      expect(figures[`${language} colour`]).toMatchObject({ n: 30, 'text R@10': 1, 'photo R@10': 0.1 });
    }
  });

  it('ablation compares words, photo and both, with and without attention', async () => {
    const figures = await MODEL_SUITES.ablation({ ...context, limit: 6 });
    expect(figures).toMatchObject({ queries: 6, documents: 30 });
    expect(figures.en).toHaveProperty('without attention.both.R@10');
    expect(figures['zh-CN']).toHaveProperty('untrained fusions of both.equal mean.MRR');
  });

  it('photos counts what cannot be read and names the commonest mistakes', async () => {
    await mkdir(join(folder, 'clothing'), { recursive: true });
    await writeFile(
      join(folder, 'clothing', 'labels.csv'),
      'image,label,kids,split\none,T-Shirt,False,val\ntwo,Dress,False,val\nthree,Hat,False,train\n',
    );
    const bytes = await sharp({ create: { width: 40, height: 50, channels: 3, background: '#00f' } })
      .jpeg()
      .toBuffer();
    await writeFile(join(folder, 'clothing', 'images.zip'), storedZip([{ name: 'one.jpg', bytes }]));
    expect(await MODEL_SUITES.photos(context)).toMatchObject({
      n: 1,
      refused: 1,
      'top-1': 0,
      'commonest mistakes': { 't-shirt as nothing': 1 },
    });
  });

  it('encodes all photos once, and the unseen ones once, for all suites', async () => {
    expect(await readdir(join(folder, 'cache'))).toHaveLength(2);
  });

  it('says which file is missing where the data is not there', async () => {
    const nowhere = { ...context, data: join(folder, 'nowhere') };
    await expect(MODEL_SUITES.photos(nowhere)).rejects.toThrow(/labels\.csv cannot be read: name the data folder/);
  });
});
