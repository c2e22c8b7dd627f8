import type { OccasionKnowledge } from './occasion-knowledge.js';

const SPORTSWEAR = ['sports_shoes', 'sneakers', 'joggers', 'tracksuit', 'tshirt', 'tank_top', 'shorts', 'sports_bra'];
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
/** Beside those: what can be worn out of doors, and is in the way where one moves. */
const IN_THE_WAY = [
  'cargo_pants',
  'overalls',
  'casual_shoes',
  'denim_jacket',
  'leather_jacket',
  'shirt',
  'tote',
] as const;
const sport = (extra: Partial<OccasionKnowledge> = {}): OccasionKnowledge => ({
  formality: [0, 0.25],
  favours: { categories: SPORTSWEAR, styles: ['sporty'] },
  avoids: { categories: [...NOT_FOR_SPORT, ...IN_THE_WAY] },
  completes: ['mid', 'bag', 'cap'],
  ...extra,
});

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
  sports: sport(),
  skiing: sport({
    favours: {
      categories: ['down_jacket', 'padded_jacket', 'shell_jacket', 'beanie', 'gloves', 'boots'],
      styles: ['sporty', 'gorpcore'],
    },
    avoids: { categories: NOT_FOR_SPORT.filter((id) => id !== 'boots') },
    completes: ['outer', 'beanie', 'gloves'],
  }),
  golf: sport({
    formality: [0.15, 0.5],
    favours: { categories: ['polo', 'chinos', 'cap', 'sports_shoes', 'shorts'], styles: ['preppy', 'sporty'] },
    // A club asks for a collar, and has never liked denim.
    avoids: {
      categories: [
        ...NOT_FOR_SPORT.filter((id) => id !== 'skirt' && id !== 'dress'),
        ...IN_THE_WAY.filter((id) => id !== 'shirt'),
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
    formality: [0, 0.2],
    favours: { categories: ['swimsuit', 'bikini', 'swim_trunks', 'flip_flops'] },
    avoids: { categories: NOT_FOR_SPORT.filter((id) => id !== 'sandals') },
    completes: ['bag', 'hat'],
  }),
  dance: sport({
    formality: [0, 0.4],
    avoids: { categories: ['coat', 'down_jacket', 'suit', 'boots', 'flip_flops', 'slippers'] },
  }),
};
