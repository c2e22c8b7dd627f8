import { YidaFault } from '../../../domain/fault.js';
import type { Locale } from '../../../domain/locale.js';
import type { GuardedFetch } from '../../../encoding/guarded-fetch.js';
import { AUDIO_TYPES, audioTypeOf } from './audio-type.js';
import { createEngineCall, type EngineAddress } from './engine-call.js';
import type { SpeechSynthesiser } from './speech-engines.js';

export interface SynthesiserSettings extends EngineAddress {
  readonly model: string;
  readonly voices: Readonly<Record<Locale, string>>;
}

/** Characters that engines take at once; an answer is far shorter. */
const LONGEST_TEXT = 4_096;
const LARGEST_SOUND = 10 * 2 ** 20;

/**
 * A synthesiser behind an HTTP address that speaks OpenAI's `/v1/audio/speech` (Kokoro, Piper and others have servers
 * that do). Source: platform.openai.com/docs/api-reference/audio/createSpeech
 */
export function createHttpSynthesiser(settings: SynthesiserSettings, fetch: GuardedFetch): SpeechSynthesiser {
  const call = createEngineCall(settings, fetch);
  return {
    async speak(text, locale) {
      const { status, bytes } = await call({
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          model: settings.model,
          voice: settings.voices[locale],
          input: text.slice(0, LONGEST_TEXT),
          response_format: 'mp3',
        }),
        maxBytes: LARGEST_SOUND,
      });
      const type = status === 200 ? audioTypeOf(bytes) : undefined;
      if (type === undefined) throw new YidaFault('speech-engine', `the synthesiser answered ${status}, and no sound`);
      return { bytes, type: AUDIO_TYPES[type] };
    },
  };
}
