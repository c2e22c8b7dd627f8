/** Categories that borrow their kinds from a neighbour: good enough to compose by, no ground to speak of them. */
export const BORROWERS: ReadonlySet<string> = new Set(
  [
    'polo tunic camisole bodysuit kurta',
    'dress_trousers chinos cargo_pants joggers salwar',
    'denim_jacket leather_jacket bomber_jacket shell_jacket sun_protection_jacket',
    'trench_coat down_jacket padded_jacket parka raincoat',
    'qipao hanfu saree jumpsuit',
    'sports_shoes casual_shoes formal_shoes flip_flops',
    'laptop_bag belt_bag pouch duffel_bag cap beanie shawl',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Which kinds of the Polyvore outfits stand for a category of the vocabulary. Several kinds are mixed by how
 * often they occur; a category without a kind of its own takes those of the nearest one.
 */
const DRESSES = ['Dresses', 'Day Dresses'];
const JEANS = ['Jeans', 'Skinny Jeans', 'Boyfriend Jeans', 'Straight Leg Jeans', "Men's Jeans"];
const PANTS = ['Pants', "Men's Casual Pants"];
const JACKETS = ['Jackets', "Men's Jackets", 'Outerwear'];
const SKIRTS = ['Skirts', 'Mini Skirts', 'Knee Length Skirts', 'Long Skirts'];
const TEES = ['T-Shirts', "Men's T-Shirts"];
const SHIRTS = ['Blouses', "Men's Casual Shirts"];
const TRAINERS = ['Sneakers', "Men's Sneakers"];
const BOOTS = ['Boots', 'Knee High Boots', 'Over-The-Knee Boots', 'Ankle Booties'];
const HATS = ['Hats', "Men's Hats"];
const BRACELETS = ['Bracelets & Bangles'];
const TANKS = ['Tank Tops'];

export const LINES_OF_CATEGORY: Readonly<Record<string, readonly string[]>> = {
  top: ['Tops'],
  tshirt: TEES,
  polo: TEES,
  shirt: SHIRTS,
  blouse: ['Blouses', 'Tops'],
  tunic: ['Tops', 'Blouses'],
  tank_top: TANKS,
  camisole: TANKS,
  bodysuit: ['Tops'],
  kurta: ['Tops'],
  sweater: ['Sweaters'],
  cardigan: ['Cardigans'],
  hoodie: ['Hoodies'],
  sweatshirt: ['Sweatshirts'],
  vest: ['Vests'],
  bottom: PANTS,
  trousers: PANTS,
  dress_trousers: PANTS,
  chinos: PANTS,
  cargo_pants: PANTS,
  joggers: ['Activewear Pants', 'Leggings'],
  leggings: ['Leggings', 'Activewear Pants'],
  jeans: JEANS,
  capris: ['Capri & Cropped Pants'],
  shorts: ['Shorts'],
  skirt: SKIRTS,
  salwar: PANTS,
  outerwear: JACKETS,
  jacket: JACKETS,
  denim_jacket: JACKETS,
  leather_jacket: JACKETS,
  bomber_jacket: JACKETS,
  shell_jacket: JACKETS,
  sun_protection_jacket: JACKETS,
  blazer: ['Blazers'],
  trench_coat: ['Coats'],
  coat: ['Coats'],
  down_jacket: ['Coats', 'Jackets'],
  padded_jacket: ['Coats', 'Jackets'],
  parka: ['Coats'],
  raincoat: ['Coats'],
  onepiece: DRESSES,
  dress: [...DRESSES, 'Cocktail Dresses'],
  gown: ['Gowns'],
  qipao: ['Cocktail Dresses', 'Day Dresses'],
  hanfu: ['Gowns', 'Day Dresses'],
  saree: ['Gowns'],
  jumpsuit: ['Rompers'],
  romper: ['Rompers'],
  footwear: ['Shoes'],
  sneakers: TRAINERS,
  sports_shoes: TRAINERS,
  casual_shoes: ['Shoes', ...TRAINERS],
  formal_shoes: ['Oxfords', 'Loafers & Moccasins'],
  loafers: ['Loafers & Moccasins', 'Oxfords'],
  heels: ['Pumps'],
  flats: ['Flats'],
  boots: BOOTS,
  ankle_boots: ['Ankle Booties'],
  sandals: ['Sandals'],
  flip_flops: ['Sandals'],
  bag: ['Bags', 'Shoulder Bags', 'Handbags'],
  handbag: ['Handbags'],
  tote: ['Tote Bags'],
  crossbody: ['Shoulder Bags', 'Messenger Bags'],
  backpack: ['Backpacks'],
  clutch: ['Clutches'],
  laptop_bag: ['Messenger Bags', 'Tote Bags'],
  belt_bag: ['Messenger Bags'],
  pouch: ['Clutches', 'Wallets'],
  duffel_bag: ['Luggage'],
  hat: HATS,
  cap: HATS,
  beanie: HATS,
  scarf: ['Scarves'],
  shawl: ['Scarves'],
  gloves: ['Gloves'],
  belt: ['Belts'],
  watch: ['Watches', "Men's Watches"],
  sunglasses: ['Sunglasses', "Men's Sunglasses"],
  glasses: ['Eyeglasses'],
  hair_accessory: ['Hair Accessories'],
  jewellery: ['Jewelry'],
  necklace: ['Necklaces'],
  pendant: ['Charms & Pendants', 'Necklaces'],
  earrings: ['Earrings'],
  ring: ['Rings'],
  bracelet: BRACELETS,
  bangle: BRACELETS,
  brooch: ['Brooches'],
  socks: ['Socks'],
  tights: ['Tights'],
};
