import { describe, expect, it } from 'vitest';
import type { IncomingMessage, JsonObject, MessagingApp } from '../../../src/channels/messaging/core/messaging-app.js';
import type { CardOutline, ReplyOutline } from '../../../src/channels/messaging/core/reply-outline.js';
import { callback, posted, simulateSlack } from '../../../src/channels/messaging/simulator/slack.js';
import { slack } from '../../../src/channels/messaging/slack/settings.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';
import { recordingFetch } from '../../support/recording-fetch.js';
import { webhookRequest } from '../../support/webhook-request.js';

messagingAppContract(slack, simulateSlack);

const NOW = 1_700_000_000_000;
const BOT = 'U0BOTYIDA1';

function openSlack(network = recordingFetch(() => ({ body: '{"ok":true}' }))): MessagingApp {
  const { YIDA_SLACK_API: _simulated, ...environment } = simulateSlack().environment('http://127.0.0.1:9');
  const app = slack.open(environment, { fetch: network.fetch, now: () => NOW, randomId: () => 'id' });
  if (app === undefined) throw new Error('Slack is off with its own environment');
  return app;
}

function heard(event: object, id = 1): readonly IncomingMessage[] {
  const webhook = posted(JSON.stringify(callback(id, event)), 'application/json', NOW);
  return openSlack().receive(webhookRequest(webhook)).messages;
}

const DIRECT = { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '1.1' };

