import type { ReplyView } from '../../rendering/reply-view.js';
import { speakable } from '../../rendering/speakable.js';
import { SPOKEN } from '../../rendering/speech.js';
import type { Wording } from '../../rendering/wording.js';
import type { SpokenAnswer } from '../spoken-line.js';
import { ssmlOf } from '../ssml.js';
import { garmentScreen } from './garment-screen.js';
import { isShowable } from './showable.js';

const LONGEST_CARD = 1_000;

/** An Alexa response: SSML, a reprompt, a card for the app, and garments on a screen where the device has one. */
export function alexaResponse(answer: SpokenAnswer, wording: Wording, hasScreen: boolean): object {
  const { view, ends } = answer;
  const screen = hasScreen && view !== undefined ? garmentScreen(view, wording) : undefined;
  return {
    version: '1.0',
    response: {
      outputSpeech: { type: 'SSML', ssml: ssmlOf(answer.speech), playBehavior: 'REPLACE_ENQUEUED' },
      ...(ends ? {} : { reprompt: { outputSpeech: { type: 'SSML', ssml: ssmlOf(answer.reprompt) } } }),
      ...(view === undefined ? {} : { card: cardOf(view, answer.from, wording) }),
      ...(screen === undefined ? {} : { directives: [screen] }),
      shouldEndSession: ends,
    },
  };
}

/** An answer to what expects no words. */
export const ALEXA_SILENCE = { version: '1.0', response: {} } as const;

function cardOf(view: ReplyView, from: number, wording: Wording): object {
  const { locale } = view;
  const title = wording.text(locale, 'ui.name');
  const shown = view.items.slice(from, from + SPOKEN);
  if (shown.length === 0) return { type: 'Simple', title, content: shorten(view.text) };
  const lines = shown.map(({ garment }, index) =>
    wording.text(locale, 'plain.item', {
      position: from + index + 1,
      title: speakable(wording.localised(garment.title, locale)),
      price: garment.price === null ? wording.text(locale, 'card.price-unknown') : wording.money(garment.price, locale),
    }),
  );
  const image = shown.flatMap(({ garment }) => garment.images).find(isShowable);
  return {
    type: 'Standard',
    title,
    text: shorten(lines.join('\n')),
    ...(image === undefined ? {} : { image: { smallImageUrl: image, largeImageUrl: image } }),
  };
}

function shorten(text: string): string {
  return [...text].slice(0, LONGEST_CARD).join('');
}
