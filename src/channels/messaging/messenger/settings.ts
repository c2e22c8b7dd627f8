import { z } from 'zod';
import { localeSchema } from '../../../domain/locale.js';
import { hubChallenge } from '../core/hub-signature.js';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseMessenger } from './parse.js';
import { renderMessenger } from './render.js';
import { createMessengerClient } from './send.js';
import { verifyMessenger } from './verify.js';

const settings = z.object({
  YIDA_MESSENGER_TOKEN: z
    .string()
    .regex(/^\S{20,}$/, "the page's access token")
    .optional(),
  YIDA_MESSENGER_PAGE_ID: z
    .string()
    .regex(/^\d{5,20}$/, "the page's ID (digits)")
    .optional(),
  YIDA_MESSENGER_APP_SECRET: z
    .string()
    .regex(/^[\da-f]{32}$/i, '32 letters and digits; the page "Basic" of the app shows it')
    .optional(),
  YIDA_MESSENGER_VERIFY_TOKEN: z.string().min(8, 'a word of your own, at least 8 characters').optional(),
  /** Messenger does not say which language a person speaks: that of the greeting, until they write. */
  YIDA_MESSENGER_LANGUAGE: localeSchema.default('en'),
  YIDA_MESSENGER_API: platformAddress('https://graph.facebook.com'),
});

/** Within a day after the person's last message the page may write. */
const DAY_MS = 86_400_000;

/** Messenger, on where its token, page ID, app secret and verify token are given. */
export const messenger = messagingKind({
  name: 'messenger',
  settings,
  required: [
    'YIDA_MESSENGER_TOKEN',
    'YIDA_MESSENGER_PAGE_ID',
    'YIDA_MESSENGER_APP_SECRET',
    'YIDA_MESSENGER_VERIFY_TOKEN',
  ],
  open(given, tools) {
    const appSecret = given.YIDA_MESSENGER_APP_SECRET;
    const pageId = given.YIDA_MESSENGER_PAGE_ID;
    const page = { api: given.YIDA_MESSENGER_API, token: given.YIDA_MESSENGER_TOKEN, pageId, appSecret };
    const client = createMessengerClient(page, tools);
    const secrets = { appSecret, verifyToken: given.YIDA_MESSENGER_VERIFY_TOKEN };
    const heard = { pageId, greeting: given.YIDA_MESSENGER_LANGUAGE, oldestMs: DAY_MS };
    return {
      name: 'messenger',
      language: given.YIDA_MESSENGER_LANGUAGE,
      windowMs: DAY_MS,
      buttonBytes: 1_000,
      receive(request) {
        verifyMessenger(request, secrets);
        return hubChallenge(request) ?? parseMessenger(request.body, heard, tools.now());
      },
      render: renderMessenger,
      send: client.send,
      file: client.file,
      typing: client.typing,
      check: client.check,
    };
  },
});
