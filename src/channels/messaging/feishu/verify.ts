import { createDecipheriv, createHash } from 'node:crypto';
import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { sameSecret } from '../../access/bound-token.js';
import type { WebhookRequest } from '../core/messaging-app.js';
import { readJson } from '../core/read-json.js';

export interface FeishuSecrets {
  readonly encryptKey: string;
  readonly verificationToken: string;
}

/** What Feishu asks to see whether the address is ours, or an event. */
export type FeishuRequest =
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'event'; readonly event: unknown };

/** Milliseconds that a request may be old, or ahead of our clock. */
const TOLERANCE_MS = 300_000;
const IV_BYTES = 16;

const sealedSchema = z.object({ encrypt: z.string() });
const challengeSchema = z.object({ type: z.literal('url_verification'), challenge: z.string(), token: z.string() });
const eventSchema = z.looseObject({ header: z.looseObject({ token: z.string() }) });

/**
 * Throws `unauthorised` unless Feishu sealed the body for this app and signed the request in these minutes, and
 * `bad-request` where it holds no event. The question for the address may come unsigned: it has to be sealed.
 * Source: open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
export function verifyFeishu(request: WebhookRequest, secrets: FeishuSecrets, now: number): FeishuRequest {
  const isSigned = request.header('x-lark-signature') !== undefined;
  if (isSigned) requireSigned(request, secrets.encryptKey, now);
  const content = opened(request.body, secrets.encryptKey);
  const challenge = challengeSchema.safeParse(content);
  if (challenge.success) {
    requireToken(challenge.data.token, secrets);
    return { kind: 'challenge', challenge: challenge.data.challenge };
  }
  if (!isSigned) throw new YidaFault('unauthorised', 'the request has no X-Lark-Signature');
  const event = eventSchema.safeParse(content);
  if (!event.success) throw new YidaFault('bad-request', 'no Feishu event of version 2.0');
  requireToken(event.data.header.token, secrets);
  return { kind: 'event', event: content };
}

function requireSigned(request: WebhookRequest, encryptKey: string, now: number): void {
  const timestamp = request.header('x-lark-request-timestamp') ?? '';
  const nonce = request.header('x-lark-request-nonce') ?? '';
  const signed = createHash('sha256').update(`${timestamp}${nonce}${encryptKey}`).update(request.body).digest('hex');
  if (!sameSecret(request.header('x-lark-signature') ?? '', signed))
    throw new YidaFault('unauthorised', "the request's signature is not that of this Encrypt Key");
  if (timestamp === '' || !(Math.abs(now - Number(timestamp) * 1000) <= TOLERANCE_MS))
    throw new YidaFault('unauthorised', 'the request is not of these minutes');
}

function requireToken(given: string, { verificationToken }: FeishuSecrets): void {
  if (!sameSecret(given, verificationToken))
    throw new YidaFault('unauthorised', 'the Verification Token is not that of this app');
}

/** AES-256-CBC with the key's SHA-256; the first 16 bytes are the initialisation vector. */
function opened(body: Buffer, encryptKey: string): unknown {
  const sealed = sealedSchema.safeParse(readJson(body));
  if (!sealed.success) throw new YidaFault('unauthorised', 'the body is not encrypted; the app needs its Encrypt Key');
  const bytes = Buffer.from(sealed.data.encrypt, 'base64');
  try {
    const key = createHash('sha256').update(encryptKey).digest();
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, IV_BYTES));
    return readJson(Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]));
  } catch (cause) {
    throw new YidaFault('unauthorised', 'the body was encrypted with another key', { cause });
  }
}
