import { createHash } from 'node:crypto';
import { YidaFault } from '../../../../domain/fault.js';
import { sameSecret } from '../../../access/bound-token.js';
import type { WebhookRequest } from '../messaging-app.js';

/** Milliseconds that a request may be old, or ahead of our clock. */
const TOLERANCE_MS = 300_000;

/** SHA-1 of the parts in the order of their bytes: how WeChat and WeCom sign a request. */
export function wechatSignature(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/**
 * Throws `unauthorised` unless the query's `name` is the signature of token, timestamp, nonce and what was `sealed`,
 * and the timestamp is of these minutes.
 */
export function requireSigned(
  { query }: WebhookRequest,
  name: 'signature' | 'msg_signature',
  { token, sealed, now }: { token: string; sealed?: string; now: number },
): void {
  const { timestamp, nonce } = query;
  const given = query[name];
  if (given === undefined || timestamp === undefined || nonce === undefined)
    throw new YidaFault('unauthorised', `the request has no ${name}, timestamp or nonce`);
  const expected = wechatSignature([token, timestamp, nonce, ...(sealed === undefined ? [] : [sealed])]);
  if (!sameSecret(given.toLowerCase(), expected))
    throw new YidaFault('unauthorised', `the request's ${name} is not that of this token`);
  if (!(Math.abs(now - Number(timestamp) * 1000) <= TOLERANCE_MS))
    throw new YidaFault('unauthorised', 'the request is not of these minutes');
}
