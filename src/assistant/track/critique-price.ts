import type { PriceRange } from '../../domain/constraints.js';
import type { Garment } from '../../domain/garment.js';
import { convert, type ExchangeRates, type Money, minorDigits, money } from '../../domain/money.js';
import type { Critique } from '../../domain/turn.js';

export type PriceCritique =
  /** Strictly cheaper (or dearer) than what was shown, inside what the shopper stated. */
  | { readonly kind: 'range'; readonly price: PriceRange }
  /** Nothing was shown to compare with: the order says it. */
  | { readonly kind: 'order' }
  /** The stated budget leaves no room in that direction. */
  | { readonly kind: 'no-room' };

/**
 * A price below (or above) the median of `basis`, never outside `stated`: "cheaper" narrows a budget and
 * never widens it.
 */
export function critiquePrice(
  direction: Critique['direction'],
  basis: readonly Garment[],
  stated: PriceRange | undefined,
  currency: string,
  rates: ExchangeRates,
): PriceCritique {
  const middle = medianPrice(basis, currency, rates);
  if (middle === undefined) return { kind: 'order' };
  // The smallest step a price tag shows: one whole unit of the currency.
  const step = 10 ** minorDigits(currency);
  const bounds = statedIn(stated, currency, rates);
  if (direction === 'less') {
    const max = { minorUnits: Math.ceil(middle.minorUnits / step - 1) * step, currency };
    // What is shown is below the least that was named already: that least gave way before.
    if (max.minorUnits > 0 && bounds.min && middle.minorUnits < bounds.min.minorUnits)
      return { kind: 'range', price: { max } };
    if (max.minorUnits <= 0 || (bounds.min && bounds.min.minorUnits > max.minorUnits)) return { kind: 'no-room' };
    return { kind: 'range', price: { ...min(stated), max: lower(max, bounds.max) } };
  }
  const floor = { minorUnits: Math.floor(middle.minorUnits / step + 1) * step, currency };
  if (bounds.max && bounds.max.minorUnits < floor.minorUnits) return { kind: 'no-room' };
  return { kind: 'range', price: { min: higher(floor, bounds.min), ...max(stated) } };
}

/** The middle price of `garments` in `currency`; of an even number, the lower middle. */
export function medianPrice(garments: readonly Garment[], currency: string, rates: ExchangeRates): Money | undefined {
  const amounts = garments
    .flatMap((garment) => {
      const price = garment.price ? convert(garment.price, currency, rates) : undefined;
      return price ? [price.minorUnits] : [];
    })
    .sort((a, b) => a - b);
  const middle = amounts[Math.floor((amounts.length - 1) / 2)];
  return middle === undefined ? undefined : { minorUnits: middle, currency };
}

/** Orders amounts across currencies by the configured rates; undefined where a rate is missing. */
export function compareMoney(rates: ExchangeRates): (a: Money, b: Money) => number | undefined {
  return (a, b) => {
    const converted = convert(a, b.currency, rates);
    return converted && converted.minorUnits - b.minorUnits;
  };
}

/** The first currency of a budget that cannot be compared with the catalogue's prices. */
export function incomparableCurrency(
  price: PriceRange | undefined,
  currency: string,
  rates: ExchangeRates,
): string | undefined {
  return [price?.min, price?.max].find((end) => end && convert(end, currency, rates) === undefined)?.currency;
}

/** A bare amount ("500") as a ceiling in the catalogue's currency. */
export function bareBudget(text: string, currency: string): PriceRange | undefined {
  const digits = /^\s*(\d{1,7})(?:\.\d{1,2})?\s*$/.exec(text.normalize('NFKC'));
  return digits ? { max: money(Number(text.normalize('NFKC').trim()), currency) } : undefined;
}

function statedIn(stated: PriceRange | undefined, currency: string, rates: ExchangeRates): PriceRange {
  return {
    ...(stated?.min ? min({ min: convert(stated.min, currency, rates) }) : {}),
    ...(stated?.max ? max({ max: convert(stated.max, currency, rates) }) : {}),
  };
}

function min(range: { min?: Money | undefined } | undefined): { min?: Money } {
  return range?.min ? { min: range.min } : {};
}

function max(range: { max?: Money | undefined } | undefined): { max?: Money } {
  return range?.max ? { max: range.max } : {};
}

function lower(a: Money, b: Money | undefined): Money {
  return b && b.minorUnits < a.minorUnits ? b : a;
}

function higher(a: Money, b: Money | undefined): Money {
  return b && b.minorUnits > a.minorUnits ? b : a;
}
