import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { PHOTO_BYTES } from '../../access/photo-limit.js';
import type { CheckResult, CheckTools } from '../../channel.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { callPlatform, deliveryOf, type PlatformAnswer } from '../core/platform-call.js';
import { withoutPicture } from './render.js';

const answerSchema = z.looseObject({
  ok: z.boolean(),
  error: z.string().optional(),
  response_metadata: z.looseObject({ messages: z.array(z.string()).optional() }).optional(),
});
const whoSchema = z.looseObject({ user: z.string(), team: z.string() });

/** The merchant can put these right; until then answers wait. */
const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'org_login_required',
]);
const NOT_NOW: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/** Calls of the Web API; the token goes to Slack's hosts alone. Source: docs.slack.dev/reference/methods/chat.postMessage */
export function createSlackClient(api: string, token: string, { fetch }: CheckTools) {
  const secret = {
    headers: { Authorization: `Bearer ${token}` },
    hosts: ['slack.com', '.slack.com', new URL(api).hostname],
  };
  const invoke = (method: string, json: JsonObject) => callPlatform(fetch, { url: `${api}/${method}`, json, secret });
  return {
    async send(call: JsonObject, { channel, thread }: JsonObject): Promise<Delivery> {
      const to = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
      let blocks = (call.blocks ?? []) as readonly JsonObject[];
      for (;;) {
        const answer = await invoke('chat.postMessage', { ...to, ...call, ...(blocks.length === 0 ? {} : { blocks }) });
        const delivery = deliveredBy(answer);
        const named = delivery.kind === 'refused' ? blocksNamed(answer) : new Set<number>();
        // The others' pictures are shown: one that cannot be read is none of theirs.
        const readable = blocks.flatMap((block, index) => (named.has(index) ? withoutPicture(block) : [block]));
        const isLess = readable.length < blocks.length || readable.some((block, index) => block !== blocks[index]);
        if (!isLess || readable.length === 0) return delivery;
        blocks = readable;
      }
    },

    async file({ url }: JsonObject): Promise<Uint8Array> {
      if (url === undefined) throw new YidaFault('photo-unreachable', 'the file is of another workspace');
      const answer = await callPlatform(fetch, { url: String(url), secret, maxBytes: PHOTO_BYTES + 1 });
      if (answer.status !== 200) throw new YidaFault('photo-unreachable', `Slack's file answered ${answer.status}`);
      // Without the scope files:read Slack answers with the page where people sign in.
      if (answer.bytes[0] === '<'.charCodeAt(0))
        throw new YidaFault('photo-unreachable', 'Slack shows a page instead of the file; the token needs files:read');
      return answer.bytes;
    },

    async check(): Promise<CheckResult> {
      const answer = await invoke('auth.test', {});
      const delivery = deliveredBy(answer);
      if (delivery.kind !== 'sent') return { ok: false, why: delivery.why };
      const who = whoSchema.safeParse(answer.body);
      return { ok: true, who: who.success ? `@${who.data.user} · ${who.data.team}` : 'Slack' };
    },
  };
}

/** Which blocks Slack's refusal points at: `[ERROR] … [json-pointer:/blocks/3/image_url]`. */
function blocksNamed({ body }: PlatformAnswer): Set<number> {
  const messages = answerSchema.safeParse(body).data?.response_metadata?.messages ?? [];
  return new Set(messages.flatMap((text) => [...text.matchAll(/\/blocks\/(\d+)/g)].map(([, index]) => Number(index))));
}

function deliveredBy(answer: PlatformAnswer): Delivery {
  const parsed = answerSchema.safeParse(answer.body);
  if (!parsed.success) {
    const delivery = deliveryOf(answer);
    return delivery.kind === 'sent' ? { kind: 'later', why: 'an answer that is none of Slack' } : delivery;
  }
  const { ok, error = 'no reason given', response_metadata: details } = parsed.data;
  if (ok) return { kind: 'sent' };
  const why = [error, ...(details?.messages ?? [])].join(': ');
  const afterMs = answer.retryAfterMs === undefined ? {} : { afterMs: answer.retryAfterMs };
  if (TOKEN_REFUSED.has(error))
    return { kind: 'later', why: `Slack does not take YIDA_SLACK_TOKEN: ${why}`, ...afterMs };
  if (NOT_NOW.has(error) || answer.status === 429 || answer.status >= 500) return { kind: 'later', why, ...afterMs };
  return { kind: 'refused', why };
}
