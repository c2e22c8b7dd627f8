/** Where a category is worn and how it is layered; see README.md of this folder for the sources. */
export interface CategoryKnowledge {
  /** The outfit slot; an outfit holds at most one piece a slot. */
  readonly slot: string;
  /** 0 nightwear and sport, 0.5 smart casual, 1 black tie. */
  readonly formality: number;
  /** Insulation in clo (1 clo = 0.155 K m2/W). */
  readonly clo: number;
  /** Parts of the body it covers. */
  readonly covers: readonly BodyPart[];
  /** A mid layer that may be worn without a base. */
  readonly standsAlone?: boolean;
  /** A whole that leaves room for (or needs) a base top under it: suits, dungarees. */
  readonly takesBase?: boolean;
  /** Cut to go over a jacket: over a suit nothing else does. */
  readonly overJacket?: true;
  /** Proposed only for these occasions; as an anchor it means the first of them where none is stated. */
  readonly onlyFor?: readonly string[];
  /** Proposed only for these occasions, though it says nothing of an occasion where it is the anchor. */
  readonly proposedFor?: readonly string[];
  /** False where it may be an anchor but is never proposed (a suitcase, a wallet). */
  readonly proposed?: false;
}

export type BodyPart = 'torso' | 'legs' | 'feet' | 'head' | 'neck' | 'hands' | 'wrist' | 'waist' | 'ears' | 'eyes';

const TORSO = ['torso'] as const;
const LEGS = ['legs'] as const;
const WHOLE = ['torso', 'legs'] as const;
const FEET = ['feet'] as const;
const HOME = ['home'] as const;
const WATER = ['beach', 'swimming'] as const;
const SPORT = ['sports', 'running', 'gym', 'yoga', 'ball_games', 'golf', 'cycling', 'hiking', 'dance'] as const;

const top = (formality: number, clo: number) => ({ slot: 'top', formality, clo, covers: TORSO });
const mid = (formality: number, clo: number, standsAlone: boolean) => ({
  slot: 'mid',
  formality,
  clo,
  covers: TORSO,
  standsAlone,
});
const outer = (formality: number, clo: number) => ({ slot: 'outer', formality, clo, covers: TORSO });
const overcoat = (formality: number, clo: number) => ({ ...outer(formality, clo), overJacket: true as const });
const bottom = (formality: number, clo: number) => ({ slot: 'bottom', formality, clo, covers: LEGS });
const whole = (formality: number, clo: number) => ({ slot: 'onepiece', formality, clo, covers: WHOLE });
const shoe = (formality: number, clo: number) => ({ slot: 'footwear', formality, clo, covers: FEET });
const bag = (formality: number) => ({ slot: 'bag', formality, clo: 0, covers: [] });
const extra = (slot: string, formality: number, covers: readonly BodyPart[], clo = 0) => ({
  slot,
  formality,
  clo,
  covers,
});

/**
 * Category id -> what is known of it. Ids that are absent here take their parent's entry; ids without any
 * (underwear, beauty, gift sets) are not worn as a piece of an outfit.
 */
