import { chineseNumber, ENGLISH_NUMBERS } from './numerals.js';
import { CLASSIFIER, NOUN } from './pointed-nouns.js';
import type { Add, Pointable } from './reference-mention.js';

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  '5th': 5,
  '6th': 6,
  '7th': 7,
  '8th': 8,
  '9th': 9,
  '10th': 10,
  '11th': 11,
  '12th': 12,
  '13th': 13,
  '14th': 14,
  '15th': 15,
  '16th': 16,
  '17th': 17,
  '18th': 18,
  '19th': 19,
  '20th': 20,
  last: -1,
  final: -1,
};
/** Nobody points past the twentieth. */
const COUNTS = Object.fromEntries(Object.entries(ENGLISH_NUMBERS).filter(([, count]) => count <= 20));
/** Ordinal words, as a part of a pattern. */
export const ORD = Object.keys(ORDINALS).join('|');
const NOT_ORDINAL_NOUN =
  '(?! ?(?:time|times|date|day|days|job|night|week|month|year|summer|winter|season|name|aid|class|hand|chance|step|thing i|birthday|trimester|impression|of all|floor|baby|minute|bit|century|anniversary|grade|edition|of (?:january|february|march|april|may|june|july|august|september|october|november|december)))';
/** 第二件, 最后那个, 1和3 */
export function chineseOrdinals(text: string, context: Pointable, add: Add): void {
  const ordinal = new RegExp(
    `(倒数|最后)?第\\s?([一二两三四五六七八九十]{1,3}|\\d{1,3})(?!次|天|年|批|页|时间|胎|套房|眼|印象|代|季|步|大)(?:\\s?${CLASSIFIER})?(?:款|的)?`,
    'g',
  );
  for (const match of text.matchAll(ordinal)) {
    const value = chineseOrDigits(match[2]);
    if (value === undefined || value === 0) continue;
    add(match.index, match.index + match[0].replace(/的$/, '').length, {
      kind: 'ordinal',
      index: match[1] ? -value : value,
    });
  }
  for (const match of text.matchAll(
    new RegExp(`最后(?:面)?(?:的)?(?:那|这)?(?:一)?${CLASSIFIER}|最末尾?(?:那|这)?${CLASSIFIER}`, 'g'),
  )) {
    add(match.index, match.index + match[0].length, { kind: 'ordinal', index: -1 });
  }
  for (const match of text.matchAll(new RegExp(`[前头]([两二三四五六]|\\d)${CLASSIFIER}`, 'g'))) {
    const count = chineseOrDigits(match[1]) ?? 0;
    for (let index = 1; index <= Math.min(count, 10); index++)
      add(match.index + index - 1, match.index + index, { kind: 'ordinal', index });
  }
  if (!context.hasShown) return;
  for (const match of text.matchAll(/(?<![\d.大小])([1-9]|[一二三四五六七八九])号(?!店|线|楼|字|前|后|到)(?:款)?/g)) {
    const index = chineseOrDigits(match[1]);
    if (index !== undefined) add(match.index, match.index + match[0].length, { kind: 'ordinal', index });
  }
  const pair = /(?<![\d.a-z])([1-9])\s?(?:和|跟|与|还是|vs\.?|and|or|&|、)\s?([1-9])(?![\d.%a-z元块折岁])/g;
  const spelled =
    /(?<![\d第几十百千一二三四五六七八九])([一二三四五六])(?:和|跟|与|还是)([一二三四五六])(?=$|[\s,.?!]|有|哪|比|对比|之间|的?区别|谁|差|纠结|犹豫|怎么|咋|选|挑|放(?:在)?一起|摆(?:在)?一起|并排)/g;
  for (const match of [...text.matchAll(pair), ...text.matchAll(spelled)]) {
    add(match.index, match.index + 1, { kind: 'ordinal', index: chineseOrDigits(match[1]) ?? 0 });
    add(match.index + match[0].length - 1, match.index + match[0].length, {
      kind: 'ordinal',
      index: chineseOrDigits(match[2]) ?? 0,
    });
  }
}

