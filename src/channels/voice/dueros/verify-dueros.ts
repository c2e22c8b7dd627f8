import { verify } from 'node:crypto';
import { YidaFault } from '../../../domain/fault.js';
import type { SigningKeys, SigningRules } from '../signing-keys.js';
import { type DuerosRequest, duerosRequestSchema } from './dueros-request.js';

/**
 * Baidu's rule on where the certificate of its requests is, and whom it names. The file has that one certificate.
 * Source: dueros.baidu.com/didp/doc/dueros-bot-platform/dbp-deploy/authentication_markdown
 */
export const DUEROS_SIGNING: SigningRules = {
  isItsAddress: (url) =>
    url.protocol === 'https:' &&
    url.hostname === 'duer.bdstatic.com' &&
    url.port === '' &&
    url.pathname.startsWith('/saiya/flow/'),
  host: 'dueros-api.baidu.com',
  withoutChain: true,
};

/** A request older or newer than this is not answered, in milliseconds. */
const TOLERANCE = 180_000;

export interface DuerosHeaders {
  readonly certificate: string | undefined;
  /** RSA-SHA1 over the raw body, base64. */
  readonly signature: string | undefined;
}

export interface DuerosVerification {
  readonly botId: string;
  readonly keys: SigningKeys;
  readonly now: () => number;
}

/** The request of these bytes where it is Baidu's, for this skill, and of now; else rejects with bad-request. */
export async function verifiedDuerosRequest(
  body: Buffer,
  headers: DuerosHeaders,
  { botId, keys, now }: DuerosVerification,
): Promise<DuerosRequest> {
  if (headers.certificate === undefined || headers.signature === undefined) throw refused('not signed');
  const asked = readRequest(body);
  if (asked.context.System.application.applicationId !== botId) throw refused('a request for another skill');
  if (!(Math.abs(now() - sentAt(asked)) < TOLERANCE)) throw refused('not a request of now');
  const key = await keys(headers.certificate);
  const signature = Buffer.from(headers.signature, 'base64');
  if (key.asymmetricKeyType !== 'rsa' || !verify('RSA-SHA1', body, key, signature)) {
    throw refused('the signature does not fit');
  }
  return asked;
}

/** Epoch milliseconds of a time that is stated in seconds, or as a date. */
function sentAt({ request: { timestamp } }: DuerosRequest): number {
  const seconds = Number(timestamp);
  return Number.isFinite(seconds) ? seconds * 1000 : new Date(timestamp).getTime();
}

function readRequest(body: Buffer): DuerosRequest {
  try {
    return duerosRequestSchema.parse(JSON.parse(body.toString('utf8')));
  } catch (cause) {
    throw new YidaFault('bad-request', 'not a DuerOS request', { cause });
  }
}

function refused(why: string): YidaFault {
  return new YidaFault('bad-request', why);
}
