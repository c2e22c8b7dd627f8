import { z } from 'zod';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseWechat } from './parse.js';
import { renderWechat } from './render.js';
import { createWechatClient } from './send.js';
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
  YIDA_WECHAT_API: platformAddress('https://api.weixin.qq.com'),
});

const WINDOW_MS = 48 * 3_600_000;

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
      YIDA_WECHAT_API: api,
    },
    tools,
  ) {
    const client = createWechatClient({ api, appId, secret }, tools);
    return {
      name: 'wechat',
      windowMs: WINDOW_MS,
      buttonBytes: 64,
      receive(request) {
        const received = verifyWechat(request, { appId, token, aesKey }, tools.now());
        if (received.kind === 'challenge') return { acknowledgement: { body: received.echo }, messages: [] };
        return parseWechat(received.fields);
      },
      render: renderWechat,
      send: client.send,
      photo: client.photo,
      typing: client.typing,
      check: client.check,
    };
  },
});
