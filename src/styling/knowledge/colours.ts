/** The place of a colour id in sRGB, and whether dressers treat it as neutral ground. */
export interface ColourKnowledge {
  readonly hex: string;
  /** Goes under any accent: black, white, grey, navy, beige, the browns, metals. */
  readonly neutral: boolean;
}

const c = (hex: string, neutral = false): ColourKnowledge => ({ hex, neutral });

/** Colour id -> a typical garment of that colour; transparent and multicolour have no place of their own. */
export const COLOURS: Readonly<Record<string, ColourKnowledge>> = {
  black: c('#17171a', true),
  white: c('#fbfbf8', true),
  off_white: c('#f3efe4', true),
  cream: c('#f4ead2', true),
  grey: c('#8b8d90', true),
  light_grey: c('#c7c9cb', true),
  charcoal: c('#3d4045', true),
  red: c('#c8202f'),
  burgundy: c('#6d1a2d'),
  maroon: c('#5a1f24'),
  pink: c('#ee8fae'),
  light_pink: c('#f7cfd8'),
  rose: c('#d0527a'),
  magenta: c('#c71f86'),
  orange: c('#ec7a1c'),
  coral: c('#f5775f'),
  peach: c('#f9c3a0'),
  rust: c('#a9502a'),
  yellow: c('#f3ce35'),
  mustard: c('#c99a2a'),
  green: c('#2f8f4e'),
  dark_green: c('#1f4a36'),
  light_green: c('#a9d6a0'),
  mint: c('#b8e3cf'),
  olive: c('#66683a'),
  lime: c('#b9e02a'),
  teal: c('#167a7d'),
  blue: c('#2f6db5'),
  navy: c('#1e2a4a', true),
  light_blue: c('#a9cbe8'),
  royal_blue: c('#2343c2'),
  turquoise: c('#2fb9bd'),
  purple: c('#6a3d9a'),
  lavender: c('#c3b1e1'),
  mauve: c('#a77f95'),
  brown: c('#6f4a2f', true),
  dark_brown: c('#43302a', true),
  tan: c('#c29a6d', true),
  camel: c('#b98a54', true),
  khaki: c('#a89a6e', true),
  taupe: c('#8f8075', true),
  beige: c('#dccbad', true),
  nude: c('#e4c4ad', true),
  metallic: c('#a9a9ad', true),
  gold: c('#c9a54a', true),
  silver: c('#bfc3c8', true),
  rose_gold: c('#cf9f8f', true),
  bronze: c('#8a6a42', true),
  copper: c('#a8653f', true),
};
