import type { PlatformProfile, PlatformProfiles } from './platform-profiles.js';
import { type Agreed, capabilitiesOf, UCP_VERSION } from './ucp-profile.js';

/** Why no capabilities were agreed on, each with the status that the protocol gives it over HTTP. */
export const REFUSALS = {
  invalid_profile_url: 400,
  profile_unreachable: 424,
  profile_malformed: 422,
  version_unsupported: 422,
  /** The protocol's 503: the profile is read in a moment. */
  busy: 503,
} as const;
export type Refusal = keyof typeof REFUSALS;

export type Negotiated =
  | { readonly kind: 'agreed'; readonly capabilities: Agreed }
  | { readonly kind: 'refused'; readonly code: Refusal; readonly version?: string };

/**
 * What a request may use: the profile its platform names, the protocol's version it speaks, and the capabilities that
 * it and the shop at `base` have in common. Source: ucp.dev/2026-08-25/specification/overview, "Negotiation Protocol"
 */
export async function negotiate(
  profileAddress: string | undefined,
  base: string,
  profiles: PlatformProfiles,
): Promise<Negotiated> {
  if (profileAddress === undefined) return { kind: 'refused', code: 'invalid_profile_url' };
  const reading = await profiles(profileAddress);
  if (reading.kind !== 'read') return { kind: 'refused', code: reading.kind };
  const { profile } = reading;
  if (profile.version !== UCP_VERSION)
    return { kind: 'refused', code: 'version_unsupported', version: profile.version };
  return { kind: 'agreed', capabilities: intersection(profile, base) };
}

/** The capabilities for an answer of `root`: itself and what extends it. Undefined where the root is not agreed on. */
export function relevantTo(root: string, agreed: Agreed, base: string): Agreed | undefined {
  if (!agreed.has(root)) return undefined;
  const ours = capabilitiesOf(base);
  return new Map([...agreed].filter(([name]) => name === root || ours.get(name)?.extends === root));
}

/**
 * The profile's address in a `UCP-Agent` header, which is a dictionary of structured fields (RFC 8941); of a name that
 * stands there twice the last counts.
 */
export function profileInHeader(header: string | undefined): string | undefined {
  let found: string | undefined;
  for (const [, key, text] of (header ?? '').matchAll(MEMBER)) {
    if (key === 'profile') found = text?.replace(/\\(["\\])/g, '$1');
  }
  return found;
}

/** A key with a string, or with anything else (then without the second group), and its parameters. */
const MEMBER =
  /(?:^|,)[ \t]*([a-z*][a-z0-9_\-.*]*)(?:=(?:"((?:[^"\\]|\\["\\])*)"|[^",;]*))?(?:;(?:"(?:[^"\\]|\\["\\])*"|[^",])*)?[ \t]*(?=,|$)/g;

function intersection({ capabilities }: PlatformProfile, base: string): Agreed {
  const ours = capabilitiesOf(base);
  const agreed = new Map<string, string>();
  for (const [name, { version }] of ours) {
    const theirs = Object.hasOwn(capabilities, name) ? (capabilities[name] ?? []) : [];
    if (theirs.some((entry) => entry.version === version && isBound(name, entry.schema, base)))
      agreed.set(name, version);
  }
  // None of ours extends an extension, so one pass prunes all that lost what they extend.
  return new Map([...agreed].filter(([name]) => agreed.has(ours.get(name)?.extends ?? name)));
}

/**
 * Whether a schema stands where the owner of a name keeps it: https, under the domain the name begins with. A shop that
 * is tried on this machine has no domain, and believes itself.
 */
export function isBound(name: string, schema: string | undefined, base: string): boolean {
  if (schema === undefined) return false;
  const url = URL.canParse(schema) ? new URL(schema) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  if (url.origin === new URL(base).origin) return true;
  const labels = url.hostname.replace(/\.$/, '').split('.');
  if (url.protocol !== 'https:' || labels.length < 2 || /^[\d.:[\]]+$/.test(url.hostname)) return false;
  const authority = labels.reverse().join('.');
  return name === authority || name.startsWith(`${authority}.`);
}
