import type { Locale } from '../../domain/locale.js';
import type { ReplyView, SuggestionView } from './reply-view.js';
import type { Wording } from './wording.js';

const EXAMPLES = 4;

/** The greeting of a new conversation, with sentences a shopper can press to try. */
export function welcomeView(wording: Wording, locale: Locale): ReplyView {
  const text = wording.text(locale, 'ui.welcome');
  return {
    locale,
    text,
    speech: text,
    items: [],
    outfits: [],
    suggestions: exampleSentences(wording, locale).map(
      (title): SuggestionView => ({ title, action: { verb: 'say', text: title } }),
    ),
    understood: null,
    attention: null,
    relaxed: [],
    degraded: [],
  };
}

export function exampleSentences(wording: Wording, locale: Locale): string[] {
  return Array.from({ length: EXAMPLES }, (_, index) => wording.text(locale, `ui.example.${index + 1}`));
}

/** The answer where a turn failed for a reason of ours: an apology, and the same words to send again. */
export function apologyView(wording: Wording, locale: Locale, said: string | undefined): ReplyView {
  const text = wording.text(locale, 'ui.apology');
  const again = said?.trim().slice(0, 200);
  return {
    ...welcomeView(wording, locale),
    text,
    speech: text,
    suggestions: again ? [{ title: wording.text(locale, 'ui.try-again'), action: { verb: 'say', text: again } }] : [],
  };
}