/** "The second one", "number 3", "last but one" */
export function englishOrdinals(text: string, context: Pointable, add: Add): void {
  for (const match of text.matchAll(
    /\b(?:the )?(?:(second|third)[- ](?:to|from)[- ]last|last but (one|two)|(penultimate))(?: (?:one|item))?\b/g,
  )) {
    const index = match[1] === 'third' || match[2] === 'two' ? -3 : -2;
    add(match.index, match.index + match[0].length, { kind: 'ordinal', index });
  }
  for (const match of text.matchAll(
    /\b(?:the )?first (two|three|four|five|[2-5])\b(?! (?:years|weeks|days|months))/g,
  )) {
    const count = COUNTS[match[1] ?? ''] ?? Number(match[1]);
    for (let index = 1; index <= count; index++)
      add(match.index + index - 1, match.index + index, { kind: 'ordinal', index });
  }
  for (const match of text.matchAll(
    new RegExp(`\\b(?:the |your |that )?(${ORD})(?: (?:${NOUN}))?\\b${NOT_ORDINAL_NOUN}(?:'s)?`, 'g'),
  )) {
    const word = match[1] ?? '';
    const explicit = /^(?:the|your|that) /.test(match[0]) || match[0].replace(/'s$/, '').trim() !== word;
    const joined =
      /\b(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|one)(?: (?:one|item|dress|shirt))?(?:,| and| or| vs\.?| versus| &|, and| to)? (?:the )?$/.test(
        text.slice(Math.max(0, match.index - 24), match.index),
      );
    const alone =
      context.hasShown &&
      !/^(?:last|final|second)$/.test(word) &&
      /^\s*$/.test(text.slice(0, match.index)) &&
      /^\s*[.!?]*$/.test(text.slice(match.index + match[0].length));
    const led =
      context.hasShown &&
      /\b(?:like|love|prefer|take|about|with|than|compare|hate|to|and|or) $/.test(
        text.slice(Math.max(0, match.index - 8), match.index),
      );
    if (
      explicit ||
      joined ||
      alone ||
      led ||
      new RegExp(`^,? (?:and|or|vs\\.?|versus) (?:the )?(?:${ORD})\\b`).test(text.slice(match.index + match[0].length))
    ) {
      add(match.index, match.index + match[0].length, { kind: 'ordinal', index: ORDINALS[word] ?? 1 });
    }
  }
  for (const match of text.matchAll(/\bthe (\d{2,3})(?:st|nd|rd|th) (?:one|item|piece|option|pair)\b/g))
    add(match.index, match.index + match[0].length, { kind: 'ordinal', index: Number(match[1]) });
  for (const match of text.matchAll(
    new RegExp(
      `(?:#|\\bno\\. ?|(?<=\\b(?:like|than|with|about|of|and|or|pick|take|love|prefer|see) )no (?=\\d)|\\b(?:number|option|item|nr|num|pick|choice) ?#? ?)(1\\d|20|[1-9]|${Object.keys(COUNTS).join('|')})(?![\\d.%a-z]| (?:size|cm|kg))`,
      'g',
    ),
  )) {
    add(match.index, match.index + match[0].length, {
      kind: 'ordinal',
      index: COUNTS[match[1] ?? ''] ?? Number(match[1]),
    });
  }
}

/** Four or five, which one? */
const EITHER_COUNT = new RegExp(
  `\\b(${Object.keys(COUNTS).join('|')}) (?:or|and|vs\\.?|versus) (${Object.keys(COUNTS).join('|')})(?=,? (?:which|what)|[?\\s]*$|[^.!?]{0,24}(?:,? which| better| differen(?:t|ces?)| differ| compare| similar| the same| side by side| (?:set|sets) them apart))`,
  'g',
);

export function eitherCount(text: string, add: Add): void {
  for (const match of text.matchAll(EITHER_COUNT)) {
    const [whole, first = '', second = ''] = match;
    add(match.index, match.index + first.length, { kind: 'ordinal', index: COUNTS[first] ?? 1 });
    const end = match.index + whole.length;
    add(end - second.length, end, { kind: 'ordinal', index: COUNTS[second] ?? 1 });
  }
}

function chineseOrDigits(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d/.test(text) ? Number(text) : chineseNumber(text)?.low;
}
