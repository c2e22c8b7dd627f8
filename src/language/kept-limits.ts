import type { Span } from './spans.js';

const NAME_CHINESE = '(?:预算|价位|价格区间|价格范围|价钱|价格|尺码|码数)';
const EARLIER_CHINESE = '(?:刚才|刚刚|之前|原来|原先|先前|前面|上面|上次|一开始)';
const CHINESE = new RegExp(
  // 还是刚才那个预算, 按之前的价位; 回到之前的预算 goes back a step.
  `(?<!回到|回|退到|恢复|恢复到|换到)(?:还是|还|仍然?|依然|依旧|继续|就|按照?|照|用|保持|维持|和|跟|\\s)*${EARLIER_CHINESE}(?:说|讲|给|定)?(?:的|过的)?(?:那|这)?个?的?${NAME_CHINESE}(?!太|有点|[更再]?[高低贵便])|` +
    `(?:还是|保持|维持|仍然?是?|依然是?)(?:那|这|同|一样的?|同样的?)(?:个|一个)?的?${NAME_CHINESE}|(?:保持|维持)${NAME_CHINESE}|` +
    `${NAME_CHINESE}(?:也|都|就|还是|还|仍然?是?|依然是?|保持|跟|和|同|与|按照?|照|,|\\s)*(?:${EARLIER_CHINESE}(?:说|讲|给|定)?(?:的|过的)?(?:那|这)?个?(?:一样|一致)?|那个|不变|不动|别动|照旧|没变|同上|老样子|一样)(?![\\d])`,
  'gu',
);
const NAME_ENGLISH = '(?:budget|price range|price limit|price bracket|spend(?:ing)? limit|size)';
const ENGLISH = new RegExp(
  `\\b(?:still|keep(?:ing)?(?: to)?|stick(?:ing)? (?:to|with)|stay(?:ing)? (?:in|within|on|at|under)) (?:the |that |my |this )?(?:same )?${NAME_ENGLISH}\\b(?: as (?:before|earlier|last time|above))?(?! (?:under|below|at|to|around|of|is|between)\\b| ?[\\d£$€¥])|` +
    `\\b(?:the |that )?same (?:${NAME_ENGLISH}|price)(?: range)? as (?:before|earlier|last time|above)\\b|` +
    `\\b(?:the |that |my |same )+${NAME_ENGLISH}(?:'s| is| stays| remains| still holds| holds)? ?(?:still|the same|unchanged|as (?:before|it (?:was|is)))(?: the same)?\\b(?! ?[\\d£$€¥])`,
  'g',
);

/**
 * Where a text says that a budget or a size told before holds on: 还是刚才那个预算, "still that budget". Nothing is
 * to be taken back there, and the words are none to look for.
 */
export function findKeptLimits(text: string): Span[] {
  return [CHINESE, ENGLISH].flatMap((find) =>
    [...text.matchAll(find)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

/** The text with those stretches blank, its length kept: 刚才那个 in them asks for no earlier list. */
export function withoutKeptLimits(text: string, kept: readonly Span[]): string {
  return kept.reduce((said, { start, end }) => said.slice(0, start) + ' '.repeat(end - start) + said.slice(end), text);
}
