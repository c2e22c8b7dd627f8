import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { incomingActivitySchema } from '../../../src/channels/access/incoming-activity.js';
import { connectorFiles } from '../../../src/channels/bot-framework/connector-files.js';
import { withTeamsFiles } from '../../../src/channels/bot-framework/teams-files.js';
import { createGuardedFetch } from '../../../src/encoding/guarded-fetch.js';
import type { Transport } from '../../../src/encoding/pinned-transport.js';

const TEAMS = 'https://smba.trafficmanager.net/amer/1234/';
const FILE = 'https://smba.trafficmanager.net/amer/1234/v3/attachments/0-eus/views/original';

interface Seen {
  readonly host: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

/** The connector and whatever else there is on the internet, on this machine; every host resolves to a public address. */
describe("an activity's file", () => {
  let server: Server;
  let seen: Seen[];
  let answer: (seen: Seen) => { status: number; location?: string; body?: string };
  beforeEach(async () => {
    seen = [];
    answer = ({ authorization }) =>
      authorization === 'Bearer app-token' ? { status: 200, body: 'a picture' } : { status: 401 };
    server = createServer((request, response) => {
      const call = {
        host: request.headers['x-host'] as string,
        path: request.url ?? '',
        authorization: request.headers.authorization,
      };
      seen.push(call);
      const { status, location, body = '' } = answer(call);
      response.writeHead(status, location === undefined ? {} : { location }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.close();
  });

  const transport: Transport = ({ url, method, headers }) =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const sent = { ...headers, 'x-host': url.hostname };
      httpRequest({ host: '127.0.0.1', port, path: url.pathname, method, headers: sent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { location } = response.headers;
          const given: Record<string, string> = location === undefined ? {} : { location };
          resolve({ status: response.statusCode ?? 0, headers: given, bytes: Buffer.concat(chunks) });
        });
      })
        .on('error', reject)
        .end();
    });

  const files = (serviceUrl: string | undefined, addressOf: (host: string) => string = () => '93.184.215.14') => {
    const fetch = createGuardedFetch({ resolve: async (host) => [addressOf(host)], transport });
    return connectorFiles({
      serviceUrl,
      token: async () => 'app-token',
      fetch,
      fetchPhoto: async (address) => (await fetch(address)).bytes,
    });
  };

  it.each([
    [TEAMS, FILE],
    [
      'https://smba.infra.gcc.teams.microsoft.com/gcc/',
      'https://smba.infra.gcc.teams.microsoft.com/gcc/v3/attachments/1',
    ],
    ['https://webchat.botframework.com/', 'https://webchat.botframework.com/v3/attachments/1/views/original'],
  ])('is fetched with the app’s token at the connector it came through: %s', async (serviceUrl, address) => {
    expect(Buffer.from(await files(serviceUrl)(address)).toString()).toBe('a picture');
    expect(seen).toEqual([
      { host: new URL(address).hostname, path: new URL(address).pathname, authorization: 'Bearer app-token' },
    ]);
  });

  it.each([
    ['a host of its own', TEAMS, 'https://evil.example/v3/attachments/1'],
    ['a host that only sounds like it', TEAMS, 'https://smba.trafficmanager.net.evil.example/v3/attachments/1'],
    ['another connector than that of the activity', 'https://webchat.botframework.com/', FILE],
    ['a service that is none of the Bot Framework', 'https://evil.example/', 'https://evil.example/picture'],
    ['another traffic manager', 'https://evil.trafficmanager.net/', 'https://evil.trafficmanager.net/picture'],
    ['another port', TEAMS, 'https://smba.trafficmanager.net:8443/picture'],
    ['no service', undefined, FILE],
  ])('is fetched without the token elsewhere: %s', async (_what, serviceUrl, address) => {
    await files(serviceUrl)(address);
    expect(seen.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it('takes no token along where the connector hands it on to another host', async () => {
    answer = ({ host }) =>
      host === 'smba.trafficmanager.net'
        ? { status: 302, location: 'https://storage.example/picture' }
        : { status: 200, body: 'a picture' };
    await files(TEAMS)(FILE);
    expect(seen.map(({ host, authorization }) => [host, authorization])).toEqual([
      ['smba.trafficmanager.net', 'Bearer app-token'],
      ['storage.example', undefined],
    ]);
  });

  it('is refused where the connector’s name leads to an address of this network', async () => {
    await expect(files(TEAMS, () => '10.0.0.7')(FILE)).rejects.toMatchObject({ code: 'address-refused' });
    expect(seen).toEqual([]);
  });

  it('is refused over plain http, with and without the token', async () => {
    await expect(files(TEAMS)(FILE.replace('https:', 'http:'))).rejects.toMatchObject({ code: 'address-refused' });
    expect(seen).toEqual([]);
  });

  it('cannot be reached where the connector does not give it', async () => {
    answer = () => ({ status: 403 });
    await expect(files(TEAMS)(FILE)).rejects.toMatchObject({ code: 'photo-unreachable' });
  });
});

it.each([
  { MicrosoftAppType: 'MultiTenant', MicrosoftAppPassword: 'x' },
  { MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppTenantId: 't' },
])(
  'botbuilder has the app’s token beside every turn, where the bot looks for it: $MicrosoftAppType',
  async (settings) => {
    const MicrosoftAppId = '00000000-0000-0000-0000-000000000001';
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId, ...settings }));
    const conversation = { id: 'c', isGroup: false, conversationType: 'personal', name: '' };
    const reference = { bot: { id: 'b', name: '' }, conversation, channelId: 'msteams', serviceUrl: TEAMS };
    await adapter.continueConversationAsync(MicrosoftAppId, reference, async (context) => {
      const connector: unknown = context.turnState.get(context.adapter.ConnectorClientKey);
      expect(connector).toMatchObject({ credentials: { getToken: expect.any(Function) } });
    });
  },
);

describe('a file attached in Teams', () => {
  const attached = (fileType: string) =>
    withTeamsFiles(
      incomingActivitySchema.parse({
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            contentUrl: 'https://contoso.sharepoint.com/personal/Documents/dress.png',
            name: `dress.${fileType}`,
            content: { downloadUrl: 'https://download.example/short-lived', uniqueId: '1', fileType },
          },
          { contentType: 'text/html', content: '<p>this one</p>' },
        ],
      }),
    ).attachments;

  it('is the picture at its short-lived address', () => {
    expect(attached('png')).toMatchObject([
      { contentType: 'image/png', contentUrl: 'https://download.example/short-lived', name: 'dress.png' },
      { contentType: 'text/html' },
    ]);
    expect(attached('JPG')?.[0]).toMatchObject({ contentType: 'image/jpeg' });
  });

  it('stays a file where it is no picture', () => {
    expect(attached('docx')?.[0]).toMatchObject({ contentType: 'application/vnd.microsoft.teams.file.download.info' });
  });
});
