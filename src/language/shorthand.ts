import type { FacetValue } from '../domain/facet.js';
import { Consonants } from './consonants.js';
import { ENGLISH_STOP_WORDS, editDistance } from './english-words.js';
import { Homophones } from './homophones.js';
import type { Lexicon } from './lexicon.js';
import type { NormalisedText } from './normalise.js';
import { NEAR_REQUEST_WORDS, NEAR_SHORT_NAMES, ORDINARY_ENGLISH } from './ordinary-english.js';
import { REGIONAL_WORDS } from './regional-words.js';
import { type Edit, editsBy, rewritten } from './rewrite-text.js';
import { RunTogether } from './run-together.js';
import type { ChineseSegmenter } from './segment-chinese.js';
import { FIGURES_TAKEN_BACK } from './self-corrections.js';
import { ShortSlips } from './short-slips.js';
import { SPOKEN_NUMBERS } from './spoken-numbers.js';
import { ENGLISH_SHOP_WORDS } from './stop-words.js';
import { SWAPS_THAT_ARE_WORDS, SwappedLetters } from './swapped-letters.js';
import { CHINESE_SLIPS, ENGLISH_SLIPS, RUN_TOGETHER } from './thumb-slips.js';

/** Short forms of typing thumbs, each a word of its own. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    u: 'you',
    ur: 'your',
    r: 'are',
    'w/': 'with',
    'w/o': 'without',
    tho: 'though',
    diff: 'different',
    sz: 'size',
    abt: 'about',
    arnd: 'around',
    btwn: 'between',
    cuz: 'because',
    coz: 'because',
    gimme: 'give me',
    lemme: 'let me',
    luv: 'love',
    wat: 'what',
    wats: 'whats',
    wen: 'when',
    hw: 'how',
    dis: 'this',
    feelin: 'feeling',
    hv: 'have',
    hav: 'have',
    cld: 'could',
    wld: 'would',
    shld: 'should',
    jus: 'just',
    fave: 'favourite',
    fav: 'favourite',
    tmrw: 'tomorrow',
    tmr: 'tomorrow',
    wknd: 'weekend',
    bday: 'birthday',
    msg: 'message',
    mor: 'more',
    lov: 'love',
    cheepr: 'cheaper',
    sox: 'socks',
    frend: 'friend',
    frends: 'friends',
    dauther: 'daughter',
    daugter: 'daughter',
    dauhgter: 'daughter',
    neckless: 'necklace',
    navvy: 'navy',
    addidas: 'adidas',
  }),
);
/** Words that requests are made of besides names: a slip in one of them hides what is asked. */
const REQUEST_WORDS = (
  'under below around about between without within cheaper longer shorter smaller bigger larger similar delivery ' +
  'shipping discount sleeves budget another instead something outfit matching different looking wearing ' +
  'cheapest lighter darker brighter looser tighter warmer thicker thinner shopping anything everything nothing ' +
  'available expensive affordable other others talk speak human person return returns refund exchange replace second ' +
  'third compare difference recommend please thanks show find want need waist there would could should which where ' +
  'colour color cheap small large medium long short cute pretty love like really'
).split(' ');
/** The same of Chinese, where a slip is another character of the same sound: 便易, 有没油. */
const CHINESE_REQUEST_WORDS = (
  '多少钱 有没有 便宜 实惠 尺码 码数 尺寸 预算 颜色 袖子 袖长 退货 换货 发货 包邮 快递 运费 售后 推荐 适合 搭配 以内 价格 质量 面料 材质 ' +
  '正式 休闲 宽松 修身 显瘦 好看 款式 类似 相似 同款 客服 优惠 打折 比较 对比 为什么 怎么样 第一件 第二件 第三件 ' +
  '左右 还有 还有吗 别的 换一批 转人工 人工客服 人工 便宜点 一点 喜欢 不喜欢 合适 推荐个'
).split(' ');
/** Written without vowels and right as they are. */
const NO_SHORT_FORM =
  /^(?:my|by|try|dry|gyms?|sky|shy|why|fly|cry|spy|sly|ply|fry|myth|lynx|hymn|sync|pls|plz|thx|tbh|btw|nvm|lmk|hm+|brb|rmb|cny|gbp|hkd|krw|jpy|twd|sms|dvd|www|http|https|pdf|jpg|png|ltd|mrs|nyc|psst|shh+|ngl|ffs|wtf|tldr|smth|sth|sthg|bff|bffs|lbs|yrs|pl+z+|x*[sml]|[a-z]{1,2})$/;