describe('What Slack hears', () => {
  it.each([
    ['its own words', { ...DIRECT, user: BOT, bot_id: 'B1', text: 'Here are 4 pieces.' }],
    ['words of another bot', { ...DIRECT, subtype: 'bot_message', bot_id: 'B2', text: 'dress' }],
    ['an edit', { ...DIRECT, subtype: 'message_changed', message: { text: 'a red dress' } }],
    ['a deletion', { ...DIRECT, subtype: 'message_deleted', deleted_ts: '1.0' }],
    ['talk in a channel', { ...DIRECT, channel: 'C1', channel_type: 'channel', text: 'red dress' }],
    ['its name in a direct message, which comes as a message too', { ...DIRECT, type: 'app_mention', text: 'dress' }],
    ['a visit of its home tab', { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' }],
    ['somebody else who joins a channel', { type: 'member_joined_channel', user: 'U2', channel: 'C1' }],
  ])('is not %s', (_what, event) => {
    expect(heard(event)).toEqual([]);
  });

  it('is words without the marks of Slack', () => {
    const text = `<@${BOT}> find <https://shop.example/a|this dress> &lt;under 300&gt; &amp; like <#C2|summer> <@U9>`;
    expect(heard({ ...DIRECT, text })[0]?.text).toBe('find this dress <under 300> & like #summer');
  });

  it('in a channel is the person who says its name, answered in the thread', () => {
    const mention = { type: 'app_mention', channel: 'C1', user: 'U1', text: `<@${BOT}> red dress`, ts: '5.5' };
    expect(heard(mention)).toMatchObject([
      { conversation: 'C1:U1', user: 'U1', text: 'red dress', to: { channel: 'C1', thread: '5.5' } },
    ]);
    expect(heard({ ...mention, thread_ts: '2.2' })[0]?.to).toEqual({ channel: 'C1', thread: '2.2' });
  });

  it('is a greeting once, however often somebody opens its messages', () => {
    const opened = { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' };
    const [first, second] = [heard(opened, 1), heard(opened, 2)];
    expect(first).toMatchObject([{ joined: true, locale: 'zh-CN' }]);
    expect(second[0]?.id).toBe(first[0]?.id);
  });

  it('is a greeting where it is taken into a channel', () => {
    const joined = { type: 'member_joined_channel', user: BOT, channel: 'C1', inviter: 'U1' };
    expect(heard(joined)).toMatchObject([{ joined: true, conversation: 'C1:U1', to: { channel: 'C1' } }]);
  });

  it('is pictures, and a word of what cannot be looked at', () => {
    const files = [
      { mimetype: 'image/png', url_private: 'https://files.slack.com/a.png' },
      { mimetype: 'image/png', file_access: 'check_file_info' },
      { mimetype: 'video/mp4', url_private: 'https://files.slack.com/b.mp4' },
      { mimetype: 'application/pdf', url_private: 'https://files.slack.com/c.pdf' },
    ];
    expect(heard({ ...DIRECT, subtype: 'file_share', files })).toMatchObject([
      { photos: [{ url: 'https://files.slack.com/a.png' }, {}], unsupported: ['video', 'file'] },
    ]);
  });

  it('is not a button that leads to a page', () => {
    const payload = {
      type: 'block_actions',
      trigger_id: '1.2',
      user: { id: 'U1' },
      channel: { id: 'D1' },
      actions: [{ type: 'button', action_id: 'button-2', url: 'https://shop.example/1' }],
    };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    const webhook = posted(body, 'application/x-www-form-urlencoded', NOW);
    expect(openSlack().receive(webhookRequest(webhook)).messages).toEqual([]);
  });

  it('greets in English where no language is set', () => {
    const { YIDA_SLACK_LANGUAGE: _set, ...environment } = simulateSlack().environment('http://127.0.0.1:9');
    const { fetch } = recordingFetch(() => ({}));
    const app = slack.open(environment, { fetch, now: () => NOW, randomId: () => 'id' });
    const opened = { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' };
    const webhook = posted(JSON.stringify(callback(1, opened)), 'application/json', NOW);
    expect(app?.receive(webhookRequest(webhook)).messages[0]?.locale).toBe('en');
  });
});

describe('What Slack shows', () => {
  it('takes nothing of a feed for markup', () => {
    const text = '*bold* <!channel> <https://evil.example|shop> :tada: R&D';
    const outline = { locale: 'en', text, cards: [], rest: '', suggestions: [], heading: '', choices: '' } as const;
    const [part] = openSlack().render(outline, { codeOf: () => 'code' });
    expect(part?.call).toMatchObject({
      text: '*bold* &lt;!channel&gt; &lt;https://evil.example|shop&gt; :tada: R&amp;D',
      blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }],
      unfurl_links: false,
      unfurl_media: false,
    });
  });
});

describe('An answer in Slack', () => {
  const card = (position: number, picture = `https://shop.example/${position}.jpg`): CardOutline => ({
    title: `${position}. Dress`,
    lines: ['¥199'],
    picture,
    buttons: [{ title: 'Similar', action: { verb: 'similar', garmentId: `g${position}` } }],
  });
  const outline = (cards: readonly CardOutline[]): ReplyOutline => ({
    locale: 'en',
    text: 'Here are some.',
    cards,
    rest: '6. Skirt',
    suggestions: [{ title: 'Cheaper', action: { verb: 'say', text: 'cheaper' } }],
    heading: 'What next?',
    choices: 'Choices',
  });
  const render = (cards: readonly CardOutline[]) => openSlack().render(outline(cards), { codeOf: () => 'code' });
  const typesOf = (call: JsonObject | undefined) => ((call?.blocks ?? []) as JsonObject[]).map(({ type }) => type);

  it('is one message, of many garments with a small picture beside each', () => {
    const parts = render([1, 2, 3, 4, 5].map((position) => card(position)));
    expect(parts).toHaveLength(1);
    expect(typesOf(parts[0]?.call)).toEqual([
      'section',
      ...Array.from({ length: 5 }, () => ['section', 'actions']).flat(),
      'section',
      'actions',
    ]);
    expect(JSON.stringify(parts[0]?.call).match(/"accessory"/g)).toHaveLength(5);
  });

  it('shows two garments and outfits large', () => {
    expect(typesOf(render([card(1), card(2)])[0]?.call).filter((type) => type === 'image')).toHaveLength(2);
    const outfits = [1, 2, 3].map((position) => ({ ...card(position), buttons: [] }));
    expect(typesOf(render(outfits)[0]?.call).filter((type) => type === 'image')).toHaveLength(3);
  });

  it('goes into several messages where it is long, and keeps every word', () => {
    const long = Array.from({ length: 40 }, (_, at) => `Sentence ${at}. ${'x'.repeat(990)}`).join('\n');
    const parts = openSlack().render({ ...outline([card(1)]), text: long }, { codeOf: () => 'code' });
    expect(parts.length).toBeGreaterThan(1);
    const whole = JSON.stringify(parts.map(({ call }) => call.blocks));
    for (let at = 0; at < 40; at++) expect(whole).toContain(`Sentence ${at}.`);
  });

  it('leaves out the one picture that Slack cannot read', async () => {
    const posts: string[] = [];
    const network = recordingFetch(({ body }) => {
      posts.push(String(body));
      return posts.length > 1
        ? { body: '{"ok":true}' }
        : {
            body: JSON.stringify({
              ok: false,
              error: 'invalid_blocks',
              response_metadata: { messages: ['[ERROR] downloading image failed [json-pointer:/blocks/3/accessory]'] },
            }),
          };
    });
    const [part] = render([1, 2, 3].map((position) => card(position)));
    expect(await openSlack(network).send(part?.call ?? {}, { channel: 'C1' })).toEqual({ kind: 'sent' });
    expect(posts).toHaveLength(2);
    expect(posts[1]).not.toContain('2.jpg');
    for (const left of ['1.jpg', '3.jpg', '2. Dress']) expect(posts[1]).toContain(left);
  });
});

describe('Calls to Slack', () => {
  const CALL: JsonObject = { text: 'x' };

  it.each([
    ['ratelimited', 429, { kind: 'later', afterMs: 30_000 }],
    ['internal_error', 200, { kind: 'later' }],
    ['invalid_auth', 200, { kind: 'later', why: expect.stringContaining('YIDA_SLACK_TOKEN') }],
    ['missing_scope', 200, { kind: 'later', why: expect.stringContaining('YIDA_SLACK_TOKEN') }],
    ['channel_not_found', 200, { kind: 'refused' }],
    ['not_in_channel', 200, { kind: 'refused' }],
    ['is_archived', 200, { kind: 'refused' }],
    ['msg_too_long', 200, { kind: 'refused' }],
    ['invalid_blocks', 200, { kind: 'refused' }],
  ])('answered with %s', async (error, status, delivery) => {
    const headers: Record<string, string> = status === 429 ? { 'retry-after': '30' } : {};
    const network = recordingFetch(() => ({ status, headers, body: JSON.stringify({ ok: false, error }) }));
    expect(await openSlack(network).send(CALL, { channel: 'C1' })).toMatchObject(delivery);
  });

  it('wait where a proxy answers in its place', async () => {
    const network = recordingFetch(() => ({ body: '<html>maintenance</html>' }));
    expect(await openSlack(network).send(CALL, { channel: 'C1' })).toMatchObject({ kind: 'later' });
  });

  it('carry the token to hosts of Slack alone', async () => {
    const network = recordingFetch(() => ({ body: 'bytes' }));
    const app = openSlack(network);
    await app.file({ url: 'https://files.slack.com/files-pri/T1-F1/a.jpg' }, {});
    await app.file({ url: 'https://files.slack.com.evil.example/a.jpg' }, {});
    expect(network.left.map(({ headers }) => headers.Authorization?.startsWith('Bearer xoxb-') ?? false)).toEqual([
      true,
      false,
    ]);
  });

  it('take the page where people sign in for no photo', async () => {
    const app = openSlack(recordingFetch(() => ({ body: '<!DOCTYPE html>' })));
    await expect(app.file({ url: 'https://files.slack.com/a.jpg' }, {})).rejects.toThrow(/files:read/);
  });
});
