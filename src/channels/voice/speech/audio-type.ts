/** Kinds of sound that recorders and messaging apps send, each with the ending engines know it by. */
export const AUDIO_TYPES = {
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  webm: 'audio/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  flac: 'audio/flac',
  amr: 'audio/amr',
  aac: 'audio/aac',
} as const;
export type AudioType = keyof typeof AUDIO_TYPES;

/** What a recording's first bytes say it is; what its sender calls it is not believed. Undefined for no sound we know. */
export function audioTypeOf(bytes: Uint8Array): AudioType | undefined {
  const ascii = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WAVE') return 'wav';
  if (ascii(0, 4) === 'OggS') return 'ogg';
  if (ascii(0, 4) === 'fLaC') return 'flac';
  if (ascii(0, 5) === '#!AMR') return 'amr';
  if (ascii(0, 3) === 'ID3') return 'mp3';
  if (ascii(4, 8) === 'ftyp') return 'm4a';
  // EBML, in which WebM and Matroska are written.
  if (ascii(0, 4) === '\x1a\x45\xdf\xa3') return 'webm';
  const [first = 0, second = 0] = bytes;
  // Eleven set bits begin a frame of MPEG sound; twelve with no layer, one of AAC.
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'aac';
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) !== 0 ? 'mp3' : undefined;
}
