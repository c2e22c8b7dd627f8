import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { localeSchema } from '../../../domain/locale.js';
import { messagingKind, platformAddress } from '../core/messaging-kind.js';
import { parseLine } from './parse.js';
import { renderLine } from './render.js';
import { createLineClient } from './send.js';
import { verifyLine } from './verify.js';

const settings = z.object({
  YIDA_LINE_TOKEN: z
    .string()
    .regex(/^\S{20,}$/, 'the channel access token, at "Messaging API"')
    .optional(),
  YIDA_LINE_SECRET: z
    .string()
    .regex(/^[\da-f]{32}$/i, 'the channel secret: 32 letters and digits, at "Basic settings"')
    .optional(),
  /** LINE does not say which language a person speaks: that of the greeting, until they write. */
  YIDA_LINE_LANGUAGE: localeSchema.default('en'),
  YIDA_LINE_API: platformAddress('https://api.line.me'),
  YIDA_LINE_DATA_API: platformAddress('https://api-data.line.me'),
});

const DAY_MS = 86_400_000;

/** LINE, on where YIDA_LINE_TOKEN and YIDA_LINE_SECRET are given. */
export const line = messagingKind({
  name: 'line',
  settings,
  required: ['YIDA_LINE_TOKEN', 'YIDA_LINE_SECRET'],
  open(given, tools) {
    const { YIDA_LINE_TOKEN: token, YIDA_LINE_API: api, YIDA_LINE_DATA_API: dataApi } = given;
    const client = createLineClient({ api, dataApi, token }, tools);
    const heard = { greeting: given.YIDA_LINE_LANGUAGE, oldestMs: DAY_MS };
    return {
      name: 'line',
      language: given.YIDA_LINE_LANGUAGE,
      windowMs: DAY_MS,
      noticeWindowMs: Number.POSITIVE_INFINITY,
      withoutWebp: true,
      buttonBytes: 300,
      receive(request) {
        verifyLine(request, given.YIDA_LINE_SECRET);
        return parseLine(request.body, heard, tools.now());
      },
      render: (outline, renderTools) => renderLine(outline, renderTools, randomUUID),
      send: client.send,
      file: client.file,
      typing: client.typing,
      check: client.check,
    };
  },
});
