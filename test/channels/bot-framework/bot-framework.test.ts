import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answerWays } from '../../../src/channels/bot-framework/answer-way.js';
import { botFramework, createBotFramework } from '../../../src/channels/bot-framework/bot-framework-channel.js';
import { botFrameworkSettings } from '../../../src/channels/bot-framework/settings.js';
import type { Channel, ChannelDeps } from '../../../src/channels/channel.js';
import { type Edge, type EdgeOptions, startEdge } from '../../support/edge-harness.js';

const edges: Edge[] = [];
const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(edges.splice(0).map((edge) => edge.close()));
  for (const server of servers.splice(0)) server.close();
});

async function startBot(environment: Record<string, string> = {}, options: EdgeOptions = {}): Promise<Edge> {
  const channels = (deps: ChannelDeps): Channel[] => {
    const channel = createBotFramework(botFrameworkSettings.parse(environment), deps);
    return channel === undefined ? [] : [channel];
  };
  const edge = await startEdge({ ...options, channels });
  edges.push(edge);
  return edge;
}

const activity = (more: object = {}) => ({
  type: 'message',
  id: 'a1',
  channelId: 'emulator',
  serviceUrl: 'http://127.0.0.1:1/',
  from: { id: 'u1' },
  recipient: { id: 'bot' },
  conversation: { id: 'c1' },
  text: 'red dress',
  locale: 'en-US',
  ...more,
});

const post = (edge: Edge, body: object) =>
  fetch(`${edge.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('/api/messages in local mode', () => {
  it('answers in the response, with cards, in the language of the shopper', async () => {
    const edge = await startBot();
    const response = await post(edge, activity({ locale: 'zh-CN', text: '红裙子' }));
    expect(response.status).toBe(200);
    const { activities } = await response.json();
    const answer = activities.at(-1);
    expect(answer.text).toBe('为你找到 4 件。');
    expect(answer.attachments[0].contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(answer.channelData?.yida).toBeUndefined();
    expect(edge.turns[0]).toMatchObject({ conversationId: 'emulator:c1', userId: 'emulator:u1', activityId: 'a1' });
  });

  it('never calls the address a request names', async () => {
    let called = 0;
    const service = createServer((_request, response) => {
      called++;
      response.end('{}');
    });
    servers.push(service);
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const { port } = service.address() as AddressInfo;
    const edge = await startBot();
    const response = await post(edge, activity({ serviceUrl: `http://127.0.0.1:${port}/` }));
    expect((await response.json()).activities.length).toBeGreaterThan(0);
    expect(called).toBe(0);
  });

  it('answers an Emulator on this machine at its own address where the flag allows it', async () => {
    const received: { text?: string }[] = [];
    const service = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        received.push(JSON.parse(body || '{}'));
        response.setHeader('content-type', 'application/json').end('{"id":"1"}');
      });
    });
    servers.push(service);
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const { port } = service.address() as AddressInfo;
    const edge = await startBot({ YIDA_ALLOW_EMULATOR: '1' });
    await post(edge, activity({ serviceUrl: `http://127.0.0.1:${port}/` }));
    await expect.poll(() => received.some((sent) => sent.text === 'Here are 4 pieces.')).toBe(true);
  });

  it('decides where an answer may go', () => {
    expect(answerWays({ serviceUrl: 'http://localhost:9000' }, true)).toBe('to-emulator');
    expect(answerWays({ serviceUrl: 'http://localhost:9000' }, false)).toBe('in-response');
    for (const serviceUrl of [
      'http://10.0.0.1/',
      'https://evil.example',
      'http://localhost.evil.example',
      7,
      undefined,
    ]) {
      expect(answerWays({ serviceUrl }, true)).toBe('in-response');
    }
  });

  it('greets who joins, and passes a pressed button on as its action', async () => {
    const edge = await startBot();
    const joined = await post(edge, {
      ...activity({ type: 'conversationUpdate' }),
      text: undefined,
      membersAdded: [{ id: 'bot' }, { id: 'u1' }],
    });
    expect((await joined.json()).activities[0].text).toContain('I am Yida');
    await post(edge, activity({ id: 'a2', text: undefined, value: { yida: { verb: 'outfit', garmentId: 'g1' } } }));
    expect(edge.turns[0]?.turn.action).toEqual({ verb: 'outfit', garmentId: 'g1' });
  });

  it('gives each channel the cards it can show', async () => {
    const edge = await startBot();
    const forms = await Promise.all(
      ['msteams', 'telegram', 'sms'].map(async (channelId) => {
        const { activities } = await (await post(edge, activity({ channelId }))).json();
        return activities.at(-1).attachments?.[0].contentType ?? 'text';
      }),
    );
    expect(forms).toEqual(['application/vnd.microsoft.card.adaptive', 'application/vnd.microsoft.card.hero', 'text']);
  });

  it('apologises where a turn fails', async () => {
    const edge = await startBot({}, { takeTurn: () => Promise.reject(new Error('boom')) });
    const { activities } = await (await post(edge, activity())).json();
    expect(activities.at(-1).text).toContain('Sorry');
  });

  it('has only POST', async () => {
    const edge = await startBot();
    const response = await fetch(`${edge.url}/api/messages`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});

describe('/api/messages in production', () => {
  it('is off without credentials', async () => {
    const edge = await startBot({}, { site: { production: true } });
    expect((await post(edge, activity())).status).toBe(404);
  });

  it('refuses who is not the Bot Framework', async () => {
    const edge = await startBot(
      { MicrosoftAppId: '00000000-0000-0000-0000-000000000001', MicrosoftAppPassword: 'x' },
      { site: { production: true } },
    );
    expect((await post(edge, activity())).status).toBe(401);
    expect(edge.turns).toEqual([]);
  });

  it('says at once everything that is missing beside what was given', () => {
    const reading = botFramework.read({ MicrosoftAppId: 'x', MicrosoftAppType: 'SingleTenant' });
    expect(reading.kind === 'faulty' && reading.faults.map((fault) => fault.split(':')[0])).toEqual([
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
    ]);
    expect(botFramework.read({}).kind).toBe('ready');
  });
});
