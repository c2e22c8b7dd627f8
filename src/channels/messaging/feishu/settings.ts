import { z } from 'zod';
import { localeSchema } from '../../../domain/locale.js';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseFeishu } from './parse.js';
import { renderFeishu } from './render.js';
import { createFeishuClient } from './send.js';
import { verifyFeishu } from './verify.js';

const settings = z.object({
  YIDA_FEISHU_APP_ID: z
    .string()
    .regex(/^cli_\w{8,}$/, 'the App ID: cli_ and letters and digits')
    .optional(),
  YIDA_FEISHU_APP_SECRET: z.string().min(16, 'the App Secret, beside the App ID').optional(),
  YIDA_FEISHU_ENCRYPT_KEY: z.string().min(8, 'the Encrypt Key, at "Events & callbacks"').optional(),
  YIDA_FEISHU_VERIFICATION_TOKEN: z.string().min(8, 'the Verification Token, beside the Encrypt Key').optional(),
  /** As it is called in groups; needed only where the app may read all that is said in a group. */
  YIDA_FEISHU_BOT_NAME: z.string().min(1).optional(),
  /** Of the greeting, until a person writes; Chinese at Feishu and English at Lark where it is not given. */
  YIDA_FEISHU_LANGUAGE: localeSchema.optional(),
  /** Lark: https://open.larksuite.com */
  YIDA_FEISHU_API: platformAddress('https://open.feishu.cn'),
});

const DAY_MS = 86_400_000;
/** Five messages a second to a person or a group. Source: open.feishu.cn/document/server-docs/im-v1/message/create */
const PACE_MS = 200;

/** Feishu or Lark, on where the app's id and secret, its Encrypt Key and its Verification Token are given. */
export const feishu = messagingKind({
  name: 'feishu',
  settings,
  required: [
    'YIDA_FEISHU_APP_ID',
    'YIDA_FEISHU_APP_SECRET',
    'YIDA_FEISHU_ENCRYPT_KEY',
    'YIDA_FEISHU_VERIFICATION_TOKEN',
  ],
  open(
    {
      YIDA_FEISHU_APP_ID: appId,
      YIDA_FEISHU_APP_SECRET: secret,
      YIDA_FEISHU_ENCRYPT_KEY: encryptKey,
      YIDA_FEISHU_VERIFICATION_TOKEN: verificationToken,
      YIDA_FEISHU_BOT_NAME: botName,
      YIDA_FEISHU_LANGUAGE: language,
      YIDA_FEISHU_API: api,
    },
    tools,
  ) {
    const client = createFeishuClient({ api, appId, secret }, tools);
    const greeting = language ?? (/\blarksuite\.com$/.test(new URL(api).hostname) ? 'en' : 'zh-CN');
    return {
      name: 'feishu',
      language: greeting,
      windowMs: DAY_MS,
      noticeWindowMs: Number.POSITIVE_INFINITY,
      buttonBytes: 1_000,
      paceMs: PACE_MS,
      receive: (request) =>
        parseFeishu(verifyFeishu(request, { encryptKey, verificationToken }, tools.now()), { botName, greeting }),
      render: renderFeishu,
      send: client.send,
      file: client.file,
      check: client.check,
    };
  },
});
