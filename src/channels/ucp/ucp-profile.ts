import { VISUAL, visualName } from './visual-extension.js';

/** The protocol's version that this follows. Source: ucp.dev/2026-08-25 */
export const UCP_VERSION = '2026-08-25';
export const SEARCH = 'dev.ucp.shopping.catalog.search';
export const LOOKUP = 'dev.ucp.shopping.catalog.lookup';
/** Below the shop's address. */
export const REST_PATH = '/ucp';
export const MCP_PATH = '/ucp/mcp';

const AT = `https://ucp.dev/${UCP_VERSION}`;

/** Capabilities that both sides have, each with the version both have. */
export type Agreed = ReadonlyMap<string, string>;

/** A capability as the profile declares it. */
export interface DeclaredCapability {
  readonly version: string;
  readonly spec: string;
  readonly schema: string;
  readonly extends?: string;
}

/** The capabilities of the shop at `base`, by name. */
export function capabilitiesOf(base: string): ReadonlyMap<string, DeclaredCapability> {
  const published = (page: string): DeclaredCapability => ({
    version: UCP_VERSION,
    spec: `${AT}/specification/shopping/catalog/${page}`,
    schema: `${AT}/schemas/shopping/catalog_${page}.json`,
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

/** What `/.well-known/ucp` says: where the catalogue's calls are, in which ways, and which there are. */
export function ucpProfile(base: string): object {
  const service = (transport: 'rest' | 'mcp', schema: string, path: string) => ({
    version: UCP_VERSION,
    spec: `${AT}/specification/overview`,
    transport,
    schema: `${AT}/services/shopping/${schema}`,
    endpoint: `${base}${path}`,
  });
  return {
    ucp: {
      version: UCP_VERSION,
      services: {
        'dev.ucp.shopping': [
          service('rest', 'rest.openapi.json', REST_PATH),
          service('mcp', 'mcp.openrpc.json', MCP_PATH),
        ],
      },
      capabilities: Object.fromEntries([...capabilitiesOf(base)].map(([name, capability]) => [name, [capability]])),
      payment_handlers: {},
    },
  };
}

/** The envelope of a response: which capabilities answered, of those agreed on. */
export function envelope(capabilities: Agreed, status?: 'error'): object {
  return {
    version: UCP_VERSION,
    ...(status === undefined ? {} : { status }),
    capabilities: Object.fromEntries([...capabilities].map(([name, version]) => [name, [{ version }]])),
  };
}
