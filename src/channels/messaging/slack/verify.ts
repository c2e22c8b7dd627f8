import { createHmac } from 'node:crypto';
import { YidaFault } from '../../../domain/fault.js';
import { sameSecret } from '../../access/bound-token.js';
import type { WebhookRequest } from '../core/messaging-app.js';

/** Milliseconds that a request may be old, or ahead of our clock. */
const TOLERANCE_MS = 300_000;

/**
 * Throws `unauthorised` unless Slack signed the request in these minutes.
 * Source: docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function verifySlack(request: WebhookRequest, secret: string, now: number): void {
  const given = request.header('x-slack-signature');
  const timestamp = request.header('x-slack-request-timestamp');
  if (given === undefined || timestamp === undefined)
    throw new YidaFault('unauthorised', 'the request has no X-Slack-Signature or no X-Slack-Request-Timestamp');
  const signed = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(request.body).digest('hex');
  if (!sameSecret(given, `v0=${signed}`))
    throw new YidaFault('unauthorised', "the request's signature is not that of this signing secret");
  if (!(Math.abs(now - Number(timestamp) * 1000) <= TOLERANCE_MS))
    throw new YidaFault('unauthorised', 'the request is not of these minutes');
}
