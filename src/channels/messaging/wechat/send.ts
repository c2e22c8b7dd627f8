import type { CheckResult, CheckTools } from '../../channel.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { PlatformRefusal } from '../core/platform-call.js';
import { fetchMedia } from '../core/wechat/media.js';
import { createTokenCalls, deliveryOfCode } from '../core/wechat/token-calls.js';

export interface WechatAccount {
  readonly api: string;
  readonly appId: string;
  readonly secret: string;
}

const NO_RIGHT = 48001;
const REASONS = {
  40003: 'the shopper is not known to this account',
  43004: 'the shopper no longer follows the account',
  45015: "the 48 hours after the shopper's last message are over",
  45047: "more messages than an account may send after a shopper's last one",
  [NO_RIGHT]: 'the account has no right to customer-service messages; WeChat gives it to verified accounts',
} as const;

/** Calls of the Official Account API. Source: developers.weixin.qq.com, 发送客服消息, 获取稳定版接口调用凭据 */
export function createWechatClient({ api, appId, secret }: WechatAccount, { fetch, now }: CheckTools) {
  const { invoke } = createTokenCalls(
    api,
    {
      url: `${api}/cgi-bin/stable_token`,
      json: { grant_type: 'client_credential', appid: appId, secret, force_refresh: false },
    },
    { fetch, now },
  );
  return {
    async send(call: JsonObject, { user }: JsonObject): Promise<Delivery> {
      const answer = await invoke('/cgi-bin/message/custom/send', { json: { touser: user, ...call } });
      return deliveryOfCode(answer, REASONS);
    },

    photo: (reference: JsonObject): Promise<Uint8Array> => fetchMedia(reference, { invoke, fetch }),

    async typing({ user }: JsonObject): Promise<void> {
      await invoke('/cgi-bin/message/custom/typing', { json: { touser: user, command: 'Typing' } });
    },

    /** Answers can be sent where the account may use customer service at all; its list of agents says so. */
    async check(): Promise<CheckResult> {
      try {
        const answer = await invoke('/cgi-bin/customservice/getkflist');
        const delivery = deliveryOfCode(answer, REASONS);
        // Another refusal says that there are no human agents, which is no matter.
        const agentless = delivery.kind === 'refused' && answer.status === 200 && answer.errcode !== NO_RIGHT;
        return delivery.kind === 'sent' || agentless ? { ok: true, who: appId } : { ok: false, why: delivery.why };
      } catch (error) {
        if (error instanceof PlatformRefusal) return { ok: false, why: error.delivery.why };
        throw error;
      }
    },
  };
}
