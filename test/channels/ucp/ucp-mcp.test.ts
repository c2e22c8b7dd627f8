import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterEach, describe, expect, it } from 'vitest';
import { createUcp } from '../../../src/channels/ucp/ucp-channel.js';
import { LOOKUP, SEARCH, UCP_VERSION } from '../../../src/channels/ucp/ucp-profile.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';
import { sampleGarment } from '../../support/sample-garments.js';
import { samplePhoto } from '../../support/sample-photo.js';
import { PLATFORM, platformNetwork, platformProfile } from '../../support/ucp-platform.js';

let edge: Edge | undefined;
let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  await edge?.close();
});

const price = { minorUnits: 19_900, currency: 'CNY' };
const GARMENTS = ['d1', 'd2'].map((id) => sampleGarment({ id, category: 'dress', price, sizes: [] }));

async function agent(network = platformNetwork(), language = 'en'): Promise<Client> {
  edge = await startEdge({
    garments: GARMENTS,
    channels: (deps) => [createUcp(deps)],
    site: { publicUrl: 'https://www.shop.example' },
    fetch: network.fetch,
  });
  client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(`${edge.url}/ucp/mcp`), {
    requestInit: { headers: { 'Accept-Language': language } },
  });
  await client.connect(transport as Transport);
  return client;
}
const META = { 'ucp-agent': { profile: PLATFORM } };
const call = (to: Client, name: string, catalog: unknown, meta: unknown = META) =>
  to.callTool({ name, arguments: { meta, catalog } });
interface Answered {
  readonly ucp: { version: string; status?: string; capabilities: Record<string, unknown> };
  readonly products?: { id: string; variants: { id: string; inputs?: object[] }[] }[];
  readonly product?: { id: string };
  readonly messages?: { code: string; content: string }[];
}
const ask = async (to: Client, name: string, catalog: unknown) =>
  (await call(to, name, catalog)).structuredContent as unknown as Answered;

describe('the catalogue’s calls over MCP', () => {
  it('are listed, with what they take', async () => {
    const { tools } = await (await agent()).listTools();
    expect(tools.map(({ name }) => name)).toEqual(['search_catalog', 'lookup_catalog', 'get_product']);
    for (const { inputSchema } of tools) {
      expect(inputSchema.required).toEqual(['meta', 'catalog']);
      expect(inputSchema.properties?.catalog).toMatchObject({ type: 'object', properties: expect.any(Object) });
    }
  });

  it('search, structured and as text', async () => {
    const shop = await agent();
    const found = await call(shop, 'search_catalog', { query: '红色连衣裙', pagination: { limit: 1 } });
    const answered = found.structuredContent as unknown as Answered;
    expect(answered.ucp.version).toBe(UCP_VERSION);
    expect(Object.keys(answered.ucp.capabilities)).toContain(SEARCH);
    expect(answered.products?.map(({ id }) => id)).toEqual(['d1']);
    expect(answered).toMatchObject({ pagination: { has_next_page: true, cursor: expect.any(String) } });
    const [text] = found.content as { text: string }[];
    expect(JSON.parse(text?.text ?? '')).toEqual(found.structuredContent);
  });

  it('search by a picture', async () => {
    const image = Buffer.from(await samplePhoto()).toString('base64');
    await ask(await agent(), 'search_catalog', { visual: { image }, query: 'in navy' });
    expect(edge?.searches[0]).toMatchObject({ text: 'in navy', photo: expect.anything() });
  });

  it('look up, and say which ids led nowhere', async () => {
    const answered = await ask(await agent(), 'lookup_catalog', { ids: ['d2', 'nothing'] });
    expect(Object.keys(answered.ucp.capabilities)).toEqual([LOOKUP]);
    expect(answered.products?.[0]).toMatchObject({
      id: 'd2',
      variants: [{ inputs: [{ id: 'd2', match: 'featured' }] }],
    });
    expect(answered.messages).toEqual([{ type: 'info', code: 'not_found', content: 'nothing' }]);
  });

  it('show one product; none is an outcome, not an error', async () => {
    const shop = await agent();
    expect((await ask(shop, 'get_product', { id: 'd1' })).product?.id).toBe('d1');
    const gone = await ask(shop, 'get_product', { id: 'nothing' });
    expect([gone.ucp.status, gone.messages?.[0]?.code]).toEqual(['error', 'not_found']);
  });

  it.each([
    ['no such tool', 'buy_everything', {}],
    ['a query that is no text', 'search_catalog', { query: 5 }],
    ['nothing to search for', 'search_catalog', {}],
    ['no catalog', 'get_product', undefined],
    ['too many ids', 'lookup_catalog', { ids: Array.from({ length: 51 }, (_, index) => `g${index}`) }],
  ])('refuse %s as invalid params', async (_what, tool, catalog) => {
    await expect(call(await agent(), tool, catalog)).rejects.toMatchObject({ code: -32602 });
  });
});

describe('a call whose platform does not serve', () => {
  const post = async (body: unknown) => {
    const response = await fetch(`${edge?.url}/ucp/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as { error: Record<string, unknown> } };
  };
  const message = (meta: unknown) => ({
    jsonrpc: '2.0',
    id: 7,
    method: 'tools/call',
    params: { name: 'search_catalog', arguments: { ...(meta === undefined ? {} : { meta }), catalog: { query: 'x' } } },
  });

  it.each([
    [400, 'invalid_profile_url', undefined, {}],
    [400, 'invalid_profile_url', { 'ucp-agent': {} }, {}],
    [424, 'profile_unreachable', META, { status: 503 }],
    [422, 'profile_malformed', META, { body: '{}' }],
    [422, 'version_unsupported', META, { body: platformProfile({ [SEARCH]: '2026-01-11' }, '2026-01-11') }],
  ])('is refused in JSON-RPC with the status beside it: %i %s', async (expected, code, meta, answer) => {
    const shop = await agent(platformNetwork(() => answer));
    const { status, body } = await post(message(meta));
    expect(status).toBe(expected);
    expect(body).toMatchObject({
      jsonrpc: '2.0',
      id: 7,
      error: { code: -32001, message: expect.any(String), data: { code, continue_url: 'https://www.shop.example/' } },
    });
    await expect(shop.callTool({ name: 'search_catalog', arguments: { catalog: {} } })).rejects.toThrow();
    expect(edge?.searches).toEqual([]);
  });

  it('with no capability in common is answered with a result', async () => {
    const shop = await agent(
      platformNetwork(() => ({ body: platformProfile({}) })),
      'zh-CN',
    );
    const answered = await ask(shop, 'search_catalog', { query: 'x' });
    expect([answered.ucp.status, answered.messages?.[0]?.code]).toEqual(['error', 'capabilities_incompatible']);
    expect(answered.messages?.[0]?.content).toMatch(/\p{Script=Han}/u);
  });

  it('does not get past it in a batch', async () => {
    await agent();
    const { status, body } = await post([message(undefined)]);
    expect([status, body.error.code]).toEqual([400, -32600]);
    expect(edge?.searches).toEqual([]);
  });
});
