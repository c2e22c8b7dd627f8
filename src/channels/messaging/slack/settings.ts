import { z } from 'zod';
import { localeSchema } from '../../../domain/locale.js';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseSlack } from './parse.js';
import { renderSlack } from './render.js';
import { createSlackClient } from './send.js';
import { verifySlack } from './verify.js';

const settings = z.object({
  YIDA_SLACK_TOKEN: z
    .string()
    .regex(/^xox[be]\S{10,}$/, 'looks like xoxb-…; the page "OAuth & Permissions" of the app shows it')
    .optional(),
  YIDA_SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[\da-f]{32}$/i, '32 letters and digits; the page "Basic Information" of the app shows it')
    .optional(),
  /** Slack does not say which language a person speaks: that of the greeting, until they write. */
  YIDA_SLACK_LANGUAGE: localeSchema.default('en'),
  YIDA_SLACK_API: platformAddress('https://slack.com/api'),
});

const DAY_MS = 86_400_000;
/** Slack takes about one message a second in a channel. Source: docs.slack.dev/apis/web-api/rate-limits */
const PACE_MS = 1_000;

/** Slack, on where YIDA_SLACK_TOKEN and YIDA_SLACK_SIGNING_SECRET are given. */
export const slack = messagingKind({
  name: 'slack',
  settings,
  required: ['YIDA_SLACK_TOKEN', 'YIDA_SLACK_SIGNING_SECRET'],
  open(
    { YIDA_SLACK_TOKEN: token, YIDA_SLACK_SIGNING_SECRET: secret, YIDA_SLACK_LANGUAGE: greeting, YIDA_SLACK_API: api },
    tools,
  ) {
    const client = createSlackClient(api, token, tools);
    return {
      name: 'slack',
      language: greeting,
      windowMs: DAY_MS,
      noticeWindowMs: Number.POSITIVE_INFINITY,
      buttonBytes: 2_000,
      paceMs: PACE_MS,
      receive(request) {
        verifySlack(request, secret, tools.now());
        return parseSlack(request, greeting);
      },
      render: renderSlack,
      send: client.send,
      file: client.file,
      check: client.check,
    };
  },
});
