import { YidaFault } from '../../../domain/fault.js';
import { audioTypeOf } from './audio-type.js';
import { RECORDING_BYTES, type Recording } from './speech-engines.js';

/** A recording by its bytes. Throws YidaFault speech-empty, speech-too-large or speech-format. */
export function readRecording(bytes: Uint8Array): Recording {
  if (bytes.length === 0) throw new YidaFault('speech-empty', 'a recording without bytes');
  if (bytes.length > RECORDING_BYTES) throw new YidaFault('speech-too-large', 'a recording of too many bytes');
  const type = audioTypeOf(bytes);
  if (type === undefined) throw new YidaFault('speech-format', 'no sound that we know');
  return { bytes, type };
}
