import { afterEach, describe, expect, it } from 'vitest';
import { isBound, profileInHeader } from '../../../src/channels/ucp/negotiation.js';
import { createUcp } from '../../../src/channels/ucp/ucp-channel.js';
import { LOOKUP, SEARCH, UCP_VERSION } from '../../../src/channels/ucp/ucp-profile.js';
import { VISUAL } from '../../../src/channels/ucp/visual-extension.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';
import type { recordingFetch } from '../../support/recording-fetch.js';
import { samplePhoto } from '../../support/sample-photo.js';
import { EVERYTHING, PLATFORM, platformNetwork, platformProfile } from '../../support/ucp-platform.js';

let edge: Edge | undefined;
afterEach(async () => edge?.close());

type Network = ReturnType<typeof recordingFetch>;
const VISUAL_NAME = 'example.shop.www.shopping.visual_search';

async function shop({ fetch }: Pick<Network, 'fetch'>) {
  edge = await startEdge({
    channels: (deps) => [createUcp(deps)],
    site: { publicUrl: 'https://www.shop.example' },
    fetch,
  });
  const { url } = edge;
  return async (body: object, agent: string | null = `profile="${PLATFORM}"`, path = 'search', language = 'en') => {
    const response = await globalThis.fetch(`${url}/ucp/catalog/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(agent === null ? {} : { 'UCP-Agent': agent }),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
  };
}

interface Answer {
  readonly code?: string;
  readonly content?: string;
  readonly continue_url?: string;
  readonly ucp?: { version: string; status?: string; capabilities: Record<string, { version: string }[]> };
  readonly messages?: { code: string; severity: string; content: string }[];
  readonly products?: unknown[];
}

describe('what a platform and the shop have in common', () => {
  it('is said with every answer, for this operation and what extends it alone', async () => {
    const ask = await shop(platformNetwork());
    const search = await ask({ query: 'dress' });
    expect(search.body.ucp).toEqual({
      version: UCP_VERSION,
      capabilities: { [SEARCH]: [{ version: UCP_VERSION }], [VISUAL_NAME]: [{ version: VISUAL.version }] },
    });
    const lookup = await ask({ ids: ['g1'] }, undefined, 'lookup');
    expect(Object.keys(lookup.body.ucp?.capabilities ?? {})).toEqual([LOOKUP]);
  });

  it.each([
    ['nothing', {}],
    ['another version', { [SEARCH]: '2026-04-08' }],
    ['the other operation alone', { [LOOKUP]: UCP_VERSION }],
    ['an extension without what it extends', { [VISUAL_NAME]: VISUAL.version }],
  ])('may be nothing for this operation: %s', async (_what, capabilities) => {
    const ask = await shop(platformNetwork(() => ({ body: platformProfile(capabilities) })));
    const { status, body } = await ask({ query: 'dress' });
    expect(status).toBe(200);
    expect(body.ucp).toMatchObject({ version: UCP_VERSION, status: 'error', capabilities: {} });
    expect(body.messages).toMatchObject([{ code: 'capabilities_incompatible', severity: 'unrecoverable' }]);
    expect(body.continue_url).toBe('https://www.shop.example/');
    expect(edge?.searches).toEqual([]);
  });

  it('decides whether a picture may be searched by', async () => {
    const { [VISUAL_NAME]: _without, ...core } = EVERYTHING;
    const image = Buffer.from(await samplePhoto()).toString('base64');
    const ask = await shop(platformNetwork(() => ({ body: platformProfile(core) })));
    const { body } = await ask({ visual: { image } });
    expect(body.messages?.[0]).toMatchObject({ code: 'capabilities_incompatible' });
    expect(body.messages?.[0]?.content).toContain(VISUAL_NAME);
  });

  it('leaves out a capability whose schema stands with somebody else', async () => {
    const profile = platformProfile({ [SEARCH]: UCP_VERSION }).replace(
      'https://ucp.dev/schema',
      'https://evil.example/s',
    );
    const ask = await shop(platformNetwork(() => ({ body: profile })));
    expect((await ask({ query: 'x' })).body.messages?.[0]?.code).toBe('capabilities_incompatible');
  });

  it.each([
    ['dev.ucp.shopping.checkout', 'https://ucp.dev/x.json', true],
    ['dev.ucp.shopping.checkout', 'https://shopping.ucp.dev/x.json', true],
    ['com.example.pay', 'https://pay.example.com/x.json', true],
    ['com.example.pay', 'https://cdn.example.com/x.json', false],
    ['com.examplecorp.pay', 'https://example.com/x.json', false],
    ['dev.ucp.shopping.checkout', 'https://ucp.dev@evil.example/x.json', false],
    ['dev.ucp.shopping.checkout', 'http://ucp.dev/x.json', false],
    ['localhost.x', 'https://localhost/x.json', false],
    ['10.113.0.203.x', 'https://203.0.113.10/x.json', false],
    ['dev.ucp.x', undefined, false],
  ])('binds a name to its domain: %s at %s', (name, schema, expected) => {
    expect(isBound(name, schema, 'https://shop.example')).toBe(expected);
  });
});

describe('an older version of the protocol', () => {
  const OLDER = '2026-04-08';
  const older = { [SEARCH]: OLDER, [LOOKUP]: OLDER, [VISUAL_NAME]: VISUAL.version };
  const askOlder = () => shop(platformNetwork(() => ({ body: platformProfile(older, OLDER) })));

  it('has a profile of its own, which the newest names', async () => {
    await askOlder();
    const profile = async (path: string) => {
      const response = await fetch(`${edge?.url}${path}`);
      expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
      return ((await response.json()) as { ucp: Record<string, unknown> }).ucp;
    };
    const newest = await profile('/.well-known/ucp');
    expect(newest).toMatchObject({
      version: UCP_VERSION,
      supported_versions: { [OLDER]: `https://www.shop.example/.well-known/ucp/${OLDER}` },
    });
    const leaf = await profile(`/.well-known/ucp/${OLDER}`);
    expect(leaf).toMatchObject({
      version: OLDER,
      capabilities: {
        [SEARCH]: [
          {
            version: OLDER,
            spec: `https://ucp.dev/${OLDER}/specification/catalog/search`,
            schema: `https://ucp.dev/${OLDER}/schemas/shopping/catalog_search.json`,
          },
        ],
        [LOOKUP]: [{ version: OLDER }],
      },
    });
    expect(leaf).not.toHaveProperty('supported_versions');
    expect((await fetch(`${edge?.url}/.well-known/ucp/2026-01-23`)).status).toBe(404);
  });

  it('is answered in, by the fields that it has', async () => {
    const ask = await askOlder();
    const { status, body } = await ask({ query: 'dress' });
    expect(status).toBe(200);
    expect(body.ucp).toEqual({
      version: OLDER,
      capabilities: { [SEARCH]: [{ version: OLDER }], [VISUAL_NAME]: [{ version: VISUAL.version }] },
    });
    const [product] = body.products as { variants: Record<string, unknown>[] }[];
    expect(product?.variants[0]).toMatchObject({ selected_options: [{ name: 'Size' }] });
    expect(product?.variants[0]).not.toHaveProperty('options');
    expect(JSON.stringify(body.products)).not.toContain('low_stock');
  });

  it('lets pass what only the newer one knows', async () => {
    const ask = await askOlder();
    const { body } = await ask({ query: 'dress', purpose: 'swap', reference_ids: ['g1'] });
    expect(body.ucp?.status).toBeUndefined();
    expect(edge?.searches).toMatchObject([{ text: 'dress' }]);
    expect(edge?.searches[0]?.similarTo).toBeUndefined();
  });

  it('has its own capabilities alone', async () => {
    const ask = await shop(platformNetwork(() => ({ body: platformProfile(EVERYTHING, OLDER) })));
    const { body } = await ask({ query: 'dress' });
    expect(body.ucp).toEqual({ version: OLDER, status: 'error', capabilities: {} });
    expect(body.messages?.[0]?.code).toBe('capabilities_incompatible');
  });
});

