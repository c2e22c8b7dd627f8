import { Router } from 'express';
import { z } from 'zod';
import { baseOf } from '../../access/site.js';
import { onlyPost, rawBody } from '../../access/webhook-route.js';
import { type Channel, type ChannelDeps, channelKind } from '../../channel.js';
import { downloadCertificates } from '../download-certificates.js';
import { createSigningKeys, type SigningKeys } from '../signing-keys.js';
import { createSpokenLine } from '../spoken-line.js';
import { heardByDueros } from './dueros-heard.js';
import { DUEROS_SILENCE, duerosResponse } from './dueros-response.js';
import { DUEROS_SIGNING, verifiedDuerosRequest } from './verify-dueros.js';

const settings = z.object({
  YIDA_DUEROS_BOT_ID: z
    .string()
    .regex(/^[\w-]{8,100}$/, 'the skill id that the DuerOS console shows')
    .optional(),
});

const PATH = '/voice/dueros';
/** Baidu's speakers wait about three seconds; what takes longer is announced and told at "go on". */
const ANSWER_WITHIN_MS = 2_500;

/** `POST /voice/dueros`: a Baidu DuerOS skill, on where YIDA_DUEROS_BOT_ID names it. */
export const dueros = channelKind({
  name: 'dueros',
  setup: { variables: ['YIDA_DUEROS_BOT_ID'], path: PATH },
  settings,
  create: ({ YIDA_DUEROS_BOT_ID: botId }, deps) => (botId === undefined ? undefined : createDueros(botId, deps)),
});

export function createDueros(botId: string, deps: ChannelDeps, given?: SigningKeys): Channel {
  const { wording, now, log, site } = deps;
  const keys = given ?? createSigningKeys({ ...DUEROS_SIGNING, download: downloadCertificates(deps.fetch), now });
  const line = createSpokenLine({
    ...deps,
    answerWithinMs: ANSWER_WITHIN_MS,
    onFailure: (error) => log.error({ err: error }, 'a DuerOS turn failed'),
  });
  const router = Router();
  router.post(PATH, ...rawBody(), async (request, response) => {
    const headers = { certificate: request.get('signaturecerturl'), signature: request.get('signature') };
    const asked = await verifiedDuerosRequest(request.body, headers, { botId, keys, now });
    const heard = heardByDueros(asked);
    const { session, context } = asked;
    if (heard === undefined || session === undefined) {
      response.json(DUEROS_SILENCE);
      return;
    }
    const userId = context.System.user?.userId ?? context.System.device?.deviceId;
    const answer = await line({
      conversationId: `dueros:${session.sessionId}`,
      ...(userId === undefined ? {} : { userId: `dueros:${userId}` }),
      activityId: asked.request.requestId,
      heard,
      voice: 'zh-CN',
      base: baseOf(request, site),
    });
    response.json(duerosResponse(answer, wording));
  });
  router.all(PATH, onlyPost);
  return { name: 'dueros', routes: router, close: async () => {} };
}
