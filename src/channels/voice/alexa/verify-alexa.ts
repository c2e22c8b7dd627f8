import { verify } from 'node:crypto';
import { YidaFault } from '../../../domain/fault.js';
import type { SigningKeys, SigningRules } from '../signing-keys.js';
import { type AlexaRequest, alexaRequestSchema } from './alexa-request.js';

/** Amazon's rule on where the certificates of its requests are, and whom they name. */
export const ALEXA_SIGNING: SigningRules = {
  isItsAddress: (url) =>
    url.protocol === 'https:' &&
    url.hostname === 's3.amazonaws.com' &&
    url.port === '' &&
    url.pathname.startsWith('/echo.api/'),
  host: 'echo-api.amazon.com',
};

/** A request older or newer than this is not answered, in milliseconds. */
const TOLERANCE = 150_000;

export interface AlexaHeaders {
  readonly certificates: string | undefined;
  /** `Signature-256`: RSA-SHA256 over the raw body, base64. */
  readonly signature: string | undefined;
}

export interface AlexaVerification {
  readonly skillId: string;
  readonly keys: SigningKeys;
  readonly now: () => number;
}

/**
 * The request of these bytes where it is Amazon's, for this skill, and of now; else rejects with bad-request, as
 * Amazon asks. What costs nothing is looked at before anything is fetched.
 */
export async function verifiedAlexaRequest(
  body: Buffer,
  headers: AlexaHeaders,
  { skillId, keys, now }: AlexaVerification,
): Promise<AlexaRequest> {
  if (headers.certificates === undefined || headers.signature === undefined) throw refused('not signed');
  const asked = readRequest(body);
  const { session, context, request } = asked;
  const named = [context.System.application.applicationId, session?.application.applicationId ?? skillId];
  if (named.some((id) => id !== skillId)) throw refused('a request for another skill');
  const sentAt = new Date(request.timestamp).getTime();
  if (!(Math.abs(now() - sentAt) <= TOLERANCE)) throw refused('not a request of now');
  const key = await keys(headers.certificates);
  const signature = Buffer.from(headers.signature, 'base64');
  if (key.asymmetricKeyType !== 'rsa' || !verify('RSA-SHA256', body, key, signature)) {
    throw refused('the signature does not fit');
  }
  return asked;
}

function readRequest(body: Buffer): AlexaRequest {
  try {
    return alexaRequestSchema.parse(JSON.parse(body.toString('utf8')));
  } catch (cause) {
    throw new YidaFault('bad-request', 'not an Alexa request', { cause });
  }
}

function refused(why: string): YidaFault {
  return new YidaFault('bad-request', why);
}
