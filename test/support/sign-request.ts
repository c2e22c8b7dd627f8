import { createHash, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createSigner, httpbis } from 'http-message-signatures';

/** A platform's key pair: the private half and the JWK that its profile shows. */
export interface PlatformKey {
  readonly id: string;
  readonly algorithm: string;
  readonly privateKey: KeyObject;
  readonly jwk: JsonWebKey & { readonly kid: string };
}

const CURVES = { ES256: 'P-256', ES384: 'P-384' } as const;

export function platformKey(kind: 'ES256' | 'ES384' | 'EdDSA', id = 'platform-2026'): PlatformKey {
  const pair =
    kind === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: CURVES[kind] });
  const algorithm = { ES256: 'ecdsa-p256-sha256', ES384: 'ecdsa-p384-sha384', EdDSA: 'ed25519' }[kind];
  const jwk = { ...pair.publicKey.export({ format: 'jwk' }), kid: id, use: 'sig', alg: kind };
  return { id, algorithm, privateKey: pair.privateKey, jwk };
}

export function contentDigest(body: string): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** All that the protocol asks of a request with a body. */
export const COMPONENTS = ['@method', '@authority', '@path', 'ucp-agent', 'content-digest', 'content-type'];

/** The headers of a POST to `url`, signed. */
export async function signedHeaders(
  key: PlatformKey,
  url: string,
  body: string,
  headers: Record<string, string>,
  {
    fields = COMPONENTS,
    keyid = key.id,
    ...more
  }: { fields?: string[]; keyid?: string; tag?: string; created?: Date; expires?: Date } = {},
): Promise<Record<string, string>> {
  const signed = await httpbis.signMessage(
    {
      key: createSigner(key.privateKey, key.algorithm, keyid),
      name: 'sig1',
      fields,
      params: ['keyid', ...Object.keys(more)],
      paramValues: { keyid, ...more },
    },
    { method: 'POST', url, headers: { ...headers, 'content-digest': contentDigest(body) } },
  );
  return signed.headers as Record<string, string>;
}
