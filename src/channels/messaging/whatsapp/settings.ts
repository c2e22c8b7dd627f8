import { z } from 'zod';
import { localeSchema } from '../../../domain/locale.js';
import { hubChallenge } from '../core/hub-signature.js';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseWhatsapp } from './parse.js';
import { renderWhatsapp } from './render.js';
import { createWhatsappClient } from './send.js';
import { verifyWhatsapp } from './verify.js';

const settings = z.object({
  YIDA_WHATSAPP_TOKEN: z
    .string()
    .regex(/^\S{20,}$/, 'the access token of a system user')
    .optional(),
  YIDA_WHATSAPP_PHONE_ID: z
    .string()
    .regex(/^\d{5,20}$/, 'the phone number ID (digits; not the number itself), at "API Setup"')
    .optional(),
  YIDA_WHATSAPP_APP_SECRET: z
    .string()
    .regex(/^[\da-f]{32}$/i, '32 letters and digits; the page "Basic" of the app shows it')
    .optional(),
  YIDA_WHATSAPP_VERIFY_TOKEN: z.string().min(8, 'a word of your own, at least 8 characters').optional(),
  /** WhatsApp does not say which language a person speaks: that of the greeting, until they write. */
  YIDA_WHATSAPP_LANGUAGE: localeSchema.default('en'),
  YIDA_WHATSAPP_API: platformAddress('https://graph.facebook.com'),
});

/** Within a day after the shopper's last message anything may be sent, later templates alone. */
const DAY_MS = 86_400_000;
/** WhatsApp shows messages that come at once in any order. */
const PACE_MS = 400;

/** WhatsApp's Cloud API, on where its token, phone number ID, app secret and verify token are given. */
export const whatsapp = messagingKind({
  name: 'whatsapp',
  settings,
  required: ['YIDA_WHATSAPP_TOKEN', 'YIDA_WHATSAPP_PHONE_ID', 'YIDA_WHATSAPP_APP_SECRET', 'YIDA_WHATSAPP_VERIFY_TOKEN'],
  open(given, tools) {
    const phoneId = given.YIDA_WHATSAPP_PHONE_ID;
    const client = createWhatsappClient(
      { api: given.YIDA_WHATSAPP_API, token: given.YIDA_WHATSAPP_TOKEN, phoneId },
      tools,
    );
    const secrets = { appSecret: given.YIDA_WHATSAPP_APP_SECRET, verifyToken: given.YIDA_WHATSAPP_VERIFY_TOKEN };
    const heard = { phoneId, greeting: given.YIDA_WHATSAPP_LANGUAGE, oldestMs: DAY_MS };
    return {
      name: 'whatsapp',
      language: given.YIDA_WHATSAPP_LANGUAGE,
      windowMs: DAY_MS,
      // A row of a list has the least room.
      withoutWebp: true,
      buttonBytes: 200,
      paceMs: PACE_MS,
      receive(request) {
        verifyWhatsapp(request, secrets);
        return hubChallenge(request) ?? parseWhatsapp(request.body, heard, tools.now());
      },
      render: renderWhatsapp,
      send: client.send,
      file: client.file,
      typing: client.typing,
      check: client.check,
    };
  },
});
