import express, { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { baseOf, bearerOf, isApiKey, type Site } from '../../access/site.js';
import { onlyPost } from '../../access/webhook-route.js';
import { type Channel, type ChannelDeps, channelKind } from '../../channel.js';
import { checkSpeechEngines } from '../speech/check-engines.js';
import { readRecording } from '../speech/read-recording.js';
import { RECORDING_BYTES, type SpokenAudio } from '../speech/speech-engines.js';
import { createSpokenLine, type Heard, type SpokenAnswer } from '../spoken-line.js';
import { ssmlOf, utterance } from '../ssml.js';
import { holdsRecording, type PlainSpeechRequest, readPlainSpeech } from './plain-speech-request.js';

const PATH = '/voice/speech';
/** A caller that can wait longer asks for the answer with the command "next". */
const ANSWER_WITHIN_MS = 8_000;
/** What a form writes around a recording. */
const FORM_BYTES = 64 * 1024;
const SOUND = 'audio/mpeg';

/**
 * `POST /voice/speech`: speech or recognised words in, words to be spoken or speech out, for any voice assistant (a
 * kiosk, Rhasspy, Home Assistant, a telephone system). Recordings need a recogniser of the operator's, sound a
 * synthesiser; words need neither. In production with YIDA_API_KEY.
 */
export const plainSpeech = channelKind({
  name: 'speech',
  setup: { variables: [], path: PATH, engines: checkSpeechEngines },
  settings: z.object({}),
  create: (_settings, deps) => createPlainSpeech(deps),
});

export function createPlainSpeech(deps: ChannelDeps): Channel {
  const { log, site } = deps;
  const { recogniser, synthesiser } = deps.speech;
  const line = createSpokenLine({
    ...deps,
    answerWithinMs: ANSWER_WITHIN_MS,
    onFailure: (error) => log.error({ err: error }, 'a spoken turn failed'),
  });
  const recognised = async ({ asked, recording }: PlainSpeechRequest): Promise<string | undefined> => {
    if (recording === undefined) return undefined;
    if (recogniser === undefined) throw new YidaFault('speech-unavailable', 'there is no recogniser');
    return recogniser.recognise(readRecording(recording), asked.locale);
  };
  const spokenAloud = (answer: SpokenAnswer): Promise<SpokenAudio> => {
    if (synthesiser === undefined) throw new YidaFault('speech-unavailable', 'there is no synthesiser');
    return synthesiser.speak(utterance(answer.speech), answer.locale);
  };
  const router = Router();
  const mayCall: RequestHandler = (request, _response, next) => {
    refuseStrangers(request, site);
    next();
  };
  const recordings = express.raw({
    type: (request) => holdsRecording(request.headers['content-type']),
    limit: RECORDING_BYTES + FORM_BYTES,
  });
  router.post(PATH, mayCall, express.json({ limit: '64kb' }), recordings, async (request, response) => {
    const given = await readPlainSpeech(request);
    const { sessionId = deps.randomId(), userId, requestId, locale, speak } = given.asked;
    const heard = await recognised(given);
    const answer = await line({
      conversationId: `speech:${sessionId}`,
      ...(userId === undefined ? {} : { userId }),
      activityId: requestId ?? deps.randomId(),
      heard: heard === undefined ? heardOf(given) : { kind: 'words', text: heard },
      ...(locale === undefined ? {} : { voice: locale }),
      base: baseOf(request, site),
    });
    response.set('Cache-Control', 'no-store');
    if (request.accepts(['application/json', SOUND]) === SOUND) {
      const { type, bytes } = await spokenAloud(answer);
      response.set('X-Yida-Session', encodeURIComponent(sessionId)).type(type).send(Buffer.from(bytes));
      return;
    }
    const sound = speak === true ? await spokenAloud(answer) : undefined;
    response.json({
      ...spoken(sessionId, answer),
      ...(heard === undefined ? {} : { heard }),
      ...(sound === undefined
        ? {}
        : { audio: { type: sound.type, base64: Buffer.from(sound.bytes).toString('base64') } }),
    });
  });
  router.all(PATH, onlyPost);
  return { name: 'speech', routes: router, close: async () => {} };
}

function heardOf({ asked: { text, command, action } }: PlainSpeechRequest): Heard {
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

function refuseStrangers(request: Request, site: Site): void {
  const credential = bearerOf(request);
  if (isApiKey(credential, site) || (credential === undefined && !site.production)) return;
  throw new YidaFault('unauthorised', 'the key is needed');
}
