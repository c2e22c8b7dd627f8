import type { Garment } from '../../src/domain/garment.js';
import { money } from '../../src/domain/money.js';
import { garmentOf } from './in-memory-catalogue.js';

/** A small seeded generator (mulberry32): the same numbers for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const COLOURS = [
  'black',
  'white',
  'beige',
  'navy',
  'grey',
  'red',
  'pink',
  'lime',
  'camel',
  'light_blue',
  'olive',
  'magenta',
];
const PATTERNS = ['solid', 'solid', 'solid', 'stripes', 'floral', 'plaid', 'leopard', 'cartoon'];
const MATERIALS = ['cotton', 'wool', 'linen', 'denim', 'silk', 'polyester'];
const STYLES = ['minimalist', 'casual', 'business', 'street', 'french', 'sporty', 'elegant'];
const OCCASIONS = ['daily', 'work', 'date', 'party', 'travel', 'sports', 'wedding_guest'];
const CATEGORIES = [
  'tshirt',
  'shirt',
  'blouse',
  'polo',
  'tank_top',
  'sweater',
  'hoodie',
  'cardigan',
  'jeans',
  'trousers',
  'dress_trousers',
  'shorts',
  'skirt',
  'blazer',
  'coat',
  'down_jacket',
  'trench_coat',
  'denim_jacket',
  'dress',
  'jumpsuit',
  'suit',
  'sneakers',
  'loafers',
  'heels',
  'boots',
  'sandals',
  'formal_shoes',
  'tote',
  'handbag',
  'backpack',
  'clutch',
  'cap',
  'hat',
  'scarf',
  'necklace',
  'earrings',
  'watch',
  'tie',
  'sunglasses',
  'swimsuit',
  'raincoat',
  'fragrance',
];
const WARM = new Set(['tank_top', 'shorts', 'sandals', 'sunglasses', 'swimsuit']);
const COLD = new Set(['sweater', 'hoodie', 'coat', 'down_jacket', 'scarf']);
const WOMEN = new Set([
  'blouse',
  'skirt',
  'dress',
  'jumpsuit',
  'heels',
  'clutch',
  'handbag',
  'necklace',
  'earrings',
  'swimsuit',
]);
const MEN = new Set(['tie', 'formal_shoes', 'suit']);

/** `count` garments of every slot, some sold out, some without a price, some loud; the same for one seed. */
export function outfitGarments(count: number, seed = 7): Garment[] {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: count }, (_, at): Garment => {
    const category = CATEGORIES[at % CATEGORIES.length] ?? 'tshirt';
    const seasons = WARM.has(category)
      ? ['summer']
      : COLD.has(category)
        ? ['autumn', 'winter']
        : pick([['all_season'], ['spring', 'autumn'], ['summer'], ['winter']]);
    const anyone = ['women', 'men', 'unisex'];
    const audience = WOMEN.has(category)
      ? 'women'
      : MEN.has(category)
        ? 'men'
        : random() < 0.06
          ? 'kids'
          : pick(anyone);
    const sizes = ['sneakers', 'loafers', 'heels', 'boots', 'sandals', 'formal_shoes'].includes(category)
      ? ['37', '38', '42']
      : ['S', 'M', 'L'];
    return garmentOf({
      id: `o${at}`,
      title: { 'zh-CN': `单品${at}`, en: `Piece ${at}` },
      category,
      colours: random() < 0.15 ? [pick(COLOURS), pick(COLOURS)] : [pick(COLOURS)],
      pattern: pick(PATTERNS),
      material: pick(MATERIALS),
      seasons,
      occasions: [pick(OCCASIONS), pick(OCCASIONS)],
      styles: [pick(STYLES)],
      audience,
      price: random() < 0.04 ? null : money(39 + Math.floor(random() * 900), 'CNY'),
      sizes: sizes.map((size) => ({
        size,
        stock: random() < 0.25 ? 0 : random() < 0.2 ? null : Math.floor(random() * 9),
      })),
    });
  });
}
