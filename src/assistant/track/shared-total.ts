import type { Constraints } from '../../domain/constraints.js';
import type { Money } from '../../domain/money.js';
import { isForAll } from '../../language/shared-budget.js';
import type { TurnInHand } from '../answer.js';

/**
 * What several garments looked for at once may cost together, after this turn: an amount said of all of them, or a new
 * one in its place. Amounts of another currency than the shop's are held against each piece instead.
 */
export function sharedTotal({ heard, session, scope }: TurnInHand): Money | undefined {
  const { constraints, relaxed } = heard.understood;
  const stated = constraints.price?.max;
  if (relaxed.includes('price')) return undefined;
  const ofAll = constraints.category === undefined || heard.understood.parts !== undefined;
  if (stated && stated.currency === scope.currency && isForAll(heard.text)) return stated;
  if (stated && ofAll) return heard.understood.parts === undefined && session.total ? stated : undefined;
  return heard.understood.parts === undefined ? session.total : undefined;
}

/** The parts without the amount that is for all of them. */
export function withoutShared(parts: readonly Constraints[], total: Money | undefined): Constraints[] {
  if (!total) return [...parts];
  return parts.map(({ price, ...part }) =>
    price && price.max?.minorUnits !== total.minorUnits ? { ...part, price } : part,
  );
}

/** What each piece may cost so that the cheapest of the others still fit in; undefined where not even those do. */
export function roomForEach(least: readonly number[], total: Money): Money[] | undefined {
  const sum = least.reduce((all, one) => all + one, 0);
  if (sum > total.minorUnits) return undefined;
  return least.map((one) => ({ ...total, minorUnits: total.minorUnits - (sum - one) }));
}
