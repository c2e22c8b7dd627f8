import { isUnconstrained } from '../../domain/constraints.js';
import type { TurnInHand } from '../answer.js';

const LETTER = /^\d?x{0,4}[sml]$/i;
const NUMBER = /^\d{2}(?:\.5)?$/;

/** "I'm a size M, shoe size 38": two scales at once tell of the speaker, and ask for no shoes in either. */
export function withOwnSizes(turn: TurnInHand): TurnInHand {
  const { heard } = turn;
  const { size, category, ...others } = heard.understood.constraints;
  const both = Array.isArray(size) && size.some((one) => LETTER.test(one)) && size.some((one) => NUMBER.test(one));
  if (!both || category !== 'footwear' || !isUnconstrained(others)) return turn;
  const { intent } = heard.understood;
  if (intent !== 'search' && intent !== 'refine') return turn;
  return { ...turn, heard: { ...heard, understood: { ...heard.understood, intent: 'profile', confidence: 0.85 } } };
}
