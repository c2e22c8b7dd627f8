import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodePhoto } from '../../src/encoding/decode-photo.js';
import { rankTexts } from '../../src/evaluation/rank-texts.js';
import { embedImages, embedTexts } from '../../src/evaluation/write-embeddings.js';
import { ColourEncoder } from '../support/colour-encoder.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yida-embed-'));
  await mkdir(join(folder, 'photos', 'more'), { recursive: true });
  const paint = (name: string, background: string) =>
    sharp({ create: { width: 30, height: 40, channels: 3, background } })
      .png()
      .toFile(join(folder, 'photos', name));
  await paint('b-green.png', '#00ff00');
  await paint('a-red.png', '#ff0000');
  await paint('more/c-blue.png', '#0000ff');
  await writeFile(join(folder, 'photos', 'broken.jpg'), 'not a picture');
  await writeFile(join(folder, 'photos', 'labels.csv'), 'not meant as a picture');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Reads a file as NumPy would: magic, header, float32 rows. */
async function readNpy(path: string): Promise<{ shape: [number, number]; rows: number[][] }> {
  const bytes = await readFile(path);
  expect([...bytes.subarray(0, 8)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  const headerLength = bytes.readUInt16LE(8);
  expect((headerLength + 10) % 64).toBe(0);
  const header = bytes.subarray(10, 10 + headerLength).toString();
  expect(header).toMatch(/'descr': '<f4', 'fortran_order': False/);
  const [, n = '0', dim = '0'] = /\((\d+), (\d+)\)/.exec(header) ?? [];
  const data = bytes.subarray(10 + headerLength);
  expect(data.length).toBe(Number(n) * Number(dim) * 4);
  const rows = Array.from({ length: Number(n) }, (_, row) =>
    Array.from({ length: Number(dim) }, (_v, at) => data.readFloatLE((row * Number(dim) + at) * 4)),
  );
  return { shape: [Number(n), Number(dim)], rows };
}

describe('embed', () => {
  it('writes one unit vector a line of text, and the lines beside it in order', async () => {
    await writeFile(join(folder, 'texts.txt'), '\uFEFFred\r\n绿色\n\nblue\n');
    const out = join(folder, 'v.npy');
    const report = await embedTexts(join(folder, 'texts.txt'), out, new ColourEncoder());
    expect(report).toEqual({ rows: 4, dim: 3, refused: [] });
    const { shape, rows } = await readNpy(out);
    expect(shape).toEqual([4, 3]);
    expect([rows[0], rows[1], rows[3]]).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(await readFile(join(folder, 'v.names.txt'), 'utf8')).toBe('red\n绿色\n\nblue\n');
  });

  it('writes one row a readable photo by file name, and tells of the others', async () => {
    const refused: string[] = [];
    const out = join(folder, 'v.npy');
    const report = await embedImages(join(folder, 'photos'), out, {
      encoder: new ColourEncoder(),
      decode: decodePhoto,
      onRefused: (name) => refused.push(name),
    });
    expect(report.rows).toBe(3);
    expect(refused).toEqual(['broken.jpg']);
    expect(await readFile(join(folder, 'v.names.txt'), 'utf8')).toBe('a-red.png\nb-green.png\nc-blue.png\n');
    expect((await readNpy(out)).rows).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('refuses a path that is neither a folder nor a zip', async () => {
    const options = { encoder: new ColourEncoder(), decode: decodePhoto };
    for (const path of ['nowhere', 'photos/labels.csv']) {
      await expect(embedImages(join(folder, path), join(folder, 'v.npy'), options)).rejects.toMatchObject({
        code: 'feed-unreadable',
      });
    }
  });
});

describe('rank', () => {
  it('writes the best photos of each text, best first, as JSON lines', async () => {
    await writeFile(join(folder, 'texts.txt'), 'blue\n红色\n');
    const out = join(folder, 'r.jsonl');
    const done = await rankTexts(join(folder, 'texts.txt'), join(folder, 'photos'), out, {
      encoder: new ColourEncoder(),
      decode: decodePhoto,
      top: 2,
    });
    expect(done).toEqual({ texts: 2, photos: 3 });
    const lines = (await readFile(out, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => [line.text, line.top[0].name])).toEqual([
      ['blue', 'c-blue.png'],
      ['红色', 'a-red.png'],
    ]);
    for (const { top } of lines) {
      expect(top).toHaveLength(2);
      expect(top[0].score).toBeGreaterThan(top[1].score);
    }
  });
});
