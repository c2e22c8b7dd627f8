import { YidaFault } from '../../../domain/fault.js';
import { sameSecret } from '../../access/bound-token.js';
import type { WebhookRequest } from '../core/messaging-app.js';

/**
 * Throws `unauthorised` unless the request carries the secret that setWebhook was given. Telegram signs nothing and
 * dates nothing; an update sent twice has the same update_id and is answered once.
 * Source: core.telegram.org/bots/api#setwebhook
 */
export function verifyTelegram(request: WebhookRequest, secret: string): void {
  const given = request.header('x-telegram-bot-api-secret-token');
  if (given === undefined || !sameSecret(given, secret))
    throw new YidaFault('unauthorised', 'the webhook carries no secret token, or another');
}
