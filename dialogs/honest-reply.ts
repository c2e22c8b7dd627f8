import type { Locale } from '../src/domain/locale.js';
import type { Reply } from '../src/domain/reply.js';
import type { ShopperTurn } from '../src/domain/turn.js';

/** A reply that says what went wrong and offers the same words again. */
export function honestReply(message: string, locale: Locale, turn: ShopperTurn): Reply {
  const words = (turn.action?.text ?? turn.text ?? '').trim().slice(0, 200);
  return {
    locale,
    messages: [{ id: message }],
    items: [],
    outfits: [],
    suggestions: words ? [{ title: { id: 'suggest.retry' }, action: { verb: 'say', text: words } }] : [],
    understood: {
      locale,
      intent: 'unknown',
      confidence: 0,
      tokens: [],
      constraints: {},
      references: [],
      critiques: [],
      relaxed: [],
      keywords: [],
    },
    attention: null,
    relaxed: [],
    degraded: ['catalogue'],
  };
}

/** True for what was stored as an answer: JSON of a Reply. */
export function isReply(payload: unknown): payload is Reply {
  return typeof payload === 'object' && payload !== null && 'messages' in payload && Array.isArray(payload.messages);
}
