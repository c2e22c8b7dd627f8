import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import type { Locale } from '../../../domain/locale.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import { looksLikeCode } from '../core/button-code.js';
import type { DeliveryReport, IncomingMessage, JsonObject, Received } from '../core/messaging-app.js';
import { readJson } from '../core/read-json.js';

const mediaSchema = z.looseObject({
  id: z.string(),
  caption: z.string().optional(),
  mime_type: z.string().optional(),
});
const replySchema = z.looseObject({ id: z.string(), title: z.string().optional() });
/** Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/errors */
const errorSchema = z.looseObject({
  code: z.number(),
  title: z.string().optional(),
  message: z.string().optional(),
  error_data: z.looseObject({ details: z.string().optional() }).optional(),
});
type WhatsappError = z.infer<typeof errorSchema>;
const errorsSchema = z.array(errorSchema).default([]);
/** Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status */
const statusSchema = z.looseObject({ id: z.string(), status: z.string(), errors: errorsSchema });

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
  button: z.looseObject({ text: z.string().optional(), payload: z.string().optional() }).optional(),
  interactive: z.looseObject({ button_reply: replySchema.optional(), list_reply: replySchema.optional() }).optional(),
  errors: errorsSchema,
});
type Message = z.infer<typeof messageSchema>;

const changeSchema = z.looseObject({
  field: z.string(),
  value: z.looseObject({
    metadata: z.looseObject({ phone_number_id: z.string() }).optional(),
    messages: z.array(z.unknown()).default([]),
    statuses: z.array(z.unknown()).default([]),
    errors: z.array(z.unknown()).default([]),
  }),
});
const webhookSchema = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.looseObject({ changes: z.array(z.unknown()).default([]) })),
});

/**
 * Kinds of content that are neither words nor a photo; others (reactions, service notes) are no message.
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
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

/** The shopper's photo or file cannot be had from WhatsApp (any more). Source: …/whatsapp/cloud-api/support/error-codes */
const MEDIA_LOST = 131052;
/**
 * A picture of ours could not be fetched, or is of no kind that WhatsApp shows; or the person's WhatsApp is too old for
 * the form of the message, which is one of the reasons for 131026.
 */
const CARD_REFUSED: ReadonlySet<number> = new Set([131008, 131009, 131026, 131051, 131052, 131053]);

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
  const ours = changes
    .filter(({ field, value }) => field === 'messages' && value.metadata?.phone_number_id === hearing.phoneId)
    .map(({ value }) => value);
  const messages = ours
    .flatMap((value) => value.messages.flatMap((message) => read(messageSchema, message)))
    .filter(({ timestamp }) => timestamp === undefined || now - Number(timestamp) * 1000 <= hearing.oldestMs);
  return {
    messages: messages.flatMap((message) => heardMessage(message, hearing) ?? []),
    reports: [
      ...ours.flatMap((value) => value.statuses.flatMap((status) => read(statusSchema, status))).flatMap(failureOf),
      ...[
        ...ours.flatMap((value) => value.errors.flatMap((error) => read(errorSchema, error))),
        ...messages.flatMap(({ errors }) => errors),
      ].map((error) => ({ why: whyOf(error), isCardsFault: false })),
    ],
  };
}

/** A message of ours that WhatsApp took and could not deliver; all other statuses tell of success. */
function failureOf({ id: message, status, errors }: z.infer<typeof statusSchema>): DeliveryReport[] {
  if (status !== 'failed') return [];
  const why = errors.map(whyOf).join('; ') || 'no reason given';
  return [{ message, why, isCardsFault: errors.some(({ code }) => CARD_REFUSED.has(code)) }];
}

function whyOf({ code, title, message, error_data: data }: WhatsappError): string {
  return [code, message ?? title, data?.details].filter((part) => part !== undefined).join(': ');
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
  const pressed = interactive?.button_reply?.id ?? interactive?.list_reply?.id ?? ownCode(button?.payload);
  if (pressed !== undefined) return { button: pressed };
  const photo = photoOf(message);
  const said = (text?.body ?? button?.text ?? captionOf(message)).trim();
  const isLost = message.errors.some(({ code }) => code === MEDIA_LOST);
  const unsupported = photo === undefined ? (isLost ? 'unreachable-photo' : UNSUPPORTED[type]) : undefined;
  if (said === '' && photo === undefined && unsupported === undefined) return undefined;
  return {
    ...(said === '' ? {} : { text: said }),
    ...(photo === undefined ? {} : { photos: [photo] }),
    ...(unsupported === undefined ? {} : { unsupported: [unsupported] }),
    ...(audio === undefined ? {} : { voices: [{ media: audio.id }] }),
  };
}

/** Quick replies of the shop's own templates come the same way, with payloads of its own: those are heard as their words. */
function ownCode(payload: string | undefined): string | undefined {
  return payload !== undefined && looksLikeCode(payload) ? payload : undefined;
}

function captionOf({ image, document, video }: Message): string {
  return image?.caption ?? document?.caption ?? video?.caption ?? '';
}

/** A photo, or a picture that was sent as a file. */
function photoOf({ image, document }: Message): JsonObject | undefined {
  if (image !== undefined) return { media: image.id };
  return document?.mime_type?.startsWith('image/') === true ? { media: document.id } : undefined;
}
