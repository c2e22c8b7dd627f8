import { createHash } from 'node:crypto';
import type { CheckResult, CheckTools } from '../../channel.js';
import type { Acknowledgement, Delivery, JsonObject } from '../core/messaging-app.js';
import { PlatformRefusal } from '../core/platform-call.js';
import { fetchMedia } from '../core/wechat/media.js';
import { createPassiveReplies } from '../core/wechat/passive-replies.js';
import { sealText } from '../core/wechat/sealed-text.js';
import { wechatSignature } from '../core/wechat/signed-query.js';
import { createTokenCalls, deliveryOfCode } from '../core/wechat/token-calls.js';
import { writeXml } from '../core/wechat/write-xml.js';
import type { WechatSecrets } from './verify.js';

export interface WechatAccount {
  readonly api: string;
  readonly appId: string;
  readonly secret: string;
}

const NO_RIGHT = 48001;
const TOO_MANY = 45047;
/** Only the shopper's next message brings new ones: until then it is asked now and then. */
const LOOK_AGAIN_MS = 30 * 60_000;
const REASONS = {
  40003: 'the shopper is not known to this account',
  43004: 'the shopper no longer follows the account',
  45015: "the 48 hours after the shopper's last message are over (a minute after a menu or a subscription)",
  [TOO_MANY]: "more messages than an account may send after a shopper's last one",
  [NO_RIGHT]: 'the account has no right to customer-service messages; WeChat gives it to verified accounts',
} as const;

/**
 * Calls of the Official Account API. After a shopper's message there may be five of them in 48 hours, after a menu or a
 * subscription three in a minute. Source: developers.weixin.qq.com, 客服消息下发规则, 发送客服消息, 获取稳定版接口调用凭据
 */
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
    async send(call: JsonObject, { user, notice }: JsonObject): Promise<Delivery> {
      const answer = await invoke('/cgi-bin/message/custom/send', { json: { touser: user, ...call } });
      const delivery = deliveryOfCode(answer, REASONS);
      // A notice right after a full answer has no room; an answer is no longer of use when there is some.
      const mayWait = delivery.kind === 'refused' && notice === true && answer.errcode === TOO_MANY;
      return mayWait ? { ...delivery, kind: 'later', afterMs: LOOK_AGAIN_MS } : delivery;
    },

    file: (reference: JsonObject): Promise<Uint8Array> => fetchMedia(reference, { invoke, fetch }),

    /** Whether the credentials are good, for accounts that only answer in the response: a question that all may ask. */
    checkCredentials: () => checked('/cgi-bin/getcallbackip'),

    /** Answers can be sent where the account may use customer service at all; its list of agents says so. */
    check: () => checked('/cgi-bin/customservice/getkflist'),

    async typing({ user }: JsonObject): Promise<void> {
      await invoke('/cgi-bin/message/custom/typing', { json: { touser: user, command: 'Typing' } });
    },
  };

  async function checked(path: string): Promise<CheckResult> {
    try {
      const answer = await invoke(path);
      const delivery = deliveryOfCode(answer, REASONS);
      // Another refusal says that there are no human agents, which is no matter.
      const agentless = delivery.kind === 'refused' && answer.status === 200 && answer.errcode !== NO_RIGHT;
      return delivery.kind === 'sent' || agentless ? { ok: true, who: appId } : { ok: false, why: delivery.why };
    } catch (error) {
      if (error instanceof PlatformRefusal) return { ok: false, why: error.delivery.why };
      throw error;
    }
  }
}

/**
 * For accounts without customer-service messages: the answer is the response to the message's own delivery, which is
 * held open until it is there. Source: developers.weixin.qq.com, 被动回复用户消息
 */
export function createPassiveSending(secrets: WechatSecrets, { now, randomId }: CheckTools) {
  const replies = createPassiveReplies();
  const sealed = (xml: string, { appId, token, aesKey }: WechatSecrets): string => {
    if (aesKey === undefined) return xml;
    const random = createHash('sha256').update(randomId()).digest();
    const Encrypt = sealText(xml, { aesKey, receiver: appId }, random.subarray(0, 16));
    const TimeStamp = Math.floor(now() / 1000);
    const Nonce = random.readUInt32BE(16);
    const MsgSignature = wechatSignature([token, String(TimeStamp), String(Nonce), Encrypt]);
    return writeXml({ Encrypt, MsgSignature, TimeStamp, Nonce });
  };
  return {
    async hold(message: string): Promise<Acknowledgement> {
      const reply = await replies.hold(message);
      return reply === undefined ? { body: 'success' } : { type: 'application/xml', body: reply };
    },

    async send({ text }: JsonObject, { user, account, message }: JsonObject): Promise<Delivery> {
      const xml = writeXml({
        ToUserName: String(user),
        FromUserName: String(account),
        CreateTime: Math.floor(now() / 1000),
        MsgType: 'text',
        Content: String((text as JsonObject).content),
      });
      if (replies.give(String(message), sealed(xml, secrets))) return { kind: 'sent' };
      return { kind: 'later', why: 'WeChat waits for no answer to this message', afterMs: 250 };
    },
  };
}
