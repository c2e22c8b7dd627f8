import { createCipheriv, createHash } from 'node:crypto';
import { webhookPath } from '../core/messaging-channel.js';
import {
  type CallAnswer,
  type Flaw,
  type Gesture,
  type OutgoingCall,
  type PlatformSimulator,
  type Shown,
  type SimulatedWebhook,
  UNREADABLE,
} from './platform-simulator.js';

const APP_ID = 'cli_a0simulated0app';
const SECRET = 'simulated-secret-of-no-app-anywhere';
const ENCRYPT_KEY = 'simulated-encrypt-key';
const VERIFICATION_TOKEN = 'simulated-verification-token';
const TENANT_TOKEN = 't-simulated-tenant-access-token';
const BOT = { key: '@_user_1', id: { open_id: 'ou_bot', union_id: 'on_bot', user_id: '' }, name: '衣搭' };
const PERSON = { open_id: 'ou_lin', union_id: 'on_lin', user_id: 'lin' };
const CHAT = 'oc_direct';
const GROUP = 'oc_friends';

interface Element {
  readonly tag: string;
  readonly text?: { tag: string; content: string };
  readonly img_key?: string;
  readonly extra?: Element;
  readonly actions?: readonly Button[];
}
interface Button {
  readonly tag: string;
  readonly text: { tag: string; content: string };
  readonly value?: { code?: string };
  readonly url?: string;
}
interface Message {
  readonly receive_id?: string;
  readonly msg_type?: string;
  readonly content?: string;
  readonly uuid?: string;
}

/** What the platform keeps between calls. */
interface Kept {
  /** Photos and voice messages that were sent, by message and key. */
  readonly photos: Map<string, Uint8Array>;
  /** Pictures that were handed in. */
  readonly pictures: Set<string>;
  readonly uuids: Set<string>;
}

/** Feishu's event subscription and server API. Source: open.feishu.cn/document */
export function simulateFeishu(): PlatformSimulator {
  const kept: Kept = { photos: new Map(), pictures: new Set(), uuids: new Set() };
  let serial = 1;

  const message = (type: string, content: object, changes: object = {}) => ({
    type: 'im.message.receive_v1',
    event: {
      sender: { sender_id: PERSON, sender_type: 'user', tenant_key: 'tenant' },
      message: {
        message_id: `om_${serial++}`,
        create_time: '1700000000000',
        chat_id: CHAT,
        chat_type: 'p2p',
        message_type: type,
        content: JSON.stringify(content),
        ...changes,
      },
    },
  });

  const image = (bytes: Uint8Array): [string, { image_key: string }] => {
    const [id, key] = [`om_photo_${serial++}`, `img_v2_${serial++}`];
    kept.photos.set(`${id}/${key}`, bytes);
    return [id, { image_key: key }];
  };

  const photo = (bytes: Uint8Array, caption: string | undefined) => {
    const [id, key] = image(bytes);
    if (caption === undefined) return message('image', key, { message_id: id });
    const content = [[{ tag: 'img', ...key }], [{ tag: 'text', text: caption }]];
    return message('post', { title: '', content }, { message_id: id });
  };

  const album = (photos: readonly Uint8Array[], caption = '') => {
    const id = `om_album_${serial++}`;
    const images = photos.map((bytes, index) => {
      kept.photos.set(`${id}/img_v2_${index}`, bytes);
      return [{ tag: 'img', image_key: `img_v2_${index}` }];
    });
    return message('post', { title: caption, content: images }, { message_id: id });
  };

  const eventOf = (gesture: Gesture): { type: string; event: object } => {
    switch (gesture.kind) {
      case 'text':
        return message('text', { text: gesture.text });
      case 'photo':
        return photo(gesture.bytes, gesture.caption);
      case 'album':
        return album(gesture.photos, gesture.caption);
      case 'press':
        return {
          type: 'card.action.trigger',
          event: {
            operator: { tenant_key: 'tenant', ...PERSON },
            token: 'c-simulated',
            action: { value: { code: gesture.code }, tag: 'button' },
            host: 'im_message',
            context: { open_message_id: 'om_card', open_chat_id: CHAT },
          },
        };
      case 'voice':
        if (gesture.bytes !== undefined) kept.photos.set('om_voice/file_v2_1', gesture.bytes);
        return message('audio', { file_key: 'file_v2_1', duration: 2000 }, { message_id: 'om_voice' });
      case 'sticker':
        return message('sticker', { file_key: 'file_v2_2' });
      case 'location':
        return message('location', { name: '外滩', longitude: '121.49', latitude: '31.24' });
      case 'join':
        return {
          type: 'im.chat.access_event.bot_p2p_chat_entered_v1',
          event: { chat_id: CHAT, operator_id: PERSON },
        };
      case 'group': {
        const text = gesture.addressed ? `@_user_1 ${gesture.text}` : gesture.text;
        const inGroup = { chat_id: GROUP, chat_type: 'group', ...(gesture.addressed ? { mentions: [BOT] } : {}) };
        return message('text', { text }, inGroup);
      }
      case 'unknown':
        return { type: 'something.new_v1', event: {} };
    }
  };

  return {
    name: 'feishu',
    environment: (api) => ({
      YIDA_FEISHU_APP_ID: APP_ID,
      YIDA_FEISHU_APP_SECRET: SECRET,
      YIDA_FEISHU_ENCRYPT_KEY: ENCRYPT_KEY,
      YIDA_FEISHU_VERIFICATION_TOKEN: VERIFICATION_TOKEN,
      YIDA_FEISHU_API: api,
    }),
    webhooks(gesture, { id = 10_000 * serial++, flaw, now = Date.now() } = {}) {
      const { type, event } = eventOf(gesture);
      return [feishuWebhook(feishuEvent(type, event, String(id)), now, flaw)];
    },
    challenge(now = Date.now()) {
      const challenge = 'ajls384kdjx98XX';
      const asked = { challenge, token: VERIFICATION_TOKEN, type: 'url_verification' };
      return {
        webhook: feishuWebhook(asked, now),
        expected: (answer) => (JSON.parse(answer) as { challenge?: string }).challenge === challenge,
      };
    },
    tooMany: (seconds) => ({
      status: 429,
      headers: { 'x-ogw-ratelimit-limit': '100', 'x-ogw-ratelimit-reset': String(seconds) },
      body: JSON.stringify({ code: 99991400, msg: 'request trigger frequency limit' }),
    }),
    answer: (call) => answerFeishu(call, kept),
  };
}

