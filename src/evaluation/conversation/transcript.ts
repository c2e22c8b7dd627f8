import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { constraintsSchema } from '../../domain/constraints.js';
import { YidaFault } from '../../domain/fault.js';
import type { Locale } from '../../domain/locale.js';
import { INTENTS } from '../../domain/turn.js';

/**
 * One turn in both languages and what must come of it; words of the answer are never compared. A turn says the same
 * in each language it is written in, sends a photo, or both.
 *
 * `evaluate conversation` measures `intent`, `constraints`, `facet` and every card against the limits that hold. The
 * rest speaks of the few garments this repository's tests are told over and is asserted there.
 */
const transcriptTurnSchema = z.strictObject({
  'zh-CN': z.string().optional(),
  en: z.string().optional(),
  /** A kind and a colour of the vocabulary, drawn from the demo ("dress red"), or a file beside the transcript. */
  photo: z.string().min(1).optional(),
  intent: z.enum(INTENTS).optional(),
  /** All that holds after the turn. */
  constraints: constraintsSchema.optional(),
  /** Some of what holds after the turn. */
  facet: constraintsSchema.optional(),
  /** The first card is one of these. */
  first: z.array(z.string()).optional(),
  /** Every card that is no near miss is one of these. */
  only: z.array(z.string()).optional(),
  never: z.array(z.string()).optional(),
  /** Every card costs less than this many fen. */
  under: z.int().optional(),
  /** Places pointed at. */
  refers: z.array(z.int()).optional(),
  outfits: z.boolean().optional(),
  none: z.boolean().optional(),
  /** Message ids that are said, variants aside. */
  messages: z.array(z.string()).optional(),
  /** The reply is in the other language. */
  switches: z.boolean().optional(),
  /** Every card is a row of the shop, as it is. */
  honest: z.boolean().optional(),
});
export type TranscriptTurn = z.infer<typeof transcriptTurnSchema>;

/** A conversation from its first turn. A file holds a JSON array of them. */
const transcriptSchema = z.strictObject({ name: z.string().min(1), turns: z.array(transcriptTurnSchema).min(1) });
export type Transcript = z.infer<typeof transcriptSchema>;

/** Transcripts, and the folder that files of their photos are in. */
export interface TranscriptCollection {
  readonly folder: string;
  readonly transcripts: readonly Transcript[];
}

/** The transcripts of a file's text. Throws YidaFault bad-request where it is none, naming `file` and the place. */
export function parseTranscripts(json: string, file: string): Transcript[] {
  const parsed = z.array(transcriptSchema).safeParse(jsonOf(json));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const why = `${file}: ${issue?.path.join('.') || 'JSON'}: ${issue?.message}`;
  throw new YidaFault('bad-request', 'no transcripts', { values: { why } });
}

/** Those of a file, or of every `*.json` of a folder in the order of their names. */
export async function readTranscripts(path: string): Promise<TranscriptCollection> {
  const isFolder = (await stat(path)).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const names = isFolder ? (await readdir(path)).filter((name) => name.endsWith('.json')).sort() : [basename(path)];
  const transcripts: Transcript[] = [];
  for (const name of names) transcripts.push(...parseTranscripts(await readFile(join(folder, name), 'utf8'), name));
  return { folder, transcripts };
}

/** True where a conversation can be held in the language: each turn has its words, or a photo alone in all languages. */
export function isToldIn(locale: Locale, { turns }: Transcript): boolean {
  return turns.every(
    (turn) =>
      turn[locale] !== undefined || (turn.photo !== undefined && turn['zh-CN'] === undefined && turn.en === undefined),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
