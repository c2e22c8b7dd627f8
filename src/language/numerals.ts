const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** The characters a Chinese number is written with. */
export const CHINESE_NUMERAL = '〇零一二两俩三四五六七八九十百千万半几';

/** A number, or two where the words leave room (两三百: 200 to 300). */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The value of a number written in characters (一千二 = 1200, 三百五 = 350, 二十), or a range for the fuzzy
 * ones (两三百, 七八十, 十几, 几百). Undefined where the characters are no number.
 */
export function chineseNumber(text: string): NumberRange | undefined {
  const fuzzy = /^([一二两三四五六七八])([二两三四五六七八九])([十百千万])$/.exec(text);
  if (fuzzy) {
    const [low, high] = [digit(fuzzy[1]), digit(fuzzy[2])];
    const unit = UNITS[fuzzy[3] ?? ''] ?? 1;
    return high === low + 1 ? { low: low * unit, high: high * unit } : undefined;
  }
  const some = /^几([十百千万])$/.exec(text);
  if (some) {
    const unit = UNITS[some[1] ?? ''] ?? 1;
    return { low: unit, high: unit * 10 };
  }
  // 七八: seven or eight.
  const either = /^([一二三四五六七八])([二三四五六七八九])$/.exec(text);
  if (either && digit(either[2]) === digit(either[1]) + 1) return { low: digit(either[1]), high: digit(either[2]) };
  // 一百五六: a hundred and fifty or sixty.
  const next = /^([一二两三四五六七八九]百)([一二三四五六七八])([二三四五六七八九])$/.exec(text);
  if (next && digit(next[3]) === digit(next[2]) + 1)
    return { low: exactChinese(`${next[1]}${next[2]}`) ?? 0, high: exactChinese(`${next[1]}${next[3]}`) ?? 0 };
  if (text === '十几') return { low: 11, high: 19 };
  const value = exactChinese(text);
  return value === undefined ? undefined : { low: value, high: value };
}

function exactChinese(text: string): number | undefined {
  if (text === '' || text.includes('几')) return undefined;
  if (/^[〇零一二三四五六七八九]+$/.test(text)) return Number([...text].map((char) => digit(char)).join(''));
  let total = 0;
  let section = 0;
  let current: number | undefined;
  let lastUnit = 1;
  let afterZero = false;
  for (const char of text) {
    const unit = UNITS[char];
    if (char === '半') {
      section += lastUnit / 2;
      current = undefined;
    } else if (unit === undefined) {
      current = digit(char);
      afterZero = current === 0;
    } else if (unit === 10_000) {
      total = (total + section + (current ?? 0) || 1) * unit;
      section = 0;
      current = undefined;
      lastUnit = unit;
    } else {
      section += (current ?? 1) * unit;
      current = undefined;
      lastUnit = unit;
    }
  }
  // 一千二 is 1200 and 三百五 350, but 一百零五 is 105.
  const shorthand = current !== undefined && lastUnit >= 100 && !afterZero && !/[零〇].$/.test(text);
  return total + section + (current ?? 0) * (shorthand ? lastUnit / 10 : 1);
}

function digit(char: string | undefined): number {
  return DIGITS[char ?? ''] ?? 0;
}

/** English number words up to ninety. */
export const ENGLISH_NUMBERS: Readonly<Record<string, number>> = {
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
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SMALL = Object.keys(ENGLISH_NUMBERS).join('|');

/** An English number in words, as the source of an expression. */
export const ENGLISH_NUMERAL = `(?:(?:a couple(?: of)?|a few|an?|half a|(?:${SMALL})(?:[ -](?:${SMALL}))?) (?:hundred|thousand|grand)(?: (?:and )?(?:${SMALL})(?:[ -](?:${SMALL}))?)?|(?:${SMALL})(?:[ -](?:${SMALL}))?)`;

/** The value of an English number in words; undefined where it is none. */
export function englishNumber(text: string): NumberRange | undefined {
  if (/^a few (hundred|thousand)/.test(text)) {
    const unit = text.includes('thousand') ? 1000 : 100;
    return { low: unit, high: unit * 10 };
  }
  let total = 0;
  let current = 0;
  for (const word of text.replace(/^a couple(?: of)?/, 'two').split(/[ -]/)) {
    if (word === 'hundred' || word === 'thousand' || word === 'grand') {
      total += (current || 1) * (word === 'hundred' ? 100 : 1000);
      current = 0;
    } else if (word === 'half') {
      current = 0.5;
    } else if (word === 'a' || word === 'an') {
      current = current || 1;
    } else if (ENGLISH_NUMBERS[word] !== undefined) {
      current += ENGLISH_NUMBERS[word];
    }
  }
  const value = total + current;
  return value > 0 ? { low: value, high: value } : undefined;
}
