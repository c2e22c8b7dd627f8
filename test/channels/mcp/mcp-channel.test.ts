import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterEach, describe, expect, it } from 'vitest';
import { createMcp } from '../../../src/channels/mcp/mcp-channel.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';

const KEY = 'a-key-of-sixteen-or-more';
let edge: Edge | undefined;
let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  await edge?.close();
});

async function agent(options: { production?: boolean; key?: string; language?: string } = {}): Promise<Client> {
  edge = await startEdge({
    channels: (deps) => [createMcp(deps)],
    site: { production: options.production ?? false, apiKey: KEY },
  });
  client = new Client({ name: 'test', version: '1' });
  const headers = {
    'Accept-Language': options.language ?? 'en',
    ...(options.key === undefined ? {} : { Authorization: `Bearer ${options.key}` }),
  };
  const transport = new StreamableHTTPClientTransport(new URL(`${edge.url}/mcp`), { requestInit: { headers } });
  await client.connect(transport as Transport);
  return client;
}
const call = (to: Client, name: string, args: Record<string, unknown>) => to.callTool({ name, arguments: args });
const JPEG = Buffer.from([0xff, 0xd8, 0xff]).toString('base64');

describe('the shop as an agent’s tools', () => {
  it('are listed with what they take and what they give', async () => {
    const { tools } = await (await agent()).listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search_garments',
      'get_garment',
      'similar_garments',
      'suggest_outfits',
      'get_shopper_profile',
    ]);
    for (const tool of tools) {
      expect(tool.inputSchema.type).toBe('object');
      expect(tool.outputSchema?.type).toBe('object');
      expect(tool.annotations?.readOnlyHint).toBe(true);
      expect(tool.description?.length).toBeGreaterThan(20);
    }
  });

  it('find garments by words, with price, sizes, addresses an agent can open, and reasons', async () => {
    const found = await call(await agent(), 'search_garments', { query: 'a red dress', limit: 2 });
    const { items } = found.structuredContent as { items: Record<string, unknown>[] };
    expect(items.length).toBe(2);
    expect(items[0]).toMatchObject({
      id: expect.any(String),
      title: expect.any(String),
      price: { currency: 'CNY' },
      match: 'exact',
    });
    expect(String(items[0]?.image)).toMatch(/^http/);
    expect(edge?.searches[0]).toMatchObject({ text: 'a red dress', limit: 2 });
    expect(found.content).toMatchObject([{ type: 'text', text: expect.stringContaining(String(items[0]?.id)) }]);
  });

  it('find by a photo, with words or without, as a data URL or as base64', async () => {
    const shop = await agent();
    await call(shop, 'search_garments', { image: `data:image/jpeg;base64,${JPEG}`, query: 'but in blue' });
    await call(shop, 'similar_garments', { image: JPEG });
    expect(edge?.searches.map(({ photo, text }) => [photo !== undefined, text])).toEqual([
      [true, 'but in blue'],
      [true, undefined],
    ]);
  });

  it('show one garment, and what is like it', async () => {
    const shop = await agent({ language: 'zh-CN' });
    const listed = await call(shop, 'search_garments', { query: '连衣裙', limit: 1 });
    const [first] = (listed.structuredContent as { items: { id: string }[] }).items;
    const shown = await call(shop, 'get_garment', { id: first?.id });
    expect(shown.structuredContent).toMatchObject({
      garment: { id: first?.id, facets: { category: expect.any(String) } },
    });
    await call(shop, 'similar_garments', { id: first?.id, limit: 3 });
    expect(edge?.searches.at(-1)).toMatchObject({ similarTo: first?.id, limit: 3 });
  });

  it('put outfits together for an occasion in either language', async () => {
    const shop = await agent();
    const dressed = await call(shop, 'suggest_outfits', { occasion: 'work', limit: 1 });
    expect(dressed.structuredContent).toMatchObject({
      outfits: [{ total: { minorUnits: 74700, currency: 'CNY' }, total_text: '¥747', garments: expect.any(Array) }],
      nothing_because: null,
    });
    await call(shop, 'suggest_outfits', { occasion: '上班' });
    expect(edge?.outfitRequests.map(({ occasion }) => occasion)).toEqual(['work', 'work']);
  });

  it('say what is known of a shopper, which is nothing without consent', async () => {
    const profile = await call(await agent(), 'get_shopper_profile', { user_id: 'nobody' });
    expect(profile.structuredContent).toEqual({ known: false, told: {} });
  });

  it.each([
    ['en', 'get_garment', { id: 'no-such' }, 'garment-not-found'],
    ['zh-CN', 'get_garment', { id: 'no-such' }, 'garment-not-found'],
    ['en', 'search_garments', {}, 'bad-request'],
    ['en', 'suggest_outfits', { occasion: 'moon landing' }, 'bad-request'],
    ['en', 'search_garments', { image: Buffer.from('not a picture').toString('base64') }, 'photo-format'],
  ])('answer a mistake with one sentence in %s: %s %j', async (language, tool, args, code) => {
    const refused = await call(await agent({ language }), tool, args);
    expect(refused.isError).toBe(true);
    const [{ text } = { text: '' }] = refused.content as { text: string }[];
    expect(text.startsWith(`${code}: `)).toBe(true);
    expect(/\p{Script=Han}/u.test(text)).toBe(language === 'zh-CN');
  });

  it.each([
    ['search_garments', {}, 'At least one of these is needed: query, image, filters'],
    ['similar_garments', {}, 'Exactly one of these is needed: id, image'],
    ['similar_garments', { id: 'a', image: 'aGk=' }, 'Exactly one of these is needed: id, image'],
    ['suggest_outfits', {}, 'At least one of these is needed: garment_id, image, occasion, season, celsius'],
  ])('say which arguments are missing, and how many of them will do: %s %j', async (tool, args, said) => {
    const refused = await call(await agent(), tool, args);
    expect(refused.isError).toBe(true);
    expect(refused.content).toEqual([{ type: 'text', text: `bad-request: ${said}` }]);
  });

  it.each([
    ['suggest_outfits', { occasion: 'text: moon' }, 'occasion: text: moon'],
    ['suggest_outfits', { occasion: 'work', avoid_colours: ['octarine'] }, 'avoid_colours: octarine'],
  ])('name their own arguments in a mistake: %s %j', async (tool, args, why) => {
    const refused = await call(await agent(), tool, args);
    const [{ text } = { text: '' }] = refused.content as { text: string }[];
    expect(text).toBe(`bad-request: ${edge?.wording.messages.format('en', 'fault.bad-request', { why })}`);
  });

  it('refuse arguments that are none of theirs', async () => {
    const refused = await call(await agent(), 'search_garments', { query: 'x', limit: 900 });
    expect(refused.isError).toBe(true);
    expect(edge?.searches).toEqual([]);
  });
});

describe('the address of the tools', () => {
  it('opens to the key alone in production', async () => {
    await expect(agent({ production: true })).rejects.toThrow();
    await edge?.close();
    await expect(agent({ production: true, key: 'another-key-altogether' })).rejects.toThrow();
    await edge?.close();
    expect((await (await agent({ production: true, key: KEY })).listTools()).tools.length).toBe(5);
  });

  it('has POST alone, and refuses what is no message of the protocol', async () => {
    edge = await startEdge({ channels: (deps) => [createMcp(deps)] });
    const listened = await fetch(`${edge.url}/mcp`, { headers: { Accept: 'text/event-stream' } });
    expect([listened.status, listened.headers.get('allow')]).toEqual([405, 'POST']);
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
    const broken = await fetch(`${edge.url}/mcp`, { method: 'POST', headers, body: '{' });
    expect(broken.status).toBe(400);
    const foreign = await fetch(`${edge.url}/mcp`, {
      method: 'POST',
      headers: { ...headers, Origin: 'https://evil.example' },
      body: '{}',
    });
    expect(foreign.status).toBe(403);
  });
});
