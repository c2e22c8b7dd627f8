import type { UnderstoodTurn } from '../domain/turn.js';
import type { Mention } from './match-facets.js';

/** Facts about the shopper that can be asked to be forgotten. */
export const FORGETTABLE = [
  'size',
  'bottomSize',
  'shoeSize',
  'heightCm',
  'weightKg',
  'price',
  'usualPrice',
  'likedColours',
  'dislikedColours',
] as const;
export type Forgettable = (typeof FORGETTABLE)[number];

/** What a sentence says of the speaker's taste, asks to forget, or wants done with what is kept. */
export interface AboutMe {
  readonly likedColours: readonly string[];
  readonly dislikedColours: readonly string[];
  /** True where the amount named is what the speaker usually spends. */
  readonly usual: boolean;
  readonly forget: readonly Forgettable[];
  readonly data?: 'export' | 'delete';
}

/** A standing dislike, and not what is wrong with one garment. */
const HATES =
  /讨厌|不喜欢|最烦|受不了|从来不穿|从不穿|绝不穿|不爱穿|不穿|\b(?:hate|dislike|detest|can'?t stand|never wear|don'?t (?:like|wear|ever wear)|not a fan of|allergic to)\b/;
const LOVES =
  /我.{0,4}(?:喜欢|最爱|偏爱|爱穿|爱)|最(?:喜欢|爱)的颜色|喜欢的颜色|\b(?:favou?rite colou?rs?|my colou?rs? (?:is|are)|i (?:really |just )?(?:love|like|adore|prefer|always wear|mostly wear))\b/;
/** What is spent as a rule; clothes worn as a rule (平时穿的) are another matter. */
const USUALLY =
  /(?:一般|通常|平时|平常|每次)(?!穿|上班穿|戴)[^,，。;]{0,10}(?:预算|花|消费|价位|买(?=\d|[一二两三四五六七八九几]百|百))|预算[^,，。;]{0,3}(?:一般|通常|平时)|\b(?:usually|normally|typically|generally|tend to|never|always)(?: only| just)? (?:spend|pay|budget)|\b(?:usual|normal|typical) budget|\bbudget is (?:usually|normally|typically)\b/;
