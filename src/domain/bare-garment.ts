import type { Garment } from './garment.js';

/** A garment of which nothing is stated. */
export function bareGarment(id: string): Garment {
  return {
    id,
    title: { 'zh-CN': '', en: '' },
    description: { 'zh-CN': '', en: '' },
    category: null,
    colours: [],
    pattern: null,
    material: null,
    sleeve: null,
    neckline: null,
    fit: null,
    length: null,
    seasons: [],
    occasions: [],
    styles: [],
    audience: null,
    brand: null,
    price: null,
    sizes: [],
    images: [],
    url: null,
  };
}
