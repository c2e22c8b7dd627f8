import type { Constraints } from '../../domain/constraints.js';
import type { Told } from '../../domain/profile.js';
import { mergeConstraints } from './merge-constraints.js';
import { withoutUndefined } from './without-undefined.js';

/** The budget as the shopper stated it, after this turn. */
export function toldPrice(told: Told | undefined, stated: Constraints, relaxed: readonly string[]): Told {
  const { price: before, ...rest } = told ?? {};
  const kept = relaxed.includes('price') ? {} : { price: before };
  const { price } = mergeConstraints(withoutUndefined(kept), stated.price ? { price: stated.price } : {});
  return { ...rest, ...(price ? { price } : {}) };
}
