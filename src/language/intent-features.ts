import type { Intent, Reference } from '../domain/turn.js';
import { stem } from './english-words.js';
import { overlapsAny, type Span } from './spans.js';
import type { Word } from './tokenise.js';
import type { UnderstandContext } from './understand.js';

/** A stretch that has been read, with the name its kind goes by in the features. */
export interface Marked extends Span {
  readonly mark: string;
}

/** What the classifier sees of a sentence. */
export interface SentenceEvidence {
  readonly words: readonly Word[];
  readonly marked: readonly Marked[];
  readonly cued: Iterable<Intent>;
  readonly references: readonly Reference[];
  readonly context: UnderstandContext;
}

/**
 * Features of a sentence: its words with garments, colours, prices and the like replaced by what they are (so that
 * both languages look alike where it matters), pairs of neighbours, cues, length and what the conversation has.
 */
export function intentFeatures({ words, marked, cued, references, context }: SentenceEvidence): string[] {
  const line = [...marked.map(({ start, mark }) => ({ start, name: `<${mark}>` })), ...plain(words, marked)]
    .sort((a, b) => a.start - b.start)
    .map(({ name }) => name);
  const features = new Set<string>(line);
  for (let at = 1; at < line.length; at++) features.add(`${line[at - 1]}_${line[at]}`);
  for (const intent of cued) features.add(`cue:${intent}`);
  for (const { kind } of references) features.add(`ref:${kind}`);
  features.add(`words:${line.length > 8 ? 'many' : line.length > 3 ? 'some' : 'few'}`);
  if (context.hasShown) features.add('has:shown');
  if (context.hasPhoto) features.add('has:photo');
  if (context.hasRequest) features.add('has:request');
  if (marked.length === 0) features.add('nothing-read');
  features.add('always');
  return [...features];
}

function plain(words: readonly Word[], marked: readonly Marked[]): { start: number; name: string }[] {
  return words
    .filter((word) => !overlapsAny(word, marked) && (word.script !== 'mark' || /[?!]/.test(word.text)))
    .map((word) => ({
      start: word.start,
      name: word.script === 'latin' ? stem(word.text) : word.script === 'number' ? '<number>' : word.text,
    }));
}
