import { z } from 'zod';
import { type Action, actionSchema } from '../../domain/action.js';
import { nearestLocale } from '../../domain/locale.js';
import type { IncomingPhoto, ShopperTurn, UnsupportedContent } from '../../domain/turn.js';
import { hearRecordings } from '../voice/speech/hear-recordings.js';
import type { SpeechRecogniser } from '../voice/speech/speech-engines.js';
import { parseDataUrl } from './data-url.js';
import { cutPhoto, PHOTOS_A_MESSAGE } from './photo-limit.js';

const attachmentSchema = z.looseObject({
  contentType: z.string().max(200).default('application/octet-stream'),
  contentUrl: z.string().optional(),
  name: z.string().max(500).optional(),
  thumbnailUrl: z.string().optional(),
});
export type IncomingAttachment = z.infer<typeof attachmentSchema>;

/** What a client of the Bot Framework may send; what we do not know is kept for the echo and not read. */
export const incomingActivitySchema = z.looseObject({
  type: z.string().min(1).max(60),
  id: z.string().max(200).optional(),
  name: z.string().max(200).optional(),
  text: z.string().nullish(),
  locale: z.string().max(60).nullish(),
  from: z.looseObject({ id: z.string().max(200).optional(), name: z.string().max(200).nullish() }).nullish(),
  attachments: z.array(attachmentSchema).max(20).nullish(),
  value: z.unknown().optional(),
  channelData: z.unknown().optional(),
});
export type IncomingActivity = z.infer<typeof incomingActivitySchema>;

/** A file that came beside the activity in a multipart upload. */
export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Longer texts are cut: the answer to 20,000 characters is that this is too long. */
const LONGEST_TEXT = 20_000;

/** The client's own id of an activity; the same activity sent again has the same. */
export function clientIdOf(activity: IncomingActivity): string | undefined {
  const data = z.looseObject({ clientActivityID: z.string().min(1).max(200) }).safeParse(activity.channelData);
  return data.success ? data.data.clientActivityID : activity.id;
}

/** The action of a pressed button, or undefined where the value is not one of ours (a stale client's). */
export function actionOf(value: unknown): Action | undefined {
  const parsed = z.looseObject({ yida: actionSchema }).safeParse(value);
  return parsed.success ? parsed.data.yida : undefined;
}

/**
 * The shopper's turn in an activity. Photos and recordings by address are fetched with `fetchFile`; none is ever
 * dropped. Recordings are words where there is a recogniser, and named as unsupported where there is none.
 */
export async function shopperTurn(
  activity: IncomingActivity,
  files: readonly UploadedFile[],
  fetchFile: (address: string) => Promise<Uint8Array>,
  recogniser?: SpeechRecogniser,
): Promise<ShopperTurn> {
  const sent = [
    ...files.map(({ contentType, name, bytes }) => ({ contentType, name, read: async () => bytes })),
    ...(activity.attachments ?? []).flatMap((attachment) => sentAs(attachment, fetchFile) ?? []),
  ];
  const voices = recogniser === undefined ? [] : sent.filter(({ contentType }) => isSound(contentType));
  const [received, heard] = await Promise.all([
    Promise.all(sent.filter((one) => !voices.includes(one)).map(receive)),
    recogniser && voices.length > 0
      ? hearRecordings(
          voices.map(({ read }) => read),
          recogniser,
        )
      : undefined,
  ]);
  const photos = received.flatMap((part) => part.photo ?? []).slice(0, PHOTOS_A_MESSAGE);
  const unsupported = [...received.flatMap((part) => part.unsupported ?? []), ...(heard?.unsupported ?? [])];
  const action = actionOf(activity.value);
  // The words that come with a pressed button are its label.
  const written = action === undefined ? (activity.text ?? '') : '';
  const text = [...(written === '' ? [] : [written]), ...(heard?.words ?? [])].join('\n').slice(0, LONGEST_TEXT);
  const locale = nearestLocale(activity.locale ?? undefined);
  return {
    photos,
    ...(text === '' ? {} : { text }),
    ...(action === undefined ? {} : { action }),
    ...(locale === undefined ? {} : { locale }),
    ...(unsupported.length === 0 ? {} : { unsupported }),
  };
}

interface SentFile {
  readonly contentType: string;
  readonly name: string | undefined;
  readonly read: () => Promise<Uint8Array>;
}

interface Received {
  readonly photo?: IncomingPhoto;
  readonly unsupported?: UnsupportedContent;
}

/** An attachment's file, undefined where it has none: a card. */
function sentAs(
  { contentType, contentUrl, name }: IncomingAttachment,
  fetchFile: (address: string) => Promise<Uint8Array>,
): SentFile | undefined {
  if (contentUrl === undefined) return undefined;
  const inline = parseDataUrl(contentUrl);
  if (inline === undefined) return { contentType, name, read: () => fetchFile(contentUrl) };
  return { contentType: inline.contentType ?? contentType, name, read: async () => inline.bytes };
}

async function receive({ contentType, name, read }: SentFile): Promise<Received> {
  const unsupported = unsupportedKind(contentType);
  if (unsupported !== undefined) return { unsupported };
  try {
    const bytes = cutPhoto(await read());
    return { photo: name === undefined ? { bytes } : { bytes, name } };
  } catch {
    return { unsupported: 'unreachable-photo' };
  }
}

function isSound(contentType: string): boolean {
  return contentType.toLowerCase().startsWith('audio/');
}

/** What is certainly no photo; a type nobody knows may be one, and the decoder looks at its first bytes. */
function unsupportedKind(contentType: string): UnsupportedContent | undefined {
  const kind = contentType.toLowerCase();
  if (isSound(kind)) return 'voice';
  if (kind.startsWith('video/')) return 'video';
  if (kind.startsWith('image/') || kind === 'application/octet-stream' || kind === '') return undefined;
  return 'file';
}
