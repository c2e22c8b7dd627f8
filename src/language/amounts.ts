import { CHINESE_NUMERAL, chineseNumber, ENGLISH_NUMERAL, englishNumber } from './numerals.js';
import type { Span } from './spans.js';

/** A number in a text with a currency where one stands beside it; `low` and `high` differ for 两三百, 三百多. */
export interface Amount extends Span {
  readonly low: number;
  readonly high: number;
  readonly currency?: string;
}

/** Currencies by the words and signs beside a number; a bare ¥ or 块 is the yuan. */
const CURRENCIES: readonly (readonly [string, string])[] = [
  ['us\\$|美元|美金|美刀|刀|usd|dollars?|bucks?', 'USD'],
  ['hk\\$|港币|港元|港纸|hkd', 'HKD'],
  ['nt\\$|台币|新台币|twd', 'TWD'],
  ['a\\$|澳元|澳币|aud', 'AUD'],
  ['c\\$|加元|加币|cad', 'CAD'],
  ['£|英镑|镑|gbp|pounds?|quid', 'GBP'],
  ['€|欧元|欧(?![洲码])|eur|euros?', 'EUR'],
  ['日元|日币|円|jpy|yen', 'JPY'],
  ['韩元|韩币|krw|won', 'KRW'],
  ['rmb|cny|人民币|yuan|kuai|块钱|块|元|圆', 'CNY'],
  ['¥', '¥'],
  ['\\$', 'USD'],
];
const ANY_CURRENCY = CURRENCIES.map(([words]) => words).join('|');
const BEFORE = new RegExp(`(?<![a-z])(${ANY_CURRENCY})\\s*$`);
const AFTER = new RegExp(`^(?:\\s*|-(?=[a-z]))(${ANY_CURRENCY})(?![a-z\\d])`);
/** Two or three hundred, one to two thousand. */
const EITHER_HUNDRED =
  '(?:one|two|three|four|five|six|seven|eight|nine|\\d) (?:or|to) (?:two|three|four|five|six|seven|eight|nine|ten|\\d) (?:hundred|thousand|grand)';
const NUMBERS = new RegExp(
  `\\b${EITHER_HUNDRED}\\b|(?<![\\d.a-z])\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?(?!\\d)|(?<![\\d.])\\d{1,7}(?:\\.\\d{1,2})?(?![\\d])|[${CHINESE_NUMERAL}]{1,9}|\\b${ENGLISH_NUMERAL}\\b`,
  'g',
);
/** What makes a number something else than money when it follows: units, sizes, counts, dates. */
const OTHER_UNIT =
  /^\s*(?:cm|mm|kg|厘米|公分|毫米|公斤|千克|斤|克|磅|米|岁|周岁|度|°|码|号|尺码|寸|英寸|件|条|双|款|个|套|只|顶(?![格天破])|种|次|位|人|天|日|年|月|周|星期|小时|分钟|分袖|分裤|折|倍|楼|层|色|代|g\b|kgs?\b|lbs?\b|m\b|in\b(?! (?:total|all|cash))|inch|inches|"|'|ft\b|foot|feet|stone|years?|yrs?|yo\b|months?|days?|weeks?|hours?|minutes?|pieces?|pairs?|items?|options?|styles?|colou?rs?|percent|%|st\b|nd\b|rd\b|th\b|of\b|more\b|denier|d\b|people|things?|ones?\b)/;

/** Every number of the text that can be an amount of money, with its currency; `taken` are left out. */
export function findAmounts(text: string, taken: readonly Span[]): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(NUMBERS)) {
    const start = match.index;
    const amount = amountAt(text, match[0], start);
    if (amount && !taken.some((span) => span.start < amount.end && amount.start < span.end)) found.push(amount);
  }
  return found;
}

/** The currency a mark stands for; ¥ is the catalogue's where that is the yen, else the yuan. */
export function currencyOf(mark: string | undefined, catalogue: string): string | undefined {
  if (mark === undefined) return undefined;
  const [, code] = CURRENCIES.find(([words]) => new RegExp(`^(?:${words})$`).test(mark)) ?? [];
  if (code === '¥') return catalogue === 'JPY' ? 'JPY' : 'CNY';
  if (mark === '$' && /^(?:AUD|CAD|HKD|TWD|SGD|NZD)$/.test(catalogue)) return catalogue;
  return code;
}

function amountAt(text: string, written: string, at: number): Amount | undefined {
  const before = BEFORE.exec(text.slice(Math.max(0, at - 8), at));
  const value = numberOf(written, text, at);
  // The digits of a model's name (tb60) are no money.
  if (!value || (!before && /[a-z]-?$/.test(text.slice(Math.max(0, at - 2), at)) && /^\d/.test(written)))
    return undefined;
  let end = at + written.length;
  let { low, high } = value;
  const scale = /^\s*(k(?![a-z])|w(?![a-z])|千|百|万|grand\b|thousand\b|hundred\b)/.exec(text.slice(end));
  if (scale && /\d$/.test(written)) {
    const factor =
      { k: 1000, 千: 1000, w: 10_000, 万: 10_000, 百: 100, grand: 1000, thousand: 1000, hundred: 100 }[
        scale[1] ?? ''
      ] ?? 1;
    low *= factor;
    high *= factor;
    end += scale[0].length;
  }
  const more = /^\s*(多|几|来|出头|something|odd|-?ish\b)/.exec(text.slice(end));
  if (more && low === high && more[1] !== '来' && !/ish/.test(more[1] ?? '')) {
    high = more[1] === '出头' ? low * 1.1 : low + 10 ** Math.floor(Math.log10(leastUnit(low)));
    end += more[0].length;
  }
  const after = AFTER.exec(text.slice(end));
  const other = !before && !after && OTHER_UNIT.test(text.slice(end));
  if (other) return undefined;
  return {
    start: before ? at - before[0].length : at,
    end: after ? end + after[0].length : end,
    low,
    high,
    ...((after?.[1] ?? before?.[1]) !== undefined && { currency: after?.[1] ?? before?.[1] }),
  };
}

function numberOf(written: string, text: string, at: number): { low: number; high: number } | undefined {
  if (/^[\d.,]+$/.test(written)) {
    const value = Number(written.replaceAll(',', ''));
    return { low: value, high: value };
  }
  const either = /^(\w+) (?:or|to) (\w+) (\w+)$/.exec(written);
  if (either) {
    const [low, high] = [englishNumber(`${either[1]} ${either[3]}`), englishNumber(`${either[2]} ${either[3]}`)];
    return low && high && low.low < high.low ? { low: low.low, high: high.low } : undefined;
  }
  if (/^[a-z]/.test(written)) return englishNumber(written);
  // One character is a number only with money beside it (五块, but 一条, 两件).
  const ranged = /^\s?(?:到|至|-|~)\s?[\d一二两三四五六七八九]+[百千]/.test(text.slice(at + 1, at + 8));
  if (written.length === 1 && !ranged && !AFTER.test(text.slice(at + 1)) && !/^[百千万]$/.test(written))
    return undefined;
  if (/^[百千万]$/.test(written) && !/^(?:元|块|以内|来|多|把)/.test(text.slice(at + 1))) return undefined;
  return chineseNumber(written);
}

/** The lowest power of ten that divides the number: 300 -> 100, 350 -> 10. */
function leastUnit(value: number): number {
  let unit = 1;
  while (unit * 10 <= value && value % (unit * 10) === 0) unit *= 10;
  return unit;
}
