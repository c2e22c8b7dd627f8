import { VISUAL, visualName } from './visual-extension.js';

/** The protocol's version that this follows. Source: ucp.dev/2026-08-25 */
export const UCP_VERSION = '2026-08-25';
export const SEARCH = 'dev.ucp.shopping.catalog.search';
export const LOOKUP = 'dev.ucp.shopping.catalog.lookup';

const AT = `https://ucp.dev/${UCP_VERSION}`;

/** What `/.well-known/ucp` says: where the catalogue's calls are, and which there are. */
export function ucpProfile(base: string): object {
  const capability = (page: string) => [
    {
      version: UCP_VERSION,
      spec: `${AT}/specification/shopping/catalog/${page}`,
      schema: `${AT}/schemas/shopping/catalog_${page}.json`,
    },
  ];
  return {
    ucp: {
      version: UCP_VERSION,
      services: {
        'dev.ucp.shopping': [
          {
            version: UCP_VERSION,
            spec: `${AT}/specification/overview`,
            transport: 'rest',
            schema: `${AT}/services/shopping/rest.openapi.json`,
            endpoint: `${base}/ucp`,
          },
        ],
      },
      capabilities: {
        [SEARCH]: capability('search'),
        [LOOKUP]: capability('lookup'),
        [visualName(base)]: [
          {
            version: VISUAL.version,
            spec: `${base}${VISUAL.spec}`,
            schema: `${base}${VISUAL.schema}`,
            extends: SEARCH,
          },
        ],
      },
      payment_handlers: {},
    },
  };
}

/** The envelope of a response: which capabilities answered. */
export function envelope(capabilities: readonly string[], status?: 'error'): object {
  return {
    version: UCP_VERSION,
    ...(status === undefined ? {} : { status }),
    capabilities: Object.fromEntries(capabilities.map((name) => [name, [{ version: UCP_VERSION }]])),
  };
}
