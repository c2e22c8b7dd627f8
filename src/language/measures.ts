import { CHINESE_NUMERAL, chineseNumber } from './numerals.js';
import type { Span } from './spans.js';

/** Facts about a body that a text tells; `age` in years. Lengths of garments and heels are none of them. */
export interface Measures {
  readonly heightCm?: number;
  readonly weightKg?: number;
  readonly ages: readonly number[];
  readonly spans: readonly Span[];
}

const NUMBER = `(?:\\d{1,3}(?:\\.\\d)?|[${CHINESE_NUMERAL}]{1,6})`;
/** Before a length in centimetres that is a garment's, not a person's. */
const GARMENT_LENGTH =
  /(?:长|围|宽|肩|跟|腰|胸|臀|waist|bust|chest|hips?|length|inseam|heels?|long|width)\s*(?:是|of|is|:|高)?\s*$/;
const FEET_WORDS: Readonly<Record<string, number>> = { four: 4, five: 5, six: 6 };
const INCH_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
};

interface Rule {
  readonly find: RegExp;
  readonly value: (match: RegExpMatchArray, text: string) => number | undefined;
}

const HEIGHTS: readonly Rule[] = [
  {
    // 一米六五五十二公斤: two characters are of the height where more follow; one may be, before digits.
    find: /(?:身高|个子)?\s*([一12])\s?(?:[米m]|met(?:er|re)s?)\s?([一二三四五六七八九](?=[二三四五六七八九]十[一二三四五六七八九]?\s?(?:公斤|千克|kg|斤))|[〇零一二三四五六七八九]{2}|[〇零一二三四五六七八九](?!\d)|\d{1,2})(?!(?<=\d)\d|[.]|号|码|以内|块)/g,
    value: (match) => metres(numeral(match[1]), match[2] ?? ''),
  },
  { find: /(?<![\d.])([12]\.\d{1,2})\s?(?:米|m\b|met(?:er|re)s?\b)/g, value: (match) => Number(match[1]) * 100 },
  { find: /([一12])米(?=高)/g, value: (match) => (numeral(match[1]) ?? 1) * 100 },
  {
    find: /(?<![\d.])(\d{2,3})(?:\.\d)?\s?(?:cm|厘米|公分|centimet(?:er|re)s?)(?![a-z])/g,
    value: (match, text) =>
      GARMENT_LENGTH.test(text.slice(0, match.index).slice(-12)) || isChildSize(text, match)
        ? undefined
        : Number(match[1]),
  },
  {
    find: /(?:身高|净高|height(?: is|:| of| to)?|\btall(?: is)?)\s*(?:是|:|大概|about|改成|改为|换成|更新为|更新成)?\s*(1[2-9]\d|20\d|[89]\d)(?!\d)/g,
    value: (match) => Number(match[1]),
  },
  {
    find: /(?:我|本人|女友|男友|老公|老婆|\bi'?m|\bi am|\bshe'?s|\bhe'?s)\s?(1[4-9]\d)(?![\d元块刀]|\.\d)/g,
    value: (match) => Number(match[1]),
  },
  {
    find: /(?<!\d)(1[4-9]\d)(?=\s*[,，、/\s]\s*(?:\d{2,3}|[一二三四五六七八九十百]{2,5})\s*(?:斤|kg|公斤|千克))/g,
    value: (match) => Number(match[1]),
  },
  { find: /(?<!\d)(1[4-9]\d)(?=的?(?:个子|身高|女生|男生|妹子|小个子|高个子))/g, value: (match) => Number(match[1]) },
  {
    find: /(?<!\d)([4-6])\s?(?:'|ft\.?|foot|feet)\s?(\d{1,2})?\s?(?:"|''|in(?:ch(?:es)?)?\b)?(?![\da-z])/g,
    value: (match) => (Number(match[1]) * 12 + Number(match[2] ?? 0)) * 2.54,
  },
  {
    // 64 inches tall, 身高64英寸.
    find: /(?<![\d.])([4-8]\d)(?:\.\d)?(?: ?in(?:ch(?:es)?)?|")(?: tall\b| in height\b)|(?:身高|净高|个子|\bheight(?: is| of|:)?|\bi'?m) ?([4-8]\d) ?(?:英寸|inch(?:es)?\b(?: tall\b)?)/g,
    value: (match) => Number(match[1] ?? match[2]) * 2.54,
  },
  {
    find: /\b(four|five|six) (?:foot|feet)(?:[ -](one|two|three|four|five|six|seven|eight|nine|ten|eleven))?\b/g,
    value: (match) => ((FEET_WORDS[match[1] ?? ''] ?? 5) * 12 + (INCH_WORDS[match[2] ?? ''] ?? 0)) * 2.54,
  },
];

/** A child's clothes are counted in the centimetres of the child: a kids' coat in 110cm. */
const CHILD =
  /童|孩|娃|儿子|女儿|闺女|宝宝|婴儿|\b(?:kids?'?s?|child(?:ren)?'?s?|boys?'?|girls?'?|baby|babies|toddlers?|son|daughter|infants?)\b/;
const TALL_BEFORE =
  /(?:女儿|儿子|闺女|娃|孩子?|宝宝)$|(?:身高|高|个子|净高|[她他]|tall|height|\bof|\bis|'s|'m|\bam|\b(?:she|he)s?|\bits)[^,.?!]{0,6}$/;
const TALL_BEHIND = /^ ?(?:高|的?个子|身高|tall|high|的?(?:宝宝|婴儿|孩子|小孩|娃|小朋友|女儿|儿子))/;
const OF_BODY = /\d ?(?:公斤|千克|斤|kgs?\b|kilos?\b|lbs?\b)|\b(?:tall|petite)\b/;

/** True of a number of centimetres that is a size of children's clothes, and nobody's height. */
export function isChildSize(text: string, { index = 0, 0: said, 1: centimetres }: RegExpMatchArray): boolean {
  const round = /^(?:5[29]|66|73|[6-9][05]|1[0-6][05])$/.test(centimetres ?? '');
  if (!round || !CHILD.test(text) || OF_BODY.test(text)) return false;
  return !TALL_BEFORE.test(text.slice(0, index)) && !TALL_BEHIND.test(text.slice(index + said.length));
}

const WEIGHTS: readonly Rule[] = [
  {
    find: new RegExp(`(?:体重)?\\s*(${NUMBER})\\s?(斤|kgs?|公斤|千克|kilos?|kilograms?|lbs?|磅)(?![a-z装])`, 'g'),
    value: (match) => {
      const amount = numeral(match[1]);
      if (amount === undefined) return undefined;
      if (match[2] === '斤') return amount / 2;
      return /^(?:lbs?|磅)$/.test(match[2] ?? '') ? amount * 0.45359 : amount;
    },
  },
  {
    // Beside a height, pounds are no money.
    find: /(?<=(?:\btall|feet|foot|\bft|\d['"]|\dcm|\d cm)[^.;!?]{0,20})(?<![\d.])(\d{2,3}) ?pounds?\b/g,
    value: (match) => Number(match[1]) * 0.45359,
  },
  {
    find: /\b(?:weigh|weight(?: is|:| to)?|weighing)s?(?: about| around)? (\d{2,3}) ?(?:pounds?|lbs?)?\b(?! ?(?:k|st))/g,
    value: (match) => Number(match[1]) * 0.45359,
  },
  {
    find: /体重\s*(?:是|:|改成|改为|换成|更新为)?\s*(\d{2,3})(?!\d|\s?(?:斤|kg|公斤))/g,
    value: (match) => (Number(match[1]) > 80 ? Number(match[1]) / 2 : Number(match[1])),
  },
  {
    find: /(?<!\d)(\d{1,2})\s?(?:stone|st)(?: (\d{1,2}))?\b/g,
    value: (match) => Number(match[1]) * 6.3503 + Number(match[2] ?? 0) * 0.45359,
  },
];

const AGES: readonly Rule[] = [
  { find: /(?<![\d.])(\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:周岁|岁)半?/g, value: (match) => numeral(match[1]) },
  {
    find: /(?<![\d.])(\d{1,2})[ -]?(?:years?|yrs?|yr)[ -]?olds?\b|(?<![\d.])(\d{1,2}) ?y\/?o\b/g,
    value: (match) => Number(match[1] ?? match[2]),
  },
  {
    find: /\b(?:aged?|turning|turns|turned|who'?s|who is|she'?s|he'?s) (\d{1,2})(?! ?(?:cm|kg|ft|foot|'|pounds|lbs|dollars|quid))\b/g,
    value: (match) => Number(match[1]),
  },
  {
    find: /\b(one|two|three|four|five|six|seven|eight|nine|ten)[ -]years?[ -]old\b/g,
    value: (match) => INCH_WORDS[match[1] ?? ''],
  },
  {
    find: /(?<![\d.])(\d{1,2}|[一二两三四五六七八九十]{1,3})\s*个月(?:大|的?(?:宝宝|婴儿|女宝|男宝|娃|孩子))/g,
    value: (match) => (numeral(match[1]) ?? 0) / 12,
  },
  {
    // Sizes of babies' clothes: 6-9 months, 3-6m.
    find: /(?<![\d.])\d{1,2} ?(?:-|to) ?(\d{1,2}) ?(?:months?|mths?|mos?|m)\b/g,
    value: (match) => Number(match[1]) / 12,
  },
  {
    // Of an age said as a range either end tells who it is for: 5-6 years, 7到8岁.
    find: /(?<![\d.])\d{1,2} ?(?:-|to) ?(\d{1,2}) ?(?:years?|yrs?|y)\b(?! ?(?:warranty|guarantee))/g,
    value: (match) => Number(match[1]),
  },
  { find: /(?<![\d.])(\d{1,2})[ -]?months?[ -]?old\b/g, value: (match) => Number(match[1]) / 12 },
];

/** Who is measured: without a word of them, only a grown-up's kilos and centimetres are somebody's. */
const OF_PERSON =
  /[我她他]|本人|身高|净高|体重|个子|个头|宝宝|孩子|小孩|儿童|童装|童鞋|[男女]童|婴儿|女儿|儿子|闺女|妈|爸|老公|老婆|男友|女友|对象|弟|妹|姐|哥|[女男]生|妹子|\b(?:i|i'm|im|i've|my|me|she|he|she's|he's|her|his|weigh(?:s|ing)?|weight|height|tall|baby|toddler|kids?|child(?:ren)?|boys?|girls?|son|daughter|mum|mom|dad|wife|husband|girlfriend|boyfriend|person|people|guy|man|woman|men|women)\b/;
const LIGHTEST = 35;
const SHORTEST = 130;
/** What is weighed is a thing: 承重50公斤, "up to 60 kg", a 50 kg load. */
const THINGS =
  /承重|载重|负重|容量|承受|洗衣机|冰箱|行李|哑铃|杠铃|大米|猫粮|狗粮|[棉被絮]胎|棉被|被子|\b(?:washing machines?|washers?|capacity|load|loads|dumbbells?|barbells?|weighted|luggage|suitcases?|rice|holds? up|dog|cat)\b/;

function isOfThings(text: string): boolean {
  return THINGS.test(text) && !/体重|\bweigh\b/.test(text);
}

/** Height, weight and ages in a normalised text. */
export function findMeasures(text: string): Measures {
  const spans: Span[] = [];
  const shortest = OF_PERSON.test(text) ? 50 : SHORTEST;
  const heights = values(text, HEIGHTS, spans, (value) => value >= shortest && value <= 230);
  // Characters that were read as a height are no part of a weight: 一米六五五十二公斤.
  const rest = spans.reduce(
    (left, { start, end }) =>
      left.slice(0, start) + left.slice(start, end).replace(/\p{Script=Han}/gu, '#') + left.slice(end),
    text,
  );
  const weights = isOfThings(text)
    ? []
    : values(rest, WEIGHTS, spans, (value) => value <= 250 && value >= (OF_PERSON.test(text) ? 3 : LIGHTEST));
  const ages = values(text, AGES, spans, (value) => value >= 0 && value < 100);
  const [heightCm] = heights;
  const [weightKg] = weights;
  return {
    ...(heightCm !== undefined && { heightCm: Math.round(heightCm) }),
    ...(weightKg !== undefined && { weightKg: Math.round(weightKg * 10) / 10 }),
    ages,
    spans,
  };
}

function values(text: string, rules: readonly Rule[], spans: Span[], plausible: (value: number) => boolean): number[] {
  const found: number[] = [];
  for (const { find, value } of rules) {
    for (const match of text.matchAll(find)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (spans.some((other) => span.start < other.end && other.start < span.end)) continue;
      const amount = value(match, text);
      if (amount === undefined || Number.isNaN(amount) || !plausible(amount)) continue;
      found.push(amount);
      spans.push(span);
    }
  }
  return found;
}

/** 一米六 is 160, 一米六五 and 1米65 are 165, 1米7 is 170. */
function metres(whole: number | undefined, rest: string): number | undefined {
  const digits = [...rest].map((char) => (/\d/.test(char) ? char : String(chineseNumber(char)?.low ?? 0))).join('');
  if (whole === undefined || digits === '') return undefined;
  return whole * 100 + (digits.length === 1 ? Number(digits) * 10 : Number(digits));
}

function numeral(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d/.test(text) ? Number(text) : chineseNumber(text)?.low;
}
