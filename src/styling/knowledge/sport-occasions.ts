import type { OccasionKnowledge } from './occasion-knowledge.js';

const SPORTSWEAR = [
  'sports_shoes',
  'leggings',
  'jersey',
  'joggers',
  'tracksuit',
  'tshirt',
  'tank_top',
  'shorts',
  'sports_bra',
];
const NOT_FOR_SPORT = [
  'blazer',
  'coat',
  'trench_coat',
  'dress_trousers',
  'heels',
  'formal_shoes',
  'loafers',
  'clutch',
  'gown',
  'suit',
  'qipao',
  'jeans',
  'skirt',
  'handbag',
  'dress',
  'blouse',
  'tie',
  'flats',
  'boots',
  'ankle_boots',
  'sandals',
] as const;
/** Beside those: what belongs on the way there, or home. */
const UNFIT = ['jumpsuit', 'romper', 'capris', 'crossbody', 'pouch', 'camisole', 'bodysuit', 'tunic', 'kurta'] as const;
/** Beside those: what can be worn out of doors, and is in the way where one moves. */
const IN_THE_WAY = [
  'cargo_pants',
  'overalls',
  'casual_shoes',
  'denim_jacket',
  'leather_jacket',
  'shirt',
  'sweater',
  'cardigan',
  'vest',
  'tote',
] as const;
/** Cloth that sweat and rain go into, or that tears. */
const NO_CLOTH_FOR_SPORT = [
  'leather',
  'faux_leather',
  'suede',
  'denim',
  'satin',
  'silk',
  'velvet',
  'tweed',
  'corduroy',
  'lace',
  'chiffon',
  'tulle',
  'linen',
  'fur',
  'faux_fur',
  'straw',
];
/** What may be made for sport or not: a tennis skirt and a denim skirt are both skirts. */
const KIT = ['tshirt', 'tank_top', 'hoodie', 'sweatshirt', 'trousers', 'shorts', 'leggings', 'sneakers'];
const sport = (extra: Partial<OccasionKnowledge> = {}): OccasionKnowledge => ({
  formality: [0, 0.25],
  favours: { categories: SPORTSWEAR, styles: ['sporty'] },
  asKit: KIT,
  kitStyles: ['sporty'],
  avoids: { categories: [...NOT_FOR_SPORT, ...IN_THE_WAY, ...UNFIT], materials: NO_CLOTH_FOR_SPORT },
  completes: ['mid', 'bag', 'cap'],
  ...extra,
});

/** Training in a room: beside what is out of place at any sport, a team's colours and a hunter's. */
const TRAINING: Partial<OccasionKnowledge> = {
  favours: { categories: SPORTSWEAR.filter((id) => id !== 'jersey'), styles: ['sporty'] },
  avoids: {
    categories: [...NOT_FOR_SPORT, ...IN_THE_WAY, ...UNFIT, 'jersey'],
    patterns: ['camouflage'],
    materials: NO_CLOTH_FOR_SPORT,
  },
};

/** Moved at in a heated room: the season outside neither asks for a coat nor forbids shorts. */
export const HEATED: ReadonlySet<string> = new Set(['gym', 'yoga', 'dance']);
/** Swum at in winter too, in a heated hall and in what one swims in. */
export const POOL = 'swimming';

