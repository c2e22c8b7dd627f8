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

const APP_KEY = 'dingsimulated0app';
const APP_SECRET = 'simulated-app-secret-of-no-robot-anywhere';
const TOKEN = 'simulated-access-token';
const STAFF = 'manager7001';
const GROUP = 'cidGROUP==';
const MESSAGE_KEYS = new Set(['sampleText', 'sampleMarkdown', 'sampleActionCard', 'sampleLink', 'sampleImageMsg']);

interface Sent {
  readonly robotCode?: string;
  readonly userIds?: readonly string[];
  readonly openConversationId?: string;
  readonly msgKey?: string;
  readonly msgParam?: string;
}

/** A DingTalk robot by HTTP. Source: open.dingtalk.com/document/orgapp/receive-message and robot-message-type */
export function simulateDingtalk(): PlatformSimulator {
  const files = new Map<string, Uint8Array>();
  let api = '';
  let serial = 1;

  const file = (bytes: Uint8Array) => {
    const code = `code-${serial++}`;
    files.set(code, bytes);
    return { downloadCode: code, pictureDownloadCode: `${code}-preview` };
  };

  const rich = (photos: readonly Uint8Array[], caption = '') => ({
    msgtype: 'richText',
    content: { richText: [...photos.map((bytes) => ({ type: 'picture', ...file(bytes) })), { text: caption }] },
  });

  const contentOf = (gesture: Gesture): object => {
    switch (gesture.kind) {
      case 'text':
        return text(gesture.text);
      case 'photo':
        return gesture.caption === undefined
          ? { msgtype: 'picture', content: file(gesture.bytes) }
          : rich([gesture.bytes], gesture.caption);
      case 'album':
        return rich(gesture.photos, gesture.caption);
      case 'press':
        // A press writes what stands in its link; of a code alone no link was ever made.
        return text(gesture.code.startsWith('#') ? `${gesture.title} 〔${gesture.code}〕` : gesture.code);
      case 'voice':
        if (gesture.bytes !== undefined) files.set('voice', gesture.bytes);
        return { msgtype: 'audio', content: { duration: 2000, downloadCode: 'voice', recognition: '' } };
      case 'group':
        return {
          ...text(` ${gesture.text}`),
          conversationType: '2',
          conversationId: GROUP,
          conversationTitle: 'Friends',
          isInAtList: gesture.addressed,
        };
      default:
        return { msgtype: 'something-new' };
    }
  };

  return {
    name: 'dingtalk',
    // The time alone is signed: a body that was changed on its way has the same signature.
    without: ['tampered'],
    lacks: ['sticker', 'location', 'join'],
    environment: (address) => {
      api = address;
      return {
        YIDA_DINGTALK_APP_KEY: APP_KEY,
        YIDA_DINGTALK_APP_SECRET: APP_SECRET,
        YIDA_DINGTALK_API: address,
      };
    },
    webhooks: (gesture, { id = 10_000 * serial++, flaw, now = Date.now() } = {}) => [
      dingtalkWebhook({ msgId: `msg${id}`, ...contentOf(gesture) }, now, flaw),
    ],
    tooMany: () => ({ status: 400, body: JSON.stringify({ code: 'send.too.fast', message: 'too fast' }) }),
    answer: (call) => answerDingtalk(call, files, api),
  };
}

function text(content: string): object {
  return { msgtype: 'text', text: { content } };
}

/** A message of a person to the robot, signed as DingTalk does it; also for what tests make DingTalk say. */
export function dingtalkWebhook(message: object, now: number, flaw?: Flaw): SimulatedWebhook {
  const timestamp = String(now - (flaw === 'stale' ? 3_601_000 : 0));
  const secret = flaw === 'wrong-secret' ? `${APP_SECRET}x` : APP_SECRET;
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  const body = {
    conversationId: 'cidDIRECT==',
    conversationType: '1',
    chatbotCorpId: 'dingcorp',
    chatbotUserId: '$:LWCP_v1:$robot',
    senderId: '$:LWCP_v1:$person',
    senderNick: 'Lin',
    senderStaffId: STAFF,
    robotCode: APP_KEY,
    createAt: now,
    sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=simulated',
    ...message,
  };
  return {
    method: 'POST',
    path: webhookPath('dingtalk'),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      timestamp,
      ...(flaw === 'unsigned' ? {} : { sign }),
    },
    body: JSON.stringify(body),
  };
}

