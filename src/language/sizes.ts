import { isChildSize } from './measures.js';
import type { Span } from './spans.js';

/** A size the shopper named, as the catalogue writes it, and whether it was told as one's own ("I wear L"). */
export interface SizeMention extends Span {
  readonly size: string;
  readonly own: boolean;
}

const LETTERS = 'xxxxs|xxxs|xxs|xs|s|m|l|xl|xxl|xxxl|xxxxl|[2-9]xl|[2-4]xs';
const WORDS: Readonly<Record<string, string>> = {
  'extra small': 'XS',
  'x-small': 'XS',
  small: 'S',
  medium: 'M',
  large: 'L',
  'extra large': 'XL',
  'x-large': 'XL',
  加小: 'XS',
  小: 'S',
  中: 'M',
  大: 'L',
  加大: 'XL',
  特大: 'XL',
  加加大: 'XXL',
};
const ENGLISH_WORDS = 'extra small|extra large|x-small|x-large|small|medium|large';
/** The one size that fits all, however a feed or a shopper calls it. */
export const ONE_SIZE = 'one size';

/**
 * One spelling for a size: letters in capitals with XXL for 2XL and 3XL for XXXL, `one size` for 均码, F and
 * free size, EU and CN dropped from a number (EU 38 is 38), US and UK kept. Unknown sizes come back trimmed.
 */
export function canonicalSize(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^(均码|均号|f|f码|free ?size|one ?size|os|onesize|one-size|均一码|通码|one size fits all)$/.test(plain))
    return ONE_SIZE;
  const bare = plain.replace(/^(size|尺码)\s*/, '').replace(/\s*(码|号)$/, '');
  const word = WORDS[bare];
  if (word) return word;
  const many = /^(\d)x(l|s)$/.exec(bare) ?? undefined;
  if (many) return extra(Number(many[1]), many[2] ?? 'l');
  const letters = /^(x*)([sml])$/.exec(bare);
  if (letters) return extra((letters[1] ?? '').length, letters[2] ?? 'm');
  const system = /^(eu|eur|欧码|欧|cn|中国码|us|美码|美|uk|英码|英)\s*(?:size\s*|码)?(\d{1,3}(?:\.5)?)$/.exec(bare);
  if (system)
    return `${{ us: 'US ', 美码: 'US ', 美: 'US ', uk: 'UK ', 英码: 'UK ', 英: 'UK ' }[system[1] ?? ''] ?? ''}${system[2]}`;
  return /^[0-9a-z/ .x-]+$/.test(bare) ? bare.toUpperCase() : text.trim();
}

function extra(count: number, letter: string): string {
  const base = letter.toUpperCase();
  if (base === 'M' || count === 0) return base;
  return count <= 2 ? `${'X'.repeat(count)}${base}` : `${count}X${base}`;
}

