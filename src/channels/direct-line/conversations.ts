import { type Locale, nearestLocale } from '../../domain/locale.js';
import type { ShopperTurn } from '../../domain/turn.js';
import type { ActivityJson, ActivityLog } from '../../storage/activity-log.js';
import {
  clientIdOf,
  type IncomingActivity,
  incomingActivitySchema,
  shopperTurn,
  type UploadedFile,
} from '../access/incoming-activity.js';
import type { ChannelDeps } from '../channel.js';
import { apologyView, welcomeView } from '../rendering/greeting.js';
import { renderReply } from '../rendering/render-reply.js';
import type { ReplyView } from '../rendering/reply-view.js';
import { echoOf, liveEchoOf } from './echo.js';
import { activitiesOf, activityId, typingActivity } from './outgoing-activity.js';
import type { PhotoShelf } from './photo-shelf.js';
import type { Room } from './room.js';
import type { Streams } from './streams.js';
import type { TurnQueue } from './turn-queue.js';

export interface ConversationsDeps
  extends Pick<
    ChannelDeps,
    'takeTurn' | 'wording' | 'boardAddress' | 'fetchPhoto' | 'speech' | 'log' | 'now' | 'randomId' | 'tokens'
  > {
  readonly activityLog: ActivityLog;
  readonly streams: Streams;
  readonly shelf: PhotoShelf;
  readonly queue: TurnQueue;
}

/** What is said in Direct Line conversations: heard durably, answered in order, never left without an answer. */
export class Conversations {
  readonly #deps: ConversationsDeps;

  constructor(deps: ConversationsDeps) {
    this.#deps = deps;
  }

  /** Opens the conversation at its first use, with a greeting in the shopper's language. */
  async enter(room: Room, locale: Locale): Promise<'opened' | 'known'> {
    const { activityLog } = this.#deps;
    const opened = await activityLog.open({ id: room.conversationId, userId: room.userId, locale });
    if (opened === 'opened') await this.#say(room, welcomeView(this.#deps.wording, locale));
    return opened;
  }

  /** Writes down what the shopper sent and starts its turn; returns the activity's id at once. */
  async hear(room: Room, activity: IncomingActivity, files: readonly UploadedFile[] = []): Promise<string> {
    const { activityLog, streams, now, shelf, randomId, tokens } = this.#deps;
    const { conversationId, userId } = room;
    const awaitsAnswer = activity.type === 'message';
    const shelved = files.map((file) => ({ id: randomId(), file }));
    const echo = echoOf(activity, { room, files, now: now() });
    const clientId = clientIdOf(activity);
    const heard = await activityLog.hear(conversationId, echo, {
      awaitsAnswer,
      ...(clientId === undefined ? {} : { clientId }),
    });
    const id = activityId(conversationId, heard.sequence);
    if (heard.duplicate) return id;
    if (shelved.length > 0) {
      for (const { id: photoId, file } of shelved) shelf.put(photoId, conversationId, id, file);
      const token = tokens.issue({ conversationId, userId }, 'attachment', 300);
      const addresses = shelved.map(
        (photo) => `${room.base}/v3/directline/conversations/${conversationId}/attachments/${photo.id}?t=${token}`,
      );
      streams.showInstead(conversationId, heard.sequence, liveEchoOf(echo, activity, addresses));
    }
    if (awaitsAnswer) {
      this.#deps.queue.add(conversationId, () => this.#answer(room, heard.sequence, activity, files));
    }
    await streams.deliver(conversationId);
    return id;
  }

  /** Answers what was heard before the service last stopped. Photos are gone by then, and the answer says so. */
  async answerLeftovers(base: string): Promise<number> {
    const leftovers = await this.#deps.activityLog.unanswered();
    for (const { conversationId, sequence, activity } of leftovers) {
      const conversation = await this.#deps.activityLog.conversation(conversationId);
      const parsed = incomingActivitySchema.safeParse(activity);
      if (conversation === undefined || !parsed.success) continue;
      const room = { conversationId, userId: conversation.userId, base };
      this.#deps.queue.add(conversationId, () => this.#answer(room, sequence, parsed.data, []));
    }
    return leftovers.length;
  }

  async #answer(room: Room, sequence: number, activity: IncomingActivity, files: readonly UploadedFile[]) {
    const { streams, shelf, log, now } = this.#deps;
    const { conversationId } = room;
    const id = activityId(conversationId, sequence);
    streams.whisper(conversationId, typingActivity({ conversationId, replyToId: id, now: now() }));
    try {
      const view = await this.#replyTo(room, id, activity, files);
      await this.#say(room, view, sequence);
    } catch (error) {
      // Only the log itself can fail here; its activity still awaits an answer and gets one at the next start.
      log.error({ err: error, conversationId, activityId: id }, 'an answer could not be written');
    } finally {
      shelf.clear(id);
      streams.forgetStandIn(conversationId, sequence);
    }
  }

  async #replyTo(
    room: Room,
    id: string,
    activity: IncomingActivity,
    files: readonly UploadedFile[],
  ): Promise<ReplyView> {
    const { takeTurn, wording, boardAddress, fetchPhoto, speech, log } = this.#deps;
    try {
      const turn = await shopperTurn(activity, files, fetchPhoto, speech.recogniser);
      const located = turn.locale === undefined ? await this.#inRoomLanguage(room, turn) : turn;
      const { conversationId, userId } = room;
      const { reply } = await takeTurn({ conversationId, userId, activityId: id, turn: located });
      return renderReply(reply, { wording, base: room.base, ...(boardAddress === undefined ? {} : { boardAddress }) });
    } catch (error) {
      log.error({ err: error, conversationId: room.conversationId, activityId: id }, 'a turn failed');
      const locale = nearestLocale(activity.locale ?? undefined) ?? (await this.#localeOf(room.conversationId));
      return apologyView(wording, locale, activity.text ?? undefined);
    }
  }

  async #inRoomLanguage(room: Room, turn: ShopperTurn): Promise<ShopperTurn> {
    return { ...turn, locale: await this.#localeOf(room.conversationId) };
  }

  async #localeOf(conversationId: string): Promise<Locale> {
    const conversation = await this.#deps.activityLog.conversation(conversationId);
    return nearestLocale(conversation?.locale) ?? 'zh-CN';
  }

  async #say(room: Room, view: ReplyView, answers?: number): Promise<void> {
    const { activityLog, streams, wording, now } = this.#deps;
    const { conversationId } = room;
    const replyToId = answers === undefined ? undefined : activityId(conversationId, answers);
    const activities: ActivityJson[] = activitiesOf(view, wording, { conversationId, replyToId, now: now() });
    await activityLog.say(conversationId, activities, answers);
    await streams.deliver(conversationId);
  }
}
