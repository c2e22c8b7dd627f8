import type { Request } from 'express';
import { z } from 'zod';
import { actionSchema } from '../../../domain/action.js';
import { YidaFault } from '../../../domain/fault.js';
import { localeSchema } from '../../../domain/locale.js';
import { faultyFields } from '../../access/faulty-fields.js';

const askedSchema = z
  .object({
    /** One talk; absent, a new one begins. */
    sessionId: z.string().min(1).max(200).optional(),
    userId: z.string().min(1).max(200).optional(),
    /** The caller's id of this request; the same again is answered as before. */
    requestId: z.string().min(1).max(200).optional(),
    /** The language of the voice; absent, the language that was heard. */
    locale: localeSchema.optional(),
    /** What was recognised. */
    text: z.string().max(4_000).optional(),
    command: z.enum(['launch', 'next', 'repeat', 'stop', 'help', 'unheard']).optional(),
    action: actionSchema.optional(),
    /** Whether the answer is wanted as sound too. */
    speak: z.union([z.boolean(), z.stringbool()]).optional(),
  })
  .strict();

/** A request in JSON, or a recording with the rest in a form or in the query. */
export interface PlainSpeechRequest {
  readonly asked: z.infer<typeof askedSchema>;
  readonly recording?: Uint8Array;
}

/** True for a body that is not JSON: sound, a form with sound, or a recorder that calls its sound video or nothing. */
export function holdsRecording(contentType = ''): boolean {
  return /^(?:audio\/|video\/|multipart\/form-data|application\/(?:ogg|octet-stream))/i.test(contentType);
}

/** Reads what express parsed. Throws bad-request; unsupported-media for a body of another kind. */
export async function readPlainSpeech(request: Request): Promise<PlainSpeechRequest> {
  const contentType = request.get('content-type') ?? '';
  if (!Buffer.isBuffer(request.body)) {
    if (request.body === undefined && contentType !== '') throw new YidaFault('unsupported-media', contentType);
    return { asked: read(request.body ?? {}) };
  }
  if (!/^multipart\//i.test(contentType)) return { asked: read(request.query), recording: request.body };
  const form = await readForm(request.body, contentType);
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const [file] = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value]));
  return {
    asked: read({ ...request.query, ...Object.fromEntries(fields) }),
    ...(file === undefined ? {} : { recording: new Uint8Array(await file.arrayBuffer()) }),
  };
}

async function readForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
  } catch (cause) {
    throw new YidaFault('bad-request', 'a broken form', { values: { why: 'multipart' }, cause });
  }
}

function read(given: unknown): z.infer<typeof askedSchema> {
  const parsed = askedSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const why = faultyFields(parsed.error);
  throw new YidaFault('bad-request', why, { values: { why } });
}
