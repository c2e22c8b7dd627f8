import { describe, expect, it } from 'vitest';
import type { IncomingMessage, JsonObject, MessagingApp } from '../../../src/channels/messaging/core/messaging-app.js';
import { deliveryOfFailure } from '../../../src/channels/messaging/core/platform-call.js';
import type { ReplyOutline } from '../../../src/channels/messaging/core/reply-outline.js';
import { dingtalk } from '../../../src/channels/messaging/dingtalk/settings.js';
import { dingtalkWebhook, simulateDingtalk } from '../../../src/channels/messaging/simulator/dingtalk.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';
import { recordingFetch } from '../../support/recording-fetch.js';
import { webhookRequest } from '../../support/webhook-request.js';

messagingAppContract(dingtalk, simulateDingtalk);

const NOW = 1_700_000_000_000;
const LENT = JSON.stringify({ accessToken: 'token-1', expireIn: 7200 });

function openDingtalk(network = recordingFetch(() => ({ body: '{}' }))): MessagingApp {
  const { YIDA_DINGTALK_API: _simulated, ...environment } = simulateDingtalk().environment('http://127.0.0.1:9');
  const app = dingtalk.open(environment, { fetch: network.fetch, now: () => NOW, randomId: () => 'id' });
  if (app === undefined) throw new Error('DingTalk is off with its own environment');
  return app;
}

function heard(message: object): readonly IncomingMessage[] {
  return openDingtalk().receive(webhookRequest(dingtalkWebhook({ msgId: 'm1', ...message }, NOW))).messages;
}

function shown(outline: Partial<ReplyOutline>, code = 's:g1'): { title: string; text: string }[] {
  const whole = {
    locale: 'en',
    text: '',
    cards: [],
    rest: '',
    suggestions: [],
    heading: '',
    choices: '',
    ...outline,
  } as const;
  const parts = openDingtalk().render(whole, { codeOf: () => code });
  return parts.map(({ call }) => JSON.parse(String(call.msgParam)) as { title: string; text: string });
}

const TEXT = { msgtype: 'text', text: { content: ' red dress ' } };

describe('What DingTalk brings', () => {
  it('is acknowledged with silence', () => {
    const { acknowledgement } = openDingtalk().receive(webhookRequest(dingtalkWebhook({ msgId: 'm1', ...TEXT }, NOW)));
    expect(acknowledgement).toEqual({ type: 'application/json', body: '{"msgtype":"empty"}' });
  });

  it('is refused where it is for another robot: the signature does not say so', () => {
    expect(() => heard({ ...TEXT, robotCode: 'dinganother' })).toThrow(/another robot/);
  });

  it('is taken within the hour that DingTalk names', () => {
    const late = dingtalkWebhook({ msgId: 'm1', ...TEXT }, NOW - 3_500_000);
    expect(openDingtalk().receive(webhookRequest(late)).messages).toMatchObject([{ text: 'red dress' }]);
  });

  it('is the words and pictures of a rich text', () => {
    const richText = [
      { type: 'picture', downloadCode: 'c1' },
      { text: '\n' },
      { text: 'in blue' },
      { pictureDownloadCode: 'c2' },
    ];
    expect(heard({ msgtype: 'richText', content: { richText } })).toMatchObject([
      { text: 'in blue', photos: [{ code: 'c1' }, { code: 'c2' }] },
    ]);
  });

  it('is a picture also where it was sent as a file', () => {
    const file = (fileName: string) => ({ msgtype: 'file', content: { fileName, downloadCode: 'c1' } });
    expect(heard(file('look.JPG'))).toMatchObject([{ photos: [{ code: 'c1' }] }]);
    expect(heard(file('look.pdf'))).toMatchObject([{ unsupported: ['file'] }]);
  });

  it('is what was said, where DingTalk wrote it down', () => {
    const audio = { msgtype: 'audio', content: { downloadCode: 'c1', recognition: '想要红裙子' } };
    expect(heard(audio)).toMatchObject([{ text: '想要红裙子' }]);
  });

  it('in a group belongs to the person, and is answered in the group', () => {
    const group = { ...TEXT, conversationType: '2', conversationId: 'cid1', isInAtList: true };
    expect(heard(group)).toMatchObject([{ conversation: 'cid1:manager7001', to: { group: 'cid1' } }]);
  });
});

