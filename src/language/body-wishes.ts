import { normalise } from './normalise.js';

/** What a garment shall do for the body it is worn on; no row says that it does. */
export const BODY_WISHES = ['tummy', 'hips', 'legs', 'arms', 'bust', 'taller', 'slimmer'] as const;
export type BodyWish = (typeof BODY_WISHES)[number];

const HIDE =
  '(?:hid(?:e|es|ing)|cover(?:s|ing)?(?: up)?|disguis(?:e|es|ing)|conceal(?:s|ing)?|skim(?:s|ming)?|camouflag(?:e|es|ing)|flatter(?:s|ing)?(?: for)?)';
const COVER = '(?:遮挡?住?|藏住?|盖住?|挡住?|修饰|掩盖)';
const MINE = '(?:my |her |his |the |a )?(?:big |round |mum |chubby |wide |large |heavy |flabby |upper |post-?baby )*';

/** A part of the body comes before the general wish: 梨形身材显瘦的 is about hips. */
const WISHES: readonly (readonly [BodyWish, RegExp])[] = [
  [
    'tummy',
    new RegExp(
      `${COVER}(?:一下)?(?:我的?)?(?:小?肚子|小腹|肚腩|腰|赘肉|游泳圈)|(?:小?肚子|小腹|肚腩)(?:有点儿?|比较|很|太)?(?:大|凸|明显|突出)|腰(?:有点儿?|比较|很|太)?粗|苹果[型形](?:身材)?|\\b${HIDE} ${MINE}(?:tummy|belly|stomach|middle|waistline|love handles)\\b|\\bapple[- ]shaped?\\b|\\b(?:a bit of a|big|round|mum) (?:tummy|belly)\\b`,
    ),
  ],
  [
    'hips',
    new RegExp(
      `梨[型形](?:身材)?|${COVER}(?:我的?)?(?:胯|屁股|臀)|(?:胯|屁股|臀)(?:部)?(?:有点儿?|比较|很|太)?(?:宽|大)|假胯|\\bpear[- ]shaped?\\b|\\b${HIDE} ${MINE}(?:hips?|bum|bottom|butt|behind)\\b|\\b(?:wide|big|broad) hips\\b`,
    ),
  ],
  [
    'legs',
    new RegExp(
      `${COVER}(?:我的?)?(?:大腿|小腿|腿(?:粗|型)?)|(?:大腿|小腿|腿)(?:有点儿?|比较|很|太)?粗|[ox]型?腿|罗圈腿|\\b${HIDE} ${MINE}(?:thighs?|calves|legs)\\b|\\b(?:big|thick|heavy|chunky) (?:thighs|calves|legs)\\b`,
    ),
  ],
  [
    'arms',
    new RegExp(
      `${COVER}(?:我的?)?(?:手臂|胳膊|拜拜肉|蝴蝶袖)|拜拜肉|(?:手臂|胳膊)(?:有点儿?|比较|很|太)?粗|\\b${HIDE} ${MINE}arms?\\b|\\b(?:bingo wings|flabby arms|big arms)\\b`,
    ),
  ],
  [
    'bust',
    /(?:我|她)?(?:胸|肩)(?:部|膀)?(?:有点儿?|比较|很|太)?(?:大|宽)(?!松|衣|边|带|\s*\d|是|多少|尺)|脖子(?:有点儿?|比较|很|太)?短|\b(?:big|large|full) (?:bust|chest|boobs)\b|\b(?:broad|wide) shoulders\b|\bshort neck\b/,
  ],
  [
    'taller',
    /显高(?![级档贵])|显(?:得)?(?:腿长|个子?高|个高)|(?:看起来|看着|穿着|显得)(?:更)?(?:高|腿长)(?!级|档)|拉长(?:腿|身材|比例)|\b(?:look|looks|looking|seem|appear)(?: a (?:bit|little))? taller\b|\b(?:legs|me)(?: look| seem| appear)(?: a (?:bit|little))? (?:longer|taller)\b|\belongat(?:e|es|ing)\b/,
  ],
  [
    'slimmer',
    /显瘦|(?:不|别|不要)(?:太)?显胖|遮肉|藏肉|看起来瘦|\bslimming\b|\b(?:look|looks|looking|seem|appear)(?: a (?:bit|little))? (?:slimmer|thinner|skinnier)\b|\b(?:don'?t|do not|doesn'?t|does not|not|won'?t)(?: make me)? look fat\b|\bflatter(?:ing|s)?(?= (?:on|for|my|a) (?:my |an? )?(?:figure|body|shape|curves))/,
  ],
];

/** The wish of a text with the words that said it, simplified and in small letters. */
export function readBodyWish(text: string): { readonly wish: BodyWish; readonly words: string } | undefined {
  const plain = normalise(text.slice(0, 400)).text;
  for (const [wish, find] of WISHES) {
    const match = find.exec(plain);
    if (match) return { wish, words: match[0] };
  }
  return undefined;
}
