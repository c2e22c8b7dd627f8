import sharp from 'sharp';

const QUALITY = 86;

/** A picture as JPEG, on white where it is transparent: for platforms that know no WebP. */
export async function toJpeg(picture: Uint8Array): Promise<Uint8Array> {
  return sharp(picture, { limitInputPixels: 50_000_000, failOn: 'error' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
