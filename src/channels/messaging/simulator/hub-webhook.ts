import { createHmac } from 'node:crypto';
import { webhookPath } from '../core/messaging-channel.js';
import type { CallAnswer, Flaw, SimulatedWebhook } from './platform-simulator.js';

export const HUB = {
  appSecret: '0123456789abcdef0123456789abcdef',
  verifyToken: 'a-word-of-the-shop',
} as const;

/** A webhook as Meta signs it. Source: developers.facebook.com/docs/graph-api/webhooks/getting-started */
export function hubWebhook(app: string, content: object, flaw?: Flaw): SimulatedWebhook {
  const body = JSON.stringify(content);
  const secret = flaw === 'wrong-secret' ? `${HUB.appSecret}x` : HUB.appSecret;
  const signed = flaw === 'tampered' ? `${body} ` : body;
  const signature = createHmac('sha256', secret).update(signed).digest('hex');
  return {
    method: 'POST',
    path: webhookPath(app),
    headers: {
      'content-type': 'application/json',
      ...(flaw === 'unsigned' ? {} : { 'x-hub-signature-256': `sha256=${signature}` }),
    },
    body,
  };
}

/** What Meta asks when the address is entered. */
export function hubQuestion(app: string): { webhook: SimulatedWebhook; expected: (answer: string) => boolean } {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': '1158201444',
    'hub.verify_token': HUB.verifyToken,
  });
  const webhook = { method: 'GET', path: `${webhookPath(app)}?${query}`, headers: {}, body: undefined } as const;
  return { webhook, expected: (answer) => answer === '1158201444' };
}

export function graphAccepted(body: object): CallAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

export function graphRefused(code: number, message: string, status = 400): { status: number; body: string } {
  const error = { message: `(#${code}) ${message}`, type: 'OAuthException', code, fbtrace_id: 'simulated' };
  return { status, body: JSON.stringify({ error }) };
}