/** Words before a size that make it the shopper's own. */
const OWN =
  /(?:我(?:平时|平常|一般|通常|基本|向来|一直|是|的)?都?(?:穿|尺码(?:是)?|码数(?:是)?)|我是|平时穿|一般穿|通常穿|\bi(?:'?m|'?m usually|'?m normally| am| am usually| usually| normally| always| generally)?\s?(?:wear|take|need)?(?: an?| in)?|my (?:usual |shoe |dress |shirt |trouser |jeans? |waist |ring |boot )?size(?: is|'s)?|(?:我的?)?(?:鞋子?|脚|裤子?|上衣|衣服|裙子)(?:一般|平时|都|是)?穿(?:的是)?|\bi'?m [^.;!?]{0,20}\band|(?:鞋|脚|裤)码(?:是|改成|改为|换成|变成)?)\s*(?:size |尺码|a size |an? )?$/;

/** What a number is where it is no size: in 40 minutes, in a 50 l bag. */
const NO_SIZE_AHEAD =
  '(?!\\d|[a-g]|[.,]\\d|%| ?(?:min|hour|day|week|month|year|cm|kg|l\\b|percent|degrees|dollars|pounds|euros|yuan|bucks))';
/** Where a wish for a size may end. */
const CLAUSE_END =
  '(?= ?(?:$|[,.!?;]|please|pls|instead|then|not|and|but|sorry|actually|now|if|in\\b(?! (?:\\d|total|cash))))';
/** Such numbers are the sizes of grown-ups' clothes and shoes. */
const NUMBER = '(?:3[2-9]|4[0-8])(?:\\.5)?';
/** Whoever speaks of sizes means one by a number that could be one: "wrong size, should be 38", 尺码错了要38. */
const OF_SIZES =
  /尺码|码数|号码|[错选拍下买穿]码|码(?:子)?(?:错|不对|反|不合适|买|选|拍)|[大小][了]?[一半两]?[码号]|\bsiz(?:es?|ed|ing)\b/;
const SIZE_TOLD =
  /(?<=(?:要|是|换|换成|改|改成|改为|得|选|拿|给我|来|应该|穿)(?:个|的是|双|件|条)?\s?)(3[2-9]|4\d|5[0-4])(?:\.5)?(?=码|号|的|吧|了|\s*(?:$|[,.!?;]))|(?<=\b(?:need|want|meant?|take|get|get me|be|is|it's|wear|to|make it|make that|said|actually|sorry|oops|but),? (?:an? )?|, an )((?:[4-9]|[1-5]\d)(?:\.5)?)(?= ?(?:$|[,.!?;]|please|pls|instead|not))/g;
const IN_WORDS: Readonly<Record<string, string>> = { 大: 'L', 中: 'M', 小: 'S' };
const PATTERNS: readonly { readonly find: RegExp; readonly size: (match: RegExpMatchArray) => string | undefined }[] = [
  {
    find: /(?<![\d.$£€¥])(?:w?(2[4-9]|3\d|4[0-4])\s?[x/]\s?l?|w(2[4-9]|3\d|4[0-4]),? ?l)(2[6-9]|3[0-8])(?!\d)/g,
    size: (match) => `${match[1] ?? match[2]}/${match[3]}`,
  },
  {
    find: /(?:\bwaist:?(?: is)? ?|腰围?(?:是)?\s?)(2[3-9]|3\d|4[0-4])(?:,| and|寸|码|,?\s)*(?:(?:inside )?(?:length|leg|inseam)(?: is)? ?|(?:裤|内)?长(?:是)?\s?)(2[6-9]|3[0-8])(?!\d)/g,
    size: (match) => `${match[1]}/${match[2]}`,
  },
  {
    find: /(?:裤|内)长(?:是)?\s?(2[6-9]|3[0-8])(?:,|\s|寸|的)*腰围?(?:是)?\s?(2[3-9]|3\d|4[0-4])(?!\d|cm|厘米)/g,
    size: (match) => `${match[2]}/${match[1]}`,
  },
  {
    // "32 waist 30 leg", 腰围32裤长30.
    find: /(?<![\d.])(2[3-9]|3\d|4[0-4])[- ]?(?:inch|in|")?[- ]?waist,?(?: and| with)?(?: an?)? (2[6-9]|3[0-8])[- ]?(?:inch|in|")?[- ]?(?:(?:inside )?leg|length|inseam)/g,
    size: (match) => `${match[1]}/${match[2]}`,
  },
  {
    // "Medium please", "just a large", and nothing else.
    find: new RegExp(
      `^(?:(?:ok|okay|yes|yeah|no|just|a|an|the|in|and|make it|i'?d say|probably|maybe|i'?ll (?:take|have)|go for)[, ]+)*(${ENGLISH_WORDS})(?: one)?(?:,? (?:please|pls|plz|then|thanks?|thx|ta|for (?:me|him|her)))*[ .!]*$`,
      'g',
    ),
    size: (match) => match[1],
  },
  {
    // "Large, not medium", 要大码不是中码: of two sizes in words the one wished for.
    find: new RegExp(
      `\\b(${ENGLISH_WORDS})(?: please)?,? (?:not|instead of|rather than) (?:an? )?(?:${ENGLISH_WORDS})\\b|(?<=要|拿|换)([大中小])[码号],?(?:不是|不要|而不是)[大中小][码号]`,
      'g',
    ),
    size: (match) => match[1] ?? IN_WORDS[match[2] ?? ''],
  },
  { find: /(?<=(?:戒指|指环|手镯|指圈)[^,.?!\d]{0,4})(\d{1,2})号/g, size: (match) => match[1] },
  {
    // 不是36是38, "not a 36, a 38": one number that can be a size in the place of another.
    find: new RegExp(
      `(?:不是|不要|别要|不用)\\s?${NUMBER}(?:码|号)?的?[\\s,]*(?:而)?(?:是|要|给我|拿|来|换成?)(?:个|双|条|件)?(?:的是)?\\s?(${NUMBER})(?![\\d.块元岁%])|\\bnot (?:an? |the )?${NUMBER},? (?:but |it's |i (?:need|want|said|meant) )?(?:an? |the )?(${NUMBER})(?= ?(?:$|[,.!?;]))`,
      'g',
    ),
    size: (match) => match[1] ?? match[2],
  },
  {
    // "I need a 38", "not a 36, a 38": an article before such a number counts no money.
    find: new RegExp(
      `\\b(?:need|needs|want|wanted|take|takes|get|got|have|prefer|meant|mean|said|after|for|is|it's|make (?:it|that|them)|be|not|try)(?: me)? an? ((?:3[2-9]|4\\d|5[0-4])(?:\\.5)?)${CLAUSE_END}`,
      'g',
    ),
    size: (match) => match[1],
  },
  {
    find: /\bin an? (\d{1,2}(?:\.5)?)(?=\s*(?:$|[,.!?;]|please|pls|or |and ))/g,
    size: (match) => match[1],
  },
  {
    find: new RegExp(`\\bin (?:an? |my |her |his )?((?:3[2-9]|4[0-9]|5[0-4])(?:\\.5)?)${NO_SIZE_AHEAD}`, 'g'),
    size: (match) => match[1],
  },
  {
    find: /(?<=(?:鞋子?|脚|裤子?|鞋码|脚码|裤码)(?:一般|平时|平常|都|是)?(?:穿|是|改成|改为|换成|变成)?(?:的是)?\s?)(2[4-9]|3[0-9]|4[0-8])(?:\.5)?(?![\d.岁元块厘公斤])/g,
    size: (match) => match[0],
  },
  {
    find: /(?<=\bi(?:'?m| am)? (?:usually |normally |always |generally |mostly )?(?:wear |take |am )?(?:an? )?)(\d{1,2}(?:\.5)?)(?= in (?:jeans|trousers|pants|shoes|boots|sneakers|trainers|heels|sandals|dresses|skirts|tops|shirts))/g,
    size: (match) => match[1],
  },
  {
    // "He's a 43", 她穿38: somebody's size.
    find: /(?<=\b(?:she|he|they)(?:'?s| is| are| wears?| takes?)(?: usually| normally)? (?:an? |size )(?:size )?)(\d{1,2}(?:\.5)?)(?=\s*(?:$|[,.!?;]|in |and ))/g,
    size: (match) => match[1],
  },
  {
    find: /(?<=[他她]\S{0,4}穿\s?)(3[3-9]|4[0-8])(?:\.5)?(?=码|号|的|\s*(?:$|[,.!?;]))/g,
    size: (match) => match[0],
  },
  {
    find: /(?<![\d.])(3[3-9]|4[0-8])码?半(?![\p{Script=Han}\d])/gu,
    size: (match) => `${match[1]}.5`,
  },
  {
    find: /(?<=(?:,|\band) an? )(\d{2})(?= in (?:jeans|trousers|pants|shoes|boots|sneakers|trainers|heels|sandals))/g,
    size: (match) => match[1],
  },
  {
    find: /(?<=我(?:平时|平常|一般|通常|都|就|是|脚)?穿\s?)(2[4-9]|3\d|4[0-8])(?:\.5)?(?=\s*(?:$|[,.;!?的]))/g,
    size: (match) => match[0],
  },
  {
    find: /(?<=\bi (?:usually |normally |always )?(?:wear|take) (?:an? )?)(\d{1,2}(?:\.5)?)(?=\s*(?:$|[,.;!?]|(?:and|so|but|please)\b))/g,
    size: (match) => match[1],
  },
  {
    find: /(?<=穿\s?)(2[4-9]|3[0-9]|4[0-8])(?:\.5)?(?:码|号)?(?=的?(?:鞋|靴|裤|牛仔|运动鞋|皮鞋))/g,
    size: (match) => match[0],
  },
  {
    find: /(?:尺码|码数|尺寸)(?:是|要|为|:)?\s?(\d{2,3}(?:\.5)?)(?![\d.元块厘cm])/g,
    size: (match) => match[1],
  },
  {
    find: /均码|均号|(?<![a-z])f码|\bfree size\b|\bone[- ]size(?: fits all)?\b(?! (?:medium|small|large|extra|x*[sml]\b|\d|up|down|bigger|smaller|larger|too))/g,
    size: () => ONE_SIZE,
  },
  { find: /(?<!\d)\d{3}\/\d{2,3}[abcy]?(?![\d/])/g, size: (match) => match[0].toUpperCase() },
  {
    find: /(?<![a-z])(?:european|eur?|us|uk|cn|欧码|美码|英码|中国码|欧|美国|英国|美|英)\s*(?:size|码)?\s*(\d{1,2}(?:\.5)?)( ?(?:and )?a half|码半)?(?!\d|\.\d|[%折刀元])码?/g,
    size: (match) => systemSize(match[0], match[2] !== undefined),
  },
  {
    find: /(?<![\d.$£€¥])(\d{1,2}(?:\.5)?)\s*(eu|us|uk|欧码|美码|英码)(?![a-z$])/g,
    size: (match) => canonicalSize(`${match[2]} ${match[1]}`),
  },
  {
    find: new RegExp(`(?<![a-z0-9'])(${LETTERS})\\s*(?:码|号|尺码|的码|加|[- ]?sized?\\b)`, 'g'),
    size: (match) => match[1],
  },
  {
    find: new RegExp(
      `\\bsize[sd]?:?(?: is| an?| in)? (${LETTERS}|${ENGLISH_WORDS}|\\d{1,3}(?:\\.5)?)(?![a-z0-9'])`,
      'g',
    ),
    size: (match) => match[1],
  },
  {
    // Children's sizes by their centimetres: a kids' coat in 110cm, 儿童棉服110cm的.
    find: /(?<![\d.])(\d{2,3}) ?(?:cm|厘米|公分)(?![a-z])/g,
    size: (match) => (isChildSize(match.input ?? '', match) ? match[1] : undefined),
  },
  {
    find: /\b(?:the|in) (\d{2,3}) sized?\b|\bin ([89]0|1[0-7]0)(?= ?(?:$|[,.!?]|please\b))/g,
    size: (match) => match[1] ?? match[2],
  },
  {
    // "He's a large", "cardigan, medium, under 200", "for my dad, extra large".
    find: new RegExp(
      `\\b(?:he|she|i|they|mum|mom|dad)(?:'s| is|'m| am|'re| are) (?:usually |normally |about |an? )+(${ENGLISH_WORDS})(?= ?(?:[.,!?;]|$|and |in |so |size))|(?<=, )(${ENGLISH_WORDS})(?=,|[ .!]*$)|(?<!\\b(?:too|so|very|is|are|the|a|an|quite|bit|really|not) )\\b(extra (?:small|large)|x-(?:small|large))(?= ?(?:[.,!?;]|$))`,
      'g',
    ),
    size: (match) => match[1] ?? match[2] ?? match[3],
  },
  {
    find: new RegExp(
      `(?:尺码|码数|穿|有没有|要|拿|买|换|选|有)\\s*(?:是|个|成)?\\s*(${LETTERS})(?![a-z0-9'])(?!\\s*恤)`,
      'g',
    ),
    size: (match) => match[1],
  },
  {
    find: new RegExp(
      `\\b(?:wear|wears|wearing|take|in|need|have|i'm|am|get|for|as|usually|available in) (?:size |an? |it in (?:an? )?)?(${LETTERS})(?![a-z0-9'])`,
      'g',
    ),
    size: (match) => match[1],
  },
  {
    find: new RegExp(
      `\\b(?:wear|wears|wearing|take|in|i'm|am|need|get) (?:size |an? )(${ENGLISH_WORDS})(?= ?(?:[.,!?;]|$|please|if|or |and |in |size|for |usually|normally|mostly|generally))`,
      'g',
    ),
    size: (match) => match[1],
  },
  {
    find: new RegExp(`\\b(?:in|wear|take) (${ENGLISH_WORDS})(?= ?(?:[.,!?;]|$|please))`, 'g'),
    size: (match) => match[1],
  },
  {
    find: new RegExp(`\\b(${ENGLISH_WORDS})(?: in)? size\\b|\\bsize (?:an? )?(${ENGLISH_WORDS})\\b`, 'g'),
    size: (match) => match[1] ?? match[2],
  },
  { find: /(加加大|加大|特大|加小)[码号]|(小|中)[码号]|(大)号/g, size: (match) => match[1] ?? match[2] ?? match[3] },
  { find: /(?<![\d.])(\d{2,3}(?:\.5)?)\s*的?码(?!数)/g, size: (match) => match[1] },
  {
    find: /(?<![\d.月])(3[3-9]|4[0-8])号|脚(?:长|是|穿)?\s*(3[3-9]|4[0-8])(?!\d)|(?<!\d)(3[3-9]|4[0-8])的?脚/g,
    size: (match) => match[1] ?? match[2] ?? match[3],
  },
  {
    find: /\bwaist:?(?: is| size)? (2[3-9]|3\d|4[0-8])(?!\d|\s?cm)|(?<!\d)(2[3-9]|3\d|4[0-8])[- ]?(?:inch|in|")? waist\b|腰围\s*(?:是)?\s*(2[3-9]|3\d|4[0-8])(?!\d|\s?cm|厘米)/g,
    size: (match) => match[1] ?? match[2] ?? match[3],
  },
  {
    find: /(?<![\da-z.])(6[05]|7[05]|8[05]|9[05]|3[02468]|4[02])([a-g]{1,2})(?:码|罩杯|杯|\scup)?(?![a-z0-9])/g,
    size: (match) => `${match[1]}${match[2]}`,
  },
  { find: /(?<![a-z0-9'-])(xxxxs|xxxs|xxs|xs|xl|xxl|xxxl|xxxxl|[2-9]xl)(?![a-z0-9'])/g, size: (match) => match[1] },
];

/** Sizes in a normalised text; `original` tells a capital letter alone ("M, please") from an ordinary one. */
export function findSizes(text: string, originalAt: (start: number, end: number) => string): SizeMention[] {
  const found: SizeMention[] = [];
  const add = (start: number, end: number, size: string | undefined) => {
    if (size === undefined || found.some((other) => start < other.end && other.start < end)) return;
    const lead = text
      .slice(Math.max(0, start - 24), end)
      .replace(
        /(?:(?:(?:uk|us|eur?) ?|(?:英|美|欧)(?:国|码)? ?)?[a-z0-9./]+|加大|特大|大|中|小)\s?(?:码|号|尺码)?[^\p{L}\p{N}]*$/u,
        '',
      );
    found.push({ start, end, size: canonicalSize(size), own: OWN.test(lead) });
  };
  for (const { find, size } of PATTERNS) {
    for (const match of text.matchAll(find)) {
      // "show us 5 dresses" is no size.
      if (match[0].startsWith('us') && originalAt(match.index, match.index + 2) !== 'US' && !isSystem(text, match))
        continue;
      add(match.index, match.index + match[0].length, size(match));
    }
  }
  for (const match of text.matchAll(/(?<![a-z0-9'&.-])([sml])(?![a-z0-9'&.-]|\s*恤)/g)) {
    if (/[SML]/.test(originalAt(match.index, match.index + 1))) add(match.index, match.index + 1, match[1]);
  }
  if (OF_SIZES.test(text))
    for (const match of text.matchAll(SIZE_TOLD)) add(match.index, match.index + match[0].length, match[0]);
  const alone = SHOES.test(text) ? SHOE_SIZES : /裤/.test(text) ? WAIST_SIZES : undefined;
  if (alone) for (const match of text.matchAll(alone)) add(match.index, match.index + match[0].length, match[0]);
  // A second size after "or" (M or L, M码或L码) stands without a marker of its own.
  for (const first of [...found]) {
    const rest = text.slice(first.end, first.end + 12);
    const next = new RegExp(
      `^\\s*(?:or|and|to|/|或者?|到|和|、|-)\\s*(${LETTERS}|\\d{2}(?:\\.5)?)(?:码|号)?(?![a-z0-9'])`,
    ).exec(rest);
    if (next) add(first.end, first.end + next[0].length, next[1]);
    const before = new RegExp(`(?<![a-z0-9'])(${LETTERS}|\\d{2}(?:\\.5)?)\\s*(?:或者?|到|、|-|/|or)\\s*$`).exec(
      text.slice(Math.max(0, first.start - 10), first.start),
    );
    if (before) add(first.start - before[0].length, first.start, before[1]);
  }
  // 不要XL，要XXL: the 要 may have been read with the size.
  const kept = found.filter(
    ({ start, end }) =>
      !TRIED.test(text.slice(end, end + 24)) &&
      !DENIED.test(text.slice(Math.max(0, start - 16), start + (text.charAt(start) === '要' ? 1 : 0))),
  );
  return (kept.length > 0 ? kept : found).sort((a, b) => a.start - b.start);
}

/** M太小了，要L: the size that does not fit. */
const TRIED =
  /^码?(?:的)?(?:有点儿?|太|偏|实在|好像)+[大小紧松]|^(?: is| was|'s| runs?| feels?| came up)(?: a bit| way| far| just)?(?: too)? (?:small|big|tight|large|loose)\b/;

/** 不是36是38, "not the M, the L": the size moved away from. */
const DENIED =
  /(?:不是|不要|别要|不用)(?:的是)?\s*$|\b(?:not|instead of|rather than|no longer)(?: an?| the)?(?: size)? ?$/;

/** 34的, or a number alone between commas. */
const SHOE_SIZES =
  /(?<=(?:^|,|\b(?:shoes|boots|sneakers|trainers|heels|sandals|loafers|flats)|[鞋靴])\s*)(?:3[4-9]|4[0-8])(?:\.5)?(?=\s*(?:,|$))|(?<![\d.第$£€¥])(?:2[2-9]|3\d|4[0-8])(?:\.5)?(?=的(?!人|年|价|预算|度|样|时候))/g;
const WAIST_SIZES = /(?<=(?:^|[,，\s要穿]|[条件])\s*)(?:2[4-9]|3[0-8])(?=的(?!人|年|价|预算|度|样|时候))/g;
/** Beside these a number alone, between commas, is a size: running shoes, 44, under 500. */
const SHOES = /鞋|靴|\b(?:shoes?|boots?|sneakers|trainers|heels|sandals|loafers|flats|slippers)\b/;

/** Us said of shoes, or with a half: no people are meant. */
function isSystem(text: string, { 0: said, index = 0 }: RegExpMatchArray): boolean {
  return (
    /\.5/.test(said) ||
    /\b(?:sizes?|shoes|boots|trainers|sneakers|heels|sandals|flats|loafers)(?: in)?,? $/.test(
      text.slice(Math.max(0, index - 14), index),
    )
  );
}

function systemSize(text: string, half: boolean): string | undefined {
  const match =
    /^(european|eur?|us|uk|cn|欧码|美码|英码|中国码|欧|美国|英国|美|英)\s*(?:size|码)?\s*(\d{1,2}(?:\.5)?)/.exec(text);
  if (!match) return undefined;
  const system = { 美国: 'us', 英国: 'uk', european: 'eu' }[match[1] ?? ''] ?? match[1] ?? '';
  return canonicalSize(`${system} ${match[2]}${half ? '.5' : ''}`);
}
