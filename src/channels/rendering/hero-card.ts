import type { Action } from '../../domain/action.js';
import type { Locale } from '../../domain/locale.js';
import { type CardAttachment, type CardElement, HERO_TYPE } from './card-elements.js';
import { whyText } from './garment-card.js';
import { garmentFacts } from './garment-facts.js';
import type { ItemView, OutfitView } from './reply-view.js';
import type { Wording } from './wording.js';

/** A garment where Adaptive Cards are not shown. */
export function garmentHeroCard(item: ItemView, wording: Wording, locale: Locale): CardAttachment {
  const { garment } = item;
  const facts = garmentFacts(garment, wording, locale);
  const open: CardElement[] =
    garment.url === null
      ? []
      : [{ type: 'openUrl', title: wording.text(locale, 'card.action.open'), value: garment.url }];
  return heroCard({
    title: facts.title,
    subtitle:
      facts.was === undefined
        ? facts.price
        : wording.text(locale, 'card.price-was', { price: facts.price, was: facts.was }),
    text: [facts.sizes, whyText(item, wording, locale)].filter(Boolean).join('\n'),
    images: garment.images.slice(0, 1).map((url) => ({ url, alt: facts.title })),
    buttons: [
      postBack(wording.text(locale, 'card.action.similar'), { verb: 'similar', garmentId: garment.id }),
      postBack(wording.text(locale, 'card.action.outfit'), { verb: 'outfit', garmentId: garment.id }),
      ...open,
    ],
  });
}

/** An outfit where Adaptive Cards are not shown. */
export function outfitHeroCard(outfit: OutfitView, position: number, wording: Wording, locale: Locale): CardAttachment {
  const title = wording.text(locale, 'card.outfit.title', { position });
  const picture = outfit.board ?? outfit.garments[0]?.images[0];
  return heroCard({
    title,
    subtitle: wording.text(locale, 'card.outfit.total', { total: { kind: 'money', money: outfit.total } }),
    text: [
      ...outfit.garments.map((garment) => garmentFacts(garment, wording, locale).title),
      ...outfit.reasons.map((reason) => reason.text),
    ].join('\n'),
    images: picture === undefined ? [] : [{ url: picture, alt: title }],
    buttons: [],
  });
}

function heroCard(content: CardElement): CardAttachment {
  return { contentType: HERO_TYPE, content };
}

function postBack(title: string, action: Action): CardElement {
  return { type: 'postBack', title, value: { yida: action } };
}
