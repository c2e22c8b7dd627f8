import { randomBytes } from 'node:crypto';
import { webhookPath } from '../core/messaging-channel.js';
import { sealText } from '../core/wechat/sealed-text.js';
import { writeXml } from '../core/wechat/write-xml.js';
import { type CallAnswer, type Gesture, type PlatformSimulator, type Shown, UNREADABLE } from './platform-simulator.js';
import { signedQuery, signedXml, type XmlSigning } from './signed-xml.js';

const CORP_ID = 'wx5823bf96d3bd56c7';
const SECRET = 'simulated-secret-of-an-application-nowhere0';
const AGENT_ID = 218;
const TOKEN = 'QDG6eK';
const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const MEMBER = 'zhangsan';

/** WeCom's platform, with what tests do to it. */
export interface WecomSimulator extends PlatformSimulator {
  /** Tokens lent so far are known no longer. */
  expireTokens(): void;
}

interface Article {
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly picurl?: string;
}

interface Selection {
  readonly question_key?: string;
  readonly title?: string;
  readonly option_list?: readonly { readonly id?: string; readonly text?: string }[];
}

interface ButtonCard {
  readonly card_type?: string;
  readonly main_title?: { readonly title?: string };
  readonly sub_title_text?: string;
  readonly task_id?: string;
  readonly button_selection?: Selection;
  readonly button_list?: readonly { readonly text?: string; readonly key?: string }[];
}

interface Sent {
  readonly touser?: string;
  readonly agentid?: number;
  readonly msgtype?: string;
  readonly text?: { readonly content?: string };
  readonly news?: { readonly articles?: readonly Article[] };
  readonly template_card?: ButtonCard;
}

/** A self-built application of WeCom. Source: developer.work.weixin.qq.com/document/path/90236, 90239, 90240, 90930 */
export function simulateWecom(): WecomSimulator {
  const photos = new Map<string, Uint8Array>();
  const tasks = new Set<string>();
  const seal = { aesKey: AES_KEY, receiver: CORP_ID };
  const signing: XmlSigning = { path: webhookPath('wecom'), token: TOKEN, seal, plainSignature: false };
  let api = '';
  let serial = 1;
  let generation = 1;

  const contentOf = (gesture: Gesture, id: number): Record<string, string | number> => {
    switch (gesture.kind) {
      case 'text':
        return { MsgType: 'text', Content: gesture.text, MsgId: id };
      case 'photo': {
        const media = `media-${serial++}`;
        photos.set(media, gesture.bytes);
        return { MsgType: 'image', PicUrl: `${api}/picture/${media}`, MsgId: id, MediaId: media };
      }
      case 'press':
        return { ...pressed(gesture.code.split(SELECTED)[0] ?? ''), TaskId: `task-${id}` };
      case 'voice':
        if (gesture.bytes !== undefined) photos.set('voice', gesture.bytes);
        return { MsgType: 'voice', MediaId: 'voice', Format: 'amr', MsgId: id };
      case 'location':
        return { MsgType: 'location', Location_X: 31.2, Location_Y: 121.5, Scale: 20, Label: '上海', MsgId: id };
      case 'join':
        return { MsgType: 'event', Event: 'subscribe' };
      default:
        return { MsgType: 'event', Event: 'enter_agent', EventKey: '' };
    }
  };

  const send = (given: Sent): CallAnswer => {
    if (given.agentid !== AGENT_ID) return refused(40056, 'invalid agentid');
    if (given.touser !== MEMBER) return refused(81013, 'user & party & tag all invalid');
    const broken = brokenLimit(given);
    if (broken !== undefined) return { ...refused(40058, broken), broken };
    const task = given.template_card?.task_id;
    if (task !== undefined && tasks.has(task)) return refused(42014, 'taskid has existed or empty or exceed max len');
    if (task !== undefined) tasks.add(task);
    return { ...accepted({ msgid: `message-${serial++}` }), shown: shownOf(given) };
  };

  return {
    name: 'wecom',
    // What a member sends to an application alone: no groups, no stickers, and each picture by itself.
    lacks: ['album', 'group', 'sticker'],
    environment(at) {
      api = at;
      return {
        YIDA_WECOM_CORP_ID: CORP_ID,
        YIDA_WECOM_AGENT_ID: String(AGENT_ID),
        YIDA_WECOM_SECRET: SECRET,
        YIDA_WECOM_TOKEN: TOKEN,
        YIDA_WECOM_AES_KEY: AES_KEY,
        YIDA_WECOM_API: at,
      };
    },
    webhooks(gesture, { id = 4_561_255_354 + serial++, flaw, now = Date.now() } = {}) {
      const envelope = { ToUserName: CORP_ID, FromUserName: MEMBER, CreateTime: Math.floor(now / 1000) };
      const fields = writeXml({ ...envelope, ...contentOf(gesture, id), AgentID: AGENT_ID });
      const [, option] = gesture.kind === 'press' ? gesture.code.split(SELECTED) : [];
      const xml = option === undefined ? fields : fields.replace('</xml>', `${selectedItems(option)}</xml>`);
      return [signedXml(xml, signing, { now, ...(flaw === undefined ? {} : { flaw }) })];
    },
    challenge(now = Date.now()) {
      const sealed = sealText('1616140317555161061', seal, randomBytes(16));
      const query = signedQuery(sealed, signing, { now });
      query.set('echostr', sealed);
      const webhook = { method: 'GET', path: `${signing.path}?${query}`, headers: {}, body: undefined } as const;
      return { webhook, expected: (answer) => answer === '1616140317555161061' };
    },
    // WeCom says that it was too often, and not until when.
    tooMany: () => ({ status: 200, body: JSON.stringify({ errcode: 45009, errmsg: 'api freq out of limit' }) }),
    answer(call) {
      const { pathname, searchParams } = new URL(call.path, 'http://platform');
      if (pathname.startsWith('/picture/')) return bytesOf(photos.get(pathname.slice('/picture/'.length)));
      if (pathname === '/cgi-bin/gettoken') return lent(searchParams, `token-${generation}`);
      if (searchParams.get('access_token') !== `token-${generation}`) return refused(40014, 'invalid access_token');
      switch (pathname) {
        case '/cgi-bin/message/send':
          return send(JSON.parse(call.body.toString('utf8')) as Sent);
        case '/cgi-bin/media/get':
          return bytesOf(photos.get(searchParams.get('media_id') ?? ''));
        case '/cgi-bin/agent/get':
          return searchParams.get('agentid') === String(AGENT_ID)
            ? accepted({ agentid: AGENT_ID, name: '衣搭', close: 0 })
            : refused(40056, 'invalid agentid');
        default:
          return { status: 404, body: '' };
      }
    },
    expireTokens() {
      generation++;
    },
  };
}

