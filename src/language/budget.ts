import type { PriceRange } from '../domain/constraints.js';
import { money } from '../domain/money.js';
import { type Amount, currencyOf, findAmounts } from './amounts.js';
import { normalise } from './normalise.js';
import type { Span } from './spans.js';

/** A budget with the stretches of text that said it. */
export interface Budget {
  readonly price: PriceRange | undefined;
  readonly spans: readonly Span[];
}

/** How far "around 40" reaches to either side. */
const AROUND = 0.2;
/** How far "just over 100" reaches. */
const JUST = 0.1;

/** A person names one budget; the work on a text full of numbers is bounded. */
const MAX_AMOUNTS = 40;
/** Below this a number without a currency is a count. */
const LEAST_BARE = 5;

type Bound = 'max' | 'min' | 'around';

/** Words before an amount; the first that fits decides, so negated forms stand first. */
const BEFORE: readonly (readonly [Bound, RegExp])[] = [
  ['min', /(?:不低于|不少于|不小于|\b(?:no|nothing|not) (?:less|lower|cheaper) than|\bnot (?:under|below))\s*$/],
  [
    'max',
    /(?:不要?超过?|不能超过?|别超过?|[别不]要?过|不可以超过|不高于|不大于|不多于|不超出|超不过|不贵于|低于|少于|小于|不到|最多|最高|顶多|至多|上限|封顶|控制在|不想超过|以内的?是|撑死|撑破天|顶破天|顶天|咬咬?牙|狠狠?心|加到|放宽到|放到|可以到|能到|上到|涨到|提到|出到|给到|抬到|冲到|就这么多|就这些|就这点|不超|再多也就)(?:是|为|在|了|大概|大约|差不多|就|也就|只能|最多|加|上|给|出|掏|拿|付|提|花|到|吧|,|:|\s)*$/,
  ],
  [
    'max',
    /(?:no|not|nothing|don't want to (?:spend|pay)|without (?:spending|paying)|can't (?:spend|pay)|never|won't (?:spend|pay))(?: be| cost| go| going)? (?:more than|over|above|exceed(?:ing)?|higher than|beyond)\s*$|(?:doesn't|does not|don't|can't|won't|shouldn't|mustn't|not)(?: be| cost| go| get)? (?:over|above|exceed|past|beyond|more than)\s*$/,
  ],
  [
    'max',
    /(?:\bunder|\bbelow|\bless than|\bat most|\bup to|\bmax(?:imum)?(?: of| is|:)?|\bwithin|\bcheaper than|\blower than|\bbeneath|\bsub|\bno higher than|\bstay(?:ing)? (?:under|below)|\bonly(?: (?:have|got|spend))?|\ball i(?:'?ve)?(?: have)?(?: got)? is|\bmy (?:ceiling|limit|max|cap|top line) is|\b(?:absolute|price|budget|spending) (?:ceiling|limit|cap)(?: to| of| at| is|:)?|\bsouth of|\bas (?:high|far|much) as|\bt(?:op|opping|ops) out at|\bmax(?:ing)? out at|\bnot a (?:penny|cent|dime|quid|pound) (?:over|above|more than)|\bcap(?:ped|ping)?(?: it| this| that| the (?:budget|price|spend))? (?:of|at|is|to)|<|<=|≤)\s*(?:a |about |around |budget of |the )?-?\s*$/,
  ],
  ['around', /(?:预算|价格|价位|价钱)?(?:是|在|就)?(?:大概|大约|约|差不多|将近|接近)(?:是|在|就|有)?\s*$/],
  [
    'around',
    /(?:\baround|\babout|\bapprox(?:imately|\.)?|\broughly|\bcirca|~|\bnear(?:ly)?|\bclose to|\bsomewhere (?:around|near)|\bmore or less)\s*$/,
  ],
  ['min', /(?:至少|最少|起码|不低于|不少于|不小于|高于|大于|超过|多于|贵于|最低)(?:是|为|要|在|\s)*$/],
  [
    'min',
    /(?:\bover|\babove|\bmore than|\bat least|\bstarting (?:at|from)|\bmin(?:imum)?(?: of| is)?|\bno less than|\bupwards? of|>|>=|≥)\s*$/,
  ],
  [
    'max',
    /(?:(?:^|[,\s])就(?:这|那)?\s*$|(?:预算|价格|价位|价钱|我有|只有|只剩|就剩|总共|一共|加起来|合计|拢共|(?:手头|手上|手里|兜里|口袋里?|卡里|身上|钱包里)(?:上|里)?(?:现在|总共|一共|也)*(?:就|有)|能接受|可以接受|承受|花|手里有|不超预算|那就|改成|换成)(?:还是|是|在|就|可以|能|最多|也|再|只有|只|有|为|:|定在|改成|改到|改为|提高?到|上?涨到|放宽?到|升到|抬到|拉到|提升到|压到|减到|控制在|降到|加到|调到|砍到|砍成|缩到|缩减到|放到|给到|卡在|压在|定|改|变成|\s)*$)/,
  ],
  [
    'max',
    /(?:\btotal(?: of|:| is)?|\bbudget(?: of| is|'s|:| around| to)?|\bi(?:'?ve| have)(?: only)? got|\bi(?: only)? have|\b(?:can|want to|could|would like to|will|to) spend|\bspend(?:ing)?|\bafford|\bi (?:can|could) (?:do|manage)|\bfor less than|(?<=\b(?:get|buy|find|have) [^,.?!]{2,24}) for|\bcan i (?:get|buy|find|have) for|\bmake (?:it|that)|\bcall it|\blet'?s say|\b(?:stretch|go|push|run|get)(?: it| the budget)? (?:up )?to)\s*(?:only |is |about )?$/,
  ],
];
const AFTER: readonly (readonly [Bound, RegExp])[] = [
  [
    'max',
    /^\s*(?:(?:块钱?|元|钱)?(?:能|可以)(?:不能)?(?:买|拿下|搞定|入手)|(?:块钱?|元)?(?:拿下|搞定)|以内|以下|之内|内(?!衣|裤|搭|胆|增高)|封顶|以里|顶天|到顶|顶格|撑死|顶破天|(?:就)?是(?:我的?)?(?:极限|上限|顶|底线)|and not a (?:penny|cent|dime) more\b|最多了|不能再多|往下|之下|为上限|就够|的?预算|is my (?:absolute |very )?(?:limit|max|maximum|budget|ceiling|cap)\b|is (?:as (?:high|much|far) as i(?:'?ll)?|all i(?:'?ve| have| can))\b|is the (?:most|limit|max)\b|to my name\b|at a push\b|absolute max\b|to (?:spend|play with)\b|or less\b|all in\b|(?:in )?total(?: max(?:imum)?)?\b|al(?:l )?together\b|for (?:the (?:lot|pair|two|three|whole lot)|both|everything|all (?:of (?:it|them)|three|four))\b|between them\b|or under\b|or below\b|or cheaper\b|max\b|maximum\b|tops\b|at (?:the )?(?:very |absolute )?most\b|and (?:under|below|less)\b|budget\b|limit\b|top whack)/,
  ],
  [
    'min',
    /^\s*(?:以上|之上|起(?!步价)|往上|朝上|\+|plus\b|or more\b|and up\b|up(?:wards?)?\b|and over\b|and above\b|or above\b|or over\b|upwards?\b|minimum\b|at least\b|at minimum\b)/,
  ],
  ['around', /^\s*(?:左右|上下|前后|附近|来块|的样子|的价位|价位|-?ish\b|or so\b|or thereabouts\b|give or take\b)/],
];
const CONNECTOR = /^\s*(?:-|~|--|到|至|to|and)\s*$/;
const RANGE_BEFORE =
  /(?:between|from|预算|价格|价位|价钱|在|从|range|price|costs?|priced|spend|budget)(?:\s*(?:is|of|:|大概|是|在|in the))*\s*$/;
const RANGE_AFTER = /^\s*(?:之间|的?价位|的?预算|以内|左右|range\b|price range\b|budget\b)/;

interface Told {
  readonly bound: Bound;
  readonly from: Amount;
  readonly to: Amount;
  readonly span: Span;
}

/**
 * The budget of a normalised text. `taken` are numbers that are something else (sizes, heights, ordinals).
 * `catalogue` is the currency where none is named; `bare` accepts a text that is a number alone.
 */
export function findBudget(text: string, taken: readonly Span[], catalogue: string, bare: boolean): Budget {
  const digits = byDigits(text);
  const amounts = findAmounts(text, [...taken, ...belowZero(text), ...(digits ? [digits.span] : [])]).slice(
    0,
    MAX_AMOUNTS,
  );
  const said: Told[] = [];
  const implied: Told[] = [];
  for (let at = 0; at < amounts.length; at++) {
    const amount = amounts[at];
    if (!amount) continue;
    const next = amounts[at + 1];
    const range = next && rangeOf(text, amount, next);
    if (range) {
      said.push({ bound: 'around', ...range, span: { start: amount.start, end: range.to.end } });
      at++;
      continue;
    }
    if (amount.currency === undefined && amount.high < LEAST_BARE) continue;
    const justOver = reachJustOver(text, amount);
    if (justOver) {
      said.push({ bound: 'around', from: amount, to: { ...amount, high: amount.low * (1 + JUST) }, span: justOver });
      continue;
    }
    const bound = boundOf(text, amount);
    if (bound) said.push({ bound: bound.bound, from: amount, to: amount, span: bound.span });
    else if (bare && isAlone(text, amount)) said.push({ bound: 'max', from: amount, to: amount, span: amount });
    else if (impliesPrice(amount)) implied.push({ bound: 'around', from: amount, to: amount, span: amount });
  }
  // A price in passing (两百块能买到吗) gives way to a limit that is spelt out.
  const told = said.length > 0 ? said : implied;
  if (digits && told.length === 0) {
    const { low, high, span } = digits;
    const min = low === undefined ? {} : { min: money(low, catalogue) };
    return { price: { ...min, max: money(high, catalogue) }, spans: [span] };
  }
  return {
    price: setsPrices(text) ? undefined : rangeFrom(told, catalogue),
    spans: [...said, ...implied].map(({ span }) => span),
  };
}

/** -5 dollars, 负五块; in 300-500 and "budget - 500" the dash takes nothing away. */
const BELOW_ZERO =
  /(?:(?:^|\b(?:for|of|about|around|under|below|at|spend|pay|is|only)\s|[是花付出给为,])[$£€¥]?-\s?[$£€¥]?(?=\d)|\b(?:minus|negative) [$£€¥]?|负(?:的)?(?=[\d一二三四五六七八九十百千两])|[$£€¥]-(?=\d))(?:\d[\d.,]*|[a-z]+|[一二三四五六七八九十百千万两]+)(?![\d.]|\s?(?:度|°|degrees|celsius))/g;

function belowZero(text: string): Span[] {
  return [...text.matchAll(BELOW_ZERO)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** True where less than nothing is named as a price. */
export function namesPriceBelowZero(said: string): boolean {
  return belowZero(normalise(said.slice(0, 500)).text).length > 0;
}

/** 把所有衣服的价格改成一元: an order to the shop, and no budget. */
const SETS_PRICES =
  /(?:所有|全部|全场|全店|每一?[件个款条双种]|一切|店里)[^,.?!]{0,8}(?:价格?|价钱|标价|售价|单价)[^,.?!]{0,4}[改调设变定标换降弄搞](?:成|为|到|作)?|[把将][^,.?!]{0,8}(?:价格|价钱|标价|售价|定价|单价)(?:都|全部?|统统|一律|通通)[改调设变定标换降弄搞]|\b(?:set|change|make|update|modify|drop|lower|reset|mark|edit|adjust|turn|overwrite|override)\b[^.?!]{0,12}\b(?:(?:every|all|each)(?: of)?(?: (?:the|your))?(?: [a-z]+){0,2} (?:prices?|price tags?|costs?)|prices? (?:of|for|on) (?:all|every|each|everything)|everything (?:to )?costs?|(?:everything|every item|all items|it all|them all)(?:'s price)? (?:to|at)(?= [\d$£€]))/;

/** True where prices themselves are to be changed. */
export function setsPrices(text: string): boolean {
  return SETS_PRICES.test(text);
}

function rangeFrom(told: readonly Told[], catalogue: string): PriceRange | undefined {
  let low: number | undefined;
  let high: number | undefined;
  let mark: string | undefined;
  for (const { bound, from, to } of told) {
    // 两三百 and 三百多 say both ends themselves.
    const spread = bound === 'around' && from.low === to.high ? AROUND : 0;
    if (bound !== 'max') low = from.low * (1 - spread);
    if (bound !== 'min') high = to.high * (1 + spread);
    mark = to.currency ?? from.currency ?? mark;
  }
  if (low === undefined && high === undefined) return undefined;
  const currency = currencyOf(mark, catalogue) ?? catalogue;
  const [min, max] = low !== undefined && high !== undefined && low > high ? [high, low] : [low, high];
  return {
    ...(min !== undefined && { min: money(min, currency) }),
    ...(max !== undefined && { max: money(max, currency) }),
  };
}

/** 超过一千的不看, "not looking at anything over a thousand": what is dearer is refused. */
const REFUSED_BEHIND =
  /^(?:块|元|块钱)?(?:以上)?的?(?:就|都|一律|统统|我)?(?:不(?:看|要|考虑|买|行|想看|想要)|免谈|别(?:给我|推)|算了)/;
const REFUSED_BEFORE =
  /\b(?:not|nothing|don'?t|never|no|won'?t|can'?t)\b(?! mind)[^,.;!?]{0,24}\b(?:over|above|more than|upwards? of|beyond)\s*$/;

/** 四位数的大衣, "not four figures": a price by how many digits it has. */
const DIGITS =
  /(?:(别上|别到|别超过?|不上|不到|不要?超过?|不能上?|不想上|别过|不要|没到|低于)\s?)?([两二三四五])位数(以内|以下|之内)?|\b(?:(not|under|below|less than|no more than|without going|never|short of)(?: hit(?:ting)?| reach(?:ing)?| go(?:ing)?)?(?: into| to)? )?(two|three|four|five|[2-5])[- ](?:figures?|digits?)\b/g;
const COUNTED: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};

function byDigits(text: string): { readonly low?: number; readonly high: number; readonly span: Span } | undefined {
  const [match] = text.matchAll(DIGITS);
  if (!match) return undefined;
  const digits = match[2] ?? match[5] ?? '';
  const count = COUNTED[digits] ?? Number(digits);
  const span = { start: match.index, end: match.index + match[0].length };
  if (match[3] !== undefined) return { high: 10 ** count - 1, span };
  if ((match[1] ?? match[4]) !== undefined) return { high: 10 ** (count - 1) - 1, span };
  return { low: 10 ** (count - 1), high: 10 ** count - 1, span };
}

/** "Just over 100", 刚过一百, 一百多一点: little more than that, and not from there to the stars. */
const JUST_OVER_BEFORE =
  /(?<!\b(?:not|no|nothing|never|n't)(?: even| be| go| cost)? )(?:\b(?:just|barely|only just|only slightly|slightly|a (?:little|tiny|wee|touch|bit|tad|shade|hair)(?: bit)?|a (?:touch|tad|shade|hair)|marginally|not (?:much|far|a lot)) (?:over|above|more than|past|north of))\s*$|(?<!不能?|别|不要)(?:刚刚?|稍微|略微?|稍)(?:好)?(?:超过?|过|高于|多于|大于)(?:了|一点)?\s*$/;
const JUST_OVER_AFTER = /^\s*(?:块钱?|元)?多?(?:一点点?|一丢丢|一丁点|点儿?)(?!以)|^\s*(?:块钱?|元)?(?:出头|冒头|挂零)/;

function reachJustOver(text: string, amount: Amount): Span | undefined {
  const before = JUST_OVER_BEFORE.exec(text.slice(Math.max(0, amount.start - 32), amount.start));
  if (before) return { start: amount.start - before[0].length, end: amount.end };
  const behind = text.slice(amount.end);
  // 一百一点 alone says nothing of more: 多 stands in the amount or behind it.
  const more =
    /多$/.test(text.slice(amount.start, amount.end)) || /^\s*(?:块钱?|元)?(?:多|出头|冒头|挂零)/.test(behind);
  const after = more ? JUST_OVER_AFTER.exec(behind) : null;
  return after ? { start: amount.start, end: amount.end + after[0].length } : undefined;
}

/** 20 each at most, 20 a pair max: what it is counted by. */
const EACH = /^ (?:each|apiece|a (?:piece|pair|pop)|per (?:piece|pair|item|one))\b,?/;

/** The bound that the words beside an amount set, with the stretch that they and the amount take up. */
function boundOf(text: string, amount: Amount): { bound: Bound; span: Span } | undefined {
  // "Budget - 500": the dash only points.
  const before = text.slice(Math.max(0, amount.start - 32), amount.start).replace(/\s*-\s*$/, ':');
  const after = text.slice(amount.end, amount.end + 32).replace(EACH, '');
  const ahead = firstMatch(AFTER, after);
  const behind = firstMatch(BEFORE, before);
  const span = { start: amount.start - (behind?.length ?? 0), end: amount.end + (ahead?.length ?? 0) };
  // 预算500左右 is around 500, and 大概500以内 at most 500.
  if (ahead) return { bound: ahead.bound, span };
  if (behind?.bound === 'max' && amount.low !== amount.high && /(?:预算|价格|价位)\S*\s*$/.test(before))
    return { bound: 'around', span };
  if (behind?.bound === 'min' && (REFUSED_BEHIND.test(after) || REFUSED_BEFORE.test(before)))
    return { bound: 'max', span };
  return behind && { bound: behind.bound, span };
}

function firstMatch(
  patterns: readonly (readonly [Bound, RegExp])[],
  text: string,
): { bound: Bound; length: number } | undefined {
  for (const [bound, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match) return { bound, length: match[0].length };
  }
  return undefined;
}

/** 五十块的T恤, a $50 dress, 两三百的卫衣: about that much. */
function impliesPrice(amount: Amount): boolean {
  if (amount.low !== amount.high) return amount.currency !== undefined || amount.low >= 50;
  return amount.currency !== undefined && amount.low >= 1;
}

function rangeOf(text: string, first: Amount, second: Amount): { from: Amount; to: Amount } | undefined {
  const between = text.slice(first.end, second.start);
  const either = /^ or $|^或者?$/.test(between);
  if (!either && !CONNECTOR.test(between)) return undefined;
  const before = text.slice(Math.max(0, first.start - 24), first.start);
  const after = text.slice(second.end, second.end + 12);
  // 3-500 is 300 to 500, 三到五百 likewise.
  const scaled =
    first.low < 10 && second.low >= 100 && /^[1-9]0*$/.test(String(second.low))
      ? 10 ** Math.floor(Math.log10(second.low))
      : 1;
  // 8 or 900 is a range, 800 or 900 two prices.
  if (either && scaled === 1) return undefined;
  const low = first.low * scaled;
  if (low > second.high) return undefined;
  const money = first.currency ?? second.currency;
  const years = low >= 1900 && second.high <= 2100;
  const told = RANGE_BEFORE.test(before) || RANGE_AFTER.test(after);
  if (money === undefined && (years || (!told && low < 50) || (!told && second.high < 100))) return undefined;
  const currency = money === undefined ? {} : { currency: money };
  return { from: { ...first, low, ...currency }, to: { ...second, ...currency } };
}

function isAlone(text: string, amount: Amount): boolean {
  return amount.low >= 50 && text.slice(0, amount.start).trim() === '' && /^[\s.!吧的]*$/.test(text.slice(amount.end));
}
