import type { Garment } from '../../src/domain/garment.js';

/** A garment with every field a card reads; `changes` make others of it. */
export function sampleGarment(changes: Partial<Garment> = {}): Garment {
  return {
    id: 'g1',
    title: { 'zh-CN': '雾蓝碎花茶歇裙', en: 'Mist-blue floral tea dress' },
    description: { 'zh-CN': '轻盈雪纺，收腰。', en: 'Light chiffon with a gathered waist.' },
    category: 'dress',
    colours: ['blue'],
    pattern: 'floral',
    material: 'chiffon',
    sleeve: 'short_sleeve',
    neckline: 'v_neck',
    fit: null,
    length: null,
    seasons: ['summer'],
    occasions: ['casual'],
    styles: [],
    audience: 'women',
    brand: 'Atelier Wu',
    price: { minorUnits: 39900, currency: 'CNY' },
    listPrice: { minorUnits: 49900, currency: 'CNY' },
    sizes: [
      { size: 'S', stock: 5 },
      { size: 'M', stock: 2 },
      { size: 'L', stock: 0 },
      { size: 'XL', stock: null },
    ],
    images: ['/demo/images/g1.webp'],
    url: '/demo/garments/g1',
    ...changes,
  };
}

/** `count` garments that differ in id, title, colour and price. */
export function sampleGarments(count: number): Garment[] {
  const colours = ['blue', 'white', 'black', 'red', 'green'];
  return Array.from({ length: count }, (_, index) =>
    sampleGarment({
      id: `g${index + 1}`,
      title: { 'zh-CN': `茶歇裙 ${index + 1} 号`, en: `Tea dress ${index + 1}` },
      colours: [colours[index % colours.length] ?? 'blue'],
      price: { minorUnits: 19900 + index * 5000, currency: 'CNY' },
      images: [`/demo/images/g${index + 1}.webp`],
      url: `/demo/garments/g${index + 1}`,
    }),
  );
}