export const CATEGORIES: Readonly<Record<string, CategoryKnowledge>> = {
  top: top(0.4, 0.2),
  tshirt: top(0.25, 0.08),
  polo: top(0.42, 0.17),
  shirt: top(0.62, 0.25),
  blouse: top(0.6, 0.22),
  tunic: top(0.4, 0.22),
  tank_top: top(0.12, 0.06),
  camisole: top(0.3, 0.06),
  bodysuit: top(0.35, 0.1),
  kurta: top(0.45, 0.25),
  sweater: mid(0.45, 0.32, true),
  cardigan: mid(0.48, 0.3, false),
  hoodie: mid(0.18, 0.34, true),
  sweatshirt: mid(0.2, 0.34, true),
  vest: mid(0.45, 0.17, false),
  bottom: bottom(0.4, 0.18),
  trousers: bottom(0.5, 0.2),
  dress_trousers: bottom(0.75, 0.2),
  chinos: bottom(0.5, 0.2),
  cargo_pants: bottom(0.2, 0.22),
  joggers: bottom(0.1, 0.26),
  leggings: { ...bottom(0.12, 0.14), proposedFor: SPORT },
  jeans: bottom(0.3, 0.22),
  capris: bottom(0.3, 0.13),
  shorts: bottom(0.18, 0.08),
  skirt: bottom(0.5, 0.15),
  salwar: bottom(0.4, 0.18),
  outerwear: outer(0.45, 0.4),
  jacket: outer(0.4, 0.35),
  denim_jacket: outer(0.28, 0.35),
  leather_jacket: outer(0.38, 0.42),
  bomber_jacket: outer(0.25, 0.4),
  shell_jacket: outer(0.15, 0.4),
  sun_protection_jacket: outer(0.15, 0.1),
  blazer: outer(0.72, 0.38),
  trench_coat: overcoat(0.62, 0.45),
  coat: overcoat(0.65, 0.6),
  down_jacket: overcoat(0.25, 0.7),
  padded_jacket: overcoat(0.25, 0.6),
  parka: overcoat(0.25, 0.7),
  raincoat: { ...overcoat(0.2, 0.3), onlyFor: ['rainy_day', 'outdoor', 'hiking', 'camping'] },
  onepiece: whole(0.5, 0.3),
  dress: whole(0.55, 0.27),
  gown: { ...whole(0.95, 0.3), onlyFor: ['formal', 'banquet', 'wedding', 'performance', 'party', 'photo_shoot'] },
  qipao: whole(0.72, 0.28),
  hanfu: {
    ...whole(0.55, 0.4),
    onlyFor: ['ethnic', 'festival_cny', 'festival', 'photo_shoot', 'travel', 'performance'],
  },
  saree: { ...whole(0.75, 0.3), onlyFor: ['ethnic', 'wedding_guest', 'wedding', 'festival', 'banquet'] },
  jumpsuit: whole(0.52, 0.32),
  romper: whole(0.3, 0.2),
  overalls: { ...whole(0.2, 0.3), takesBase: true },
  suit: { ...whole(0.85, 0.58), takesBase: true },
  kurta_set: { ...whole(0.5, 0.42), onlyFor: ['ethnic', 'festival', 'wedding_guest'] },
  uniform: { ...whole(0.45, 0.45), onlyFor: ['school', 'performance'] },
  costume: { ...whole(0.2, 0.4), onlyFor: ['performance', 'party', 'festival', 'photo_shoot'] },
  tracksuit: { ...whole(0.06, 0.55), onlyFor: [...SPORT, 'school', 'travel'] },
  jersey: { ...top(0.08, 0.15), onlyFor: [...SPORT, 'concert', 'daily'] },
  sports_bra: { ...top(0.02, 0.04), onlyFor: SPORT },
  pyjamas: { ...whole(0.02, 0.5), onlyFor: HOME },
  nightdress: { ...whole(0.02, 0.25), onlyFor: HOME },
  loungewear: { ...whole(0.04, 0.45), onlyFor: HOME },
  bathrobe: { ...outer(0.01, 0.6), onlyFor: HOME },
  swimsuit: { ...whole(0.02, 0.03), onlyFor: WATER },
  bikini: { ...whole(0.02, 0.02), onlyFor: WATER },
  swim_trunks: { ...bottom(0.02, 0.03), onlyFor: WATER },
  socks: { ...extra('socks', 0.3, [], 0.03), proposed: false },
  tights: { ...extra('tights', 0.55, [], 0.06), proposed: false },
  footwear: shoe(0.4, 0.03),
  sneakers: shoe(0.22, 0.03),
  sports_shoes: { ...shoe(0.06, 0.03), onlyFor: [...SPORT, 'outdoor', 'camping', 'travel'] },
  casual_shoes: shoe(0.32, 0.03),
  formal_shoes: shoe(0.85, 0.03),
  loafers: shoe(0.6, 0.03),
  heels: shoe(0.78, 0.02),
  flats: shoe(0.52, 0.02),
  boots: shoe(0.45, 0.1),
  ankle_boots: shoe(0.5, 0.08),
  sandals: shoe(0.32, 0.02),
  slippers: { ...shoe(0.03, 0.03), onlyFor: HOME },
  flip_flops: { ...shoe(0.04, 0.01), onlyFor: ['beach', 'swimming', 'vacation', 'home'] },
  bag: bag(0.45),
  handbag: bag(0.6),
  tote: bag(0.45),
  crossbody: bag(0.42),
  backpack: bag(0.18),
  clutch: bag(0.85),
  belt_bag: bag(0.15),
  pouch: { ...bag(0.35), proposed: false },
  laptop_bag: bag(0.6),
  duffel_bag: { ...bag(0.12), onlyFor: ['sports', 'gym', 'travel'] },
  wallet: { ...bag(0.5), proposed: false },
  suitcase: { ...bag(0.3), proposed: false },
  accessory: { ...extra('accessory', 0.4, []), proposed: false },
  hat: extra('hat', 0.4, ['head']),
  cap: extra('cap', 0.12, ['head']),
  beanie: extra('beanie', 0.15, ['head'], 0.05),
  scarf: extra('scarf', 0.45, ['neck'], 0.08),
  shawl: extra('shawl', 0.6, ['neck'], 0.15),
  gloves: extra('gloves', 0.45, ['hands'], 0.05),
  belt: extra('belt', 0.5, ['waist']),
  suspenders: { ...extra('suspenders', 0.6, ['waist']), proposed: false },
  tie: extra('tie', 0.8, ['neck']),
  bow_tie: { ...extra('bow_tie', 0.95, ['neck']), onlyFor: ['formal', 'banquet', 'wedding', 'wedding_guest'] },
  cufflinks: { ...extra('cufflinks', 0.9, []), onlyFor: ['formal', 'banquet', 'wedding', 'wedding_guest'] },
  watch: extra('watch', 0.5, ['wrist']),
  sunglasses: extra('sunglasses', 0.35, ['eyes']),
  glasses: { ...extra('glasses', 0.5, ['eyes']), proposed: false },
  umbrella: { ...extra('umbrella', 0.4, []), onlyFor: ['rainy_day'] },
  hair_accessory: extra('hair_accessory', 0.4, []),
  jewellery: { ...extra('jewellery', 0.55, []), proposed: false },
  necklace: extra('necklace', 0.6, ['neck']),
  pendant: extra('pendant', 0.55, ['neck']),
  earrings: extra('earrings', 0.6, ['ears']),
  ring: extra('ring', 0.55, []),
  bracelet: extra('bracelet', 0.55, ['wrist']),
  bangle: extra('bangle', 0.55, ['wrist']),
  brooch: extra('brooch', 0.65, []),
  jewellery_set: { ...extra('jewellery_set', 0.75, ['neck', 'ears']), onlyFor: ['wedding', 'banquet', 'formal'] },
};

/** From the skin outwards; a piece later in the list is worn over an earlier one. */
export const LAYER_ORDER = ['top', 'onepiece', 'bottom', 'mid', 'outer'] as const;
