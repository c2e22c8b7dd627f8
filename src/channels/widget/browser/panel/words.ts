import type { Garment } from '../../../../domain/garment.js';
import type { MessageValue } from '../../../../domain/reply.js';
import type { GarmentFacts } from '../../../rendering/garment-facts.js';
import { garmentFacts } from '../../../rendering/garment-facts.js';
import { moneyText } from '../../../rendering/money-text.js';

export type PanelLocale = 'zh-CN' | 'en';

/** Texts of both languages by message id, from locales/, put in by the build: plain, with `{name}` places. */
declare const PANEL_TEXTS: Readonly<Record<PanelLocale, Readonly<Record<string, string>>>>;

/** The words of the panel in one language. */
export interface Words {
  readonly locale: PanelLocale;
  say(id: string, values?: Readonly<Record<string, string | number>>): string;
  /** What a card may state of a garment: from its row alone, as every channel states it. */
  facts(garment: Garment): GarmentFacts;
  list(parts: readonly string[]): string;
}

export function wordsIn(locale: PanelLocale): Words {
  const text = (of: PanelLocale, id: string, values: Readonly<Record<string, MessageValue>> = {}) =>
    (PANEL_TEXTS[of][id] ?? id).replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : valueText(value, of);
    });
  const wording = {
    text,
    money: moneyText,
    localised: (both: Garment['title'], of: PanelLocale) => both[of] || both[of === 'en' ? 'zh-CN' : 'en'],
  };
  return {
    locale,
    say: (id, values) => text(locale, id, values),
    facts: (garment) => garmentFacts(garment, wording, locale),
    list: (parts) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts),
  };
}

function valueText(value: MessageValue, locale: PanelLocale): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toLocaleString(locale);
  return value.kind === 'money' ? moneyText(value.money, locale) : '';
}
