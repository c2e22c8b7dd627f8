import { graphAccepted, graphRefused, HUB, hubQuestion, hubWebhook } from './hub-webhook.js';
import { type CallAnswer, type Gesture, type PlatformSimulator, type Shown, UNREADABLE } from './platform-simulator.js';

const TOKEN = 'EAAGsimulatedTokenOfASystemUserOfNobody';
const PHONE_ID = '106540352242922';
const PERSON = '16505551234';

interface Reply {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}
interface Interactive {
  readonly type: string;
  readonly header?: { readonly image?: { readonly link: string } };
  readonly body: { readonly text: string };
  readonly action: {
    readonly button?: string;
    readonly buttons?: readonly { readonly reply: Reply }[];
    readonly sections?: readonly { readonly rows: readonly Reply[] }[];
    readonly cards?: readonly Slide[];
  };
}
interface Slide {
  readonly card_index: number;
  readonly type: string;
  readonly header: { readonly type: string; readonly image: { readonly link: string } };
  readonly body?: { readonly text: string };
  readonly action: { readonly buttons: readonly { readonly type: string; readonly quick_reply: Reply }[] };
}
interface Sent {
  readonly messaging_product?: string;
  readonly status?: string;
  readonly to?: string;
  readonly type?: string;
  readonly text?: { readonly body: string };
  readonly image?: { readonly link: string; readonly caption?: string };
  readonly interactive?: Interactive;
}

/** WhatsApp's Cloud API. Source: developers.facebook.com/docs/whatsapp/cloud-api */
export function simulateWhatsapp(): PlatformSimulator {
  const files = new Map<string, Uint8Array>();
  let api = '';
  let serial = 1;

  const contentOf = (gesture: Gesture): object => {
    switch (gesture.kind) {
      case 'text':
        return { type: 'text', text: { body: gesture.text } };
      case 'photo': {
        const id = `7${serial++}`;
        files.set(id, gesture.bytes);
        const caption = gesture.caption === undefined ? {} : { caption: gesture.caption };
        return { type: 'image', image: { id, mime_type: 'image/jpeg', sha256: 'x', ...caption } };
      }
      case 'press':
        return {
          type: 'interactive',
          interactive: { type: 'button_reply', button_reply: { id: gesture.code, title: gesture.title } },
        };
      case 'voice':
        if (gesture.bytes !== undefined) files.set('1', gesture.bytes);
        return { type: 'audio', audio: { id: '1', mime_type: 'audio/ogg; codecs=opus', voice: true } };
      case 'sticker':
        return { type: 'sticker', sticker: { id: '2', mime_type: 'image/webp', animated: false } };
      case 'location':
        return { type: 'location', location: { latitude: 31.2, longitude: 121.5 } };
      case 'join':
        return { type: 'request_welcome' };
      default:
        return { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } };
    }
  };

  return {
    name: 'whatsapp',
    without: ['stale'],
    // Each picture comes by itself, and groups are not for bots.
    lacks: ['album', 'group'],
    environment(at) {
      api = at;
      return {
        YIDA_WHATSAPP_TOKEN: TOKEN,
        YIDA_WHATSAPP_PHONE_ID: PHONE_ID,
        YIDA_WHATSAPP_APP_SECRET: HUB.appSecret,
        YIDA_WHATSAPP_VERIFY_TOKEN: HUB.verifyToken,
        YIDA_WHATSAPP_LANGUAGE: 'zh-CN',
        YIDA_WHATSAPP_API: at,
      };
    },
    webhooks: (gesture, { id = 10_000 * serial++, flaw, now = Date.now() } = {}) => {
      const timestamp = String(Math.floor(now / 1000));
      const message = { from: PERSON, id: `wamid.${id}`, timestamp, ...contentOf(gesture) };
      return [hubWebhook('whatsapp', whatsappEvent({ messages: [message] }), flaw)];
    },
    challenge: () => hubQuestion('whatsapp'),
    tooMany: () => graphRefused(131056, '(Business Account, Consumer Account) pair rate limit hit'),
    answer({ path, method, headers, body }) {
      if (headers.authorization !== `Bearer ${TOKEN}`) return graphRefused(190, 'Invalid OAuth access token.', 401);
      const [, first, second] = new URL(path, 'http://platform').pathname.slice(1).split('/');
      if (path.startsWith('/files/')) return { status: 200, body: files.get(first ?? '') ?? '' };
      if (method === 'POST' && first === PHONE_ID && second === 'messages')
        return take(JSON.parse(body.toString('utf8')) as Sent);
      if (first === PHONE_ID)
        return graphAccepted({ id: PHONE_ID, verified_name: 'Shop', display_phone_number: '+1 650-555-0000' });
      if (files.has(first ?? '')) return graphAccepted({ id: first, url: `${api}/files/${first}` });
      return graphRefused(100, 'Unsupported request. Object does not exist');
    },
  };
}

