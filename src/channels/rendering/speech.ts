import type { Facet } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { Locale } from '../../domain/locale.js';
import type { Money } from '../../domain/money.js';
import { amountSpoken, moneySpoken } from './money-text.js';
import type { ItemView, OutfitView, ReplyView } from './reply-view.js';
import { speakable } from './speakable.js';
import type { Wording } from './wording.js';

/** A listener keeps three things in mind. */
const SPOKEN = 3;
/** What may tell garments apart by ear, most telling first. */
const TELLING: readonly Facet[] = ['colours', 'pattern', 'material', 'sleeve', 'length', 'fit', 'neckline'];

/**
 * The reply as a voice says it: what the text says, how many there are, at most three of them by ordinal
 * with what sets each apart and its price, and one closing question. No addresses, codes or markup.
 */
export function speechOf(view: Omit<ReplyView, 'speech'>, wording: Wording): string {
  const { locale } = view;
  const parts: string[] = [];
  if (view.items.length === 0 && view.outfits.length === 0) {
    parts.push(...view.text.split('\n').map(speakableSentence));
  } else {
    parts.push(...view.relaxed.map((relaxed) => speakableSentence(relaxed.text)));
  }
  if (view.items.length > 0) parts.push(...spokenItems(view.items, wording, locale));
  if (view.outfits.length > 0) parts.push(...spokenOutfits(view.outfits, wording, locale));
  const said = parts.filter(Boolean).join(locale === 'en' ? ' ' : '');
  const asks = /[?？]\s*$/.test(said);
  if (asks || (view.items.length === 0 && view.outfits.length === 0)) return said;
  const closing = wording.text(locale, view.items.length > 0 ? 'speech.closing.items' : 'speech.closing.outfits');
  return locale === 'en' ? `${said} ${closing}` : said + closing;
}

function spokenItems(items: readonly ItemView[], wording: Wording, locale: Locale): string[] {
  const spoken = items.slice(0, SPOKEN);
  return [
    wording.text(locale, 'speech.items.count', { count: items.length }),
    ...spoken.map((item, index) => {
      const apart = whatSetsApart(item, spoken, wording, locale);
      return wording.text(locale, 'speech.item', {
        ordinal: wording.text(locale, 'speech.ordinal', { index: index + 1 }),
        title: speakable(wording.localised(item.garment.title, locale)),
        apart: apart === undefined ? '' : wording.text(locale, 'speech.apart', { apart }),
        price: spokenPrice(item.garment, wording, locale),
      });
    }),
  ];
}

function spokenOutfits(outfits: readonly OutfitView[], wording: Wording, locale: Locale): string[] {
  const spoken = outfits.slice(0, SPOKEN);
  return [
    wording.text(locale, 'speech.outfits.count', { count: outfits.length }),
    ...spoken.map((outfit, index) =>
      wording.text(locale, 'speech.outfit', {
        ordinal: wording.text(locale, 'speech.outfit-ordinal', { index: index + 1 }),
        pieces: wording.list(
          outfit.garments.map((garment) => speakable(wording.localised(garment.title, locale))),
          locale,
          'and',
        ),
        price: spokenMoney(outfit.total, wording, locale),
      }),
    ),
  ];
}

/** A facet only this garment has among those spoken, by its name; else its first reason. */
function whatSetsApart(
  item: ItemView,
  spoken: readonly ItemView[],
  wording: Wording,
  locale: Locale,
): string | undefined {
  const title = wording.localised(item.garment.title, locale).toLowerCase();
  for (const facet of TELLING) {
    const own = facetIds(item.garment, facet)[0];
    if (own === undefined) continue;
    const name = wording.facetName(facet, own, locale);
    const shared = spoken.some((other) => other !== item && facetIds(other.garment, facet).includes(own));
    if (!shared && !title.includes(name.toLowerCase())) return name;
  }
  const reason = item.reasons[0]?.text;
  return reason === undefined ? undefined : speakable(reason);
}

function facetIds(garment: Garment, facet: Facet): readonly string[] {
  const value = garment[facet];
  if (value === null) return [];
  return typeof value === 'string' ? [value] : value;
}

function spokenPrice(garment: Garment, wording: Wording, locale: Locale): string {
  if (garment.price === null) return wording.text(locale, 'speech.price.unknown');
  return spokenMoney(garment.price, wording, locale);
}

function spokenMoney(value: Money, wording: Wording, locale: Locale): string {
  const named = `speech.money.${value.currency}`;
  if (!wording.messages.has(locale, named)) return moneySpoken(value, locale);
  return wording.text(locale, named, { amount: amountSpoken(value, locale) });
}

function speakableSentence(text: string): string {
  return text
    .replace(/\b(?:https?:\/\/|www\.)\S+/gi, '')
    .replace(/[*_`#<>[\]{}|\\^]+/g, '')
    .trim();
}
