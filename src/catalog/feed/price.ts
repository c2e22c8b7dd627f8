import { type Money, money } from '../../domain/money.js';

const CURRENCY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/us\$|usd|美元|美金/, 'USD'],
  [/hk\$|hkd|港币|港元/, 'HKD'],
  [/nt\$|twd|新台币|台币/, 'TWD'],
  [/a\$|aud|澳元/, 'AUD'],
  [/c\$|cad|加元/, 'CAD'],
  [/s\$|sgd|新加坡元/, 'SGD'],
  [/€|eur|欧元/, 'EUR'],
  [/£|gbp|英镑/, 'GBP'],
  [/jpy|日元|円|jp¥/, 'JPY'],
  [/krw|₩|韩元/, 'KRW'],
  [/inr|₹|rs\.?/, 'INR'],
  [/chf/, 'CHF'],
  [/rmb|cny|cn¥|人民币|元|块|圆|¥/, 'CNY'],
  [/\$/, 'USD'],
];
/** Currencies written with a point between thousands and a comma before cents. */
const POINT_FOR_THOUSANDS = new Set(['EUR', 'BRL', 'IDR', 'VND', 'TRY', 'DKK']);
const ABSENT = /^(?:|-+|—+|n\/?a|null|none|nil|undefined|暂无|无|面议|待定|询价|tbd|tba)$/;

/** What a price cell says: an amount, nothing, or something that cannot be read. */
export type PriceCell =
  | { readonly kind: 'price'; readonly money: Money; readonly currencyStated: boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };

/**
 * Reads `¥1,299`, `1.299,00 €`, `CNY 299.00`, `299元`, `1.2万`, `$29`. Zero, a negative amount, a range or a
 * number whose point could mean either thing (`1.299`) is unreadable: a wrong price is worse than a refused
 * row. Without a currency of its own the amount is in `currency`.
 */
export function readPrice(cell: string, currency: string): PriceCell {
  const text = cell.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (ABSENT.test(text)) return { kind: 'absent' };
  const stated = CURRENCY_WORDS.find(([words]) => words.test(text));
  const code = stated?.[1] ?? currency;
  const bare = text
    .replace(
      /us\$|hk\$|nt\$|[acs]\$|jp¥|cn¥|[€£¥$₩₹]|rs\.?|usd|hkd|twd|aud|cad|sgd|eur|gbp|jpy|krw|inr|chf|rmb|cny/g,
      ' ',
    )
    .replace(/美元|美金|港币|港元|新台币|台币|澳元|加元|新加坡元|欧元|英镑|日元|円|韩元|人民币|元|块钱?|圆|整$/g, ' ')
    .replace(/^(?:from|起|only|现价|售价|价格)\s*:?|(?:起|\/件|\/个|\/双)$/g, ' ')
    .trim();
  const tenThousands = /^([\d.,]+)\s*万$/.exec(bare);
  const amount = decimal(tenThousands?.[1] ?? bare, code);
  if (amount === undefined || amount <= 0) return { kind: 'unreadable' };
  const value = money(tenThousands ? amount * 10_000 : amount, code);
  if (value.minorUnits <= 0 || value.minorUnits > Number.MAX_SAFE_INTEGER / 1_000) return { kind: 'unreadable' };
  return { kind: 'price', money: value, currencyStated: stated !== undefined };
}

function decimal(text: string, currency: string): number | undefined {
  const compact = text.replace(/(?<=\d)[ '’](?=\d{3}(?!\d))/g, '');
  if (!/^\d[\d.,]*$/.test(compact)) return undefined;
  const points = compact.split('.').length - 1;
  const commas = compact.split(',').length - 1;
  if (points === 0 && commas === 0) return Number(compact);
  if (points > 0 && commas > 0) {
    const decimalMark = compact.lastIndexOf('.') > compact.lastIndexOf(',') ? '.' : ',';
    return grouped(compact, decimalMark);
  }
  const mark = points > 0 ? '.' : ',';
  const [whole = '', rest = ''] = compact.split(mark);
  const last = compact.split(mark).at(-1) ?? '';
  if (points + commas > 1) return last.length === 3 ? grouped(compact, mark === '.' ? ',' : '.') : undefined;
  if (rest.length === 0) return undefined;
  if (rest.length !== 3) return rest.length <= 4 ? Number(`${whole}.${rest}`) : undefined;
  if (mark === ',' || POINT_FOR_THOUSANDS.has(currency)) return Number(whole + rest);
  // 1.299 may be a thousand or a little over one; 299.000 is written by nobody for thousands of yuan.
  return rest === '000' && whole.length >= 2 ? Number(whole) : undefined;
}

function grouped(text: string, decimalMark: '.' | ','): number | undefined {
  const groupMark = decimalMark === '.' ? ',' : '.';
  const pattern = decimalMark === '.' ? /^\d{1,3}(?:,\d{2,3})*(?:\.\d+)?$/ : /^\d{1,3}(?:\.\d{3})*(?:,\d+)?$/;
  if (!pattern.test(text)) return undefined;
  return Number(text.replaceAll(groupMark, '').replace(decimalMark, '.'));
}

/** The ISO code of a currency cell (`cny`, `人民币`, `$`), undefined where it names none. */
export function currencyCode(cell: string | undefined): string | undefined {
  const text = cell?.normalize('NFKC').toLowerCase().trim() ?? '';
  if (text === '') return undefined;
  return (
    CURRENCY_WORDS.find(([words]) => words.test(text))?.[1] ??
    (/^[a-z]{3}$/.test(text) ? text.toUpperCase() : undefined)
  );
}
