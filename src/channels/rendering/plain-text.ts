import { garmentFacts } from './garment-facts.js';
import { garmentPlace } from './garment-place.js';
import { joinReasons } from './join-reasons.js';
import type { ReplyView } from './reply-view.js';
import type { Wording } from './wording.js';

/** The whole reply as text, for a terminal, an e-mail or a message without cards: numbered as it is referred to. */
export function plainText(view: ReplyView, wording: Wording, options: { addresses: boolean }): string {
  const { locale } = view;
  const items = view.items.map((item, index) => {
    const facts = garmentFacts(item.garment, wording, locale);
    const place = garmentPlace(item, index, view);
    const first = wording.text(locale, place === undefined ? 'messaging.piece' : 'plain.item', {
      ...(place === undefined ? {} : { position: place }),
      title: facts.title,
      price:
        facts.was === undefined
          ? facts.price
          : wording.text(locale, 'card.price-was', { price: facts.price, was: facts.was }),
    });
    const why = joinReasons(
      item.reasons.map((reason) => reason.text),
      locale,
    );
    const address = options.addresses ? (item.garment.url ?? '') : '';
    return [first, ...[facts.sizes ?? '', why, address].filter(Boolean).map((text) => `   ${text}`)].join('\n');
  });
  const outfits = view.outfits.map((outfit, index) =>
    [
      wording.text(locale, 'plain.outfit', {
        position: index + 1,
        total: { kind: 'money', money: outfit.total },
      }),
      ...outfit.garments.map((garment) => {
        const facts = garmentFacts(garment, wording, locale);
        return `   ${facts.title}  ${facts.price}`;
      }),
      ...outfit.reasons.map((reason) => `   ${reason.text}`),
    ].join('\n'),
  );
  return [view.text, ...items, ...outfits].filter(Boolean).join('\n');
}
