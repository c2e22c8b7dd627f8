import { createHmac } from 'node:crypto';
import { graphAccepted, graphRefused, HUB, hubQuestion, hubWebhook } from './hub-webhook.js';
import { type CallAnswer, type Gesture, type PlatformSimulator, UNREADABLE } from './platform-simulator.js';

const TOKEN = 'EAAGsimulatedTokenOfAPageOfNobody';
const PAGE = '682498302938465';
const PERSON = '2541298236459871';

interface Button {
  readonly type?: string;
  readonly title: string;
  readonly payload?: string;
  readonly url?: string;
}
interface Element {
  readonly title: string;
  readonly subtitle?: string;
  readonly image_url?: string;
  readonly default_action?: { readonly url: string };
  readonly buttons?: readonly Button[];
}
interface Sent {
  readonly recipient?: { readonly id: string };
  readonly sender_action?: string;
  readonly messaging_type?: string;
  readonly message?: {
    readonly text?: string;
    readonly quick_replies?: readonly Button[];
    readonly attachment?: { readonly payload: { readonly template_type: string; readonly elements: Element[] } };
  };
}

/** The Messenger Platform. Source: developers.facebook.com/docs/messenger-platform */
export function simulateMessenger(): PlatformSimulator {
  const files = new Map<string, Uint8Array>();
  let api = '';
  let serial = 1;

  const picture = (bytes: Uint8Array): object => {
    const path = `/v/photo-${serial++}.jpg`;
    files.set(path, bytes);
    return { type: 'image', payload: { url: `${api}${path}` } };
  };

  const contentOf = (gesture: Gesture, mid: string): object => {
    switch (gesture.kind) {
      case 'text':
        return { message: { mid, text: gesture.text } };
      case 'photo':
        return { message: { mid, attachments: [picture(gesture.bytes)] } };
      case 'album':
        return { message: { mid, attachments: gesture.photos.map(picture) } };
      case 'press':
        return { postback: { mid, title: gesture.title, payload: gesture.code } };
      case 'voice':
        if (gesture.bytes !== undefined) files.set('/v/a.mp4', gesture.bytes);
        return { message: { mid, attachments: [{ type: 'audio', payload: { url: `${api}/v/a.mp4` } }] } };
      case 'sticker': {
        const payload = { url: `${api}/v/like.png`, sticker_id: 369239263222822 };
        return { message: { mid, attachments: [{ type: 'image', payload }] } };
      }
      case 'location': {
        const payload = { coordinates: { lat: 31.2, long: 121.5 } };
        return { message: { mid, attachments: [{ type: 'location', payload }] } };
      }
      case 'join':
        return { postback: { mid, title: 'Get Started', payload: 'GET_STARTED' } };
      default:
        return { delivery: { mids: [mid], watermark: 1_458_668_856_253 } };
    }
  };

  return {
    name: 'messenger',
    without: ['stale'],
    lacks: ['group'],
    environment(at) {
      api = at;
      return {
        YIDA_MESSENGER_TOKEN: TOKEN,
        YIDA_MESSENGER_PAGE_ID: PAGE,
        YIDA_MESSENGER_APP_SECRET: HUB.appSecret,
        YIDA_MESSENGER_VERIFY_TOKEN: HUB.verifyToken,
        YIDA_MESSENGER_LANGUAGE: 'zh-CN',
        YIDA_MESSENGER_API: at,
      };
    },
    webhooks: (gesture, { id = 10_000 * serial++, flaw, now = Date.now() } = {}) => [
      hubWebhook('messenger', messengerEvent(contentOf(gesture, `m_${id}`), now), flaw),
    ],
    challenge: () => hubQuestion('messenger'),
    tooMany: () => graphRefused(613, 'Calls to this API have exceeded the rate limit.'),
    answer({ path, method, headers, body }) {
      const file = files.get(path);
      if (file !== undefined)
        return headers.authorization === undefined
          ? { status: 200, body: file }
          : { status: 400, body: '', broken: 'a token for a file' };
      if (headers.authorization !== `Bearer ${TOKEN}`) return graphRefused(190, 'Invalid OAuth access token.', 401);
      const { pathname, searchParams } = new URL(path, 'http://platform');
      const proof = createHmac('sha256', HUB.appSecret).update(TOKEN).digest('hex');
      if (searchParams.get('appsecret_proof') !== proof) return graphRefused(100, 'Invalid appsecret_proof');
      if (method === 'POST' && pathname.endsWith(`/${PAGE}/messages`))
        return take(JSON.parse(body.toString('utf8')) as Sent);
      return pathname.endsWith(`/${PAGE}`)
        ? graphAccepted({ id: PAGE, name: 'Shop' })
        : graphRefused(100, 'Unsupported request');
    },
  };
}

