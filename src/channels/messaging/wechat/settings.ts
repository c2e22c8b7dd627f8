import { z } from 'zod';
import type { MessagingApp, Received, WebhookRequest } from '../core/messaging-app.js';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseWechat } from './parse.js';
import { renderWechat, renderWechatInOne } from './render.js';
import { createPassiveSending, createWechatClient } from './send.js';
import { verifyWechat } from './verify.js';

const settings = z.object({
  YIDA_WECHAT_APP_ID: z
    .string()
    .regex(/^wx[\da-z]{16}$/i, 'the AppID of the account: wx and 16 letters and digits')
    .optional(),
  YIDA_WECHAT_APP_SECRET: z
    .string()
    .regex(/^[\da-z]{32}$/i, 'the AppSecret of the account: 32 letters and digits')
    .optional(),
  YIDA_WECHAT_TOKEN: z
    .string()
    .regex(/^[\da-z]{3,32}$/i, '3 to 32 letters and digits; the same stands beside the address in the account')
    .optional(),
  YIDA_WECHAT_AES_KEY: z
    .string()
    .regex(/^[\da-z]{43}$/i, 'the EncodingAESKey: 43 letters and digits')
    .optional(),
  YIDA_WECHAT_REPLY: z
    .enum(['later', 'passive'], 'later, or passive for accounts that are not verified')
    .default('later'),
  YIDA_WECHAT_API: platformAddress('https://api.weixin.qq.com'),
});

const WINDOW_MS = 48 * 3_600_000;
/** WeChat delivers a message three times, five seconds apart. */
const PASSIVE_WINDOW_MS = 15_000;

/** A WeChat Official Account, on where AppID, AppSecret and Token are given; sealed where there is an AES key. */
export const wechat = messagingKind({
  name: 'wechat',
  settings,
  required: ['YIDA_WECHAT_APP_ID', 'YIDA_WECHAT_APP_SECRET', 'YIDA_WECHAT_TOKEN'],
  open(
    {
      YIDA_WECHAT_APP_ID: appId,
      YIDA_WECHAT_APP_SECRET: secret,
      YIDA_WECHAT_TOKEN: token,
      YIDA_WECHAT_AES_KEY: aesKey,
      YIDA_WECHAT_REPLY: reply,
      YIDA_WECHAT_API: api,
    },
    tools,
  ) {
    const secrets = { appId, token, aesKey };
    const client = createWechatClient({ api, appId, secret }, tools);
    const receive = (request: WebhookRequest): Received => {
      const received = verifyWechat(request, secrets, tools.now());
      if (received.kind === 'challenge') return { acknowledgement: { body: received.echo }, messages: [] };
      return parseWechat(received.fields);
    };
    const later: MessagingApp = {
      name: 'wechat',
      windowMs: WINDOW_MS,
      withoutWebp: true,
      buttonBytes: 64,
      receive,
      render: renderWechat,
      send: client.send,
      file: client.file,
      typing: client.typing,
      check: client.check,
    };
    return reply === 'later' ? later : passive(later, createPassiveSending(secrets, tools), client.checkCredentials);
  },
});

/** An account that may not write first, nor later. */
function passive(
  app: MessagingApp,
  { hold, send }: ReturnType<typeof createPassiveSending>,
  check: MessagingApp['check'],
): MessagingApp {
  const { name, buttonBytes, file } = app;
  return {
    name,
    windowMs: PASSIVE_WINDOW_MS,
    noticeWindowMs: 0,
    buttonBytes,
    receive(request) {
      const received = app.receive(request);
      const [message] = received.messages;
      return message === undefined ? received : { ...received, held: hold(message.id) };
    },
    render: renderWechatInOne,
    send,
    file,
    check,
  };
}
