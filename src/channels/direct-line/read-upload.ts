import busboy from 'busboy';
import type { Request } from 'express';
import { YidaFault } from '../../domain/fault.js';
import type { UploadedFile } from '../access/incoming-activity.js';
import { PHOTO_BYTES, PHOTOS_A_MESSAGE } from '../access/photo-limit.js';

const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';
const ACTIVITY_BYTES = 1024 * 1024;

/** What a multipart upload holds: the activity as text (absent where there was none), and its files. */
export interface Upload {
  readonly activity: string | undefined;
  readonly files: readonly UploadedFile[];
}

/**
 * Reads a Direct Line upload into memory, within limits: a file that is too long is cut one byte past the
 * limit, so that the shopper is told about it rather than refused. Throws bad-request for a broken body,
 * unsupported-media for one that is not multipart.
 */
export function readUpload(request: Request): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const files: UploadedFile[] = [];
    let activity: string | undefined;
    const parser = openParser(request);
    const broken = (cause: unknown) =>
      reject(new YidaFault('bad-request', 'broken multipart body', { values: { why: 'multipart' }, cause }));
    parser.on('field', (name, value, { mimeType }) => {
      if (name === 'activity' || mimeType === ACTIVITY_TYPE) activity = value;
    });
    parser.on('file', (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      const isActivity = name === 'activity' || mimeType === ACTIVITY_TYPE;
      let length = 0;
      stream.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (!isActivity || length <= ACTIVITY_BYTES) chunks.push(chunk);
      });
      stream.on('error', broken);
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (isActivity) activity = bytes.toString('utf8');
        else files.push({ name: filename ?? 'photo', contentType: mimeType, bytes });
      });
    });
    parser.on('error', broken);
    parser.on('close', () => resolve({ activity, files }));
    request.on('aborted', () => broken(new Error('the client went away')));
    request.pipe(parser);
  });
}

function openParser(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        fileSize: PHOTO_BYTES + 1,
        files: PHOTOS_A_MESSAGE + 1,
        fields: 10,
        fieldSize: ACTIVITY_BYTES,
        parts: 20,
      },
    });
  } catch (cause) {
    throw new YidaFault('unsupported-media', 'an upload must be multipart/form-data', { cause });
  }
}
