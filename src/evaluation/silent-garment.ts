import type { Garment } from '../domain/garment.js';

/** A garment of which nothing is stated: only its photo is known. */
export const SILENT: Garment = {
  id: '',
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
