import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { IncomingMessage, Received } from '../core/messaging-app.js';
import { mediaIn } from '../core/wechat/media.js';
import type { XmlFields } from '../core/wechat/read-xml.js';
import { pressedButton } from './button-card.js';

const envelopeSchema = z.object({
  FromUserName: z.string().min(1),
  CreateTime: z.string(),
  MsgType: z.string(),
  MsgId: z.string().optional(),
});

type Content = Pick<IncomingMessage, 'text' | 'button' | 'photos' | 'voices' | 'unsupported' | 'joined'>;

/** Kinds of messages that are neither words nor a photo. */
const UNSUPPORTED: Readonly<Record<string, UnsupportedContent>> = {
  video: 'video',
  location: 'location',
  file: 'file',
};

/**
 * A message or an event of a member as messages; what is not meant for the assistant is none. Throws `bad-request`.
 * Source: developer.work.weixin.qq.com/document/path/90239 (messages), path/90240 (events)
 */
export function parseWecom(fields: XmlFields): Received {
  const parsed = envelopeSchema.safeParse(fields);
  if (!parsed.success) throw new YidaFault('bad-request', 'no WeCom message');
  const { FromUserName: user, CreateTime: at, MsgType: type, MsgId } = parsed.data;
  const content = type === 'event' ? eventContent(fields) : messageContent(type, fields);
  if (content === undefined) return { messages: [] };
  // Events have no id: the member, the second and what was done stand for one.
  const id = MsgId ?? [user, at, fields.Event, fields.TaskId, fields.EventKey, selected(fields)].join(':');
  return { messages: [{ id, conversation: user, user, to: { user, message: id }, ...content }] };
}

function messageContent(type: string, fields: XmlFields): Content | undefined {
  switch (type) {
    case 'text':
      return said(fields.Content);
    case 'image':
      return { photos: [mediaIn(fields)] };
    case 'voice':
      return { unsupported: ['voice'], voices: [mediaIn(fields)] };
    case 'link':
      // A page of a shop that somebody forwards: its title says which garment they mean.
      return said(fields.Title) ?? { unsupported: ['file'] };
    default: {
      const unsupported = UNSUPPORTED[type];
      return unsupported === undefined ? undefined : { unsupported: [unsupported] };
    }
  }
}

function eventContent(fields: XmlFields): Content | undefined {
  const { Event: event, EventKey: key } = fields;
  switch (event) {
    case 'subscribe':
      return { joined: true };
    case 'template_card_event':
      return key === undefined ? undefined : { button: pressedButton(key, selected(fields)) };
    case 'click':
      // The merchant writes into a menu's key what a shopper would say.
      return said(key);
    default:
      return undefined;
  }
}

/** What stood in the card's selection when its button was pressed. */
function selected(fields: XmlFields): string | undefined {
  return fields['SelectedItems.SelectedItem.OptionIds.OptionId'];
}

function said(text = ''): Content | undefined {
  return text.trim() === '' ? undefined : { text: text.trim() };
}