function answerDingtalk(
  { path, headers, body }: OutgoingCall,
  files: ReadonlyMap<string, Uint8Array>,
  api: string,
): CallAnswer {
  const temporary = /^\/temporary\/(.+)$/.exec(path);
  if (temporary !== null) return temporaryFile(temporary[1] ?? '', headers, files);
  const given = JSON.parse(body.toString('utf8')) as Sent & {
    appKey?: string;
    appSecret?: string;
    downloadCode?: string;
  };
  if (path === '/v1.0/oauth2/accessToken')
    return given.appKey === APP_KEY && given.appSecret === APP_SECRET
      ? said(200, { accessToken: TOKEN, expireIn: 7200 })
      : said(400, { code: 'invalidClientIdOrSecret', message: 'the AppKey or the AppSecret is wrong' });
  if (headers['x-acs-dingtalk-access-token'] !== TOKEN)
    return said(401, { code: 'InvalidAuthentication', message: 'the access token is invalid' });
  switch (path) {
    case '/v1.0/robot/messageFiles/download':
      return files.has(given.downloadCode ?? '')
        ? said(200, { downloadUrl: `${api}/temporary/${given.downloadCode}` })
        : said(400, { code: 'invalidParameter.downloadCode', message: 'unknown' });
    case '/v1.0/robot/oToMessages/batchSend':
      return given.userIds?.length === 1 && given.userIds[0] === STAFF
        ? post(given)
        : said(200, { processQueryKey: 'key', invalidStaffIdList: given.userIds ?? [] });
    case '/v1.0/robot/groupMessages/send':
      return given.openConversationId === GROUP
        ? post(given)
        : said(400, { code: 'invalidParameter.openConversationId.notFound', message: 'no such group' });
    default:
      return said(404, { code: 'InvalidAction.NotFound', message: 'not found' });
  }
}

/** A temporary address is its own key: a token that is shown to it leaks. */
function temporaryFile(
  code: string,
  headers: OutgoingCall['headers'],
  files: ReadonlyMap<string, Uint8Array>,
): CallAnswer {
  const bytes = files.get(code);
  if (headers['x-acs-dingtalk-access-token'] !== undefined) return { ...said(403, {}), broken: 'a token that leaks' };
  return bytes === undefined ? said(404, {}) : { status: 200, headers: { 'Content-Type': 'image/jpeg' }, body: bytes };
}

function post({ robotCode, msgKey, msgParam = '' }: Sent): CallAnswer {
  const broken = brokenLimit(robotCode, msgKey, msgParam);
  if (broken !== undefined) return { ...said(400, { code: 'invalidParameter', message: broken }), broken };
  const shown = shownBy((JSON.parse(msgParam) as { text: string }).text);
  const markup = /[[\]*_`<\\]|^\s*[#>]/m.exec(shown.rest);
  if (markup !== null) return { ...said(400, {}), broken: `markup of a feed: ${markup[0]}` };
  return { ...said(200, { processQueryKey: 'key' }), shown: shown.seen };
}

function brokenLimit(robotCode: string | undefined, key: string | undefined, parameter: string): string | undefined {
  if (robotCode !== APP_KEY) return 'robotCode';
  if (key === undefined || !MESSAGE_KEYS.has(key)) return 'msgKey';
  if (Buffer.byteLength(parameter) > 15_000) return 'length of msgParam';
  const { title, text: words } = JSON.parse(parameter) as { title?: string; text?: string };
  if (title === undefined || title.trim() === '') return 'no title';
  return words === undefined || words.trim() === '' ? 'no text' : undefined;
}

/** Markdown as DingTalk draws it: pictures, links and headings; what is left must be plain words. */
function shownBy(markdown: string): { seen: Shown; rest: string } {
  const pictures = [...markdown.matchAll(/!\[\]\(([^()\s]+)\)/g)].map(([, address]) => address ?? '');
  const words = markdown.replace(/!\[\]\([^()\s]+\)\n*/g, '');
  const buttons = [...words.matchAll(/\[([^[\]]+)\]\(([^()\s]+)\)/g)].map(([, title = '', target = '']) => {
    const content = /^dtmd:\/\/dingtalkclient\/sendMessage\?content=(.*)$/.exec(target)?.[1];
    return {
      title: unescaped(title),
      ...(content === undefined ? { link: target } : { code: decodeURIComponent(content) }),
    };
  });
  const rest = words
    .replace(/\[([^[\]]+)\]\([^()\s]+\)/g, '$1')
    .replace(/^#### /gm, '')
    .replace(/\n\n/g, '\n');
  return { rest, seen: { text: unescaped(rest), pictures, buttons } };
}

function unescaped(words: string): string {
  return words.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

function said(status: number, body: object): CallAnswer {
  return { status, body: JSON.stringify(body) };
}
