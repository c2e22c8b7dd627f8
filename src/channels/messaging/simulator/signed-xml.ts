import { randomBytes } from 'node:crypto';
import { type Seal, sealText } from '../core/wechat/sealed-text.js';
import { wechatSignature } from '../core/wechat/signed-query.js';
import { writeXml } from '../core/wechat/write-xml.js';
import type { Flaw, SimulatedWebhook } from './platform-simulator.js';

/** How WeChat and WeCom sign: with a token, over what is sealed where there is a seal. */
export interface XmlSigning {
  readonly path: string;
  readonly token: string;
  readonly seal: Seal | undefined;
  /** Of an Official Account, whose sealed requests carry the plain mode's signature too. */
  readonly plainSignature: boolean;
}

const STALE_MS = 3_600_000;
let serial = 0;

/** A message as the platform posts it, with its flaw. */
export function signedXml(
  xml: string,
  signing: XmlSigning,
  { flaw, now = Date.now() }: { flaw?: Flaw; now?: number },
): SimulatedWebhook {
  const { seal, path } = signing;
  const sealed = seal === undefined ? undefined : sealText(xml, seal, randomBytes(16));
  const query = signedQuery(sealed, signing, { ...(flaw === undefined ? {} : { flaw }), now });
  // The plain mode signs no content: what can be tampered with there is the query.
  if (flaw === 'tampered' && sealed === undefined) query.set('nonce', `${query.get('nonce')}1`);
  const body =
    sealed === undefined ? xml : enclosed(flaw === 'tampered' ? altered(sealed) : sealed, seal?.receiver ?? '');
  return {
    method: 'POST',
    path: flaw === 'unsigned' ? path : `${path}?${query}`,
    headers: { 'content-type': 'text/xml' },
    body,
  };
}

/** The query of a request, signed over `sealed` too where there is such a thing. */
export function signedQuery(
  sealed: string | undefined,
  { token, plainSignature }: XmlSigning,
  { flaw, now }: { flaw?: Flaw; now: number },
): URLSearchParams {
  const timestamp = String(Math.floor((flaw === 'stale' ? now - STALE_MS : now) / 1000));
  const nonce = String(1_320_562_132 + serial++);
  const secret = flaw === 'wrong-secret' ? `${token}x` : token;
  return new URLSearchParams({
    ...(plainSignature ? { signature: wechatSignature([secret, timestamp, nonce]) } : {}),
    timestamp,
    nonce,
    ...(sealed === undefined ? {} : { msg_signature: wechatSignature([secret, timestamp, nonce, sealed]) }),
    ...(sealed !== undefined && plainSignature ? { encrypt_type: 'aes' } : {}),
  });
}

function enclosed(sealed: string, receiver: string): string {
  return writeXml({ ToUserName: receiver, Encrypt: sealed });
}

function altered(sealed: string): string {
  const at = Math.floor(sealed.length / 2);
  return `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
}
