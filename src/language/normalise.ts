import { plainSpelling } from './net-slang.js';
import { simplify } from './simplify.js';

/**
 * A text in the one form everything else reads (NFKC, lower case, half width, simplified, plain quotes and
 * dashes, Latin letters without accents), with the way back: unit i stands for the original's UTF-16 units
 * [starts[i], ends[i]). Invisible characters are dropped; every space is one ' ' or '\n'.
 */
export interface NormalisedText {
  readonly original: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A character with its combining marks, or an emoji with its modifiers and joined parts. */
const CLUSTER =
  /(?:\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}])(?:\uFE0E|\uFE0F|\u20E3|[\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}])*|[\s\S]\p{M}*/gu;
const INVISIBLE = /^[\p{Cf}\p{Cn}\p{Co}\p{Cs}]+$/u;
/** Colour of skin and choice of glyph say nothing about clothes. */
const EMOJI_STYLE = /\uFE0E|\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu;
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '′': "'",
  '″': '"',
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '〜': '~',
  '∼': '~',
  '⁄': '/',
  '。': '.',
};

export function normalise(original: string): NormalisedText {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of original.matchAll(CLUSTER)) {
    const cluster = match[0];
    // A full-width comma parts two numbers and groups no thousands: 加100，600封顶.
    const plain = cluster === '，' && /\d$/.test(out.at(-1) ?? '') ? ', ' : plainForm(cluster);
    for (let unit = 0; unit < plain.length; unit++) {
      out.push(plain.charAt(unit));
      starts.push(match.index);
      ends.push(match.index + cluster.length);
    }
  }
  return simplified({ original, text: out.join(''), starts, ends });
}

/** The form without the way back and without simplifying: for names that are compared with normalised text. */
export function fold(text: string): string {
  return /^[\x20-\x5f\x61-\x7e]*$/.test(text)
    ? text.toLowerCase()
    : [...text.matchAll(CLUSTER)].map(([cluster]) => plainForm(cluster)).join('');
}

/** The original's stretch for [start, end) of the normalised text. */
export function originalSpan(text: NormalisedText, start: number, end: number): { start: number; end: number } {
  return { start: text.starts[start] ?? text.original.length, end: text.ends[end - 1] ?? text.original.length };
}

function plainForm(cluster: string): string {
  if (cluster === '\n' || cluster === '\r' || cluster === '\u2028' || cluster === '\u2029') return '\n';
  if (/^[\s\p{Cc}]/u.test(cluster)) return ' ';
  if (INVISIBLE.test(cluster)) return '';
  if (cluster.length === 1 && cluster >= '!' && cluster <= '~' && cluster !== '`') return cluster.toLowerCase();
  const composed = cluster.replace(EMOJI_STYLE, '').normalize('NFKC').toLowerCase();
  const latin = /^\p{Script=Latin}/u.test(composed) ? composed.normalize('NFKD').replace(/\p{M}/gu, '') : composed;
  return [...latin].map((char) => PLAIN[char] ?? (/\s/.test(char) ? ' ' : char)).join('');
}

function simplified(text: NormalisedText): NormalisedText {
  const rewritten = { text: '', starts: [] as number[], ends: [] as number[] };
  let at = 0;
  const keep = (from: number, to: number) => {
    rewritten.text += text.text.slice(from, to);
    for (let unit = from; unit < to; unit++) {
      rewritten.starts.push(text.starts[unit] ?? 0);
      rewritten.ends.push(text.ends[unit] ?? 0);
    }
  };
  // The Latin letters beside the characters belong to the converter's phrases (T卹).
  for (const run of text.text.matchAll(/[a-z]?\p{Script=Han}+/gu)) {
    keep(at, run.index);
    const simple = simplify(run[0]);
    for (let unit = 0; unit < simple.text.length; unit++) {
      rewritten.starts.push(text.starts[run.index + (simple.starts[unit] ?? 0)] ?? 0);
      rewritten.ends.push(text.ends[run.index + (simple.ends[unit] ?? 1) - 1] ?? 0);
    }
    rewritten.text += plainSpelling(simple.text);
    at = run.index + run[0].length;
  }
  keep(at, text.text.length);
  return { original: text.original, ...rewritten };
}
