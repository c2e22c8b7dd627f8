/** ISO 4217 codes with how many minor digits each has (CNY and USD 2, JPY 0). */
const MINOR_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, CLP: 0 };

/** How many digits follow the decimal point in `currency`. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

/** The decimal amount in major units (129900 CNY fen -> 1299). */
export function majorUnits(value: { readonly minorUnits: number; readonly currency: string }): number {
  return value.minorUnits / 10 ** minorDigits(value.currency);
}