describe('What DingTalk shows', () => {
  it('takes nothing of a feed for markdown', () => {
    const text = '# [x](javascript:1) ![](y) **b** _i_ `c` <font color=red> ~s~ | \\\n> quote &lt; H&M';
    const [message] = shown({ text });
    expect(message?.text).toBe(
      '＃ ［x］(javascript:1) !［］(y) ＊＊b＊＊ ＿i＿ ｀c｀ &lt;font color=red> ～s～ ｜ ＼\n\n＞ quote &amp;lt; H&M',
    );
  });

  it('has buttons that write the sentence they stand for, or their words and a code', () => {
    const say = { title: 'Cheaper', action: { verb: 'say', text: 'cheaper, please (really)' } } as const;
    const similar = { title: 'Similar', action: { verb: 'similar', garmentId: 'g1' } } as const;
    const write = 'dtmd://dingtalkclient/sendMessage?content=';
    expect(shown({ text: 'x', suggestions: [say] }, 't:cheaper, please (really)')[0]?.text).toContain(
      `[Cheaper](${write}cheaper%2C%20please%20%28really%29)`,
    );
    const [message] = shown({ text: 'x', suggestions: [similar] });
    expect(message?.text).toContain(`[Similar](${write}${encodeURIComponent('Similar 〔s:g1〕')})`);
    expect(heard({ msgtype: 'text', text: { content: 'Similar 〔s:g1〕' } })).toMatchObject([{ button: 's:g1' }]);
  });

  it('does not let an address end its own link, or be none of the web', () => {
    const card = (link: string) => ({ title: '1. Dress', lines: [], link, buttons: [{ title: 'Open', link }] });
    expect(shown({ cards: [card('https://shop.example/a)b')] })[0]?.text).toContain(
      '[Open](https://shop.example/a%29b)',
    );
    expect(shown({ cards: [card('javascript:alert(1)')] })[0]?.text).not.toContain('javascript');
  });

  it('comes in as few messages as have room', () => {
    const card = { title: '1. Dress', lines: ['¥199'], buttons: [] };
    expect(shown({ text: 'Here.', cards: [card, card, card], rest: '6. Coat' }).length).toBe(1);
    expect(shown({ text: '裙子。'.repeat(3_000) }).length).toBeGreaterThan(1);
  });
});

describe('Calls to DingTalk', () => {
  const CALL: JsonObject = { msgKey: 'sampleMarkdown', msgParam: '{}' };
  const TO = { staff: 'u1' };
  const answering = (answer: object, status = 200) =>
    recordingFetch(({ url }) =>
      url.endsWith('/accessToken') ? { body: LENT } : { status, body: JSON.stringify(answer) },
    );

  it.each([
    ['sent', { processQueryKey: 'k' }, 200, { kind: 'sent' }],
    ['too many to a person', { flowControlledStaffIdList: ['u1'] }, 200, { kind: 'later' }],
    ['somebody it is kept from', { filteredStaffIdList: ['u1'] }, 200, { kind: 'refused' }],
    ['nobody it knows', { invalidStaffIdList: ['u1'] }, 200, { kind: 'refused' }],
    ['too fast', { code: 'send.byToken.tooFast' }, 400, { kind: 'later' }],
    ['over the limit of the app', { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' }, 403, { kind: 'later' }],
    ['without the right', { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' }, 403, { kind: 'later' }],
    ['broken', { code: 'invalidParameter.msgParam' }, 400, { kind: 'refused' }],
  ])('are %s', async (_what, answer, status, delivery) => {
    expect(await openDingtalk(answering(answer, status)).send(CALL, TO)).toMatchObject(delivery);
  });

  it('borrow a token anew where it is no longer taken', async () => {
    let calls = 0;
    const network = recordingFetch(({ url }) => {
      if (url.endsWith('/accessToken')) return { body: LENT };
      return calls++ === 0 ? { status: 401, body: '{"code":"InvalidAuthentication"}' } : { body: '{}' };
    });
    expect(await openDingtalk(network).send(CALL, TO)).toEqual({ kind: 'sent' });
    expect(network.left.filter(({ url }) => url.endsWith('/accessToken')).length).toBe(2);
  });

  it('wait where the credentials are wrong, and say so', async () => {
    const network = recordingFetch(() => ({ status: 400, body: '{"code":"invalidClientIdOrSecret","message":"no"}' }));
    const delivery = await openDingtalk(network).send(CALL, TO).catch(deliveryOfFailure);
    expect(delivery).toMatchObject({ kind: 'later', why: expect.stringContaining('invalidClientIdOrSecret') });
  });

  it('cannot reach somebody outside the organisation, and say so', async () => {
    expect(await openDingtalk().send(CALL, {})).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('outside'),
    });
  });

  it('show the token to its own host alone', async () => {
    const network = recordingFetch(({ url }) => {
      if (url.endsWith('/accessToken')) return { body: LENT };
      return url.endsWith('/download')
        ? { body: '{"downloadUrl":"http://store.aliyuncs.com/a.jpg"}' }
        : { body: 'bytes' };
    });
    await openDingtalk(network).file({ code: 'c1' }, {});
    expect(network.left.map(({ url, headers }) => [url, headers['x-acs-dingtalk-access-token']])).toEqual([
      ['https://api.dingtalk.com/v1.0/oauth2/accessToken', undefined],
      ['https://api.dingtalk.com/v1.0/robot/messageFiles/download', 'token-1'],
      ['https://store.aliyuncs.com/a.jpg', undefined],
    ]);
  });
});
