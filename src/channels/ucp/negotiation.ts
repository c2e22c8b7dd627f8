import { parseDictionary } from 'structured-headers';
import type { PlatformProfile, PlatformProfiles } from './platform-profiles.js';
import { checkSignature, isSigned, type SignatureRefusal, type SignedRequest } from './request-signature.js';
import { type Agreed, type Agreement, capabilitiesOf, isUcpVersion, type UcpVersion } from './ucp-profile.js';

/** Why no capabilities were agreed on, each with the status that the protocol gives it over HTTP. */
export const REFUSALS = {
  invalid_profile_url: 400,
  profile_unreachable: 424,
  profile_malformed: 422,
  version_unsupported: 422,
  /** The protocol's 503: the profile is read in a moment. */
  busy: 503,
} as const;
export type Refusal = keyof typeof REFUSALS | SignatureRefusal;

export type Negotiated =
  | ({ readonly kind: 'agreed' } & Agreement)
  | { readonly kind: 'refused'; readonly code: Refusal; readonly version?: string };

/**
 * What a request may use: the profile its platform names, the protocol's version it speaks, and the capabilities that
 * it and the shop at `base` have in common. Signing is for platforms to choose; where a request is signed, the signature
 * must be that of the profile it names. Source: ucp.dev/2026-08-25/specification/overview, "Negotiation Protocol",
 * "Request-Time Validation" and "Identity & Authentication"
 */
export async function negotiate(
  profileAddress: string | undefined,
  request: SignedRequest,
  base: string,
  profiles: PlatformProfiles,
): Promise<Negotiated> {
  if (profileAddress === undefined) return { kind: 'refused', code: 'invalid_profile_url' };
  const reading = await profiles.read(profileAddress);
  if (reading.kind !== 'read') return { kind: 'refused', code: reading.kind };
  const { version } = reading.profile;
  if (!isUcpVersion(version)) return { kind: 'refused', code: 'version_unsupported', version };
  const unbelieved = isSigned(request)
    ? await checkSigner(request, profileAddress, reading.profile, profiles)
    : undefined;
  if (unbelieved !== undefined) return { kind: 'refused', code: unbelieved };
  return { kind: 'agreed', version, capabilities: intersection(reading.profile, version, base) };
}

async function checkSigner(
  request: SignedRequest,
  profileAddress: string,
  { keys }: PlatformProfile,
  profiles: PlatformProfiles,
): Promise<SignatureRefusal | undefined> {
  const header = request.headers['ucp-agent'];
  const named = header === undefined ? profileAddress : profileInHeader([header].flat().join(', '));
  // Over MCP the call names the profile; who signs for another is not the one who asks.
  if (named !== profileAddress) return 'signature_invalid';
  const refusal = await checkSignature(request, keys);
  if (refusal !== 'key_not_found') return refusal;
  // The platform may have taken a new key since its profile was read.
  const again = await profiles.readAgain(profileAddress);
  return again === undefined ? refusal : checkSignature(request, again.keys);
}

/** The capabilities for an answer of `root`: itself and what extends it. Undefined where the root is not agreed on. */
export function relevantTo(root: string, { version, capabilities }: Agreement, base: string): Agreement | undefined {
  if (!capabilities.has(root)) return undefined;
  const ours = capabilitiesOf(base, version);
  const relevant = [...capabilities].filter(([name]) => name === root || ours.get(name)?.extends === root);
  return { version, capabilities: new Map(relevant) };
}

/**
 * The profile's address in a `UCP-Agent` header, which is a dictionary of structured fields (RFC 8941); of a name that
 * stands there twice the last counts.
 */
export function profileInHeader(header: string | undefined): string | undefined {
  try {
    const [profile] = parseDictionary(header ?? '').get('profile') ?? [];
    return typeof profile === 'string' ? profile : undefined;
  } catch {
    return undefined;
  }
}

function intersection({ capabilities }: PlatformProfile, of: UcpVersion, base: string): Agreed {
  const ours = capabilitiesOf(base, of);
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
