import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import WebSocketClient from 'ws';
import { openDatabase } from '../../../src/storage/database.js';
import { type Edge, startEdge } from '../../support/edge-harness.js';
import { FetchXmlHttpRequest } from '../../support/fetch-xml-http-request.js';
import { samplePhoto } from '../../support/sample-photo.js';

interface Talk {
  readonly client: DirectLine;
  readonly heard: Activity[];
  /** Resolves with the first activity from the assistant, not seen by an earlier call, that satisfies `wanted`. */
  next(wanted: (activity: Activity) => boolean): Promise<Activity>;
  say(activity: Partial<Activity> & { type: string }): Promise<string>;
  end(): void;
}

let edge: Edge;
const talks: Talk[] = [];
beforeAll(() => {
  vi.stubGlobal('XMLHttpRequest', FetchXmlHttpRequest);
  vi.stubGlobal('WebSocket', WebSocketClient);
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(async () => {
  edge = await startEdge();
});
afterEach(async () => {
  for (const talk of talks.splice(0)) talk.end();
  await edge.close();
});

function talk(
  options: Partial<ConstructorParameters<typeof DirectLine>[0]> & { locale?: string; webSocket: boolean },
): Talk {
  const { locale, ...rest } = options;
  const client = new DirectLine({
    domain: `${edge.url}/v3/directline`,
    pollingInterval: 200,
    ...(locale === undefined ? {} : { conversationStartProperties: { locale } }),
    ...rest,
  } as ConstructorParameters<typeof DirectLine>[0]);
  const heard: Activity[] = [];
  const waiting: { wanted: (activity: Activity) => boolean; resolve: (activity: Activity) => void }[] = [];
  const subscription = client.activity$.subscribe((activity) => {
    heard.push(activity);
    const at = waiting.findIndex((one) => one.wanted(activity));
    if (at >= 0) waiting.splice(at, 1)[0]?.resolve(activity);
  });
  const made: Talk = {
    client,
    heard,
    next: (wanted) =>
      new Promise((resolve) => {
        const known = heard.find(wanted);
        if (known !== undefined) resolve(known);
        else waiting.push({ wanted, resolve });
      }),
    say: (activity) =>
      new Promise((resolve, reject) => {
        client.postActivity({ from: { id: 'me' }, ...activity } as Activity).subscribe(resolve, reject);
      }),
    end() {
      subscription.unsubscribe();
      client.end();
    },
  };
  talks.push(made);
  return made;
}

async function token(): Promise<string> {
  const response = await fetch(`${edge.url}/v3/directline/tokens/generate`, { method: 'POST' });
  return (await response.json()).token;
}

const isText = (text: string) => (activity: Activity) =>
  activity.type === 'message' && (activity.text ?? '').includes(text);

describe.each([
  ['over a WebSocket', true],
  ['by polling', false],
])('the published Direct Line client %s', (_how, webSocket) => {
  it('is greeted, and answered with cards and the whole reply, in Chinese', async () => {
    const { next, say } = talk({ token: await token(), webSocket, locale: 'zh-CN' });
    const welcome = await next(isText('我是衣搭'));
    expect(welcome.type).toBe('message');
    await say({ type: 'message', text: '红色连衣裙', locale: 'zh-CN' } as Activity);
    const answer = (await next(isText('为你找到'))) as Activity & { attachments: unknown[] };
    expect(answer.attachments).toHaveLength(4);
    expect(answer.channelData.yida.items).toHaveLength(4);
    expect(answer.channelData.yida.locale).toBe('zh-CN');
    expect(edge.turns[0]?.turn).toMatchObject({ text: '红色连衣裙', locale: 'zh-CN' });
  });

  it('is served in English', async () => {
    const { next, say } = talk({ token: await token(), webSocket, locale: 'en-GB' });
    await next(isText('I am Yida'));
    await say({ type: 'message', text: 'red dress' } as Activity);
    await next(isText('Here are 4 pieces'));
    expect(edge.turns[0]?.turn.locale).toBe('en');
  });

  it('uploads a photo with words in one message', async () => {
    const { next, say } = talk({ token: await token(), webSocket, locale: 'en' });
    await next(isText('I am Yida'));
    const photo = await samplePhoto();
    const contentUrl = `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`;
    await say({
      type: 'message',
      text: 'like this',
      attachments: [{ contentType: 'image/jpeg', contentUrl, name: 'mine.jpg' }],
    } as Activity);
    await next(isText('Here are 4 pieces'));
    expect(edge.turns[0]?.turn.text).toBe('like this');
    expect(Buffer.from(edge.turns[0]?.turn.photos[0]?.bytes ?? []).equals(Buffer.from(photo))).toBe(true);
  });
});

describe('the published Direct Line client after a restart of the service', () => {
  it('reconnects with its watermark and gets what it has not seen, once', async () => {
    await edge.close();
    const db = await openDatabase({ file: ':memory:' });
    edge = await startEdge({ db });
    const first = talk({ token: await token(), webSocket: false, locale: 'en' });
    const welcome = await first.next(isText('I am Yida'));
    await first.say({ type: 'message', text: 'a dress' } as Activity);
    await first.next(isText('Here are 4 pieces'));
    first.end();
    const conversationId = welcome.conversation?.id ?? '';
    const sameToken = edge.tokens.issue({ conversationId, userId: 'me' }, 'talk', 3600);
    await edge.close();
    edge = await startEdge({ db });
    const second = talk({ token: sameToken, conversationId, watermark: '1', webSocket: true });
    await second.next(isText('Here are 4 pieces'));
    expect(second.heard.map((activity) => activity.id)).toEqual([
      `${conversationId}|0000002`,
      `${conversationId}|0000003`,
    ]);
    second.end();
    await edge.close();
    await db.destroy();
    edge = await startEdge();
  });

  it('ends where the conversation has ended', async () => {
    const { client, next, say } = talk({ token: await token(), webSocket: false, locale: 'en' });
    await next(isText('I am Yida'));
    await say({ type: 'endOfConversation' } as unknown as Activity);
    const status = await new Promise((resolve) => {
      client.connectionStatus$.subscribe((now) => {
        if (now === ConnectionStatus.Ended) resolve(now);
      });
    });
    expect(status).toBe(ConnectionStatus.Ended);
  });
});