describe('a platform whose profile does not serve', () => {
  it.each([
    ['no header', null],
    ['no profile in it', 'name="agent"'],
    ['no address', 'profile="shopping agent"'],
    ['plain http', 'profile="http://agent.example/profile"'],
    ['an address of this machine', 'profile="https://127.0.0.1/profile"'],
    ['a password in it', 'profile="https://a:b@agent.example/profile"'],
    ['no string', 'profile=https://agent.example/profile'],
  ])('is told that its address is none: %s', async (_what, agent) => {
    const network = platformNetwork();
    const ask = await shop(network);
    const { status, body } = await ask({ query: 'dress' }, agent);
    expect([status, body.code, network.left]).toEqual([400, 'invalid_profile_url', []]);
    expect(body.continue_url).toBe('https://www.shop.example/');
  });

  it.each([
    [424, 'profile_unreachable', { status: 404 }],
    [424, 'profile_unreachable', { status: 500 }],
    [422, 'profile_malformed', { body: 'hello' }],
    [422, 'profile_malformed', { body: '{"ucp":{"version":"draft"}}' }],
    [422, 'profile_malformed', { body: '[]' }],
    [422, 'version_unsupported', { body: platformProfile(EVERYTHING, '2026-01-11') }],
    [422, 'version_unsupported', { body: platformProfile(EVERYTHING, '2026-01-23') }],
    [422, 'version_unsupported', { body: platformProfile(EVERYTHING, '2099-01-01') }],
  ])('is told so: %i %s', async (expected, code, answer) => {
    const ask = await shop(platformNetwork(() => answer));
    for (const language of ['en', 'zh-CN']) {
      const { status, body } = await ask({ query: 'dress' }, undefined, 'search', language);
      expect([status, body.code]).toEqual([expected, code]);
      expect(/\p{Script=Han}/u.test(body.content ?? '')).toBe(language === 'zh-CN');
    }
  });

  it('is not followed where it points', async () => {
    const network = platformNetwork(() => ({ status: 302, headers: { location: 'https://elsewhere.example/p' } }));
    const ask = await shop(network);
    expect((await ask({ query: 'dress' })).status).toBe(400);
    expect(network.left).toHaveLength(1);
  });
});

