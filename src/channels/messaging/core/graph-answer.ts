import { z } from 'zod';
import type { Delivery } from './messaging-app.js';
import { deliveryOf, type PlatformAnswer } from './platform-call.js';

/** The version of Meta's Graph API that requests are written for: that of the documentation they were held against. */
export const GRAPH_VERSION = 'v25.0';

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.number(),
    message: z.string().default(''),
    error_subcode: z.number().optional(),
    error_data: z.looseObject({ details: z.string().optional() }).optional(),
  }),
});

const TOKEN_REFUSED = 190;
/** Meta does not say until when it was too often, in milliseconds. */
const TOO_MANY_MS = 2_000;

/** What Meta said to a call: `notNow` are the codes of outages and of too many calls, `token` the variable's name. */
export function graphDelivery(answer: PlatformAnswer, notNow: ReadonlySet<number>, token: string): Delivery {
  const parsed = errorSchema.safeParse(answer.body);
  if (!parsed.success) return deliveryOf(answer);
  const { code, message, error_subcode: subcode, error_data: data } = parsed.data.error;
  const numbers = subcode === undefined ? `${code}` : `${code}/${subcode}`;
  const why = [numbers, message, data?.details].filter(Boolean).join(': ');
  if (code === TOKEN_REFUSED) return { kind: 'later', why: `Meta does not take ${token}: ${why}` };
  if (notNow.has(code)) return { kind: 'later', why, afterMs: answer.retryAfterMs ?? TOO_MANY_MS };
  const delivery = deliveryOf(answer, why);
  return delivery.kind === 'sent' ? { kind: 'refused', why } : delivery;
}
