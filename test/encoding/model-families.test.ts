import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedEncoder, openEncoder } from '../../src/encoding/open-encoder.js';
import { dot } from '../../src/retrieval/flat-vectors.js';
import { TINY_DIM, type TinyFamily, writeTinyModel } from '../support/tiny-models.js';

const families: TinyFamily[] = ['clip', 'siglip', 'chinese_clip'];

describe.each(families)('a model of the family %s', (family) => {
  let root: string;
  let encoder: OpenedEncoder;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'yida-tiny-'));
    await writeTinyModel(root, family);
    encoder = await openEncoder({ model: `tiny-${family}`, modelsRoot: root, cacheDirectory: root, threaded: false });
  });
  afterAll(async () => {
    await encoder.close();
    await rm(root, { recursive: true, force: true });
  });
  const photo = (red: number, blue: number, width = 30, height = 40) => {
    const rgb = new Uint8Array(width * height * 3);
    for (let at = 0; at < width * height; at++) rgb.set([red, 0, blue], at * 3);
    return { rgb, width, height };
  };

  it('is loaded by the same path, and says its length', () => {
    expect(encoder.dim).toBe(TINY_DIM);
    expect(encoder.modelId).toMatch(new RegExp(`^tiny-${family}@`));
  });

  it('gives unit vectors for texts of both languages, the same alone and together', async () => {
    const texts = ['red dress', '红裙', 'shirt', ''];
    const together = await encoder.encodeTexts(texts);
    for (const { embedding } of together) expect(Math.hypot(...embedding)).toBeCloseTo(1, 4);
    expect(
      dot(together[0]?.embedding ?? new Float32Array(), together[2]?.embedding ?? new Float32Array(), 0),
    ).toBeLessThan(0.999);
  });

  it('gives unit vectors for photos of any shape, told apart by what is on them', async () => {
    const [red, tall, blue] = await encoder.encodePhotos([photo(255, 0), photo(255, 0, 20, 90), photo(0, 255)]);
    const alike = (a = red, b = red) => dot(a?.embedding ?? new Float32Array(), b?.embedding ?? new Float32Array(), 0);
    expect(alike(red, tall)).toBeCloseTo(1, 3);
    expect(alike(red, blue)).toBeLessThan(0.999);
    expect(red?.tags).toEqual({ garment: true, confidence: 1, tags: {} });
  });

  it('has no attention ranker, and makes garments without tokens', async () => {
    expect(encoder.attend).toBeUndefined();
    const [title] = await encoder.encodeTexts(['red dress']);
    const garment = await encoder.encodeGarment(title, await encoder.encodePhotos([photo(255, 0)]));
    expect(garment.tokens).toBeUndefined();
    expect(Math.hypot(...garment.embedding)).toBeCloseTo(1, 4);
  });

  it('is refused where its weights are truncated, in one line that names the folder', async () => {
    const folder = await writeTinyModel(join(root, 'broken'), family);
    await truncate(join(folder, 'onnx', family === 'chinese_clip' ? 'model.onnx' : 'vision_model.onnx'), 60);
    const open = openEncoder({ model: folder, modelsRoot: root, cacheDirectory: root, threaded: false });
    await expect(open).rejects.toMatchObject({ code: 'model-corrupt' });
    await expect(open).rejects.toThrow(/^[^\n]*tiny-[^\n]*restore[^\n]*$/);
  });
});
