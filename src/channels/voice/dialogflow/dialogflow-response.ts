import { speakable } from '../../rendering/speakable.js';
import { SPOKEN } from '../../rendering/speech.js';
import type { Wording } from '../../rendering/wording.js';
import type { SpokenAnswer } from '../spoken-line.js';
import { ssmlOf, utterance } from '../ssml.js';
import type { DialogflowRequest } from './dialogflow-request.js';

/** Quick replies that a chat shows in one row. */
const CHIPS = 6;
const LONGEST_CHIP = 30;

/**
 * A webhook answer of either edition: plain text for chats, SSML for telephones, and for Dialogflow Messenger the
 * garments as rich content in a custom payload.
 */
export function dialogflowResponse(
  answer: SpokenAnswer,
  edition: DialogflowRequest['edition'],
  wording: Wording,
): object {
  const text = utterance(answer.speech);
  const rich = richContent(answer, wording);
  if (edition === 'es') {
    return {
      fulfillmentText: text,
      fulfillmentMessages: [{ text: { text: [text] } }, ...(rich === undefined ? [] : [{ payload: rich }])],
    };
  }
  return {
    fulfillmentResponse: {
      messages: [
        { text: { text: [text] } },
        { outputAudioText: { ssml: ssmlOf(answer.speech) } },
        ...(rich === undefined ? [] : [{ payload: rich }]),
        ...(answer.ends ? [{ endInteraction: {} }] : []),
      ],
    },
  };
}

/** Source: cloud.google.com/dialogflow/cx/docs/concept/integration/dialogflow-messenger/fulfillment */
function richContent({ view, from }: SpokenAnswer, wording: Wording): object | undefined {
  if (view === undefined) return undefined;
  const { locale } = view;
  const cards = view.items.slice(from, from + SPOKEN).map(({ garment }) => {
    const image = garment.images.find((address) => address.startsWith('https://'));
    return {
      type: 'info',
      title: speakable(wording.localised(garment.title, locale)),
      subtitle:
        garment.price === null ? wording.text(locale, 'card.price-unknown') : wording.money(garment.price, locale),
      ...(image === undefined ? {} : { image: { rawUrl: image } }),
      ...(garment.url === null ? {} : { actionLink: garment.url }),
    };
  });
  const chips = view.suggestions
    .filter(({ action }) => action.verb === 'say')
    .slice(0, CHIPS)
    .map(({ title }) => ({ text: [...title].slice(0, LONGEST_CHIP).join('') }));
  if (cards.length === 0 && chips.length === 0) return undefined;
  return { richContent: [[...cards, ...(chips.length === 0 ? [] : [{ type: 'chips', options: chips }])]] };
}
