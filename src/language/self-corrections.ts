import type { Mention } from './match-facets.js';
import { CHINESE_NUMERAL, ENGLISH_NUMERAL } from './numerals.js';
import type { Replacements } from './rewrite-text.js';
import type { Span } from './spans.js';

/** Words with which a speaker takes back what was just said: no wait, 哦不对. */
const MARK =
  "(?:(?:oh |er |um |uh |hmm |sorry |actually |hang on )*(?:no,? wait|wait,? no|no no|no,? sorry|sorry,? no|no,? actually|actually,? no|oh no|(?:no,? )?(?:sorry,? )?i mean(?:t)?(?: to say)?|i meant|scratch that|strike that|correction|or rather|er no|um no|uh no|make that|sorry)|(?:哦|啊|呃|额|诶|欸|哎|哎呀|噢|喔|嗯|咦)不(?:对|是|(?![要想用喜好会能太行]))|不对不对|不对(?!称|吗|劲|等)|(?:我)?[说打讲](?:错|反)了|口误|(?<![要就])我(?:是想|想)?说的?是|不不不?|更正(?:一下)?)(?:,|\\s|是|应该是|我要的?是|要|的是|说的?是|想说|想要|买|找|来|拿|换成?|那种|一?[个件条双款顶只]|the|it's|a|an|i want|i need|i meant?|for|my|his|her|我|给|我的)*";
const BETWEEN = '[\\s,.;:!…-]*';
const CORRECTED = new RegExp(`^(?:的|款|色|那种|吧|嘛|呢|s|\\s)*${BETWEEN}${MARK}${BETWEEN}$`, 'u');
const MARKS = new RegExp(MARK, 'u');

const FIGURE = `(?:[$£€¥]?\\d+(?:\\.\\d+)?|(?<![a-z])[2-4]?x{0,3}[sml](?![a-z])|\\b${ENGLISH_NUMERAL}|[${CHINESE_NUMERAL}]{1,6})(?: ?(?:码|号|块钱?|元|斤|公斤|厘米|岁|以内|cm|kg|quid|pounds|dollars|euros|yuan))?的?`;

/** Under 200 no wait 300, M码哦不对L码: a figure said again takes the place of the first. */
export const FIGURES_TAKEN_BACK: Replacements = {
  needs: new RegExp(`${MARK}|\\bno\\b|不`),
  rules: [
    // "Two hundred no two fifty", 两百不两百五: nothing but a no between two figures.
    [
      new RegExp(
        `${FIGURE}[\\s,]*(?:\\bno|不)[\\s,]*(?=[$£€¥]?\\d{2}|${ENGLISH_NUMERAL}|[${CHINESE_NUMERAL}]{2})`,
        'gu',
      ),
      '',
    ],
    [
      new RegExp(
        `${FIGURE}${BETWEEN}${MARK}${BETWEEN}(?=[$£€¥]?\\d|[2-4]?x{0,3}[sml](?![a-z])|${ENGLISH_NUMERAL}|[${CHINESE_NUMERAL}])`,
        'gu',
      ),
      '',
    ],
  ],
};

/** Words that may stand between what is taken back and the mark, and between the mark and what is meant: little. */
const NEAR = 24;

/**
 * Mentions without those that the speaker took back in the same breath (blue trousers no wait grey ones): of each
 * facet said right behind such words, the nearest one before them. Sizes and prices in between (`taken`) part nothing.
 */
export function withoutTakenBack(mentions: readonly Mention[], said: string, taken: readonly Span[]): Mention[] {
  if (!MARKS.test(said)) return [...mentions];
  const text = taken.reduce(blanked, said);
  const dropped = new Set<Mention>();
  for (const [at, next] of mentions.entries()) {
    const before = mentions[at - 1];
    if (!before || dropped.has(next)) continue;
    const gap = text.slice(before.end, next.start);
    if (gap.length > NEAR * 2 || !CORRECTED.test(gap)) continue;
    for (const meant of chainFrom(mentions, at, text)) {
      const taken = mentions
        .slice(0, at)
        .findLast((other) => !dropped.has(other) && near(other, before, text) && sameKind(other, meant));
      if (taken) dropped.add(taken);
    }
  }
  return mentions.filter((mention) => !dropped.has(mention));
}

function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** What is said in one run from there on: grey trousers, 灰色的裤子. */
function chainFrom(mentions: readonly Mention[], at: number, text: string): Mention[] {
  const chain: Mention[] = [];
  for (const mention of mentions.slice(at)) {
    const last = chain.at(-1);
    if (last && !/^(?:的|\s|-)*$/.test(text.slice(last.end, mention.start))) break;
    chain.push(mention);
  }
  return chain;
}

/** In the same run of words as what was said last. */
function near(mention: Mention, last: Mention, text: string): boolean {
  return last.start - mention.end <= NEAR && !/[.;!?]/.test(text.slice(mention.end, last.start));
}

function sameKind(a: Mention, b: Mention): boolean {
  return b.values.some(({ facet }) => a.values[0]?.facet === facet);
}
