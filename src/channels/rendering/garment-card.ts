import type { Action } from '../../domain/action.js';
import type { Locale } from '../../domain/locale.js';
import { adaptiveCard, type CardAttachment, type CardElement, line, openAddress, submit } from './card-elements.js';
import { type GarmentFacts, garmentFacts } from './garment-facts.js';
import { joinReasons } from './join-reasons.js';
import type { ItemView } from './reply-view.js';
import { speakable } from './speakable.js';
import type { Wording } from './wording.js';

/** How many reasons a card has room for. */
const REASONS = 3;

/** A garment as an Adaptive Card: picture, title, price, sizes in stock, why, and its three buttons. */
export function garmentCard(item: ItemView, wording: Wording, locale: Locale): CardAttachment {
  const { garment } = item;
  const facts = garmentFacts(garment, wording, locale);
  const why = whyText(item, wording, locale);
  const picture = garment.images[0];
  const body: CardElement[] = [
    ...(picture === undefined
      ? []
      : [
          {
            type: 'Image',
            url: picture,
            altText: facts.title,
            size: 'Stretch',
            ...selectOpen(garment.id, garment.url),
          },
        ]),
    ...(facts.brand === undefined ? [] : [line([[facts.brand, { size: 'Small', isSubtle: true }]], 'Medium')]),
    line([[facts.title, { weight: 'Bolder' }]], facts.brand === undefined ? 'Medium' : 'None'),
    priceLine(facts),
    ...(facts.sizes === undefined ? [] : [line([[facts.sizes, { size: 'Small', isSubtle: true }]])]),
    ...(why === undefined ? [] : [line([[why, { size: 'Small', color: 'Accent' }]])]),
  ];
  return adaptiveCard({
    body,
    actions: [
      submit(wording.text(locale, 'card.action.similar'), { verb: 'similar', garmentId: garment.id }),
      submit(wording.text(locale, 'card.action.outfit'), { verb: 'outfit', garmentId: garment.id }),
      openButton(garment.id, garment.url, wording, locale),
    ],
    lang: locale,
    speak: speakable(`${facts.title} ${facts.price}`),
    fallbackText: `${facts.title} ${facts.price}`,
  });
}

/** Why the garment is shown, with a word of warning where it does not answer all that was asked. */
export function whyText(item: ItemView, wording: Wording, locale: Locale): string | undefined {
  const reasons = item.reasons.slice(0, REASONS).map((reason) => reason.text);
  const parts = item.match === 'exact' ? reasons : [wording.text(locale, `card.match.${item.match}`), ...reasons];
  return parts.length === 0 ? undefined : joinReasons(parts, locale);
}

export function openButton(garmentId: string, url: string | null, wording: Wording, locale: Locale): CardElement {
  const title = wording.text(locale, 'card.action.open');
  const action: Action = { verb: 'open', garmentId };
  return url === null ? submit(title, action) : openAddress(title, url, action);
}

export function priceLine(facts: GarmentFacts): CardElement {
  return line([
    [facts.price, { weight: 'Bolder', ...(facts.was === undefined ? {} : { color: 'Attention' as const }) }],
    ...(facts.was === undefined
      ? []
      : ([
          [' ', {}],
          [facts.was, { size: 'Small', isSubtle: true, strikethrough: true }],
        ] as const)),
  ]);
}

function selectOpen(garmentId: string, url: string | null): CardElement {
  return url === null ? {} : { selectAction: openAddress('', url, { verb: 'open', garmentId }) };
}
