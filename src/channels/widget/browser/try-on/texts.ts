import type { PanelLocale } from '../panel/words.js';

/** The try-on's texts of both languages by message id, from locales/, put in by the build. */
declare const TRY_ON_TEXTS: Readonly<Record<PanelLocale, Readonly<Record<string, string>>>>;

export type Say = (id: string, values?: Readonly<Record<string, string>>) => string;

export function textsIn(locale: PanelLocale): Say {
  return (id, values = {}) =>
    (TRY_ON_TEXTS[locale][id] ?? id).replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
