import { LRUCache } from 'lru-cache';
import type { InboxMessage, WaitingMessage } from '../../../storage/inbox-store.js';
import type { DeliveryReport, IncomingMessage, Part } from './messaging-app.js';

/** What was taken by a platform that may still say it could not show it. */
export interface SentCards {
  /** Remembers a part that the platform took under `id`. */
  note(id: string, part: Part, answered: WaitingMessage): void;
  /** What is to be sent in place of a card that could not be shown; undefined where there is nothing, or it was sent. */
  instead(report: DeliveryReport): InboxMessage | undefined;
}

/** In memory: after a restart a report is written down, and nothing is sent in its place. */
const REMEMBERED = 5_000;
const REMEMBERED_MS = 60 * 60_000;

export function createSentCards(): SentCards {
  const cards = new LRUCache<string, { part: Part; answered: WaitingMessage }>({ max: REMEMBERED, ttl: REMEMBERED_MS });
  return {
    note(id, part, answered) {
      if (part.otherwise !== undefined) cards.set(id, { part, answered });
    },
    instead({ message, isCardsFault }) {
      const card = message === undefined || !isCardsFault ? undefined : cards.get(message);
      if (message === undefined || card === undefined) return undefined;
      cards.delete(message);
      const { app, conversation, userId, body } = card.answered;
      const { to, user } = body as IncomingMessage;
      const id = `instead:${message}`;
      return {
        app,
        id,
        conversation,
        userId,
        body: { id, conversation, user, to } satisfies IncomingMessage,
        parts: (card.part.otherwise ?? []).map((call): Part => ({ call })),
      };
    },
  };
}
