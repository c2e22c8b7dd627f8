import express, { type Request, Router } from 'express';
import { z } from 'zod';
import { actionSchema } from '../../../domain/action.js';
import { YidaFault } from '../../../domain/fault.js';
import { localeSchema } from '../../../domain/locale.js';
import { baseOf, bearerOf, isApiKey, type Site } from '../../access/site.js';
import { onlyPost } from '../../access/webhook-route.js';
import { type Channel, type ChannelDeps, channelKind } from '../../channel.js';
import { createSpokenLine, type Heard, type SpokenAnswer } from '../spoken-line.js';
import { ssmlOf, utterance } from '../ssml.js';

const PATH = '/voice/speech';
/** A caller that can wait longer asks for the answer with the command "next". */
const ANSWER_WITHIN_MS = 8_000;

const requestSchema = z
  .object({
    /** One talk; absent, a new one begins. */
    sessionId: z.string().min(1).max(200).optional(),
    userId: z.string().min(1).max(200).optional(),
    /** The caller's id of this request; the same again is answered as before. */
    requestId: z.string().min(1).max(200).optional(),
    /** The language of the voice; absent, the language that was heard. */
    locale: localeSchema.optional(),
    /** What was recognised. */
    text: z.string().max(4_000).optional(),
    command: z.enum(['launch', 'next', 'repeat', 'stop', 'help', 'unheard']).optional(),
    action: actionSchema.optional(),
  })
  .strict();

/**
 * `POST /voice/speech`: recognised words in, words to be spoken out, for any voice assistant that has a recogniser
 * and a voice of its own (a kiosk, Rhasspy, Home Assistant, a telephone system). In production with YIDA_API_KEY.
 */
export const plainSpeech = channelKind({
  name: 'speech',
  setup: { variables: [], path: PATH },
  settings: z.object({}),
  create: (_settings, deps) => createPlainSpeech(deps),
});

export function createPlainSpeech(deps: ChannelDeps): Channel {
  const { log, site } = deps;
  const line = createSpokenLine({
    ...deps,
    answerWithinMs: ANSWER_WITHIN_MS,
    onFailure: (error) => log.error({ err: error }, 'a spoken turn failed'),
  });
  const router = Router();
  router.post(PATH, express.json({ limit: '64kb' }), async (request, response) => {
    mayCall(request, site);
    const parsed = requestSchema.safeParse(request.body);
    if (!parsed.success) {
      const why = parsed.error.issues.map(({ path, message }) => path.join('.') || message).join(', ');
      throw new YidaFault('bad-request', why, { values: { why } });
    }
    const { sessionId = deps.randomId(), userId, requestId, locale } = parsed.data;
    const answer = await line({
      conversationId: `speech:${sessionId}`,
      ...(userId === undefined ? {} : { userId }),
      activityId: requestId ?? deps.randomId(),
      heard: heardOf(parsed.data),
      ...(locale === undefined ? {} : { voice: locale }),
      base: baseOf(request, site),
    });
    response.set('Cache-Control', 'no-store').json(spoken(sessionId, answer));
  });
  router.all(PATH, onlyPost);
  return { name: 'speech', routes: router, close: async () => {} };
}

function heardOf({ text, command, action }: z.infer<typeof requestSchema>): Heard {
  if (action !== undefined) return { kind: 'action', action };
  if (command !== undefined) return { kind: command };
  return text === undefined ? { kind: 'launch' } : { kind: 'words', text };
}

function spoken(sessionId: string, { locale, speech, reprompt, ends, view, from }: SpokenAnswer): object {
  return {
    sessionId,
    locale,
    speech: utterance(speech),
    ssml: ssmlOf(speech),
    reprompt: utterance(reprompt),
    ends,
    /** For a screen: the whole reply, and the index of what is spoken of first. */
    ...(view === undefined ? {} : { reply: view, from }),
  };
}

function mayCall(request: Request, site: Site): void {
  const credential = bearerOf(request);
  if (isApiKey(credential, site) || (credential === undefined && !site.production)) return;
  throw new YidaFault('unauthorised', 'the key is needed');
}
