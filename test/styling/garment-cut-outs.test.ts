import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardPicture } from '../../src/styling/board/cut-out.js';
import { createGarmentCutOuts, type GarmentCutOut } from '../../src/styling/board/garment-cut-outs.js';
import { startEdge } from '../support/edge-harness.js';
import { garmentOf, type InMemoryCatalogue, inMemoryCatalogue } from '../support/in-memory-catalogue.js';

const SHIRT =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120"><path d="M35 10h30l15 100h-60z" fill="#224"/></svg>';

/** Noise, from which no garment can be told. */
async function busy(): Promise<Buffer> {
  const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 7919) % 256));
  return sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer();
}

describe('a garment cut out', () => {
  let catalogue: InMemoryCatalogue;
  let cutOut: (id: string) => Promise<GarmentCutOut | undefined>;
  const pictures: Record<string, BoardPicture | undefined> = { '衬衫/1': { svg: SHIRT } };
  beforeAll(async () => {
    catalogue = await inMemoryCatalogue(
      ['衬衫/1', 'busy', 'broken', 'bare'].map((id) => garmentOf({ id, category: 'shirt' })),
    );
    pictures.busy = { bytes: await busy() };
    pictures.broken = { bytes: Buffer.from('broken') };
    cutOut = createGarmentCutOuts({ garments: catalogue.store, pictureOf: async ({ id }) => pictures[id] });
  });
  afterAll(() => catalogue.close());

  it('is a WebP trimmed to the garment, with nothing round it', async () => {
    const found = await cutOut('衬衫/1');
    const { data, info } = await sharp(found?.bytes).raw().toBuffer({ resolveWithObject: true });
    expect(found?.contentType).toBe('image/webp');
    expect(info.channels).toBe(4);
    expect(info.width / info.height).toBeCloseTo(0.6, 1);
    expect(info.height).toBeGreaterThan(500);
    expect(data[(info.width * (info.height >> 1) + (info.width >> 1)) * 4 + 3]).toBe(255);
  });

  it('is the same picture when it is asked for again', async () => {
    expect(await cutOut('衬衫/1')).toBe(await cutOut('衬衫/1'));
  });

  it('is not to be had where the ground cannot be told from it, or there is no picture or no garment', async () => {
    for (const id of ['busy', 'broken', 'bare', 'unknown']) expect(await cutOut(id)).toBeUndefined();
  });

  it('is served by the garment’s id, whatever characters that has, to the pages of any shop', async () => {
    const edge = await startEdge({ pictures: { cutOut } });
    try {
      const at = (id: string) => `${edge.url}/cut-outs/${Buffer.from(id).toString('base64url')}.webp`;
      const response = await fetch(at('衬衫/1'));
      expect(response.headers.get('content-type')).toBe('image/webp');
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).hasAlpha).toBe(true);
      for (const address of [at('busy'), at('unknown'), `${edge.url}/cut-outs/.webp`, `${edge.url}/cut-outs/..%2Fx`]) {
        expect((await fetch(address)).status).toBe(404);
      }
      expect((await fetch(at('衬衫/1'), { method: 'POST' })).status).toBe(405);
    } finally {
      await edge.close();
    }
  });
});
