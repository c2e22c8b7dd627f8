import type { Locale } from '../../../domain/locale.js';
import type { AudioType } from './audio-type.js';

/** A recording as the edge received it; its type is what its first bytes say. */
export interface Recording {
  readonly bytes: Uint8Array;
  readonly type: AudioType;
}

/** Turns speech into words, by an engine that the operator runs. */
export interface SpeechRecogniser {
  /**
   * The words of a recording, '' where there are none; `locale` is the language that is spoken, absent where either may
   * be. Rejects with YidaFault speech-unreadable where the engine cannot read the recording, speech-engine where it is
   * out of reach, rate-limited where too many wait for it.
   */
  recognise(recording: Recording, locale?: Locale): Promise<string>;
}

/** Words as sound. */
export interface SpokenAudio {
  readonly bytes: Uint8Array;
  /** A media type. */
  readonly type: string;
}

/** Turns words into speech, by an engine that the operator runs. */
export interface SpeechSynthesiser {
  /** Rejects with YidaFault speech-engine where the engine is out of reach, rate-limited where too many wait for it. */
  speak(text: string, locale: Locale): Promise<SpokenAudio>;
}

/** What of the two there is. */
export interface SpeechEngines {
  readonly recogniser?: SpeechRecogniser;
  readonly synthesiser?: SpeechSynthesiser;
}

/** Most bytes of one recording that an edge reads: five minutes of 16-bit speech at 16 kHz. */
export const RECORDING_BYTES = 10 * 2 ** 20;
