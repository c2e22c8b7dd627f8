import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import type { Locale } from '../../../domain/locale.js';
import type { GuardedFetch } from '../../../encoding/guarded-fetch.js';
import { AUDIO_TYPES } from './audio-type.js';
import { createEngineCall, type EngineAddress } from './engine-call.js';
import type { SpeechRecogniser } from './speech-engines.js';

export interface RecogniserSettings extends EngineAddress {
  readonly model: string;
}

const answerSchema = z.looseObject({ text: z.string() });
const LANGUAGES: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh', en: 'en' };
const LARGEST_ANSWER = 256 * 1024;
/** What Whisper writes for what is no speech: [BLANK_AUDIO], (music), ♪. */
const NO_WORDS = /\[[^\]]*\]|\([^)]*\)|（[^）]*）|[♪*]/g;

/**
 * A recogniser behind an HTTP address: a whisper.cpp server where it ends in `/inference`, else anything that speaks
 * OpenAI's `/v1/audio/transcriptions` (faster-whisper, LocalAI, vLLM …). The two differ in how the spoken language is
 * left open. Source: github.com/ggml-org/whisper.cpp/tree/master/examples/server,
 * platform.openai.com/docs/api-reference/audio/createTranscription
 */
export function createHttpRecogniser(settings: RecogniserSettings, fetch: GuardedFetch): SpeechRecogniser {
  const call = createEngineCall(settings, fetch);
  const isWhisperCpp = new URL(settings.url).pathname.endsWith('/inference');
  return {
    async recognise({ bytes, type }, locale) {
      const form = new FormData();
      form.set('file', new Blob([Buffer.from(bytes)], { type: AUDIO_TYPES[type] }), `speech.${type}`);
      form.set('response_format', 'json');
      if (isWhisperCpp) form.set('language', locale === undefined ? 'auto' : LANGUAGES[locale]);
      else {
        form.set('model', settings.model);
        if (locale !== undefined) form.set('language', LANGUAGES[locale]);
      }
      const { status, bytes: answer } = await call({ ...(await bodyOf(form)), maxBytes: LARGEST_ANSWER });
      const parsed = answerSchema.safeParse(parseJson(answer));
      // Both say so of a file they cannot decode: 400, or whisper.cpp 200 with an error in place of the text.
      if (status !== 200 || !parsed.success)
        throw new YidaFault('speech-unreadable', `the recogniser answered ${status}`);
      return parsed.data.text.replace(NO_WORDS, ' ').replace(/\s+/g, ' ').trim();
    },
  };
}

/** Node's own writer of multipart bodies, with a boundary that stands in no file. */
async function bodyOf(form: FormData): Promise<{ headers: Record<string, string>; body: Uint8Array }> {
  const written = new Response(form);
  return {
    headers: { 'Content-Type': written.headers.get('content-type') ?? 'multipart/form-data' },
    body: new Uint8Array(await written.arrayBuffer()),
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
