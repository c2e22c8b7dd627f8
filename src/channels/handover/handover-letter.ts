import type { Constraints } from '../../domain/constraints.js';
import type { Garment } from '../../domain/garment.js';
import type { Locale } from '../../domain/locale.js';
import type { Told } from '../../domain/profile.js';
import type { Reply } from '../../domain/reply.js';
import type { OutgoingActivity } from '../../storage/conversation-store.js';
import type { WaitingHandover } from '../../storage/handover-store.js';
import { type Rendering, renderReply } from '../rendering/render-reply.js';

interface NamedGarment {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

/** What the merchant's people read: the talk as it was, and what is looked for. */
export interface HandoverLetter {
  readonly id: string;
  readonly conversationId: string;
  readonly userId: string | null;
  readonly locale: Locale;
  /** ISO 8601. */
  readonly askedAt: string;
  readonly lookingFor: Constraints;
  readonly keywords: readonly string[];
  readonly told: Told;
  readonly shown: readonly NamedGarment[];
  readonly liked: readonly NamedGarment[];
  readonly transcript: readonly { readonly who: 'shopper' | 'yida'; readonly text: string }[];
  /** All of it as lines of text, in the shopper's language. */
  readonly text: string;
}

/** Words a handover from the outbox, the transcript and the rows of its garments. */
export function writeLetter(
  waiting: WaitingHandover,
  turns: readonly OutgoingActivity[],
  garments: ReadonlyMap<string, Garment>,
  rendering: Rendering,
): HandoverLetter {
  const { handover } = waiting;
  const { locale } = handover;
  const transcript = turns.flatMap(({ heard, payload }) => [
    ...(heard === undefined || heard === '' ? [] : [{ who: 'shopper' as const, text: heard }]),
    { who: 'yida' as const, text: renderReply(payload as Reply, rendering, locale).text },
  ]);
  const named = (ids: readonly string[]) =>
    ids.flatMap((id): NamedGarment[] => {
      const garment = garments.get(id);
      return garment ? [{ id, title: garment.title[locale], url: garment.url }] : [];
    });
  const shown = named(handover.shown);
  const liked = named(handover.liked);
  const say = (id: string, values = {}) => rendering.wording.message({ id, values }, locale);
  const lines = (heading: string, list: readonly string[]) => (list.length > 0 ? [say(heading), ...list, ''] : []);
  return {
    id: waiting.id,
    conversationId: waiting.conversationId,
    userId: waiting.userId ?? null,
    locale,
    askedAt: new Date(waiting.createdAt).toISOString(),
    lookingFor: handover.constraints,
    keywords: handover.keywords,
    told: handover.told,
    shown,
    liked,
    transcript,
    text: [
      ...lines(
        'handover.talk',
        transcript.map(({ who, text }) => say(`handover.${who}`, { text })),
      ),
      ...lines(
        'handover.shown',
        shown.map(({ title, id }) => `· ${title} (${id})`),
      ),
      ...lines(
        'handover.liked',
        liked.map(({ title, id }) => `· ${title} (${id})`),
      ),
      say('handover.conversation', { id: waiting.conversationId }),
    ].join('\n'),
  };
}
