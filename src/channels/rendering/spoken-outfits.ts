import type { Garment } from '../../domain/garment.js';
import type { Locale } from '../../domain/locale.js';
import { isOwn } from '../../domain/own-piece-id.js';
import { amountSpoken, moneySpoken } from './money-text.js';
import type { OutfitView } from './reply-view.js';
import { speakable } from './speakable.js';
import type { Wording } from './wording.js';

/**
 * Outfits as a voice tells them: each by its pieces and its total. A listener cannot look back, so a piece is its
 * colour and kind rather than its whole title, and outfits that share most of what they wear (one piece was swapped)
 * are told by what each has alone.
 */
export function spokenOutfits(
  outfits: readonly OutfitView[],
  { from, most }: { readonly from: number; readonly most: number },
  wording: Wording,
  locale: Locale,
): string[] {
  const told = outfits.slice(from, from + most);
  const shared = sharedBy(outfits);
  const apart = outfits.length > 1 && told.every(({ garments }) => isMostly(garments, shared));
  const named = told.map(({ garments }) => (apart ? garments.filter(({ id }) => !shared.has(id)) : garments));
  const short = named.map((garments) => garments.map((garment) => shortName(garment, wording, locale)));
  const lists = short.map((names) => names.join());
  return told.map(({ total }, index) => {
    const garments = named[index] ?? [];
    // Two black clutches are told apart by their titles.
    const alike = apart && lists.filter((list) => list === lists[index]).length > 1;
    const names = alike ? garments.map((garment) => titled(garment, wording, locale)) : (short[index] ?? []);
    const facts = { pieces: wording.list(names, locale, 'and'), price: spokenMoney(total, wording, locale) };
    if (outfits.length === 1) return wording.text(locale, 'speech.outfit-only', facts);
    const ordinal = wording.text(locale, 'speech.outfit-ordinal', { index: from + index + 1 });
    return wording.text(locale, apart ? 'speech.outfit-apart' : 'speech.outfit', { ordinal, ...facts });
  });
}

function sharedBy(outfits: readonly OutfitView[]): ReadonlySet<string> {
  const [first, ...others] = outfits.map(({ garments }) => garments.map(({ id }) => id));
  return new Set(first?.filter((id) => others.every((ids) => ids.includes(id))));
}

/** Something of its own, and no more of that than of what all have. */
function isMostly(garments: readonly Garment[], shared: ReadonlySet<string>): boolean {
  const own = garments.filter(({ id }) => !shared.has(id)).length;
  return own > 0 && own <= garments.length - own;
}

/** The title where the row tells no kind or no colour. */
function shortName(garment: Garment, wording: Wording, locale: Locale): string {
  const { category, colours, pattern } = garment;
  const [colour] = colours;
  if (isOwn(garment) || category === null || colour === undefined) return titled(garment, wording, locale);
  const words = [
    wording.facetName('colours', colour, locale),
    ...(pattern === null || pattern === 'solid' ? [] : [wording.facetName('pattern', pattern, locale)]),
    wording.facetName('category', category, locale),
  ];
  return speakable(locale === 'en' ? words.join(' ').toLowerCase() : words.join(''));
}

function titled(garment: Garment, wording: Wording, locale: Locale): string {
  const title = speakable(wording.localised(garment.title, locale));
  return isOwn(garment) ? wording.text(locale, 'speech.own', { title }) : title;
}

/** An amount by the name of its money. */
export function spokenMoney(value: OutfitView['total'], wording: Wording, locale: Locale): string {
  const named = `speech.money.${value.currency}`;
  if (!wording.messages.has(locale, named)) return moneySpoken(value, locale);
  return wording.text(locale, named, { amount: amountSpoken(value, locale) });
}
