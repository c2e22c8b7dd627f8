import { YidaFault } from '../../../domain/fault.js';
import type { WebhookRequest } from '../core/messaging-app.js';
import { readXml, type XmlFields } from '../core/wechat/read-xml.js';
import { openSealed } from '../core/wechat/sealed-text.js';
import { requireSigned } from '../core/wechat/signed-query.js';

export interface WechatSecrets {
  readonly appId: string;
  readonly token: string;
  /** Given, messages must come sealed: the plain mode's signature says nothing of a message's content. */
  readonly aesKey: string | undefined;
}

/** What WeChat asks to see whether the address is ours, or a message. */
export type WechatRequest =
  | { readonly kind: 'challenge'; readonly echo: string }
  | { readonly kind: 'message'; readonly fields: XmlFields };

/**
 * Throws `unauthorised` unless WeChat signed the request in these minutes, and `bad-request` where it holds no message.
 * Source: developers.weixin.qq.com/doc/service/guide/dev/push (消息推送: 明文模式, 安全模式)
 */
export function verifyWechat(request: WebhookRequest, secrets: WechatSecrets, now: number): WechatRequest {
  const { appId, token, aesKey } = secrets;
  if (request.method === 'GET') {
    requireSigned(request, 'signature', { token, now });
    return { kind: 'challenge', echo: request.query.echostr ?? '' };
  }
  const body = request.body.toString('utf8');
  if (aesKey === undefined) {
    requireSigned(request, 'signature', { token, now });
    const fields = readXml(body);
    if (fields.FromUserName === undefined && fields.Encrypt !== undefined)
      throw new YidaFault('bad-request', 'the message is sealed and there is no YIDA_WECHAT_AES_KEY');
    return { kind: 'message', fields };
  }
  const { Encrypt: sealed } = readXml(body);
  if (sealed === undefined) throw new YidaFault('unauthorised', 'the message is not sealed');
  requireSigned(request, 'msg_signature', { token, sealed, now });
  return { kind: 'message', fields: readXml(openSealed(sealed, { aesKey, receiver: appId })) };
}
