import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { PHOTO_BYTES } from '../../access/photo-limit.js';
import type { CheckResult, CheckTools } from '../../channel.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { callPlatform, deliveryOf, type PlatformAnswer } from '../core/platform-call.js';

const errorSchema = z.looseObject({
  message: z.string(),
  details: z.array(z.looseObject({ message: z.string().optional(), property: z.string().optional() })).optional(),
});
const botSchema = z.looseObject({ displayName: z.string(), basicId: z.string() });
/** LINE does not say until when it was too often, in milliseconds. */
const TOO_MANY_MS = 2_000;
/** What was pushed with a retry key before is answered so. Source: …/docs/messaging-api/retrying-api-request */
const TAKEN_BEFORE = 409;
/** Source: developers.line.biz/en/docs/messaging-api/handling-http-429-errors */
const MONTHLY_LIMIT = /monthly limit/i;
const LOADING_SECONDS = 20;

export interface LineBot {
  readonly api: string;
  readonly dataApi: string;
  readonly token: string;
}

/** Calls of the Messaging API; the token goes to LINE's hosts alone. */
export function createLineClient({ api, dataApi, token }: LineBot, { fetch }: CheckTools) {
  const secret = {
    headers: { Authorization: `Bearer ${token}` },
    hosts: ['api.line.me', 'api-data.line.me', new URL(api).hostname, new URL(dataApi).hostname],
  };
  const post = (path: string, json: JsonObject, headers: Record<string, string> = {}) =>
    callPlatform(fetch, { url: `${api}/v2/bot/${path}`, json, headers, secret });

  return {
    /**
     * The first call answers by the reply token, for nothing. Where that is used or too old, and where LINE does not
     * say what became of it, it is pushed: a reply takes no retry key, a push does, so that it can be made again. A
     * message may then be there twice, which is better than not at all.
     */
    async send({ messages, key, first }: JsonObject, { to, replyToken }: JsonObject): Promise<Delivery> {
      if (first === true && replyToken !== undefined) {
        const answer = await post('message/reply', { replyToken, messages }).catch(orRefused);
        if (answer !== undefined && !isOpen(answer)) return deliveredBy(answer);
      }
      return deliveredBy(await post('message/push', { to, messages }, { 'X-Line-Retry-Key': String(key) }));
    },

    async file({ message, url }: JsonObject): Promise<Uint8Array> {
      const most = PHOTO_BYTES + 1;
      const answer = await (message === undefined
        ? callPlatform(fetch, { url: String(url), maxBytes: most })
        : callPlatform(fetch, { url: `${dataApi}/v2/bot/message/${message}/content`, secret, maxBytes: most }));
      if (answer.status !== 200) throw new YidaFault('photo-unreachable', `LINE's content answered ${answer.status}`);
      return answer.bytes;
    },

    /** There is a sign for talks with one person alone. */
    async typing({ to }: JsonObject): Promise<void> {
      if (String(to).startsWith('U')) await post('chat/loading/start', { chatId: to, loadingSeconds: LOADING_SECONDS });
    },

    async check(): Promise<CheckResult> {
      const answer = await callPlatform(fetch, { url: `${api}/v2/bot/info`, secret });
      const delivery = deliveredBy(answer);
      if (delivery.kind !== 'sent') return { ok: false, why: delivery.why };
      const who = botSchema.safeParse(answer.body);
      return { ok: true, who: who.success ? `${who.data.displayName} · ${who.data.basicId}` : 'LINE' };
    },
  };
}

/** A network that failed says nothing; an address that is never called does. */
function orRefused(error: unknown): undefined {
  if (error instanceof YidaFault && error.code === 'address-refused') throw error;
  return undefined;
}

/** Whether the reply may not be there: its token is spent, or LINE had a fault of its own. */
function isOpen({ status, body }: PlatformAnswer): boolean {
  const parsed = errorSchema.safeParse(body);
  return status >= 500 || (status === 400 && parsed.success && /reply token/i.test(parsed.data.message));
}

function deliveredBy(answer: PlatformAnswer): Delivery {
  if (answer.status === TAKEN_BEFORE) return { kind: 'sent' };
  const parsed = errorSchema.safeParse(answer.body);
  const details = parsed.success ? (parsed.data.details ?? []) : [];
  const reasons = details.map(({ property, message }) => [property, message].filter(Boolean).join(' '));
  const why = [`status ${answer.status}`, ...(parsed.success ? [parsed.data.message] : []), ...reasons].join(': ');
  if (answer.status === 401) return { kind: 'later', why: `LINE does not take YIDA_LINE_TOKEN: ${why}` };
  // The month's pushes are used up: what waits for the next one would hold up answers that need none.
  if (answer.status === 429 && MONTHLY_LIMIT.test(why)) return { kind: 'refused', why };
  if (answer.status === 429) return { kind: 'later', why, afterMs: answer.retryAfterMs ?? TOO_MANY_MS };
  return deliveryOf(answer, why);
}