/** An event of version 2.0. */
export function feishuEvent(type: string, event: object, id: string): object {
  return {
    schema: '2.0',
    header: {
      event_id: id,
      event_type: type,
      create_time: '1700000000000',
      token: VERIFICATION_TOKEN,
      app_id: APP_ID,
      tenant_key: 'tenant',
    },
    event,
  };
}

/** A webhook, sealed and signed as Feishu does it; also for what tests make Feishu say. */
export function feishuWebhook(content: object, now: number, flaw?: Flaw): SimulatedWebhook {
  const key = flaw === 'wrong-secret' ? `${ENCRYPT_KEY}x` : ENCRYPT_KEY;
  const body = JSON.stringify({ encrypt: sealed(JSON.stringify(content), ENCRYPT_KEY) });
  const timestamp = String(Math.floor(now / 1000) - (flaw === 'stale' ? 301 : 0));
  const nonce = '1234567890';
  const signed = `${timestamp}${nonce}${key}${flaw === 'tampered' ? `${body} ` : body}`;
  return {
    method: 'POST',
    path: webhookPath('feishu'),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      ...(flaw === 'unsigned' ? {} : { 'x-lark-signature': createHash('sha256').update(signed).digest('hex') }),
    },
    body,
  };
}

function sealed(text: string, key: string): string {
  const iv = createHash('md5').update(text).digest();
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  return Buffer.concat([iv, cipher.update(text), cipher.final()]).toString('base64');
}

function answerFeishu(call: OutgoingCall, kept: Kept): CallAnswer {
  const path = call.path.replace(/^\/open-apis/, '');
  if (path === '/auth/v3/tenant_access_token/internal') return lend(call.body);
  if (call.headers.authorization !== `Bearer ${TENANT_TOKEN}`)
    return said(400, { code: 99991663, msg: 'Invalid access token for authorization.' });
  const photo = /^\/im\/v1\/messages\/([^/]+)\/resources\/(img_[^/?]+|file_[^/?]+)\?type=(image|file)$/.exec(path);
  if (photo !== null) {
    const isPicture = photo[2]?.startsWith('img_') === true;
    const bytes = isPicture === (photo[3] === 'image') ? kept.photos.get(`${photo[1]}/${photo[2]}`) : undefined;
    return bytes === undefined
      ? said(400, { code: 234003, msg: 'File not in msg.' })
      : { status: 200, headers: { 'Content-Type': 'image/jpeg' }, body: bytes };
  }
  if (path === '/bot/v3/info') return said(200, { code: 0, msg: 'ok', bot: { app_name: '衣搭', open_id: 'ou_bot' } });
  if (path === '/im/v1/images') return handIn(call, kept);
  const reply = /^\/im\/v1\/messages\/[^/]+\/reply$/.test(path);
  if (reply || path === '/im/v1/messages?receive_id_type=chat_id')
    return post(JSON.parse(call.body.toString('utf8')) as Message, reply, kept);
  return said(404, { code: 404, msg: 'not found' });
}

