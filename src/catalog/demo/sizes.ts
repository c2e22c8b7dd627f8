import type { GarmentSize } from '../../domain/garment.js';
import type { StyleLine } from './assortment/sheet.js';
import type { Random } from './random.js';

const LETTERS = ['XS', 'S', 'M', 'L', 'XL', 'XXL'];
const FOOTWEAR = new Set([
  'sneakers',
  'sports_shoes',
  'casual_shoes',
  'formal_shoes',
  'loafers',
  'heels',
  'flats',
  'boots',
  'ankle_boots',
  'sandals',
  'slippers',
  'flip_flops',
]);
const ONE_SIZE = new Set([
  'handbag',
  'tote',
  'crossbody',
  'backpack',
  'clutch',
  'wallet',
  'laptop_bag',
  'belt_bag',
  'pouch',
  'duffel_bag',
  'scarf',
  'shawl',
  'tie',
  'bow_tie',
  'suspenders',
  'cufflinks',
  'watch',
  'sunglasses',
  'glasses',
  'umbrella',
  'hair_accessory',
  'gift_set',
  'necklace',
  'pendant',
  'earrings',
  'brooch',
  'jewellery_set',
  'cap',
  'beanie',
]);
const TAILORED = new Set(['suit', 'blazer', 'dress_trousers', 'shirt']);
const CHILDREN = new Set(['kids', 'girls', 'boys']);

function range(from: number, to: number, step = 1): string[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_unused, index) => String(from + index * step));
}

/** The size run of a style, by what it is and who wears it. */
export function sizeRun(line: StyleLine): string[] {
  const { category, audience } = line;
  if (FOOTWEAR.has(category)) {
    if (CHILDREN.has(audience)) return range(26, 35);
    if (audience === 'men') return range(39, 44);
    return audience === 'unisex' ? range(36, 44) : range(35, 40);
  }
  if (category === 'suitcase') return ['20"', '24"', '28"'];
  if (ONE_SIZE.has(category)) return ['one size'];
  if (audience === 'baby') return range(66, 90, 8);
  if (CHILDREN.has(audience)) return range(100, 150, 10);
  switch (category) {
    case 'ring':
      return range(11, 17, 2);
    case 'bangle':
      return range(54, 60, 2);
    case 'bracelet':
      return ['16cm', '18cm'];
    case 'belt':
      return audience === 'men' ? range(95, 120, 5) : range(85, 105, 5);
    case 'socks':
      return audience === 'men' ? ['39-44'] : ['35-39'];
    case 'hat':
      return ['M', 'L'];
    case 'gloves':
      return ['S', 'M', 'L'];
    case 'jeans':
      return audience === 'men' ? range(29, 36) : range(25, 30);
    default:
  }
  if (audience === 'men' && TAILORED.has(category)) return range(165, 190, 5);
  if (audience === 'men') return LETTERS.slice(2).concat('XXXL');
  return audience === 'unisex' ? LETTERS.slice(1) : LETTERS.slice(0, 5);
}

/** Stock a size; a few sizes are sold out, and a few garments altogether. */
export function stocked(line: StyleLine, id: string, random: Random): GarmentSize[] {
  const gone = random.chance(0.03);
  const run = sizeRun(line);
  const most = line.price > 800 ? 8 : 36;
  return run.map((size, index) => {
    const edge = run.length > 2 && (index === 0 || index === run.length - 1);
    const out = gone || random.chance(edge ? 0.24 : 0.09);
    return { size, stock: out ? 0 : random.int(1, most), sku: `${id}-${size.replace(/\W+/g, '')}`.toUpperCase() };
  });
}
