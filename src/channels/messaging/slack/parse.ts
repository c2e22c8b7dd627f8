import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import type { Locale } from '../../../domain/locale.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { IncomingMessage, JsonObject, Received, WebhookRequest } from '../core/messaging-app.js';
import { readJson } from '../core/read-json.js';

const fileSchema = z.looseObject({
  mimetype: z.string().default(''),
  subtype: z.string().optional(),
  url_private: z.string().optional(),
  url_private_download: z.string().optional(),
});
type SlackFile = z.infer<typeof fileSchema>;

const eventSchema = z.looseObject({
  type: z.string(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  inviter: z.string().optional(),
  channel: z.string().optional(),
  channel_type: z.string().optional(),
  tab: z.string().optional(),
  text: z.string().default(''),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  files: z.array(fileSchema).default([]),
});
type SlackEvent = z.infer<typeof eventSchema>;

const callbackSchema = z.looseObject({
  type: z.literal('event_callback'),
  event_id: z.string(),
  event: z.looseObject({ type: z.string() }),
  authorizations: z.array(z.looseObject({ user_id: z.string().optional() })).default([]),
});
const challengeSchema = z.looseObject({ type: z.literal('url_verification'), challenge: z.string() });

const pressSchema = z.looseObject({
  type: z.literal('block_actions'),
  trigger_id: z.string(),
  user: z.looseObject({ id: z.string() }),
  channel: z.looseObject({ id: z.string() }),
  container: z.looseObject({ thread_ts: z.string().optional() }).optional(),
  message: z.looseObject({ thread_ts: z.string().optional() }).optional(),
  actions: z.array(z.looseObject({ value: z.string().optional() })),
});

/** Subtypes of messages that people write; all others tell of changes. Source: docs.slack.dev/reference/events/message */
const WRITTEN = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/**
 * An event or a pressed button as messages; what is not meant for the assistant (its own words, edits, talk in a
 * channel) is none. `greeting` is the language of those who have not written yet. Throws `bad-request`.
 */
export function parseSlack({ header, body }: WebhookRequest, greeting: Locale): Received {
  const isForm = header('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  if (isForm) return parsePress(new URLSearchParams(body.toString('utf8')).get('payload') ?? '');
  const json = readJson(body);
  const challenge = challengeSchema.safeParse(json);
  if (challenge.success) return { acknowledgement: { body: challenge.data.challenge }, messages: [] };
  const callback = callbackSchema.safeParse(json);
  if (callback.success) return { messages: parseEvent(callback.data, greeting) };
  // Other notices of the Events API (app_rate_limited) concern nobody.
  if (z.looseObject({ type: z.string() }).safeParse(json).success) return { messages: [] };
  throw new YidaFault('bad-request', 'no Slack event');
}

function parsePress(payload: string): Received {
  const json = readJson(Buffer.from(payload));
  if (json === undefined) throw new YidaFault('bad-request', 'no Slack interaction');
  const press = pressSchema.safeParse(json);
  // A button that leads to a page also calls, with no value: nobody waits for an answer.
  const button = press.data?.actions.find(({ value }) => value !== undefined)?.value;
  if (!press.success || button === undefined) return { messages: [] };
  const { trigger_id: id, user, channel, container, message } = press.data;
  const thread = container?.thread_ts ?? message?.thread_ts;
  return { messages: [{ id, ...lineOf(channel.id, user.id, thread), button }] };
}

function parseEvent(
  { event_id: id, event: given, authorizations }: z.infer<typeof callbackSchema>,
  greeting: Locale,
): IncomingMessage[] {
  const parsed = eventSchema.safeParse(given);
  if (!parsed.success) return [];
  const event = parsed.data;
  const self = authorizations[0]?.user_id;
  const { channel, user } = event;
  if (channel === undefined || user === undefined) return [];
  const message = (content: Partial<IncomingMessage>, thread = event.thread_ts): IncomingMessage[] => [
    { id, ...lineOf(channel, user, thread), ...content },
  ];
  switch (event.type) {
    case 'message':
      return event.channel_type === 'im' && isWritten(event, self)
        ? heard(event, self).flatMap((said) => message(said))
        : [];
    case 'app_mention':
      if (isDirect(channel) || !isWritten(event, self)) return [];
      return heard(event, self).flatMap((said) => message(said, event.thread_ts ?? event.ts));
    case 'app_home_opened':
      // Comes at every visit; the one id lets all but the first pass.
      return event.tab === 'home' ? [] : message({ id: `home:${user}`, joined: true, locale: greeting }, undefined);
    case 'member_joined_channel':
      // The assistant was taken into a channel: it greets there, for whoever brought it.
      return user === self
        ? [{ id, ...lineOf(channel, event.inviter ?? user, undefined), joined: true, locale: greeting }]
        : [];
    default:
      return [];
  }
}

function isWritten({ subtype, bot_id: bot, user }: SlackEvent, self: string | undefined): boolean {
  return WRITTEN.has(subtype) && bot === undefined && user !== self;
}

function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** Everybody in a channel looks for something of their own, in the thread where they asked. */
function lineOf(
  channel: string,
  user: string,
  thread: string | undefined,
): Pick<IncomingMessage, 'conversation' | 'user' | 'to'> {
  return {
    conversation: isDirect(channel) ? channel : `${channel}:${user}`,
    user,
    to: { channel, ...(thread === undefined ? {} : { thread }) },
  };
}

/** What was said and shown, or nothing where a message has neither. */
function heard({ text, files }: SlackEvent, self: string | undefined): Partial<IncomingMessage>[] {
  const said = plainText(text, self);
  const pictures = files.filter(({ mimetype }) => mimetype.startsWith('image/'));
  const unsupported = [...new Set(files.filter((file) => !pictures.includes(file)).map(kindOf))];
  const voices = files.filter((file) => kindOf(file) === 'voice');
  if (said === '' && files.length === 0) return [];
  return [
    {
      ...(said === '' ? {} : { text: said }),
      ...(pictures.length === 0 ? {} : { photos: pictures.map(fileOf) }),
      ...(unsupported.length === 0 ? {} : { unsupported }),
      ...(voices.length === 0 ? {} : { voices: voices.map(fileOf) }),
    },
  ];
}

function kindOf({ mimetype, subtype }: SlackFile): UnsupportedContent {
  if (subtype === 'slack_audio' || mimetype.startsWith('audio/')) return 'voice';
  return mimetype.startsWith('video/') ? 'video' : 'file';
}

/** A file of another workspace has no address in the event; it cannot be fetched. */
function fileOf({ url_private: shown, url_private_download: download }: SlackFile): JsonObject {
  const url = download ?? shown;
  return url === undefined ? {} : { url };
}

/**
 * A message's text without Slack's marks: the assistant's name goes, links and channels become their words.
 * Source: docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
function plainText(text: string, self: string | undefined): string {
  return text
    .replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, target: string, label: string | undefined) => {
      if (target === `@${self}`) return ' ';
      if (/^[@!]/.test(target)) return label ?? '';
      return target.startsWith('#') ? `#${label ?? ''}` : (label ?? target);
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
