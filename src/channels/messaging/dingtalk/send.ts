import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { PHOTO_BYTES } from '../../access/photo-limit.js';
import type { CheckResult, CheckTools } from '../../channel.js';
import { createAccessToken } from '../core/access-token.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { callPlatform, deliveryOf, type PlatformAnswer, PlatformRefusal } from '../core/platform-call.js';

export interface DingtalkApp {
  readonly api: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly robotCode: string;
}

const tokenSchema = z.looseObject({ accessToken: z.string().min(1), expireIn: z.number().positive() });
const faultSchema = z.looseObject({ code: z.string(), message: z.string().default('') });
/** Source: github.com/aliyun/dingtalk-sdk, robot_1_0, BatchSendOTOResponseBody */
const sentSchema = z.looseObject({
  processQueryKey: z.string().optional(),
  invalidStaffIdList: z.array(z.string()).default([]),
  flowControlledStaffIdList: z.array(z.string()).default([]),
  filteredStaffIdList: z.array(z.string()).default([]),
});
const downloadSchema = z.looseObject({ downloadUrl: z.string() });

const TOKEN_REFUSED = /^(InvalidAuthentication|40014|42001)$/i;
/** The merchant can put these right; until then answers wait. */
const NO_RIGHT = /^Forbidden\.AccessDenied/i;
/** Source: open.dingtalk.com/document/orgapp/the-robot-sends-a-group-message (错误码) */
const NOT_NOW = /too\.?fast|too\.many|QpsLimit|Throttling|ServiceUnavailable|system\.?error/i;
/** DingTalk does not say when to come back. */
const SOONEST_MS = 2_000;

/** Calls of the robot API; the token goes to its host alone. */
export function createDingtalkClient(app: DingtalkApp, { fetch, now }: CheckTools) {
  const { api, appKey, appSecret, robotCode } = app;
  const accessToken = createAccessToken(async () => {
    const answer = await callPlatform(fetch, { url: `${api}/v1.0/oauth2/accessToken`, json: { appKey, appSecret } });
    const lent = tokenSchema.safeParse(answer.body);
    if (lent.success) return { token: lent.data.accessToken, expiresIn: lent.data.expireIn };
    // Also wrong credentials wait: who puts them right finds no message lost.
    throw new PlatformRefusal({ kind: 'later', afterMs: SOONEST_MS, why: `no access token: ${whyOf(answer)}` });
  }, now);

  const once = async (path: string, json: JsonObject): Promise<PlatformAnswer> => {
    const headers = { 'x-acs-dingtalk-access-token': await accessToken.get() };
    return callPlatform(fetch, { url: `${api}${path}`, json, secret: { headers, hosts: [new URL(api).hostname] } });
  };
  const invoke: typeof once = async (path, json) => {
    const first = await once(path, json);
    if (!TOKEN_REFUSED.test(codeOf(first))) return first;
    accessToken.drop();
    return once(path, json);
  };

  return {
    async send(call: JsonObject, { group, staff }: JsonObject): Promise<Delivery> {
      if (group !== undefined)
        return deliveredBy(
          await invoke('/v1.0/robot/groupMessages/send', { robotCode, openConversationId: group, ...call }),
        );
      if (staff === undefined)
        return { kind: 'refused', why: 'the person is outside the organisation; the robot cannot write to them' };
      return deliveredBy(await invoke('/v1.0/robot/oToMessages/batchSend', { robotCode, userIds: [staff], ...call }));
    },

    /** Its temporary address, and the picture there, which asks for no token. */
    async file({ code }: JsonObject): Promise<Uint8Array> {
      const found = await invoke('/v1.0/robot/messageFiles/download', { downloadCode: code, robotCode });
      const parsed = downloadSchema.safeParse(found.body);
      if (!parsed.success) throw new YidaFault('photo-unreachable', `DingTalk's picture: ${whyOf(found)}`);
      const url = secureAddress(parsed.data.downloadUrl);
      const answer = await callPlatform(fetch, { url, maxBytes: PHOTO_BYTES + 1 });
      if (answer.status !== 200) throw new YidaFault('photo-unreachable', `DingTalk's file answered ${answer.status}`);
      return answer.bytes;
    },

    async check(): Promise<CheckResult> {
      try {
        await accessToken.get();
        return { ok: true, who: robotCode };
      } catch (error) {
        if (error instanceof PlatformRefusal) return { ok: false, why: error.delivery.why };
        throw error;
      }
    },
  };
}

function deliveredBy(answer: PlatformAnswer): Delivery {
  const why = whyOf(answer);
  const code = codeOf(answer);
  if (TOKEN_REFUSED.test(code) || NO_RIGHT.test(code) || NOT_NOW.test(code))
    return { kind: 'later', why, afterMs: SOONEST_MS };
  if (answer.status !== 200) return deliveryOf(answer, why);
  const sent = sentSchema.safeParse(answer.body);
  if (!sent.success) return { kind: 'later', why: 'an answer that is none of DingTalk' };
  const { flowControlledStaffIdList: tooMany, invalidStaffIdList: unknown, filteredStaffIdList: barred } = sent.data;
  if (tooMany.length > 0) return { kind: 'later', why: 'too many messages to this person', afterMs: SOONEST_MS };
  if (barred.length > 0) return { kind: 'refused', why: 'DingTalk lets the robot write nothing to this person' };
  return unknown.length > 0
    ? { kind: 'refused', why: 'the person is not known to the organisation' }
    : { kind: 'sent' };
}

function codeOf({ body }: PlatformAnswer): string {
  return faultSchema.safeParse(body).data?.code ?? '';
}

function whyOf({ status, body }: PlatformAnswer): string {
  const fault = faultSchema.safeParse(body);
  return fault.success ? `${fault.data.code}: ${fault.data.message}` : `status ${status}`;
}

/** DingTalk writes some addresses of its store with http; that has https too. */
function secureAddress(address: string): string {
  return address.replace(/^http:(?=\/\/[^/]+\.(?:aliyuncs|dingtalk)\.com\/)/, 'https:');
}