/** Facets whose short names are mended where a finger slipped. */
const SHORT_NAMES: ReadonlySet<FacetValue['facet']> = new Set<FacetValue['facet']>(['category', 'colours', 'material']);
const VOWEL = /[aeiou]/;
/** Spellings by ear, and the ones they stand for. */
const AS_IT_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/f/g, 'ph'],
  [/x(?=s?$)/, 'cks'],
  [/k/g, 'c'],
  [/c(?!h)/g, 'k'],
  [/z/g, 's'],
  [/s(?=[aeiou])/g, 'z'],
  [/ite/g, 'ight'],
  [/y$/, 'ie'],
  [/ie$/, 'y'],
  [/y(?=s$)/, 'ie'],
  [/oo/g, 'ou'],
  [/oo/g, 'u'],
  [/u/g, 'oo'],
];
/** Misspellings that the vocabulary knows by themselves, and not within longer names (pufer jaket). */
const MISSPELT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jaket: 'jacket',
    sweter: 'sweater',
    hoddie: 'hoodie',
    leggins: 'leggings',
    blak: 'black',
    wite: 'white',
    whte: 'white',
    gren: 'green',
    brwn: 'brown',
    dres: 'dress',
    jens: 'jeans',
    jeens: 'jeans',
  }),
);
const NEXT_TO_FOR =
  /^ (?:my|me|a|an|the|her|him|his|our|their|this|that|us|you|work|school|uni|summer|winter|spring|autumn|everyday|daily|casual|formal|men|women|kids|guys|girls|boys|mum|mom|dad|hiking|running|yoga|gym|weddings?|part(?:y|ies)|holidays?|vacation|travel|interviews?|office|church|fall|date|prom)\b/;
const NEXT_TO_TOO =
  /^ (?:short|long|big|small|large|tight|loose|baggy|wide|narrow|expensive|pricey|dear|formal|casual|fancy|bright|dark|thin|thick|warm|heavy|plain|busy|much|loud|old|young)\b(?! ?(?:sleeve|dress|jacket|coat|shirt|top|skirt|one|trouser|pant|jean|shoe|boot|bag)s?\b)/;
const COUNTS_BEFORE =
  /(?:size|sz|age|aged|uk|us|eu|number|no\.?|option|item|show me|give me|send me|only|just|like|#|\d) ?$/;

/** A Latin word by itself: beside Chinese characters it is a name or a letter. */
const TYPED =
  /(?<![a-z0-9'’.$£€/\-\p{Script=Han}])(?:w\/o?(?![a-z])|[a-z]{1,24}(?![a-z0-9'/@\p{Script=Han}]|-[a-z])|[24](?= ))/gu;

/** What is written out before single words are looked at, in this order: each may stand on the one before. */
const BEFORE_WORDS = [REGIONAL_WORDS, CHINESE_SLIPS, RUN_TOGETHER, SPOKEN_NUMBERS, FIGURES_TAKEN_BACK];

/**
 * English as it is typed with a thumb, in whole words: without vowels (jckt, slvs), without its last g or e (runnin,
 * blu), run together (totebag), numbers for sounds (4 my bf), and with a slip in the words that requests are made of
 * (undr). What is a word as it stands stays.
 */
