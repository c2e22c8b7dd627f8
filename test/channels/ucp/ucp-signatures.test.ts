import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createUcp } from '../../../src/channels/ucp/ucp-channel.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';
import { COMPONENTS, contentDigest, type PlatformKey, platformKey, signedHeaders } from '../../support/sign-request.js';
import { EVERYTHING, PLATFORM, platformNetwork, platformProfile } from '../../support/ucp-platform.js';

let edge: Edge | undefined;
afterEach(async () => edge?.close());

const SEARCH_AT = 'https://www.shop.example/ucp/catalog/search';
const BODY = JSON.stringify({ query: 'navy linen shirt' });
const HEADERS = { 'content-type': 'application/json', 'ucp-agent': `profile="${PLATFORM}"` };

/** A shop, asked by a platform whose profile shows these keys. */
async function shop(keys: () => readonly unknown[], version?: string, list = 'keys') {
  const network = platformNetwork(() => {
    const at =
      version === undefined ? EVERYTHING : Object.fromEntries(Object.keys(EVERYTHING).map((name) => [name, version]));
    return { body: JSON.stringify({ ...JSON.parse(platformProfile(at, version)), [list]: keys() }) };
  });
  edge = await startEdge({
    channels: (deps) => [createUcp(deps)],
    site: { publicUrl: 'https://www.shop.example' },
    fetch: network.fetch,
  });
  const { url } = edge;
  const ask = async (headers: Record<string, string>, { body = BODY, path = '/ucp/catalog/search' } = {}) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body });
    const answer = (await response.json()) as {
      code?: string;
      content?: string;
      error?: { code: number; data: { code: string } };
    };
    return { status: response.status, ...answer };
  };
  return { ask, network };
}

const key = platformKey('ES256');
const signed = (options?: Parameters<typeof signedHeaders>[4], by: PlatformKey = key) =>
  signedHeaders(by, SEARCH_AT, BODY, HEADERS, options);

describe('a request that its platform signed', () => {
  it.each(['ES256', 'ES384', 'EdDSA'] as const)('is answered: %s', async (kind) => {
    const own = platformKey(kind);
    const { ask } = await shop(() => [{ kty: 'AKP', kid: 'post-quantum' }, 'no key', own.jwk]);
    expect((await ask(await signed({}, own))).status).toBe(200);
  });

  it('is answered as one that is not signed is: signing is for platforms to choose', async () => {
    const { ask } = await shop(() => []);
    expect((await ask(HEADERS)).status).toBe(200);
  });

  it('is answered where one of its signatures holds', async () => {
    const { ask } = await shop(() => [key.jwk]);
    const headers = await signed();
    const input = `other=("@method");keyid="unknown", ${headers['Signature-Input']}`;
    expect(
      (await ask({ ...headers, 'Signature-Input': input, Signature: `other=:AAAA:, ${headers.Signature}` })).status,
    ).toBe(200);
  });

  it('is answered by the key that its profile has taken since it was read', async () => {
    let keys: readonly unknown[] = [];
    const { ask, network } = await shop(() => keys);
    expect((await ask(HEADERS)).status).toBe(200);
    keys = [key.jwk];
    expect((await ask(await signed())).status).toBe(200);
    expect(network.left).toHaveLength(2);
    // Once a minute for an origin, whoever asks.
    const stranger = platformKey('ES256', 'stranger');
    expect(await ask(await signed({}, stranger))).toMatchObject({ status: 401, code: 'key_not_found' });
    expect(network.left).toHaveLength(2);
  });

  it('is held against the list of keys that its version has', async () => {
    const { ask } = await shop(() => [key.jwk], '2026-04-08', 'signing_keys');
    expect((await ask(await signed())).status).toBe(200);
    await edge?.close();
    const newer = await shop(() => [key.jwk], undefined, 'signing_keys');
    expect((await newer.ask(await signed())).code).toBe('key_not_found');
  });

  it('may be signed for Web Bot Auth too, by the thumbprint of its key', async () => {
    const { crv, kty, x, y } = key.jwk;
    const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
    const { ask } = await shop(() => [{ ...key.jwk, kid: thumbprint }, key.jwk]);
    const headers = { ...HEADERS, 'signature-agent': `sig1="${PLATFORM}";type=jwks_uri` };
    const now = Date.now();
    const tagged = (keyid: string, expires: Date) =>
      signedHeaders(key, SEARCH_AT, BODY, headers, {
        fields: [...COMPONENTS, 'signature-agent'],
        keyid,
        tag: 'web-bot-auth',
        created: new Date(now - 3_600_000),
        expires,
      });
    expect((await ask(await tagged(thumbprint, new Date(now + 60_000)))).status).toBe(200);
    expect((await ask(await tagged(key.id, new Date(now + 60_000)))).code).toBe('signature_invalid');
    expect((await ask(await tagged(thumbprint, new Date(now - 1_800_000)))).code).toBe('signature_invalid');
  });
});

