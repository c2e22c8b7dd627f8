import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import type { Locale } from '../../../domain/locale.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { IncomingMessage, Received } from '../core/messaging-app.js';
import { readJson } from '../core/read-json.js';

const attachmentSchema = z.looseObject({
  type: z.string(),
  payload: z
    .looseObject({ url: z.string().optional(), sticker_id: z.union([z.number(), z.string()]).optional() })
    .nullish(),
});
type Attachment = z.infer<typeof attachmentSchema>;

const messageSchema = z.looseObject({
  mid: z.string().min(1),
  is_echo: z.boolean().optional(),
  text: z.string().optional(),
  quick_reply: z.looseObject({ payload: z.string() }).optional(),
  attachments: z.array(attachmentSchema).optional(),
});
const eventSchema = z.looseObject({
  sender: z.looseObject({ id: z.string().min(1) }),
  timestamp: z.number(),
  message: messageSchema.optional(),
  postback: z.looseObject({ mid: z.string().optional(), payload: z.string().optional() }).optional(),
  referral: z.looseObject({}).optional(),
  optin: z.looseObject({}).optional(),
});
type Event = z.infer<typeof eventSchema>;
const webhookSchema = z.looseObject({
  object: z.literal('page'),
  entry: z.array(z.looseObject({ id: z.string(), messaging: z.array(z.unknown()).default([]) })),
});

/** Kinds of attachments that are no photo; links that were shared come with words of their own. */
const UNSUPPORTED: Readonly<Record<string, UnsupportedContent>> = {
  audio: 'voice',
  video: 'video',
  reel: 'video',
  ig_reel: 'video',
  location: 'location',
  file: 'file',
};
const GET_STARTED = /^get_?started$/i;

export interface MessengerHearing {
  readonly pageId: string;
  readonly greeting: Locale;
  /** Messages older than this many milliseconds cannot be answered any more. */
  readonly oldestMs: number;
}

/** All messages of a webhook that are for the page and not its own. */
export function parseMessenger(body: Buffer, { pageId, greeting, oldestMs }: MessengerHearing, now: number): Received {
  const parsed = webhookSchema.safeParse(readJson(body));
  if (!parsed.success) throw new YidaFault('bad-request', 'no webhook of Messenger');
  const events = parsed.data.entry
    .filter(({ id }) => id === pageId)
    .flatMap(({ messaging }) => messaging.flatMap(readEvent))
    .filter(({ sender, timestamp }) => sender.id !== pageId && now - timestamp <= oldestMs);
  return { messages: events.flatMap((event) => heardEvent(event, greeting) ?? []) };
}

/** One form that is not known must not lose the others of the webhook. */
function readEvent(value: unknown): Event[] {
  const parsed = eventSchema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}

function heardEvent(event: Event, greeting: Locale): IncomingMessage | undefined {
  const { sender, timestamp, message, postback, referral } = event;
  const id = message?.mid ?? postback?.mid ?? `${sender.id}:${timestamp}`;
  const base = { id, conversation: sender.id, user: sender.id, to: { person: sender.id } };
  if (message !== undefined) {
    const content = contentOf(message);
    return content === undefined ? undefined : { ...base, ...content };
  }
  const payload = postback?.payload;
  if (payload !== undefined && !GET_STARTED.test(payload)) return { ...base, button: payload };
  if (payload === undefined && referral === undefined) return undefined;
  return { ...base, joined: true, locale: greeting };
}

function contentOf(message: z.infer<typeof messageSchema>): Partial<IncomingMessage> | undefined {
  const { is_echo: isEcho, text = '', quick_reply: pressed, attachments = [] } = message;
  if (isEcho === true) return undefined;
  if (pressed !== undefined) return { button: pressed.payload };
  const photos = attachments.filter(isPhoto).map(({ payload }) => ({ url: payload?.url }));
  const unsupported = [...new Set(attachments.flatMap(unsupportedKind))];
  const voices = attachments.filter(({ type }) => type === 'audio').map(({ payload }) => ({ url: payload?.url }));
  const said = text.trim();
  if (said === '' && photos.length === 0 && unsupported.length === 0) return undefined;
  return {
    ...(said === '' ? {} : { text: said }),
    ...(photos.length === 0 ? {} : { photos }),
    ...(unsupported.length === 0 ? {} : { unsupported }),
    ...(voices.length === 0 ? {} : { voices }),
  };
}

function isPhoto({ type, payload }: Attachment): boolean {
  return type === 'image' && payload?.sticker_id === undefined;
}

function unsupportedKind(attachment: Attachment): UnsupportedContent[] {
  if (isPhoto(attachment)) return [];
  const kind = attachment.type === 'image' ? 'sticker' : UNSUPPORTED[attachment.type];
  return kind === undefined ? [] : [kind];
}
