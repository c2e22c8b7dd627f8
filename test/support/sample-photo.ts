import sharp from 'sharp';

/** A small real picture that carries a place in its EXIF, as a phone writes it. */
export async function samplePhoto(): Promise<Uint8Array> {
  return sharp({ create: { width: 64, height: 80, channels: 3, background: { r: 180, g: 60, b: 70 } } })
    .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '31/1 13/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
}
