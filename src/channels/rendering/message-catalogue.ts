import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Locale } from '../../domain/locale.js';

/** The texts of one language: message id -> ICU message. */
export type LocaleTexts = Readonly<Record<string, string>>;

/** Words by message id. Each message is compiled once, at its first use. */
export interface Messages {
  /**
   * The message in `locale`; the id itself where the language lacks it or a value
   * it asks for, so that a gap is seen, not fatal.
   */
  format(locale: Locale, id: string, values?: Readonly<Record<string, string | number>>): string;
  has(locale: Locale, id: string): boolean;
  ids(locale: Locale): string[];
}

/** Messages from texts already read. Markup in a message or a value is text: tags are not interpreted. */
export function createMessages(texts: Readonly<Record<Locale, LocaleTexts>>): Messages {
  const compiled: Record<Locale, Map<string, IntlMessageFormat>> = { 'zh-CN': new Map(), en: new Map() };
  return {
    format(locale, id, values) {
      const text = texts[locale][id];
      if (text === undefined) return id;
      let message = compiled[locale].get(id);
      if (message === undefined) {
        message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
        compiled[locale].set(id, message);
      }
      try {
        return String(message.format(values));
      } catch {
        // A value the message asks for was not given: the shopper still gets an answer.
        return id;
      }
    },
    has: (locale, id) => texts[locale][id] !== undefined,
    ids: (locale) => Object.keys(texts[locale]),
  };
}

/**
 * Reads every `<folder>/<locale>/*.json` (flat objects of strings) and merges them by locale. Throws a
 * RangeError that names the file where a value is not text or an id was given by another file before.
 */
export async function loadMessages(folder: string): Promise<Messages> {
  const loaded = await Promise.all(LOCALES.map(async (locale) => [locale, await readTexts(join(folder, locale))]));
  return createMessages(Object.fromEntries(loaded) as Record<Locale, LocaleTexts>);
}

async function readTexts(folder: string): Promise<LocaleTexts> {
  const merged: Record<string, string> = {};
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  for (const name of files) {
    const content: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
    for (const [id, text] of Object.entries(content ?? {})) {
      if (typeof text !== 'string') throw new RangeError(`${join(folder, name)}: ${id} is not text`);
      if (id in merged) throw new RangeError(`${join(folder, name)}: ${id} is given twice`);
      merged[id] = text;
    }
  }
  return merged;
}
