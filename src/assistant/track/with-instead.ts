import { statedIds } from '../../domain/constraints.js';
import { wantedInstead } from '../../language/outfit-questions.js';
import type { TurnInHand } from '../answer.js';

/**
 * "The heels are too high, flats please", "swap the trousers for a skirt": of the kinds named, only the one wanted in
 * the other's place is a wish. Anything else passes through unchanged.
 */
export function withInstead(turn: TurnInHand): TurnInHand {
  const { heard, scope, session } = turn;
  const named = statedIds(heard.understood.constraints, 'category');
  if (named.length < 2 || heard.photo || heard.action) return turn;
  const instead = wantedInstead(heard.text);
  if (instead === undefined) return turn;
  const context = { locale: session.locale, currency: scope.currency, brands: scope.brands };
  const read = scope.understand(instead, { ...context, hasShown: false, hasPhoto: false, hasRequest: false });
  const wanted = statedIds(read.constraints, 'category').filter((id) => named.includes(id));
  if (wanted.length === 0 || wanted.length === named.length) return turn;
  const { parts: _parts, ...understood } = heard.understood;
  const constraints = { ...understood.constraints, category: wanted.length === 1 ? (wanted[0] ?? wanted) : wanted };
  return { ...turn, heard: { ...heard, understood: { ...understood, constraints } } };
}
