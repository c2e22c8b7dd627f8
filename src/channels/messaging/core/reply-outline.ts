import type { Action } from '../../../domain/action.js';
import type { Locale } from '../../../domain/locale.js';
import { whyText } from '../../rendering/garment-card.js';
import { garmentFacts } from '../../rendering/garment-facts.js';
import { garmentPlace } from '../../rendering/garment-place.js';
import { joinReasons } from '../../rendering/join-reasons.js';
import type { ItemView, OutfitView, ReplyView } from '../../rendering/reply-view.js';
import type { Wording } from '../../rendering/wording.js';

/** A button: what it does, or where it leads. */
export type ButtonOutline =
  | { readonly title: string; readonly action: Action }
  | { readonly title: string; readonly link: string };

/** A garment or an outfit as any app can show it. All text is plain and of any length. */
export interface CardOutline {
  readonly title: string;
  /** The garment's number, which is in the title too; undefined where it has none. */
  readonly position?: number;
  /** Price, sizes, why; or an outfit's pieces, total, why. */
  readonly lines: readonly string[];
  /** What it costs; among the lines too. For forms that show a title alone. */
  readonly price?: string;
  /** An address the platform can fetch, or undefined. */
  readonly picture?: string;
  readonly link?: string;
  readonly buttons: readonly ButtonOutline[];
}

/** A reply taken apart for apps that have cards, buttons and text of their own. */
export interface ReplyOutline {
  readonly locale: Locale;
  readonly text: string;
  readonly cards: readonly CardOutline[];
  /** The garments beyond the cards, a numbered line each; empty where there are none. */
  readonly rest: string;
  readonly suggestions: readonly ButtonOutline[];
  /** Asks the shopper to pick one of the suggestions, for menus that need a heading. */
  readonly heading: string;
  /** Opens a menu of suggestions, for apps whose menus open by a button. */
  readonly choices: string;
}

/** As many cards as a person reads in a chat; the others are named, so that "the seventh" can be asked for. */
const CARDS = 5;
const OUTFITS = 3;
const SUGGESTIONS = 6;

/** `pictureAt` gives the address at which the platform can fetch a picture, or undefined where it cannot. */
export function outlineOf(
  view: ReplyView,
  wording: Wording,
  pictureAt: (address: string) => string | undefined,
): ReplyOutline {
  const { locale } = view;
  const cards = [
    ...view.items
      .slice(0, CARDS)
      .map((item, index) => garmentOutline(item, garmentPlace(item, index, view), wording, locale)),
    ...view.outfits.slice(0, OUTFITS).map((outfit, index) => outfitOutline(outfit, index + 1, wording, locale)),
  ];
  return {
    locale,
    text: view.text,
    cards: cards.map(({ picture: shown, ...card }) => {
      const picture = shown === undefined ? undefined : pictureAt(shown);
      return picture === undefined ? card : { ...card, picture };
    }),
    rest: view.items
      .slice(CARDS)
      .map(({ garment }, index) => {
        const { title, price } = garmentFacts(garment, wording, locale);
        return wording.text(locale, 'plain.item', { position: CARDS + index + 1, title, price });
      })
      .join('\n'),
    suggestions: view.suggestions.slice(0, SUGGESTIONS),
    heading: wording.text(locale, 'messaging.heading'),
    choices: wording.text(locale, 'messaging.choices'),
  };
}

function garmentOutline(item: ItemView, position: number | undefined, wording: Wording, locale: Locale): CardOutline {
  const { garment } = item;
  const facts = garmentFacts(garment, wording, locale);
  const price =
    facts.was === undefined
      ? facts.price
      : wording.text(locale, 'card.price-was', { price: facts.price, was: facts.was });
  const link = garment.url ?? undefined;
  return {
    ...(position === undefined ? {} : { position }),
    title:
      position === undefined
        ? facts.title
        : wording.text(locale, 'messaging.numbered', { position, title: facts.title }),
    price: facts.price,
    lines: [[facts.brand, price].filter(Boolean).join(' · '), facts.sizes, whyText(item, wording, locale)].filter(
      (line): line is string => line !== undefined && line !== '',
    ),
    ...pictureOf(garment.images[0]),
    ...(link === undefined ? {} : { link }),
    buttons: [
      { title: wording.text(locale, 'card.action.similar'), action: { verb: 'similar', garmentId: garment.id } },
      { title: wording.text(locale, 'card.action.outfit'), action: { verb: 'outfit', garmentId: garment.id } },
      ...(link === undefined ? [] : [{ title: wording.text(locale, 'card.action.open'), link }]),
    ],
  };
}

function outfitOutline(outfit: OutfitView, position: number, wording: Wording, locale: Locale): CardOutline {
  const why = joinReasons(
    outfit.reasons.map(({ text }) => text),
    locale,
  );
  const total = wording.text(locale, 'card.outfit.total', { total: { kind: 'money', money: outfit.total } });
  return {
    title: wording.text(locale, 'card.outfit.title', { position }),
    price: total,
    lines: [
      ...outfit.garments.map((garment) => {
        const { title, price } = garmentFacts(garment, wording, locale);
        return wording.text(locale, 'messaging.piece', { title, price });
      }),
      total,
      ...(why === '' ? [] : [why]),
    ],
    ...pictureOf(outfit.board ?? outfit.garments[0]?.images[0]),
    buttons: [],
  };
}

function pictureOf(address: string | undefined): { picture?: string } {
  return address === undefined ? {} : { picture: address };
}

/** A card as text, for where there is no room or no form for it. */
export function cardText(card: CardOutline, withLink = true): string {
  return [card.title, ...card.lines, ...(withLink && card.link !== undefined ? [card.link] : [])].join('\n');
}
