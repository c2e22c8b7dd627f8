import { Router } from 'express';
import { z } from 'zod';
import { nearestLocale } from '../../../domain/locale.js';
import { baseOf } from '../../access/site.js';
import { onlyPost, rawBody } from '../../access/webhook-route.js';
import { type Channel, type ChannelDeps, channelKind } from '../../channel.js';
import { downloadCertificates } from '../download-certificates.js';
import { createSigningKeys, type SigningKeys } from '../signing-keys.js';
import { createSpokenLine } from '../spoken-line.js';
import { heardByAlexa } from './alexa-heard.js';
import { ALEXA_SILENCE, alexaResponse } from './alexa-response.js';
import { ALEXA_SIGNING, verifiedAlexaRequest } from './verify-alexa.js';

const settings = z.object({
  YIDA_ALEXA_SKILL_ID: z
    .string()
    .regex(/^amzn1\.ask\.skill\.[\w-]+$/, 'looks like amzn1.ask.skill.…; the developer console shows it')
    .optional(),
});

/** Alexa waits about 8 s; what takes longer is announced and told at "go on". */
const ANSWER_WITHIN_MS = 6_000;
const SCREEN = 'Alexa.Presentation.APL';

/** `POST /voice/alexa`: an Alexa custom skill, on where YIDA_ALEXA_SKILL_ID names it. */
export const alexa = channelKind({
  name: 'alexa',
  setup: { variables: ['YIDA_ALEXA_SKILL_ID'], path: '/voice/alexa' },
  settings,
  create: ({ YIDA_ALEXA_SKILL_ID: skillId }, deps) => (skillId === undefined ? undefined : createAlexa(skillId, deps)),
});

export interface AlexaOptions {
  readonly keys?: SigningKeys;
  readonly answerWithinMs?: number;
}

export function createAlexa(skillId: string, deps: ChannelDeps, options: AlexaOptions = {}): Channel {
  const { takeTurn, wording, boardAddress, now, log, site } = deps;
  const keys = options.keys ?? createSigningKeys({ ...ALEXA_SIGNING, download: downloadCertificates(deps.fetch), now });
  const line = createSpokenLine({
    takeTurn,
    wording,
    ...(boardAddress === undefined ? {} : { boardAddress }),
    answerWithinMs: options.answerWithinMs ?? ANSWER_WITHIN_MS,
    onFailure: (error) => log.error({ err: error }, 'an Alexa turn failed'),
  });
  const router = Router();
  router.post('/voice/alexa', ...rawBody(), async (request, response) => {
    const headers = { certificates: request.get('signaturecertchainurl'), signature: request.get('signature-256') };
    const asked = await verifiedAlexaRequest(request.body, headers, { skillId, keys, now });
    // A German Echo speaks no Chinese either: a locale that is none of ours is spoken to in English.
    const voice = nearestLocale(asked.request.locale) ?? 'en';
    const heard = heardByAlexa(asked, wording, voice);
    const { session, context } = asked;
    if (heard === undefined || session === undefined) {
      response.json(ALEXA_SILENCE);
      return;
    }
    const user = session.user ?? context.System.user;
    const answer = await line({
      conversationId: `alexa:${session.sessionId}`,
      ...(user === undefined ? {} : { userId: `alexa:${user.userId}` }),
      activityId: asked.request.requestId,
      heard,
      voice,
      base: baseOf(request, site),
    });
    const hasScreen = context.System.device?.supportedInterfaces?.[SCREEN] !== undefined;
    response.json(alexaResponse(answer, wording, hasScreen));
  });
  router.all('/voice/alexa', onlyPost);
  return { name: 'alexa', routes: router, close: async () => {} };
}
