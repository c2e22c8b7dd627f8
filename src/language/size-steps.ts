import type { Critique } from '../domain/turn.js';
import type { Span } from './spans.js';

/** A wish for the next size, or for one further on: 大一号, "two sizes down". */
export interface SizeStep extends Span {
  readonly critique: Critique;
}

interface Rule {
  readonly find: RegExp;
  readonly direction: (match: RegExpMatchArray) => Critique['direction'];
  /** The word for how many, where the rule has one. */
  readonly count?: (match: RegExpMatchArray) => string | undefined;
}

const bigger = (word: string | undefined): Critique['direction'] =>
  /^(?:大|加|升|up|big|large|high|loose|roomy)/.test(word ?? '') ? 'more' : 'less';
const opposite = (word: string | undefined): Critique['direction'] => (bigger(word) === 'more' ? 'less' : 'more');

const SIZE = '(?:尺码|码数|码子|号码|码|号)';
const SOME = '(?:一?点儿?|一?些|一丢丢)';
const COUNT = '(一|两|二|三|半|[123])个?(?:尺码|码|号)';
const EN_COUNT = 'a|an|one|two|three|four|half a|a half|another|next|[1-4]';

const CHINESE: readonly Rule[] = [
  // 大了一码: a complaint, and asks for the other way.
  {
    find: new RegExp(`(?:买|穿|偏|有点儿?|有些)*(大|小)了${COUNT}`, 'g'),
    direction: ([, way]) => opposite(way),
    count: ([, , count]) => count,
  },
  {
    find: new RegExp(
      `(?:尺码)?(?:要|想要|换|换成|改|买|拿|选|来|再|往)*(大|小|加|升|减|降)(?:上|出)?${COUNT}(?:的)?`,
      'g',
    ),
    direction: ([, way]) => bigger(way),
    count: ([, , count]) => count,
  },
  {
    find: new RegExp(
      `${SIZE}(?:数)?(?:好像|感觉|还是)?(?:有点儿?|有些|太|偏|实在太|过)+(大|小)(?:了|啦)?(?!${SOME})`,
      'g',
    ),
    direction: ([, way]) => opposite(way),
  },
  // 38穿着小了: what is wrong with the size just named.
  {
    find: /(?<=(?:[smlx]|\d)\s?码?)(?:的)?(?:我)?(?:穿着|穿|好像|感觉|还是|对我来说)*(?:有点儿?|有些|太|偏)*(大|小)(?:了|啦)(?!\p{Script=Han}*[一两二三半]个?[码号])/gu,
    direction: ([, way]) => opposite(way),
  },
  // 太大了, 这件有点小: the whole of it, and no part that is named.
  {
    find: /(?<=^(?:唉|哎|嗯|啊|好像|感觉|感觉还是|穿着|穿上|上身|试了一?下?|买来|收到|我穿|对我来说|第[一二三四五六七八九十\d]+[件条双款个]|[这那](?:[件条双款个])?|它|都|还是|,|\s)*)(?:有点儿?|有些|稍微有点|太|偏|实在太|还是太|略)(大|小)(?:了|啦)?(?=[啊呀哦呢吧]?(?:$|[\s,.!~]))/g,
    direction: ([, way]) => opposite(way),
  },
  {
    find: new RegExp(`${SIZE}(?:可以|能|能不能|要)?(?:再|更|稍微|稍)*(大|小)${SOME}(?:的)?`, 'g'),
    direction: ([, way]) => bigger(way),
  },
  {
    find: new RegExp(`(?:再|更|稍微|稍)*(大|小)${SOME}的?(?:尺码|码数|号码|码子|码|号)(?:的)?`, 'g'),
    direction: ([, way]) => bigger(way),
  },
  { find: /更(大|小)的?(?:尺码|码数|号码|码|号)(?:的)?/g, direction: ([, way]) => bigger(way) },
  // 有大一点的吗, and nothing else.
  {
    find: new RegExp(
      `(?<=^(?:那|请问|能|可以|帮我|给我|我)*(?:有没有|还有没有|还有|有|要|来|换|拿|想要)?(?:一)?[个件条双款]?)(?:(?:再|更|稍微|稍)*(大|小)${SOME}的?|更(大|小)的)(?=(?:吗|呢|吧|么|嘛|啊|没有?|可以吗|行吗)?[\\s?!.~]*$)`,
      'g',
    ),
    direction: ([, way, other]) => bigger(way ?? other),
  },
];

