import type { Facet } from '../../domain/facet.js';
import type { Locale, LocalisedText } from '../../domain/locale.js';
import type { Money } from '../../domain/money.js';
import type { Message, MessageValue } from '../../domain/reply.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { Messages } from './message-catalogue.js';
import { moneyText } from './money-text.js';

/** Puts language-neutral messages and values into words. */
export interface Wording {
  readonly messages: Messages;
  /** A message with its values worded; the other language never shows through. */
  message(message: Message, locale: Locale): string;
  /** A message by id with plain values. */
  text(locale: Locale, id: string, values?: Readonly<Record<string, MessageValue>>): string;
  /** A value in words; numbers stay numbers so that plurals can count them. */
  value(value: MessageValue, locale: Locale): string | number;
  money(value: Money, locale: Locale): string;
  facetName(facet: Facet, id: string, locale: Locale): string;
  /** A feed's text in `locale`, or in the other language where the feed has only that. */
  localised(text: LocalisedText, locale: Locale): string;
  list(items: readonly string[], locale: Locale, join: 'and' | 'or'): string;
}

export function createWording(messages: Messages, vocabulary: Vocabulary): Wording {
  const lists = new Map<string, Intl.ListFormat>();
  const wording: Wording = {
    messages,
    message: (message, locale) => wording.text(locale, message.id, message.values),
    text(locale, id, values) {
      if (values === undefined) return messages.format(locale, id);
      const worded = Object.entries(values).map(([name, value]) => [name, wording.value(value, locale)] as const);
      return messages.format(locale, id, Object.fromEntries(worded));
    },
    value(value, locale) {
      if (typeof value === 'string' || typeof value === 'number') return value;
      switch (value.kind) {
        case 'money':
          return moneyText(value.money, locale);
        case 'facet':
          return wording.facetName(value.value.facet, value.value.id, locale);
        case 'text':
          return wording.localised(value.text, locale);
        case 'message':
          return wording.message(value.message, locale);
        case 'list':
          return wording.list(
            value.items.map((item) => String(wording.value(item, locale))),
            locale,
            value.join,
          );
      }
    },
    money: moneyText,
    facetName: (facet, id, locale) => vocabulary.displayName(facet, id, locale),
    localised: (text, locale) => text[locale] || text[locale === 'en' ? 'zh-CN' : 'en'],
    list(items, locale, join) {
      const key = `${locale} ${join}`;
      let format = lists.get(key);
      if (format === undefined) {
        format = new Intl.ListFormat(locale, { type: join === 'and' ? 'conjunction' : 'disjunction' });
        lists.set(key, format);
      }
      return format.format(items);
    },
  };
  return wording;
}
