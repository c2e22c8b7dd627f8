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
/** Shine for the evening: at the table of an interview or a mourner's it is out of place, on the feet too. */
const EVENING_CLOTHS = ['satin', 'velvet', 'sequin'] as const;
/** The cloth of shopping and school: a bag of it is the cheapest there is, and looks it beside a gown or a suit. */
const EVERYDAY_CLOTHS = ['denim', 'canvas'] as const;

/** Styles that set out to be looked at: not before a jury, a mourner or one's elders. */
const UNRULY_STYLES = ['punk', 'y2k', 'sexy', 'gothic', 'street', 'sweet_cool'] as const;

/** Occasion id -> knowledge; ids that are absent take their parent's, and without one set no limit. */
export const OCCASIONS: Readonly<Record<string, OccasionKnowledge>> = {
  ...SPORT_OCCASIONS,
  daily: { formality: [0.15, 0.6], completes: ['bag', 'outer', 'mid'] },
  work: {
    formality: [0.45, 0.8],
    plainest: 0.33,
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
    plainest: 0.5,
    indoors: true,
    // A jury looks at the face, and a light collar lights it; black from top to toe is for the evening.
    callsFor: ['white', 'off_white', 'cream', 'light_blue', 'beige', 'light_grey'],
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
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt', 'polo', 'clutch'],
      patterns: [...LOUD, 'argyle', 'floral', 'chinese_motif'],
      materials: [...EVENING_CLOTHS, ...EVERYDAY_CLOTHS, 'corduroy', 'nylon', 'fleece', 'sherpa'],
      styles: UNRULY_STYLES,
      colours: ['lime', 'magenta', 'orange'],
      largeColours: ['red', 'rose', 'pink', 'coral', 'yellow', 'purple', 'turquoise', 'gold', 'multicolour'],
    },
    completes: ['outer', 'bag', 'watch', 'tie'],
  },
  formal: {
    formality: [0.7, 1],
    plainest: 0.62,
    indoors: true,
    favours: {
      categories: ['suit', 'gown', 'blazer', 'dress_trousers', 'heels', 'formal_shoes', 'clutch', 'tie'],
      styles: ['elegant', 'business'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt', 'laptop_bag', 'tote'],
      patterns: PLAYFUL,
      materials: EVERYDAY_CLOTHS,
      styles: ['punk', 'y2k', 'gothic', 'street'],
    },
    completes: ['outer', 'bag', 'tie', 'earrings', 'necklace'],
  },
  party: {
    formality: [0.35, 0.85],
    plainest: 0.28,
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
    plainest: 0.55,
    indoors: true,
    favours: {
      categories: ['dress', 'qipao', 'gown', 'suit', 'heels', 'clutch'],
      patterns: ['sequin', 'lace', 'beaded', 'embroidery'],
      styles: ['elegant', 'ladylike', 'new_chinese'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt', 'laptop_bag', 'tote'],
      patterns: PLAYFUL,
      materials: EVERYDAY_CLOTHS,
      styles: ['punk', 'y2k', 'gothic', 'street'],
    },
    completes: ['bag', 'earrings', 'necklace', 'outer'],
  },
  // Guests leave white to the bride, and at a Chinese wedding red as well; all black reads as mourning there.
  wedding_guest: {
    formality: [0.55, 0.92],
    plainest: 0.5,
    indoors: true,
    favours: {
      categories: ['dress', 'suit', 'blazer', 'heels', 'flats', 'clutch', 'loafers', 'formal_shoes', 'qipao'],
      colours: ['light_pink', 'lavender', 'light_blue', 'mint', 'peach', 'navy', 'rose', 'beige', 'gold', 'dark_green'],
      styles: ['elegant', 'ladylike', 'french', 'smart_casual'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt', 'sweater', 'laptop_bag', 'tote'],
      patterns: PLAYFUL,
      materials: EVERYDAY_CLOTHS,
      styles: ['punk', 'y2k', 'gothic', 'street'],
      largeColours: ['white', 'off_white', 'cream', 'red', 'black'],
    },
    completes: ['bag', 'outer', 'earrings', 'tie'],
  },
  wedding: {
    formality: [0.75, 1],
    plainest: 0.62,
    indoors: true,
    // All in black is no bride, and no groom without a white shirt.
    callsFor: ['white', 'off_white', 'red', 'burgundy', 'gold', 'light_pink'],
    favours: {
      categories: ['gown', 'suit', 'qipao', 'heels', 'formal_shoes'],
      colours: ['white', 'off_white', 'red', 'gold'],
      styles: ['elegant'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'tshirt', 'sweater', 'laptop_bag', 'tote'],
      patterns: PLAYFUL,
      materials: EVERYDAY_CLOTHS,
      styles: ['punk', 'y2k', 'gothic', 'street'],
    },
    completes: ['bag', 'earrings', 'necklace', 'tie'],
  },
  date: {
    formality: [0.35, 0.75],
    plainest: 0.28,
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
    // Who says no more than "holiday" dresses for the sun; a holiday in the snow is called one.
    season: 'summer',
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
    // Who goes to the sea in December goes where it is warm.
    season: 'summer',
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
    plainest: 0.45,
    indoors: true,
    favours: {
      categories: ['dress', 'shirt', 'blouse', 'skirt', 'dress_trousers', 'blazer', 'heels', 'flats', 'loafers'],
      colours: ['white', 'light_blue', 'cream', 'navy', 'light_pink', 'black'],
      styles: ['elegant', 'preppy', 'french', 'smart_casual'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'laptop_bag'],
      patterns: LOUD,
      materials: EVERYDAY_CLOTHS,
      styles: UNRULY_STYLES,
    },
    completes: ['bag', 'outer', 'earrings', 'tie'],
  },
  home: {
    formality: [0, 0.25],
    indoors: true,
    favours: { categories: ['loungewear', 'pyjamas', 'slippers', 'hoodie', 'tshirt', 'joggers'], styles: ['casual'] },
    avoids: {
      categories: [
        'heels',
        'formal_shoes',
        'suit',
        'gown',
        'coat',
        'blazer',
        'clutch',
        'handbag',
        'tie',
        'jeans',
        'dress_trousers',
        'sneakers',
        'casual_shoes',
        'loafers',
        'boots',
        'ankle_boots',
      ],
    },
    completes: ['mid'],
  },
  // New clothes, red for luck, and nothing that reads as mourning (all white, all black).
  festival_cny: {
    formality: [0.3, 0.85],
    month: 1,
    plainest: 0.28,
    colourCounts: 0.3,
    callsFor: ['red', 'burgundy', 'maroon', 'gold', 'rose', 'orange'],
    favours: {
      categories: ['qipao', 'coat', 'sweater', 'dress', 'skirt', 'blazer', 'boots'],
      colours: ['red', 'burgundy', 'maroon', 'gold', 'rose', 'orange'],
      patterns: ['chinese_motif', 'embroidery', 'jacquard'],
      styles: ['new_chinese', 'china_chic', 'elegant'],
    },
    avoids: {
      categories: [
        'tank_top',
        'camisole',
        'bodysuit',
        'romper',
        'flip_flops',
        'slippers',
        'shorts',
        'joggers',
        'laptop_bag',
        'backpack',
        'hoodie',
      ],
      patterns: ['ripped', 'camouflage'],
      styles: UNRULY_STYLES,
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
  // Seen from the last row: colour, shine, and nothing one wears to the shops.
  performance: {
    formality: [0.5, 1],
    plainest: 0.5,
    indoors: true,
    favours: {
      categories: ['gown', 'dress', 'qipao', 'suit', 'blazer', 'heels', 'formal_shoes'],
      patterns: ['sequin', 'lace', 'beaded', 'embroidery', 'jacquard'],
      styles: ['elegant', 'new_chinese', 'preppy'],
    },
    avoids: {
      categories: [...UNDRESSED, 'jeans', 'denim_jacket', 'sneakers', 'laptop_bag', 'tote'],
      patterns: PLAYFUL,
    },
    completes: ['earrings', 'outer', 'bow_tie', 'tie'],
  },
  funeral: {
    formality: [0.55, 0.95],
    plainest: 0.5,
    colourCounts: 0.3,
    favours: {
      categories: ['suit', 'coat', 'dress_trousers', 'formal_shoes', 'dress', 'blouse', 'shirt'],
      colours: ['black', 'charcoal', 'white', 'navy', 'grey'],
      styles: ['minimalist', 'business'],
    },
    avoids: {
      materials: [...EVENING_CLOTHS, ...EVERYDAY_CLOTHS],
      styles: UNRULY_STYLES,
      categories: [...UNDRESSED, 'sneakers', 'tshirt', 'jeans', 'denim_jacket', 'gown', 'clutch'],
      patterns: [
        ...LOUD,
        'floral',
        'polka_dot',
        'colour_block',
        'plaid',
        'geometric',
        'argyle',
        'chinese_motif',
        'ethnic_print',
        'paisley',
      ],
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
        'burgundy',
        'maroon',
        'beige',
        'khaki',
        'camel',
        'lavender',
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
