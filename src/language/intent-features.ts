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
  /** The normalised text. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly marked: readonly Marked[];
  readonly cued: Iterable<Intent>;
  readonly references: readonly Reference[];
  readonly context: UnderstandContext;
}

/**
 * Features of a sentence: its words with garments, colours, prices and the like replaced by what they are (so that
 * both languages look alike where it matters), pairs of neighbours, cues, length and what the conversation has; beside them pieces of the text as it is written, which
 * know no segmentation and no lexicon: pairs of Chinese characters, three English words in a row, how it begins and ends.
 */
export function intentFeatures({ text, words, marked, cued, references, context }: SentenceEvidence): string[] {
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
  for (const piece of pieces(text)) features.add(piece);
  features.add('always');
  return [...features];
}

/** Their names begin with ~; ^ and $ stand for the ends of a stretch of Chinese, or of the English words. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    const ended = `^${run}$`;
    for (let at = 0; at + 2 <= ended.length; at++) found.push(`~${ended.slice(at, at + 2)}`);
  }
  const spoken = text.match(/[a-z']+|[?!]/g) ?? [];
  for (let at = 0; at + 3 <= spoken.length; at++) found.push(`~${spoken.slice(at, at + 3).join(' ')}`);
  if (spoken.length > 0) {
    found.push(`~^${spoken[0]}`, `~^${spoken.slice(0, 2).join(' ')}`, `~${spoken.at(-1)}$`);
  }
  return found;
}

function plain(words: readonly Word[], marked: readonly Marked[]): { start: number; name: string }[] {
  return words
    .filter((word) => !overlapsAny(word, marked) && (word.script !== 'mark' || /[?!]/.test(word.text)))
    .map((word) => ({
      start: word.start,
      name: word.script === 'latin' ? stem(word.text) : word.script === 'number' ? '<number>' : word.text,
    }));
}
