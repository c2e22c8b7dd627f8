import type { OccasionKnowledge } from './occasion-knowledge.js';
import { SPORT_OCCASIONS } from './sport-occasions.js';

const PLAYFUL = ['cartoon', 'graphic', 'letters', 'tie_dye', 'camouflage', 'ripped', 'tropical'] as const;
const LOUD = [...PLAYFUL, 'sequin', 'animal', 'leopard', 'zebra', 'snake', 'cutout', 'fringe'] as const;
const UNDRESSED = [
  'tank_top',
  'shorts',
  'leggings',
  'joggers',
  'hoodie',
  'sweatshirt',
  'cargo_pants',
  'romper',
  'overalls',
  'flip_flops',
  'slippers',
  'sandals',
  'sports_shoes',
  'cap',
  'belt_bag',
  'backpack',
  'jersey',
  'tracksuit',
] as const;
/** Occasion id -> knowledge; ids that are absent take their parent's, and without one set no limit. */
export const OCCASIONS: Readonly<Record<string, OccasionKnowledge>> = {
  ...SPORT_OCCASIONS,
  daily: { formality: [0.15, 0.6], completes: ['bag', 'outer', 'mid'] },
  work: {
    formality: [0.45, 0.8],
    indoors: true,
    favours: {
      categories: [
        'shirt',
        'blouse',
        'blazer',
        'dress_trousers',
        'trousers',
        'loafers',
        'formal_shoes',
        'tote',
        'laptop_bag',
      ],
      colours: ['navy', 'black', 'white', 'grey', 'charcoal', 'beige', 'light_blue', 'camel'],
      styles: ['business', 'smart_casual', 'minimalist', 'luxury_quiet', 'elegant'],
    },
    avoids: {
      categories: [
        'tank_top',
        'shorts',
        'leggings',
        'joggers',
        'hoodie',
        'flip_flops',
        'slippers',
        'sports_shoes',
        'romper',
      ],
      patterns: ['cartoon', 'tie_dye', 'camouflage', 'ripped', 'sequin', 'cutout'],
    },
    completes: ['outer', 'bag', 'mid', 'watch'],
  },
  interview: {
    formality: [0.6, 0.9],
    indoors: true,
    favours: {
      categories: [
        'shirt',
        'blouse',
        'blazer',
        'dress_trousers',
        'suit',
        'formal_shoes',
        'loafers',
        'heels',
        'laptop_bag',
      ],
      colours: ['navy', 'black', 'charcoal', 'grey', 'white', 'light_blue', 'beige'],
      styles: ['business', 'smart_casual', 'minimalist', 'elegant'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt'],
      patterns: LOUD,
      colours: ['lime', 'magenta', 'orange'],
    },
    completes: ['outer', 'bag', 'watch', 'tie'],
  },
  formal: {
    formality: [0.7, 1],
    indoors: true,
    favours: {
      categories: ['suit', 'gown', 'blazer', 'dress_trousers', 'heels', 'formal_shoes', 'clutch', 'tie'],
      styles: ['elegant', 'business'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt', 'laptop_bag'],
      patterns: PLAYFUL,
    },
    completes: ['outer', 'bag', 'tie', 'earrings', 'necklace'],
  },
  party: {
    formality: [0.35, 0.85],
    indoors: true,
    favours: {
      categories: ['dress', 'heels', 'clutch', 'leather_jacket'],
      patterns: ['sequin', 'lace', 'beaded'],
      styles: ['sexy', 'elegant', 'sweet_cool'],
    },
    avoids: {
      categories: ['flip_flops', 'slippers', 'sports_shoes', 'joggers', 'down_jacket', 'backpack', 'laptop_bag'],
    },
    completes: ['bag', 'earrings', 'necklace', 'outer'],
  },
  banquet: {
    formality: [0.65, 1],
    indoors: true,
    favours: {
      categories: ['dress', 'qipao', 'gown', 'suit', 'heels', 'clutch'],
      patterns: ['sequin', 'lace', 'beaded', 'embroidery'],
      styles: ['elegant', 'ladylike', 'new_chinese'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt', 'laptop_bag'],
      patterns: PLAYFUL,
    },
    completes: ['bag', 'earrings', 'necklace', 'outer'],
  },
  // Guests leave white to the bride, and at a Chinese wedding red as well; all black reads as mourning there.
  wedding_guest: {
    formality: [0.55, 0.92],
    indoors: true,
    favours: {
      categories: ['dress', 'suit', 'blazer', 'heels', 'flats', 'clutch', 'loafers', 'formal_shoes', 'qipao'],
      colours: ['light_pink', 'lavender', 'light_blue', 'mint', 'peach', 'navy', 'rose', 'beige', 'gold', 'dark_green'],
      styles: ['elegant', 'ladylike', 'french', 'smart_casual'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt', 'laptop_bag'],
      patterns: PLAYFUL,
      largeColours: ['white', 'off_white', 'cream', 'red', 'black'],
    },
    completes: ['bag', 'outer', 'earrings', 'tie'],
  },
  wedding: {
    formality: [0.75, 1],
    indoors: true,
    favours: {
      categories: ['gown', 'suit', 'qipao', 'heels', 'formal_shoes'],
      colours: ['white', 'off_white', 'red', 'gold'],
      styles: ['elegant'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt', 'laptop_bag'],
      patterns: PLAYFUL,
    },
    completes: ['bag', 'earrings', 'necklace', 'tie'],
  },
  date: {
    formality: [0.35, 0.75],
    favours: {
      categories: ['dress', 'blouse', 'skirt', 'cardigan', 'crossbody', 'shirt', 'loafers'],
      styles: ['french', 'sweet', 'korean', 'elegant', 'smart_casual'],
    },
    avoids: {
      categories: ['flip_flops', 'slippers', 'sports_shoes', 'joggers', 'laptop_bag', 'backpack', 'tracksuit'],
    },
    completes: ['bag', 'outer', 'mid', 'earrings', 'necklace'],
  },
  vacation: {
    formality: [0.08, 0.5],
    favours: {
      categories: ['dress', 'shorts', 'sandals', 'hat', 'sunglasses', 'tote', 'shirt'],
      patterns: ['floral', 'tropical', 'stripes'],
      styles: ['boho', 'casual', 'french'],
    },
    avoids: { categories: ['formal_shoes', 'heels', 'tie', 'suit', 'laptop_bag', 'clutch'] },
    completes: ['hat', 'bag', 'sunglasses'],
  },
  beach: {
    formality: [0, 0.4],
    favours: {
      categories: ['dress', 'shorts', 'sandals', 'flip_flops', 'hat', 'tote', 'swimsuit', 'swim_trunks'],
      patterns: ['floral', 'tropical', 'stripes'],
      styles: ['boho', 'casual'],
    },
    avoids: {
      categories: [
        'formal_shoes',
        'heels',
        'tie',
        'suit',
        'laptop_bag',
        'clutch',
        'boots',
        'ankle_boots',
        'blazer',
        'loafers',
        'dress_trousers',
      ],
    },
    completes: ['hat', 'bag', 'sunglasses'],
  },
  travel: {
    formality: [0.08, 0.5],
    favours: {
      categories: ['sneakers', 'jeans', 'backpack', 'crossbody', 'tshirt', 'trousers'],
      styles: ['casual', 'minimalist'],
    },
    avoids: { categories: ['heels', 'formal_shoes', 'gown', 'tie', 'clutch'] },
    completes: ['bag', 'outer', 'mid', 'cap', 'sunglasses'],
  },
  school: {
    formality: [0.1, 0.5],
    favours: {
      categories: ['sweatshirt', 'tshirt', 'sneakers', 'backpack', 'jeans', 'shirt', 'cardigan'],
      styles: ['preppy', 'casual', 'japanese', 'korean'],
    },
    avoids: { categories: ['heels', 'gown', 'clutch', 'tie', 'flip_flops'], patterns: ['sequin', 'cutout'] },
    completes: ['bag', 'mid', 'outer'],
  },
  graduation: {
    formality: [0.5, 0.85],
    favours: {
      categories: ['dress', 'shirt', 'blouse', 'skirt', 'dress_trousers', 'blazer', 'heels', 'flats', 'loafers'],
      colours: ['white', 'light_blue', 'cream', 'navy', 'light_pink', 'black'],
      styles: ['elegant', 'preppy', 'french', 'smart_casual'],
    },
    avoids: { categories: UNDRESSED, patterns: LOUD },
    completes: ['bag', 'outer', 'earrings', 'tie'],
  },
  home: {
    formality: [0, 0.25],
    indoors: true,
    favours: { categories: ['loungewear', 'pyjamas', 'slippers', 'hoodie', 'tshirt', 'joggers'], styles: ['casual'] },
    avoids: { categories: ['heels', 'formal_shoes', 'suit', 'gown', 'coat', 'blazer', 'clutch', 'handbag', 'tie'] },
    completes: ['mid'],
  },
  // New clothes, red for luck, and nothing that reads as mourning (all white, all black).
  festival_cny: {
    formality: [0.3, 0.85],
    favours: {
      categories: ['qipao', 'coat', 'sweater', 'dress', 'skirt', 'blazer', 'boots'],
      colours: ['red', 'burgundy', 'maroon', 'gold', 'rose', 'orange', 'camel', 'cream'],
      patterns: ['chinese_motif', 'embroidery', 'jacquard'],
      styles: ['new_chinese', 'china_chic', 'elegant'],
    },
    avoids: {
      categories: ['tank_top', 'flip_flops', 'slippers', 'shorts'],
      patterns: ['ripped', 'camouflage'],
      largeColours: ['black', 'white'],
    },
    completes: ['outer', 'bag', 'scarf', 'earrings'],
  },
  festival: {
    formality: [0.3, 0.85],
    favours: { styles: ['elegant', 'sweet', 'new_chinese'] },
    avoids: { categories: ['flip_flops', 'slippers'] },
    completes: ['bag', 'outer'],
  },
  ethnic: {
    formality: [0.3, 0.9],
    favours: {
      categories: ['kurta', 'saree', 'hanfu', 'kurta_set', 'qipao', 'salwar'],
      styles: ['ethnic', 'new_chinese'],
      patterns: ['ethnic_print', 'embroidery', 'chinese_motif'],
    },
    completes: ['earrings', 'bag', 'shawl'],
  },
  concert: {
    formality: [0.05, 0.5],
    favours: {
      categories: ['tshirt', 'leather_jacket', 'jeans', 'boots', 'sneakers', 'crossbody'],
      styles: ['street', 'punk', 'sweet_cool', 'y2k'],
    },
    avoids: { categories: ['suit', 'tie', 'laptop_bag', 'gown', 'formal_shoes'] },
    completes: ['outer', 'bag', 'cap'],
  },
  photo_shoot: { formality: [0.2, 0.9], completes: ['hat', 'bag', 'earrings', 'outer'] },
  performance: { formality: [0.3, 1], indoors: true, completes: ['earrings', 'bag'] },
  funeral: {
    formality: [0.55, 0.95],
    favours: {
      categories: ['suit', 'coat', 'dress_trousers', 'formal_shoes', 'dress', 'blouse', 'shirt'],
      colours: ['black', 'charcoal', 'white', 'navy', 'grey'],
      styles: ['minimalist', 'business'],
    },
    avoids: {
      categories: [...UNDRESSED, 'sneakers', 'tshirt'],
      patterns: [...LOUD, 'floral', 'polka_dot', 'colour_block', 'plaid', 'geometric'],
      colours: [
        'red',
        'pink',
        'rose',
        'magenta',
        'orange',
        'coral',
        'yellow',
        'lime',
        'gold',
        'turquoise',
        'royal_blue',
        'light_pink',
        'peach',
        'purple',
        'multicolour',
        'mint',
        'light_green',
        'green',
        'mustard',
      ],
    },
    completes: ['outer', 'bag'],
  },
  rainy_day: {
    formality: [0.05, 0.7],
    favours: {
      categories: ['raincoat', 'trench_coat', 'shell_jacket', 'boots', 'ankle_boots', 'umbrella'],
      styles: ['techwear', 'gorpcore', 'minimalist'],
    },
    avoids: { categories: ['sandals', 'flip_flops', 'slippers', 'heels'] },
    completes: ['outer', 'umbrella', 'bag'],
  },
};
