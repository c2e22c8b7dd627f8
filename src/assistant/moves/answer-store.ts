import type { LocalisedText } from '../../domain/locale.js';
import type { Message } from '../../domain/reply.js';
import type { Answer, Move, TurnInHand } from '../answer.js';
import { aside } from './answer-talk.js';

/** Shipping, returns, hours: from the merchant's FAQ word for word, else a person; never imagined. */
export const answerStoreInfo: Move = async (turn) => {
  const { faq, contact } = turn.scope;
  const answers = faq?.(turn.heard.text) ?? [];
  if (answers.length > 0) {
    const messages = answers.map((text) => ({
      id: 'reply.store-info',
      values: { answer: { kind: 'text' as const, text } },
    }));
    return { ...aside(turn, 'store-info', 'reply.store-info'), messages };
  }
  const unknown = aside(turn, 'store-info', 'reply.store-info-unknown');
  return contact ? { ...unknown, messages: [...unknown.messages, reachable(contact)] } : unknown;
};

/**
 * A person: the talk so far and what is looked for go to the merchant's people where they take such, and the shopper
 * is told so; else how to reach one in the merchant's words, or plainly that this shop gave no way.
 */
export const answerHandover: Move = async (turn) => {
  const { contact, takesHandovers } = turn.scope;
  if (takesHandovers) {
    const answer = aside(turn, 'handover', 'reply.handed-over');
    return {
      ...answer,
      messages: [...answer.messages, ...(contact ? [reachable(contact)] : [])],
      effects: [{ kind: 'hand-over', handover: handoverOf(turn) }],
    };
  }
  const answer: Answer = aside(turn, 'handover', 'reply.handover-unknown');
  return contact ? { ...answer, messages: [reachable(contact)] } : answer;
};

function handoverOf({ session }: TurnInHand) {
  const { locale, constraints, keywords, told, shown, liked } = session;
  return { locale, constraints, keywords, told: told ?? {}, shown, liked };
}

function reachable(text: LocalisedText): Message {
  return { id: 'reply.handover', values: { contact: { kind: 'text', text } } };
}
