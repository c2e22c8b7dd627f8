import { CHINESE_NUMERAL, chineseNumber, ENGLISH_NUMBERS, englishNumber } from './numerals.js';
import type { Replacements } from './rewrite-text.js';

const WORD = Object.keys(ENGLISH_NUMBERS).join('|');
const UNDER_TEN = 'one|two|three|four|five|six|seven|eight|nine';
const TENS = 'twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety';
const SPELT = `(?:${TENS})(?:[ -](?:${UNDER_TEN}))?|${WORD}`;
/** Before a number that is a size, a height or a weight. */
const OF_SIZE =
  '\\b(?:sizes?|waist|leg|length|uk|us|eu|european)(?: size)?(?: is| of| an?)? |\\b(?:foot|feet|stone|met(?:er|re)s?) ';
/** Behind one: fifty two kilos, a thirty eight in jeans. */
const IN_UNITS =
  ' (?:kilos?|kilograms?|kgs?|cm|centimet(?:er|re)s?|met(?:er|re)s?|stone|foot|feet|lbs?|waist|leg|inch(?:es)?(?: tall| in height)|(?:years?|months?)[ -]olds?)\\b|[ -](?:year|month)s?[ -]olds?\\b';
/** Before or behind hundreds said short: under two fifty, three ninety nine max. */
const OF_MONEY =
  '\\bhundred (?:oh |uh |um )?(?:no|wait|sorry|actually)(?:,? (?:no|wait|make it))? |\\b(?:under|below|than|within|to|max|maximum|around|about|over|above|spend|pay|budget|for|at|of|say|between|and|or|is) ';
const BEHIND_MONEY =
  ',? (?:max|maximum|tops|at (?:the )?(?:very )?most|or (?:so|less|under|thereabouts)|all in|in total|ish|quid|pounds?|dollars?|bucks|yuan|kuai|euros?)\\b|ish\\b';
const SHORT_HUNDREDS = `(${UNDER_TEN}) ((?:${TENS})(?:[ -](?:${UNDER_TEN}))?)`;

function digitsOf(words: string): string {
  return String(englishNumber(words)?.low ?? words);
}

function hundreds(match: RegExpMatchArray): string {
  return String(Number(digitsOf(match[1] ?? '')) * 100 + Number(digitsOf(match[2] ?? '')));
}

/**
 * Numbers that were said rather than typed, as digits where they count no money: size thirty nine, five foot eight,
 * 三十九码; and hundreds said short where they do (under two fifty).
 */
export const SPOKEN_NUMBERS: Replacements = {
  needs: new RegExp(
    `\\b(?:${WORD})\\b|[一二三四五六七八九十]+(?:码|厘米|公分|cm)|码[一二三四五六七八九十]|[码号]半|[鞋靴][三四]十|(?:腰围|[鞋尺]码)[二三四]十|[一二两三]尺`,
  ),
  rules: [
    // Size thirty eight and a half, 三十八码半.
    [new RegExp(`(?<=\\b(?:size|uk|us|eu) )(${SPELT}) and a half\\b`, 'g'), (match) => `${digitsOf(match[1] ?? '')}.5`],
    [new RegExp(`(?<=${OF_MONEY})${SHORT_HUNDREDS}\\b(?! (?:hundred|thousand|kilos?|kg|cm))`, 'g'), hundreds],
    [new RegExp(`\\b${SHORT_HUNDREDS}(?=${BEHIND_MONEY})`, 'g'), hundreds],
    [
      new RegExp(
        `(?<=${OF_SIZE})((?:one hundred(?: and)? )?(?:${SPELT}))\\b(?! (?:hundred|thousand|grand|piece|fits|or two))(?<!plus size one)`,
        'g',
      ),
      (match) => digitsOf((match[1] ?? '').replace(' and ', ' ')),
    ],
    [
      new RegExp(`\\b(?:(?:one|a) hundred(?: and)? )?(?:${SPELT})(?=${IN_UNITS})`, 'g'),
      (match) => digitsOf(match[0].replace(/^a /, 'one ').replace(' and ', ' ')),
    ],
    // I'm one eighty.
    [
      new RegExp(
        `(?<=\\b(?:i'?m|he'?s|she'?s) )(one) ((?:forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:${UNDER_TEN}))?)\\b(?! (?:hundred|pounds))`,
        'g',
      ),
      hundreds,
    ],
    // Heels in thirty eight.
    [
      new RegExp(`(?<=\\bin )(?:thirty|forty)(?:[ -](?:${UNDER_TEN}))?(?= ?(?:$|[,.!?]|please\\b))`, 'g'),
      (match) => digitsOf(match[0]),
    ],
    [
      /[一二三四五六七八九十百]{3,6}(?=厘米|公分|cm)|(?<=[鞋靴])[三四]十[一二三四五六七八九]?(?=的|$)|(?<=腰围|鞋码|尺码)[二三四]十[一二三四五六七八九]?/g,
      inDigits,
    ],
    [
      /(?<![一二三四五六七八九十第])([三四]十[一二三四五六七八九]?)码半(?![价折])/g,
      (match) => `${chineseNumber(match[1] ?? '')?.low}.5码`,
    ],
    // 9号半, 三十八号半: a half of a size.
    [
      /(?<![一二三四五六七八九十第\d.])([一二三四五六七八九十]{1,3}|\d{1,2})[号码]半(?![价折天年个月])/g,
      (match) => `${/^\d/.test(match[1] ?? '') ? match[1] : chineseNumber(match[1] ?? '')?.low}.5码`,
    ],
    // "He's a forty three".
    [
      new RegExp(
        `(?<=\\b(?:she|he|i|they)(?:'s| is|'m| am|'re| are) an? )(?:thirty|forty)(?:[ -](?:${UNDER_TEN}))?(?= ?(?:$|[,.!?]|in\\b|and\\b|please\\b))`,
        'g',
      ),
      (match) => digitsOf(match[0]),
    ],
    // 腰围二尺一: a third of a metre and a tenth of that, in inches.
    [
      /(?<=腰围?(?:是|有)?)([一二两三])尺([零一二三四五六七八九])?/g,
      (match) => {
        const feet = (chineseNumber(match[1] ?? '')?.low ?? 0) + (chineseNumber(match[2] ?? '零')?.low ?? 0) / 10;
        return String(Math.round((feet * 100) / 3 / 2.54));
      },
    ],
    [
      new RegExp(`(?<=\\b(?:i|she|he|they) (?:usually |normally )?(?:wears?|takes?) (?:an? )?)(${SPELT})\\b`, 'g'),
      (match) => digitsOf(match[1] ?? ''),
    ],
    [
      new RegExp(
        `(?<![${CHINESE_NUMERAL}第])[一二三四五六七八九十百]{2,5}(?=码)|(?<=[英美欧]码)[一二三四五六七八九十]{1,3}(?![${CHINESE_NUMERAL}])`,
        'g',
      ),
      inDigits,
    ],
  ],
};

function inDigits(match: RegExpMatchArray): string {
  const value = chineseNumber(match[0]);
  return value && value.low === value.high ? String(value.low) : match[0];
}
