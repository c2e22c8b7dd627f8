import type { Locale } from '../../domain/locale.js';
import { majorUnits } from '../../domain/major-units.js';
import type { Money } from '../../domain/money.js';

/** Currencies whose short symbol nobody mistakes in a Chinese or English shop. */
const SHORT_SYMBOL = new Set(['CNY', 'USD', 'EUR', 'GBP']);
const formats = new Map<string, Intl.NumberFormat>();
const amounts = new Map<Locale, Intl.NumberFormat>();

/** An amount as a shopper reads it: ¥1,299 · ¥1,299.50 · $59. */
export function moneyText(value: Money, locale: Locale): string {
  return format(value.currency, locale, SHORT_SYMBOL.has(value.currency) ? 'narrowSymbol' : 'symbol').format(
    majorUnits(value),
  );
}

/** An amount as a voice says it, the currency by its name: 59 US dollars · 59美元. */
export function moneySpoken(value: Money, locale: Locale): string {
  return format(value.currency, locale, 'name').format(majorUnits(value));
}

/** The amount alone, without grouping, for a message that names the currency itself. */
export function amountSpoken(value: Money, locale: Locale): string {
  let known = amounts.get(locale);
  if (known === undefined) {
    known = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 });
    amounts.set(locale, known);
  }
  return known.format(majorUnits(value));
}

function format(currency: string, locale: Locale, display: 'narrowSymbol' | 'symbol' | 'name'): Intl.NumberFormat {
  const key = `${locale} ${currency} ${display}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: display,
      trailingZeroDisplay: 'stripIfInteger',
    });
    formats.set(key, known);
  }
  return known;
}
