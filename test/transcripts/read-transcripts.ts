import { readFileSync } from 'node:fs';
import { parseTranscripts } from '../../src/evaluation/conversation/transcript.js';

export type { TranscriptTurn } from '../../src/evaluation/conversation/transcript.js';

const FILE = 'transcripts.json';

/** The conversations this repository is held to, in the format that `evaluate conversation` reads. */
export const transcripts = parseTranscripts(readFileSync(new URL(FILE, import.meta.url), 'utf8'), FILE);
