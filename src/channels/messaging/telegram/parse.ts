import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { nearestLocale } from '../../../domain/locale.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { IncomingMessage, JsonObject, Received } from '../core/messaging-app.js';
import { readJson } from '../core/read-json.js';

const userSchema = z.looseObject({ id: z.int(), is_bot: z.boolean().optional(), language_code: z.string().optional() });
const chatSchema = z.looseObject({ id: z.int(), type: z.string() });
const fileSchema = z.looseObject({ file_id: z.string(), file_size: z.number().optional() });

const messageSchema = z.looseObject({
  message_id: z.int(),
  message_thread_id: z.int().optional(),
  from: userSchema.optional(),
  chat: chatSchema,
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  photo: z.array(fileSchema).optional(),
  document: fileSchema.extend({ mime_type: z.string().optional() }).optional(),
  voice: fileSchema.optional(),
  audio: fileSchema.optional(),
  reply_to_message: z.looseObject({ from: userSchema.optional() }).optional(),
});
type Message = z.infer<typeof messageSchema>;

const updateSchema = z.looseObject({
  update_id: z.int(),
  message: messageSchema.optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      from: userSchema,
      data: z.string().optional(),
      message: z.looseObject({ chat: chatSchema, message_thread_id: z.int().optional() }).optional(),
    })
    .optional(),
});

/** Kinds of content that are neither words nor a photo. Source: core.telegram.org/bots/api#message */
const UNSUPPORTED: Readonly<Record<string, UnsupportedContent>> = {
  voice: 'voice',
  audio: 'voice',
  video: 'video',
  video_note: 'video',
  animation: 'video',
  sticker: 'sticker',
  dice: 'sticker',
  location: 'location',
  venue: 'location',
  contact: 'file',
  poll: 'file',
  story: 'file',
  document: 'file',
};

export interface TelegramIdentity {
  /** The number before the colon of the token. */
  readonly botId: number;
  /** Without @; absent, the bot hears only commands and replies in groups. */
  readonly username: string | undefined;
}

/** An update as messages. What is not meant for the assistant (service notes, edits, talk in a group) is none. */
export function parseTelegram(body: Buffer, bot: TelegramIdentity): Received {
  const parsed = updateSchema.safeParse(readJson(body));
  if (!parsed.success) throw new YidaFault('bad-request', 'no Telegram update');
  const { update_id: updateId, message, callback_query: press } = parsed.data;
  if (press !== undefined) return pressed(String(updateId), press);
  const heard = message === undefined ? undefined : heardMessage(String(updateId), message, bot);
  return { messages: heard === undefined ? [] : [heard] };
}

function pressed(id: string, press: NonNullable<z.infer<typeof updateSchema>['callback_query']>): Received {
  const { from, data = '', message } = press;
  // The method in the answer to the webhook stops the button's waiting sign without a call of its own.
  const acknowledgement = {
    type: 'application/json',
    body: JSON.stringify({ method: 'answerCallbackQuery', callback_query_id: press.id }),
  };
  if (message === undefined) return { acknowledgement, messages: [] };
  const address = { chat: message.chat, ...threadOf(message.message_thread_id) };
  return { acknowledgement, messages: [{ ...envelope(id, from, address, undefined), button: data }] };
}

function heardMessage(id: string, message: Message, bot: TelegramIdentity): IncomingMessage | undefined {
  const { from, chat } = message;
  if (from === undefined || from.is_bot === true) return undefined;
  const inGroup = chat.type !== 'private';
  if (inGroup && !addressed(message, bot)) return undefined;
  const said = (message.text ?? message.caption ?? '').replace(mentionOf(bot), ' ').trim();
  const photo = photoOf(message);
  const unsupported = photo === undefined ? unsupportedKind(message) : undefined;
  if (said === '' && photo === undefined && unsupported === undefined) return undefined;
  const base = envelope(
    id,
    from,
    { chat, ...threadOf(message.message_thread_id) },
    inGroup ? message.message_id : undefined,
  );
  if (/^\/start\b/.test(said)) return { ...base, joined: true };
  return {
    ...base,
    ...(said === '' ? {} : { text: said.replace(/^\/(\w+)(@\w+)?/, '$1') }),
    ...(photo === undefined ? {} : { photos: [photo] }),
    ...(message.media_group_id === undefined || photo === undefined ? {} : { album: message.media_group_id }),
    ...(unsupported === undefined ? {} : { unsupported: [unsupported] }),
    ...voicesOf(message),
  };
}

function envelope(
  id: string,
  from: z.infer<typeof userSchema>,
  address: { chat: z.infer<typeof chatSchema>; thread?: number },
  replyTo: number | undefined,
): Pick<IncomingMessage, 'id' | 'conversation' | 'user' | 'to' | 'locale'> {
  const { chat, thread } = address;
  const locale = nearestLocale(from.language_code);
  return {
    id,
    // Everybody in a group looks for something of their own.
    conversation: chat.type === 'private' ? String(chat.id) : `${chat.id}:${from.id}`,
    user: String(from.id),
    to: {
      chat: chat.id,
      ...(thread === undefined ? {} : { thread }),
      ...(replyTo === undefined ? {} : { replyTo }),
    },
    ...(locale === undefined ? {} : { locale }),
  };
}

function threadOf(thread: number | undefined): { thread?: number } {
  return thread === undefined ? {} : { thread };
}

/** In a group the assistant speaks only when spoken to: a command, a reply to it, its name. */
function addressed({ text, caption, reply_to_message: answered }: Message, bot: TelegramIdentity): boolean {
  const said = text ?? caption ?? '';
  const command = /^\/\w+(@(\w+))?/.exec(said);
  if (command !== null) return command[2] === undefined || command[2].toLowerCase() === bot.username?.toLowerCase();
  return answered?.from?.id === bot.botId || mentionOf(bot).test(said);
}

function mentionOf({ username }: TelegramIdentity): RegExp {
  return username === undefined ? /(?!)/ : new RegExp(`@${username}\\b`, 'i');
}

/** The largest of a photo's sizes (Telegram orders them), or a picture that was sent as a file. */
function photoOf({ photo, document }: Message): JsonObject | undefined {
  const largest = photo?.at(-1);
  if (largest !== undefined) return { file: largest.file_id };
  return document?.mime_type?.startsWith('image/') === true ? { file: document.file_id } : undefined;
}

function voicesOf({ voice, audio }: Message): Pick<IncomingMessage, 'voices'> {
  const spoken = voice ?? audio;
  return spoken === undefined ? {} : { voices: [{ file: spoken.file_id }] };
}

function unsupportedKind(message: Message): UnsupportedContent | undefined {
  const kind = Object.keys(UNSUPPORTED).find((name) => message[name] !== undefined);
  return kind === undefined ? undefined : UNSUPPORTED[kind];
}
