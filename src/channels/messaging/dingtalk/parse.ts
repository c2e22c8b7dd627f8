import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { IncomingMessage, JsonObject, Received } from '../core/messaging-app.js';
import { readJson } from '../core/read-json.js';

const fileFields = { downloadCode: z.string().optional(), pictureDownloadCode: z.string().optional() };
const contentSchema = z.looseObject({
  ...fileFields,
  fileName: z.string().optional(),
  recognition: z.string().optional(),
  richText: z.array(z.looseObject({ ...fileFields, text: z.string().optional() })).default([]),
});
type FileContent = { readonly downloadCode?: string | undefined; readonly pictureDownloadCode?: string | undefined };

const messageSchema = z.looseObject({
  msgId: z.string().min(1),
  msgtype: z.string(),
  conversationId: z.string(),
  conversationType: z.string(),
  senderId: z.string(),
  senderStaffId: z.string().optional(),
  isInAtList: z.boolean().optional(),
  robotCode: z.string().optional(),
  text: z.looseObject({ content: z.string() }).optional(),
  content: contentSchema.optional(),
});
type DingtalkMessage = z.infer<typeof messageSchema>;
type Content = Pick<IncomingMessage, 'text' | 'button' | 'photos' | 'voices' | 'unsupported'>;

const GROUP = '2';
/** What a pressed button writes at the end of its words; render.ts puts it there. */
const CODE = /〔([^〔〕]+)〕$/;
const PICTURE_FILE = /\.(jpe?g|png|webp|gif|bmp|heic)$/i;

const UNSUPPORTED: Readonly<Record<string, UnsupportedContent>> = { video: 'video', file: 'file' };

/**
 * A message for the robot; what is not meant for it is none. Throws `bad-request`, and `unauthorised` where it is for
 * another robot. Source: open.dingtalk.com/document/orgapp/receive-message
 */
export function parseDingtalk(body: Buffer, robotCode: string): Received {
  // DingTalk shows what it is answered; this is its word for silence.
  const acknowledgement = { type: 'application/json', body: JSON.stringify({ msgtype: 'empty' }) };
  const json = readJson(body);
  if (!z.looseObject({ msgtype: z.string() }).safeParse(json).success)
    throw new YidaFault('bad-request', 'no DingTalk message');
  const parsed = messageSchema.safeParse(json);
  if (!parsed.success) return { acknowledgement, messages: [] };
  const message = parsed.data;
  // The signature says nothing of the body: at least it has to be for this robot.
  if (message.robotCode !== undefined && message.robotCode !== robotCode && message.robotCode !== 'normal')
    throw new YidaFault('unauthorised', 'the message is for another robot');
  const inGroup = message.conversationType === GROUP;
  const content = inGroup && message.isInAtList !== true ? undefined : contentOf(message);
  return { acknowledgement, messages: content === undefined ? [] : [{ ...envelope(message, inGroup), ...content }] };
}

/** Everybody in a group looks for something of their own. */
function envelope(
  { msgId: id, conversationId: conversation, senderId, senderStaffId: staff }: DingtalkMessage,
  inGroup: boolean,
): Pick<IncomingMessage, 'id' | 'conversation' | 'user' | 'to'> {
  const user = staff ?? senderId;
  return {
    id,
    conversation: inGroup ? `${conversation}:${user}` : conversation,
    user,
    to: inGroup ? { group: conversation } : staff === undefined ? {} : { staff },
  };
}

function contentOf({ msgtype: type, text, content }: DingtalkMessage): Content | undefined {
  switch (type) {
    case 'text':
      return said(text?.content ?? '');
    case 'picture':
      return photos([content ?? {}]);
    case 'richText': {
      const parts = content?.richText ?? [];
      const words = said(parts.map((part) => part.text ?? '').join(''));
      return { ...words, ...photos(parts) };
    }
    case 'file':
      return PICTURE_FILE.test(content?.fileName ?? '') ? photos([content ?? {}]) : { unsupported: ['file'] };
    case 'audio':
      // DingTalk writes down what it hears.
      return said(content?.recognition ?? '') ?? { unsupported: ['voice'], ...voices(content) };
    default: {
      const unsupported = UNSUPPORTED[type];
      return unsupported === undefined ? undefined : { unsupported: [unsupported] };
    }
  }
}

function said(text: string): Content | undefined {
  const words = text.trim();
  const code = CODE.exec(words)?.[1];
  if (code !== undefined) return { button: code };
  return words === '' ? undefined : { text: words };
}

function voices(content: FileContent | undefined): Content {
  const code = content?.downloadCode;
  return code === undefined ? {} : { voices: [{ code }] };
}

function photos(files: readonly FileContent[]): Content {
  const found = files.flatMap(({ downloadCode, pictureDownloadCode }): JsonObject[] => {
    const code = downloadCode ?? pictureDownloadCode;
    return code === undefined ? [] : [{ code }];
  });
  return found.length === 0 ? {} : { photos: found };
}