/** Occasions at which one moves, or is out of doors. */
export const SPORT_OCCASIONS: Readonly<Record<string, OccasionKnowledge>> = {
  outdoor: {
    formality: [0, 0.35],
    favours: {
      categories: ['shell_jacket', 'cargo_pants', 'sports_shoes', 'boots', 'backpack', 'cap'],
      styles: ['gorpcore', 'techwear', 'sporty', 'workwear'],
    },
    avoids: { categories: NOT_FOR_SPORT.filter((id) => !['jeans', 'boots', 'ankle_boots', 'sandals'].includes(id)) },
    completes: ['outer', 'bag', 'cap'],
  },
  // Wet denim is heavy and cold, and street shoes have no grip.
  hiking: {
    formality: [0, 0.35],
    favours: {
      categories: ['shell_jacket', 'trousers', 'sports_shoes', 'boots', 'backpack', 'cap'],
      styles: ['gorpcore', 'techwear', 'sporty'],
    },
    asKit: ['trousers', 'shorts', 'boots', 'joggers', 'leggings'],
    kitStyles: ['gorpcore', 'techwear', 'sporty'],
    avoids: {
      categories: [
        ...NOT_FOR_SPORT.filter((id) => id !== 'boots'),
        ...UNFIT,
        'sneakers',
        'casual_shoes',
        'flip_flops',
        'slippers',
        'chinos',
        'tote',
        'denim_jacket',
        'overalls',
      ],
      materials: NO_CLOTH_FOR_SPORT.filter((id) => id !== 'leather' && id !== 'suede'),
    },
    completes: ['outer', 'bag', 'cap'],
  },
  sports: sport(),
  // A team's vest is for the court.
  gym: sport(TRAINING),
  yoga: sport(TRAINING),
  skiing: sport({
    season: 'winter',
    favours: {
      categories: ['down_jacket', 'padded_jacket', 'shell_jacket', 'beanie', 'gloves', 'boots'],
      styles: ['sporty', 'gorpcore'],
    },
    asKit: ['trousers', 'boots', 'joggers', 'leggings'],
    kitStyles: ['sporty', 'gorpcore', 'techwear'],
    avoids: {
      categories: [
        ...NOT_FOR_SPORT.filter((id) => id !== 'boots'),
        ...UNFIT,
        'shorts',
        'chinos',
        'overalls',
        'sneakers',
        'casual_shoes',
        'sports_shoes',
        'denim_jacket',
        'leather_jacket',
        'tote',
        'tank_top',
        'shirt',
        'polo',
      ],
      materials: NO_CLOTH_FOR_SPORT,
    },
    completes: ['outer', 'beanie', 'gloves'],
  }),
  golf: sport({
    formality: [0.15, 0.5],
    favours: { categories: ['polo', 'chinos', 'cap', 'sports_shoes', 'shorts'], styles: ['preppy', 'sporty'] },
    asKit: ['skirt', 'dress', 'shorts', 'jacket'],
    kitStyles: ['sporty', 'smart_casual'],
    // A club asks for a collar, and has never liked denim.
    avoids: {
      patterns: ['cartoon', 'graphic', 'letters', 'tie_dye', 'camouflage', 'ripped', 'cutout', 'sequin', 'leopard'],
      materials: [...NO_CLOTH_FOR_SPORT, 'technical', 'sherpa'],
      categories: [
        ...NOT_FOR_SPORT.filter((id) => id !== 'skirt' && id !== 'dress'),
        ...IN_THE_WAY.filter((id) => !['shirt', 'sweater', 'cardigan', 'vest'].includes(id)),
        ...UNFIT,
        'backpack',
        'belt_bag',
        'tracksuit',
        'leggings',
        'tshirt',
        'tank_top',
        'hoodie',
        'sweatshirt',
        'joggers',
        'jersey',
        'sports_bra',
      ],
    },
    completes: ['cap', 'mid'],
  }),
  swimming: sport({
    season: 'summer',
    formality: [0, 0.2],
    favours: { categories: ['swimsuit', 'bikini', 'swim_trunks', 'flip_flops', 'sandals'] },
    asKit: [],
    // One swims in what is made for it; a T-shirt goes over the trunks on the way to the water.
    avoids: {
      categories: [
        ...NOT_FOR_SPORT.filter((id) => id !== 'sandals'),
        ...UNFIT,
        'shorts',
        'joggers',
        'cargo_pants',
        'trousers',
        'chinos',
        'leggings',
        'salwar',
        'overalls',
        'tracksuit',
        'sneakers',
        'sports_shoes',
        'casual_shoes',
        'sweater',
        'hoodie',
        'sweatshirt',
        'sports_bra',
      ],
    },
    completes: ['bag', 'hat'],
  }),
  dance: sport({
    formality: [0, 0.4],
    asKit: [],
    avoids: {
      categories: [
        'coat',
        'down_jacket',
        'suit',
        'boots',
        'ankle_boots',
        'flip_flops',
        'slippers',
        'jeans',
        'dress_trousers',
        'formal_shoes',
        'loafers',
      ],
      materials: ['leather', 'faux_leather', 'suede', 'denim', 'tweed', 'corduroy', 'fur', 'faux_fur', 'down'],
    },
  }),
};
