import type { Facet } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { Locale } from '../../domain/locale.js';
import { comparisonRow } from './comparison-row.js';
import { garmentPlace } from './garment-place.js';
import type { ItemView, ReplyView } from './reply-view.js';
import { speakable } from './speakable.js';
import { spokenMoney, spokenOutfits } from './spoken-outfits.js';
import type { Wording } from './wording.js';

/** A listener keeps three things in mind. */
export const SPOKEN = 3;
/** So much of each is said where garments are compared. */
const TRAITS = 2;
/** What may tell garments apart by ear, most telling first. */
const TELLING: readonly Facet[] = ['colours', 'pattern', 'material', 'sleeve', 'length', 'fit', 'neckline'];

/**
 * The reply as a voice says it. Found garments or outfits: how many, at most three of them from index `from` by
 * ordinal with what sets each apart and its price, and one closing question. Anything else, and what is said about a
 * garment that was pointed at: the text. No addresses, codes or markup.
 */
export function speechOf(view: Omit<ReplyView, 'speech'>, wording: Wording, from = 0): string {
  const { locale } = view;
  const listed = isFound(view.items) ? view.items : [];
  const outfits = isExplained(view) ? [] : view.outfits;
  const lists = listed.length > 0 || outfits.length > 0;
  const lines = from > 0 ? [] : linesBefore(view, listed.length, lists);
  const parts = lists
    ? lines.map((line) => spokenSentence(line, wording, locale))
    : withoutTable(lines, view, wording).map((line) => spokenSentence(line, wording, locale));
  if (listed.length > 0) {
    // What gave way was said with how many there are.
    const counted = lines.some((line) => line.includes(String(listed.length)));
    parts.push(...spokenItems(listed, { from, counted }, wording, locale));
  }
  if (outfits.length > 0) {
    if (from === 0 && !countsOutfits(lines, outfits.length))
      parts.push(wording.text(locale, 'speech.outfits.count', { count: outfits.length }));
    parts.push(...spokenOutfits(outfits, { from, most: SPOKEN }, wording, locale));
  }
  const said = parts.filter(Boolean).join(locale === 'en' ? ' ' : '');
  if (!lists || /[?？]\s*$/.test(said)) return said;
  const closing = wording.text(locale, closingOf(listed, outfits.length, from));
  return locale === 'en' ? `${said} ${closing}` : said + closing;
}

/**
 * A table is for the eye: its rows give way to its garments, each with what sets it apart and its price. What is made of
 * the comparison is said after it, as it is written.
 */
function withoutTable(
  lines: readonly string[],
  { items, ...view }: Omit<ReplyView, 'speech'>,
  wording: Wording,
): string[] {
  const isRow = (line: string) => comparisonRow(line, items.length) !== undefined;
  const at = lines.findIndex(isRow);
  if (at < 0) return [...lines];
  const { locale } = view;
  const told = items.slice(0, SPOKEN).map((item, index, spoken) => {
    const apart = traitsApart(item, spoken, wording, locale)
      .slice(0, TRAITS)
      .join(locale === 'en' ? ', ' : '、');
    const facts = {
      title: speakable(wording.localised(item.garment.title, locale)),
      apart: apart === '' ? '' : wording.text(locale, 'speech.apart', { apart }),
      price: spokenPrice(item.garment, wording, locale),
    };
    const place = garmentPlace(item, index, view);
    if (place === undefined) return wording.text(locale, 'speech.item-only', facts);
    return wording.text(locale, 'speech.item', {
      ordinal: wording.text(locale, 'speech.ordinal', { index: place }),
      ...facts,
    });
  });
  return [...lines.slice(0, at), ...told, ...lines.slice(at).filter((line) => !isRow(line))];
}

/**
 * What is said before a list, or instead of one. Of garments some of which keep every limit, only the text tells which do
 * not: each thing that gave way, by itself, would be said of all.
 */
function linesBefore(view: Omit<ReplyView, 'speech'>, listed: number, lists: boolean): string[] {
  // Of outfits the text tells what became of them: the shoes are others, the first saves so much.
  if (!lists || listed === 0 || view.relaxed.length > 0) return view.text.split('\n');
  return [];
}

/** True where the text has said how many there are, and all of them are told. */
function countsOutfits(lines: readonly string[], count: number): boolean {
  if (count > SPOKEN) return false;
  return lines.some((line) => (count === 1 ? line.trim() !== '' : new RegExp(`(?<!\\d)${count}(?!\\d)`).test(line)));
}

/** True of garments that a search found; those that were merely pointed at have no part of a score. */
function isFound(items: readonly ItemView[]): boolean {
  return items.some(({ scores }) => Object.keys(scores).length > 0);
}

