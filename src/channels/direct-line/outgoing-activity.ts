import type { ActivityJson, LoggedActivity } from '../../storage/activity-log.js';
import { replyActivities } from '../rendering/reply-activities.js';
import type { ReplyView } from '../rendering/reply-view.js';
import type { Wording } from '../rendering/wording.js';

/** The assistant as Direct Line clients see it. */
export const ASSISTANT = { id: 'yida', name: 'Yida', role: 'bot' } as const;

/** What an activity is about: its conversation, the id it answers, and when. */
export interface Envelope {
  readonly conversationId: string;
  readonly replyToId?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A reply as Direct Line activities; each carries the whole reply as `channelData.yida`. */
export function activitiesOf(view: ReplyView, wording: Wording, envelope: Envelope): ActivityJson[] {
  return replyActivities(view, wording, 'adaptive').map((activity) => ({
    ...frame(envelope),
    ...activity,
    channelData: { yida: view },
  }));
}

export function typingActivity(envelope: Envelope): ActivityJson {
  return { ...frame(envelope), type: 'typing' };
}

/** Everything but the id, which the log's sequence gives. */
function frame({ conversationId, replyToId, now }: Envelope): ActivityJson {
  return {
    channelId: 'directline',
    from: ASSISTANT,
    conversation: { id: conversationId },
    timestamp: new Date(now).toISOString(),
    ...(replyToId === undefined ? {} : { replyToId }),
  };
}

/** The id of the activity at a place of a conversation, as the Direct Line service forms them. */
export function activityId(conversationId: string, sequence: number): string {
  return `${conversationId}|${String(sequence).padStart(7, '0')}`;
}

/** A logged activity as a client gets it: with its id. */
export function delivered(conversationId: string, { sequence, activity }: LoggedActivity): ActivityJson {
  return { ...activity, id: activityId(conversationId, sequence) };
}