export class Shorthand {
  readonly #words = new Set<string>([
    ...ORDINARY_ENGLISH,
    ...NEAR_REQUEST_WORDS,
    ...NEAR_SHORT_NAMES,
    ...ENGLISH_STOP_WORDS,
    ...ENGLISH_SHOP_WORDS,
  ]);
  readonly #consonants = new Consonants();
  /** Names of one word. */
  readonly #names = new Set<string>();
  /** The garments among them. */
  readonly #garments = new Set<string>();
  readonly #together = new RunTogether();
  readonly #shortSlips = new ShortSlips();
  readonly #swapped = new SwappedLetters();
  readonly #chinese: Homophones;

  constructor(lexicon: Lexicon, segmenter: ChineseSegmenter) {
    this.#chinese = new Homophones(
      CHINESE_REQUEST_WORDS.map((key) => ({ key, values: [] })),
      segmenter,
    );
    for (const { key, values } of lexicon.entries()) {
      if (!/^[a-z' ]+$/.test(key)) continue;
      const parts = key.split(' ');
      for (const part of parts) {
        this.#words.add(part);
        if (MISSPELT.has(part)) continue;
        this.#consonants.add(part, parts.length === 1 ? rankOf(values) : 3);
      }
      if (parts.length === 1) {
        this.#names.add(key);
        if (rankOf(values) === 0) this.#garments.add(key);
        if (values.some(({ facet }) => SHORT_NAMES.has(facet)) && !MISSPELT.has(key)) this.#shortSlips.add(key);
      } else this.#together.add(key);
    }
    for (const word of REQUEST_WORDS) {
      this.#words.add(word);
      this.#consonants.add(word, 4);
    }
  }

  /** The text with its short forms written out; positions still lead back to the original. */
  expand(typed: NormalisedText): NormalisedText {
    const text = BEFORE_WORDS.reduce((each, rules) => rewritten(each, editsBy(rules, each.text)), typed);
    const edits: Edit[] = [];
    for (const match of text.text.matchAll(TYPED)) {
      const plain = this.#plain(match[0], text.text, match.index);
      if (plain !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, plain });
    }
    for (const { start, end, entry } of this.#chinese.find(text.text, [])) edits.push({ start, end, plain: entry.key });
    const plain = rewritten(text, edits);
    // What the phone put there shows beside words that are written out: pnk sweeter.
    return rewritten(plain, editsBy(ENGLISH_SLIPS, plain.text));
  }

  #plain(word: string, text: string, at: number): string | undefined {
    const behind = text.slice(at + word.length, at + word.length + 20);
    if (word === 'n') return /[a-z0-9] $/.test(text.slice(0, at)) && /^ [a-z0-9]/.test(behind) ? 'and' : undefined;
    if (word === '2' && NEXT_TO_TOO.test(behind)) return 'too';
    if (word === '4' || word === '2') {
      const leads = NEXT_TO_FOR.test(behind) && !COUNTS_BEFORE.test(text.slice(Math.max(0, at - 12), at));
      return leads && /[a-z] $/.test(text.slice(Math.max(0, at - 2), at)) ? (word === '4' ? 'for' : 'to') : undefined;
    }
    // A U neck is a neck.
    const short = /^[ -]?(?:neck|shape)/.test(behind) ? undefined : SHORT.get(word);
    if (word === 'diff' && (/^ between/.test(behind) || /\b(?:the|what|any|whats) $/.test(text.slice(0, at))))
      return 'difference';
    if (short !== undefined) return short;
    return word.length < 3 ? undefined : this.#mended(word);
  }

  #mended(word: string): string | undefined {
    // Some short forms are names themselves; written out they are part of longer ones (leather jckt).
    const whole = NO_SHORT_FORM.test(drawn(word)) || VOWEL.test(word) ? undefined : this.#consonants.read(word);
    if (whole !== undefined || this.#isWord(word)) return whole ?? MISSPELT.get(word);
    return (
      this.#undrawn(word) ??
      this.#together.name(word) ??
      this.#withoutEnd(word) ??
      this.#shortSlips.read(word) ??
      (SWAPS_THAT_ARE_WORDS.has(word) ? undefined : this.#swapped.read(word)) ??
      this.#consonants.read(word) ??
      this.#bySound(word) ??
      this.#slipOf(word) ??
      this.#together.apart(
        word,
        (part) => this.#garments.has(part),
        (part) => this.#words.has(part),
      )
    );
  }

  /** A word drawn out (floralll, sooo, luuuv, bagg), or with the z of the net for its s (kidz). */
  #undrawn(word: string): string | undefined {
    const forms = /(.)\1\1/.test(word)
      ? [word.replace(/(.)\1{2,}/g, '$1$1'), word.replace(/(.)\1{2,}/g, '$1')]
      : word.endsWith('z')
        ? [`${word.slice(0, -1)}s`]
        : /[a-z]{2}([^es])\1$/.test(word)
          ? [word.slice(0, -1)]
          : [];
    const known = forms.find((form) => SHORT.get(form) !== undefined || this.#isWord(form));
    if (known !== undefined) return SHORT.get(known) ?? known;
    return /(.)\1\1/.test(word) ? drawn(word) : undefined;
  }

  /** A word spelt as it sounds: grafic, sox, lite. */
  #bySound(word: string): string | undefined {
    return AS_IT_SOUNDS.map(([find, spelt]) => word.replace(find, spelt)).find(
      (spelt) => spelt !== word && (this.#names.has(spelt) || this.#names.has(spelt.replace(/s$/, ''))),
    );
  }

  /** A word as it stands, in another number, or drawn out (plzzz). */
  #isWord(word: string): boolean {
    const single = word.replace(/(?:es|s)$/, '');
    return (
      [word, word.replace(/s$/, ''), single].some((form) => this.#words.has(form)) || NO_SHORT_FORM.test(drawn(word))
    );
  }

  #withoutEnd(word: string): string | undefined {
    if (/[^a]in$/.test(word) && word.length >= 5) {
      const base = word.slice(0, -2);
      const verb = this.#words.has(`${word}g`) || this.#words.has(base) || this.#words.has(`${base}e`);
      if (verb || /([bdgmnpt])\1$/.test(base)) return `${word}g`;
    }
    return this.#names.has(`${word}e`) ? `${word}e` : undefined;
  }

  #slipOf(word: string): string | undefined {
    if (word.length < 4) return undefined;
    return REQUEST_WORDS.find(
      (meant) =>
        meant.charAt(0) === word.charAt(0) &&
        meant.length >= 5 &&
        Math.abs(meant.length - word.length) <= 1 &&
        editDistance(word, meant) === 1,
    );
  }
}

/** A word drawn out (plzzz) as it is written. */
function drawn(word: string): string {
  return word.replace(/(.)\1{2,}/g, '$1');
}

/** Of two words with the same consonants a garment is meant rather than a colour, a colour rather than the rest. */
function rankOf(values: readonly FacetValue[]): number {
  if (values.some(({ facet }) => facet === 'category')) return 0;
  return values.some(({ facet }) => facet === 'colours') ? 1 : 2;
}