/** True where the text tells why one outfit was chosen: its pieces were told before. */
function isExplained({ understood, outfits }: Pick<ReplyView, 'understood' | 'outfits'>): boolean {
  return understood?.intent === 'explain' && outfits.length === 1;
}

function closingOf(items: readonly ItemView[], outfits: number, from: number): string {
  if (items.length === 0) return outfits === 1 ? 'speech.closing.outfit' : 'speech.closing.outfits';
  if (items.length === 1) return 'speech.closing.one';
  return from + SPOKEN < items.length ? 'speech.closing.more' : 'speech.closing.items';
}

function spokenItems(
  items: readonly ItemView[],
  { from, counted }: { readonly from: number; readonly counted: boolean },
  wording: Wording,
  locale: Locale,
): string[] {
  const spoken = items.slice(from, from + SPOKEN);
  const count =
    from === 0
      ? wording.text(locale, 'speech.items.count', { count: items.length })
      : wording.text(locale, 'speech.items.next', { count: spoken.length });
  return [
    ...(counted ? [] : [count]),
    ...spoken.map((item, index) => {
      const apart = whatSetsApart(item, spoken, wording, locale);
      const facts = {
        title: speakable(wording.localised(item.garment.title, locale)),
        apart: apart === undefined ? '' : wording.text(locale, 'speech.apart', { apart }),
        price: spokenPrice(item.garment, wording, locale),
      };
      if (items.length === 1) return wording.text(locale, 'speech.item-only', facts);
      const ordinal = wording.text(locale, 'speech.ordinal', { index: from + index + 1 });
      return wording.text(locale, 'speech.item', { ordinal, ...facts });
    }),
  ];
}

/** Reasons that set nothing apart by ear: what was asked for, and the price, which is said anyway. */
const NOT_APART: ReadonlySet<string> = new Set(['category', 'price']);

/** A facet only this garment has among those spoken, by its name; else a reason that no other of them has. */
function whatSetsApart(
  item: ItemView,
  spoken: readonly ItemView[],
  wording: Wording,
  locale: Locale,
): string | undefined {
  const [trait] = traitsApart(item, spoken, wording, locale);
  if (trait !== undefined) return trait;
  const title = wording.localised(item.garment.title, locale).toLowerCase();
  const reason = item.reasons.find(
    ({ facet, id, text }) =>
      !NOT_APART.has(facet) &&
      !(isFacet(facet) && title.includes(wording.facetName(facet, id, locale).toLowerCase())) &&
      !spoken.some((other) => other !== item && other.reasons.some((shared) => shared.text === text)),
  );
  return reason === undefined ? undefined : speakable(reason.text);
}

/** Of what may tell garments apart by ear, what only this one has, and its title does not say. */
function traitsApart(item: ItemView, spoken: readonly ItemView[], wording: Wording, locale: Locale): string[] {
  const title = wording.localised(item.garment.title, locale).toLowerCase();
  return TELLING.flatMap((facet) => {
    const own = facetIds(item.garment, facet)[0];
    if (own === undefined) return [];
    const name = wording.facetName(facet, own, locale);
    const shared = spoken.some((other) => other !== item && facetIds(other.garment, facet).includes(own));
    return shared || title.includes(name.toLowerCase()) ? [] : [name];
  });
}

function isFacet(facet: string): facet is Facet {
  return (TELLING as readonly string[]).includes(facet);
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

/** What money is written with, by currency; a letter before it makes it another (HK$, JP¥). */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['¥', 'CNY'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
]);
const WRITTEN_MONEY = /(?<![A-Za-z])([¥$€£])\s?(\d[\d,]*(?:\.\d+)?)/g;

/** A line of text as a sentence: amounts by their names, no signs of a list, and an end that a voice pauses at. */
function spokenSentence(line: string, wording: Wording, locale: Locale): string {
  const [pause, end] = locale === 'en' ? [', ', '.'] : ['，', '。'];
  const said = line
    .replace(/\b(?:https?:\/\/|www\.)\S+/gi, '')
    .replace(/[*_`#<>[\]{}|\\^]+/g, '')
    .replace(WRITTEN_MONEY, (written, sign: string, amount: string) => {
      const currency = SIGNS.get(sign);
      return currency === undefined
        ? written
        : wording.text(locale, `speech.money.${currency}`, { amount: amount.replaceAll(',', '') });
    })
    .trim()
    .replace(/^[·•-]\s*/, '')
    .replace(/\s*·\s*/g, pause)
    .trim();
  return said === '' || /[.!?。！？：:…～~]["”’」]?$/.test(said) ? said : said + end;
}
