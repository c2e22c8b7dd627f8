import { YidaFault } from '../../../domain/fault.js';
import { PHOTO_BYTES } from '../../access/photo-limit.js';
import type { CheckResult, CheckTools } from '../../channel.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { callPlatform, PlatformRefusal } from '../core/platform-call.js';
import { type CodedAnswer, createTokenCalls, deliveryOfCode } from '../core/wechat/token-calls.js';

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

    /** By its id; where WeChat refuses that (unverified accounts), at the address that came with it. */
    async photo({ media, url }: JsonObject): Promise<Uint8Array> {
      const found = media === undefined ? undefined : await mediaOf(String(media)).catch(() => undefined);
      if (found !== undefined) return found;
      if (url === undefined) throw new YidaFault('photo-unreachable', 'WeChat does not hand out the photo');
      const answer = await callPlatform(fetch, { url: secureAddress(String(url)), maxBytes: PHOTO_BYTES + 1 });
      if (answer.status !== 200) throw new YidaFault('photo-unreachable', `WeChat's picture answered ${answer.status}`);
      return answer.bytes;
    },

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

  async function mediaOf(id: string): Promise<Uint8Array | undefined> {
    const path = `/cgi-bin/media/get?media_id=${encodeURIComponent(id)}`;
    return pictureIn(await invoke(path, { maxBytes: PHOTO_BYTES + 1 }));
  }
}

function pictureIn({ status, errcode, bytes }: CodedAnswer): Uint8Array | undefined {
  return status === 200 && errcode === 0 && bytes.length > 0 ? bytes : undefined;
}

/** WeChat writes its pictures' addresses with http; its hosts have https too. */
function secureAddress(address: string): string {
  return address.replace(/^http:(?=\/\/[^/]+\.(?:qpic|qlogo)\.cn\/)/, 'https:');
}
