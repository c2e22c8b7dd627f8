import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DemoGarment, demoGarments } from '../../../src/catalog/demo/demo-garments.js';
import { drawCutout, drawGarment } from '../../../src/catalog/demo/drawing/draw-garment.js';
import { renderGarment } from '../../../src/catalog/demo/render-garment.js';

const shop = demoGarments({ seed: 1 });

/** Mean difference a colour channel, of 255, between two small pictures of the same size. */
function difference(a: Buffer, b: Buffer): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / a.length;
}

function find(id: string): DemoGarment {
  const found = shop.find((item) => item.garment.id.startsWith(id));
  if (!found) throw new Error(`no ${id} in the demo`);
  return found;
}

/** The picture's ink: share of pixels that are neither paper nor shadow, in a box given in shares of the picture. */
async function inkIn(
  item: DemoGarment,
  box: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const width = 160;
  const { data, info } = await sharp(await renderGarment(item.spec, { width, format: 'png' }))
    .extract({
      left: Math.round(box.left * width),
      top: Math.round(box.top * width * 1.25),
      width: Math.round(box.width * width),
      height: Math.round(box.height * width * 1.25),
    })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 180).length / (info.width * info.height);
}

describe('drawing the demo', () => {
  const small = new Map<string, Buffer>();

  beforeAll(async () => {
    for (const { garment, spec } of shop) {
      const picture = await renderGarment(spec, { width: 64, format: 'png' });
      small.set(garment.id, await sharp(picture).removeAlpha().raw().toBuffer());
    }
  });

  it('draws every garment, four to five, with something on the paper', () => {
    expect(small.size).toBe(shop.length);
    for (const [id, pixels] of small) {
      expect(pixels.length, id).toBe(64 * 80 * 3);
      const tones = new Set(pixels);
      expect(tones.size, id).toBeGreaterThan(24);
    }
  });

  it('lets no two garments look the same', () => {
    // Two pictures are no more alike than their means are: most pairs need no look at their pixels.
    const all = [...small].map(([id, pixels]) => ({
      id,
      pixels,
      mean: pixels.reduce((sum, at) => sum + at) / pixels.length,
    }));
    const alike: string[] = [];
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) {
        if (Math.abs(one.mean - other.mean) >= 0.3) continue;
        if (difference(one.pixels, other.pixels) < 0.3) alike.push(`${one.id} and ${other.id}`);
      }
    }
    expect(alike).toEqual([]);
  });

  it('draws the same picture from the same spec', () => {
    for (const { spec } of shop.slice(0, 40)) expect(drawGarment(spec)).toBe(drawGarment({ ...spec }));
  });

  it('names no font and asks for no file, so that it looks alike on every machine', () => {
    for (const { garment, spec } of shop) {
      expect(drawGarment(spec), garment.id).not.toMatch(/<text|font-|<image|https?:\/\/(?!www\.w3\.org)/);
    }
  });

  it('leaves no number unresolved in any path', () => {
    for (const { garment, spec } of shop) expect(drawGarment(spec), garment.id).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('cuts a garment out on a transparent ground in a tight box', async () => {
    for (const id of ['dress-01', 'sneakers-01', 'tote-01', 'necklace-03', 'suit-01']) {
      const svg = drawCutout(find(id).spec);
      expect(svg).not.toContain('url(#paper)');
      const { data, info } = await sharp(Buffer.from(svg))
        .resize(120)
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(data[3]).toBe(0);
      const rows = Array.from({ length: info.height }, (_unused, y) =>
        data.subarray(y * info.width * 4, (y + 1) * info.width * 4).some((value, at) => at % 4 === 3 && value > 0),
      );
      expect(rows.indexOf(true), id).toBeLessThan(info.height * 0.12);
      expect(rows.lastIndexOf(true), id).toBeGreaterThan(info.height * 0.88);
    }
  });

  it('shows the length: a midi skirt reaches lower than a short one, and a V opens deeper than a crew', () => {
    const reach = (id: string): number => Number(drawCutout(find(id).spec).match(/viewBox="\S+ \S+ \S+ (\S+)"/)?.[1]);
    expect(reach('skirt-01')).toBeGreaterThan(reach('skirt-02') * 1.4);
    expect(reach('dress-02')).toBeGreaterThan(reach('dress-03') * 1.3);
  });

  it('shows the sleeve: long sleeves put cloth beside the body where none is on a vest', async () => {
    const beside = { left: 0.08, top: 0.55, width: 0.12, height: 0.12 };
    const long = shop.find(({ garment }) => garment.id.startsWith('sweater-08'));
    const vest = shop.find(
      ({ garment }) => garment.id.startsWith('down-jacket') === false && garment.category === 'tank_top',
    );
    if (!long || !vest) throw new Error('no sweater or vest in the demo');
    expect(await inkIn(long, beside)).toBeGreaterThan(0.2);
    expect(await inkIn(vest, beside)).toBeLessThan(0.05);
  });

  it('encodes WebP, PNG and JPEG at the asked size, and refuses an impossible one', async () => {
    const { spec } = find('dress-01');
    for (const format of ['webp', 'png', 'jpeg'] as const) {
      const meta = await sharp(await renderGarment(spec, { width: 120, format })).metadata();
      expect([meta.format, meta.width, meta.height]).toEqual([format, 120, 150]);
    }
    await expect(renderGarment(spec, { width: 0 })).rejects.toThrow(RangeError);
  });

  it('refuses a category it has no pen for', () => {
    expect(() => drawGarment({ ...find('dress-01').spec, category: 'spaceship' })).toThrow(RangeError);
  });
});
