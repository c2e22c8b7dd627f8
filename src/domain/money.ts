import { z } from 'zod';
import { majorUnits, minorDigits } from './major-units.js';

// Of their own, so that a browser takes them without the schemas.
export { majorUnits, minorDigits };

/** An amount in a currency's minor unit (fen, cents); never a bare number. */
export const moneySchema = z.strictObject({
  minorUnits: z.int(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.infer<typeof moneySchema>;

/** Money from a decimal amount in major units, rounded half up to the minor unit. */
export function money(amount: number, currency: string): Money {
  return { minorUnits: Math.round(amount * 10 ** minorDigits(currency)), currency };
}

/**
 * Rates for comparing across currencies: how many units of the base currency one unit of another is
 * worth. Configured by the merchant; nothing is ever guessed.
 */
export interface ExchangeRates {
  readonly base: string;
  readonly perUnit: Readonly<Record<string, number>>;
}

/** `value` in `currency`, or undefined where no rate is configured. */
export function convert(value: Money, currency: string, rates: ExchangeRates): Money | undefined {
  if (value.currency === currency) return value;
  const from = value.currency === rates.base ? 1 : rates.perUnit[value.currency];
  const to = currency === rates.base ? 1 : rates.perUnit[currency];
  if (from === undefined || to === undefined || to === 0) return undefined;
  return money((majorUnits(value) * from) / to, currency);
}
