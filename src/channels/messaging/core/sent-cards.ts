import type { InboxMessage, InboxStore, WaitingMessage } from '../../../storage/inbox-store.js';
import type { DeliveryReport, IncomingMessage, Part } from './messaging-app.js';

/** What was taken by a platform that may still say it could not show it. */
export interface SentCards {
  /** Remembers a part that the platform took under `id`. */
  note(id: string, part: Part, answered: WaitingMessage): Promise<void>;
  /** What is to be sent in place of a card that could not be shown; undefined where there is nothing. */
  instead(report: DeliveryReport): Promise<InboxMessage | undefined>;
}

/** Platforms report on a picture within minutes; after a day nobody waits for its words any more. */
const REMEMBERED_MS = 24 * 3_600_000;

/** Sent cards in the inbox's store: a report is answered after a restart too, and once, since its answer has one id. */
export function createSentCards(
  app: string,
  inbox: Pick<InboxStore, 'keepCard' | 'cardInstead'>,
  now: () => number,
): SentCards {
  return {
    async note(id, { otherwise }, { conversation, userId, body }) {
      if (otherwise === undefined) return;
      const { to, user } = body as IncomingMessage;
      const own = `instead:${id}`;
      const instead: InboxMessage = {
        app,
        id: own,
        conversation,
        userId,
        body: { id: own, conversation, user, to } satisfies IncomingMessage,
        parts: otherwise.map((call): Part => ({ call })),
      };
      await inbox.keepCard(id, instead, { at: now(), until: now() + REMEMBERED_MS });
    },
    async instead({ message, isCardsFault }) {
      return message === undefined || !isCardsFault ? undefined : inbox.cardInstead(app, message, now());
    },
  };
}
