import { type Request, Router } from 'express';
import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { nearestLocale } from '../../../domain/locale.js';
import { sameSecret } from '../../access/bound-token.js';
import { baseOf, bearerOf } from '../../access/site.js';
import { onlyPost, rawBody } from '../../access/webhook-route.js';
import { type Channel, type ChannelDeps, channelKind } from '../../channel.js';
import { createSpokenLine } from '../spoken-line.js';
import { type DialogflowRequest, readDialogflow } from './dialogflow-request.js';
import { dialogflowResponse } from './dialogflow-response.js';

const settings = z.object({
  YIDA_DIALOGFLOW_SECRET: z
    .string()
    .min(16, 'at least 16 characters; the agent sends it as Authorization: Bearer …, or as the password of yida')
    .optional(),
});

const PATH = '/voice/dialogflow';
/** The agent waits five seconds unless it is told otherwise. */
const ANSWER_WITHIN_MS = 4_000;

/** `POST /voice/dialogflow`: a Dialogflow webhook (ES and CX), for telephones and chats that Google's agents serve. */
export const dialogflow = channelKind({
  name: 'dialogflow',
  setup: { variables: ['YIDA_DIALOGFLOW_SECRET'], path: PATH },
  settings,
  create: ({ YIDA_DIALOGFLOW_SECRET: secret }, deps) =>
    secret === undefined ? undefined : createDialogflow(secret, deps),
});

export function createDialogflow(secret: string, deps: ChannelDeps): Channel {
  const { wording, log, site } = deps;
  const line = createSpokenLine({
    ...deps,
    answerWithinMs: ANSWER_WITHIN_MS,
    onFailure: (error) => log.error({ err: error }, 'a Dialogflow turn failed'),
  });
  const router = Router();
  router.post(PATH, ...rawBody(), async (request, response) => {
    mayAsk(request, secret);
    const { edition, session, id, language, heard } = readRequest(request.body);
    const voice = nearestLocale(language);
    const answer = await line({
      conversationId: `dialogflow:${session}`,
      userId: `dialogflow:${session}`,
      activityId: id ?? deps.randomId(),
      heard,
      ...(voice === undefined ? {} : { voice }),
      base: baseOf(request, site),
    });
    response.json(dialogflowResponse(answer, edition, wording));
  });
  router.all(PATH, onlyPost);
  return { name: 'dialogflow', routes: router, close: async () => {} };
}

/** Google's console knows a user and password, and headers of one's own; either carries the secret. */
function mayAsk(request: Request, secret: string): void {
  const basic = /^Basic (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  const password = basic && Buffer.from(basic, 'base64').toString('utf8').split(/:(.*)/s)[1];
  const given = bearerOf(request) ?? password;
  if (given === undefined || !sameSecret(given, secret)) throw new YidaFault('unauthorised', 'the secret is needed');
}

function readRequest(body: Buffer): DialogflowRequest {
  try {
    return readDialogflow(JSON.parse(body.toString('utf8')));
  } catch (cause) {
    throw new YidaFault('bad-request', 'not a Dialogflow webhook', { cause });
  }
}
