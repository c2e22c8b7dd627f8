import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePhoto } from '../../src/encoding/decode-photo.js';
import { type OpenedEncoder, openEncoder } from '../../src/encoding/open-encoder.js';
import { dot } from '../../src/retrieval/flat-vectors.js';

const modelsRoot = fileURLToPath(new URL('../../models', import.meta.url));

describe.skipIf(!existsSync(`${modelsRoot}/yida-mini/config.json`))('the embedded model', () => {
  let encoder: OpenedEncoder;
  beforeAll(async () => {
    encoder = await openEncoder({ model: 'yida-mini', modelsRoot, cacheDirectory: tmpdir(), threaded: false });
  });
  afterAll(() => encoder.close());
  const text = async (words: string) => {
    const [encoding] = await encoder.encodeTexts([words]);
    if (!encoding) throw new Error('no encoding');
    return encoding;
  };
  const photo = async () => {
    const bytes = await sharp({ create: { width: 120, height: 160, channels: 3, background: '#a02030' } })
      .jpeg()
      .toBuffer();
    const [encoding] = await encoder.encodePhotos([await decodePhoto(bytes)]);
    if (!encoding) throw new Error('no encoding');
    return encoding;
  };

  it('gives unit vectors for words and photos alike', async () => {
    for (const { embedding } of [await text('red dress'), await photo()]) {
      expect(embedding).toHaveLength(encoder.dim);
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 4);
    }
  });

  it('encodes a text the same alone, among others, and again', async () => {
    const alone = await text('蓝色牛仔裤');
    const [among] = await encoder.encodeTexts(['蓝色牛仔裤', 'a much longer text about something else entirely']);
    expect(dot(alone.embedding, among?.embedding ?? new Float32Array(), 0)).toBeCloseTo(1, 4);
    expect(among?.length).toBe(alone.length);
  });

  it('puts a wish nearer to its translation than to any other wish', async () => {
    const pairs = [
      ['红色连衣裙', 'red dress'],
      ['黑色皮带', 'black belt'],
      ['白色运动鞋', 'white sneakers'],
      ['男士手表', 'mens watch'],
      ['蓝色牛仔裤', 'blue jeans'],
    ].flat();
    const vectors = (await Promise.all(pairs.map(text))).map(({ embedding }) => embedding);
    // What all texts share orders no garments: only what tells wishes apart is compared.
    const shared = vectors.reduce(
      (sum, vector) => sum.map((value, at) => value + (vector[at] ?? 0) / vectors.length),
      new Float32Array(vectors[0]?.length ?? 0),
    );
    const own = vectors.map((vector) => vector.map((value, at) => value - (shared[at] ?? 0)));
    const cosine = (a: Float32Array, b: Float32Array) => dot(a, b, 0) / Math.sqrt(dot(a, a, 0) * dot(b, b, 0));
    for (const [at, vector] of own.entries()) {
      const nearness = own.map((other, place) => (place === at ? -1 : cosine(vector, other)));
      expect(nearness.indexOf(Math.max(...nearness))).toBe(at % 2 === 0 ? at + 1 : at - 1);
    }
  });

  it('bears empty and endless texts', async () => {
    for (const words of ['', '🎉', '裙'.repeat(10_000)]) {
      expect((await text(words)).embedding.every(Number.isFinite)).toBe(true);
    }
  });

  it('tags by calibrated confidence, and knows a plain colour is no garment', async () => {
    const { tags } = await photo();
    expect(tags.garment).toBe(false);
    for (const tag of Object.values(tags.tags).flat()) {
      expect(tag.confidence).toBeGreaterThanOrEqual(0);
      expect(tag.confidence).toBeLessThanOrEqual(1);
    }
  });

  it('tells the tags of a photo that has the pixels from a closer look, and keeps its vector', async () => {
    const shot = async (width: number, look: 'closely' | 'at-a-glance') => {
      const jeans = Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 120"><rect width="90" height="120" fill="#fff"/><path d="M25 8h40l6 104H50L45 40l-5 72H19z" fill="#2b4470"/><path d="M25 15h40M45 15v22m-19-18q6 8 11 0m16 0q6 8 11 0M32 24l-5 86m31-86 5 86" fill="none" stroke="#c9a45c" stroke-width=".8"/></svg>`,
      );
      const photographed = await decodePhoto(await sharp(jeans).resize(width).jpeg().toBuffer());
      const [encoding] = await encoder.encodePhotos([photographed], look);
      if (!encoding) throw new Error('no encoding');
      return encoding;
    };
    const [close, glance] = [await shot(400, 'closely'), await shot(400, 'at-a-glance')];
    expect(dot(close.embedding, glance.embedding, 0)).toBeCloseTo(1, 5);
    expect(close.tags).not.toEqual(glance.tags);
    for (const { tags } of [close, glance]) expect(tags.garment).toBe(true);
    expect((await shot(90, 'closely')).tags).toEqual((await shot(90, 'at-a-glance')).tags);
  });

  it('makes a garment’s vector and tokens from title and pictures, and from either alone', async () => {
    const [title, picture] = await Promise.all([text('red dress'), photo()]);
    for (const garment of [
      await encoder.encodeGarment(title, [picture, picture]),
      await encoder.encodeGarment(title, []),
      await encoder.encodeGarment(undefined, [picture]),
    ]) {
      expect(Math.hypot(...garment.embedding)).toBeCloseTo(1, 4);
      expect(garment.tokens?.tokens).toHaveLength(16 * 64);
      expect(garment.tokens?.mask).toHaveLength(16);
    }
    await expect(encoder.encodeGarment(undefined, [])).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('weighs the modalities of a query: they sum to one, an absent one is exactly 0', async () => {
    const [words, picture] = await Promise.all([text('red dress'), photo()]);
    const garment = await encoder.encodeGarment(words, [picture]);
    if (!garment.tokens || !encoder.attend) throw new Error('no attention ranker');
    const candidates = [{ tokens: garment.tokens, embedding: garment.embedding }];
    const weigh = async (query: Parameters<NonNullable<OpenedEncoder['attend']>>[0]) =>
      (await encoder.attend?.(query, candidates))?.weights ?? { text: -1, image: -1, history: -1 };
    const all = await weigh({ text: words, photo: picture, history: [garment.embedding] });
    expect(all.text + all.image + all.history).toBeCloseTo(1, 4);
    expect(await weigh({ text: words, history: [] })).toMatchObject({ image: 0, history: 0 });
    expect(await weigh({ photo: { embedding: picture.embedding }, history: [] })).toMatchObject({
      text: 0,
      history: 0,
    });
  });
});
