import { z } from 'zod';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseTelegram } from './parse.js';
import { renderTelegram } from './render.js';
import { createTelegramClient } from './send.js';
import { verifyTelegram } from './verify.js';

const settings = z.object({
  YIDA_TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{30,}$/, 'looks like 123456:ABC…; @BotFather shows it')
    .optional(),
  YIDA_TELEGRAM_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, '16 to 256 letters, digits, _ and -; setWebhook gets the same as secret_token')
    .optional(),
  YIDA_TELEGRAM_USERNAME: z
    .string()
    .transform((name) => name.replace(/^@/, ''))
    .pipe(z.string().regex(/^\w{5,32}$/, "the bot's name, such as my_shop_bot"))
    .optional(),
  YIDA_TELEGRAM_API: platformAddress('https://api.telegram.org'),
});

const DAY_MS = 86_400_000;

/** Telegram, on where YIDA_TELEGRAM_TOKEN and YIDA_TELEGRAM_SECRET are given. */
export const telegram = messagingKind({
  name: 'telegram',
  settings,
  required: ['YIDA_TELEGRAM_TOKEN', 'YIDA_TELEGRAM_SECRET'],
  open(
    {
      YIDA_TELEGRAM_TOKEN: token,
      YIDA_TELEGRAM_SECRET: secret,
      YIDA_TELEGRAM_USERNAME: username,
      YIDA_TELEGRAM_API: api,
    },
    tools,
  ) {
    const client = createTelegramClient({ api, token, secret }, tools);
    const bot = { botId: Number(token.split(':')[0]), username };
    return {
      name: 'telegram',
      windowMs: DAY_MS,
      noticeWindowMs: Number.POSITIVE_INFINITY,
      buttonBytes: 64,
      receive(request) {
        verifyTelegram(request, secret);
        return parseTelegram(request.body, bot);
      },
      render: renderTelegram,
      send: client.send,
      file: client.file,
      typing: client.typing,
      webhook: client.webhook,
      check: client.check,
    };
  },
});
