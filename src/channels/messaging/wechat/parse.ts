import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { IncomingMessage, Received } from '../core/messaging-app.js';
import { mediaIn } from '../core/wechat/media.js';
import type { XmlFields } from '../core/wechat/read-xml.js';

const envelopeSchema = z.object({
  ToUserName: z.string(),
  FromUserName: z.string().min(1),
  CreateTime: z.string(),
  MsgType: z.string(),
  MsgId: z.string().optional(),
});

type Content = Pick<IncomingMessage, 'text' | 'button' | 'photos' | 'voices' | 'unsupported' | 'joined'>;

/** Messages that an account may send after the shopper's; one more is refused (errcode 45047). */
const CALLS_AFTER_MESSAGE = 5;
/** After somebody followed or pressed the account's menu. */
const CALLS_AFTER_EVENT = 3;

/** What WeChat writes in place of stickers and all else that it does not hand on. */
const NOT_HANDED_ON = '【收到不支持的消息类型，暂无法显示】';

/** Kinds of messages that are neither words nor a photo. */
const UNSUPPORTED: Readonly<Record<string, UnsupportedContent>> = {
  video: 'video',
  shortvideo: 'video',
  location: 'location',
  file: 'file',
};

/**
 * A message or an event as messages; what is not meant for the assistant is none. Throws `bad-request`.
 * Source: developers.weixin.qq.com, 接收普通消息 and 接收事件推送
 */
export function parseWechat(fields: XmlFields): Received {
  const parsed = envelopeSchema.safeParse(fields);
  if (!parsed.success) throw new YidaFault('bad-request', 'no WeChat message');
  const { FromUserName: user, ToUserName: account, CreateTime: at, MsgType: type, MsgId } = parsed.data;
  const content = type === 'event' ? eventContent(fields) : messageContent(type, fields);
  // WeChat asks for "success" (or nothing) where the answer comes later; anything else is shown as an outage.
  const acknowledgement = { body: 'success' };
  if (content === undefined) return { acknowledgement, messages: [] };
  // Events have no id: the person, the second and the event stand for one.
  const id = MsgId ?? [user, at, fields.Event, fields.EventKey].join(':');
  const to = { user, account, message: id, calls: type === 'event' ? CALLS_AFTER_EVENT : CALLS_AFTER_MESSAGE };
  const envelope = { id, conversation: user, user, to };
  return { acknowledgement, messages: [{ ...envelope, ...content }] };
}

function messageContent(type: string, fields: XmlFields): Content | undefined {
  const { Content: text = '', bizmsgmenuid: code, Recognition: heard = '', Title: title = '' } = fields;
  switch (type) {
    case 'text':
      if (code !== undefined) return { button: code };
      return text === NOT_HANDED_ON ? { unsupported: ['sticker'] } : said(text);
    case 'image':
      return { photos: [mediaIn(fields)] };
    case 'voice':
      // Where the account has speech recognition on, WeChat sends the words along.
      return said(heard) ?? { unsupported: ['voice'], voices: [mediaIn(fields)] };
    case 'link':
      // A page of a shop that somebody forwards: its title says which garment they mean.
      return said(title) ?? { unsupported: ['file'] };
    default: {
      const unsupported = UNSUPPORTED[type];
      return unsupported === undefined ? undefined : { unsupported: [unsupported] };
    }
  }
}

function eventContent({ Event: event = '', EventKey: key = '' }: XmlFields): Content | undefined {
  if (event === 'subscribe') return { joined: true };
  // The merchant writes into a menu's key what a shopper would say.
  return event === 'CLICK' ? said(key) : undefined;
}

function said(text: string): Content | undefined {
  return text.trim() === '' ? undefined : { text: text.trim() };
}
