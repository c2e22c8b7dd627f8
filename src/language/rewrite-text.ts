import type { NormalisedText } from './normalise.js';
import type { Span } from './spans.js';

/** Other words for a stretch of a text. */
export interface Edit extends Span {
  readonly plain: string;
}

/** A rule of plain replacement: all that `find` matches is written as `plain` says. */
export type Replacement = readonly [find: RegExp, plain: string | ((match: RegExpMatchArray) => string)];

/** Rules with what a text must have for any of them to apply; elsewhere they need not be tried. */
export interface Replacements {
  readonly needs: RegExp;
  readonly rules: readonly Replacement[];
}

/** The edits that a list of rules asks for; of two that overlap the earlier rule's is taken. */
export function editsBy({ needs, rules }: Replacements, text: string): Edit[] {
  if (!needs.test(text)) return [];
  const edits: Edit[] = [];
  for (const [find, plain] of rules) {
    for (const match of text.matchAll(find)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (edits.some((other) => start < other.end && other.start < end)) continue;
      edits.push({ start, end, plain: typeof plain === 'string' ? plain : plain(match) });
    }
  }
  return edits;
}

/** The text with `edits` made, which do not overlap; positions still lead back to the original. */
export function rewritten(text: NormalisedText, edits: readonly Edit[]): NormalisedText {
  if (edits.length === 0) return text;
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = '';
  let at = 0;
  const keep = (to: number) => {
    plain += text.text.slice(at, to);
    for (let unit = at; unit < to; unit++) {
      starts.push(text.starts[unit] ?? 0);
      ends.push(text.ends[unit] ?? 0);
    }
  };
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    keep(edit.start);
    plain += edit.plain;
    for (let unit = 0; unit < edit.plain.length; unit++) {
      starts.push(text.starts[edit.start] ?? 0);
      ends.push(text.ends[edit.end - 1] ?? 0);
    }
    at = edit.end;
  }
  keep(text.text.length);
  return { original: text.original, text: plain, starts, ends };
}
