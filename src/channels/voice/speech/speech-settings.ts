import { z } from 'zod';
import type { GuardedFetch } from '../../../encoding/guarded-fetch.js';
import { createHttpRecogniser } from './http-recogniser.js';
import { createHttpSynthesiser } from './http-synthesiser.js';
import type { SpeechEngines } from './speech-engines.js';

/** Plain http stays on this machine: what shoppers say goes over no network unsealed. */
const engineAddress = z
  .url({ protocol: /^https?$/ })
  .refine((address) => address.startsWith('https:') || LOOPBACK.test(new URL(address).hostname), {
    error: 'https, or http on this machine (127.0.0.1, localhost)',
  })
  .optional();
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const key = z.string().min(1).optional();
const name = (standard: string) => z.string().min(1).max(200).default(standard);

/** Where the engines are that hear and speak; without addresses there are none. */
export const speechSettings = z.object({
  YIDA_SPEECH_RECOGNISER_URL: engineAddress,
  YIDA_SPEECH_RECOGNISER_KEY: key,
  YIDA_SPEECH_RECOGNISER_MODEL: name('whisper-1'),
  YIDA_SPEECH_SYNTHESISER_URL: engineAddress,
  YIDA_SPEECH_SYNTHESISER_KEY: key,
  YIDA_SPEECH_SYNTHESISER_MODEL: name('tts-1'),
  YIDA_SPEECH_VOICE_ZH: name('alloy'),
  YIDA_SPEECH_VOICE_EN: name('alloy'),
});
export type SpeechSettings = z.infer<typeof speechSettings>;

/** The engines of the settings; `fetch` must be let reach this machine. */
export function openSpeechEngines(settings: SpeechSettings, fetch: GuardedFetch): SpeechEngines {
  const { YIDA_SPEECH_RECOGNISER_URL: hears, YIDA_SPEECH_SYNTHESISER_URL: speaks } = settings;
  return {
    ...(hears === undefined
      ? {}
      : {
          recogniser: createHttpRecogniser(
            {
              url: hears,
              key: settings.YIDA_SPEECH_RECOGNISER_KEY,
              model: settings.YIDA_SPEECH_RECOGNISER_MODEL,
            },
            fetch,
          ),
        }),
    ...(speaks === undefined
      ? {}
      : {
          synthesiser: createHttpSynthesiser(
            {
              url: speaks,
              key: settings.YIDA_SPEECH_SYNTHESISER_KEY,
              model: settings.YIDA_SPEECH_SYNTHESISER_MODEL,
              voices: { 'zh-CN': settings.YIDA_SPEECH_VOICE_ZH, en: settings.YIDA_SPEECH_VOICE_EN },
            },
            fetch,
          ),
        }),
  };
}