/** Between a button's key and the option that is selected when it is pressed. */
const SELECTED = '\n';

function selectedItems(option: string): string {
  const chosen = `<QuestionKey><![CDATA[garment]]></QuestionKey><OptionIds>${writeXml({ OptionId: option }).replace(/<\/?xml>/g, '')}</OptionIds>`;
  return `<SelectedItems><SelectedItem>${chosen}</SelectedItem></SelectedItems>`;
}

function pressed(key: string): Record<string, string> {
  return {
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: key,
    CardType: 'button_interaction',
    ResponseCode: 'simulated-response-code',
  };
}

function lent(query: URLSearchParams, token: string): CallAnswer {
  if (query.get('corpid') !== CORP_ID) return refused(40013, 'invalid corpid');
  if (query.get('corpsecret') !== SECRET) return refused(40001, 'invalid credential');
  return accepted({ access_token: token, expires_in: 7200 });
}

/** The first limit that a message breaks; where WeCom would cut in silence, that is one too. */
function brokenLimit({ msgtype, text, news, template_card: card }: Sent): string | undefined {
  switch (msgtype) {
    case 'text':
      return (text?.content ?? '').trim() === '' || longer(text?.content, 2048) ? 'text content' : undefined;
    case 'news':
      return brokenInNews(news?.articles ?? []);
    case 'template_card':
      return brokenInCard(card ?? {});
    default:
      return 'msgtype';
  }
}

function brokenInNews(articles: readonly Article[]): string | undefined {
  if (articles.length < 1 || articles.length > 8) return 'articles';
  for (const { title = '', description, url = '', picurl } of articles) {
    if (title.trim() === '' || longer(title, 128)) return 'article title';
    if (longer(description, 512)) return 'article description';
    if (!/^https?:/.test(url) || longer(url, 2048)) return 'article url';
    if (longer(picurl, 2048)) return 'article picurl';
  }
  return undefined;
}

function brokenInCard({
  card_type: type,
  main_title: main,
  sub_title_text: subtitle = '',
  task_id: task = '',
  button_selection: selection,
  button_list: buttons = [],
}: ButtonCard) {
  if (type !== 'button_interaction') return 'card_type';
  if ((main?.title ?? '').trim() === '') return 'main_title';
  if (!/^[\w@-]{1,128}$/.test(task)) return 'task_id';
  if ([...subtitle].length > 160) return 'sub_title_text';
  if (selection !== undefined && !isSound(selection)) return 'button_selection';
  if (buttons.length < 1 || buttons.length > 6) return 'button_list';
  if (new Set(buttons.map(({ key }) => key)).size < buttons.length) return 'button key twice';
  const sound = buttons.every(({ text = '', key = '' }) => text.trim() !== '' && key !== '' && !longer(key, 1024));
  return sound ? undefined : 'button';
}

function isSound({ question_key: question = '', option_list: options = [] }: Selection): boolean {
  if (question === '' || longer(question, 1024) || options.length < 1 || options.length > 10) return false;
  if (new Set(options.map(({ id }) => id)).size < options.length) return false;
  return options.every(({ id = '', text = '' }) => id !== '' && !longer(id, 128) && text.trim() !== '');
}

function shownOf({ text, news, template_card: card }: Sent): Shown {
  const articles = news?.articles ?? [];
  const words = articles.map(({ title, description }) => [title, description].filter(Boolean).join('\n'));
  return {
    text: text?.content ?? cardWords(card) ?? words.join('\n'),
    // WeCom draws an article whose picture it cannot read without one.
    pictures: articles.flatMap(({ picurl }) => (picurl === undefined || picurl.includes(UNREADABLE) ? [] : [picurl])),
    buttons: (card?.button_list ?? []).flatMap((button) => pressesOf(button, card?.button_selection)),
  };
}

function cardWords(card: ButtonCard | undefined): string | undefined {
  const words = [card?.main_title?.title, card?.sub_title_text].filter(Boolean);
  return words.length === 0 ? undefined : words.join('\n');
}

/** A button as often as there is something to select before it is pressed. */
function pressesOf(
  { text = '', key = '' }: { readonly text?: string; readonly key?: string },
  { option_list: options = [] }: Selection = {},
): Shown['buttons'][number][] {
  if (options.length === 0 || !key.startsWith('selected!')) return [{ title: text, code: key }];
  return options.map((option) => ({ title: `${text} · ${option.text}`, code: `${key}${SELECTED}${option.id}` }));
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
