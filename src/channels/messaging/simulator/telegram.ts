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

const TOKEN = '4242:simulated-token-of-a-bot-that-is-nowhere';
const SECRET = 'simulated-secret-token';
const PERSON = { id: 7001, is_bot: false, first_name: 'Lin', language_code: 'zh-hans' };
const PRIVATE = { id: 7001, type: 'private', first_name: 'Lin' };
const GROUP = { id: -100_500, type: 'supergroup', title: 'Friends' };

interface Parameters {
  readonly text?: string;
  readonly photo?: string;
  readonly caption?: string;
  readonly file_id?: string;
  readonly url?: string;
  readonly secret_token?: string;
  readonly reply_markup?: { inline_keyboard: { text: string; callback_data?: string; url?: string }[][] };
}

/** Telegram's Bot API. Source: core.telegram.org/bots/api */
export function simulateTelegram(): PlatformSimulator {
  const files = new Map<string, Uint8Array>();
  const webhook = { url: '' };
  let serial = 1;

  const photo = (bytes: Uint8Array) => {
    const id = `file-${serial++}`;
    files.set(id, bytes);
    const size = { file_unique_id: id, width: 90, height: 90 };
    return [
      { ...size, file_id: `${id}-thumbnail`, file_size: 1 },
      { ...size, file_id: id, file_size: bytes.length },
    ];
  };

  const update = (id: number, content: object, flaw?: Flaw): SimulatedWebhook => {
    const secret = flaw === 'wrong-secret' || flaw === 'tampered' ? `${SECRET}x` : SECRET;
    return {
      method: 'POST',
      path: webhookPath('telegram'),
      headers: {
        'content-type': 'application/json',
        ...(flaw === 'unsigned' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
      },
      body: JSON.stringify({ update_id: id, ...content }),
    };
  };

  const message = (content: object) => ({
    message: { message_id: serial++, from: PERSON, chat: PRIVATE, date: 1_700_000_000, ...content },
  });

  const contents = (gesture: Gesture): object[] => {
    switch (gesture.kind) {
      case 'text':
        return [message({ text: gesture.text })];
      case 'photo':
        return [message({ photo: photo(gesture.bytes), ...captioned(gesture.caption) })];
      case 'album': {
        const album = `album-${serial++}`;
        return gesture.photos.map((bytes, index) =>
          message({
            photo: photo(bytes),
            media_group_id: album,
            ...captioned(index === 0 ? gesture.caption : undefined),
          }),
        );
      }
      case 'press':
        return [
          {
            callback_query: {
              id: `press-${serial++}`,
              from: PERSON,
              data: gesture.code,
              message: { message_id: serial++, chat: PRIVATE, date: 1_700_000_000 },
            },
          },
        ];
      case 'voice':
        if (gesture.bytes !== undefined) files.set('voice', gesture.bytes);
        return [message({ voice: { file_id: 'voice', duration: 2 } })];
      case 'sticker':
        return [message({ sticker: { file_id: 'sticker', emoji: '👗' } })];
      case 'location':
        return [message({ location: { latitude: 31.2, longitude: 121.5 } })];
      case 'unknown':
        return [{ something_new: { id: 1 } }];
      case 'join':
        return [message({ text: '/start' })];
      case 'group':
        return [message({ chat: GROUP, text: gesture.addressed ? `@yida_shop_bot ${gesture.text}` : gesture.text })];
    }
  };

  return {
    name: 'telegram',
    without: ['stale'],
    environment: (api) => ({
      YIDA_TELEGRAM_TOKEN: TOKEN,
      YIDA_TELEGRAM_SECRET: SECRET,
      YIDA_TELEGRAM_USERNAME: 'yida_shop_bot',
      YIDA_TELEGRAM_API: api,
    }),
    webhooks: (gesture, { id, flaw } = {}) =>
      contents(gesture).map((content, index) => update((id ?? 10_000 * serial++) + index, content, flaw)),
    tooMany: (seconds) => ({
      status: 429,
      body: JSON.stringify({
        ok: false,
        error_code: 429,
        description: `Too Many Requests: retry after ${seconds}`,
        parameters: { retry_after: seconds },
      }),
    }),
    answer: (call) => answerTelegram(call, files, webhook),
  };
}

function captioned(caption: string | undefined): object {
  return caption === undefined ? {} : { caption };
}

function answerTelegram(
  { path, body }: OutgoingCall,
  files: ReadonlyMap<string, Uint8Array>,
  webhook: { url: string },
): CallAnswer {
  const file = /^\/file\/bot([^/]+)\/photos\/(.+)$/.exec(path);
  if (file !== null) {
    const bytes = file[1] === TOKEN ? files.get(file[2] ?? '') : undefined;
    return bytes === undefined ? refused(404, 'Not Found') : { status: 200, body: bytes };
  }
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
  if (token !== TOKEN) return refused(401, 'Unauthorized');
  const given = JSON.parse(body.toString('utf8')) as Parameters;
  switch (method) {
    case 'getFile':
      return accepted({ file_id: given.file_id, file_path: `photos/${given.file_id}` });
    case 'getMe':
      return accepted({ id: 4242, is_bot: true, username: 'yida_shop_bot' });
    case 'getWebhookInfo':
      return accepted({ ...webhook, has_custom_certificate: false, pending_update_count: 0 });
    case 'setWebhook':
      if (given.url?.startsWith('https://') !== true)
        return refused(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
      if (given.secret_token !== SECRET) return refused(400, 'Bad Request: secret token contains unallowed characters');
      webhook.url = given.url;
      return accepted(true);
    case 'sendChatAction':
      return accepted(true);
    case 'sendMessage':
    case 'sendPhoto':
      return sent(given);
    default:
      return refused(404, 'Not Found: method not found');
  }
}

function sent(given: Parameters): CallAnswer {
  const keys = given.reply_markup?.inline_keyboard.flat() ?? [];
  const broken = brokenLimit(given, keys);
  if (broken !== undefined) return { ...refused(400, `Bad Request: ${broken}`), broken };
  if (given.photo?.includes(UNREADABLE) === true)
    return refused(400, 'Bad Request: wrong type of the web page content');
  const text = given.text ?? given.caption;
  const shown: Shown = {
    ...(text === undefined ? {} : { text }),
    pictures: given.photo === undefined ? [] : [given.photo],
    buttons: keys.map(({ text: title, callback_data: code, url: link }) => ({
      title,
      ...(code === undefined ? {} : { code }),
      ...(link === undefined ? {} : { link }),
    })),
  };
  return { ...accepted({ message_id: 1 }), shown };
}

function brokenLimit(given: Parameters, keys: readonly { text: string; callback_data?: string }[]): string | undefined {
  if (given.text !== undefined && (given.text.trim() === '' || given.text.length > 4096)) return 'message length';
  if (given.caption !== undefined && given.caption.length > 1024) return 'caption length';
  if (keys.some(({ callback_data: data }) => data !== undefined && Buffer.byteLength(data) > 64))
    return 'callback_data';
  if (keys.some(({ callback_data: data }) => data === '')) return 'empty callback_data';
  if (keys.some(({ text }) => text.trim() === '')) return 'empty button';
  return undefined;
}

function accepted(result: unknown): CallAnswer {
  return { status: 200, body: JSON.stringify({ ok: true, result }) };
}

function refused(status: number, description: string): CallAnswer {
  return { status, body: JSON.stringify({ ok: false, error_code: status, description }) };
}
