import type { UnsupportedContent } from '../../../domain/turn.js';
import { readRecording } from './read-recording.js';
import type { SpeechRecogniser } from './speech-engines.js';

/** A message of many recordings is nothing that anybody sends. */
const RECORDINGS_A_MESSAGE = 2;

/** What came of the recordings of one message. */
export interface HeardRecordings {
  /** The words of each, in order; none where all were listened to in vain. */
  readonly words: readonly string[];
  /** What is to be said of them: nothing where words were heard. */
  readonly unsupported: readonly UnsupportedContent[];
}

/**
 * The words of a message's recordings, each read by a function of its own. What cannot be had or heard has no words,
 * and is no fault: the shopper is asked to say it again. The message's language says little of what is spoken: the
 * engine finds it out.
 */
export async function hearRecordings(
  recordings: readonly (() => Promise<Uint8Array>)[],
  recogniser: SpeechRecogniser,
): Promise<HeardRecordings> {
  const heard = await Promise.all(
    recordings.slice(0, RECORDINGS_A_MESSAGE).map(async (read) => {
      try {
        return await recogniser.recognise(readRecording(await read()));
      } catch {
        return '';
      }
    }),
  );
  const words = heard.filter((text) => text !== '');
  return { words, unsupported: words.length > 0 || recordings.length === 0 ? [] : ['unheard-voice'] };
}