function lend(body: Buffer): CallAnswer {
  const { app_id: id, app_secret: secret } = JSON.parse(body.toString('utf8')) as {
    app_id?: string;
    app_secret?: string;
  };
  return id === APP_ID && secret === SECRET
    ? said(200, { code: 0, msg: 'ok', tenant_access_token: TENANT_TOKEN, expire: 7200 })
    : said(200, { code: 10014, msg: 'app secret invalid' });
}

function handIn({ headers, body }: OutgoingCall, { pictures }: Kept): CallAnswer {
  const form = body.toString('latin1');
  if (!headers['content-type']?.startsWith('multipart/form-data') || !/name="image_type"\r\n\r\nmessage\r\n/.test(form))
    return { ...said(400, { code: 234001, msg: 'Invalid request param.' }), broken: 'form of a picture' };
  if (body.length > 10 * 2 ** 20)
    return { ...said(400, { code: 234006, msg: 'too large' }), broken: 'size of a picture' };
  if (form.includes(UNREADABLE)) return said(400, { code: 234011, msg: "Can't recognize image format." });
  const key = `img_v3_${pictures.size + 1}`;
  pictures.add(key);
  return said(200, { code: 0, msg: 'success', data: { image_key: key } });
}

function post(given: Message, reply: boolean, { pictures, uuids }: Kept): CallAnswer {
  if (!reply && given.receive_id !== CHAT && given.receive_id !== GROUP)
    return said(400, { code: 230002, msg: 'Bot/User can NOT be out of the chat.' });
  const elements = (JSON.parse(given.content ?? '{}') as { elements?: Element[] }).elements ?? [];
  const broken = brokenLimit(given, elements, pictures);
  if (broken !== undefined) return { ...said(400, { code: 230099, msg: broken }), broken };
  const accepted = said(200, { code: 0, msg: 'success', data: { message_id: 'om_answer' } });
  // The same uuid within an hour is the same message.
  if (given.uuid !== undefined && uuids.has(given.uuid)) return accepted;
  uuids.add(given.uuid ?? '');
  return { ...accepted, shown: shownBy(elements) };
}

function shownBy(elements: readonly Element[]): Shown {
  const words = elements.flatMap(({ tag, text }) => (tag === 'div' ? (text?.content ?? []) : []));
  return {
    ...(words.length === 0 ? {} : { text: words.join('\n') }),
    pictures: elements.flatMap(({ img_key: key, extra }) => key ?? extra?.img_key ?? []),
    buttons: elements
      .flatMap(({ actions }) => actions ?? [])
      .map(({ text, value, url: link }) => ({
        title: text.content,
        ...(value?.code === undefined ? {} : { code: value.code }),
        ...(link === undefined ? {} : { link }),
      })),
  };
}

function brokenLimit(
  { msg_type: type, content = '', uuid = '' }: Message,
  elements: readonly Element[],
  pictures: ReadonlySet<string>,
): string | undefined {
  if (type !== 'interactive') return 'words of a feed outside a card';
  if (Buffer.byteLength(content) > 30 * 1024) return 'length of a card';
  if (uuid.length > 50) return 'length of a uuid';
  if (elements.length === 0 || elements.length > 50) return 'number of elements';
  return elements.map((element) => brokenElement(element, pictures)).find((broken) => broken !== undefined);
}

function brokenElement({ tag, text, img_key: key, extra, actions = [] }: Element, pictures: ReadonlySet<string>) {
  switch (tag) {
    case 'hr':
      return undefined;
    case 'div':
      if (extra !== undefined && (extra.tag !== 'img' || !pictures.has(extra.img_key ?? '')))
        return 'a picture that was not handed in';
      return text?.tag === 'plain_text' && text.content.trim() !== '' ? undefined : 'words that are no plain_text';
    case 'img':
      return pictures.has(key ?? '') ? undefined : 'a picture that was not handed in';
    case 'action':
      return actions.map(brokenButton).find((broken) => broken !== undefined);
    default:
      return `element ${tag}`;
  }
}

function brokenButton({ text, value, url }: Button): string | undefined {
  if (text.tag !== 'plain_text' || text.content === '' || text.content.length > 100) return "a button's text";
  return (value === undefined) === (url === undefined) ? 'a button that does nothing, or two things' : undefined;
}

function said(status: number, body: object): CallAnswer {
  return { status, body: JSON.stringify(body) };
}
