import type { Constraints } from '../domain/constraints.js';
import { type Money, majorUnits } from '../domain/money.js';

/** Constraints as a flat list of facet=value; several values of a facet are several slots. */
export function slotsOf(constraints: Constraints): string[] {
  const { exclude, price, ...facets } = constraints;
  const flat = (prefix: string, object: object) =>
    Object.entries(object).flatMap(([facet, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).map((one) => `${prefix}${facet}=${String(one)}`),
    );
  return [
    ...flat('', facets),
    ...flat('exclude.', exclude ?? {}),
    ...bound('price.min', price?.min),
    ...bound('price.max', price?.max),
  ];
}

function bound(name: string, value: Money | undefined): string[] {
  return value ? [`${name}=${majorUnits(value)} ${value.currency}`] : [];
}
