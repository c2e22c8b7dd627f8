import type { Facet } from '../../domain/facet.js';

/** Lengths from short to long; which rungs exist depends on what is measured. */
export const LENGTH_LADDERS = {
  bottom: ['short', 'knee', 'three_quarter', 'ankle', 'long', 'floor'],
  skirt: ['short', 'knee', 'midi', 'long', 'floor'],
  top: ['cropped', 'short', 'regular', 'midi', 'long'],
} as const;

export const SLEEVE_LADDER = ['sleeveless', 'short', 'half', 'three_quarter', 'long'] as const;
export const FIT_LADDER = ['skinny', 'slim', 'regular', 'loose', 'oversized'] as const;

/** Occasions from relaxed to solemn; a step up or down asks for any of the occasions of that level. */
export const FORMALITY_LEVELS: readonly (readonly string[])[] = [
  ['home', 'sports', 'running', 'gym', 'yoga', 'hiking', 'camping', 'swimming', 'beach', 'outdoor', 'cycling'],
  ['daily', 'school', 'travel', 'vacation', 'concert', 'photo_shoot', 'rainy_day'],
  ['date', 'party', 'graduation', 'festival', 'festival_cny'],
  ['work', 'interview'],
  ['formal', 'banquet', 'wedding_guest', 'wedding', 'funeral'],
];

/** What a level is asked for with: its plainest occasions. */
export const FORMALITY_ASKED: readonly (readonly string[])[] = [
  ['home', 'sports'],
  ['daily'],
  ['date', 'party'],
  ['work'],
  ['formal', 'banquet'],
];

/** The darker and the lighter neighbour of a colour, where both are words people use. */
export const COLOUR_SHADES: Readonly<Record<string, { readonly less: string; readonly more: string }>> = {
  blue: { less: 'navy', more: 'light_blue' },
  royal_blue: { less: 'navy', more: 'light_blue' },
  light_blue: { less: 'blue', more: 'light_blue' },
  navy: { less: 'navy', more: 'blue' },
  green: { less: 'dark_green', more: 'light_green' },
  dark_green: { less: 'dark_green', more: 'green' },
  light_green: { less: 'green', more: 'light_green' },
  olive: { less: 'dark_green', more: 'light_green' },
  grey: { less: 'charcoal', more: 'light_grey' },
  light_grey: { less: 'grey', more: 'light_grey' },
  charcoal: { less: 'black', more: 'grey' },
  black: { less: 'black', more: 'grey' },
  white: { less: 'light_grey', more: 'white' },
  red: { less: 'burgundy', more: 'coral' },
  burgundy: { less: 'burgundy', more: 'red' },
  pink: { less: 'rose', more: 'light_pink' },
  light_pink: { less: 'pink', more: 'light_pink' },
  rose: { less: 'magenta', more: 'pink' },
  brown: { less: 'dark_brown', more: 'tan' },
  dark_brown: { less: 'dark_brown', more: 'brown' },
  tan: { less: 'brown', more: 'beige' },
  camel: { less: 'brown', more: 'beige' },
  khaki: { less: 'brown', more: 'beige' },
  beige: { less: 'khaki', more: 'cream' },
  purple: { less: 'burgundy', more: 'lavender' },
  lavender: { less: 'purple', more: 'lavender' },
  yellow: { less: 'mustard', more: 'cream' },
  orange: { less: 'rust', more: 'peach' },
};
export const DARK_COLOURS = ['black', 'navy', 'charcoal', 'burgundy', 'dark_green', 'dark_brown'] as const;
export const LIGHT_COLOURS = [
  'white',
  'off_white',
  'cream',
  'beige',
  'light_grey',
  'light_blue',
  'light_pink',
] as const;
export const LIVELY_COLOURS = ['yellow', 'orange', 'lime', 'magenta', 'coral', 'multicolour'] as const;

/** Patterns that catch the eye: what "not too busy" leaves out. */
export const LOUD_PATTERNS = [
  'floral',
  'animal',
  'camouflage',
  'graphic',
  'paisley',
  'ethnic_print',
  'chinese_motif',
  'tie_dye',
  'patchwork',
  'sequin',
  'colour_block',
] as const;

export const WARM_SEASONS = ['autumn', 'winter'] as const;
export const COOL_SEASONS = ['spring', 'summer'] as const;

/** Where an id that is no rung itself stands on its ladder. */
export const RUNG_OF: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>> = {
  sleeve: { strappy: 'sleeveless', cap: 'short', flutter: 'short' },
  fit: { bodycon: 'slim', straight: 'regular', wide_leg: 'loose', tapered: 'slim' },
};
