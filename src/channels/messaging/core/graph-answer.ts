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

/**
 * What an error of Meta's means for a message: an outage or too many calls (again later); something of the account that
 * the operator alone can put right (again later, and said); no for this person or this message; or, against all
 * appearances, that it was sent.
 */
export type GraphVerdict = 'not-now' | 'operator' | 'never' | 'sent';

/** By `code` or `code/subcode`; the closer one counts. */
export type GraphVerdicts = ReadonlyMap<string, GraphVerdict>;

export function verdicts(lists: Partial<Record<GraphVerdict, readonly (number | string)[]>>): GraphVerdicts {
  return new Map(
    Object.entries(lists).flatMap(([verdict, codes]) =>
      codes.map((code): [string, GraphVerdict] => [String(code), verdict as GraphVerdict]),
    ),
  );
}

/**
 * Those of every product of the Graph API: the token (0, 190), permissions and capabilities (3, 10, 200 to 299), a block
 * for a violated policy (368). Sources: developers.facebook.com/docs/graph-api/guides/error-handling,
 * …/documentation/business-messaging/whatsapp/support/error-codes, "Authorization errors" and "Integrity errors".
 */
const OF_THE_GRAPH = verdicts({ operator: [0, 3, 10, 190, 368] });
const TOKEN_REFUSED: ReadonlySet<number> = new Set([0, 190]);
/** Meta does not say until when it was too often, in milliseconds. */
const TOO_MANY_MS = 2_000;

/** What Meta said to a call: `own` are the product's verdicts, `token` the variable's name. */
export function graphDelivery(answer: PlatformAnswer, own: GraphVerdicts, token: string): Delivery {
  const parsed = errorSchema.safeParse(answer.body);
  if (!parsed.success) return deliveryOf(answer);
  const { code, message, error_subcode: subcode, error_data: data } = parsed.data.error;
  const numbers = subcode === undefined ? `${code}` : `${code}/${subcode}`;
  const why = [numbers, message, data?.details].filter(Boolean).join(': ');
  switch (own.get(numbers) ?? own.get(`${code}`) ?? verdictOfGraph(code)) {
    case 'sent':
      return { kind: 'sent' };
    case 'never':
      return { kind: 'refused', why };
    case 'not-now':
      return { kind: 'later', why, afterMs: answer.retryAfterMs ?? TOO_MANY_MS };
    case 'operator':
      return { kind: 'later', why: `${TOKEN_REFUSED.has(code) ? `Meta does not take ${token}` : OPERATOR}: ${why}` };
    default: {
      const delivery = deliveryOf(answer, why);
      return delivery.kind === 'sent' ? { kind: 'refused', why } : delivery;
    }
  }
}

const OPERATOR = 'the account at Meta needs its operator';

function verdictOfGraph(code: number): GraphVerdict | undefined {
  return code >= 200 && code <= 299 ? 'operator' : OF_THE_GRAPH.get(`${code}`);
}
