import type { Locale } from '../../domain/locale.js';
import { adaptiveCard, type CardAttachment, type CardElement, line, openAddress } from './card-elements.js';
import { garmentFacts } from './garment-facts.js';
import { joinReasons } from './join-reasons.js';
import type { OutfitView } from './reply-view.js';
import { speakable } from './speakable.js';
import type { Wording } from './wording.js';

/** An outfit as one card: its board (or its pieces' pictures side by side), each piece, the total, why. */
export function outfitCard(outfit: OutfitView, position: number, wording: Wording, locale: Locale): CardAttachment {
  const title = wording.text(locale, 'card.outfit.title', { position });
  const total = wording.text(locale, 'card.outfit.total', { total: { kind: 'money', money: outfit.total } });
  const why = joinReasons(
    outfit.reasons.map((reason) => reason.text),
    locale,
  );
  const body: CardElement[] = [
    ...picture(outfit, title),
    line([[title, { weight: 'Bolder' }]], 'Medium'),
    ...outfit.garments.map((garment) => {
      const facts = garmentFacts(garment, wording, locale);
      const row = line([[facts.title], [`  ${facts.price}`, { isSubtle: true }]]);
      return garment.url === null
        ? row
        : {
            type: 'Container',
            spacing: 'Small',
            items: [{ ...row, spacing: 'None' }],
            selectAction: openAddress(facts.title, garment.url, { verb: 'open', garmentId: garment.id }),
          };
    }),
    line([[total, { weight: 'Bolder' }]], 'Medium'),
    ...(why === '' ? [] : [line([[why, { size: 'Small', color: 'Accent' }]])]),
  ];
  return adaptiveCard({
    body,
    actions: [],
    lang: locale,
    speak: speakable(`${title} ${total}`),
    fallbackText: `${title} ${total}`,
  });
}

function picture(outfit: OutfitView, title: string): CardElement[] {
  if (outfit.board !== undefined) return [{ type: 'Image', url: outfit.board, altText: title, size: 'Stretch' }];
  const pictured = outfit.garments.filter((garment) => garment.images.length > 0);
  if (pictured.length === 0) return [];
  return [
    {
      type: 'ColumnSet',
      columns: pictured.map((garment) => ({
        type: 'Column',
        width: 'stretch',
        items: [{ type: 'Image', url: garment.images[0], altText: garment.title.en, size: 'Stretch' }],
      })),
    },
  ];
}