describe('profiles', () => {
  it('are fetched once and kept', async () => {
    const network = platformNetwork();
    const ask = await shop(network);
    await Promise.all([ask({ query: 'a' }), ask({ query: 'b' }), ask({ query: 'c' })]);
    await ask({ query: 'd' });
    expect(network.left.map(({ url }) => url)).toEqual([PLATFORM]);
  });

  it('are not all read at once: who names many new ones is asked to wait', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { fetch } = platformNetwork();
    const ask = await shop({
      fetch: async (...asked) => {
        await held;
        return fetch(...asked);
      },
    });
    const asked = Array.from({ length: 12 }, (_, n) => ask({ query: 'x' }, `profile="https://agent.example/${n}"`));
    const first = await Promise.race(asked);
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '1']);
    release();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(8);
  });
});

describe('the UCP-Agent header', () => {
  it.each([
    ['profile="https://a.example/p"', 'https://a.example/p'],
    ['name="x", profile="https://a.example/p";v=1', 'https://a.example/p'],
    ['name="a, profile=\\"b\\"", profile="https://a.example/p"', 'https://a.example/p'],
    ['profile="https://first.example", profile="https://last.example"', 'https://last.example'],
    ['flag, n=1;q="x,y", profile="https://a.example/p"', 'https://a.example/p'],
    ['', undefined],
    ['nothing at all', undefined],
  ])('is read as a dictionary: %s', (header, expected) => {
    expect(profileInHeader(header)).toBe(expected);
  });
});