/** "I like the red one" and "I'd like it in red" are about a garment. */
const ABOUT_ONE =
  /这|那|第[一二三四五六七八九十\d]|想要|想买|要买|有没有|有吗|\b(?:this|that|these|those|it|one|ones|first|second|third|would like|i'?d like|like to)\b/;
const FORGET =
  /忘(?:掉|了|记)|别(?:再)?记|不要(?:再)?记|删(?:掉|除)?我的|清(?:除|掉)|去掉我的|\b(?:forget|erase|remove|delete|clear|don'?t (?:remember|keep|store|save))\b/;
const FACTS: readonly (readonly [RegExp, readonly Forgettable[]])[] = [
  [/身高|个子|\bheight\b|how tall/, ['heightCm']],
  [/体重|\bweight\b|how (?:much i weigh|heavy)/, ['weightKg']],
  [/鞋码|鞋子?的?(?:尺码|码)|\bshoe size\b/, ['shoeSize']],
  [/(?<!鞋)(?:尺码|码数|号码)|\b(?<!shoe )sizes?\b/, ['size', 'bottomSize']],
  [/预算|\bbudget\b|how much i spend/, ['price', 'usualPrice']],
  [/喜好|口味|偏好|颜色|\btaste\b|\bcolou?rs?\b|\bpreferences?\b/, ['likedColours', 'dislikedColours']],
  [/身材|尺寸|三围|\bmeasurements\b|\bbody\b/, ['heightCm', 'weightKg', 'size', 'bottomSize', 'shoeSize']],
];
const EVERYTHING =
  /(?:我的|所有|全部)(?:个人)?(?:数据|资料|信息|记录|聊天记录|隐私)|关于我的|\b(?:my|all|the|personal) (?:\w+ )?(?:data|info|information|records?|history|account|details)\b|\b(?:everything )?about me\b/;
const EXPORT = /导出|下载|给我一份|备份|拷贝|\b(?:export|download|copy of|send me|give me)\b/;
const DELETE = /删除|删掉|删了|清空|清除|抹掉|注销|忘掉我|忘了我|\b(?:delete|erase|wipe|remove|forget)\b/;

const WHAT_SIZE = /(?:什么|多大|几|哪个|哪一个|啥)(?:的)?(?:尺)?码|\b(?:what|which) size\b/;

/** True where the text asks which size would fit the speaker. */
export function asksForSize(text: string): boolean {
  return WHAT_SIZE.test(text.toLowerCase());
}

/** 记住我的喜好, "remember what I like": memory itself is asked for, whatever there is to remember. */
const REMEMBER =
  /(?<!不[用要必]|别)记(?:住|下来?|着|一下|好|得)(?:一下)?我的?(?:个人)?(?:喜好|偏好|口味|风格|喜欢|爱好|尺码|资料|信息|身材|审美)|把?我的?(?:喜好|偏好|口味|尺码|资料)[^,，。?？]{0,4}记(?:住|下来?|着|好)|(?<!不[用要必]|别)记住我(?=$|[\s,，。.!吧])|(?<!\b(?:not|n'?t|you) )\b(?:remember|save|note(?: down)?|keep(?: track of)?|store|learn) (?:what i (?:like|love|wear|prefer|want|enjoy|hate)|my (?:taste|tastes|preferences?|likes|style|sizes?|details|profile|measurements)|me(?=$|[\s.!,]+(?:please|for|next)?))/;

/** True where the text asks us to remember the speaker; "what do you remember?" asks what is known. */
export function asksToRemember(text: string): boolean {
  const said = text.toLowerCase();
  return REMEMBER.test(said) && !/\b(?:do|did|what|have) you\b|你(?:还|都)?记得|[吗么]\s*[?？]?\s*$/.test(said);
}

const RELATIVE =
  '妈|爸|老公|老婆|先生|太太|女朋友|女友|男朋友|男友|对象|女儿|儿子|爷爷|奶奶|外婆|外公|姥姥|姥爷|姐|妹|哥|弟|闺蜜|朋友|同事|宝宝|孩子|小孩|娃|父亲|母亲|婆婆|公公|丈人|丈母|岳父|岳母|嫂|舅|婶|姑|姨|伯|叔|女婿|侄|外甥';
const FOR_OTHER = new RegExp(
  `(?:给|送|帮|替)(?:我|咱)?(?:的|家)?(?:(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})岁的?)?(?:${RELATIVE})|我(?:家|的)?(?:${RELATIVE}).{0,4}(?:穿|生日|要)|\\bfor (?:my|a|an|his|her|our|the) (?:[\\w'-]+[ -]){0,4}(?:mum|mom|mother|dad|father|wife|husband|partner|girlfriend|boyfriend|gf|bf|daughter|son|sister|brother|grandma|grandpa|grandmother|grandfather|friend|boss|colleague|niece|nephew|aunt|uncle|baby|kid|toddler|fianc[eé]e?)s?\\b`,
);

/** True where what is looked for is to be worn by somebody else. */
export function isForOther(text: string): boolean {
  return FOR_OTHER.test(text);
}

const FOR_SELF =
  /(?:给|替|帮)?我?自己(?:也)?(?:穿|用|买|看|挑|找|想|要)|(?:给|帮)我自己|(?<!不)是我(?:自己)?(?:要)?穿|先看我的|(?:^|[,，])我的(?:先|呢)?(?=$|[,，。?？])|^mine\b|\bmine first\b|\b(?:for|it'?s for) (?:me|myself)\b(?! to )/;

/** True where what is looked for is the speaker's own from now on. */
export function isForSelf(text: string): boolean {
  return FOR_SELF.test(text.toLowerCase());
}

/** Reads a normalised text; mentions are the facets it names. */
export function readAboutMe(text: string, wanted: readonly Mention[], excluded: readonly Mention[]): AboutMe {
  const everything = EVERYTHING.test(text) || /忘了我|忘掉我(?!的)|\bforget me\b/.test(text);
  const data = everything ? (EXPORT.test(text) ? 'export' : DELETE.test(text) ? 'delete' : undefined) : undefined;
  const forget =
    data === undefined && FORGET.test(text) ? FACTS.flatMap(([find, facts]) => (find.test(text) ? facts : [])) : [];
  const one = ABOUT_ONE.test(text);
  return {
    likedColours: !one && LOVES.test(text) && !HATES.test(text) ? coloursOf(wanted) : [],
    dislikedColours: !one && HATES.test(text) ? coloursOf(excluded) : [],
    usual: USUALLY.test(text),
    forget: [...new Set(forget)],
    ...(data === undefined ? {} : { data }),
  };
}

/** The colours where nothing but colours is named: "I love red dresses" looks for dresses. */
function coloursOf(mentions: readonly Mention[]): string[] {
  const values = mentions.flatMap(({ values: named }) => named);
  if (values.some(({ facet }) => facet !== 'colours')) return [];
  return [...new Set(values.map(({ id }) => id))];
}

/** True where the sentence is about the speaker and looks for nothing. */
export function isAboutMe({ likedColours, dislikedColours, usual, forget, data }: AboutMe): boolean {
  return usual || likedColours.length > 0 || dislikedColours.length > 0 || forget.length > 0 || data !== undefined;
}

/** The profile part of a turn. */
export function profileFacts(
  about: AboutMe,
): Pick<NonNullable<UnderstoodTurn['profile']>, 'likedColours' | 'dislikedColours' | 'forget'> {
  return {
    ...(about.likedColours.length > 0 && { likedColours: [...about.likedColours] }),
    ...(about.dislikedColours.length > 0 && { dislikedColours: [...about.dislikedColours] }),
    ...(about.forget.length > 0 && { forget: [...about.forget] }),
  };
}
