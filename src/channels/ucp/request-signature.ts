import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createVerifier, httpbis } from 'http-message-signatures';
import {
  type Dictionary,
  type InnerList,
  isInnerList,
  type Parameters,
  parseDictionary,
  serializeDictionary,
} from 'structured-headers';
import { z } from 'zod';

/** Why a signed request is not believed, each with the protocol's status over HTTP and its code over JSON-RPC. */
export const SIGNATURE_REFUSALS = {
  signature_missing: { status: 401, rpc: -32000 },
  signature_invalid: { status: 401, rpc: -32000 },
  key_not_found: { status: 401, rpc: -32000 },
  digest_mismatch: { status: 400, rpc: -32600 },
  algorithm_unsupported: { status: 400, rpc: -32600 },
} as const;
export type SignatureRefusal = keyof typeof SIGNATURE_REFUSALS;

/** A request as its sender signed it. */
export interface SignedRequest {
  readonly method: string;
  /** The address that the platform called. */
  readonly url: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body's bytes as they came. */
  readonly body: Uint8Array;
}

const jwkSchema = z.looseObject({
  kid: z.string(),
  kty: z.string(),
  crv: z.string().optional(),
  alg: z.string().optional(),
  use: z.string().optional(),
  key_ops: z.array(z.string()).optional(),
  x: z.string().optional(),
  y: z.string().optional(),
});
type Jwk = z.infer<typeof jwkSchema>;

/** By key type and curve: the algorithm's name in RFC 9421's registry and in a JWK. ES256 must be there. */
const ALGORITHMS = new Map([
  ['EC/P-256', { name: 'ecdsa-p256-sha256', jwa: 'ES256' }],
  ['EC/P-384', { name: 'ecdsa-p384-sha384', jwa: 'ES384' }],
  ['OKP/Ed25519', { name: 'ed25519', jwa: 'EdDSA' }],
]);
/** Signatures of a request that are looked at. */
const SIGNATURES = 4;
const CLOCK_SECONDS = 300;
const WEB_BOT_AUTH = 'web-bot-auth';

export function isSigned({ headers }: Pick<SignedRequest, 'headers'>): boolean {
  return headers.signature !== undefined || headers['signature-input'] !== undefined;
}

/**
 * Undefined where one of the request's signatures was made with one of `keys` (JWKs) over all that the protocol asks to
 * be signed; else why the first was not. Keys of a kind that is not known are passed over.
 * Sources: RFC 9421, RFC 9530; ucp.dev/2026-08-25/specification/signatures, "REST Request Verification", and overview,
 * "Identity Resolution Algorithm".
 */
export async function checkSignature(
  request: SignedRequest,
  keys: readonly unknown[],
): Promise<SignatureRefusal | undefined> {
  const inputs = dictionaryOf(request.headers['signature-input']);
  const signatures = dictionaryOf(request.headers.signature);
  if (inputs === undefined || signatures === undefined) return 'signature_invalid';
  if (inputs.size === 0 || signatures.size === 0) return 'signature_missing';
  let first: SignatureRefusal | undefined;
  for (const [label, input] of [...inputs].slice(0, SIGNATURES)) {
    const signature = signatures.get(label);
    const refusal =
      signature === undefined || !isInnerList(input)
        ? 'signature_missing'
        : await refusalOf(request, input, keys, {
            'signature-input': serializeDictionary(new Map([[label, input]])),
            signature: serializeDictionary(new Map([[label, signature]])),
          });
    if (refusal === undefined) return undefined;
    first ??= refusal;
  }
  return first;
}

async function refusalOf(
  request: SignedRequest,
  [components, parameters]: InnerList,
  keys: readonly unknown[],
  own: Record<'signature' | 'signature-input', string>,
): Promise<SignatureRefusal | undefined> {
  const keyId = parameters.get('keyid');
  const tag = parameters.get('tag');
  if (tag !== undefined && tag !== WEB_BOT_AUTH) return 'signature_invalid';
  const jwk = keys.flatMap((key) => jwkSchema.safeParse(key).data ?? []).find((key) => isUsable(key, keyId));
  if (jwk === undefined) return 'key_not_found';
  if (tag === WEB_BOT_AUTH && keyId !== thumbprint(jwk)) return 'signature_invalid';
  const algorithm = ALGORITHMS.get(`${jwk.kty}/${jwk.crv}`);
  const key = publicKey(jwk);
  if (algorithm === undefined || key === undefined || (jwk.alg ?? algorithm.jwa) !== algorithm.jwa)
    return 'algorithm_unsupported';
  if (!covers(request, components)) return 'signature_invalid';
  if (request.body.length > 0 && !isDigestOf(request.headers['content-digest'], request.body)) return 'digest_mismatch';
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers[name] = value;
  const verify = createVerifier(key, algorithm.name);
  const passes = await httpbis
    .verifyMessage(
      { keyLookup: async () => ({ algs: [algorithm.name], verify }), tolerance: CLOCK_SECONDS },
      { method: request.method, url: request.url, headers: { ...headers, ...own } },
    )
    // A component that is not there, a date that is past.
    .catch(() => false);
  return passes === true ? undefined : 'signature_invalid';
}

/** The target, the body and who asks must be signed: what a signature leaves out anybody may have written. */
function covers({ url, headers, body }: SignedRequest, components: InnerList[0]): boolean {
  const signed = new Set(components.flatMap(([name, given]) => (isWhole(name, given) ? [name] : [])));
  return [
    '@method',
    '@authority',
    '@path',
    ...(new URL(url).search === '' ? [] : ['@query']),
    ...(body.length === 0 ? [] : ['content-digest', 'content-type']),
    ...['ucp-agent', 'signature-agent', 'idempotency-key'].filter((name) => headers[name] !== undefined),
  ].every((name) => signed.has(name));
}

/** A component by its name alone; of the agents' dictionary the member of this signature stands for the field. */
function isWhole(name: unknown, given: Parameters): boolean {
  return given.size === 0 || (name === 'signature-agent' && given.size === 1 && given.has('key'));
}

function isUsable({ kid, use, key_ops: operations }: Jwk, keyId: unknown): boolean {
  return kid === keyId && use !== 'enc' && (operations === undefined || operations.includes('verify'));
}

function publicKey(jwk: Jwk): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** RFC 7638, section 3, and RFC 8037, section 2. */
function thumbprint({ kty, crv, x, y }: Jwk): string {
  const members = kty === 'EC' ? { crv, kty, x, y } : { crv, kty, x };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

function isDigestOf(header: string | string[] | undefined, body: Uint8Array): boolean {
  const digest = dictionaryOf(header)?.get('sha-256')?.[0];
  return digest instanceof ArrayBuffer && createHash('sha256').update(body).digest().equals(Buffer.from(digest));
}

/** A structured field, empty where it is not there; undefined where it is none. */
function dictionaryOf(header: string | string[] | undefined): Dictionary | undefined {
  try {
    return header === undefined ? new Map() : parseDictionary(Array.isArray(header) ? header.join(', ') : header);
  } catch {
    return undefined;
  }
}
