import { VISUAL, visualName } from './visual-extension.js';

/**
 * The protocol's versions that have a catalogue, newest first; the older ones of January 2026 have none.
 * Source: ucp.dev/versions.json, ucp.dev/2026-08-25, ucp.dev/2026-04-08
 */
export const UCP_VERSIONS = ['2026-08-25', '2026-04-08'] as const;
export type UcpVersion = (typeof UCP_VERSIONS)[number];
/** The one that the shop's profile declares; the others have profiles of their own. */
export const [UCP_VERSION] = UCP_VERSIONS;

export function isUcpVersion(version: string): version is UcpVersion {
  return UCP_VERSIONS.some((known) => known === version);
}

export const SEARCH = 'dev.ucp.shopping.catalog.search';
export const LOOKUP = 'dev.ucp.shopping.catalog.lookup';
/** Below the shop's address. */
export const REST_PATH = '/ucp';
export const MCP_PATH = '/ucp/mcp';

/** Where the pages of a version's catalogue are. */
const PAGES = { '2026-08-25': 'specification/shopping/catalog', '2026-04-08': 'specification/catalog' } as const;

/** Where the profile for a version is, below the shop's address. */
export function profilePath(version: UcpVersion): string {
  return version === UCP_VERSION ? '/.well-known/ucp' : `/.well-known/ucp/${version}`;
}

/** Capabilities that both sides have, each with the version both have. */
export type Agreed = ReadonlyMap<string, string>;

/** What a platform and the shop agreed on for a request. */
export interface Agreement {
  readonly version: UcpVersion;
  readonly capabilities: Agreed;
}

/** A capability as the profile declares it. */
export interface DeclaredCapability {
  readonly version: string;
  readonly spec: string;
  readonly schema: string;
  readonly extends?: string;
}

/** The capabilities of the shop at `base` in a version of the protocol, by name. */
export function capabilitiesOf(base: string, version: UcpVersion): ReadonlyMap<string, DeclaredCapability> {
  const published = (page: string): DeclaredCapability => ({
    version,
    spec: `https://ucp.dev/${version}/${PAGES[version]}/${page}`,
    schema: `https://ucp.dev/${version}/schemas/shopping/catalog_${page}.json`,
  });
  return new Map([
    [SEARCH, published('search')],
    [LOOKUP, published('lookup')],
    [
      visualName(base),
      {
        version: VISUAL.version,
        spec: `${base}${VISUAL.spec}`,
        schema: `${base}${VISUAL.schema}`,
        extends: SEARCH,
      },
    ],
  ]);
}

/**
 * What `/.well-known/ucp` says: where the catalogue's calls are, in which ways, and which there are. The newest version's
 * names where the others are; those stand for themselves.
 */
export function ucpProfile(base: string, version: UcpVersion = UCP_VERSION): object {
  const service = (transport: 'rest' | 'mcp', schema: string, path: string) => ({
    version,
    spec: `https://ucp.dev/${version}/specification/overview`,
    transport,
    schema: `https://ucp.dev/${version}/services/shopping/${schema}`,
    endpoint: `${base}${path}`,
  });
  const older = UCP_VERSIONS.filter((other) => other !== UCP_VERSION);
  return {
    ucp: {
      version,
      ...(version === UCP_VERSION
        ? { supported_versions: Object.fromEntries(older.map((other) => [other, `${base}${profilePath(other)}`])) }
        : {}),
      services: {
        'dev.ucp.shopping': [
          service('rest', 'rest.openapi.json', REST_PATH),
          service('mcp', 'mcp.openrpc.json', MCP_PATH),
        ],
      },
      capabilities: Object.fromEntries(
        [...capabilitiesOf(base, version)].map(([name, capability]) => [name, [capability]]),
      ),
      payment_handlers: {},
    },
  };
}

/** The envelope of a response: which capabilities answered, of those agreed on, and in which version. */
export function envelope({ version, capabilities }: Agreement, status?: 'error'): object {
  return {
    version,
    ...(status === undefined ? {} : { status }),
    capabilities: Object.fromEntries([...capabilities].map(([name, of]) => [name, [{ version: of }]])),
  };
}