/** An event of the page in its envelope. */
export function messengerEvent(content: object, timestamp: number, page = PAGE): object {
  const messaging = [{ sender: { id: PERSON }, recipient: { id: page }, timestamp, ...content }];
  return { object: 'page', entry: [{ id: page, time: timestamp, messaging }] };
}

function take({ recipient, sender_action: action, messaging_type: type, message = {} }: Sent): CallAnswer {
  if (recipient?.id !== PERSON) return graphRefused(100, 'No matching user found');
  if (action !== undefined) return graphAccepted({ recipient_id: PERSON });
  const { text, quick_replies: keys = [], attachment } = message;
  const elements = attachment?.payload.elements ?? [];
  const broken = type === 'RESPONSE' ? brokenLimit(message) : 'messaging_type';
  if (broken !== undefined) return { ...graphRefused(100, `Invalid parameter: ${broken}`), broken };
  const pictures = elements.flatMap(({ image_url: address }) => address ?? []);
  if (pictures.some((address) => address.includes(UNREADABLE)))
    return graphRefused(100, 'Failed to fetch the file from the url');
  const words = elements.map(({ title, subtitle }) => [title, subtitle].filter(Boolean).join('\n'));
  const shown = [...elements.flatMap(({ buttons = [] }) => buttons), ...keys];
  return {
    ...graphAccepted({ recipient_id: PERSON, message_id: 'm_out' }),
    shown: {
      text: text ?? words.join('\n'),
      pictures,
      buttons: shown.map(({ title, payload: code, url: link }) => ({
        title,
        ...(code === undefined ? {} : { code }),
        ...(link === undefined ? {} : { link }),
      })),
    },
  };
}

function brokenLimit({ text, quick_replies: keys, attachment }: NonNullable<Sent['message']>): string | undefined {
  if (attachment === undefined && outside(text, 2000)) return 'text';
  if (keys !== undefined && (keys.length < 1 || keys.length > 13)) return 'number of quick replies';
  if (keys?.some(({ title, payload }) => outside(title, 20) || outside(payload, 1000)) === true) return 'quick reply';
  if (attachment === undefined) return undefined;
  const { template_type: type, elements } = attachment.payload;
  if (type !== 'generic' || elements.length < 1 || elements.length > 10) return 'elements';
  return elements.map(brokenElement).find((broken) => broken !== undefined);
}

function brokenElement({ title, subtitle, image_url: picture, default_action: action, buttons }: Element) {
  if (outside(title, 80)) return 'title';
  if (subtitle !== undefined && outside(subtitle, 80)) return 'subtitle';
  if ([subtitle, picture, action, buttons].every((property) => property === undefined)) return 'title alone';
  if (action !== undefined && !action.url.startsWith('https:')) return 'default_action';
  if (buttons !== undefined && (buttons.length < 1 || buttons.length > 3)) return 'number of buttons';
  return buttons?.some(({ title: name, payload, url }) => outside(name, 20) || outside(payload ?? url, 1000)) === true
    ? 'button'
    : undefined;
}

function outside(text: string | undefined, most: number): boolean {
  return text === undefined || text.trim() === '' || text.length > most;
}
