import busboy from 'busboy';
import express, { type Request, type Response } from 'express';
import type { z } from 'zod';
import { decodeImage } from '../channels/access/data-url.js';
import { PHOTO_BYTES } from '../channels/access/photo-limit.js';
import { YidaFault } from '../domain/fault.js';

/** A request's fields whatever it was wrapped in, and the bytes of its photos. */
export interface Received {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly photos: readonly Uint8Array[];
}

/** A photo in base64 is a third longer than its bytes; one well over the limit is still read, to be answered. */
const parseJsonBody = express.json({ limit: '32mb' });
const PHOTO_FIELDS = new Set(['image', 'photo', 'file']);

/**
 * Reads JSON (photo as data URL or base64 in `image`), multipart/form-data (photo as a file), or a bare
 * picture. Throws unsupported-media for anything else, bad-request where it is broken.
 */
export async function readRequest(request: Request, response: Response): Promise<Received> {
  if (request.is('multipart/form-data')) return readMultipart(request);
  if (request.is('image/*') || request.is('application/octet-stream')) {
    return { fields: {}, photos: [await readBytes(request)] };
  }
  if (!request.is('json') && !request.is('+json')) {
    throw new YidaFault('unsupported-media', 'expected JSON, multipart/form-data or a picture');
  }
  await new Promise<void>((resolve, reject) => {
    parseJsonBody(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new YidaFault('bad-request', 'the body is not an object', { values: { why: 'JSON' } });
  }
  const { image, ...fields } = body as Record<string, unknown>;
  if (image === undefined || image === null) return { fields, photos: [] };
  if (typeof image !== 'string') throw new YidaFault('bad-request', 'image is not text', { values: { why: 'image' } });
  return { fields, photos: [decodeImage(image)] };
}

/** The fields, checked. Throws bad-request that says what is wrong with each. */
export function check<T>(schema: z.ZodType<T>, fields: unknown): T {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ');
  throw new YidaFault('bad-request', why, { values: { why } });
}

function readMultipart(request: Request): Promise<Received> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, unknown> = {};
    const photos: Uint8Array[] = [];
    const broken = (cause: unknown) =>
      reject(new YidaFault('bad-request', 'broken multipart body', { values: { why: 'multipart' }, cause }));
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        limits: { fileSize: PHOTO_BYTES + 1, files: 5, fields: 30, fieldSize: 32 * 1024 * 1024, parts: 40 },
      });
    } catch (cause) {
      broken(cause);
      return;
    }
    parser.on('field', (name, value) => {
      if (!PHOTO_FIELDS.has(name)) fields[name] = fieldValue(value);
      else if (value !== '') photos.push(decodeImage(value));
    });
    parser.on('file', (_name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', broken);
      stream.on('end', () => photos.push(Buffer.concat(chunks)));
    });
    parser.on('error', broken);
    parser.on('close', () => resolve({ fields, photos }));
    request.on('aborted', () => broken(new Error('the client went away')));
    request.pipe(parser);
  });
}

/** A form has only texts: what looks like JSON (an object, a list) is read as such. */
function fieldValue(value: string): unknown {
  if (!/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (length <= PHOTO_BYTES) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks).subarray(0, PHOTO_BYTES + 1);
}
