import { isUnconstrained } from '../../domain/constraints.js';
import type { TurnInHand } from '../answer.js';

const SIZE_ALONE =
  /^(?:no|nope|not? that|sorry|i mean(?:t)?|rather|不|不是|不对|错了|应该是|我是说|是)?[\s,，.。]*(?:是|要|的是)?\s*(\d{2}(?:\.5)?|(?:\d?x{0,3})[sl]|m)\s*(?:码|号)?\s*(?:please|吧|的)?[\s.!。]*$/iu;

/** "No, 37" after a size was asked for: the size, corrected. Anything else passes through unchanged. */
export function withBareCorrection(turn: TurnInHand): TurnInHand {
  const { heard, session } = turn;
  const held = session.constraints.size;
  const { understood } = heard;
  if (typeof held !== 'string' || !isUnconstrained(understood.constraints) || heard.photo || heard.action) return turn;
  const size = SIZE_ALONE.exec(heard.text.normalize('NFKC').trim())?.[1];
  // A number corrects a number, a letter a letter.
  if (size === undefined || /^\d/.test(size) !== /^\d/.test(held)) return turn;
  const constraints = { size: size.toUpperCase() };
  return {
    ...turn,
    heard: { ...heard, understood: { ...understood, intent: 'refine', confidence: 0.8, constraints } },
  };
}
