import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { YidaFault } from '../domain/fault.js';
import { isLoopbackAddress, isPublicAddress } from './address-guard.js';
import { nodeTransport, type Transport, type TransportAnswer } from './pinned-transport.js';

/** One outgoing request. */
export interface FetchRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Tokens and the hosts they may go to (a host, or `.example.com` for all below it); also after a redirect. */
  readonly credentials?: { readonly headers: Readonly<Record<string, string>>; readonly hosts: readonly string[] };
  /** Bytes of the answer, 10 MB by default; more is refused while it arrives. */
  readonly maxBytes?: number;
  /** Milliseconds for everything, redirects included; 10,000 by default. */
  readonly timeoutMs?: number;
  readonly maxRedirects?: number;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** Where the answer came from, after redirects. */
  readonly url: string;
}

export type GuardedFetch = (url: string, request?: FetchRequest) => Promise<FetchAnswer>;

export interface GuardedFetchDependencies {
  /** All addresses of a host name. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly transport?: Transport;
  /** Lets http and https reach 127.0.0.0/8 and ::1: for the Bot Framework Emulator on this machine. */
  readonly allowLoopback?: boolean;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * The one way out: https only, the name resolved once and the connection pinned to the address that was
 * checked (a second look-up could answer otherwise), private, loopback, link-local, shared, multicast and
 * tunnelled addresses refused, every redirect checked again, size and time capped. An answer of any status is
 * returned. Rejects with YidaFault address-refused, too-large, or photo-unreachable where the network fails.
 */
export function createGuardedFetch(deps: GuardedFetchDependencies = {}): GuardedFetch {
  const resolve = deps.resolve ?? systemResolve;
  const transport = deps.transport ?? nodeTransport;
  return async (address, request = {}) => {
    const deadline = AbortSignal.timeout(request.timeoutMs ?? 10_000);
    let url = parse(address);
    let { method = 'GET', body } = request;
    for (let left = request.maxRedirects ?? 3; ; left--) {
      const pinned = await checkedAddress(url, resolve, deps.allowLoopback ?? false, deadline);
      const answer = await transport({
        url,
        address: pinned,
        method,
        headers: headersFor(url, request, deps.allowLoopback ?? false),
        body,
        maxBytes: request.maxBytes ?? 10 * 2 ** 20,
        signal: deadline,
      });
      const next = redirectOf(answer, url);
      if (next === undefined) return { ...answer, url: url.href };
      if (left === 0) throw new YidaFault('address-refused', `${url.host} redirects too often`);
      // As browsers do: only 307 and 308 repeat the method and what was sent.
      if (answer.status !== 307 && answer.status !== 308) {
        method = 'GET';
        body = undefined;
      } else if (body !== undefined && next.host !== url.host) {
        throw refused(`${url.host} hands what was sent to it on to another host`);
      }
      url = next;
    }
  };
}

async function systemResolve(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map((entry) => entry.address);
}

function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) throw refused('not an address');
  if (url.username !== '' || url.password !== '') throw refused('an address with a password');
  return url;
}

async function checkedAddress(
  url: URL,
  resolve: (host: string) => Promise<readonly string[]>,
  allowLoopback: boolean,
  deadline: AbortSignal,
): Promise<string> {
  if (url.protocol !== 'https:' && !(allowLoopback && url.protocol === 'http:'))
    throw refused(`${url.protocol} is not https`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await within(resolve(host), deadline, host);
  const [first] = addresses;
  if (first === undefined) throw new YidaFault('photo-unreachable', `${host} has no address`);
  // One private address among public ones is a rebinding attempt: all must pass.
  const passes = (address: string) =>
    (url.protocol === 'https:' && isPublicAddress(address)) || (allowLoopback && isLoopbackAddress(address));
  if (!addresses.every(passes)) throw refused(`${host} is not on the public internet`);
  return first;
}

async function within<T>(work: Promise<T>, deadline: AbortSignal, host: string): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } catch (cause) {
    throw new YidaFault('photo-unreachable', `${host} cannot be resolved`, { cause });
  }
}

/** Plain http is allowed on this machine alone, so that a token sent over it stays here. */
function headersFor(url: URL, { headers, credentials }: FetchRequest, local: boolean): Record<string, string> {
  const trusted = credentials?.hosts.some((host) =>
    host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host,
  );
  const plain = Object.entries(headers ?? {}).filter(
    ([name]) => !/^(authorization|cookie|proxy-authorization)$/i.test(name),
  );
  return {
    ...Object.fromEntries(plain),
    ...(trusted && (url.protocol === 'https:' || local) ? credentials?.headers : {}),
  };
}

function redirectOf(answer: TransportAnswer, from: URL): URL | undefined {
  const target = answer.headers.location;
  if (!REDIRECTS.has(answer.status) || target === undefined) return undefined;
  if (!URL.canParse(target, from.href)) throw refused('a redirect to no address');
  return parse(new URL(target, from.href).href);
}

function refused(why: string): YidaFault {
  return new YidaFault('address-refused', why);
}
