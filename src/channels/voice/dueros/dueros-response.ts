import { speakable } from '../../rendering/speakable.js';
import { SPOKEN } from '../../rendering/speech.js';
import type { Wording } from '../../rendering/wording.js';
import type { SpokenAnswer } from '../spoken-line.js';
import { ssmlOf } from '../ssml.js';

/** Characters of a card's texts: a speaker with a screen shows a few lines. */
const LONGEST = 200;

/** A DuerOS response: SSML, a reprompt, and the garments spoken of as a list card for devices with a screen. */
export function duerosResponse(answer: SpokenAnswer, wording: Wording): object {
  const { ends } = answer;
  const card = cardOf(answer, wording);
  return {
    version: '2.0',
    session: { attributes: {} },
    response: {
      outputSpeech: { type: 'SSML', ssml: ssmlOf(answer.speech) },
      ...(ends ? {} : { reprompt: { outputSpeech: { type: 'SSML', ssml: ssmlOf(answer.reprompt) } } }),
      ...(card === undefined ? {} : { card }),
      shouldEndSession: ends,
    },
  };
}

/** An answer to what expects no words. */
export const DUEROS_SILENCE = {
  version: '2.0',
  session: { attributes: {} },
  response: { shouldEndSession: true },
} as const;

function cardOf({ view, from }: SpokenAnswer, wording: Wording): object | undefined {
  if (view === undefined) return undefined;
  const { locale } = view;
  const shown = view.items.slice(from, from + SPOKEN);
  if (shown.length === 0) return { type: 'txt', content: shorten(view.text) };
  return {
    type: 'list',
    list: shown.map(({ garment }) => {
      const image = garment.images.find((address) => address.startsWith('https://'));
      return {
        title: shorten(speakable(wording.localised(garment.title, locale))),
        content:
          garment.price === null ? wording.text(locale, 'card.price-unknown') : wording.money(garment.price, locale),
        ...(image === undefined ? {} : { image }),
        ...(garment.url === null ? {} : { url: garment.url }),
      };
    }),
  };
}

function shorten(text: string): string {
  return [...text].slice(0, LONGEST).join('');
}
