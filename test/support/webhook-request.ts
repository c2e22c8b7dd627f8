import type { WebhookRequest } from '../../src/channels/messaging/core/messaging-app.js';
import type { SimulatedWebhook } from '../../src/channels/messaging/simulator/platform-simulator.js';

/** A simulated webhook as an app is handed it. */
export function webhookRequest({ method, path, headers, body }: SimulatedWebhook): WebhookRequest {
  return {
    method,
    query: Object.fromEntries(new URL(path, 'https://shop.example').searchParams),
    header: (name) => headers[name.toLowerCase()],
    body: Buffer.from(body ?? ''),
  };
}
