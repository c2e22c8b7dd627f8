import { LOOKUP, SEARCH, UCP_VERSION } from '../../src/channels/ucp/ucp-profile.js';
import { VISUAL } from '../../src/channels/ucp/visual-extension.js';
import { type LeavingRequest, recordingFetch } from './recording-fetch.js';

/** Where the platform of the tests keeps its profile. */
export const PLATFORM = 'https://agent.example/profiles/shopping.json';

/** A platform's profile with these capabilities, each in one version. */
export function platformProfile(capabilities: Record<string, string>, version: string = UCP_VERSION): string {
  const declared = Object.entries(capabilities).map(([name, of]) => {
    const host = name.startsWith('dev.ucp.') ? 'https://ucp.dev' : 'https://www.shop.example';
    return [name, [{ version: of, spec: `${host}/spec`, schema: `${host}/schema.json` }]];
  });
  return JSON.stringify({
    ucp: { version, services: {}, capabilities: Object.fromEntries(declared), payment_handlers: {} },
  });
}

/** All that a shop at www.shop.example, or on this machine, has. */
export const EVERYTHING = {
  [SEARCH]: UCP_VERSION,
  [LOOKUP]: UCP_VERSION,
  'example.shop.www.shopping.visual_search': VISUAL.version,
};

/** A network where every address answers as `answer` says; by default with a profile that has everything. */
export function platformNetwork(
  answer: (request: LeavingRequest) => { status?: number; headers?: Record<string, string>; body?: string } = () => ({
    body: platformProfile(EVERYTHING),
  }),
) {
  return recordingFetch(answer);
}
