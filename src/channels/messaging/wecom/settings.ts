import { z } from 'zod';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseWecom } from './parse.js';
import { renderWecom } from './render.js';
import { createWecomClient } from './send.js';
import { verifyWecom } from './verify.js';

const settings = z.object({
  YIDA_WECOM_CORP_ID: z
    .string()
    .regex(/^w[wx][\da-z]{16}$/i, "the company's CorpID: ww and 16 letters and digits")
    .optional(),
  YIDA_WECOM_AGENT_ID: z.coerce.number().int('the AgentId of the application: a number').positive().optional(),
  YIDA_WECOM_SECRET: z
    .string()
    .regex(/^[\w-]{32,64}$/, 'the Secret of the application')
    .optional(),
  YIDA_WECOM_TOKEN: z
    .string()
    .regex(/^[\da-z]{3,32}$/i, '3 to 32 letters and digits; the Token of "receive messages"')
    .optional(),
  YIDA_WECOM_AES_KEY: z
    .string()
    .regex(/^[\da-z]{43}$/i, 'the EncodingAESKey of "receive messages": 43 letters and digits')
    .optional(),
  YIDA_WECOM_API: platformAddress('https://qyapi.weixin.qq.com'),
});

/** WeCom sets no time for an answer; after a day nobody waits for it. */
const WINDOW_MS = 86_400_000;

/** A self-built application of WeCom, on where its five settings are given. */
export const wecom = messagingKind({
  name: 'wecom',
  settings,
  required: [
    'YIDA_WECOM_CORP_ID',
    'YIDA_WECOM_AGENT_ID',
    'YIDA_WECOM_SECRET',
    'YIDA_WECOM_TOKEN',
    'YIDA_WECOM_AES_KEY',
  ],
  open(
    {
      YIDA_WECOM_CORP_ID: corpId,
      YIDA_WECOM_AGENT_ID: agentId,
      YIDA_WECOM_SECRET: secret,
      YIDA_WECOM_TOKEN: token,
      YIDA_WECOM_AES_KEY: aesKey,
      YIDA_WECOM_API: api,
    },
    tools,
  ) {
    const client = createWecomClient({ api, corpId, secret, agentId }, tools);
    return {
      name: 'wecom',
      windowMs: WINDOW_MS,
      withoutWebp: true,
      // Of 1,024; the rest says that the button is about the selected garment.
      buttonBytes: 1000,
      receive(request) {
        const received = verifyWecom(request, { corpId, token, aesKey }, tools.now());
        if (received.kind === 'challenge') return { acknowledgement: { body: received.echo }, messages: [] };
        return parseWecom(received.fields);
      },
      render: renderWecom,
      send: client.send,
      file: client.file,
      check: client.check,
    };
  },
});
