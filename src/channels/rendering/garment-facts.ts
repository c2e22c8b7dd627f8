import type { Garment } from '../../domain/garment.js';
import { inStock } from '../../domain/in-stock.js';
import type { Locale } from '../../domain/locale.js';
import { isOwn } from '../../domain/own-piece-id.js';
import type { Wording } from './wording.js';

/** At or under this count a size says how many are left. */
const FEW = 2;
const LONGEST_TITLE = 80;
/** The one size that is a word, which every language has its own for. */
const ONE_SIZE = /^(?:one size|均码)$/i;

/** The words that facts are told in. */
export type FactWording = Pick<Wording, 'text' | 'money' | 'localised'>;

/** What a card may say of a garment: every word from its row. */
export interface GarmentFacts {
  readonly title: string;
  readonly brand: string | undefined;
  readonly price: string;
  /** The price before the reduction, only where it was higher. */
  readonly was: string | undefined;
  /** The sizes that can be bought now, or that it is sold out; undefined where the feed has no sizes. */
  readonly sizes: string | undefined;
  readonly soldOut: boolean;
}

export function garmentFacts(garment: Garment, wording: FactWording, locale: Locale): GarmentFacts {
  const { price, listPrice } = garment;
  const reduced =
    price !== null &&
    listPrice !== undefined &&
    listPrice.currency === price.currency &&
    listPrice.minorUnits > price.minorUnits;
  return {
    title: shorten(wording.localised(garment.title, locale), LONGEST_TITLE),
    brand: garment.brand ?? undefined,
    price: isOwn(garment)
      ? wording.text(locale, 'card.owned')
      : price === null
        ? wording.text(locale, 'card.price-unknown')
        : wording.money(price, locale),
    was: reduced ? wording.money(listPrice, locale) : undefined,
    sizes: sizesText(garment, wording, locale),
    soldOut: !inStock(garment),
  };
}

function sizesText(garment: Garment, wording: FactWording, locale: Locale): string | undefined {
  if (garment.sizes.length === 0) return undefined;
  if (!inStock(garment)) return wording.text(locale, 'card.sold-out');
  const sizes = garment.sizes
    .filter((row) => row.stock === null || row.stock > 0)
    .map(({ size: label, stock }) => {
      const size = ONE_SIZE.test(label) ? wording.text(locale, 'card.one-size') : label;
      return stock !== null && stock <= FEW ? wording.text(locale, 'card.size-few', { size, stock }) : size;
    });
  return wording.text(locale, 'card.sizes', { sizes: sizes.join(locale === 'en' ? ', ' : '、') });
}

/** At most `longest` characters (code points), cut with an ellipsis. */
export function shorten(text: string, longest: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= longest
    ? characters.join('')
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
