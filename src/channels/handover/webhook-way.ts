import { createHmac } from 'node:crypto';
import type { GuardedFetch } from '../../encoding/guarded-fetch.js';
import type { HandoverWay } from './handover-way.js';

/** A merchant's own service answers at once or is asked again later. */
const TIMEOUT_MS = 10_000;

/**
 * Posts the letter as JSON to the merchant's address. `X-Yida-Signature: t=<seconds>,v1=<hex>` is HMAC-SHA256 over
 * `<seconds>.<body>` with the shared secret; `X-Yida-Id` is the same for every attempt. Anything but 2xx rejects;
 * redirects are not followed. `post` is the guarded way out, so a private address is refused.
 */
export function webhookWay(url: string, secret: string, now: () => number, post: GuardedFetch): HandoverWay {
  return {
    name: 'webhook',
    async send(letter) {
      const body = JSON.stringify(letter);
      const seconds = Math.floor(now() / 1000);
      const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
      const { status } = await post(url, {
        method: 'POST',
        body,
        maxRedirects: 0,
        timeoutMs: TIMEOUT_MS,
        headers: {
          'Content-Type': 'application/json',
          'X-Yida-Id': letter.id,
          'X-Yida-Signature': `t=${seconds},v1=${signature}`,
        },
      });
      if (status < 200 || status >= 300) throw new Error(`the handover webhook answered ${status}`);
    },
  };
}
