import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/encoding/address-guard.js';
import { createGuardedFetch } from '../../src/encoding/guarded-fetch.js';
import type { Transport, TransportRequest } from '../../src/encoding/pinned-transport.js';

const PUBLIC = '93.184.216.34';

/** A way out that notes what it is asked and answers from a list. */
function recorded(answers: Record<string, { status?: number; location?: string }> = {}) {
  const sent: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    sent.push(request);
    const { status = 200, location } = answers[request.url.href] ?? {};
    const headers: Record<string, string> = location === undefined ? {} : { location };
    return { status, headers, bytes: new Uint8Array([1]) };
  };
  return { sent, transport };
}

describe('what counts as the public internet', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:2800:220:1::1'])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2001:db8::1',
    '2002:a00:1::',
    '2001::1',
    'localhost',
    '',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it('refuses every private address, however it is chosen', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        byte,
        byte,
        byte,
        (b, c, d) => !isPublicAddress(`10.${b}.${c}.${d}`) && !isPublicAddress(`127.${b}.${c}.${d}`),
      ),
    );
  });
});

describe('the guarded fetch', () => {
  it('connects to the very address that was checked, resolved once', async () => {
    const { sent, transport } = recorded();
    let asked = 0;
    const fetchIt = createGuardedFetch({ transport, resolve: async () => [asked++ === 0 ? PUBLIC : '127.0.0.1'] });
    const answer = await fetchIt('https://shop.example/a.jpg');
    expect(answer.status).toBe(200);
    expect(sent.map(({ address }) => address)).toEqual([PUBLIC]);
    expect(asked).toBe(1);
  });

  it.each([
    'http://shop.example/a.jpg',
    'ftp://shop.example/',
    'file:///etc/passwd',
    'https://user:pass@shop.example/',
    'nonsense',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/',
  ])('refuses %s without connecting', async (address) => {
    const { sent, transport } = recorded();
    const fetchIt = createGuardedFetch({ transport, resolve: async () => [PUBLIC] });
    await expect(fetchIt(address)).rejects.toMatchObject({ code: 'address-refused' });
    expect(sent).toEqual([]);
  });

  it('refuses a name with one private address among public ones', async () => {
    const fetchIt = createGuardedFetch({ ...recorded(), resolve: async () => [PUBLIC, '10.0.0.5'] });
    await expect(fetchIt('https://shop.example/')).rejects.toMatchObject({ code: 'address-refused' });
  });

  it('checks every redirect again, and follows at most three', async () => {
    const hop = (n: number) => `https://shop.example/${n}`;
    const { sent, transport } = recorded({
      [hop(0)]: { status: 302, location: '/1' },
      [hop(1)]: { status: 302, location: 'https://inside.example/' },
      [hop(5)]: { status: 302, location: '/5' },
      [hop(6)]: { status: 302, location: 'http://shop.example/1' },
    });
    const resolve = async (host: string) => [host === 'inside.example' ? '192.168.1.1' : PUBLIC];
    const fetchIt = createGuardedFetch({ transport, resolve });
    await expect(fetchIt(hop(0))).rejects.toMatchObject({ code: 'address-refused' });
    expect(sent).toHaveLength(2);
    await expect(fetchIt(hop(5))).rejects.toMatchObject({ code: 'address-refused' });
    expect(sent).toHaveLength(6);
    await expect(fetchIt(hop(6))).rejects.toMatchObject({ code: 'address-refused' });
  });

  it('sends a token only to the hosts on its list, also after a redirect', async () => {
    const { sent, transport } = recorded({
      'https://api.bot.example/file': { status: 302, location: 'https://cdn.example/file' },
    });
    const fetchIt = createGuardedFetch({ transport, resolve: async () => [PUBLIC] });
    const credentials = { headers: { authorization: 'Bearer secret' }, hosts: ['.bot.example'] };
    await fetchIt('https://api.bot.example/file', {
      credentials,
      headers: { accept: 'image/*', Authorization: 'smuggled' },
    });
    await fetchIt('https://evilbot.example/', { credentials });
    expect(sent.map(({ headers }) => headers)).toEqual([
      { accept: 'image/*', authorization: 'Bearer secret' },
      { accept: 'image/*' },
      {},
    ]);
  });

  it('repeats what was posted only on the same host', async () => {
    const { sent, transport } = recorded({
      'https://a.example/': { status: 307, location: 'https://b.example/' },
      'https://c.example/': { status: 303, location: 'https://b.example/' },
    });
    const fetchIt = createGuardedFetch({ transport, resolve: async () => [PUBLIC] });
    await expect(fetchIt('https://a.example/', { method: 'POST', body: 'x' })).rejects.toMatchObject({
      code: 'address-refused',
    });
    await fetchIt('https://c.example/', { method: 'POST', body: 'x' });
    expect(sent.at(-1)).toMatchObject({ method: 'GET', body: undefined });
  });

  it('says that a host that cannot be resolved is unreachable', async () => {
    const fetchIt = createGuardedFetch({ ...recorded(), resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    await expect(fetchIt('https://nowhere.example/')).rejects.toMatchObject({ code: 'photo-unreachable' });
  });
});

describe('over a real connection (loopback, allowed by the flag)', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());
  const serve = async (listener: RequestListener) => {
    server = createServer(listener);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };

  it('is refused without the flag', async () => {
    const address = await serve((_, response) => response.end('inside'));
    await expect(createGuardedFetch()(address)).rejects.toMatchObject({ code: 'address-refused' });
  });

  it('returns status, headers and bytes of any answer', async () => {
    const address = await serve((_, response) => response.writeHead(404, { 'x-a': 'b' }).end('gone'));
    const answer = await createGuardedFetch({ allowLoopback: true })(address);
    expect(answer).toMatchObject({ status: 404, headers: { 'x-a': 'b' }, url: address });
    expect(Buffer.from(answer.bytes).toString()).toBe('gone');
  });

  it('stops an answer that grows too large, announced or not', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/told') response.setHeader('content-length', 5_000);
      response.write('x'.repeat(5_000));
      response.end();
    });
    const fetchIt = createGuardedFetch({ allowLoopback: true });
    for (const path of ['told', 'untold']) {
      await expect(fetchIt(address + path, { maxBytes: 1_000 })).rejects.toMatchObject({ code: 'too-large' });
    }
  });

  it('gives up on a host that never answers', async () => {
    const address = await serve(() => {});
    const fetchIt = createGuardedFetch({ allowLoopback: true });
    await expect(fetchIt(address, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'photo-unreachable' });
  });
});
