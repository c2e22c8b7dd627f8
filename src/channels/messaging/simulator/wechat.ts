import { webhookPath } from '../core/messaging-channel.js';
import { writeXml } from '../core/wechat/write-xml.js';
import {
  type CallAnswer,
  type Gesture,
  type OutgoingCall,
  type PlatformSimulator,
  type Shown,
  UNREADABLE,
} from './platform-simulator.js';
import { signedQuery, signedXml, type XmlSigning } from './signed-xml.js';

const APP_ID = 'wx5823bf96d3bd56c7';
const SECRET = '0123456789abcdef0123456789abcdef';
const TOKEN = 'QDG6eK';
const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const ACCOUNT = 'gh_680bdefc8c5d';
const PERSON = 'oIDrpjqASyTPnxRmpS9O_ruZGsfk';
const STICKER = '【收到不支持的消息类型，暂无法显示】';

/** What an account of the simulated platform is like; a verified one in the safe mode by default. */
export interface WechatTraits {
  /** Messages come sealed. */
  readonly sealed?: boolean;
  /** Answers are counted: five after a message, three after an event. */
  readonly counted?: boolean;
  /** Unverified accounts have no customer-service messages; test accounts have them without menus. */
  readonly right?: 'verified' | 'test' | 'unverified';
}

/** WeChat's platform, with what tests do to it. */
export interface WechatSimulator extends PlatformSimulator {
  /** Tokens lent so far are known no longer. */
  expireTokens(): void;
}

interface Article {
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly picurl?: string;
}

interface Menu {
  readonly head_content?: string;
  readonly list?: readonly { readonly id: string; readonly content: string }[];
}

interface Sent {
  readonly touser?: string;
  readonly msgtype?: string;
  readonly text?: { readonly content?: string };
  readonly news?: { readonly articles?: readonly Article[] };
  readonly msgmenu?: Menu;
}

/** A WeChat Official Account. Source: developers.weixin.qq.com, 消息推送, 客服消息, 全局返回码 */
export function simulateWechat({
  sealed = true,
  counted = false,
  right = 'verified',
}: WechatTraits = {}): WechatSimulator {
  const photos = new Map<string, Uint8Array>();
  const signing: XmlSigning = {
    path: webhookPath('wechat'),
    token: TOKEN,
    seal: sealed ? { aesKey: AES_KEY, receiver: APP_ID } : undefined,
    plainSignature: true,
  };
  let api = '';
  let serial = 1;
  let generation = 1;
  let allowed = 0;

  const contentOf = (gesture: Gesture, id: number): Record<string, string | number> => {
    switch (gesture.kind) {
      case 'text':
        return { MsgType: 'text', Content: gesture.text, MsgId: id };
      case 'press':
        return { MsgType: 'text', Content: gesture.title, MsgId: id, bizmsgmenuid: gesture.code };
      case 'photo': {
        const media = `media-${serial++}`;
        photos.set(media, gesture.bytes);
        return { MsgType: 'image', PicUrl: `${api}/picture/${media}`, MsgId: id, MediaId: media };
      }
      case 'voice':
        if (gesture.bytes !== undefined) photos.set('voice', gesture.bytes);
        return { MsgType: 'voice', MediaId: 'voice', Format: 'speex', MsgId: id, MediaId16K: 'voice16k' };
      case 'sticker':
        return { MsgType: 'text', Content: STICKER, MsgId: id };
      case 'location':
        return { MsgType: 'location', Location_X: 31.2, Location_Y: 121.5, Scale: 20, Label: '上海', MsgId: id };
      case 'join':
        return { MsgType: 'event', Event: 'subscribe', EventKey: '' };
      default:
        return { MsgType: 'event', Event: 'something_new', EventKey: '' };
    }
  };

  const send = (given: Sent): CallAnswer => {
    if (right === 'unverified') return refused(48001, 'api unauthorized');
    if (right === 'test' && given.msgtype === 'msgmenu') return refused(40200, 'invalid account type');
    if (given.touser !== PERSON) return refused(40003, 'invalid openid');
    const broken = brokenLimit(given);
    if (broken !== undefined) return { ...refused(...broken), broken: broken[1] };
    if (counted && allowed-- <= 0) return { ...refused(45047, 'out of response count limit'), broken: 'count' };
    return { ...accepted({}), shown: shownOf(given) };
  };

  return {
    name: 'wechat',
    lacks: ['album', 'group'],
    environment(at) {
      api = at;
      return {
        YIDA_WECHAT_APP_ID: APP_ID,
        YIDA_WECHAT_APP_SECRET: SECRET,
        YIDA_WECHAT_TOKEN: TOKEN,
        ...(sealed ? { YIDA_WECHAT_AES_KEY: AES_KEY } : {}),
        YIDA_WECHAT_API: at,
      };
    },
    webhooks(gesture, { id = 23_456_789_012_345 + serial++, flaw, now = Date.now() } = {}) {
      allowed = gesture.kind === 'join' ? 3 : 5;
      const envelope = { ToUserName: ACCOUNT, FromUserName: PERSON, CreateTime: Math.floor(now / 1000) };
      const xml = writeXml({ ...envelope, ...contentOf(gesture, id) });
      return [signedXml(xml, signing, { now, ...(flaw === undefined ? {} : { flaw }) })];
    },
    challenge(now = Date.now()) {
      const query = signedQuery(undefined, signing, { now });
      query.set('echostr', '5439209485930458');
      const webhook = { method: 'GET', path: `${signing.path}?${query}`, headers: {}, body: undefined } as const;
      return { webhook, expected: (answer) => answer === '5439209485930458' };
    },
    // WeChat says that it was too often, and not until when.
    tooMany: () => ({ status: 200, body: JSON.stringify({ errcode: 45011, errmsg: 'api minute-quota reach limit' }) }),
    answer(call) {
      const { pathname, searchParams } = new URL(call.path, 'http://platform');
      if (pathname.startsWith('/picture/')) return bytesOf(photos.get(pathname.slice('/picture/'.length)));
      if (pathname === '/cgi-bin/stable_token') return lent(call, `token-${generation}`);
      if (searchParams.get('access_token') !== `token-${generation}`)
        return refused(40001, 'invalid credential, access_token is invalid or not latest');
      switch (pathname) {
        case '/cgi-bin/message/custom/send':
          return send(JSON.parse(call.body.toString('utf8')) as Sent);
        case '/cgi-bin/message/custom/typing':
          return accepted({});
        case '/cgi-bin/media/get':
          return right === 'unverified'
            ? refused(48001, 'api unauthorized')
            : bytesOf(photos.get(searchParams.get('media_id') ?? ''));
        case '/cgi-bin/getcallbackip':
          return accepted({ ip_list: ['127.0.0.1'] });
        case '/cgi-bin/customservice/getkflist':
          return right === 'unverified' ? refused(48001, 'api unauthorized') : accepted({ kf_list: [] });
        default:
          return refused(40066, 'invalid url');
      }
    },
    expireTokens() {
      generation++;
    },
  };
}

