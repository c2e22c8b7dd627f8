import { statedIds } from '../../domain/constraints.js';
import { isGift, namesCelebration } from '../../language/gift-talk.js';
import type { TurnInHand } from '../answer.js';

/** A birthday present is not worn to the party: unless one is named, the birthday is no occasion to dress for. */
export function withGift(turn: TurnInHand): TurnInHand {
  const { heard } = turn;
  const { occasions: stated, ...constraints } = heard.understood.constraints;
  if (stated === undefined || heard.action || !isGift(heard.text) || namesCelebration(heard.text)) return turn;
  const occasions = statedIds({ occasions: stated }, 'occasions').filter((id) => id !== 'party');
  if (occasions.length === stated.length) return turn;
  const left = occasions.length > 0 ? { ...constraints, occasions } : constraints;
  return { ...turn, heard: { ...heard, understood: { ...heard.understood, constraints: left } } };
}
