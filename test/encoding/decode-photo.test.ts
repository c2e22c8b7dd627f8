import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createPhotoDecoder, decodePhoto } from '../../src/encoding/decode-photo.js';

const plain = (width: number, height: number, background = '#c03020') =>
  sharp({ create: { width, height, channels: 3, background } });
const pixel = (photo: { rgb: Uint8Array; width: number }, x: number, y: number) => [
  ...photo.rgb.subarray((y * photo.width + x) * 3, (y * photo.width + x) * 3 + 3),
];

describe('decoding a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('reads %s as RGB', async (format) => {
    const photo = await decodePhoto(await plain(40, 50).toFormat(format, { quality: 100 }).toBuffer());
    expect([photo.width, photo.height, photo.rgb.length]).toEqual([40, 50, 40 * 50 * 3]);
    for (const [at, value] of pixel(photo, 20, 20).entries()) expect(value).toBeCloseTo([192, 48, 32][at] ?? 0, -1);
  });

  it('turns a photo upright by its EXIF orientation', async () => {
    const left = await plain(30, 60, '#ff0000').png().toBuffer();
    const bytes = await plain(60, 60, '#0000ff')
      .composite([{ input: left, left: 0, top: 0 }])
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const photo = await decodePhoto(bytes);
    // Orientation 6 turns clockwise: what was left is now on top.
    expect(pixel(photo, 30, 10)[0]).toBeGreaterThan(200);
    expect(pixel(photo, 30, 50)[2]).toBeGreaterThan(200);
  });

  it('lays transparent parts over white', async () => {
    const clear = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    expect(pixel(await decodePhoto(clear), 5, 5)).toEqual([255, 255, 255]);
  });

  it('reads grey, 16-bit and CMYK pictures as RGB', async () => {
    const grey = await plain(20, 20, '#808080').greyscale().png().toBuffer();
    const deep = await plain(20, 20, '#c03020').toColourspace('rgb16').png().toBuffer();
    const print = await plain(20, 20, '#ffffff').toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect(pixel(await decodePhoto(grey), 3, 3)).toEqual([128, 128, 128]);
    expect(pixel(await decodePhoto(deep), 3, 3)).toEqual([192, 48, 32]);
    for (const value of pixel(await decodePhoto(print), 3, 3)) expect(value).toBeGreaterThan(240);
  });

  it('takes the first frame of an animation', async () => {
    const frames = await Promise.all(['#ff0000', '#00ff00'].map((colour) => plain(24, 24, colour).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    const photo = await decodePhoto(moving);
    expect([photo.width, photo.height]).toEqual([24, 24]);
    expect(pixel(photo, 12, 12)[0]).toBeGreaterThan(200);
  });

  it('makes large photos small while it decodes', async () => {
    const photo = await decodePhoto(await plain(3000, 4000).jpeg().toBuffer());
    expect([photo.width, photo.height]).toEqual([480, 640]);
  });

  const refused: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
    ['nothing', 'photo-empty', () => new Uint8Array()],
    ['text', 'photo-format', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', 'photo-format', () => plain(20, 20).gif().toBuffer()],
    ['HEIC', 'photo-heic', () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1')],
    [
      'a truncated JPEG',
      'photo-unreadable',
      async () =>
        (
          await sharp({
            create: {
              width: 200,
              height: 200,
              channels: 3,
              background: '#888',
              noise: { type: 'gaussian', mean: 128, sigma: 60 },
            },
          })
            .jpeg()
            .toBuffer()
        ).subarray(0, 3000),
    ],
    [
      'a PNG header alone',
      'photo-unreadable',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    ],
    ['eight pixels', 'photo-too-small', () => plain(8, 200).png().toBuffer()],
    [
      '81 million pixels in few bytes',
      'photo-too-large',
      () => plain(9000, 9000).png({ compressionLevel: 9 }).toBuffer(),
    ],
    ['eleven megabytes', 'photo-too-large', () => new Uint8Array(11 * 2 ** 20)],
  ];
  it.each(refused)('refuses %s as %s', async (_name, code, bytes) => {
    await expect(decodePhoto(await bytes())).rejects.toMatchObject({ code });
  });

  it('decodes no more photos at a time than its limit', async () => {
    const decode = createPhotoDecoder({ concurrency: 1 });
    const bytes = await plain(64, 64).jpeg().toBuffer();
    const photos = await Promise.all(Array.from({ length: 6 }, () => decode(bytes)));
    expect(photos).toHaveLength(6);
  });
});
