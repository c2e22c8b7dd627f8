import { YidaFault } from '../../domain/fault.js';
import type { GuardedFetch } from '../../encoding/guarded-fetch.js';

/**
 * Hosts of the Bot Framework's connectors, which alone may see the app's token. Sources: learn.microsoft.com
 * /azure/bot-service/rest-api/bot-framework-rest-connector-api-reference (botframework.com, for Azure Government
 * botframework.azure.us), microsoft.github.io/Agents-for-js "TeamsServiceEndpoints" (Teams, public and government).
 */
const CONNECTOR_HOSTS = [
  '.botframework.com',
  '.botframework.azure.us',
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
] as const;

export interface ConnectorFilesDependencies {
  /** Where the connector that sent the activity is answered, as its token vouched for. */
  readonly serviceUrl: string | undefined;
  /** The app's token for the connector; asked for only where a file needs it. */
  readonly token: () => Promise<string>;
  readonly fetch: GuardedFetch;
  /** Files at any other address. */
  readonly fetchPhoto: (address: string) => Promise<Uint8Array>;
}

/**
 * Fetches an activity's files. Teams keeps inline pictures at the connector, for the app alone: the token goes along
 * where a file lies at the connector that the activity came from, if that is one of the Bot Framework's, and to no other
 * host, also after a redirect. Source: microsoft.github.io/teams-sdk "Receiving Inline Images".
 */
export function connectorFiles(deps: ConnectorFilesDependencies): (address: string) => Promise<Uint8Array> {
  return async (address) => {
    const host = connectorHost(address, deps.serviceUrl);
    if (host === undefined) return deps.fetchPhoto(address);
    const headers = { Authorization: `Bearer ${await deps.token()}` };
    const { status, bytes } = await deps.fetch(address, { credentials: { headers, hosts: [host] } });
    if (status < 200 || status > 299) throw new YidaFault('photo-unreachable', `the connector answered ${status}`);
    return bytes;
  };
}

/** The connector that both addresses are at, undefined where they differ or it is none of the Bot Framework's. */
function connectorHost(address: string, serviceUrl: string | undefined): string | undefined {
  if (serviceUrl === undefined || !URL.canParse(address) || !URL.canParse(serviceUrl)) return undefined;
  const { protocol, host, hostname } = new URL(address);
  if (protocol !== 'https:' || host !== new URL(serviceUrl).host) return undefined;
  const isConnector = CONNECTOR_HOSTS.some((known) =>
    known.startsWith('.') ? hostname.endsWith(known) : hostname === known,
  );
  return isConnector ? hostname : undefined;
}
