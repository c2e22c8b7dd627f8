import { type HubSecrets, verifyHub } from '../core/hub-signature.js';
import type { WebhookRequest } from '../core/messaging-app.js';

/** Throws `unauthorised` unless Meta sent it. Source: developers.facebook.com/docs/messenger-platform/webhooks */
export function verifyMessenger(request: WebhookRequest, secrets: HubSecrets): void {
  verifyHub(request, secrets);
}
