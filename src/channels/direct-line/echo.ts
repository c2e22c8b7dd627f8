import type { ActivityJson } from '../../storage/activity-log.js';
import type { IncomingActivity, UploadedFile } from '../access/incoming-activity.js';
import type { Room } from './room.js';

/** Stands where a photo was: photos are not kept. */
const PLACEHOLDER = '/chat/photo-not-kept.svg';

/**
 * The shopper's own activity as it is kept and given back: the client's content with our envelope, and no
 * picture. What the client claims of its sender is replaced by what its token says.
 */
export function echoOf(
  activity: IncomingActivity,
  { room, files, now }: { room: Room; files: readonly UploadedFile[]; now: number },
): ActivityJson {
  const placeholder = `${room.base}${PLACEHOLDER}`;
  const described = activity.attachments ?? [];
  const attachments = [
    ...files.map(({ name, contentType }) => ({ name, contentType })),
    ...described.filter((attachment) => attachment.contentUrl !== undefined || files.length === 0),
  ].map(({ name, contentType }) => ({
    contentType,
    contentUrl: placeholder,
    ...(contentType.startsWith('image/') ? { thumbnailUrl: placeholder } : {}),
    ...(name === undefined ? {} : { name }),
  }));
  const { attachments: _sent, id: _claimed, ...kept } = activity;
  return {
    ...kept,
    channelId: 'directline',
    from: { ...activity.from, id: room.userId, role: 'user' },
    conversation: { id: room.conversationId },
    timestamp: new Date(now).toISOString(),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}

/** The echo while its turn runs: the client's own thumbnails, and addresses that its conversation alone can read. */
export function liveEchoOf(echo: ActivityJson, activity: IncomingActivity, addresses: readonly string[]): ActivityJson {
  const attachments = Array.isArray(echo.attachments) ? echo.attachments : [];
  return {
    ...echo,
    attachments: attachments.map((attachment, index) => {
      const thumbnail = activity.attachments?.[index]?.thumbnailUrl;
      return {
        ...attachment,
        ...(addresses[index] === undefined ? {} : { contentUrl: addresses[index] }),
        ...(thumbnail?.startsWith('data:image/') ? { thumbnailUrl: thumbnail } : {}),
      };
    }),
  };
}
