import { createHmac } from 'node:crypto';
import { YidaFault } from '../../../domain/fault.js';
import { sameSecret } from '../../access/bound-token.js';
import type { WebhookRequest } from '../core/messaging-app.js';

/** Milliseconds that a request may be old, or ahead of our clock: DingTalk's own number. */
const TOLERANCE_MS = 3_600_000;

/**
 * Throws `unauthorised` unless DingTalk signed the request within the hour. It signs the time alone and not the body:
 * that a body is whole rests on TLS, and a message that is sent twice on its id.
 * Source: open.dingtalk.com/document/orgapp/receive-message
 */
export function verifyDingtalk(request: WebhookRequest, appSecret: string, now: number): void {
  const timestamp = request.header('timestamp');
  const given = request.header('sign');
  if (timestamp === undefined || given === undefined)
    throw new YidaFault('unauthorised', 'the request has no timestamp or no sign');
  const signed = createHmac('sha256', appSecret).update(`${timestamp}\n${appSecret}`).digest('base64');
  if (!sameSecret(given, signed))
    throw new YidaFault('unauthorised', "the request's sign is not that of this AppSecret");
  if (!(Math.abs(now - Number(timestamp)) <= TOLERANCE_MS))
    throw new YidaFault('unauthorised', 'the request is not of this hour');
}
