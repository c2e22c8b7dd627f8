import type { ReplyView } from '../../rendering/reply-view.js';
import { speakable } from '../../rendering/speakable.js';
import type { Wording } from '../../rendering/wording.js';
import { isShowable } from './showable.js';

const SHOWN = 6;
/** Data binding of the device, not of ours. */
const bound = (path: string) => `\${${path}}`;
/** Amazon's list layout bound to our data: a touch on a garment asks for similar ones. */
const DOCUMENT = {
  type: 'APL',
  version: '1.8',
  import: [{ name: 'alexa-layouts', version: '1.5.0' }],
  mainTemplate: {
    parameters: ['payload'],
    items: [
      {
        type: 'AlexaImageList',
        headerTitle: bound('payload.shop.title'),
        listItems: bound('payload.shop.garments'),
        defaultImageSource: '',
        imageAspectRatio: 'standard_portrait',
        imageScale: 'best-fit',
        primaryAction: {
          type: 'SendEvent',
          arguments: ['similar', bound('payload.shop.garments[ordinal - 1].garmentId')],
        },
      },
    ],
  },
} as const;

/** The reply's garments as an APL directive; undefined where there is no picture to show. */
export function garmentScreen(view: ReplyView, wording: Wording): object | undefined {
  const { locale } = view;
  const found = view.items.length > 0 ? view.items.map(({ garment }) => garment) : (view.outfits[0]?.garments ?? []);
  const garments = found.slice(0, SHOWN).flatMap((garment) => {
    const image = garment.images.find(isShowable);
    if (image === undefined) return [];
    return {
      garmentId: garment.id,
      primaryText: speakable(wording.localised(garment.title, locale)),
      secondaryText: garment.price === null ? '' : wording.money(garment.price, locale),
      imageSource: image,
    };
  });
  if (garments.length === 0) return undefined;
  return {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token: 'yida',
    document: DOCUMENT,
    datasources: { shop: { title: wording.text(locale, 'ui.name'), garments } },
  };
}
