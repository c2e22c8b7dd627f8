import type { Token } from '../domain/turn.js';
import { type NormalisedText, originalSpan } from './normalise.js';
import type { ChineseSegmenter } from './segment-chinese.js';

/** A word of the normalised text, [start, end) in its units. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly script: 'han' | 'latin' | 'number' | 'mark';
}

/** Characters with the Latin letters and digits that stand directly beside them (t恤, v领, xl码). */
const RUN = /[a-z0-9]*\p{Script=Han}[\p{Script=Han}a-z0-9]*|[a-z0-9]+(?:[.,'’&/-][a-z0-9]+)*|\s+|[\s\S]/gu;
const MAX_RUN = 400;

/** The words of a text, in order, spaces left out; nothing else is lost. */
export function words(text: string, segmenter: ChineseSegmenter): Word[] {
  const found: Word[] = [];
  for (const run of text.matchAll(RUN)) {
    const start = run.index;
    if (/^\s/.test(run[0])) continue;
    if (!/\p{Script=Han}/u.test(run[0])) {
      found.push(word(run[0], start));
      continue;
    }
    // The segmenter's work grows with the length of a run, so an endless one is cut into stretches.
    for (let from = 0; from < run[0].length; from += MAX_RUN) {
      let at = start + from;
      for (const piece of segmenter.cut(run[0].slice(from, from + MAX_RUN)).flatMap(parts)) {
        found.push(word(piece, at));
        at += piece.length;
      }
    }
  }
  return found;
}

/** What the segmenter runs together though a shop means two words: 换|双鞋, 鞋换|一双. */
const RUN_TOGETHER = /^(?:([换配搭加])?(双)(鞋|靴)|([鞋包裤裙帽])(换))$/;

/** 条白 in 有条白裙子: a measure word and a colour. */
const MEASURED_COLOUR = /^([条件双个款套只顶])([黑白红蓝绿灰粉紫黄棕米橙金银])$/;

function parts(piece: string): string[] {
  const found = RUN_TOGETHER.exec(piece) ?? MEASURED_COLOUR.exec(piece);
  return found ? found.slice(1).filter((part) => part !== undefined) : [piece];
}

/**
 * The tokens in the original's units. Words that share a character of the original (one character became
 * several) are one token, and whatever no word covers but a space is a token of its own, so that tokens and
 * spaces give back the input.
 */
export function originalTokens(text: NormalisedText, found: readonly Word[]): Token[] {
  const tokens: { start: number; end: number }[] = [];
  let covered = 0;
  const fill = (to: number) => {
    for (const rest of text.original.slice(covered, to).matchAll(/\S+/gu)) {
      tokens.push({ start: covered + rest.index, end: covered + rest.index + rest[0].length });
    }
  };
  for (const each of found) {
    const span = originalSpan(text, each.start, each.end);
    const last = tokens.at(-1);
    if (last && span.start < last.end) {
      last.end = Math.max(last.end, span.end);
    } else {
      fill(span.start);
      tokens.push(span);
    }
    covered = Math.max(covered, span.end);
  }
  fill(text.original.length);
  return tokens.map(({ start, end }) => ({ text: text.original.slice(start, end), start, end }));
}

function word(text: string, start: number): Word {
  const script = /\p{Script=Han}/u.test(text)
    ? 'han'
    : /^[0-9]+(?:[.,][0-9]+)*$/.test(text)
      ? 'number'
      : /[\p{L}\p{N}]/u.test(text)
        ? 'latin'
        : 'mark';
  return { text, start, end: start + text.length, script };
}