/** A change of the shop's number in its envelope. */
export function whatsappEvent(value: object, phoneId = PHONE_ID): object {
  const metadata = { display_phone_number: '16505550000', phone_number_id: phoneId };
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
  return { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [change] }] };
}

let sentCount = 0;

function take(sent: Sent): CallAnswer {
  if (sent.status === 'read') return graphAccepted({ success: true });
  const broken = brokenLimit(sent);
  if (broken !== undefined) return { ...graphRefused(131009, `Parameter value is not valid: ${broken}`), broken };
  const shown = shownOf(sent);
  if (shown.pictures.some((address) => address.includes(UNREADABLE))) return graphRefused(131053, 'Media upload error');
  return { ...graphAccepted({ messaging_product: 'whatsapp', messages: [{ id: `wamid.out.${++sentCount}` }] }), shown };
}

function brokenLimit({ messaging_product: product, to, type, text, image, interactive }: Sent): string | undefined {
  if (product !== 'whatsapp' || to !== PERSON) return 'messaging_product or to';
  switch (type) {
    case 'text':
      return outside(text?.body, 4096) ? 'text.body' : undefined;
    case 'image':
      return image?.caption !== undefined && outside(image.caption, 1024) ? 'image.caption' : undefined;
    case 'interactive':
      return interactive === undefined ? 'interactive' : brokenInteractive(interactive);
    default:
      return 'type';
  }
}

function brokenInteractive({ type, body, action }: Interactive): string | undefined {
  if (type === 'button') {
    const replies = (action.buttons ?? []).map(({ reply }) => reply);
    if (outside(body.text, 1024)) return 'interactive.body';
    if (replies.length < 1 || replies.length > 3) return 'number of buttons';
    if (replies.some(({ id, title }) => outside(id, 256) || outside(title, 20))) return 'button';
    return repeats(replies.map(({ id }) => id)) ? 'button id twice' : undefined;
  }
  if (type === 'carousel') return brokenCarousel(body.text, action.cards ?? []);
  const rows = (action.sections ?? []).flatMap((section) => section.rows);
  if (outside(body.text, 4096)) return 'interactive.body';
  if (outside(action.button, 20)) return 'action.button';
  if (rows.length < 1 || rows.length > 10) return 'number of rows';
  const isBroken = ({ id, title, description = 'x' }: Reply) =>
    outside(id, 200) || outside(title, 24) || outside(description, 72);
  if (rows.some(isBroken)) return 'row';
  return repeats(rows.map(({ id }) => id)) ? 'row id twice' : undefined;
}

function brokenCarousel(body: string, cards: readonly Slide[]): string | undefined {
  if (outside(body, 1024)) return 'interactive.body';
  if (cards.length < 2 || cards.length > 10) return 'number of cards';
  if (cards.some(({ card_index: at, type }, index) => at !== index || type !== 'cta_url')) return 'card';
  if (cards.some(({ header }) => header.type !== 'image' || !/^https?:/.test(header.image.link))) return 'card header';
  if (cards.some(({ body: { text } = { text: 'x' } }) => outside(text, 160) || text.split('\n').length > 3))
    return 'card body';
  const counts = new Set(cards.map(({ action }) => action.buttons.length));
  if (counts.size > 1 || counts.has(0)) return 'numbers of buttons';
  const replies = cards.flatMap(({ action }) => action.buttons.map(({ quick_reply: reply }) => reply));
  return replies.some(({ id, title }) => outside(id, 256) || outside(title, 20)) ? 'button' : undefined;
}

function shownOf({ text, image, interactive }: Sent): Shown {
  const { buttons = [], sections = [], cards = [] } = interactive?.action ?? {};
  const replies = [
    ...buttons.map(({ reply }) => reply),
    ...sections.flatMap(({ rows }) => rows),
    ...cards.flatMap(({ action }) => action.buttons.map(({ quick_reply: reply }) => reply)),
  ];
  const words = [text?.body ?? image?.caption ?? interactive?.body.text ?? '', ...cards.map(({ body }) => body?.text)];
  return {
    text: words.filter((part) => part !== undefined).join('\n'),
    pictures: [image?.link, interactive?.header?.image?.link, ...cards.map(({ header }) => header.image.link)].flatMap(
      (link) => link ?? [],
    ),
    buttons: replies.map(({ id: code, title }) => ({ title, code })),
  };
}

function outside(text: string | undefined, most: number): boolean {
  return text === undefined || text.trim() === '' || text.length > most;
}

function repeats(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
