import type { Garment } from '../../domain/garment.js';

/**
 * `address` as a client far away can open it: a path is put under `base` (`https://shop.example`, no
 * trailing slash), http and https stay, anything else (javascript:, file:, data:) is dropped.
 */
export function absoluteAddress(address: string, base: string): string | undefined {
  if (address.startsWith('/') && !address.startsWith('//')) return `${base}${address}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? address : undefined;
}

/** The garment with every address absolute and openable; what is not is left out. */
export function withAbsoluteAddresses(garment: Garment, base: string): Garment {
  return {
    ...garment,
    images: garment.images.flatMap((image) => absoluteAddress(image, base) ?? []),
    url: garment.url === null ? null : (absoluteAddress(garment.url, base) ?? null),
  };
}
