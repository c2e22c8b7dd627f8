import { type Request, Router } from 'express';
import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { sameSecret } from '../../access/bound-token.js';
import { baseOf } from '../../access/site.js';
import { onlyPost, rawBody } from '../../access/webhook-route.js';
import { type Channel, type ChannelDeps, channelKind } from '../../channel.js';
import { createSpokenLine, type Heard } from '../spoken-line.js';
import { type AligenieRequest, aligenieRequestSchema } from './aligenie-request.js';
import { aligenieResponse } from './aligenie-response.js';

const settings = z
  .object({
    YIDA_ALIGENIE_SKILL_ID: z
      .string()
      .regex(/^\d{1,20}$/, 'the number that the AliGenie console shows')
      .optional(),
    YIDA_ALIGENIE_SECRET: z
      .string()
      .min(16, 'at least 16 characters; the console sends it as the header X-Yida-Secret')
      .optional(),
    YIDA_ALIGENIE_FILE: z
      .string()
      .regex(/^\w+\.txt=\S+$/, 'the console’s file as name.txt=content')
      .optional(),
  })
  .superRefine(({ YIDA_ALIGENIE_SKILL_ID: skill, YIDA_ALIGENIE_SECRET: secret }, context) => {
    if ((skill === undefined) === (secret === undefined)) return;
    const missing = skill === undefined ? 'YIDA_ALIGENIE_SKILL_ID' : 'YIDA_ALIGENIE_SECRET';
    context.addIssue({ code: 'custom', path: [missing], message: 'needed beside the other settings of aligenie' });
  });

const PATH = '/voice/aligenie';
/** Tmall Genie waits about five seconds; what takes longer is announced and told at "go on". */
const ANSWER_WITHIN_MS = 4_000;

export interface AligenieSettings {
  readonly skillId: string;
  readonly secret: string;
  /** The file by which the platform sees that the address is ours: `name.txt=content`. */
  readonly file?: string;
}

/**
 * `POST /voice/aligenie`: a Tmall Genie skill. The platform's signature is optional and its webhooks carry headers of
 * the merchant's choice: a secret one tells its requests from others.
 */
export const aligenie = channelKind({
  name: 'aligenie',
  setup: { variables: ['YIDA_ALIGENIE_SKILL_ID', 'YIDA_ALIGENIE_SECRET'], path: PATH },
  settings,
  create: ({ YIDA_ALIGENIE_SKILL_ID: skillId, YIDA_ALIGENIE_SECRET: secret, YIDA_ALIGENIE_FILE: file }, deps) =>
    skillId === undefined || secret === undefined
      ? undefined
      : createAligenie({ skillId, secret, ...(file === undefined ? {} : { file }) }, deps),
});

export function createAligenie({ skillId, secret, file }: AligenieSettings, deps: ChannelDeps): Channel {
  const { log, site } = deps;
  const line = createSpokenLine({
    ...deps,
    answerWithinMs: ANSWER_WITHIN_MS,
    onFailure: (error) => log.error({ err: error }, 'an AliGenie turn failed'),
  });
  const router = Router();
  const [fileName, content] = file?.split(/=(.*)/s) ?? [];
  if (fileName !== undefined) {
    router.get(`/aligenie/${fileName}`, (_request, response) => {
      response.type('text/plain').send(content);
    });
  }
  router.post(PATH, ...rawBody(), async (request, response) => {
    mayAsk(request, secret);
    const asked = readRequest(request.body);
    if (asked.skillId !== null && asked.skillId !== undefined && asked.skillId !== skillId)
      throw new YidaFault('forbidden', 'a request for another skill');
    const userId = asked.requestData?.userOpenId ?? asked.requestData?.deviceOpenId ?? undefined;
    const answer = await line({
      conversationId: `aligenie:${asked.sessionId}`,
      ...(userId === undefined ? {} : { userId: `aligenie:${userId}` }),
      activityId: asked.requestId ?? deps.randomId(),
      heard: heardByAligenie(asked),
      voice: 'zh-CN',
      base: baseOf(request, site),
    });
    response.json(aligenieResponse(answer));
  });
  router.all(PATH, onlyPost);
  return { name: 'aligenie', routes: router, close: async () => {} };
}

function mayAsk(request: Request, secret: string): void {
  const given = request.get('x-yida-secret');
  if (given === undefined || !sameSecret(given, secret)) throw new YidaFault('unauthorised', 'the secret is needed');
}

/** The skill's opening intent is called "welcome" in every template of the console. */
function heardByAligenie({ intentName, utterance }: AligenieRequest): Heard {
  const text = utterance?.trim() ?? '';
  if (intentName?.toLowerCase() === 'welcome') return { kind: 'launch' };
  return text === '' ? { kind: 'unheard' } : { kind: 'words', text };
}

function readRequest(body: Buffer): AligenieRequest {
  try {
    return aligenieRequestSchema.parse(JSON.parse(body.toString('utf8')));
  } catch (cause) {
    throw new YidaFault('bad-request', 'not an AliGenie request', { cause });
  }
}
