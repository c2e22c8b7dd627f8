import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type Edge, type EdgeOptions, startEdge } from '../support/edge-harness.js';
import { sampleReply } from '../support/sample-reply.js';

const edges: Edge[] = [];
afterEach(async () => {
  await Promise.all(edges.splice(0).map((edge) => edge.close()));
});

async function start(options: EdgeOptions = {}): Promise<Edge> {
  const edge = await startEdge(options);
  edges.push(edge);
  return edge;
}

const KEY = 'the-key-of-the-merchant';
const PRODUCTION = { site: { production: true, apiKey: KEY, allowedOrigins: ['https://shop.example'] } };

/** fetch does not let a caller write Host and Origin. */
function raw(
  edge: Edge,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${edge.url}${path}`, { method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('outside production', () => {
  it('a foreign Host or Origin is refused', async () => {
    const edge = await start();
    const { port } = edge.listening;
    expect((await raw(edge, '/api/garments', { host: `localhost:${port}` })).status).toBe(200);
    expect((await raw(edge, '/api/garments', { host: `rebound.example:${port}` })).status).toBe(403);
    expect((await raw(edge, '/api/garments', { host: '127.0.0.1.evil.example' })).status).toBe(403);
    expect(
      (await raw(edge, '/api/garments', { host: `127.0.0.1:${port}`, origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect((await raw(edge, '/api/garments', { host: `127.0.0.1:${port}`, origin: 'null' })).status).toBe(403);
    expect(
      (await raw(edge, '/api/garments', { host: `127.0.0.1:${port}`, origin: 'http://localhost:5173' })).status,
    ).toBe(200);
  });

  it('callers of this machine are not rate-limited', async () => {
    const edge = await start({ requestsPerMinute: 2 });
    const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await fetch(`${edge.url}/api/garments`)).status));
    expect(statuses).toEqual([200, 200, 200, 200]);
  });

  it('needs no credential, and refuses a wrong one', async () => {
    const edge = await start();
    const wrong = await fetch(`${edge.url}/api/garments`, { headers: { authorization: 'Bearer nonsense' } });
    expect(wrong.status).toBe(401);
  });
});

describe('in production', () => {
  it('the API needs the key or a bound token', async () => {
    const edge = await start(PRODUCTION);
    const status = async (authorization?: string) =>
      (await fetch(`${edge.url}/api/garments`, authorization === undefined ? {} : { headers: { authorization } }))
        .status;
    expect(await status()).toBe(401);
    expect(await status('Bearer wrong')).toBe(401);
    expect(await status(`Bearer ${KEY}`)).toBe(200);
    const token = edge.tokens.issue({ conversationId: 'c', userId: 'u' }, 'talk', 60);
    expect(await status(`Bearer ${token}`)).toBe(200);
    expect((await fetch(`${edge.url}/healthz`)).status).toBe(200);
  });

  it('a userId in a body is believed only with the key', async () => {
    const edge = await start(PRODUCTION);
    const turn = (credential: string, body: object) =>
      fetch(`${edge.url}/api/turns`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` },
        body: JSON.stringify(body),
      });
    const token = edge.tokens.issue({ conversationId: 'c', userId: 'u' }, 'talk', 60);
    await turn(token, { text: 'x', userId: 'victim' });
    await turn(KEY, { text: 'x', userId: 'customer' });
    expect(edge.turns.map((asked) => asked.userId)).toEqual(['u', 'customer']);
    expect(edge.turns[0]?.conversationId).toBe('c');
    expect((await turn(token, { text: 'x', conversationId: 'another' })).status).toBe(403);
  });

  it('a user’s data opens to that user’s token or the key alone', async () => {
    const edge = await start(PRODUCTION);
    const status = async (method: string, credential?: string) =>
      (
        await fetch(`${edge.url}/api/users/u/data`, {
          method,
          headers: credential === undefined ? {} : { authorization: `Bearer ${credential}` },
        })
      ).status;
    const own = edge.tokens.issue({ conversationId: 'c', userId: 'u' }, 'talk', 60);
    const other = edge.tokens.issue({ conversationId: 'c', userId: 'v' }, 'talk', 60);
    for (const method of ['GET', 'DELETE']) {
      expect(await status(method)).toBe(401);
      expect(await status(method, other)).toBe(403);
      expect(await status(method, own)).toBe(200);
      expect(await status(method, KEY)).toBe(200);
    }
  });

  it('one address is limited and told when to come back; the key is not', async () => {
    const edge = await start({ ...PRODUCTION, requestsPerMinute: 2 });
    const token = edge.tokens.issue({ conversationId: 'c', userId: 'u' }, 'talk', 60);
    const ask = (credential: string) =>
      fetch(`${edge.url}/api/garments`, { headers: { authorization: `Bearer ${credential}` } });
    for (let asked = 0; asked < 2; asked++) expect((await ask(token)).status).toBe(200);
    const refused = await ask(token);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await refused.json()).code).toBe('rate-limited');
    expect((await ask(KEY)).status).toBe(200);
    expect((await fetch(`${edge.url}/mcp`, { method: 'POST' })).status).toBe(429);
  });

  it('pages of allowed origins may call, others get no leave', async () => {
    const edge = await start(PRODUCTION);
    const preflight = (origin: string) =>
      raw(edge, '/api/turns', { origin, 'access-control-request-method': 'POST' }, 'OPTIONS');
    expect((await preflight('https://shop.example')).headers['access-control-allow-origin']).toBe(
      'https://shop.example',
    );
    expect((await preflight('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('security headers', () => {
  it('are on every answer', async () => {
    const edge = await start();
    const { headers } = await fetch(`${edge.url}/api/garments`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a stop', () => {
  it('lets a turn under way finish', async () => {
    let release = () => {};
    const running = new Promise<void>((resolve) => {
      release = resolve;
    });
    let entered = () => {};
    const under = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const edge = await startEdge({
      async takeTurn(asked) {
        entered();
        await running;
        return { conversationId: asked.conversationId, reply: sampleReply('en'), duplicate: false };
      },
    });
    const answer = fetch(`${edge.url}/api/turns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"x","locale":"en"}',
    });
    await under;
    const closing = edge.close();
    release();
    expect((await answer).status).toBe(200);
    await closing;
    await expect(fetch(`${edge.url}/healthz`)).rejects.toThrow();
  });
});
