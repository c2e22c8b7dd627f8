import { isUnconstrained } from '../../domain/constraints.js';
import type { TurnInHand } from '../answer.js';

const SIZE_ALONE =
  /^(?:no|nope|not? that|sorry|i mean(?:t)?|rather|不|不是|不对|错了|应该是|我是说|是)?[\s,，.。]*(?:是|要|的是)?\s*(\d{2}(?:\.5)?|(?:\d?x{0,3})[sl]|m)\s*(?:码|号)?\s*(?:please|吧|的)?[\s.!。]*$/iu;

/** 那170呢, "what about 170": another size of the scale of the one that holds, and no price. */
const SIZE_ASKED =
  /^(?:那|要是|换)?\s*(\d{2,3}(?:\.5)?)\s*(?:码|号)?(?:的)?(?:呢|有吗|有没有|行吗)[\s?？]*$|^(?:and |what about |how about |or |then )+(?:a |size )?(\d{2,3}(?:\.5)?)[\s?]*$/iu;

/** "No, 37" after a size was asked for: the size, corrected. Anything else passes through unchanged. */
export function withBareCorrection(turn: TurnInHand): TurnInHand {
  const { heard, session } = turn;
  const held = session.constraints.size;
  const { understood } = heard;
  const asked = heard.photo || heard.action ? undefined : sizeAsked(heard.text, held);
  if (asked !== undefined) {
    const wish = {
      ...understood,
      intent: 'refine' as const,
      confidence: 0.8,
      constraints: { size: asked },
      keywords: [],
    };
    return { ...turn, heard: { ...heard, understood: wish } };
  }
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

function sizeAsked(text: string, held: unknown): string | undefined {
  const found = SIZE_ASKED.exec(text.normalize('NFKC').trim());
  const size = found?.[1] ?? found?.[2];
  if (size === undefined || typeof held !== 'string' || !/^\d{2,3}(?:\.5)?$/.test(held)) return undefined;
  // Sizes of one scale lie near each other; a budget does not.
  return Math.abs(Number(size) - Number(held)) <= Number(held) / 5 ? size : undefined;
}