function lent({ body }: OutgoingCall, token: string): CallAnswer {
  const given = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  if (given.grant_type !== 'client_credential') return refused(40002, 'invalid grant_type');
  if (given.appid !== APP_ID) return refused(40013, 'invalid appid');
  if (given.secret !== SECRET) return refused(40125, 'invalid appsecret');
  return { status: 200, body: JSON.stringify({ access_token: token, expires_in: 7200 }) };
}

/** The code and name of the first limit that a message breaks. */
function brokenLimit({ msgtype, text, news, msgmenu }: Sent): [number, string] | undefined {
  switch (msgtype) {
    case 'text':
      if ((text?.content ?? '').trim() === '') return [44004, 'empty content'];
      return longer(text?.content, 2048) ? [45002, 'content size out of limit'] : undefined;
    case 'news':
      return brokenInNews(news?.articles ?? []);
    case 'msgmenu':
      return brokenInMenu(msgmenu ?? {});
    default:
      return [40008, 'invalid message type'];
  }
}

function brokenInNews([article, ...more]: readonly Article[]): [number, string] | undefined {
  if (article === undefined) return [44003, 'empty news data'];
  if (more.length > 0) return [45008, 'article size out of limit'];
  if (longer(article.title, 128)) return [45003, 'title size out of limit'];
  if (longer(article.description, 512)) return [45004, 'description size out of limit'];
  if (longer(article.url, 2048)) return [45005, 'url size out of limit'];
  return longer(article.picurl, 2048) ? [45006, 'picurl size out of limit'] : undefined;
}

function brokenInMenu({ head_content: head = '', list = [] }: Menu): [number, string] | undefined {
  if (list.length < 1 || list.length > 10) return [40035, 'invalid menu size'];
  if (head.trim() === '' || longer(head, 1024)) return [45002, 'menu head out of limit'];
  const sound = list.every(({ id, content }) => !longer(id, 128) && content.trim() !== '' && !longer(content, 128));
  return sound ? undefined : [45002, 'menu item out of limit'];
}

function shownOf({ text, news, msgmenu }: Sent): Shown {
  const [article] = news?.articles ?? [];
  if (article !== undefined) {
    // WeChat draws an article whose picture it cannot read without one.
    const pictures = article.picurl === undefined || article.picurl.includes(UNREADABLE) ? [] : [article.picurl];
    return { text: [article.title, article.description].filter(Boolean).join('\n'), pictures, buttons: [] };
  }
  const buttons = (msgmenu?.list ?? []).map(({ id: code, content: title }) => ({ title, code }));
  return { text: text?.content ?? msgmenu?.head_content ?? '', pictures: [], buttons };
}

function longer(text: string | undefined, bytes: number): boolean {
  return text !== undefined && Buffer.byteLength(text) > bytes;
}

function bytesOf(bytes: Uint8Array | undefined): CallAnswer {
  return bytes === undefined ? refused(40007, 'invalid media_id') : { status: 200, body: bytes };
}

function accepted(fields: object): CallAnswer {
  return { status: 200, body: JSON.stringify({ errcode: 0, errmsg: 'ok', ...fields }) };
}

function refused(errcode: number, errmsg: string): CallAnswer {
  return { status: 200, body: JSON.stringify({ errcode, errmsg }) };
}
