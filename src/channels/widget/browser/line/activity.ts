import type { Action } from '../../../../domain/action.js';
import type { ReplyView } from '../../../rendering/reply-view.js';

/** What we read of a Direct Line activity. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly from?: { readonly role?: string };
  readonly replyToId?: string;
  readonly value?: { readonly yida?: Action };
  readonly attachments?: readonly { readonly contentType: string }[];
  readonly channelData?: { readonly yida?: ReplyView; readonly clientActivityID?: string };
}

/** What a shopper sends: words, a pressed button with its label, a photo. */
export interface Outgoing {
  readonly text?: string;
  readonly action?: Action;
  readonly photo?: Blob;
}

export interface ActivitySet {
  readonly activities?: readonly Activity[];
  readonly watermark?: string;
}
