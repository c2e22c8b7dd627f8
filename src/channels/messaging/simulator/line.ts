import { createHmac } from 'node:crypto';
import { webhookPath } from '../core/messaging-channel.js';
import type {
  CallAnswer,
  Flaw,
  Gesture,
  OutgoingCall,
  PlatformSimulator,
  Shown,
  SimulatedWebhook,
} from './platform-simulator.js';
import { UNREADABLE } from './platform-simulator.js';

const TOKEN = 'simulatedChannelAccessTokenOfNobody0123456789';
const SECRET = '8c570fa6dd201bb328f1c1eac23a96d8';
const PERSON = 'U4af4980629000000000000000000abcd';
const GROUP = 'Ca56f94637c000000000000000000abcd';
const BOT_NAME = '@Yida';

interface Action {
  readonly type: string;
  readonly label?: string;
  readonly data?: string;
  readonly uri?: string;
  readonly displayText?: string;
}
interface Box {
  readonly contents: readonly { readonly type: string; readonly text?: string; readonly action?: Action }[];
}
interface Bubble {
  readonly hero?: { readonly url: string };
  readonly body: Box;
  readonly footer?: Box;
}
interface Message {
  readonly type: string;
  readonly text?: string;
  readonly altText?: string;
  readonly contents?: { readonly type: string; readonly contents: readonly Bubble[] };
  readonly quickReply?: { readonly items: readonly { readonly action: Action }[] };
}
interface Sent {
  readonly to?: string;
  readonly replyToken?: string;
  readonly messages?: readonly Message[];
}

/** LINE's Messaging API. Source: developers.line.biz/en/reference/messaging-api */
export function simulateLine(): PlatformSimulator {
  const files = new Map<string, Uint8Array>();
  const replyTokens = new Set<string>();
  const pushed = new Set<string>();
  let serial = 1;

  const image = (bytes: Uint8Array, more: object = {}) => {
    const id = `46868${serial++}`;
    files.set(id, bytes);
    return said({ id, type: 'image', contentProvider: { type: 'line' }, ...more });
  };

  const contents = (gesture: Gesture): object[] => {
    switch (gesture.kind) {
      case 'text':
        return [said({ id: '1', type: 'text', text: gesture.text })];
      case 'photo':
        return [image(gesture.bytes)];
      case 'album': {
        const set = { id: `set-${serial++}`, total: gesture.photos.length };
        return gesture.photos.map((bytes, index) => image(bytes, { imageSet: { ...set, index: index + 1 } }));
      }
      case 'press':
        return [{ type: 'postback', postback: { data: gesture.code } }];
      case 'voice':
        if (gesture.bytes !== undefined) files.set('1', gesture.bytes);
        return [said({ id: '1', type: 'audio', duration: 2000, contentProvider: { type: 'line' } })];
      case 'sticker':
        return [said({ id: '1', type: 'sticker', packageId: '446', stickerId: '1988' })];
      case 'location':
        return [said({ id: '1', type: 'location', latitude: 31.2, longitude: 121.5 })];
      case 'join':
        return [{ type: 'follow', follow: { isUnblocked: false } }];
      case 'group':
        return [inGroup(gesture.text, gesture.addressed)];
      default:
        return [{ type: 'unsend', unsend: { messageId: '1' } }];
    }
  };

  const event = (content: object, id: number, now: number): object => {
    const replyToken = `reply-${serial++}`;
    replyTokens.add(replyToken);
    return lineEvent({ replyToken, ...content }, id, now);
  };

  const take = ({ path, headers, body }: OutgoingCall): CallAnswer => {
    const given = JSON.parse(body.toString('utf8')) as Sent;
    const isReply = path === '/v2/bot/message/reply';
    if (isReply && !replyTokens.has(given.replyToken ?? '')) return refused(400, 'Invalid reply token');
    const key = headers['x-line-retry-key'];
    if (!isReply && (given.to ?? '') !== PERSON && given.to !== GROUP)
      return refused(400, "The property, 'to', is invalid");
    if (!isReply && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(key ?? ''))
      return refused(400, 'Invalid retry key');
    if (key !== undefined && pushed.has(key)) return refused(409, 'The retry key is already accepted');
    const broken = brokenLimit(given.messages ?? []);
    if (broken !== undefined) return { ...refused(400, `The request body has 1 error(s): ${broken}`), broken };
    if (isReply) replyTokens.delete(given.replyToken ?? '');
    if (key !== undefined) pushed.add(key);
    return { status: 200, body: JSON.stringify({ sentMessages: [{ id: '1' }] }), shown: shownOf(given.messages ?? []) };
  };

  return {
    name: 'line',
    without: ['stale'],
    environment: (api) => ({
      YIDA_LINE_TOKEN: TOKEN,
      YIDA_LINE_SECRET: SECRET,
      YIDA_LINE_LANGUAGE: 'zh-CN',
      YIDA_LINE_API: api,
      YIDA_LINE_DATA_API: api,
    }),
    webhooks: (gesture, { id = 10_000 * serial++, flaw, now = Date.now() } = {}) =>
      contents(gesture).map((content, index) => lineWebhook([event(content, id + index, now)], flaw)),
    tooMany: () => refused(429, 'The API rate limit has been exceeded. Try again later.'),
    answer(call) {
      if (call.headers.authorization !== `Bearer ${TOKEN}`) return refused(401, 'Authentication failed');
      const [, content] = /^\/v2\/bot\/message\/(\d+)\/content$/.exec(call.path) ?? [];
      if (content !== undefined) return { status: 200, body: files.get(content) ?? '' };
      switch (call.path) {
        case '/v2/bot/message/reply':
        case '/v2/bot/message/push':
          return take(call);
        case '/v2/bot/chat/loading/start':
          return { status: 202, body: '{}' };
        case '/v2/bot/info':
          return { status: 200, body: JSON.stringify({ displayName: 'Yida', basicId: '@216ru000', chatMode: 'bot' }) };
        default:
          return refused(404, 'Not found');
      }
    },
  };
}

