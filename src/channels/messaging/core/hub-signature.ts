import { createHmac } from 'node:crypto';
import { YidaFault } from '../../../domain/fault.js';
import { sameSecret } from '../../access/bound-token.js';
import type { Received, WebhookRequest } from './messaging-app.js';

export interface HubSecrets {
  readonly appSecret: string;
  /** What Meta is to say when it asks whether the address is ours. */
  readonly verifyToken: string;
}

/**
 * Throws `unauthorised` unless Meta signed a POST, or knows the verify token in a GET. It dates nothing.
 * Source: developers.facebook.com/docs/graph-api/webhooks/getting-started
 */
export function verifyHub(request: WebhookRequest, { appSecret, verifyToken }: HubSecrets): void {
  if (request.method === 'GET') {
    const token = request.query['hub.verify_token'];
    if (request.query['hub.mode'] !== 'subscribe' || token === undefined || !sameSecret(token, verifyToken))
      throw new YidaFault('unauthorised', 'the question carries no verify token, or another');
    return;
  }
  const given = request.header('x-hub-signature-256');
  if (given === undefined) throw new YidaFault('unauthorised', 'the request has no X-Hub-Signature-256');
  const signed = createHmac('sha256', appSecret).update(request.body).digest('hex');
  if (!sameSecret(given, `sha256=${signed}`))
    throw new YidaFault('unauthorised', "the request's signature is not that of this app secret");
}

/** The answer to Meta's question, which is to be verified before; undefined where the request is none. */
export function hubChallenge({ method, query }: WebhookRequest): Received | undefined {
  if (method !== 'GET') return undefined;
  return { acknowledgement: { type: 'text/plain', body: query['hub.challenge'] ?? '' }, messages: [] };
}
