import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { YidaFault } from '../../domain/fault.js';
import type { GuardedFetch } from '../../encoding/guarded-fetch.js';

/** A list that is none is an empty one: a profile's keys are for who signs. */
const keyList = z.array(z.unknown()).catch([]);

/** What a platform says of itself at its profile's address, as far as a catalogue needs it. */
const profileSchema = z.looseObject({
  keys: keyList,
  signing_keys: keyList,
  ucp: z.looseObject({
    version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    capabilities: z
      .record(z.string(), z.array(z.looseObject({ version: z.string(), schema: z.string().optional() })))
      .default({}),
  }),
});
export type PlatformProfile = z.infer<typeof profileSchema>['ucp'] & {
  /** JWKs, unread. */
  readonly keys: readonly unknown[];
};

/** A profile, or why there is none. */
export type ProfileReading =
  | { readonly kind: 'read'; readonly profile: PlatformProfile }
  | { readonly kind: 'invalid_profile_url' | 'profile_unreachable' | 'profile_malformed' }
  /** So many unknown profiles are being read that this one has to wait. */
  | { readonly kind: 'busy' };

export interface PlatformProfiles {
  read(address: string): Promise<ProfileReading>;
  /** The profile as it is now, at most once a minute for an origin; undefined where it is too soon or is not there. */
  readAgain(address: string): Promise<PlatformProfile | undefined>;
}

/** The protocol asks for bounds no lower than this, and for no shorter keeping than a minute. */
const LARGEST = 128 * 1024;
const SHORTEST_KEPT_MS = 60_000;
const LONGEST_KEPT_MS = 60 * 60_000;
/** Who could not be read is not asked again at once. */
const FAILURE_KEPT_MS = 10_000;
const KEPT = 500;
const READ_AT_ONCE = 8;
const TIMEOUT_MS = 3_000;
const LONGEST_ADDRESS = 2_000;

/**
 * Reads the profiles that platforms name in their requests: public https alone, no redirect, size, time and number
 * bounded, kept as long as their origin allows. Source: ucp.dev/2026-08-25/specification/overview, "Fetching"
 */
export function createPlatformProfiles(fetch: GuardedFetch): PlatformProfiles {
  const kept = new LRUCache<string, ProfileReading>({ max: KEPT });
  const readLately = new LRUCache<string, true>({ max: KEPT, ttl: SHORTEST_KEPT_MS });
  const arriving = new Map<string, Promise<ProfileReading>>();

  const read = async (address: string): Promise<ProfileReading> => {
    const { reading, keptMs } = await fetchProfile(address, fetch);
    kept.set(address, reading, { ttl: keptMs });
    return reading;
  };

  const arrive = (address: string): Promise<ProfileReading> => {
    const under = arriving.get(address);
    if (under !== undefined) return under;
    if (arriving.size >= READ_AT_ONCE) return Promise.resolve({ kind: 'busy' });
    const reading = read(address).finally(() => arriving.delete(address));
    arriving.set(address, reading);
    return reading;
  };

  return {
    async read(given) {
      const address = normalised(given);
      if (address === undefined) return { kind: 'invalid_profile_url' };
      return kept.get(address) ?? arrive(address);
    },
    async readAgain(given) {
      const address = normalised(given);
      const origin = address && new URL(address).origin;
      if (address === undefined || origin === undefined || readLately.has(origin)) return undefined;
      readLately.set(origin, true);
      const reading = await arrive(address);
      return reading.kind === 'read' ? reading.profile : undefined;
    },
  };
}

function normalised(given: string): string | undefined {
  const url = given.length <= LONGEST_ADDRESS && URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined) return undefined;
  url.hash = '';
  return url.href;
}

async function fetchProfile(
  address: string,
  fetch: GuardedFetch,
): Promise<{ reading: ProfileReading; keptMs: number }> {
  const failed = (kind: Exclude<ProfileReading['kind'], 'read' | 'busy'>) => ({
    reading: { kind },
    keptMs: FAILURE_KEPT_MS,
  });
  try {
    const { status, headers, bytes } = await fetch(address, {
      headers: { Accept: 'application/json' },
      maxRedirects: 0,
      maxBytes: LARGEST,
      timeoutMs: TIMEOUT_MS,
    });
    if (status < 200 || status > 299) return failed('profile_unreachable');
    const parsed = profileSchema.safeParse(parseJson(bytes));
    if (!parsed.success) return failed('profile_malformed');
    const { ucp, keys, signing_keys: older } = parsed.data;
    // Until 2026-04-08 the keys stood in a list of their own, which the newer version no longer reads.
    const profile = { ...ucp, keys: ucp.version <= '2026-04-08' ? [...older, ...keys] : keys };
    return { reading: { kind: 'read', profile }, keptMs: keptFor(headers['cache-control']) };
  } catch (error) {
    const code = error instanceof YidaFault ? error.code : undefined;
    if (code === 'address-refused') return failed('invalid_profile_url');
    return failed(code === 'too-large' ? 'profile_malformed' : 'profile_unreachable');
  }
}

function keptFor(cacheControl = ''): number {
  const seconds = Number(/\bmax-age=(\d+)/i.exec(cacheControl)?.[1] ?? 0);
  return Math.min(LONGEST_KEPT_MS, Math.max(SHORTEST_KEPT_MS, seconds * 1_000));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