/** An event in its envelope. */
export function lineEvent(content: object, id: number, timestamp: number): object {
  return {
    webhookEventId: `01FZ${id}`,
    deliveryContext: { isRedelivery: false },
    timestamp,
    mode: 'active',
    source: { type: 'user', userId: PERSON },
    ...content,
  };
}

/** A webhook as LINE signs it. */
export function lineWebhook(events: readonly object[], flaw?: Flaw): SimulatedWebhook {
  const body = JSON.stringify({ destination: 'Uyida', events });
  const secret = flaw === 'wrong-secret' ? `${SECRET}x` : SECRET;
  const signed = flaw === 'tampered' ? `${body} ` : body;
  const signature = createHmac('sha256', secret).update(signed).digest('base64');
  return {
    method: 'POST',
    path: webhookPath('line'),
    headers: { 'content-type': 'application/json', ...(flaw === 'unsigned' ? {} : { 'x-line-signature': signature }) },
    body,
  };
}

function said(message: object): object {
  return { type: 'message', message };
}

function inGroup(text: string, addressed: boolean): object {
  const mention = { mentionees: [{ index: 0, length: BOT_NAME.length, type: 'user', userId: 'Uyida', isSelf: true }] };
  const message = { id: '1', type: 'text', text: addressed ? `${BOT_NAME} ${text}` : text };
  return {
    source: { type: 'group', groupId: GROUP, userId: PERSON },
    ...said(addressed ? { ...message, mention } : message),
  };
}

function brokenLimit(messages: readonly Message[]): string | undefined {
  if (messages.length < 1 || messages.length > 5) return 'number of messages';
  return messages.map(brokenMessage).find((broken) => broken !== undefined);
}

function brokenMessage({ type, text, altText, contents, quickReply }: Message): string | undefined {
  const items = quickReply?.items ?? [];
  if (quickReply !== undefined && (items.length < 1 || items.length > 13)) return 'number of quick replies';
  if (items.some(({ action }) => isBrokenAction(action))) return 'quick reply';
  if (type === 'text') return outside(text, 5000) ? 'text' : undefined;
  if (type !== 'flex' || contents === undefined) return 'type';
  if (outside(altText, 400)) return 'altText';
  if (contents.contents.length < 1 || contents.contents.length > 12) return 'number of bubbles';
  if (Buffer.byteLength(JSON.stringify(contents)) > 50 * 1024) return 'size of a carousel';
  return contents.contents.map(brokenBubble).find((broken) => broken !== undefined);
}

function brokenBubble(bubble: Bubble): string | undefined {
  if (Buffer.byteLength(JSON.stringify(bubble)) > 30 * 1024) return 'size of a bubble';
  if (bubble.hero !== undefined && outside(bubble.hero.url, 2000)) return 'hero.url';
  const parts = [...bubble.body.contents, ...(bubble.footer?.contents ?? [])];
  if (parts.some(({ type, text }) => type === 'text' && outside(text, 2000))) return 'text of a bubble';
  return parts.some(({ action }) => action !== undefined && isBrokenAction(action)) ? 'action' : undefined;
}

function isBrokenAction({ type, label, data, uri, displayText = 'x' }: Action): boolean {
  if (outside(label, 20) || outside(displayText, 300)) return true;
  return type === 'uri' ? outside(uri, 1000) || !/^(https?|tel|line):/.test(uri ?? '') : outside(data, 300);
}

function shownOf(messages: readonly Message[]): Shown {
  const bubbles = messages.flatMap(({ contents }) => contents?.contents ?? []);
  const parts = messages.flatMap(({ text, contents }) => [
    ...(text === undefined ? [] : [text]),
    ...(contents?.contents ?? []).flatMap(({ body }) => body.contents.flatMap((part) => part.text ?? [])),
  ]);
  const actions = [
    ...bubbles.flatMap(({ footer }) => (footer?.contents ?? []).flatMap(({ action }) => action ?? [])),
    ...messages.flatMap(({ quickReply }) => (quickReply?.items ?? []).map(({ action }) => action)),
  ];
  return {
    text: parts.join('\n'),
    // LINE draws a bubble whose picture it cannot read without one.
    pictures: bubbles.flatMap(({ hero }) => (hero === undefined || hero.url.includes(UNREADABLE) ? [] : [hero.url])),
    buttons: actions.map(({ label: title = '', data: code, uri: link }) => ({
      title,
      ...(code === undefined ? {} : { code }),
      ...(link === undefined ? {} : { link }),
    })),
  };
}

function outside(text: string | undefined, most: number): boolean {
  return text === undefined || text.trim() === '' || text.length > most;
}

function refused(status: number, message: string): { status: number; body: string } {
  return { status, body: JSON.stringify({ message }) };
}
