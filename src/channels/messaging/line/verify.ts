import { createHmac } from 'node:crypto';
import { YidaFault } from '../../../domain/fault.js';
import { sameSecret } from '../../access/bound-token.js';
import type { WebhookRequest } from '../core/messaging-app.js';

/**
 * Throws `unauthorised` unless LINE signed the request. It dates nothing in the signature.
 * Source: developers.line.biz/en/docs/messaging-api/verify-webhook-signature
 */
export function verifyLine(request: WebhookRequest, secret: string): void {
  const given = request.header('x-line-signature');
  if (given === undefined) throw new YidaFault('unauthorised', 'the request has no X-Line-Signature');
  const signed = createHmac('sha256', secret).update(request.body).digest('base64');
  if (!sameSecret(given, signed))
    throw new YidaFault('unauthorised', "the request's signature is not that of this channel secret");
}
