import { z } from 'zod';
import type { IncomingActivity } from '../access/incoming-activity.js';

const teamsFile = z.looseObject({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  content: z.looseObject({ downloadUrl: z.string(), fileType: z.string().max(20).default('') }),
});

const PICTURES = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['heic', 'image/heic'],
  ['gif', 'image/gif'],
]);

/**
 * An activity whose files of Teams are attachments like those of others: what is attached in a personal chat comes as a
 * page that only people can open, and an address of its bytes that is good for a few minutes.
 * Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4, "Receive files in personal chat"
 */
export function withTeamsFiles(activity: IncomingActivity): IncomingActivity {
  const attachments = activity.attachments?.map((attachment) => {
    const file = teamsFile.safeParse(attachment);
    if (!file.success) return attachment;
    const { downloadUrl, fileType } = file.data.content;
    const contentType = PICTURES.get(fileType.toLowerCase());
    return contentType === undefined ? attachment : { ...attachment, contentType, contentUrl: downloadUrl };
  });
  return attachments === undefined ? activity : { ...activity, attachments };
}
