import type { FacetValue } from '../domain/facet.js';

const category = (id: string): FacetValue => ({ facet: 'category', id });
const colour = (id: string): FacetValue => ({ facet: 'colours', id });
const occasion = (id: string): FacetValue => ({ facet: 'occasions', id });

/** Emoji that name a garment, a colour or an occasion. */
export const EMOJI_NAMES: readonly (readonly [string, FacetValue])[] = [
  ['👗', category('dress')],
  ['👚', category('blouse')],
  ['👕', category('tshirt')],
  ['👔', category('shirt')],
  ['👖', category('jeans')],
  ['🩳', category('shorts')],
  ['🧥', category('coat')],
  ['🧣', category('scarf')],
  ['🧤', category('gloves')],
  ['🧦', category('socks')],
  ['👙', category('bikini')],
  ['🩱', category('swimsuit')],
  ['🥻', category('saree')],
  ['🦺', category('vest')],
  ['👠', category('heels')],
  ['👡', category('sandals')],
  ['👢', category('boots')],
  ['👞', category('formal_shoes')],
  ['👟', category('sneakers')],
  ['🥿', category('flats')],
  ['🩴', category('flip_flops')],
  ['👜', category('handbag')],
  ['👛', category('wallet')],
  ['👝', category('pouch')],
  ['🎒', category('backpack')],
  ['💼', category('laptop_bag')],
  ['🧳', category('suitcase')],
  ['👒', category('hat')],
  ['🎩', category('hat')],
  ['🧢', category('cap')],
  ['🕶', category('sunglasses')],
  ['👓', category('glasses')],
  ['💍', category('ring')],
  ['📿', category('necklace')],
  ['⌚', category('watch')],
  ['☂', category('umbrella')],
  ['🌂', category('umbrella')],
  ['💄', category('lipstick')],
  ['💅', category('nail_polish')],
  ['🔴', colour('red')],
  ['🟠', colour('orange')],
  ['🟡', colour('yellow')],
  ['🟢', colour('green')],
  ['🔵', colour('blue')],
  ['🟣', colour('purple')],
  ['🟤', colour('brown')],
  ['⚫', colour('black')],
  ['⚪', colour('white')],
  ['🌈', colour('multicolour')],
  ['🏖', occasion('beach')],
  ['🎓', occasion('graduation')],
  ['👰', occasion('wedding')],
  ['🎉', occasion('party')],
  ['🎂', occasion('party')],
  ['🎄', occasion('festival')],
  ['⛷', occasion('skiing')],
  ['🏂', occasion('skiing')],
  ['🧘', occasion('yoga')],
  ['🏕', occasion('camping')],
];

export const POSITIVE_EMOJI = /[👍😍🥰❤💖💕♥😻🤩👌💯]/u;
export const NEGATIVE_EMOJI = /[👎🤮🤢😒🙄💩]/u;
/** An emoji of more than one code point is read by its first. */
export const ANY_EMOJI = /\p{Extended_Pictographic}/u;
