import type { StyleLine } from './assortment/sheet.js';
import type { Random } from './random.js';

/** An invented house: any likeness to a real one is chance. */
export interface Brand {
  readonly name: string;
  /** Price against the middle of the shelf. */
  readonly tier: number;
  readonly audiences: readonly string[];
  /** Styles it is known for; the more of a line's styles it knows, the likelier it made it. */
  readonly styles: readonly string[];
}

const WOMEN = ['women', 'maternity', 'unisex'];
const MEN = ['men', 'unisex'];
const CHILDREN = ['kids', 'girls', 'boys', 'baby'];

export const BRANDS: readonly Brand[] = [
  {
    name: '屿白 Yubai',
    tier: 1.05,
    audiences: [...WOMEN, ...MEN],
    styles: ['minimalist', 'luxury_quiet', 'androgynous', 'korean'],
  },
  {
    name: '栗子巷 Chestnut Lane',
    tier: 0.95,
    audiences: WOMEN,
    styles: ['french', 'sweet', 'pastoral', 'vintage', 'balletcore'],
  },
  {
    name: '霁月阁 Jiyue House',
    tier: 1.15,
    audiences: [...WOMEN, ...MEN],
    styles: ['new_chinese', 'china_chic', 'ethnic', 'elegant'],
  },
  {
    name: '北纬廿九 North Twenty-Nine',
    tier: 1.1,
    audiences: [...WOMEN, ...MEN, ...CHILDREN],
    styles: ['gorpcore', 'sporty', 'techwear', 'workwear'],
  },
  {
    name: '松果集 Pinecone Post',
    tier: 0.9,
    audiences: CHILDREN,
    styles: ['casual', 'sweet', 'preppy', 'sporty', 'american'],
  },
  {
    name: '拾光里 Grain & Lumen',
    tier: 0.85,
    audiences: [...WOMEN, ...MEN],
    styles: ['casual', 'japanese', 'american', 'artsy'],
  },
  {
    name: '衡文 Hengwen Tailors',
    tier: 1.2,
    audiences: [...MEN, 'women'],
    styles: ['business', 'british', 'smart_casual', 'italian'],
  },
  {
    name: '野橘 Wild Tangerine',
    tier: 0.85,
    audiences: [...WOMEN, ...MEN],
    styles: ['y2k', 'street', 'sweet_cool', 'dopamine', 'punk', 'sexy'],
  },
  {
    name: '木棉与盐 Kapok & Salt',
    tier: 1,
    audiences: [...WOMEN, ...MEN],
    styles: ['boho', 'italian', 'french', 'artsy', 'pastoral'],
  },
  {
    name: '鹿角街 Antler Street',
    tier: 1.1,
    audiences: [...WOMEN, ...MEN],
    styles: ['vintage', 'british', 'western', 'workwear', 'military'],
  },
  {
    name: '溪上 Creekside Ware',
    tier: 0.95,
    audiences: [...WOMEN, ...MEN, ...CHILDREN],
    styles: ['casual', 'minimalist', 'sporty', 'japanese'],
  },
  {
    name: '晚香 Tuberose Hour',
    tier: 1.2,
    audiences: WOMEN,
    styles: ['elegant', 'sexy', 'ladylike', 'luxury_quiet', 'lolita'],
  },
];

/** Who made a style: a house that dresses its wearers and knows its manner. */
export function brandOf(line: StyleLine, random: Random): Brand {
  const fitting = BRANDS.filter((brand) => brand.audiences.includes(line.audience));
  const weighted = fitting.flatMap((brand) => {
    const shared = line.styles.filter((style) => brand.styles.includes(style)).length;
    return Array.from({ length: shared * 4 }, () => brand);
  });
  return random.pick(weighted.length > 0 ? weighted : fitting);
}
