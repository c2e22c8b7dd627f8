import { z } from 'zod';
import type { Locale } from '../../../domain/locale.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { IncomingMessage, JsonObject, Received } from '../core/messaging-app.js';
import { readJson } from '../core/read-json.js';
import type { FeishuRequest } from './verify.js';

const personSchema = z.looseObject({ open_id: z.string() });

const headerSchema = z.looseObject({ header: z.looseObject({ event_id: z.string(), event_type: z.string() }) });

const messageEventSchema = z.looseObject({
  sender: z.looseObject({ sender_id: personSchema, sender_type: z.string() }),
  message: z.looseObject({
    message_id: z.string(),
    chat_id: z.string(),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z.array(z.looseObject({ key: z.string(), name: z.string().optional() })).default([]),
  }),
});
type FeishuMessage = z.infer<typeof messageEventSchema>['message'];

const pressEventSchema = z.looseObject({
  operator: personSchema,
  action: z.looseObject({ value: z.looseObject({ code: z.string() }) }),
  context: z.looseObject({ open_chat_id: z.string() }),
});

const enteredEventSchema = z.looseObject({
  chat_id: z.string(),
  operator_id: personSchema,
  last_message_id: z.string().optional(),
});

const textSchema = z.looseObject({ text: z.string() });
const soundSchema = z.looseObject({ file_key: z.string() });
const imageSchema = z.looseObject({ image_key: z.string() });
const postSchema = z.looseObject({
  title: z.string().default(''),
  content: z.array(
    z.array(z.looseObject({ tag: z.string(), text: z.string().optional(), image_key: z.string().optional() })),
  ),
});

type Content = Pick<IncomingMessage, 'text' | 'photos' | 'voices' | 'unsupported'>;

/** Kinds of messages that are neither words nor a photo. Source: open.feishu.cn, 接收消息内容 */
const UNSUPPORTED: Readonly<Record<string, UnsupportedContent>> = {
  media: 'video',
  sticker: 'sticker',
  location: 'location',
  file: 'file',
  folder: 'file',
  share_chat: 'file',
  share_user: 'file',
  merge_forward: 'file',
};

export interface FeishuHearing {
  /** Given, only messages of a group that mention somebody of this name are heard; else all with a mention. */
  readonly botName: string | undefined;
  /** The language of those who have not written yet. */
  readonly greeting: Locale;
}

/** An event, a pressed button, or the question for the address as messages; what is not for the assistant is none. */
export function parseFeishu(request: FeishuRequest, hearing: FeishuHearing): Received {
  if (request.kind === 'challenge') return { acknowledgement: json({ challenge: request.challenge }), messages: [] };
  const acknowledgement = json({});
  const parsed = headerSchema.safeParse(request.event);
  if (!parsed.success) return { acknowledgement, messages: [] };
  const { header, event } = parsed.data;
  return { acknowledgement, messages: messagesOf(header.event_type, header.event_id, event, hearing) };
}

function messagesOf(type: string, id: string, event: unknown, hearing: FeishuHearing): IncomingMessage[] {
  switch (type) {
    case 'im.message.receive_v1':
      return heard(id, event, hearing);
    case 'card.action.trigger': {
      const press = pressEventSchema.safeParse(event);
      if (!press.success) return [];
      const { operator, action, context } = press.data;
      return [{ id, ...lineOf(context.open_chat_id, operator.open_id, { message: id }), button: action.value.code }];
    }
    case 'im.chat.access_event.bot_p2p_chat_entered_v1':
    case 'im.chat.member.bot.added_v1':
      return entered(type, id, event, hearing);
    default:
      return [];
  }
}

/** Somebody opens the chat for the first time, or takes the assistant into a group. */
function entered(type: string, id: string, event: unknown, { greeting }: FeishuHearing): IncomingMessage[] {
  const parsed = enteredEventSchema.safeParse(event);
  if (!parsed.success) return [];
  const { chat_id: chat, operator_id: person, last_message_id: last } = parsed.data;
  if (last !== undefined && last !== '') return [];
  const isChat = type === 'im.chat.access_event.bot_p2p_chat_entered_v1';
  // Comes at every visit; the one id lets all but the first pass.
  const once = isChat ? `entered:${person.open_id}` : id;
  return [{ id: once, ...lineOf(chat, person.open_id, { message: once }), joined: true, locale: greeting }];
}

function heard(id: string, event: unknown, { botName }: FeishuHearing): IncomingMessage[] {
  const parsed = messageEventSchema.safeParse(event);
  if (!parsed.success || parsed.data.sender.sender_type !== 'user') return [];
  const { message, sender } = parsed.data;
  const inGroup = message.chat_type !== 'p2p';
  const addressed = message.mentions.some(({ name }) => botName === undefined || name === botName);
  if (inGroup && !addressed) return [];
  const content = contentOf(message);
  if (content === undefined) return [];
  const to = { message: message.message_id, ...(inGroup ? { replyTo: message.message_id } : {}) };
  return [{ id, ...lineOf(message.chat_id, sender.sender_id.open_id, to), ...content }];
}

/** Cards do not say whether they were pressed in a group: everybody has a line of their own everywhere. */
function lineOf(
  chat: string,
  person: string,
  to: { message: string; replyTo?: string },
): Pick<IncomingMessage, 'conversation' | 'user' | 'to'> {
  return { conversation: `${chat}:${person}`, user: person, to: { chat, ...to } };
}

function contentOf(message: FeishuMessage): Content | undefined {
  const content = readJson(Buffer.from(message.content));
  switch (message.message_type) {
    case 'text':
      return words(textSchema.safeParse(content).data?.text ?? '', message);
    case 'image': {
      const image = imageSchema.safeParse(content);
      return image.success ? { photos: [photoOf(message, image.data.image_key)] } : undefined;
    }
    case 'post':
      return postContent(content, message);
    case 'audio': {
      const sound = soundSchema.safeParse(content);
      const voices = sound.success ? { voices: [{ ...photoOf(message, sound.data.file_key), type: 'file' }] } : {};
      return { unsupported: ['voice'], ...voices };
    }
    default: {
      const unsupported = UNSUPPORTED[message.message_type];
      return unsupported === undefined ? undefined : { unsupported: [unsupported] };
    }
  }
}

function postContent(content: unknown, message: FeishuMessage): Content | undefined {
  const post = postSchema.safeParse(content);
  if (!post.success) return undefined;
  const lines = post.data.content.map((line) => line.flatMap(({ tag, text }) => (tag === 'at' ? [] : (text ?? []))));
  const said = words([post.data.title, ...lines.map((line) => line.join(''))].filter(Boolean).join('\n'), message);
  const photos = post.data.content
    .flat()
    .flatMap(({ image_key: key }) => (key === undefined ? [] : [photoOf(message, key)]));
  if (photos.length === 0) return said;
  return { ...said, photos };
}

/** A text without the places where somebody is mentioned. */
function words(text: string, { mentions }: FeishuMessage): Content | undefined {
  // The longest first: @_user_1 begins @_user_12.
  const keys = mentions.map(({ key }) => key).sort((one, other) => other.length - one.length);
  const said = keys.reduce((rest, key) => rest.replaceAll(key, ' '), text).trim();
  return said === '' ? undefined : { text: said };
}

function photoOf({ message_id: message }: FeishuMessage, key: string): JsonObject {
  return { message, key };
}

function json(body: JsonObject) {
  return { type: 'application/json', body: JSON.stringify(body) };
}