describe('a signed request is refused', () => {
  type Headers = Record<string, string>;
  it.each<[string, number, string, (headers: Headers) => Headers | Promise<Headers>, string?]>([
    ['with another body', 400, 'digest_mismatch', (given) => given, '{"query":"something else"}'],
    [
      'with another body and its digest',
      401,
      'signature_invalid',
      (given) => ({ ...given, 'content-digest': contentDigest('{"query":"x"}') }),
      '{"query":"x"}',
    ],
    ['without the digest', 400, 'digest_mismatch', ({ 'content-digest': _left, ...given }) => given],
    ['without its input', 401, 'signature_missing', ({ 'Signature-Input': _left, ...given }) => given],
    ['without its signature', 401, 'signature_missing', ({ Signature: _left, ...given }) => given],
    ['with headers that are none', 401, 'signature_invalid', (given) => ({ ...given, 'Signature-Input': '%' })],
    ['with an unsigned idempotency key', 401, 'signature_invalid', (given) => ({ ...given, 'idempotency-key': 'k' })],
    [
      'signed for another shop',
      401,
      'signature_invalid',
      () => signedHeaders(key, SEARCH_AT.replace('www.', ''), BODY, HEADERS),
    ],
    [
      'signed for another call',
      401,
      'signature_invalid',
      () => signedHeaders(key, SEARCH_AT.replace('search', 'lookup'), BODY, HEADERS),
    ],
    ['with a key of nobody', 401, 'key_not_found', () => signed({ keyid: 'unknown' })],
    ['for a purpose of somebody else', 401, 'signature_invalid', () => signed({ tag: 'other' })],
    ...COMPONENTS.map((left): [string, number, string, () => Promise<Headers>] => [
      `that leaves ${left} unsigned`,
      401,
      'signature_invalid',
      () => signed({ fields: COMPONENTS.filter((name) => name !== left) }),
    ]),
  ])('%s', async (_what, status, code, change, body) => {
    const { ask } = await shop(() => [key.jwk]);
    for (const language of ['en', 'zh-CN']) {
      const headers = { ...(await change(await signed())), 'accept-language': language };
      const answer = await ask(headers, body === undefined ? {} : { body });
      expect([answer.status, answer.code]).toEqual([status, code]);
      expect(/\p{Script=Han}/u.test(answer.content ?? '')).toBe(language === 'zh-CN');
    }
    expect(edge?.searches).toEqual([]);
  });

  it('where the key is of a kind that is not known, or for something else', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const rsa = { ...publicKey.export({ format: 'jwk' }), kid: key.id };
    const { ask } = await shop(() => [{ ...key.jwk, use: 'enc' }, { ...key.jwk, key_ops: ['encrypt'] }, rsa]);
    expect(await ask(await signed())).toMatchObject({ status: 400, code: 'algorithm_unsupported' });
  });

  it('over MCP with the codes of JSON-RPC, and where it names another profile than its call', async () => {
    const { ask } = await shop(() => [key.jwk]);
    const at = 'https://www.shop.example/ucp/mcp';
    const call = (profile: string) =>
      JSON.stringify({
        jsonrpc: '2.0',
        id: 7,
        method: 'tools/call',
        params: { name: 'search_catalog', arguments: { meta: { 'ucp-agent': { profile } }, catalog: { query: 'x' } } },
      });
    const headers = { ...HEADERS, accept: 'application/json, text/event-stream' };
    const asked = async (profile: string, sent = call(profile)) =>
      ask(await signedHeaders(key, at, call(profile), headers), { body: sent, path: '/ucp/mcp' });
    expect((await asked(PLATFORM)).status).toBe(200);
    expect(await asked(PLATFORM, call(PLATFORM).replace('"x"', '"y"'))).toMatchObject({
      status: 400,
      error: { code: -32600, data: { code: 'digest_mismatch' } },
    });
    expect(await asked('https://agent.example/another')).toMatchObject({
      status: 401,
      error: { code: -32000, data: { code: 'signature_invalid' } },
    });
  });
});
