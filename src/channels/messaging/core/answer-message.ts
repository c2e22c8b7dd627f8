import type { TakeTurn } from '../../../../dialogs/take-turn.js';
import type { Action } from '../../../domain/action.js';
import type { IncomingPhoto, ShopperTurn, UnsupportedContent } from '../../../domain/turn.js';
import type { InboxStore, WaitingMessage } from '../../../storage/inbox-store.js';
import { cutPhoto, PHOTOS_A_MESSAGE } from '../../access/photo-limit.js';
import { apologyView, welcomeView } from '../../rendering/greeting.js';
import { type BoardAddress, renderReply } from '../../rendering/render-reply.js';
import type { ReplyView } from '../../rendering/reply-view.js';
import type { Wording } from '../../rendering/wording.js';
import { hearRecordings } from '../../voice/speech/hear-recordings.js';
import type { SpeechRecogniser } from '../../voice/speech/speech-engines.js';
import { actionOfCode, codesFor } from './button-code.js';
import type { IncomingMessage, JsonObject, MessagingApp, Part } from './messaging-app.js';
import { outlineOf, type ReplyOutline } from './reply-outline.js';

export interface AnswerDependencies {
  readonly app: MessagingApp;
  readonly takeTurn: TakeTurn;
  readonly inbox: Pick<InboxStore, 'action' | 'keepActions'>;
  readonly wording: Wording;
  readonly boardAddress?: BoardAddress;
  /** Hears voice messages, where there is one; without it the shopper is asked to write. */
  readonly recogniser?: SpeechRecogniser;
  /** Put before paths of pictures and pages. */
  readonly base: string;
  /** Where the platform can fetch a picture, or undefined where it cannot. */
  readonly pictureAt: (address: string) => string | undefined;
  readonly now: () => number;
}

const LONGEST_TEXT = 20_000;

/** The answer to a message, and to the others of its album, as calls in order. */
export async function answerMessage(
  waiting: WaitingMessage,
  album: readonly WaitingMessage[],
  deps: AnswerDependencies,
): Promise<Part[]> {
  const message = waiting.body as IncomingMessage;
  const messages = [message, ...album.map(({ body }) => body as IncomingMessage)];
  const view = message.joined === true ? welcome(message, deps) : await talk(waiting, messages, deps);
  return partsOf(view, deps, message.to);
}

/** What is said where an answer could not be made: an apology, and the same words to send again. */
export function apologise({ body }: WaitingMessage, deps: AnswerDependencies): Promise<Part[]> {
  const { locale, text, to } = body as IncomingMessage;
  return partsOf(apologyView(deps.wording, locale ?? deps.app.language ?? 'zh-CN', text), deps, to);
}

/** A view as calls of the app; `to` is where the message said that its answer goes. */
export async function partsOf(view: ReplyView, deps: AnswerDependencies, to?: JsonObject): Promise<Part[]> {
  const outline = outlineOf(view, deps.wording, deps.pictureAt);
  const codeOf = await codesFor(actionsOf(outline), deps.app.buttonBytes, deps.inbox, deps.now());
  return deps.app.render(outline, { codeOf, ...(to === undefined ? {} : { to }) });
}

function welcome({ locale }: IncomingMessage, { wording }: AnswerDependencies): ReplyView {
  return welcomeView(wording, locale ?? 'zh-CN');
}

async function talk(
  waiting: WaitingMessage,
  messages: readonly IncomingMessage[],
  deps: AnswerDependencies,
): Promise<ReplyView> {
  const { reply } = await deps.takeTurn({
    conversationId: `${waiting.app}:${waiting.conversation}`,
    userId: waiting.userId,
    activityId: waiting.id,
    turn: await turnOf(messages, deps),
  });
  const { wording, base, boardAddress } = deps;
  return renderReply(reply, { wording, base, ...(boardAddress === undefined ? {} : { boardAddress }) });
}

async function turnOf(
  messages: readonly IncomingMessage[],
  { app, inbox, recogniser }: AnswerDependencies,
): Promise<ShopperTurn> {
  const [first] = messages;
  const code = first?.button;
  const action = code === undefined ? undefined : await actionOfCode(code, inbox);
  const received = await Promise.all(
    messages
      .flatMap(({ photos, to }) => (photos ?? []).map((reference) => ({ reference, to })))
      .slice(0, PHOTOS_A_MESSAGE)
      .map(({ reference, to }) => fetchPhoto(() => app.file(reference, to))),
  );
  const voices = messages.flatMap(({ voices: own, to }) =>
    (own ?? []).map((reference) => () => app.file(reference, to)),
  );
  const heard = recogniser && voices.length > 0 ? await hearRecordings(voices, recogniser) : undefined;
  const named = messages.flatMap((message) => message.unsupported ?? []);
  const unsupported: UnsupportedContent[] = [
    // A voice message that was listened to is none that is unsupported.
    ...named.flatMap((kind) => (kind === 'voice' && heard !== undefined ? heard.unsupported : [kind])),
    ...(received.includes(undefined) ? (['unreachable-photo'] as const) : []),
    ...(code !== undefined && action === undefined ? (['old-button'] as const) : []),
  ];
  const locale = first?.locale ?? app.language;
  const text = [...messages.flatMap((message) => message.text ?? []), ...(heard?.words ?? [])]
    .join('\n')
    .slice(0, LONGEST_TEXT);
  return {
    photos: received.flatMap((photo) => photo ?? []),
    ...(text === '' ? {} : { text }),
    ...(action === undefined ? {} : { action }),
    ...(locale === undefined ? {} : { locale }),
    ...(unsupported.length === 0 ? {} : { unsupported }),
  };
}

async function fetchPhoto(fetch: () => Promise<Uint8Array>): Promise<IncomingPhoto | undefined> {
  try {
    return { bytes: cutPhoto(await fetch()) };
  } catch {
    return undefined;
  }
}

function actionsOf({ cards, suggestions }: ReplyOutline): Action[] {
  return [...cards.flatMap(({ buttons }) => buttons), ...suggestions].flatMap((button) =>
    'action' in button ? [button.action] : [],
  );
}
