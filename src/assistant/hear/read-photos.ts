import { FAULTS, YidaFault } from '../../domain/fault.js';
import type { Message } from '../../domain/reply.js';
import type { RememberedPhoto } from '../../domain/session.js';
import type { IncomingPhoto } from '../../domain/turn.js';
import type { PhotoEncoding } from '../../encoding/encoder.js';
import type { Scope } from '../scope.js';
import { rememberPhoto } from './remembered-photo.js';

export interface HeardPhoto {
  readonly encoding: PhotoEncoding;
  readonly remembered: RememberedPhoto;
}

/** What came of the photos of one turn. */
export interface PhotosRead {
  /** The first that shows a garment. */
  readonly photo?: HeardPhoto;
  /** What must be said about them: which one is used, or why none can be. */
  readonly notices: readonly Message[];
  readonly fault?: string;
}

/** Why a photo cannot be used, and the sentence that says so. */
interface PhotoFault {
  readonly code: string;
  readonly notice: Message;
}

const FAILED: PhotoFault = { code: 'photo-failed', notice: { id: 'notice.photo-failed' } };

/** Photos tried at most in one turn: each costs a decode. */
const MOST_TRIED = 3;

/** Reads photos in order until one shows a garment; a photo that cannot be used is explained, not thrown. */
export async function readPhotos(
  photos: readonly IncomingPhoto[],
  turn: number,
  scope: Pick<Scope, 'decodePhoto' | 'encoder'>,
): Promise<PhotosRead> {
  let fault: PhotoFault | undefined;
  for (const [index, incoming] of photos.slice(0, MOST_TRIED).entries()) {
    const read = await readPhoto(incoming, turn, scope);
    if ('remembered' in read) {
      const notices: Message[] =
        photos.length === 1
          ? []
          : [{ id: index === 0 ? 'notice.photo-first' : 'notice.photo-usable', values: { count: photos.length } }];
      return { photo: read, notices };
    }
    fault ??= read;
  }
  return fault === undefined ? { notices: [] } : { notices: [fault.notice], fault: fault.code };
}

async function readPhoto(
  incoming: IncomingPhoto,
  turn: number,
  scope: Pick<Scope, 'decodePhoto' | 'encoder'>,
): Promise<HeardPhoto | PhotoFault> {
  try {
    const [encoding] = await scope.encoder.encodePhotos([await scope.decodePhoto(incoming.bytes)]);
    if (!encoding) return FAILED;
    if (!encoding.tags.garment) return { code: 'photo-not-garment', notice: { id: 'notice.photo-not-garment' } };
    return { encoding, remembered: rememberPhoto(encoding, turn) };
  } catch (error) {
    if (error instanceof YidaFault && error.code.startsWith('photo-')) {
      return { code: error.code, notice: { id: FAULTS[error.code].message, values: error.values } };
    }
    // Anything else is ours, not the photo's: say so and ask to try again; the words still count.
    return FAILED;
  }
}
