import type { TurnInHand } from '../answer.js';
import { wasAsked } from '../moves/ask.js';
import { incomparableCurrency } from './critique-price.js';

/**
 * A budget in a currency without a rate is asked for once in the shop's own. Whoever insists is shown what there is
 * without it, and told so.
 */
export function withRatedBudget(turn: TurnInHand): TurnInHand {
  const { heard, session, scope } = turn;
  const { understood } = heard;
  const stated = incomparableCurrency(understood.constraints.price, scope.currency, scope.rates);
  if (stated === undefined || !wasAsked(session, 'currency')) return turn;
  const { price: _unknown, ...constraints } = understood.constraints;
  return {
    ...turn,
    heard: { ...heard, understood: { ...understood, constraints } },
    notices: [...(turn.notices ?? []), { id: 'notice.no-rate', values: { stated, currency: scope.currency } }],
  };
}
