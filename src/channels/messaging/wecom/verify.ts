import { YidaFault } from '../../../domain/fault.js';
import type { WebhookRequest } from '../core/messaging-app.js';
import { readXml, type XmlFields } from '../core/wechat/read-xml.js';
import { openSealed } from '../core/wechat/sealed-text.js';
import { requireSigned } from '../core/wechat/signed-query.js';

export interface WecomSecrets {
  readonly corpId: string;
  readonly token: string;
  readonly aesKey: string;
}

/** What WeCom asks to see whether the address is ours, or a message. */
export type WecomRequest =
  | { readonly kind: 'challenge'; readonly echo: string }
  | { readonly kind: 'message'; readonly fields: XmlFields };

/**
 * Throws `unauthorised` unless WeCom signed the request in these minutes and sealed it for this company, and
 * `bad-request` where it holds no message. Source: developer.work.weixin.qq.com/document/path/90930
 */
export function verifyWecom(
  request: WebhookRequest,
  { corpId, token, aesKey }: WecomSecrets,
  now: number,
): WecomRequest {
  const sealed = request.method === 'GET' ? request.query.echostr : readXml(request.body.toString('utf8')).Encrypt;
  if (sealed === undefined) throw new YidaFault('unauthorised', 'the request has nothing that is sealed');
  requireSigned(request, 'msg_signature', { token, sealed, now });
  const opened = openSealed(sealed, { aesKey, receiver: corpId });
  return request.method === 'GET' ? { kind: 'challenge', echo: opened } : { kind: 'message', fields: readXml(opened) };
}
