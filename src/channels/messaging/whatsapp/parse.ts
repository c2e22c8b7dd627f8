import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import type { Locale } from '../../../domain/locale.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { IncomingMessage, JsonObject, Received } from '../core/messaging-app.js';
import { readJson } from '../core/read-json.js';

const mediaSchema = z.looseObject({
  id: z.string(),
  caption: z.string().optional(),
  mime_type: z.string().optional(),
});
const replySchema = z.looseObject({ id: z.string(), title: z.string().optional() });
const messageSchema = z.looseObject({
  id: z.string().min(1),
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  group_id: z.string().optional(),
  timestamp: z.string().optional(),
  type: z.string(),
  text: z.looseObject({ body: z.string() }).optional(),
  image: mediaSchema.optional(),
  document: mediaSchema.optional(),
  video: mediaSchema.optional(),
  audio: mediaSchema.optional(),
  button: z.looseObject({ text: z.string().optional() }).optional(),
  interactive: z.looseObject({ button_reply: replySchema.optional(), list_reply: replySchema.optional() }).optional(),
});
type Message = z.infer<typeof messageSchema>;

const changeSchema = z.looseObject({
  field: z.string(),
  value: z.looseObject({
    metadata: z.looseObject({ phone_number_id: z.string() }).optional(),
    messages: z.array(z.unknown()).optional(),
  }),
});
const webhookSchema = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.looseObject({ changes: z.array(z.unknown()).default([]) })),
});

/** Kinds of content that are neither words nor a photo; others (reactions, service notes) are no message. */
const UNSUPPORTED: Readonly<Record<string, UnsupportedContent>> = {
  audio: 'voice',
  video: 'video',
  sticker: 'sticker',
  location: 'location',
  document: 'file',
  contacts: 'file',
  order: 'file',
  unsupported: 'file',
};

export interface WhatsappHearing {
  readonly phoneId: string;
  readonly greeting: Locale;
  /** Messages older than this many milliseconds cannot be answered any more. */
  readonly oldestMs: number;
}

/** All messages of a webhook, which may bring several entries of several numbers. */
export function parseWhatsapp(body: Buffer, hearing: WhatsappHearing, now: number): Received {
  const parsed = webhookSchema.safeParse(readJson(body));
  if (!parsed.success) throw new YidaFault('bad-request', 'no webhook of WhatsApp');
  const changes = parsed.data.entry.flatMap((entry) => entry.changes.flatMap((change) => read(changeSchema, change)));
  const messages = changes
    .filter(({ field, value }) => field === 'messages' && value.metadata?.phone_number_id === hearing.phoneId)
    .flatMap(({ value }) => (value.messages ?? []).flatMap((message) => read(messageSchema, message)))
    .filter(({ timestamp }) => timestamp === undefined || now - Number(timestamp) * 1000 <= hearing.oldestMs);
  return { messages: messages.flatMap((message) => heardMessage(message, hearing) ?? []) };
}

/** One form that is not known must not lose the others of the webhook. */
function read<T>(schema: z.ZodType<T>, value: unknown): T[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}

function heardMessage(message: Message, { greeting }: WhatsappHearing): IncomingMessage | undefined {
  const user = message.from ?? message.from_user_id;
  if (user === undefined || message.group_id !== undefined) return undefined;
  const content = message.type === 'request_welcome' ? { joined: true, locale: greeting } : contentOf(message);
  if (content === undefined) return undefined;
  const address: JsonObject = message.from === undefined ? { recipient: user } : { to: user };
  return { id: message.id, conversation: user, user, to: { ...address, message: message.id }, ...content };
}

function contentOf(message: Message): Partial<IncomingMessage> | undefined {
  const { type, text, button, interactive, audio } = message;
  const pressed = interactive?.button_reply ?? interactive?.list_reply;
  if (pressed !== undefined) return { button: pressed.id };
  const photo = photoOf(message);
  const said = (text?.body ?? button?.text ?? captionOf(message)).trim();
  const unsupported = photo === undefined ? UNSUPPORTED[type] : undefined;
  if (said === '' && photo === undefined && unsupported === undefined) return undefined;
  return {
    ...(said === '' ? {} : { text: said }),
    ...(photo === undefined ? {} : { photos: [photo] }),
    ...(unsupported === undefined ? {} : { unsupported: [unsupported] }),
    ...(audio === undefined ? {} : { voices: [{ media: audio.id }] }),
  };
}

function captionOf({ image, document, video }: Message): string {
  return image?.caption ?? document?.caption ?? video?.caption ?? '';
}

/** A photo, or a picture that was sent as a file. */
function photoOf({ image, document }: Message): JsonObject | undefined {
  if (image !== undefined) return { media: image.id };
  return document?.mime_type?.startsWith('image/') === true ? { media: document.id } : undefined;
}
