import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Edge, type EdgeOptions, startEdge } from '../support/edge-harness.js';
import { samplePhoto } from '../support/sample-photo.js';

const edges: Edge[] = [];
afterEach(async () => {
  await Promise.all(edges.splice(0).map((edge) => edge.close()));
});

async function start(options: EdgeOptions = {}): Promise<Edge> {
  const edge = await startEdge(options);
  edges.push(edge);
  return edge;
}

const post = (edge: Edge, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(edge.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function form(fields: Record<string, string>, photo?: Uint8Array): Promise<FormData> {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  if (photo !== undefined) made.append('image', new Blob([Buffer.from(photo)]), 'p.jpg');
  return made;
}

describe('POST /api/turns', () => {
  it('answers a turn and goes on in the conversation that is named', async () => {
    const edge = await start();
    const first = await (await post(edge, '/api/turns', { text: 'red dress', locale: 'en' })).json();
    expect(first.reply.text).toBe('Here are 4 pieces.');
    expect(first.reply.items[0].garment.images[0]).toBe(`${edge.url}/demo/images/g1.webp`);
    const { conversationId } = first;
    const second = await (
      await post(edge, '/api/turns', { conversationId, userId: 'u', text: '便宜点', locale: 'zh-CN' })
    ).json();
    expect(second.conversationId).toBe(conversationId);
    expect(edge.turns[1]).toMatchObject({ conversationId, userId: 'u', turn: { text: '便宜点', locale: 'zh-CN' } });
  });

  it('takes the language of the request where the body names none', async () => {
    const edge = await start();
    await post(edge, '/api/turns', { text: 'x' }, { 'accept-language': 'fr, en-GB;q=0.8, zh;q=0.3' });
    expect(edge.turns[0]?.turn.locale).toBe('en');
  });

  it('takes a photo as a file, as a data URL and as base64', async () => {
    const edge = await start();
    const photo = await samplePhoto();
    const base64 = Buffer.from(photo).toString('base64');
    await fetch(`${edge.url}/api/turns`, {
      method: 'POST',
      body: await form({ text: 'like this', locale: 'en' }, photo),
    });
    await post(edge, '/api/turns', { image: `data:image/jpeg;base64,${base64}` });
    await post(edge, '/api/turns', { image: base64 });
    expect(edge.turns.map((request) => request.turn.photos[0]?.bytes.length)).toEqual([
      photo.length,
      photo.length,
      photo.length,
    ]);
    expect(edge.turns[0]?.turn.text).toBe('like this');
  });

  it('passes a photo that cannot be used on to be answered, and an empty message too', async () => {
    const edge = await start();
    const responses = await Promise.all([
      post(edge, '/api/turns', { image: Buffer.from('no picture').toString('base64') }),
      post(edge, '/api/turns', { image: '' }),
      post(edge, '/api/turns', { image: '***' }),
      post(edge, '/api/turns', { text: 'salut', locale: 'fr-FR' }),
      post(edge, '/api/turns', {}),
    ]);
    expect(responses.map((response) => response.status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('takes an action, and refuses one that does not exist', async () => {
    const edge = await start();
    await post(edge, '/api/turns', { action: { verb: 'similar', garmentId: 'g1' } });
    expect(edge.turns[0]?.turn.action).toEqual({ verb: 'similar', garmentId: 'g1' });
    expect((await post(edge, '/api/turns', { action: { verb: 'fly' } })).status).toBe(400);
  });
});

describe('POST /api/search', () => {
  it('searches words, photo and filters together', async () => {
    const edge = await start();
    const photo = await samplePhoto();
    const filters = { price: { max: { minorUnits: 50000, currency: 'CNY' } } };
    const response = await fetch(`${edge.url}/api/search`, {
      method: 'POST',
      body: await form({ text: 'like this in red', locale: 'en', filters: JSON.stringify(filters), limit: '3' }, photo),
    });
    const found = await response.json();
    expect(Object.keys(found).sort()).toEqual(
      ['attention', 'degraded', 'items', 'locale', 'relaxed', 'tookMs', 'understood'].sort(),
    );
    expect(found.items).toHaveLength(3);
    expect(found.attention.image).toBe(0.38);
    expect(edge.searches[0]?.constraints).toEqual({ category: 'dress', ...filters });
    expect(edge.searches[0]?.photo).toBeDefined();
  });

  it('gives ten where no limit is named, and refuses a limit out of range', async () => {
    const edge = await start();
    await post(edge, '/api/search', { text: 'x' });
    expect(edge.searches[0]?.limit).toBe(10);
    for (const limit of [0, 101, 'many', 1.5]) {
      expect((await post(edge, '/api/search', { text: 'x', limit })).status, String(limit)).toBe(400);
    }
  });

  it('refuses a search for nothing, and money that is not Money', async () => {
    const edge = await start();
    expect((await post(edge, '/api/search', {})).status).toBe(400);
    for (const max of [
      500,
      '500',
      { minorUnits: 1.5, currency: 'CNY' },
      { minorUnits: 1, currency: 'CNY', amount: 1 },
      { amount: 5 },
    ]) {
      const response = await post(edge, '/api/search', { text: 'x', filters: { price: { max } } });
      expect(response.status, JSON.stringify(max)).toBe(400);
    }
  });

  it.each([
    ['empty', '', 'photo-empty', 400],
    ['of another format', Buffer.from('GIF89a').toString('base64'), 'photo-format', 415],
    ['neither a data URL nor base64', '***', 'photo-format', 415],
  ])('refuses a photo that is %s', async (_what, image, code, status) => {
    const edge = await start();
    const response = await post(edge, '/api/search', { image });
    expect(response.status).toBe(status);
    expect((await response.json()).code).toBe(code);
  });
});

describe('GET /api/garments', () => {
  it('gives pages by cursor until the end', async () => {
    const edge = await start();
    const ids: string[] = [];
    let query = 'limit=4';
    for (;;) {
      const page = await (await fetch(`${edge.url}/api/garments?${query}`)).json();
      ids.push(...page.items.map((garment: { id: string }) => garment.id));
      if (page.nextCursor === undefined) break;
      query = `limit=4&cursor=${page.nextCursor}`;
    }
    expect(ids).toEqual(['g1', 'g2', 'g3', 'g4', 'g5', 'g6']);
  });

  it('filters by facet, and refuses a parameter it does not know', async () => {
    const edge = await start();
    const page = await (await fetch(`${edge.url}/api/garments?colours=red`)).json();
    expect(page.items.map((garment: { id: string }) => garment.id)).toEqual(['g4']);
    expect((await fetch(`${edge.url}/api/garments?colour=red`)).status).toBe(400);
  });

  it('gives one garment, its like, and a 404 with a code for one that is gone', async () => {
    const edge = await start();
    expect((await (await fetch(`${edge.url}/api/garments/g2`)).json()).id).toBe('g2');
    const { items } = await (await fetch(`${edge.url}/api/garments/g2/similar?limit=2`)).json();
    expect(items).toHaveLength(2);
    expect(items.every((item: { garment: { id: string } }) => item.garment.id !== 'g2')).toBe(true);
    for (const path of ['/api/garments/gone', '/api/garments/gone/similar']) {
      const response = await fetch(edge.url + path, { headers: { 'accept-language': 'en' } });
      expect(await response.json()).toMatchObject({
        status: 404,
        code: 'garment-not-found',
        detail: 'This garment is no longer here.',
      });
    }
  });
});

describe('POST /api/outfits', () => {
  it('composes around a garment with a budget, an occasion by any of its names, and what is owned', async () => {
    const edge = await start();
    const budget = { minorUnits: 100000, currency: 'CNY' };
    const made = await (
      await post(edge, '/api/outfits', { garmentId: 'g1', occasion: '通勤', budget, owned: ['g2'] })
    ).json();
    expect(made.outfits[0].total).toEqual({ minorUnits: 74700, currency: 'CNY' });
    expect(edge.outfitRequests[0]).toMatchObject({ garmentId: 'g1', budget, owned: ['g2'] });
    expect(edge.outfitRequests[0]?.occasion).toMatch(/^[a-z_]+$/);
  });

  it('takes a photo of one’s own', async () => {
    const edge = await start();
    await fetch(`${edge.url}/api/outfits`, { method: 'POST', body: await form({}, await samplePhoto()) });
    expect(edge.outfitRequests[0]?.photo?.tags.garment).toBe(true);
  });

  it('composes for a wearer, a size, a temperature and rain, without colours that are avoided', async () => {
    const edge = await start();
    const asked = { celsius: 5, rain: true, audience: '男士', size: 'xl', avoidColours: ['红色', 'navy'] };
    expect((await post(edge, '/api/outfits', asked)).status).toBe(200);
    expect(edge.outfitRequests[0]).toMatchObject({
      celsius: 5,
      rain: true,
      audience: 'men',
      size: 'XL',
      avoidColours: ['red', 'navy'],
    });
    for (const wrong of [
      { celsius: 500 },
      { celsius: 5, audience: 'martians' },
      { celsius: 5, avoidColours: ['plaid-ish'] },
    ])
      expect((await post(edge, '/api/outfits', wrong)).status).toBe(400);
  });

  it('refuses nothing at all, a garment that is gone, an unknown occasion and a bare number as budget', async () => {
    const edge = await start();
    const codes = await Promise.all(
      [{}, { garmentId: 'gone' }, { occasion: 'moon landing' }, { garmentId: 'g1', budget: 500 }].map(
        async (body) => (await (await post(edge, '/api/outfits', body)).json()).code,
      ),
    );
    expect(codes).toEqual(['bad-request', 'garment-not-found', 'bad-request', 'bad-request']);
  });
});

describe('POST /api/tag', () => {
  it('says what the model sees, for a form, for JSON and for the bare bytes', async () => {
    const edge = await start();
    const photo = await samplePhoto();
    const responses = await Promise.all([
      fetch(`${edge.url}/api/tag`, { method: 'POST', body: await form({}, photo) }),
      post(edge, '/api/tag', { image: Buffer.from(photo).toString('base64') }),
      fetch(`${edge.url}/api/tag`, {
        method: 'POST',
        headers: { 'content-type': 'image/jpeg' },
        body: Buffer.from(photo),
      }),
    ]);
    for (const response of responses) {
      expect(await response.json()).toMatchObject({
        garment: true,
        tags: { category: { id: 'dress', confidence: 0.91 } },
      });
    }
  });

  it('refuses a request without a photo, and one that is too large', async () => {
    const edge = await start();
    expect(await (await post(edge, '/api/tag', {})).json()).toMatchObject({ status: 400, code: 'photo-missing' });
    const huge = new Uint8Array(11 * 1024 * 1024).fill(0xff);
    const response = await fetch(`${edge.url}/api/tag`, { method: 'POST', body: await form({}, huge) });
    expect(await response.json()).toMatchObject({ status: 413, code: 'photo-too-large' });
  });
});

describe('events and a user’s data', () => {
  it('takes events, and says that none was kept where nothing keeps them', async () => {
    const edge = await start();
    const response = await post(edge, '/api/events', { userId: 'u', events: [{ verb: 'like', garmentId: 'g1' }] });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ accepted: 1, kept: 0 });
    expect(
      (await post(edge, '/api/events', { userId: 'u', events: [{ verb: 'steal', garmentId: 'g1' }] })).status,
    ).toBe(400);
    expect((await post(edge, '/api/events', { events: [{ verb: 'like', garmentId: 'g1' }] })).status).toBe(400);
  });

  it('shows and erases what is kept of a user', async () => {
    const edge = await start();
    expect(await (await fetch(`${edge.url}/api/users/u/data`)).json()).toMatchObject({
      userId: 'u',
      conversations: [],
    });
    const erased = await fetch(`${edge.url}/api/users/u/data`, { method: 'DELETE' });
    expect(await erased.json()).toMatchObject({ erased: { conversations: 1 } });
    expect(edge.forgotten).toEqual(['u']);
  });
});

describe('problem details', () => {
  it.each([
    ['malformed JSON', 'POST', '/api/search', '{', 'application/json', 400, 'bad-request'],
    ['a list for a body', 'POST', '/api/search', '[]', 'application/json', 400, 'bad-request'],
    ['another content type', 'POST', '/api/search', 'x', 'text/plain', 415, 'unsupported-media'],
    ['no content type', 'POST', '/api/turns', undefined, undefined, 415, 'unsupported-media'],
    ['another method', 'GET', '/api/search', undefined, undefined, 405, 'method-not-allowed'],
    ['another method on a garment', 'DELETE', '/api/garments/g1', undefined, undefined, 405, 'method-not-allowed'],
    ['an unknown path', 'GET', '/nowhere', undefined, undefined, 404, 'not-found'],
    ['a malformed address', 'GET', '/api/garments/%E0%A4%A', undefined, undefined, 400, 'bad-request'],
    ['a broken form', 'POST', '/api/tag', 'x', 'multipart/form-data; boundary=b', 400, 'bad-request'],
  ])('come for %s, in either language', async (_what, method, path, body, type, status, code) => {
    const edge = await start();
    const details = await Promise.all(
      ['zh-CN', 'en'].map(async (locale) => {
        const response = await fetch(edge.url + path, {
          method,
          headers: { 'accept-language': locale, ...(type === undefined ? {} : { 'content-type': type }) },
          ...(body === undefined ? {} : { body }),
        });
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        const problem = await response.json();
        expect(problem).toMatchObject({ status, code, type: `urn:yida:fault:${code}` });
        expect(response.status).toBe(status);
        return problem.detail as string;
      }),
    );
    expect(details[0]).toMatch(/\p{Script=Han}/u);
    expect(details[1]).not.toMatch(/\p{Script=Han}/u);
  });

  it('of our own failures tell nothing of the inside', async () => {
    const edge = await start({ takeTurn: () => Promise.reject(new Error('secret path /etc/x')) });
    const response = await post(edge, '/api/turns', { text: 'x', locale: 'en' });
    expect(response.status).toBe(500);
    expect(JSON.stringify(await response.json())).not.toContain('secret');
  });
});

describe('health, figures and the description', () => {
  it('is alive before it is ready, and says when it is', async () => {
    let ready = false;
    const edge = await start({ ready: () => ready });
    expect((await fetch(`${edge.url}/healthz`)).status).toBe(200);
    const notYet = await fetch(`${edge.url}/readyz`);
    expect([notYet.status, notYet.headers.get('retry-after')]).toEqual([503, '2']);
    for (const path of ['/api/search', '/mcp', '/voice/alexa'])
      expect((await post(edge, path, { text: 'x' })).status, path).toBe(503);
    ready = true;
    expect(await (await fetch(`${edge.url}/readyz`)).json()).toEqual({ status: 'ready', garments: 6, model: 'fake' });
  });

  it('counts requests by route, without ids', async () => {
    const edge = await start();
    await fetch(`${edge.url}/api/users/somebody/data`);
    const figures = await (await fetch(`${edge.url}/metrics`)).text();
    expect(figures).toContain('yida_http_request_seconds_count{route="/api/users/:id/data"');
    expect(figures).not.toContain('somebody');
  });

  it('describes every route of the API from the schemas that check it', async () => {
    const edge = await start();
    const described = await (await fetch(`${edge.url}/openapi.json`)).json();
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths)).toEqual(
      expect.arrayContaining([
        '/api/turns',
        '/api/search',
        '/api/garments',
        '/api/outfits',
        '/api/tag',
        '/api/users/{id}/data',
      ]),
    );
    const body = described.paths['/api/outfits'].post.requestBody.content['application/json'].schema;
    expect(body.properties.budget.properties).toHaveProperty('minorUnits');
  });

  it('gives each request an id, the caller’s own where it is sensible', async () => {
    const edge = await start();
    const named = await fetch(`${edge.url}/healthz`, { headers: { 'x-request-id': 'abc-1' } });
    expect(named.headers.get('x-request-id')).toBe('abc-1');
    const odd = await fetch(`${edge.url}/healthz`, { headers: { 'x-request-id': 'a b<c>' } });
    expect(odd.headers.get('x-request-id')).not.toBe('a b<c>');
  });
});

describe('pictures and pages', () => {
  it('serves imported pictures by hash for ever, and nothing outside their folder', async () => {
    const edge = await start();
    await writeFile(join(edge.pictureFolder, '0123456789abcdef.webp'), 'picture');
    const response = await fetch(`${edge.url}/pictures/0123456789abcdef.webp`);
    expect(await response.text()).toBe('picture');
    expect(response.headers.get('cache-control')).toContain('immutable');
    for (const name of ['..%2F..%2Fpackage.json', 'ffffffffffffffff.webp', '0123456789abcdef.png']) {
      expect((await fetch(`${edge.url}/pictures/${name}`)).status).toBe(404);
    }
  });

  it('draws demo pictures and boards when they are asked for', async () => {
    const drawn = { contentType: 'image/webp', bytes: new TextEncoder().encode('drawn') };
    const edge = await start({
      pictures: {
        demo: async (id) => (id === 'g1' ? drawn : undefined),
        board: async (path) =>
          path === '/boards/en/a.b.webp'
            ? { contentType: 'image/webp', bytes: new TextEncoder().encode('board') }
            : undefined,
      },
    });
    expect(await (await fetch(`${edge.url}/demo/images/g1.webp`)).text()).toBe('drawn');
    expect((await fetch(`${edge.url}/demo/images/nobody.webp`)).status).toBe(404);
    expect((await fetch(`${edge.url}/demo/images/nobody.jpg`)).status).toBe(404);
    expect(await (await fetch(`${edge.url}/boards/en/a.b.webp`)).text()).toBe('board');
    expect((await fetch(`${edge.url}/boards/..%2Fx`)).status).toBe(404);
  });

  it('has every picture as JPEG too, on white', async () => {
    const sharp = (await import('sharp')).default;
    const clear = { create: { width: 8, height: 8, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } } };
    const drawn = { contentType: 'image/webp', bytes: await sharp(clear).webp().toBuffer() };
    const edge = await start({ pictures: { demo: async () => drawn, board: async () => drawn } });
    for (const path of ['/demo/images/g1.jpg', '/boards/en/a.b.jpg']) {
      const response = await fetch(`${edge.url}${path}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      const { data, info } = await sharp(await response.arrayBuffer())
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, (data[0] ?? 0) > 250]).toEqual([8, true]);
    }
  });

  it('has a page for a demo garment in both languages, on which feed text is text', async () => {
    const { sampleGarment } = await import('../support/sample-garments.js');
    const title = { 'zh-CN': '裙子<script>alert(1)</script>', en: 'Dress <script>alert(1)</script>' };
    const edge = await start({ garments: [sampleGarment({ title })] });
    const [zh, en] = await Promise.all(
      ['zh-CN', 'en'].map(async (locale) => (await fetch(`${edge.url}/demo/garments/g1?locale=${locale}`)).text()),
    );
    expect(zh).toContain('面料');
    expect(en).toContain('Fabric');
    for (const page of [zh, en]) expect(page).not.toContain('<script>');
    expect((await fetch(`${edge.url}/demo/garments/nobody`)).status).toBe(404);
  });
});