const ENGLISH: readonly Rule[] = [
  {
    find: new RegExp(
      `\\b(?:(?:the )?(${EN_COUNT})(?: more| full)? )?sizes? (up|down|bigger|larger|smaller|lower|higher)\\b(?: than (?:usual|normal|my usual|that|this))?`,
      'g',
    ),
    direction: ([, , way]) => bigger(way),
    count: ([, count]) => count,
  },
  {
    find: new RegExp(`\\b(up|down)(?: by)? (${EN_COUNT})(?: full)? sizes?\\b`, 'g'),
    direction: ([, way]) => bigger(way),
    count: ([, , count]) => count,
  },
  {
    find: new RegExp(`\\b(?:(${EN_COUNT}) )?(bigger|larger|smaller) sizes?\\b`, 'g'),
    direction: ([, , way]) => bigger(way),
    count: ([, count]) => count,
  },
  { find: /\bsize (?:it |this |that )?(up|down)\b/g, direction: ([, way]) => bigger(way) },
  {
    find: /(?:\bsize|\b(?:x{0,4}[sl]|m|\d{1,2}(?:\.5)?|small|medium|large))(?: is| was|'s| would be| will be| seems| feels| comes out| runs| came)? (?:a (?:bit|little|touch) |way |far |much |slightly |rather )?too (big|large|roomy|loose|small|tight|snug)(?: (?:for|on) me)?\b/g,
    direction: ([, way]) => opposite(way),
  },
  // "They're a bit big": the whole of it, and no part that is named.
  {
    find: /(?<=(?:\b(?:it|they|this|that|these|those|them|which|one|pair|(?:this|that|the) [a-z]+)|^)(?: just)?(?: (?:is|are|was|were|looks?|feels?|seems?|comes? (?:up|out)|runs?)|'s|'re)? )(?:a (?:wee |tiny )?(?:bit|little|touch|tad)|way|far|much|slightly|rather|kinda|kind of|sort of|just)? ?(?:too )?(?<=(?:too|bit|little|touch|tad|slightly|rather|kinda|kind of|sort of|way) )(big|large|small)(?: (?:for|on) me)?(?=\s*(?:$|[,.!?;]|\b(?:so|can|could|have|do|any|is there|but|and)\b))/g,
    direction: ([, way]) => opposite(way),
  },
  // "Bigger, please", and nothing else.
  {
    find: /(?<=^(?:(?:do you have|have you got|can i (?:get|see|have)|is there|got|any(?:thing)?|something|i need|need|a|an|one|it|this|that|them|these|slightly|bit|little|much|make|get|show|me|in|the) )*)(bigger|larger|smaller)(?: ones?| pair)?(?=(?:,? (?:please|pls|then|instead))?[\s?!.]*$)/g,
    direction: ([, way]) => bigger(way),
  },
];

const HAN = /\p{Script=Han}/u;

/** Wishes for a size further up or down, whatever the size is. */
export function findSizeSteps(text: string): SizeStep[] {
  if (!/[码号大小]|siz|bigger|larger|smaller|too|\bbig\b|\blarge\b|\bsmall\b/.test(text)) return [];
  const found: SizeStep[] = [];
  for (const { find, direction, count } of HAN.test(text) ? [...CHINESE, ...ENGLISH] : ENGLISH) {
    for (const match of text.matchAll(find)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (found.some((other) => span.start < other.end && other.start < span.end)) continue;
      const steps = stepsOf(count?.(match));
      found.push({
        ...span,
        critique: { facet: 'size', direction: direction(match), ...(steps === 1 ? {} : { steps }) },
      });
    }
  }
  return found;
}

const COUNTS: Readonly<Record<string, number>> = {
  '2': 2,
  '3': 3,
  '4': 4,
  two: 2,
  three: 3,
  four: 4,
  'half a': 0.5,
  'a half': 0.5,
  两: 2,
  二: 2,
  三: 3,
  半: 0.5,
};

/** One where the word is none of a number: a, the next, another. */
function stepsOf(word: string | undefined): number {
  return COUNTS[word ?? ''] ?? 1;
}
