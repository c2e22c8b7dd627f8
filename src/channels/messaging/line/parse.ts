import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import type { Locale } from '../../../domain/locale.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { IncomingMessage, JsonObject, Received } from '../core/messaging-app.js';
import { readJson } from '../core/read-json.js';

const mentioneeSchema = z.looseObject({
  index: z.int().optional(),
  length: z.int().optional(),
  isSelf: z.boolean().optional(),
});
const messageSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  mention: z.looseObject({ mentionees: z.array(mentioneeSchema) }).optional(),
  contentProvider: z.looseObject({ type: z.string(), originalContentUrl: z.string().optional() }).optional(),
  imageSet: z.looseObject({ id: z.string() }).optional(),
});
type Message = z.infer<typeof messageSchema>;

const eventSchema = z.looseObject({
  type: z.string(),
  mode: z.string().optional(),
  webhookEventId: z.string().min(1),
  timestamp: z.number(),
  replyToken: z.string().optional(),
  source: z.looseObject({
    type: z.enum(['user', 'group', 'room']),
    userId: z.string().optional(),
    groupId: z.string().optional(),
    roomId: z.string().optional(),
  }),
  message: messageSchema.optional(),
  postback: z.looseObject({ data: z.string() }).optional(),
});
type Event = z.infer<typeof eventSchema>;
const webhookSchema = z.looseObject({ destination: z.string().optional(), events: z.array(z.unknown()) });

const UNSUPPORTED: Readonly<Record<string, UnsupportedContent>> = {
  audio: 'voice',
  video: 'video',
  sticker: 'sticker',
  location: 'location',
  file: 'file',
};

export interface LineHearing {
  readonly greeting: Locale;
  /** Events older than this many milliseconds are past being answered. */
  readonly oldestMs: number;
}

/** The messages of a webhook's events. LINE tries an address with none; another module may be in charge (standby). */
export function parseLine(body: Buffer, { greeting, oldestMs }: LineHearing, now: number): Received {
  const parsed = webhookSchema.safeParse(readJson(body));
  if (!parsed.success) throw new YidaFault('bad-request', 'no webhook of LINE');
  const events = parsed.data.events
    .flatMap(readEvent)
    .filter(({ mode, timestamp }) => mode !== 'standby' && now - timestamp <= oldestMs);
  return { messages: events.flatMap((event) => heardEvent(event, greeting) ?? []) };
}

/** One form that is not known must not lose the others of the webhook. */
function readEvent(value: unknown): Event[] {
  const parsed = eventSchema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}

function heardEvent(event: Event, greeting: Locale): IncomingMessage | undefined {
  const { source, replyToken } = event;
  const user = source.userId;
  const content = contentOf(event, greeting);
  if (user === undefined || content === undefined) return undefined;
  const room = source.groupId ?? source.roomId;
  return {
    id: event.webhookEventId,
    // Everybody in a group looks for something of their own.
    conversation: room === undefined ? user : `${room}:${user}`,
    user,
    to: { to: room ?? user, ...(replyToken === undefined ? {} : { replyToken }) },
    ...content,
  };
}

function contentOf({ type, source, message, postback }: Event, greeting: Locale): Partial<IncomingMessage> | undefined {
  if (type === 'follow') return { joined: true, locale: greeting };
  if (type === 'postback' && postback !== undefined) return { button: postback.data };
  if (type !== 'message' || message === undefined) return undefined;
  if (source.type !== 'user' && !isAddressed(message)) return undefined;
  const said = wordsOf(message);
  if (said !== '') return { text: said };
  if (message.type === 'image') {
    const album = message.imageSet === undefined ? {} : { album: message.imageSet.id };
    return { photos: [fileOf(message)], ...album };
  }
  const unsupported = UNSUPPORTED[message.type];
  if (unsupported === undefined) return undefined;
  return { unsupported: [unsupported], ...(message.type === 'audio' ? { voices: [fileOf(message)] } : {}) };
}

/** In a group the assistant speaks only when it is mentioned. */
function isAddressed({ mention }: Message): boolean {
  return mention?.mentionees.some(({ isSelf }) => isSelf === true) === true;
}

/** The text without the assistant's name, from the end so that the places of the others hold. */
function wordsOf({ text = '', mention }: Message): string {
  const own = (mention?.mentionees ?? []).filter(({ isSelf }) => isSelf === true);
  return own
    .toSorted((one, other) => (other.index ?? 0) - (one.index ?? 0))
    .reduce((said, { index = 0, length = 0 }) => `${said.slice(0, index)} ${said.slice(index + length)}`, text)
    .trim();
}

function fileOf({ id, contentProvider: provider }: Message): JsonObject {
  return provider?.type === 'external' ? { url: provider.originalContentUrl } : { message: id };
}
