import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CheckResult, CheckTools } from '../../channel.js';
import { createCallLimit } from '../core/call-limit.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { PlatformRefusal } from '../core/platform-call.js';
import { fetchMedia } from '../core/wechat/media.js';
import { type CodedAnswer, createTokenCalls, deliveryOfCode } from '../core/wechat/token-calls.js';

export interface WecomApplication {
  readonly api: string;
  readonly corpId: string;
  readonly secret: string;
  readonly agentId: number;
}

/** More are dropped without a word. */
const CALLS_A_MINUTE = 30;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A card with this task id was taken before: the answer to that call was lost on its way. */
const TASK_TAKEN = 42014;

const REASONS = {
  60011: 'the application has no right to reach this member',
  60020: "the application's trusted addresses do not have this service's",
  81013: 'the member is not within what the application is visible to',
  301002: 'the secret is not that of this application',
} as const;

const sentSchema = z.looseObject({ invaliduser: z.string().optional(), unlicenseduser: z.string().optional() });
const agentSchema = z.looseObject({ name: z.string() });

/** Calls of WeCom's API. Source: developer.work.weixin.qq.com/document/path/90236 (send), path/91039 (token) */
export function createWecomClient({ api, corpId, secret, agentId }: WecomApplication, { fetch, now }: CheckTools) {
  const credentials = new URLSearchParams({ corpid: corpId, corpsecret: secret });
  const { invoke } = createTokenCalls(api, { url: `${api}/cgi-bin/gettoken?${credentials}` }, { fetch, now });
  const limit = createCallLimit({ calls: CALLS_A_MINUTE, periodMs: MINUTE_MS, now });
  return {
    async send(call: JsonObject, { user, message }: JsonObject): Promise<Delivery> {
      const afterMs = limit.take(String(user));
      if (afterMs > 0) return { kind: 'later', why: 'a member may be sent 30 messages a minute', afterMs };
      const json = { touser: user, agentid: agentId, ...withTask(call, String(message), now()) };
      return deliveredBy(await invoke('/cgi-bin/message/send', { json }));
    },

    file: (reference: JsonObject): Promise<Uint8Array> => fetchMedia(reference, { invoke, fetch }),

    async check(): Promise<CheckResult> {
      try {
        const answer = await invoke(`/cgi-bin/agent/get?agentid=${agentId}`);
        const delivery = deliveryOfCode(answer, REASONS);
        if (delivery.kind !== 'sent') return { ok: false, why: delivery.why };
        const agent = agentSchema.safeParse(answer.body);
        return { ok: true, who: agent.success ? agent.data.name : String(agentId) };
      } catch (error) {
        if (error instanceof PlatformRefusal) return { ok: false, why: error.delivery.why };
        throw error;
      }
    },
  };
}

/**
 * A card has the same task id whenever it is sent for the same message, so that none is shown twice; a notice of
 * another day is another one.
 */
function withTask(call: JsonObject, message: string, now: number): JsonObject {
  const card = call.template_card as JsonObject | undefined;
  if (card === undefined) return call;
  const day = Math.floor(now / DAY_MS);
  const id = createHash('sha256')
    .update(JSON.stringify([message, day, card]))
    .digest('hex')
    .slice(0, 32);
  return { ...call, template_card: { ...card, task_id: `yida-${id}` } };
}

function deliveredBy(answer: CodedAnswer): Delivery {
  if (answer.errcode === TASK_TAKEN) return { kind: 'sent' };
  const delivery = deliveryOfCode(answer, REASONS);
  const { invaliduser = '', unlicenseduser = '' } = sentSchema.safeParse(answer.body).data ?? {};
  // A message to nobody is taken all the same.
  if (delivery.kind !== 'sent' || invaliduser + unlicenseduser === '') return delivery;
  return { kind: 'refused', why: unlicenseduser === '' ? REASONS[81013] : 'the member has no WeCom API licence' };
}
