import { createGuardedFetch } from '../../../encoding/guarded-fetch.js';
import type { CheckResult, Environment } from '../../channel.js';
import { openSpeechEngines, speechSettings } from './speech-settings.js';

/** A tenth of a second of silence at 16 kHz: to be heard as nothing. */
const SAMPLES = 1_600;

/** Asks the engines of an environment once each; undefined where there are none. */
export async function checkSpeechEngines(environment: Environment): Promise<CheckResult | undefined> {
  const parsed = speechSettings.safeParse(environment);
  if (!parsed.success) return { ok: false, why: parsed.error.issues.map(({ message }) => message).join(', ') };
  const { recogniser, synthesiser } = openSpeechEngines(parsed.data, createGuardedFetch({ allowLoopback: true }));
  if (recogniser === undefined && synthesiser === undefined) return undefined;
  await recogniser?.recognise({ bytes: silence(), type: 'wav' }, 'en');
  await synthesiser?.speak('OK', 'en');
  const { YIDA_SPEECH_RECOGNISER_URL: hears, YIDA_SPEECH_SYNTHESISER_URL: speaks } = parsed.data;
  return { ok: true, who: [hears, speaks].filter((address) => address !== undefined).join(', ') };
}

function silence(): Uint8Array {
  const sound = Buffer.alloc(44 + SAMPLES * 2);
  sound.write('RIFF', 0);
  sound.writeUInt32LE(36 + SAMPLES * 2, 4);
  sound.write('WAVEfmt ', 8);
  // PCM in one channel of 16 bits.
  sound.writeUInt32LE(16, 16);
  sound.writeUInt16LE(1, 20);
  sound.writeUInt16LE(1, 22);
  sound.writeUInt32LE(16_000, 24);
  sound.writeUInt32LE(32_000, 28);
  sound.writeUInt16LE(2, 32);
  sound.writeUInt16LE(16, 34);
  sound.write('data', 36);
  sound.writeUInt32LE(SAMPLES * 2, 40);
  return sound;
}
