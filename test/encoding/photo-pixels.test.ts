import { describe, expect, it } from 'vitest';
import { preprocessorSchema } from '../../src/encoding/model-config.js';
import { pixelsFor, planes } from '../../src/encoding/photo-pixels.js';

const photo = (width: number, height: number) => ({ rgb: new Uint8Array(width * height * 3).fill(10), width, height });
const at = (pixels: { rgb: Uint8Array; width: number }, x: number, y: number) => pixels.rgb[(y * pixels.width + x) * 3];

describe('preparing pixels by preprocessor_config.json', () => {
  it('letterboxes on the padding colour', async () => {
    const plan = preprocessorSchema.parse({ size: { height: 40, width: 32 }, do_pad: true, pad_mode: 'letterbox' });
    const pixels = await pixelsFor(photo(100, 50), plan);
    expect([pixels.width, pixels.height]).toEqual([32, 40]);
    expect([at(pixels, 16, 2), at(pixels, 16, 20), at(pixels, 16, 38)]).toEqual([255, 10, 255]);
  });

  it('squeezes to a size, as SigLIP does', async () => {
    const pixels = await pixelsFor(photo(100, 50), preprocessorSchema.parse({ size: { height: 24, width: 24 } }));
    expect([pixels.width, pixels.height, at(pixels, 12, 1)]).toEqual([24, 24, 10]);
  });

  it('resizes the shorter edge and crops the middle, as CLIP does', async () => {
    const plan = preprocessorSchema.parse({ size: 20, do_center_crop: true, crop_size: 20 });
    const pixels = await pixelsFor(photo(100, 50), plan);
    expect([pixels.width, pixels.height, pixels.rgb.length]).toEqual([20, 20, 1200]);
  });

  it('gives planes, rescaled and normalised channel by channel', () => {
    const plan = preprocessorSchema.parse({ image_mean: [0.5, 0, 0], image_std: [0.5, 1, 2] });
    const out = planes([{ rgb: Uint8Array.of(255, 255, 255, 0, 0, 0), width: 2, height: 1 }], plan);
    expect([...out]).toEqual([1, -1, 1, 0, 0.5, 0]);
  });
});
