import { z } from 'zod';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseDingtalk } from './parse.js';
import { renderDingtalk } from './render.js';
import { createDingtalkClient } from './send.js';
import { verifyDingtalk } from './verify.js';

const settings = z.object({
  YIDA_DINGTALK_APP_KEY: z
    .string()
    .regex(/^ding\w{8,}$/, 'the Client ID (AppKey): ding and letters and digits')
    .optional(),
  YIDA_DINGTALK_APP_SECRET: z.string().min(16, 'the Client Secret (AppSecret), beside the Client ID').optional(),
  /** The robot's code, where it is another than the AppKey. */
  YIDA_DINGTALK_ROBOT_CODE: z.string().min(1).optional(),
  YIDA_DINGTALK_API: platformAddress('https://api.dingtalk.com'),
});

const DAY_MS = 86_400_000;

/** A DingTalk robot that gets its messages by HTTP, on where the app's key and secret are given. */
export const dingtalk = messagingKind({
  name: 'dingtalk',
  settings,
  required: ['YIDA_DINGTALK_APP_KEY', 'YIDA_DINGTALK_APP_SECRET'],
  open(
    {
      YIDA_DINGTALK_APP_KEY: appKey,
      YIDA_DINGTALK_APP_SECRET: appSecret,
      YIDA_DINGTALK_ROBOT_CODE: robotCode = appKey,
      YIDA_DINGTALK_API: api,
    },
    tools,
  ) {
    const client = createDingtalkClient({ api, appKey, appSecret, robotCode }, tools);
    return {
      name: 'dingtalk',
      windowMs: DAY_MS,
      noticeWindowMs: Number.POSITIVE_INFINITY,
      buttonBytes: 64,
      receive(request) {
        verifyDingtalk(request, appSecret, tools.now());
        return parseDingtalk(request.body, robotCode);
      },
      render: renderDingtalk,
      send: client.send,
      file: client.file,
      check: client.check,
    };
  },
});
